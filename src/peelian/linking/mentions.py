"""Mentions: one subject of one reading, with what can be compared in forms that can be compared.

Nothing is added to what the reading says. A year that follows from the day of the report (a birth
year from an age) is an interval, as wide as what is known leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from peelian import law
from peelian.law.dates import earliest, latest
from peelian.law.lengths import months_and_days
from peelian.linking.names import NameParts, parts

#: Days as numbers: `date.toordinal`. An interval is (first, last).
Days = tuple[int, int]

# Words of a post or an address that say nothing of which one it is.
_COMMON = frozenset(
    "a an and at for from in of on the to with police policing station stations unit units team teams department "
    "dept division district area command section branch office officer officers based serving force service group "
    "response local basic lpt lpu lpa neighbourhood safer cid custody suite investigation investigations crime "
    "operations street road lane avenue close drive way place court house gardens terrace crescent grove park "
    "near borough city town county north south east west central new old great little upper lower".split()
)
_WORD = re.compile(r"[a-z0-9]+")
_DISMISSED = frozenset(
    "dismissed_without_notice dismissed_with_immediate_effect dismissed dismissed_with_notice "
    "would_have_been_dismissed required_to_resign".split()
)
_WARNED = frozenset(
    "final_written_warning written_warning management_advice reflective_practice reduction_in_rank".split()
)
_CLEARED = frozenset(("no_action", "reinstated"))
#: Longer texts are cut: no name, post or court is so long, and comparing them costs time.
_LONGEST = 300
_COLLAR = re.compile(r"[^A-Z0-9]")


def key(document: str, index: int) -> str:
    """Return the key of a mention: the document's id and the subject's place in it, "a001#0"."""
    return f"{document}#{index}"


def split_key(mention: str) -> tuple[str, int]:
    """Return (document id, subject's place) of a mention's key. Raises `ValueError` if it is none."""
    document, mark, index = mention.rpartition("#")
    if not mark or not document or not index.isdigit():
        raise ValueError(f"not a mention's key: {mention!r} (it is written DOCUMENT#PLACE, as a001#0)")
    return document, int(index)


@dataclass(frozen=True, slots=True)
class Mention:
    """One subject of one reading. Empty tuples and None are what the document does not say.

    ``day`` is when the document was published or, where it has no date, the last day it tells of;
    ``born`` an interval of days; ``place_force`` the force to look under (the subject's own, else
    the only one of the document), used to find candidates and never as evidence.
    """

    key: str
    document: str
    index: int
    kind: str
    subjects: int
    background: bool
    published: str | None
    day: int | None
    name: str | None
    parts: NameParts | None
    label: str | None
    born: Days | None
    force: str | None
    place_force: str | None
    rank: str | None
    seniority: int | None
    sworn: bool | None
    collar: str | None
    posts: tuple[str, ...]
    homes: tuple[str, ...]
    offences: tuple[str, ...]
    courts: tuple[str, ...]
    sentences: tuple[str, ...]
    sentenced: Days | None
    hearing_kind: str | None
    hearing: Days | None
    chair: str | None
    finding: str | None
    outcome: str | None
    outcome_group: str | None
    standards: tuple[str, ...]
    appeal: str | None

    @property
    def anonymous(self) -> bool:
        """Whether the document does not name the subject."""
        return self.parts is None


def mentions_of(reading: Any) -> list[Mention]:
    """Return the mentions of one reading: a mapping in the guide's shape, or a `Reading`.

    Raises `ValueError` if it has no id, or its subjects are no records.
    """
    raw = _plain(reading)
    document = raw.get("id")
    subjects = raw.get("subjects")
    if not isinstance(document, str) or not document:
        raise ValueError("a reading has no id")
    if not isinstance(subjects, list) or not all(isinstance(s, Mapping) for s in subjects):
        raise ValueError(f"reading {document!r}: its subjects are no list of records")
    forces = {force for s in subjects if (force := _text(s.get("force")))}
    only_force = forces.pop() if len(forces) == 1 else None
    published = _text(raw.get("published"))
    told = interval(published)
    # Without a date of publication, the last day told of is close before it.
    dates = [d for s in subjects for d in _days_of(s) if d is not None]
    report: Days | None = told
    if report is None and dates:
        last = max(d[1] for d in dates)
        report = (max(d[0] for d in dates), min(last + 400, date.max.toordinal()))
    out = []
    for i, subject in enumerate(subjects):
        try:
            out.append(_mention(raw, document, i, subject, published, report, only_force))
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(
                f"reading {document!r}: subject {i} has not the shape of a subject ({error})"
            ) from error
    return out


def all_mentions(readings: Iterable[Any]) -> list[Mention]:
    """Return the mentions of all readings. Raises `ValueError` where two readings have one id."""
    out: list[Mention] = []
    seen: set[str] = set()
    for reading in readings:
        found = mentions_of(reading)
        document = str(_plain(reading)["id"])
        if document in seen:
            raise ValueError(f"two readings have the id {document!r}: each document needs its own")
        seen.add(document)
        out.extend(found)
    return out


def subjects_of(reading: Any) -> int:
    """Return how many subjects a reading has; 0 for what is no reading (`mentions_of` says what is wrong)."""
    subjects = reading.get("subjects") if isinstance(reading, Mapping) else getattr(reading, "subjects", None)
    return len(subjects) if isinstance(subjects, list | tuple) else 0


def _plain(reading: Any) -> Mapping[str, Any]:
    if isinstance(reading, Mapping):
        return reading
    import msgspec

    made = msgspec.to_builtins(reading)
    if not isinstance(made, Mapping):
        raise ValueError("not a reading")
    return made


def _mention(
    raw: Mapping[str, Any],
    document: str,
    index: int,
    s: Mapping[str, Any],
    published: str | None,
    report: Days | None,
    only_force: str | None,
) -> Mention:
    proceeding = s.get("proceeding") or {}
    name = _text(s.get("name"))
    rank = _text(s.get("rank"))
    force = _text(s.get("force"))
    outcome = _text(proceeding.get("outcome"))
    seniority, sworn = _rank(rank)
    return Mention(
        key=key(document, index),
        document=document,
        index=index,
        kind=_text(raw.get("kind")) or "other",
        subjects=len(raw["subjects"]),
        background=bool(s.get("background")),
        published=published,
        day=report[0] if report else None,
        name=name,
        parts=parts(name) if name else None,
        label=_label(_text(s.get("label"))),
        born=_born(s.get("age"), report),
        force=force,
        place_force=force or only_force,
        rank=rank,
        seniority=seniority,
        sworn=sworn,
        collar=_COLLAR.sub("", str(s["collar_number"]).upper()) or None if s.get("collar_number") else None,
        posts=_words(_texts(s.get("posts"))),
        homes=_words(_texts([s.get("residence") or ""])),
        offences=tuple(sorted(set(_texts(o.get("offence") for o in s.get("offences") or ())) - {"other"})),
        courts=tuple(sorted({_court(c) for c in _texts(s.get("courts"))})),
        sentences=tuple(sorted({_sentence(x) for x in s.get("sentences") or ()})),
        sentenced=interval(_text(s.get("sentenced_on"))),
        hearing_kind=_text(proceeding.get("kind")),
        hearing=interval(_text(proceeding.get("date"))),
        chair=_chair(_text(proceeding.get("chair"))),
        finding=_text(proceeding.get("finding")),
        outcome=outcome,
        outcome_group=_group(outcome),
        standards=tuple(sorted(set(_texts(proceeding.get("standards"))))),
        appeal=_text((s.get("appeal") or {}).get("kind")),
    )


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return value[:_LONGEST].encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no text


def _texts(values: Any) -> list[str]:
    """The texts of a list; a TypeError if it is none."""
    return [text for value in values or () if (text := _text(value))]


@lru_cache(maxsize=65536)
def interval(value: str | None) -> Days | None:
    """Return the first and last day that an EDTF date can mean; None without a year or no date at all."""
    if value is None:
        return None
    try:
        first, last = earliest(value), latest(value)
    except law.DateError:
        return None
    return None if first is None or last is None else (first.toordinal(), last.toordinal())


def _days_of(s: Mapping[str, Any]) -> list[Days | None]:
    proceeding = s.get("proceeding")
    heard = proceeding.get("date") if isinstance(proceeding, Mapping) else None
    return [interval(_text(s.get("sentenced_on"))), interval(_text(heard))]


def _born(age: Any, report: Days | None) -> Days | None:
    """Days of birth of somebody who is `age` on some day of `report`."""
    if report is None or not isinstance(age, int) or not 10 <= age <= 110:
        return None
    first = _years_before(date.fromordinal(report[0]), age + 1) + timedelta(days=1)
    return first.toordinal(), _years_before(date.fromordinal(report[1]), age).toordinal()


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


@lru_cache(maxsize=1024)
def _rank(rank: str | None) -> tuple[int | None, bool | None]:
    if rank is None:
        return None, None
    try:
        return law.seniority(rank), law.is_constable(rank)
    except law.UnknownTerm:
        return None, None


def _label(label: str | None) -> str | None:
    """The code in a label: "Officer A" and "PC 'A'" -> "a"; "Control Room Operator 1" -> "1"."""
    found = _WORD.findall(law.fold_name(label)) if label else []
    return found[-1] if found else None


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    found = {w for text in texts for w in _WORD.findall(law.fold_name(text))}
    return tuple(sorted(w for w in found - _COMMON if len(w) > 1))


@lru_cache(maxsize=8192)
def _court(text: str) -> str:
    ids = law.lookup("courts", text)
    return ids[0] if len(ids) == 1 else law.fold(text)


def _sentence(record: Mapping[str, Any]) -> str:
    size = record.get("length") or record.get("amount") or record.get("hours")
    if isinstance(size, str):
        with suppress(law.LengthError):  # 24 months and two years are one length
            size = "{}m{}d".format(*months_and_days(size))
    return f"{record.get('kind')} {size}" if size else str(record.get("kind"))


def _chair(text: str | None) -> str | None:
    found = parts(text) if text else None
    return found.surname if found else None


def _group(outcome: str | None) -> str | None:
    for name, group in (("dismissed", _DISMISSED), ("warned", _WARNED), ("cleared", _CLEARED)):
        if outcome in group:
            return name
    return None
