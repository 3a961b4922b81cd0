"""Other days: decisions told with a day of their own, which are not of the hearing that a page tells of others."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.findings import Finding
from peelian.reading.hearings import Hearing
from peelian.reading.outcomes import Outcome
from peelian.reading.told import Side

_DAY_AFTER: Final = re.compile(
    r"(?: without notice| with immediate effect| from the force| by the force)?,? (?:back )?(?:in|on|last|earlier|this)(?: the)? ?"
)


def in_another_month(side: Side, outcome: Outcome | None) -> bool:
    """Whether somebody unnamed was given their sanction in another month than that of the others' hearing."""
    if outcome is None or side.person.name:
        return False
    page = side.prepared.page

    def months(sentence: int) -> set[str]:
        s = page.sentences[sentence]
        return {
            d.edtf[:7]
            for d in side.prepared.dates
            if d.edtf and len(d.edtf) >= 7 and s.start <= d.start < s.end
        }

    own = months(outcome.sentence)
    others = {m for h in side.told.joint for m in months(h.sentence)}
    return bool(own and others) and not own & others


def on_another_day(side: Side, h: Hearing, part: Outcome | Finding) -> bool:
    """Whether a decision is told with its own day ("was dismissed in 2018"), and others' hearing with another."""
    if h.sentence == part.sentence or (side.person in h.who and len(h.who) == 1):
        return False
    page = side.prepared.page
    end = page.sentences[part.sentence].end
    own = next(
        (
            d
            for d in side.prepared.dates_between(part.end, end)
            if d.edtf and _DAY_AFTER.fullmatch(page.low, part.end, d.start)
        ),
        None,
    )
    if own is None or own.edtf is None:
        return False
    held = page.sentences[h.sentence]
    days = [d.edtf for d in side.prepared.dates_between(held.start, held.end) if d.edtf]
    return bool(days) and not any(x.startswith(own.edtf) or own.edtf.startswith(x) for x in days)
