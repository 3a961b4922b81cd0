"""What may give somebody the floor in running prose: names, descriptions, pronouns, a party's number, an appeal."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.captions import called_by_number
from peelian.reading.kin import has_kin
from peelian.reading.of_two import one_of_two
from peelian.reading.page import Page
from peelian.reading.part_played import places_of_parts
from peelian.reading.persons import Person
from peelian.reading.scan import Scan


class Event(NamedTuple):
    """A mention or description at ``[start, end)``; ``kind`` is ``subject``, ``official``, ``other``, ``many``, ..."""

    start: int
    end: int
    kind: str
    person: Person | None


_OTHERS: Final = ("other", "civil", "police", "colleague", "defendant")


def find_events(page: Page, scan: Scan, persons: list[Person]) -> list[Event]:
    """Everything in the page that may give somebody the floor, in order."""
    events: list[Event] = []
    for p in persons:
        if p.is_subject:
            events += [
                Event(m.start, m.end, "kin" if has_kin(page, m.start, m.end) else "subject", p)
                for m in p.mentions
            ]
        else:
            events += [Event(m.start, m.end, p.role, p) for m in p.mentions]
    events += [Event(h.start, h.end, "other", None) for h in scan.of("other_person")]
    events += [Event(h.start, h.end, "civil", None) for h in scan.of("civilian")]
    events += [Event(h.start, h.end, h.value, None) for h in scan.of("described")]
    if " latter" in page.low:
        events += [Event(m.start(), m.end(), m.group(1), None) for m in _OF_TWO.finditer(page.low)]
    subjects = [p for p in persons if p.is_subject and p.name is not None]
    events += _of_the_former(page, subjects)
    events += _of_the_job(page, subjects)
    if len(subjects) > 1:
        events += [Event(*spot, None) for spot in one_of_two(page)]
        parts = places_of_parts(page)
        if parts:  # "the senior man" is nobody else
            inside = [e for e in events if e.kind in _OTHERS and any(a <= e.start < b for a, b in parts)]
            events = [e for e in events if e not in inside]
            events += [Event(*spot, "part", None) for spot in parts]
    events.sort(key=lambda e: (e.start, -e.end))
    return events


# "The former officer would have been dismissed", "the serving officer", where no name follows
_FORMER_ONE: Final = re.compile(
    r"\bthe (?P<how>former |retired |ex-|ex |serving |still-serving )(?:police )?(?:officer|pc|constable|sergeant|sgt|detective|inspector|policeman|policewoman)(?=[,.;]| [a-z])"
)
_CALLED_FORMER: Final = ("former ", "ex-", "retired ")


def _of_the_former(page: Page, subjects: list[Person]) -> list[Event]:
    """Where the page means the only one of several named officers whom it calls former, or the only other one."""
    if len(subjects) < 2:
        return []
    found = [m for m in _FORMER_ONE.finditer(page.low) if not page.text[m.end() + 1 : m.end() + 2].isupper()]
    if not found:
        return []
    former = [
        p
        for p in subjects
        if any(
            page.low.endswith(_CALLED_FORMER, 0, m.start) or page.low.startswith(_CALLED_FORMER, m.start)
            for m in p.mentions
        )
    ]
    serving = [p for p in subjects if p not in former]
    events: list[Event] = []
    for m in found:
        meant = serving if m["how"].endswith("serving ") else former
        if former and len(meant) == 1:
            events.append(Event(m.start(), m.end(), "subject", meant[0]))
    return events


_WIDE: Final = frozenset({"officer", "staff", "worker", "employee", "member", "civilian", "investigator"})


def _of_the_job(page: Page, subjects: list[Person]) -> list[Event]:
    """Where the page means the only one of several named by what he or she is called at work: "the clerk", "the analyst"."""
    if len(subjects) < 2:
        return []
    jobs: dict[str, set[Person]] = {}
    for person in subjects:
        for m in person.mentions:
            if m.rank is not None and m.rank.value == "police_staff":
                job = page.low[m.rank.start : m.rank.end].rpartition(" ")[2]
                jobs.setdefault(job, set()).add(person)
    events: list[Event] = []
    for job, bearers in jobs.items():
        if len(bearers) == 1 and job.isalpha() and job not in _WIDE:
            of = next(iter(bearers))
            events += [
                Event(m.start(), m.end(), "subject", of)
                for m in re.finditer(rf"\bthe {job}(?=[,.;]| [a-z])", page.low)
            ]
    return events


# "|The former| is charged with fraud. |The latter| faces two counts", and not "the former officer"
_OF_TWO: Final = re.compile(
    r"\bthe (former|latter)\b(?=,| (?:is|was|has|had|will|would|must|faces|faced|denies|denied|admits|admitted|pleaded|received|got|resigned|retired|also|later|then|did|told|said|given|handed|fined|jailed|cleared|dismissed)\b)"
)


def of_numbered(page: Page, parties: list[Person]) -> list[Event]:
    """Where a paper calls a party by its number: "the First Interested Party", "the second and third appellants"."""
    if all(p.party_number is None for p in parties):
        return []
    of = {(p.party, p.party_number): p for p in parties}
    return [
        Event(start, end, "subject", of[part, number])
        for start, end, part, number in called_by_number(page)
        if (part, number) in of
    ]


_APPEAL: Final = re.compile(
    r"\b(?:the|this) (?:appeal|claim|application)s? (?:is|was|be|must|fails|succeeds|should|shall|has|against)\b|\b(?:dismiss|allow|refuse|reject|uphold)(?:ed|s)? (?:the|this) (?:appeal|claim|application)\b"
)


def of_appeals(page: Page) -> list[Event]:
    """Where a paper about one party's case speaks of the appeal or the claim: it is that party's."""
    return [Event(m.start(), m.end(), "defendant", None) for m in _APPEAL.finditer(page.low)]
