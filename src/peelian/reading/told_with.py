"""Told with: an officer without a name coupled to a named one as one subject of a verb.

"PC Lee and his sergeant were dismissed", "PC Lee, 30, and another officer were given warnings": what is told
is told of the named one too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person

# The name opens its clause: nobody did anything to its bearer before.
_OPENS: Final = re.compile(
    r"(?:\A|[\n\"'\u201c]|\b(?:that|when|after|because|while|but|where))?\W*(?:(?:on|in|at|after|following|yesterday|today|earlier|last)\b[^.;:,]{0,40}, )?(?:(?:both|now|then|former|ex|the|officers?|detectives?|disgraced|serving|police)[ -])*\Z"
)
# "|, 30,| and ", "|, of Kent Police,| and "
_AND: Final = re.compile(r"(?:, (?:\d\d|(?:aged|of|from|who|a|an|the|then|now)\b[^.;,]{1,60}),)? and \Z")
_PLURAL: Final = re.compile(
    r"[^.;]{0,90}?\b(?:(?P<many>were|have|both|are|face)|(?P<one>was|has|is|faces))\b"
)
_LONGEST: Final = 90  # characters from a name to the words coupled to it


def coupled(page: Page, at: int, end: int, persons: Iterable[Person]) -> Person | None:
    """Whose name the words ``[at, end)`` for another officer are coupled to as one subject of a plural verb, if any."""
    sentence = page.sentence_at(at)
    low = page.low
    if not low.endswith(" and ", sentence.start, at):
        return None
    plural = _PLURAL.match(low, end, sentence.end)
    if plural is None or plural["many"] is None:
        return None
    for person in persons:
        for m in person.mentions:
            if not (sentence.start <= m.start and m.end < at <= m.end + _LONGEST):
                continue
            opens = _OPENS.fullmatch(low, sentence.start, m.start) is not None
            if opens and _AND.fullmatch(low, m.end, at) is not None:
                return person
    return None
