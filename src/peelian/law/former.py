"""Somebody who has left: by which condition proceedings can still be brought.

Gross misconduct only, and only for who left on or after 15 December 2017 with an allegation that came in
after 21 November 2012. Source: SI 2017/1134 regs 2, 5 (seen on legislation.gov.uk); process
reference, section 2.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from peelian.law.dates import earliest, latest
from peelian.law.lengths import add_length
from peelian.law.regimes import FORMER_OFFICERS_FROM

_SOURCE = "SI 2017/1134 regs 2, 5 [seen: legislation.gov.uk]"
_LATEST_ALLEGATION_BEFORE = date(2012, 11, 22)
_TWELVE_MONTHS = "P12M"


@dataclass(frozen=True, slots=True)
class FormerCondition:
    """Which condition holds: a, b, c, or none of them ("outside"); None where the dates do not decide.

    `needs_determination`: the oversight body must first find exceptional circumstances (condition C).
    """

    condition: Literal["a", "b", "c", "outside"] | None
    needs_determination: bool
    why: str
    source: str
    verified: bool


def _made(condition: Literal["a", "b", "c", "outside"] | None, why: str) -> FormerCondition:
    return FormerCondition(condition, condition == "c", why, _SOURCE, True)


def former_condition(left: str, attention: str) -> FormerCondition:
    """Return by which condition somebody who left can face proceedings, from two EDTF dates.

    `left` is the last day of service, `attention` the day when the allegation came to the authority.
    A: left after the allegation came in. B: at most 12 months before. C: longer before. Raises `DateError`.
    """
    left_from, left_to = earliest(left), latest(left)
    came_from, came_to = earliest(attention), latest(attention)
    if left_from is None or left_to is None or came_from is None or came_to is None:
        return _made(None, "the year of leaving or of the allegation is not known")
    begun = date.fromisoformat(FORMER_OFFICERS_FROM)
    if left_to < begun or came_to < _LATEST_ALLEGATION_BEFORE:
        return _made(
            "outside", "left before 15 December 2017, or the allegation came in before 22 November 2012"
        )
    if left_from < begun or came_from < _LATEST_ALLEGATION_BEFORE:
        return _made(None, "whether the change of 15 December 2017 applies is not decided by the dates")
    if left_from > came_to:
        return _made("a", "left after the allegation came in")
    if left_to <= came_from:
        if came_to <= add_length(left_from, _TWELVE_MONTHS):
            return _made("b", "left before the allegation came in, by no more than 12 months")
        if came_from > add_length(left_to, _TWELVE_MONTHS):
            return _made("c", "left more than 12 months before: only in exceptional circumstances")
    return _made(None, "the dates do not decide between the conditions")
