"""Next in court: where a column of court cases goes on from one defendant to the next, not named yet.

"Ann Lee, 41, was fined £450. A FARMER who let his cattle starve was banned from keeping animals. Ned Obi, 60, ...":
what the lead of the second case tells is not told of the first.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.persons import Person

_OPENS: Final = re.compile(
    r"[\"'(\[]*an? (?:(?!(?:judge|jury|spokes\w+|court|hearing|panel|trial|file|charge|further|second|third|later|colleague|report|statement|date|witness|order|ban|letter|sentence|fine|term|review|inquiry|investigation|complaint|supervisor|decision|appeal|search|call|victim|friend)\b)[\w'-]+ ){0,5}?"
    r"(?:who|whose|accused|charged|convicted|found|jailed|has|had|was|is|will|caught|pleaded|admitted|denied)\b"
)
_TRIED: Final = re.compile(
    r"\b(?:jailed|fined|banned from|sentenced|convicted|accused of|charged|trial|pleaded|admitted|denied|prison|cleared of|acquitted|guilty|remanded|spared|in court|before magistrates|the dock|locked up)\b"
)
_NEXT: Final = 160  # characters from the lead's end to the name of whom it told


def next_in_court(page: Page, persons: list[Person]) -> list[tuple[Span, Person]]:
    """The leads, each a line of its own, of further cases, with whoever is named for the first time right after; in order."""
    subjects = [p for p in persons if p.is_subject]
    if not subjects:
        return []
    first = min(p.anchor for p in subjects)
    mentions = sorted(((m.start, p) for p in persons for m in p.mentions), key=lambda n: n[0])
    starts = [start for start, _ in mentions]
    out: list[tuple[Span, Person]] = []
    for i, s in enumerate(page.sentences):
        if s.start <= first or (i and page.sentences[i - 1].paragraph == s.paragraph):
            continue
        if _OPENS.match(page.low, s.start, s.end) is None or not _TRIED.search(page.low, s.start, s.end):
            continue
        at = bisect_left(starts, s.start)
        if at == len(starts) or starts[at] < s.end or starts[at] > s.end + _NEXT:
            continue
        person = mentions[at][1]
        if person.anchor == starts[at] and page.text[s.start : s.start + 1].isupper():
            out.append(((s.start, s.end), person))
    return out
