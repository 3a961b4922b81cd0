"""From a reading to statements: one for each value that a source gives for one of its subjects.

A statement's key is a hash of what it says and of the words that say it, never of the reader's version
or of where in a list the value stands. So a new reader that reads the same value from the same words
makes the same key, and the decision that a person took about it stays.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from peelian.casefile.facts import Mention, Sensitive, Span, Statement
from peelian.law import fold, fold_name

LISTS: Final = ("offences", "sentences", "orders")
"""The lists of records of a subject; ``posts`` and ``courts`` are lists of words."""

_GROUPS: Final = ("investigation", "proceeding", "appeal")
_BETWEEN: Final = " … "


class MentionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """One subject of one source with its statements, before it is known which person it is of.

    ``key`` is stable over versions of the reader (see ``mention_keys``); ``index`` is the subject's place
    in this reading; ``name`` its folded name, empty if it has none.
    """

    key: str
    source: str
    index: int
    background: bool = False
    name: str = ""
    statements: tuple[Statement, ...] = ()

    def of(self, person: str) -> Mention:
        """The mention, now that the person is known."""
        return Mention(
            key=self.key,
            source=self.source,
            person=person,
            index=self.index,
            background=self.background,
            statements=self.statements,
        )


def statements(reading: Mapping[str, Any], text: str, source_id: str) -> tuple[MentionDraft, ...]:
    """Every value that a reading gives for its subjects, as statements with their words.

    ``reading`` is in the guide's shape (``Reading.to_dict()``, or a labelled JSON), ``text`` is the text
    that its ``evidence`` points into, ``source_id`` the public id of the source. Values that are null
    make no statement. Without evidence a statement has no spans and no quote. Spans that do not lie in
    the text are left out: hostile or foreign JSON cannot point outside it.
    """
    evidence = reading.get("evidence") or {}
    subjects = reading.get("subjects") or []
    drafts = []
    for index, (subject, key) in enumerate(zip(subjects, mention_keys(subjects, source_id), strict=True)):
        seen: Counter[str] = Counter()
        made = []
        for pointer, field, value, about in leaves(subject):
            spans = _spans(evidence.get(f"/subjects/{index}{pointer}"), len(text))
            quote = _BETWEEN.join(" ".join(text[start:end].split()) for start, end in spans)
            digest = _digest(source_id, key, field, value, quote, about)
            seen[digest] += 1
            if seen[digest] > 1:
                # The same value from the same words twice (two alike records): told apart by their order.
                digest = _digest(source_id, key, field, value, quote, about, seen[digest])
            made.append(
                Statement(
                    key=f"t-{digest}",
                    source=source_id,
                    mention=key,
                    pointer=pointer,
                    field=field,
                    value=value,
                    spans=spans,
                    quote=quote,
                )
            )
        drafts.append(
            MentionDraft(
                key=key,
                source=source_id,
                index=index,
                background=bool(subject.get("background")),
                name=fold_name(subject.get("name") or ""),
                statements=tuple(made),
            )
        )
    return tuple(drafts)


def mention_keys(subjects: Sequence[Mapping[str, Any]], source_id: str) -> tuple[str, ...]:
    """A key for each subject of one source, stable over versions of the reader.

    Made of the source and the folded name, else the label, else rank and force; subjects who share all
    of that are numbered in order of first mention. The whole name counts, not the surname alone: a
    key that moved from one Smith to another would carry people's decisions to the wrong person.
    """
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for subject in subjects:
        if subject.get("name"):
            who = ("name", fold_name(str(subject["name"])))
        elif subject.get("label"):
            who = ("label", fold(str(subject["label"])))
        else:
            who = ("unnamed", f"{subject.get('rank') or ''}|{subject.get('force') or ''}")
        seen[who] += 1
        keys.append(f"m-{_digest(source_id, *who, seen[who])}")
    return tuple(keys)


def leaves(subject: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, str]]:
    """Each value of a subject as (pointer under it, field, value, what record it is about).

    The last is empty but for records of a list: there it is the offence and its title, or the kind, so
    that "pleaded guilty" makes one statement for each offence that it is said of.
    """
    for field, value in subject.items():
        if value is None or field == "background":
            continue
        if field in LISTS:
            for n, record in enumerate(value):
                about = (
                    f"{record.get('offence')}|{fold(record.get('title') or '')}"
                    if field == "offences"
                    else str(record.get("kind"))
                )
                for name, part in record.items():
                    if part is not None:
                        yield f"/{field}/{n}/{name}", f"{field}.{name}", part, about
        elif field in _GROUPS:
            for name, part in value.items():
                if isinstance(part, list):
                    for n, item in enumerate(part):
                        yield f"/{field}/{name}/{n}", f"{field}.{name}", item, ""
                elif part is not None:
                    yield f"/{field}/{name}", f"{field}.{name}", part, ""
        elif isinstance(value, list):
            for n, item in enumerate(value):
                yield f"/{field}/{n}", field, item, ""
        else:
            yield f"/{field}", field, value, ""


def sensitive(reading: Mapping[str, Any], text: str, source_id: str) -> tuple[Sensitive, ...]:
    """The words of a source that publication must weigh, in order of place; spans outside the text are left out."""
    found = []
    for mark in reading.get("sensitive") or []:
        for start, end in _spans([(mark["start"], mark["end"])], len(text)):
            found.append(
                Sensitive(
                    source=source_id,
                    kind=mark["kind"],
                    start=start,
                    end=end,
                    quote=text[start:end],
                    reason=mark.get("reason", ""),
                )
            )
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind)))


def _spans(given: Any, length: int) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in given or () if 0 <= start < end <= length)


def _digest(*parts: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]
