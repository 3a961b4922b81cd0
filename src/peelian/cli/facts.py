"""The facts of a reading, numbered, each with its label, its value in words, and the words it rests on.

What ``show`` marks in a text and lists beside it, on the terminal and on a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

from peelian.cli import words
from peelian.reading.model import Reading, Span, Subject

#: The families of facts, with what each is called.
FAMILIES: Final = {
    "document": "The document",
    "person": "Person",
    "service": "Service",
    "offence": "Offences",
    "court": "Court",
    "investigation": "Investigation",
    "hearing": "Hearing and outcome",
    "speaker": "Who speaks",
    "check": "Checks",
    "sensitive": "To weigh before publication",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a reading.

    ``number`` counts from 1 through the document; ``subject`` is 0 for the first subject, None for a
    fact of the document. ``field`` is the field's name; ``label`` has the record's number too where
    there are several ("Plea 2"). ``value`` is in plain words, ``raw`` as in the
    reading. ``group`` joins facts of one record ("Offence 2"). ``spans`` may be empty: a value that the
    file's own metadata gave.
    """

    number: int
    pointer: str
    subject: int | None
    family: str
    group: str
    field: str
    label: str
    value: str
    raw: Any
    spans: tuple[Span, ...]


class _Field(NamedTuple):
    family: str
    label: str
    show: Callable[[Any], str]


def _written(value: Any) -> str:
    return words.one_line(str(value))


def _yes(value: Any) -> str:
    return "yes" if value else "no"


def _of(vocabulary: str) -> Callable[[Any], str]:
    return lambda id: words.named(vocabulary, id)


#: Each field by its path without positions, in the order in which facts are listed.
_FIELDS: Final[dict[str, _Field]] = {
    "title": _Field("document", "Title", _written),
    "published": _Field("document", "Published", words.date),
    "publisher": _Field("document", "Publisher", _written),
    "kind": _Field("document", "Kind", words.plain),
    "subjects/name": _Field("person", "Name", _written),
    "subjects/label": _Field("person", "Label", _written),
    "subjects/background": _Field("person", "Background only", _yes),
    "subjects/age": _Field("person", "Age", str),
    "subjects/residence": _Field("person", "Residence", _written),
    "subjects/rank": _Field("service", "Rank", _of("ranks")),
    "subjects/former": _Field("service", "Former officer", _yes),
    "subjects/collar_number": _Field("service", "Collar number", _written),
    "subjects/force": _Field("service", "Force", _of("forces")),
    "subjects/posts": _Field("service", "Post", _written),
    "subjects/joined": _Field("service", "Joined", words.date),
    "subjects/suspended": _Field("service", "Suspended", _yes),
    "subjects/restricted": _Field("service", "Restricted duties", _yes),
    "subjects/resigned": _Field("service", "Left", words.plain),
    "subjects/offences/offence": _Field("offence", "Offence", _of("offences")),
    "subjects/offences/title": _Field("offence", "As written", _written),
    "subjects/offences/count": _Field("offence", "Count", str),
    "subjects/offences/plea": _Field("offence", "Plea", words.plain),
    "subjects/offences/stage": _Field("offence", "Stage", words.plain),
    "subjects/courts": _Field("court", "Court", _written),
    "subjects/sentenced_on": _Field("court", "Sentenced on", words.date),
    "subjects/sentences/kind": _Field("court", "Sentence", _of("sentences")),
    "subjects/sentences/length": _Field("court", "Length", words.length),
    "subjects/sentences/suspended_for": _Field("court", "Suspended for", words.length),
    "subjects/sentences/amount": _Field("court", "Amount", words.money),
    "subjects/sentences/hours": _Field("court", "Hours", str),
    "subjects/orders/kind": _Field("court", "Order", _of("orders")),
    "subjects/orders/length": _Field("court", "Order length", words.length),
    "subjects/orders/amount": _Field("court", "Order amount", words.money),
    "subjects/orders/hours": _Field("court", "Order hours", str),
    "subjects/investigation/bodies": _Field("investigation", "Investigated by", _written),
    "subjects/investigation/oversight": _Field("investigation", "Oversight", words.plain),
    "subjects/investigation/mode": _Field("investigation", "Mode", words.plain),
    "subjects/proceeding/kind": _Field("hearing", "Proceeding", words.plain),
    "subjects/proceeding/date": _Field("hearing", "Hearing date", words.date),
    "subjects/proceeding/chair": _Field("hearing", "Chair", _written),
    "subjects/proceeding/chair_role": _Field("hearing", "Chair's role", _written),
    "subjects/proceeding/venue": _Field("hearing", "Venue", _written),
    "subjects/proceeding/finding": _Field("hearing", "Finding", words.plain),
    "subjects/proceeding/outcome": _Field("hearing", "Outcome", words.plain),
    "subjects/proceeding/standards": _Field("hearing", "Standard", _of("standards")),
    "subjects/barred": _Field("hearing", "Barred list", _yes),
    "subjects/appeal/kind": _Field("hearing", "Appeal", words.plain),
    "subjects/appeal/result": _Field("hearing", "Appeal result", words.plain),
    "speakers/name": _Field("speaker", "Speaker", _written),
    "speakers/role": _Field("speaker", "Speaker's role", _written),
    "speakers/organisation": _Field("speaker", "Speaks for", _written),
    "helplines/organisation": _Field("speaker", "Helpline", _written),
    "helplines/phone": _Field("speaker", "Telephone", _written),
}
_ORDER: Final = {path: n for n, path in enumerate(_FIELDS)}
_RECORDS: Final = {
    "offences": "Offence",
    "sentences": "Sentence",
    "orders": "Order",
    "speakers": "Speaker",
    "helplines": "Helpline",
}


def facts(reading: Reading) -> list[Fact]:
    """The facts of a reading: those of the document, then those of each subject, then who speaks."""
    plain = reading.to_dict()
    body = {
        k: plain[k] for k in ("title", "published", "publisher", "kind", "subjects", "speakers", "helplines")
    }
    found = [(pointer, value) for pointer, value in _leaves(body, "") if _path(pointer) in _FIELDS]
    found = [(pointer, value) for pointer, value in found if not _said_already(pointer, reading)]
    found.sort(key=lambda pair: _place(pair[0]))
    several = {_list_of(pointer) for pointer, _ in found if _group(pointer).endswith(" 2")}
    return [
        _fact(number, pointer, value, _list_of(pointer) in several, tuple(reading.evidence.get(pointer, ())))
        for number, (pointer, value) in enumerate(found, 1)
    ]


def _fact(number: int, pointer: str, value: Any, one_of_several: bool, spans: tuple[Span, ...]) -> Fact:
    family, field, show = _FIELDS[_path(pointer)]
    group = _group(pointer)
    label = f"{field} {group.rsplit(' ', 1)[1]}" if one_of_several and group else field
    return Fact(number, pointer, _subject(pointer), family, group, field, label, show(value), value, spans)


def _list_of(pointer: str) -> str:
    """The list of records that a fact belongs to: "/subjects/0/offences" of its offences' facts."""
    return pointer.rsplit("/", 2)[0] if _group(pointer) else ""


def _leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    """Every value that is not null with its pointer; of false ones only "former", which is told."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, f"{at}/{key}")
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _leaves(part, f"{at}/{n}")
    elif value is not None and (value is not False or at.endswith("/former")):
        yield at, value


def _said_already(pointer: str, reading: Reading) -> bool:
    """Whether an offence's title says no more than the offence: the same words are cited for both."""
    if not (pointer.startswith("/subjects/") and pointer.endswith("/title")):
        return False
    other = pointer.removesuffix("title") + "offence"
    return reading.evidence.get(pointer) == reading.evidence.get(other) is not None


def _path(pointer: str) -> str:
    return "/".join(part for part in pointer.split("/")[1:] if not part.isdigit())


def _subject(pointer: str) -> int | None:
    parts = pointer.split("/")
    return int(parts[2]) if parts[1] == "subjects" else None


def _group(pointer: str) -> str:
    """The record that a fact belongs to, counted from 1 ("Offence 2"); "" if it stands alone."""
    parts = pointer.split("/")
    for name, number in pairwise(parts[1:]):
        if name in _RECORDS and number.isdigit():
            return f"{_RECORDS[name]} {int(number) + 1}"
    return ""


def _place(pointer: str) -> tuple[int, int, str, int, int]:
    """Where a fact is listed: by subject, family, record, then field."""
    path, subject, parts = _path(pointer), _subject(pointer), pointer.split("/")
    numbers = [int(part) for part in parts[1:] if part.isdigit()]
    family = list(FAMILIES).index(_FIELDS[path].family)
    side = 0 if family == 0 else 2 if subject is None else 1
    record = path.rsplit("/", 1)[0] if _group(pointer) else f"{_ORDER[path]:03}"
    first = f"{min(_ORDER[p] for p in _ORDER if p == path or p.startswith(record + '/')):03}"
    return (
        side * 100_000 + (subject or 0) * 100 + family,
        int(first),
        "",
        numbers[-1] if numbers and (_group(pointer) or parts[-1].isdigit()) else 0,
        _ORDER[path],
    )


# ---- marks


class Mark(NamedTuple):
    """Words of the text that something rests on: a fact (``key`` "f12"), a check ("c1") or a sensitive span ("s1")."""

    start: int
    end: int
    key: str
    family: str
    label: str
    subject: int | None = None


class Piece(NamedTuple):
    """A stretch of text that the same marks cover (the widest first), and those of them that end with it."""

    start: int
    end: int
    covering: tuple[Mark, ...]
    ending: tuple[Mark, ...]


class Marks:
    """Every mark of a text, by where it starts, the longer ones first."""

    def __init__(self, found: Iterable[Mark]) -> None:
        self.all = sorted(set(found), key=lambda m: (m.start, -m.end, m.key[0] != "f", int(m.key[1:])))
        self.starts = [mark.start for mark in self.all]
        self.longest = max((mark.end - mark.start for mark in self.all), default=0)

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks of which some words are in ``[start, end)``."""
        near = self.all[bisect_left(self.starts, start - self.longest) : bisect_left(self.starts, end)]
        return [mark for mark in near if mark.end > start]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Cut the text ``[start, end)`` wherever a mark starts or ends."""
        near = self.within(start, end)
        cuts = sorted({start, end, *(cut for mark in near for cut in mark[:2] if start < cut < end)})
        near.sort(key=lambda m: (m.start - m.end, m.start, m.key))
        for left, right in pairwise(cuts):
            covering = tuple(m for m in near if m.start <= left and m.end >= right)
            yield Piece(left, right, covering, tuple(m for m in covering if m.end == right))


def marks(reading: Reading, found: list[Fact], text: str) -> Marks:
    """The marks of a reading on its text, without white space at their ends.

    Spans that do not lie in the text, or hold no words, are left out.
    """
    out = [
        Mark(start, end, f"f{fact.number}", fact.family, fact.label, fact.subject)
        for fact in found
        if not fact.pointer.endswith("/background")  # it rests on no words, but on the whole document
        for start, end in fact.spans
    ]
    for n, check in enumerate(reading.inconsistencies, 1):
        out += [Mark(start, end, f"c{n}", "check", f"Check {n}") for start, end in check.spans]
    for n, span in enumerate(reading.sensitive, 1):
        out.append(Mark(span.start, span.end, f"s{n}", "sensitive", f"To weigh {n}"))
    return Marks(trimmed for mark in out if (trimmed := _trimmed(mark, text)) is not None)


def _trimmed(mark: Mark, text: str) -> Mark | None:
    said = text[mark.start : mark.end]
    if mark.start < 0 or mark.end > len(text) or not said.strip():
        return None
    return mark._replace(start=mark.end - len(said.lstrip()), end=mark.start + len(said.rstrip()))


def lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line of a text that has words: where it starts, where it ends, whether an empty line is before it."""
    at, empty = 0, False
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line), empty
            empty = False
        else:
            empty = True
        at += len(line) + 1


def quotes(fact: Fact, text: str) -> list[str]:
    """The words that a fact rests on, each on one line."""
    return [words.one_line(text[start:end]) for start, end in fact.spans]


def heading(subject: Subject, number: int) -> str:
    """What a subject's list of facts is headed: "1. Ada Thorne"."""
    return f"{number}. {words.who(subject)}"
