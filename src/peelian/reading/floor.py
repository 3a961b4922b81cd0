"""The floor: of whom a page of prose tells before its sentences are read, who opens it, and which of its words turn it to others."""

from __future__ import annotations

from typing import Final

from peelian.reading.by_place import places
from peelian.reading.events import Event, find_events, of_appeals, of_numbered
from peelian.reading.fates_of_others import brought_in_next, strangers
from peelian.reading.held_against import held_against
from peelian.reading.name_lists import in_one_list
from peelian.reading.next_officers import is_next_officer
from peelian.reading.page import Page
from peelian.reading.persons import Person, Topic
from peelian.reading.quantities import GROUPS
from peelian.reading.role_story import opening_of
from peelian.reading.scan import Scan
from peelian.reading.second_in_lead import second_in_lead
from peelian.reading.several import told_of_several
from peelian.reading.sexes import sexes, spouse_words
from peelian.reading.the_other import the_other
from peelian.reading.turn_words import PLURAL
from peelian.reading.who_is_meant import WhoIsMeant


class Floor(WhoIsMeant):
    """Who has the floor where a page opens, and what its sentences may change that by."""

    __slots__ = (
        "brought_in",
        "cover",
        "first",
        "opens_on",
        "rival",
        "rival_is",
        "scan",
        "subjects",
        "together",
    )

    def __init__(self, page: Page, scan: Scan, persons: list[Person], subjects: list[Person]) -> None:
        self.page, self.scan = page, scan
        self.subjects = subjects
        self.main = [s for s in subjects if s.role == "subject"] or subjects
        self.events = find_events(page, scan, persons)
        self.parties = parties = [p for p in persons if p.party is not None]
        mine = [p for p in parties if p in self.main]
        # whom "the defendant", "the appellant" and a judge's "you" mean: nobody told of, if the party is no subject
        self.meant = tuple(mine[:1]) if parties else (self.main[0],)
        if mine:
            self.events = sorted([*self.events, *of_appeals(page)], key=lambda e: (e.start, -e.end))
            self.events = sorted([*self.events, *of_numbered(page, mine)], key=lambda e: (e.start, -e.end))
        self.group = ()
        self.alone: Topic = ()  # who last had the floor alone
        if len(self.main) > 1:
            placed = [Event(*spot, None) for spot in places(page)]
            several = [Event(*spot, None) for spot in told_of_several(page, len(self.main))]
            others = [e for e in [*self.events, *several] if not any(_overlaps(e, p) for p in placed)]
            self.events = sorted([*others, *placed], key=lambda e: (e.start, -e.end))
        beside = [Event(*spot, None) for spot in strangers(page, scan, self.main, persons)]
        if len(self.main) == 1:
            beside += [Event(*spot, None) for spot in the_other(page, self.main[0])]
        beside += [Event(*spot) for spot in held_against(page, subjects)]
        beside += [Event(*spot) for spot in second_in_lead(page, self.main)]
        beside += [
            Event(page.sentence_at(m.start).start, m.end, "brought in", None)
            for p in persons
            if p.elder is not None and not p.is_subject
            for m in p.mentions
        ]
        if beside:
            kept = [e for e in self.events if not any(b.start <= e.start < b.end for b in beside)]
            self.events = sorted([*kept, *beside], key=lambda e: (e.start, -e.end))
        self.brought_in = brought_in_next(page, self.main[0])
        self.civilians = [h.start for h in scan.of("civilian")]
        self.persons = persons
        self.sexes = sexes(page, persons) if len(self.main) > 1 else {}
        self.rival = False  # somebody outside the cast holds the floor to the end of the paragraph
        self.rival_is: Person | None = None
        opening = page.low[: self.main[0].anchor + 1]
        plural = PLURAL.search(opening) if len(self.main) > 1 else None
        # "a fifth officer, PC Lee," is none of the four of whom the page first tells
        told = next((n for word, n in GROUPS.items() if plural and word in plural.group()), 0)
        before = tuple(s for s in self.main if not is_next_officer(s, page))
        if told != len(before):
            before = tuple(s for s in self.main if not _is_cleared_beside(s, page, scan))
        if 1 < told < len(before):  # "Two detectives were jailed": who are named later are none of the two
            before = before[:told]
        self.first: Topic = before or tuple(self.main)
        self.together: Topic = self.first if plural is not None and len(self.first) > 1 else ()
        self._call_spouses()
        printed = tuple(p for p in mine if p.party_number is not None)
        self.cover = (
            max((m.end for p in printed for m in p.mentions[:1]), default=0) if len(printed) > 1 else 0
        )
        self.current = printed if self.cover else self.first if plural is not None else (self.main[0],)
        if not self.cover and self._opens_on_one_of_a_list():
            self.current = ()  # "An officer has been sacked and others warned", and five are named: not the first
        if self.brought_in >= 0 and len(self.main) == 1:
            self.current = ()  # "Two officers resigned. A third, PC Lee, was cleared"
        self.opens_on = self.current

    def _opens_on_one_of_a_list(self) -> bool:
        """Whether a page opens on one officer and then names several in one breath, so that nothing says which it is."""
        if len(self.main) < 2 or not self.main[0].mentions or not self.main[1].mentions:
            return False
        first, second = self.main[0].mentions[0], self.main[1].mentions[0]
        if not first.end < second.start or not in_one_list(self.page.low, first.end, second.start):
            return False
        opening = opening_of(self.page, self.scan, self.page.sentence_at(first.start).start - 1)
        return opening is not None and opening.police and opening.number == 1

    def _call_spouses(self) -> None:
        """Of a couple who are both told of, "the husband" and "his wife" are those two, and nobody else's kin."""
        spouses = [Event(*spot) for spot in spouse_words(self.page, self.first, self.sexes)]
        taken = {e.start for e in spouses}
        if spouses:
            kept = [e for e in self.events if e.start not in taken]
            self.events = sorted([*kept, *spouses], key=lambda e: (e.start, -e.end))


_CLEAR: Final = ("not_misconduct", "not_proven", "no_case")


def _is_cleared_beside(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a page brings in one more officer with a panel's finding that clears him or her."""
    m = person.mentions[0]
    told = scan.between("finding", m.end, page.sentence_at(m.start).end)
    return is_next_officer(person, page) and any(h.value in _CLEAR for h in told)


_WORDS_OF_SEVERAL: Final = frozenset({"many", "rest", "former", "latter"})


def _overlaps(event: Event, placed: Event) -> bool:
    return event.kind in _WORDS_OF_SEVERAL and event.start < placed.end + 6 and placed.start < event.end
