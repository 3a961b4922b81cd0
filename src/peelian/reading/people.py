"""People: each subject's name, label, rank, collar number, age, and whether they had left."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.ages import read_age
from peelian.reading.employment import read_employment
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.rank_held import read_rank
from peelian.reading.said_former import read_former

_COLLAR: Final = re.compile(
    r"(?:collar|warrant|shoulder|force|badge|pin)(?: (?:number|no\.?|num))?:? ?(?:is |was )?([a-z]{0,2}\d{2,6}[a-z]{0,2})\b"
)
_FIGURES: Final = re.compile(r"\d\d")  # no number without them
_COLLAR_LABEL: Final = re.compile(
    r"\(?\b(?:formerly )?(?:pc|ps|dc|ds|sc|sgt|pcso) ([a-z]{0,2}\d{2,6}[a-z]{0,2})\b"
)


def read_people(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the fields that say who each subject is, and their employment."""
    for person, draft in drafts.items():
        if person.name is not None and person.name_span is not None:
            draft.name = Cited(person.name, person.name_span)
        if person.label is not None and person.label_span is not None:
            draft.label = Cited(person.label, person.label_span)
        draft.rank = read_rank(prepared, person)
        draft.age = read_age(prepared, person)
        draft.collar_number = _collar(prepared, person)
        draft.former = read_former(prepared, person)
    read_employment(prepared, drafts)


def _collar(prepared: Prepared, person: Person) -> Cited[str] | None:
    text, low = prepared.page.text, prepared.page.low
    for mention in person.mentions:
        if mention.collar is not None:
            return Cited(text[mention.collar[0] : mention.collar[1]], mention.collar)
    if "collar" in person.fields:
        start, end = person.fields["collar"]
        number = Cited(text[start:end], (start, end))
        return number if _FIGURES.search(low, start, end) else None  # "-", "not given"
    for mention in person.mentions:
        first, last = max(0, mention.start - 4), min(len(low), mention.end + 60)
        if not _FIGURES.search(low, first, last):
            continue
        for pattern in (_COLLAR, _COLLAR_LABEL):
            m = pattern.search(low, first, last)
            if m and (
                prepared.cast.who(m.start(1)) == (person,)
                or (m.start() - mention.end <= 2 and person in prepared.cast.who(m.start(1)))
            ):
                return Cited(text[m.start(1) : m.end(1)], m.span(1))
    return None
