"""A record of several officers shared out: "the first was dismissed, the second ...", and whose turn a sentence is."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.persons import Person, Topics

_JOINED: Final = frozenset({"and", "&", ",", "/", "and to"})
_SHARE: Final = re.compile(
    r"\b(?:the (?P<nth>first|second|third|fourth|other|latter|former)(?= (?:was|were|received|had|has|who|is|officer|constable|sergeant|pc"
    r"|got|resigned|retired|would|admitted|denied|posted|also|then)\b|,)|(?P<one>one)(?= [a-z]+ed\b| was| received| had| made| got| who|,))"
)
NTH: Final = {
    "first": 0,
    "one": 0,
    "former": 0,
    "second": 1,
    "other": 1,
    "latter": 1,
    "third": 2,
    "fourth": 3,
}


def shared_out(low: str, start: int, end: int, people: tuple[Person, ...]) -> Topics:
    """A record of several unnamed officers, shared out where it tells of each: "The first was dismissed. The second ..."."""
    if len(people) < 2 or any(p.name is not None or p.label is not None for p in people):
        return [(start, end, people)]
    out: Topics = []
    who = people
    for found in _SHARE.finditer(low, start, end):
        n = NTH[found.group("nth") or "one"]
        if n >= len(people) or (found.group("one") and not low.find("the other", found.end(), end) > 0):
            continue
        out.append((start, found.start(), who))
        start, who = found.start(), (people[n],)
    out.append((start, end, who))
    return [t for t in out if t[0] < t[1]]


def turns_of(low: str, start: int, here: list[tuple[int, Person]]) -> list[tuple[int, tuple[Person, ...]]]:
    """Where in a sentence each named officer's turn begins; names joined by "and" share one."""
    turns: list[tuple[int, tuple[Person, ...]]] = []
    for at, person in here:
        if not turns:
            turns.append((start, (person,)))
        elif person not in turns[-1][1]:
            last = [m.end for p in turns[-1][1] for m in p.mentions if m.end <= at]
            gap = low[max(last) : at].strip() if last else ""
            if gap in _JOINED or (
                person.mentions and any(m.start == at for p in turns[-1][1] for m in p.mentions)
            ):
                turns[-1] = (turns[-1][0], (*turns[-1][1], person))
            else:
                turns.append((at, (person,)))
    return turns
