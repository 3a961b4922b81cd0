"""An outcome that came, or would have come, to one more: "PC Lee was sacked. So was Moss. So would Stone have been"."""

from __future__ import annotations

from peelian.reading.inverted import so_was
from peelian.reading.outcomes import DISMISSALS, Outcome
from peelian.reading.prepared import Prepared


def told_too(prepared: Prepared, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, in order, with those of whoever the next sentence says to have, or would have, met the same."""
    page, out = prepared.page, list(outcomes)
    for o in outcomes:
        if o.sentence + 1 >= len(page.sentences):
            continue
        start = page.sentences[o.sentence + 1].start
        found = so_was(page, start)
        if found is None:
            continue
        who = next((p for _, p in prepared.cast.subjects_in(found.end(), found.end() + 1)), None)
        would = "would" in found.group()
        if who is None or (o.value not in DISMISSALS if would else who in o.who):
            continue
        span = (start, found.end() - 1)
        value = "would_have_been_dismissed" if would else o.value
        out.append(Outcome(value, *span, (*o.spans, span), o.weight, (who,), o.sentence + 1))
    return sorted(out, key=lambda o: o.start)
