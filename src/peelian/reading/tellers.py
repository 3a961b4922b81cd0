"""Tellers: who is named only as telling of somebody else ("Ch Supt Ann Lee confirmed that PC Moss had been dismissed").

The verb after such a name is no deed, and the end that the clause tells is not theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person

_REACH: Final = 120  # characters from a name to the next one
_TELLS_THAT: Final = re.compile(
    r"(?:,? (?:of|from|who|the force's|deputy|head) [^.;,]{2,60},?)?(?: (?:has|have|had|also|later|today|yesterday|then))*"
    r" (?:confirm|den|announce|reveal|disclose|insist|reject|quash|explain|state|say|sai|wrote|report|conclude|clarif|emphasise)(?:ed|d|s|ied|ies|es)?"
    r"(?: (?:[a-z]+ ){0,2}(?:reports?|rumours?|claims?|suggestions?|speculation|stories))? that (?:(?:the|a|an|former|serving|then) )*\Z"
)


def tellers(persons: list[Person], page: Page) -> set[Person]:
    """Those of ``persons`` whose every mention opens "... said that" somebody named next."""
    if len(persons) < 2 or " that " not in page.low:
        return set()
    named = sorted(((m.start, m.end, p) for p in persons for m in p.mentions), key=lambda n: n[0])
    starts = [start for start, _, _ in named]
    out = set()
    for person in persons:
        for m in person.mentions:
            i = bisect_left(starts, m.end)
            if i == len(named) or starts[i] > m.end + _REACH or named[i][2] is person:
                break
            if _TELLS_THAT.match(page.low, m.end, starts[i]) is None:
                break
        else:
            if person.mentions:
                out.add(person)
    return out
