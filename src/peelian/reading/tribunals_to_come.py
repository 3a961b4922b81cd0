"""Tribunals to come: appeals that a Police Appeals Tribunal is still to hear, told by what it will do."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.appeal_answers import TribunalAppeal
from peelian.reading.hearings import Hearing
from peelian.reading.prepared import Prepared
from peelian.reading.tribunals import HEAVY

# "The tribunal |will in May consider| her case"
_WILL_HEAR: Final = re.compile(
    r",? (?:will|is to|is due to|is set to|is expected to|are to|are due to)\b(?! not\b)[^.;]{0,40}?\b(?:consider|hear|review|rule|decide|determine|look (?:at|into)|re-?examine|sit|meet)\b"
)


def find_to_be_heard(prepared: Prepared, hearings: list[Hearing]) -> list[TribunalAppeal]:
    """Appeals that a tribunal is still to hear, of those of whom the page tells a dismissal or demotion."""
    low = prepared.page.low
    gone = {p for h in prepared.scan.of("outcome") if h.value in HEAVY for p in prepared.cast.who(h.start)}
    return [
        TribunalAppeal("pending", h.start, h.end, h.who, h.sentence)
        for h in hearings
        if h.kind == "appeal_tribunal"
        and len(h.who) == 1
        and h.who[0] in gone
        and _WILL_HEAR.match(low, h.end) is not None
    ]
