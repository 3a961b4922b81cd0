"""A second dismissal: an officer given back the job, by a tribunal or the force, and then dismissed for something else."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.outcomes import DISMISSALS, Outcome
from peelian.reading.page import Page

# "was dismissed |again|", "sacked |for a second time|"; "again" before the verb too
_AFTER: Final = re.compile(
    r"(?: [\w'-]+){0,4}? (?:again|once more|(?:for )?(?:a|the) second time|(?:for )?(?:a|the) third time)\b"
)
_BEFORE: Final = re.compile(
    r"\b(?:again|once more|a second time|the second time|a second hearing|a second panel)\b[^.;]{0,30}\Z"
)


def dismissed_again(page: Page, outcomes: list[Outcome]) -> list[Outcome]:
    """The dismissals of one officer, of ``outcomes`` in the order of the page, that came after a reinstatement; none mostly."""
    back = next((o for o in outcomes if o.value == "reinstated"), None)
    if back is None:
        return []
    low = page.low
    return [
        o
        for o in outcomes
        if o.value in DISMISSALS
        and o.start > back.end
        and (_AFTER.match(low, o.end) or _BEFORE.search(low, max(back.end, o.start - 60), o.start))
    ]
