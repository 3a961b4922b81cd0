"""One of several: what is told of one of them, in words that do not say which.

"PC Lee and PC Moss were before the panel. One of them was dismissed, the other was warned": neither end is both's, and
whose it is stays open.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_AUXILIARY: Final = (
    r"(?:was|is|had|has|faced|faces|got|received|also|later|admitted|denied|lost|kept|will|would)\b"
)
_CLAUSE: Final = r"(?:\A|[.,;:\n] ?|\b(?:and|but|while|though|although) )"
# "|One of them| had been arrested on suspicion of": which of several, the words do not say
_ONE: Final = re.compile(
    rf"{_CLAUSE}(?:only |just )?one(?: of (?:them|the (?:two|three|four|five|six|pair|trio|group|officers|constables|men|women|defendants|sergeants))\b|, (?:the|an?|who|aged)\b| officer\b| {_AUXILIARY})"
    r"(?:(?!\b(?:both|all|each|other|others|another|two|three)\b)[^.;]){0,140}\Z"
)
_THE_OTHER: Final = re.compile(
    rf"{_CLAUSE}the other(?: (?:one|officer|constable|sergeant|man|woman|defendant))?(?:, [^.;,]{{2,40}},)? (?:{_AUXILIARY}|an? )"
    r"(?:(?!\b(?:both|all|each|another|two|three)\b)[^.;,]){0,60}\Z"
)


def of_one_of_them(low: str, start: int, at: int) -> bool:
    """Whether the clause of words at ``at``, in a sentence from ``start`` on, opens on "one of them", of several who are told of."""
    return "one" in low[start:at] and _ONE.search(low[start:at]) is not None


def of_one_or_the_other(low: str, start: int, at: int) -> bool:
    """The same, for "one of them" and for "the other"."""
    if of_one_of_them(low, start, at):
        return True
    return "the other" in low[start:at] and _THE_OTHER.search(low[start:at]) is not None
