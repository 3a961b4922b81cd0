"""One length told for several terms: "the same", "as long as", "each", and a term without end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.scan import Hit
from peelian.reading.term_lengths import TO_NOUN
from peelian.reading.terms import NO_LENGTH, Term, near


def place_indefinite(low: str, hit: Hit, cues: list[Term]) -> None:
    """Give "for life", "until further order" to the order it belongs to."""
    able = [c for c in near(cues, hit) if c.cue == "order" and c.kind not in NO_LENGTH and c.length is None]
    nouns = [c for c in able if 0 <= c.start - hit.end < 12 and TO_NOUN.match(low[hit.end : c.start])]
    if nouns:
        nouns[0].indefinite = hit
        return
    before = [c for c in able if c.end <= hit.start and hit.start - c.end < 100]
    if before and before[-1].indefinite is None:
        before[-1].indefinite = hit


_SAME: Final = re.compile(
    r"\b(?:the|for a|for the) (?:same|similar|corresponding|like) (?:period|time|length|term|duration)"
)
_JOINED: Final = re.compile(r"\A[^.;£]{0,60}\band\b[^.;£]{0,60}\Z")
_JOINABLE: Final = frozenset(
    {"sex_offender_notification", "shpo", "sopo", "restraining_order", "sex_offender_order"}
)
_WHOLE: Final = re.compile(
    r"\A[^.;,]{0,30}\b(?:for|throughout|during) (?:the )?(?:whole|duration|length|entire(?:ty)?|all|period|rest|same)?(?: of)? ?(?:that|the|this)(?: same| operational| whole)? (?:time|period|term|length|suspension|order)\b"
)


def same_as_suspension(low: str, s: Sentence, cues: Sequence[Term], told: list[Term]) -> None:
    """ "Suspended it for two years with supervision for the whole of that time": the order lasts as long."""
    for cue in cues:
        if cue.cue != "order" or cue.kind in NO_LENGTH or cue.length or cue.indefinite:
            continue
        if _WHOLE.match(low[cue.end : min(s.end, cue.end + 90)]):
            held = [
                t
                for t in [*told[-6:], *cues]
                if t.suspended_for is not None and t.sentence + 1 >= cue.sentence
            ]
            if held:
                cue.length = held[-1].suspended_for


def as_long_as(low: str, s: Sentence, cues: Sequence[Term], told: list[Term]) -> None:
    """ "An SHPO for the same period": the order lasts as long as the one told before it, in its sentence or the one before."""
    for cue in cues:
        if cue.cue != "order" or cue.kind not in _JOINABLE or cue.length or cue.indefinite:
            continue
        if _AS_LONG.match(low, cue.end, min(s.end, cue.end + 60)):
            known = [
                t
                for t in [*told[-6:], *cues]
                if t.start < cue.start and t.kind in _JOINABLE and t.length and t.sentence + 1 >= cue.sentence
            ]
            if known:
                cue.length = known[-1].length


_AS_LONG: Final = re.compile(
    r"[^.;,]{0,24}? (?:for|of|lasting|over) (?:the|a) (?:(?:same|similar|identical) (?:period|time|length|term|duration|number of years)\b|same(?=[.,;]|\s*\Z))"
)


def share(low: str, cues: Sequence[Term]) -> None:
    """A length told once for two orders ("... and a restraining order, both for five years") is each one's."""
    orders = [c for c in cues if c.kind in _JOINABLE]
    for first, second in pairwise(orders):
        if (
            second.length is None
            and second.indefinite is None
            and first.length is not None
            and _SAME.search(low, second.end, second.end + 60)
        ):
            second.length = first.length
        elif (
            first.length is None and first.indefinite is None and (second.length is not None or second.indefinite is not None)
            and first.kind != second.kind and _JOINED.match(low[first.end : second.start])
            and (second.length is None or second.length.start > second.start)
        ):  # fmt: skip
            first.length, first.indefinite = second.length, second.indefinite
