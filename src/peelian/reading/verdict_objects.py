"""Whose a verdict is by the name after it: "the jury convicted |Lee|", "no evidence was offered against |Moss|", "all but |Bell| were convicted".

The cast says who has the floor where the verdict's words begin; here the words that follow say more.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Token
from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared

_VERDICTS: Final = frozenset({"convicted", "acquitted", "discontinued", "hung"})
# "was |convicted| ... Lee" tells of whoever came before; a verb without it has its object behind it
_PASSIVE: Final = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|being|got|get|getting|stands?|stood|walked)|n't|,)(?: (?:not|also|then|later|both|each|all|never|formally|\w+ly))* \Z"
)
_ACTIVE: Final = re.compile(
    r"\b(?:convict(?:ed|s|ing)?|acquit(?:s|ted|ting)?|clear(?:ed|s|ing)?|f(?:ind|inds|ound|inding)|free(?:d|s|ing)?)\Z"
)
_OBJECT: Final = re.compile(r" (?:both |each of |all of |only |just )?\Z")
_TOWARDS: Final = re.compile(
    r"(?: (?:any |a |the |their |unanimous |majority )?(?:verdicts?|evidence|decisions?|charges?|case))?"
    r",? (?:against|on|upon|for|of|about|over|in (?:the case|respect) of|as to|with regard to) (?:only |either |both )?\Z"
)
_ALREADY: Final = (" against ", " against", " on", " for", " of", " about", " over", " upon")
_THEN: Final = re.compile(r"(?:,? (?:aged )?\(?\d\d\)?,?)?(?:, | and |, and )(?:the )?\Z")
# a name that only says whose something is: "cleared |Lee's| brother"
_POSSESSIVE: Final = ("'s ", "\u2019s ", "s' ")
_ALL_BUT: Final = re.compile(
    r"\b(?:all|everyone|everybody|each|any|none|every one|every defendant|all (?:three|four|five|six|seven|eight|nine|ten|the (?:officers|defendants|others|men)|of them))(?: of them)? (?:but|bar|except(?: for)?|save(?: for)?|apart from|other than) (?:for )?(?:the )?\Z"
)
_REACH: Final = 46


class VerdictObjects:
    """Asked for a verdict's words: the subjects named after them as its object, nobody where there is none."""

    __slots__ = ("_mentions", "_starts", "prepared")

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        found = [(m, p) for p in prepared.cast.subjects for m in p.mentions]
        found.sort(key=lambda x: x[0].start)
        self._mentions: list[tuple[Mention, Person]] = found
        self._starts = [m.start for m, _ in found]

    def of(self, frame: Token) -> tuple[Person, ...]:
        """Whose verdict the words after ``frame`` make it."""
        if frame.value not in _VERDICTS or len(self.prepared.cast.subjects) < 2:
            return ()
        page = self.prepared.page
        s = page.sentence_at(frame.start)
        i = bisect_left(self._starts, frame.end)
        if i < len(self._starts) and self._starts[i] < min(s.end, frame.end + _REACH):
            gap = page.low[frame.end : self._starts[i]]
            words = page.low[frame.start : frame.end]
            before = page.low[max(s.start, frame.start - 40) : frame.start]
            if (
                (_OBJECT.match(gap) and _ACTIVE.search(words) and _PASSIVE.search(before) is None)
                or _TOWARDS.match(gap)
                or (
                    gap in (" ", " the ")
                    and words.endswith(_ALREADY)
                    and words not in ("guilty of", "convicted of", "cleared of")
                )
            ):
                return self._names(i, s.end)
        return self._all_but(s.start, frame)

    def _names(self, i: int, stop: int) -> tuple[Person, ...]:
        """The people named in one breath from the mention ``i`` on."""
        low = self.prepared.page.low
        out = []
        for k in range(i, len(self._mentions)):
            mention, person = self._mentions[k]
            if mention.start >= stop or low.startswith(_POSSESSIVE, mention.end):
                break
            if k > i and _THEN.fullmatch(low, self._mentions[k - 1][0].end, mention.start) is None:
                break
            out.append(person)
        return tuple(dict.fromkeys(out))

    def _all_but(self, floor: int, frame: Token) -> tuple[Person, ...]:
        """Everybody but the one excepted before a verdict: "all but |Bell| were convicted"."""
        low = self.prepared.page.low
        i = bisect_left(self._starts, floor)
        if i < len(self._starts) and self._starts[i] < frame.start:
            mention, excepted = self._mentions[i]
            if _ALL_BUT.search(low, floor, mention.start) and not low.startswith("none", floor):
                return tuple(p for p in self.prepared.cast.subjects if p is not excepted)
        return ()
