"""Hearings begun: the first day of a hearing that is not over."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared

BEGUN_BEFORE: Final = re.compile(
    r"\b(?:begun|began|opened|opens|started|starting|opening|beginning|sitting from|convened)(?: sitting| hearing evidence| its work)?(?: (?:on|last|at))?(?: the)? \Z"
)


def date_begun(prepared: Prepared, anchors: list[tuple[int, int]]) -> Cited[str] | None:
    """The day on which a hearing that is not over began ("the panel, which began sitting on Monday")."""
    for start, _ in anchors:
        sentence = prepared.page.near(start, 400)
        for d in prepared.dates_between(sentence.start, sentence.end):
            if d.edtf and BEGUN_BEFORE.search(prepared.page.low, max(0, d.start - 60), d.start):
                return _cited(d)
    for hit in prepared.scan.of(
        "under_way"
    ):  # "Opening the case on Monday", "on the first day of the hearing, on Monday"
        words = prepared.page.low[hit.start : hit.end]
        sentence = prepared.page.sentence_at(hit.start)
        if words.startswith(("opening", "first")):
            days = [d for d in prepared.dates_between(sentence.start, sentence.end) if d.edtf]
            if len(days) == 1 and _of_opening(prepared, days[0], hit.start, hit.end):
                return _cited(days[0])
            told = next((d for d in prepared.dates if d.edtf and _is_told_on(prepared, d)), None)
            if told is not None:
                return _cited(told)
    return None


def _of_opening(prepared: Prepared, d: Date, start: int, end: int) -> bool:
    """Whether a day is that of the opening told of at ``[start, end)``, and not of what was said then."""
    low = prepared.page.low
    return d.end <= start or _OF_THE_SAID.search(low, end, d.start) is None


def _is_told_on(prepared: Prepared, d: Date) -> bool:
    return _TOLD_ON.search(prepared.page.low, max(0, d.start - 50), d.start) is not None


_OF_THE_SAID: Final = re.compile(r"\b(?:said|told|heard|alleged|claimed)\b[^.;]* (?:that|how|on|in)\b")
# "A disciplinary hearing was told |on Monday|": the day on which a hearing that has just opened sat.
_TOLD_ON: Final = re.compile(r"\b(?:hearing|panel|tribunal|meeting) (?:was told|heard|has heard)(?: on)? \Z")


def _cited(d: Date) -> Cited[str] | None:
    return Cited(d.edtf, (d.start, d.end)) if d.edtf else None
