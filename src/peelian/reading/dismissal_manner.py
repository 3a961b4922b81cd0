"""The manner of a dismissal: words in its sentence that say how it took effect, without notice or at once."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

# The most exact form of a dismissal wins over a vaguer one.
EXACT: Final = {
    "would_have_been_dismissed": 4, "dismissed_without_notice": 3, "dismissed_with_immediate_effect": 2,
    "dismissed_with_notice": 2, "dismissed": 1,
}  # fmt: skip
# "ordered his |summary| dismissal", "her |immediate| dismissal"
_KIND_OF_DISMISSAL: Final = re.compile(r"\b(summary|instant|immediate|on-the-spot) \Z")


def manner_of_dismissal(prepared: Prepared, hit: Hit, sentence: Sentence) -> Hit | None:
    """Words in the same sentence that say how the dismissal took effect."""
    low = prepared.page.low
    kind = _KIND_OF_DISMISSAL.search(low, max(sentence.start, hit.start - 20), hit.start)
    if kind is not None and low.startswith(("dismissal", "sacking"), hit.start):
        summary = kind.group(1) == "summary"
        value = "dismissed_without_notice" if summary else "dismissed_with_immediate_effect"
        return hit._replace(start=kind.start(1), end=kind.end(1), kind="manner", value=value)
    best: Hit | None = None
    for m in prepared.scan.between(
        "manner", max(sentence.start, hit.start - 30), min(sentence.end, hit.end + 75)
    ):
        gap = low[hit.end : m.start] if m.start >= hit.end else low[m.end : hit.start]
        if m.start > hit.end and re.search(
            r"[.;]| (?:and|but|after|who|which) (?:\w+ ){1,3}(?:was|left|had|resigned)", gap
        ):
            continue
        if low[m.start : m.end] in ("immediately", "instantly", "summarily") and len(gap) > 8:
            continue
        if best is None or EXACT[m.value] > EXACT[best.value]:
            best = m
    return best
