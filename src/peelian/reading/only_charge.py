"""The only charge: "cleared of the only charge he faced" is told of a charge of that person's own, and never of somebody else's.

The charge may be named right behind ("the only charge he faced, theft"); if it is not told at all, it stays untold.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charge_memory import ToldCharges
from peelian.reading.charges import Token

_NAMED_BEHIND: Final = re.compile(
    r"(?: (?:which|that) (?:he|she|they) faced)?(?:,| -| \u2013| \u2014|:)(?: (?:that|one))?(?: of| for)?(?: an?| the)? "
)
_OPEN: Final = (None, "charged", "alleged")


def only_charge(told: ToldCharges, low: str, frame: Token, ref: Token, behind: list[Token]) -> Token | None:
    """What "cleared of the only charge" governs: the charge named behind it (the frame is given back), or the one told before."""
    named = behind[0] if behind and behind[0].kind in ("strong", "weak") else None
    if named is not None and _NAMED_BEHIND.fullmatch(low, ref.end, named.start):
        return frame
    own = [c for c in told.told(told.who(frame.start)) if c.strong]
    if len(own) == 1 and own[0].stage in _OPEN and not own[0].headline:
        own[0].put(frame.value, (frame.start, ref.end))
    return None
