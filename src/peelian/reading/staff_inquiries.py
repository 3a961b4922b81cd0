"""Inquiries into civilian staff and into officers apart: a watchdog's into the sergeant is none into the detention officer beside him.

Only where a sentence on an inquiry tells of the one kind alone, and an inquiry of the other kind's own is told too.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared

_INQUIRY: Final = re.compile(
    r"\b(?:investigat\w+|inquir(?:y|ies)|enquir(?:y|ies)|probe|managed|directed|supervised|dealt with by (?:the|his|her|their) (?:force|employer|contractor|company)|by (?:his|her|their) employer)\b"
)
_SWORN: Final = re.compile(
    r"\b(?:pcs?|ps|dc|sgt|constables?|(?:custody )?sergeants?|inspectors?|superintendent|detective)\b"
)
_STAFF: Final = re.compile(
    r"\b(?:(?:detention|custody|civilian) (?:detention )?(?:officers?|assistants?|staff)|call[- ]handlers?|civilians?|police staff|staff members?|members? of (?:police )?staff|dispatchers?|control room operators?)\b"
)


def _is_staff(person: Person) -> bool:
    return person.rank is not None and person.rank.value == "police_staff"


def inquiries_of_the_others(prepared: Prepared, persons: list[Person]) -> dict[bool, list[Span]]:
    """For staff (True) and for officers (False), the sentences on inquiries that are told of the other kind alone."""
    out: dict[bool, list[Span]] = {True: [], False: []}
    ranked = [p for p in persons if p.rank is not None]
    if len({_is_staff(p) for p in ranked}) < 2 or len(ranked) < len(persons):
        return out
    page = prepared.page
    for s in page.sentences:
        if _INQUIRY.search(page.low, s.start, s.end) is None:
            continue
        kinds = {_is_staff(p) for _, p in prepared.cast.named_in(s.start, s.end) if p in ranked}
        if _STAFF.search(page.low, s.start, s.end) is not None:
            kinds.add(True)
        if _SWORN.search(page.low, s.start, s.end) is not None:
            kinds.add(False)
        if len(kinds) == 1:
            out[not kinds.pop()].append((s.start, s.end))
    # one kind's alone may be of an inquiry into all of them
    return out if out[True] and out[False] else {True: [], False: []}


def of_the_others(found: dict[bool, list[Span]], person: Person) -> list[Span]:
    """The sentences of ``found`` that tell of no inquiry into ``person``."""
    return found[_is_staff(person)]
