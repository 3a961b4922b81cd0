"""Terms: what a page tells of one sentence or order, with its length, sum and hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.persons import Person
from peelian.reading.quantities import Amount, Length
from peelian.reading.scan import Hit
from peelian.reading.spans import beginning_in

#: Terms of custody, to be served or suspended.
CUSTODY: Final = frozenset({"imprisonment", "suspended_sentence"})
MONEY_CUES: Final = frozenset({"fine", "costs", "compensation", "surcharge", "forfeiture", "confiscation"})
NO_LENGTH: Final = MONEY_CUES | {
    "unpaid_work",
    "caution",
    "absolute_discharge",
    "total",
    "consecutive",
    "concurrent",
    "not_passed",
    "spared",
    "none",
}

# What takes the place of another term: "reduced to |two years|", "substituted |a fine|"
CHANGED: Final = re.compile(
    r"\b(?:substitut\w+|replac\w+ (?:it |them |that )?(?:with|by)|(?:will|must|should) (?:now|instead) (?:serve|go (?:back )?to (?:prison|jail) for|spend)|(?:reduced|cut|increased|raised|varied|lowered|shortened|extended|changed|halved|doubled|trebled|knocked|brought|scaled)(?: the \w+| his \w+| her \w+| it| that| this| them|,? from [\w -]+)?(?: on appeal| by [\w -]{1,24}?)?(?: down| back)? to|a new (?:one|term|sentence),? of|became|becomes?|in (?:its|their|his|her) (?:place|stead)|should be|(?:right|proper|appropriate|correct) sentence\b[^.;]{0,50}\b(?:is|was|should be|would be|would have been))[^.;]{0,40}\Z"
)


@dataclass(slots=True)
class Term:
    """A cue (a sentence or an order) with the values that the words give it; ``who`` are the people concerned."""

    cue: str
    kind: str
    start: int
    end: int
    who: tuple[Person, ...]
    sentence: int
    length: Length | None = None
    indefinite: Hit | None = None
    amount: Amount | None = None
    hours: Amount | None = None
    suspended: Span | None = None
    suspended_for: Length | None = None
    each: bool = False
    total: bool = False
    extra: list[Span] = field(default_factory=list)


def pounds(value: float) -> float:
    """A sum as it is written: whole pounds as a whole number."""
    return int(value) if value == int(value) else value


def near(cues: list[Term], value: Length | Amount | Hit) -> Sequence[Term]:
    """The cues of a sentence that can have to do with a value: those a clause or two away."""
    return beginning_in(cues, value.start - 260, value.end + 200)
