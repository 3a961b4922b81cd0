"""People named in turn: those whom a sentence counts, and the next sentences name one by one.

"The two gaolers pleaded guilty. Ann Lee, 51, was given nine months. Tom Moss, 27, got a community order." A page's
opening that does so is ``roles``'s.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.descriptions import find_descriptions
from peelian.reading.persons import Person
from peelian.reading.scan import Hit
from peelian.reading.surroundings import Surroundings
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK, RANK_OF_STAFF

_OPENS_WITHIN: Final = 3  # characters before a name that opens a sentence
_FEWEST: Final = 2  # people: one who is named is not told of in turn
_AGED: Final = re.compile(r",? \(?(?:who (?:is|was) )?(?:aged |now )?\d\d\b")
_DEALT: Final = ("outcome", "finding", "verdict", "offence", "penalty")


def named_in_turn(among: Surroundings) -> list[tuple[list[Person], Hit | None]]:
    """The people of each number of officers or staff whom the sentences after name in turn, with the rank that the words give."""
    out: list[tuple[list[Person], Hit | None]] = []
    if sum(_opens_a_sentence(p, among) for p in among.persons) < _FEWEST:
        return out
    for d in among.scan.once(find_descriptions):
        if d.number is None or not 1 < d.number <= MOST_TOLD_TOGETHER:
            continue
        if d.agent or d.witness or d.possessive or d.form not in ("new", "known", "other", "all"):
            continue
        people = _named_after(d, among)
        if len(people) == d.number:
            out.append((people, _rank_of(d)))
    return out


def _opens_a_sentence(person: Person, among: Surroundings) -> bool:
    """Whether a person without a rank is anywhere named in full at the head of a sentence."""
    return any(
        m.rank is None
        and m.title is None
        and len(m.tokens) > 1
        and m.start - among.page.sentence_at(m.start).start <= _OPENS_WITHIN
        for m in person.mentions
    )


def _named_after(d: Description, among: Surroundings) -> list[Person]:
    """Whoever opens each of the next sentences by name and is dealt with there, as long as the paragraph or two go on so."""
    page, scan = among.page, among.scan
    number = d.number or 0
    index = page.sentence_index(d.start)
    own = page.sentences[index]
    if among.named_in(d.end, own.end):
        return []
    people: list[Person] = []
    plain = _rank_of(d) is not None
    for s in page.sentences[index + 1 :]:
        first = next(
            (
                (m, p)
                for p in among.persons
                for m in p.mentions
                if s.start <= m.start <= s.start + _OPENS_WITHIN and len(m.tokens) > 1
            ),
            None,
        )
        if first is None:
            if people and s.paragraph == own.paragraph:
                continue  # "He had asked for none"
            break
        m, person = first
        told = scan.among(_DEALT, m.end, s.end) and (plain or _AGED.match(page.low, m.end))
        if m.title is not None or m.rank is not None or person in people or not told:
            return []
        people.append(person)
        if len(people) == number:
            break
    return people


def _rank_of(d: Description) -> Hit | None:
    """The rank, or the work of staff, that the counting words name; None for "two officers"."""
    if d.head is None:
        return None
    if d.family == "staff":
        return Hit(d.head.start, d.head.end, "rank", RANK_OF_STAFF)
    return Hit(d.head.start, d.head.end, "rank", d.role) if d.role not in NO_RANK else None
