"""Whose words of a court case are: the cast's answer, and what the clause says where somebody else was named on the way."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared

_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|got|gets|received|has|had|have|pleaded|admitted|denied|given|convicted|found|will|must|who|faces|faced|appeared|and (?:he|she))\b"
)
# A main clause taken up again after a relative clause: ", has been jailed".
_RESUMED: Final = re.compile(r",\s(?:has|have|was|were|is|had|must|will)\b[^,.;]{0,60}\Z")
# "his ex-wife's garage": the other person is only named to say whose thing it is.
_POSSESSIVE: Final = re.compile(r"\A[\w-]+(?:'s|s') ")
_RELATIVE: Final = re.compile(r"\bwho\b")
_FAR: Final = 600  # no clause is longer
_WORD: Final = re.compile(r"\s+")


# The court is the subject and the person only a pronoun: "Magistrates fined her £100", "ordered him to pay".
_OBJECT: Final = re.compile(r"[\w-]+(?: for)? (?:him|her)\b")
_ORDERED: Final = re.compile(
    r"\A(?:the |a |an |his |her )?(?:district |deputy |presiding )?(?:magistrates|judge|justices|bench|court|sheriff|recorder|chairman|jury|chair of the bench)\b[^.;]{0,80}"
    r"\b(?:ordered|gave|fined|sentenced|jailed|disqualified|banned|told|made|imposed|sent|placed|passed)\b(?: (?:him|her|an?|the|to|\d\S*|\w+)\b)"
)


def _said_before(prepared: Prepared, at: int) -> tuple[Person, ...]:
    """Whom the sentences before ``at`` told of last."""
    index = prepared.page.sentence_index(max(0, at - 1))
    for back in range(index, max(-1, index - 3), -1):
        s = prepared.page.sentences[back]
        for place in (s.end - 1, (s.start + s.end) // 2, s.start):
            who = prepared.cast.who(place)
            if who:
                return who
    return ()


def owner(prepared: Prepared, at: int) -> tuple[Person, ...]:
    """The subjects whom the words at ``at`` tell of.

    The cast decides. Where it says somebody else has the floor, the floor goes back to the subject of
    the sentence if that other person was only an object ("may not contact his wife for five years
    under a restraining order") or stood in a relative clause that is closed ("who worked for her
    partner, has been jailed").
    """
    who = prepared.cast.who(at)
    if who:
        return who
    page = prepared.page
    s = page.sentence_at(at)
    before: tuple[Person, ...] = ()
    taken = s.start
    for gap in _WORD.finditer(page.low, max(s.start, at - _FAR), at):
        here = prepared.cast.who(gap.end())
        if here:
            before = here
            taken = gap.end()
        elif before and taken < gap.start() and prepared.cast.who(taken):
            taken = gap.end()
    if not before:
        before = prepared.cast.who(s.start)
        taken = s.start
        if not before:
            return (
                _said_before(prepared, s.start)
                if _OBJECT.match(page.low, at) or _ORDERED.match(page.low[s.start : min(at, s.start + 200)])
                else ()
            )
    segment = page.low[max(taken, at - _FAR) : at]
    relative = _RELATIVE.search(page.low, s.start, min(taken, s.start + 90)) is not None
    if _POSSESSIVE.match(segment) or (relative and len(_VERB.findall(segment)) == 1):
        return before
    if _RESUMED.search(segment) or not _VERB.search(segment):
        return before
    return ()
