"""Whom words bring in beside named officers: the persons of a description, with their ranks, and those in one breath with them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Hit
from peelian.reading.told_next import is_next
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK, RANK_OF_STAFF

_AND: Final = re.compile(r",? and (?:a |an )?(?:former |serving |retired )?\Z")


def joined_with(page: Page, descriptions: list[Description], d: Description) -> list[Description]:
    """Those brought in in one breath with ``d``: "one former PC |and three serving officers|"."""
    i = bisect_left(descriptions, d.end, key=lambda x: x.start)
    more = descriptions[i] if i < len(descriptions) else None
    if more is None or more.form != "new" or more.agent or (more.number or 1) > MOST_TOLD_TOGETHER:
        return []
    return [more] if _AND.fullmatch(page.low, d.end, more.start) else []


# "a typist and a clerk|, both of whom had laughed, were| given written warnings": of both
_OF_BOTH: Final = re.compile(r",? (?:both|were|are|have|had both|each)\b")


def paired_with(
    page: Page, descriptions: list[Description], d: Description, found: list[Person]
) -> list[Description]:
    """The one brought in just before ``d``, where one verdict is told of both: "|a typist| and a clerk were warned"."""
    i = bisect_left(descriptions, d.start, key=lambda x: x.start) - 1
    before = descriptions[i] if i >= 0 else None
    if before is None or d.form != "new" or d.number != 1 or before.form != "new" or before.number != 1:
        return []
    if before.agent or before.witness or before.possessive or any(p.anchor == before.start for p in found):
        return []
    if page.low[before.end : d.start] != " and " or _OF_BOTH.match(page.low, d.end) is None:
        return []
    return [before]


# "A third officer, |a constable aged 28|, ..."
_A_RANK: Final = re.compile(
    r"(?: (?:arrested|suspended|charged|investigated|accused|involved|from|with|on|in|at)[^.;,]{2,50},|,?) (?:\(|who (?:is|was) )?an? (?:serving |former |then )?\Z"
)


def with_rank_told(page: Page, descriptions: list[Description], d: Description) -> Description:
    """The description that gives the rank of one brought in as a mere officer, or the same description."""
    if d.role not in NO_RANK or d.number != 1:
        return d
    i = bisect_left(descriptions, d.end, key=lambda x: x.start)
    more = descriptions[i] if i < len(descriptions) else None
    if more is None or more.form != "new" or more.number != 1 or more.head is None or more.agent:
        return d
    gap = page.low[d.end : more.head.start]
    return replace(d, role=more.role, head=more.head) if _A_RANK.fullmatch(gap) else d


def person_of(d: Description) -> Person:
    person = Person(anchor=d.start, role="subject")
    if d.head is not None:
        if d.family == "staff":
            person.rank = Hit(d.head.start, d.head.end, "rank", RANK_OF_STAFF)
        elif d.role not in NO_RANK:
            person.rank = Hit(d.head.start, d.head.end, "rank", d.role)
    return person


def told_before(d: Description, found: list[Person]) -> list[Person]:
    """The one already found whom "the sergeant" means again."""
    if d.form != "known" or d.number != 1:
        return []
    rank = person_of(d).rank
    alike = [p for p in found if rank is not None and p.rank is not None and p.rank.value == rank.value]
    return alike if len(alike) == 1 else []


def is_called_again(page: Page, d: Description, found: list[Person], named: list[tuple[int, int]]) -> bool:
    """Whether "The 31-year-old constable" is "a second officer" of the sentence before, whose rank was not told."""
    if d.form != "known" or d.number != 1 or d.agent or d.role in NO_RANK or not found:
        return False
    last = found[-1]
    if last.rank is not None or last.anchor >= d.start or last.mentions:
        return False
    i = bisect_left(named, (last.anchor, 0))
    if i < len(named) and named[i][0] < d.start:
        return False
    return page.sentence_index(d.start) - page.sentence_index(last.anchor) == 1


def those_brought_in(
    page: Page, d: Description, descriptions: list[Description], known: int
) -> Description | None:
    """The "two other officers" of an earlier sentence whom "the other two" means; ``known`` is how many are named."""
    if d.form not in ("other", "all", "known") or (d.number or 1) < 2 or d.agent or d.witness or d.possessive:
        return None
    if d.form != "other" and known == d.number:
        return None  # "both" may be the two who are named
    before = [
        x
        for x in descriptions
        if x.start < d.start and is_next(x) and x.number == d.number and not x.witness and x.family != "any"
    ]
    return before[-1] if before else None
