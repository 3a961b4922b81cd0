"""Surroundings: the people of a page beside each other, and what several readers of roles ask about each name.

Who is named next, what is told until then, and whether a police role is told: worked out once for all who ask.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan
from peelian.reading.victims import has_police_words

_NEVER_WAS: Final = re.compile(r"\b(?:never|not|n't)\b")
_STEPS_IN: Final = re.compile(r"[.;:]| (?:that the|said|told|by|against|with|alongside|assaulted|attacked) ")
_ROLE: Final = ("rank", "joined")


class Surroundings:
    """Everybody named on one page.

    ``deeds`` counts for each how many mentions are soon followed by what they did or suffered; ``most`` is the
    greatest number of mentions; ``ranked`` says that somebody's name has a rank.
    """

    __slots__ = (
        "_others",
        "_police",
        "_starts",
        "_whose",
        "_words",
        "deeds",
        "most",
        "page",
        "persons",
        "ranked",
        "scan",
    )

    def __init__(self, persons: list[Person], page: Page, scan: Scan) -> None:
        self.persons, self.page, self.scan = persons, page, scan
        named = sorted(((m.start, p) for p in persons for m in p.mentions), key=lambda spot: spot[0])
        self._starts = [start for start, _ in named]
        self._whose = [person for _, person in named]
        self._others: dict[Person, list[int]] = {}
        self._police: dict[int, bool] = {}
        self._words: dict[int, bool] = {}
        self.most = max((len(p.mentions) for p in persons), default=0)
        self.ranked = any(m.rank is not None for p in persons for m in p.mentions)
        self.deeds = {person: self._deeds(person) for person in persons}

    def others(self, person: Person) -> list[int]:
        """Where anybody else is named, in order."""
        known = self._others.get(person)
        if known is None:
            spots = zip(self._starts, self._whose, strict=True)
            known = self._others[person] = [start for start, who in spots if who is not person]
        return known

    def next_other(self, person: Person, at: int) -> int:
        """Where somebody else is next named after offset ``at``; the text's end if nobody is."""
        i = bisect_right(self._starts, at)
        while i < len(self._starts) and self._whose[i] is person:
            i += 1
        return self._starts[i] if i < len(self._starts) else len(self.page.text)

    def is_police(self, m: Mention) -> bool:
        """Whether a mention carries a rank, or a rank or police work is told of it in the same breath ("..., a sergeant")."""
        known = self._police.get(id(m))
        if known is None:
            known = self._police[id(m)] = self._told_police(m, len(self.page.text))
        return known

    def has_words(self, m: Mention) -> bool:
        """Whether the words beside a mention give a police role (see ``victims.has_police_words``)."""
        known = self._words.get(id(m))
        if known is None:
            known = self._words[id(m)] = has_police_words(m, self.page)
        return known

    def has_role(self, person: Person) -> bool:
        """Whether the words around any mention of a person, up to the next name, give a police role."""
        return bool(person.label) or any(
            self.has_words(m)
            or (self.is_police(m) and self._told_police(m, self.next_other(person, m.start)))
            for m in person.mentions
        )

    def _told_police(self, m: Mention, stop: int) -> bool:
        if m.rank is not None or m.collar is not None:
            return True
        low = self.page.low
        end = min(self.page.sentence_at(m.start).end, m.end + 80, stop)
        return any(
            not _STEPS_IN.search(low, m.end, hit.start)
            and not (hit.kind == "joined" and _NEVER_WAS.search(low, m.end, hit.start))
            for hit in self.scan.among(_ROLE, m.end, end)
        )

    def _deeds(self, person: Person) -> int:
        """How many mentions are soon followed, in their sentence, by what somebody did or suffered."""
        page, scan = self.page, self.scan
        return sum(
            1
            for m in person.mentions
            if not page.quoted(m.end)
            and scan.between("does", m.end, min(page.sentence_at(m.start).end, m.end + 80))
        )
