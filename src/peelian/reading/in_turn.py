"""Terms told in turn: "Lee and Moss were given two years and 14 months respectively", one term for each of those named."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in
from peelian.reading.terms import CUSTODY, Term

_WORD: Final = "respectively"
_JOINED: Final = re.compile(r", |,? and ")


def in_turn(prepared: Prepared, owners: Owners, s: Sentence, index: int, terms: list[Term]) -> list[Term]:
    """A sentence's ``terms``, where as many lengths as people are told "respectively": each with the one of whom it is."""
    low = prepared.page.low
    at = low.find(_WORD, s.start, s.end)
    if at < 0 or "suspended" in low[s.start : s.end]:
        return terms
    lengths = list(beginning_in(prepared.lengths, s.start, s.end))
    if len(lengths) < 2 or not all(_JOINED.fullmatch(low, a.end, b.start) for a, b in pairwise(lengths)):
        return terms
    who = owners.term(lengths[0].start)
    if len(who) != len(lengths):
        return terms
    custody = [t for t in terms if t.kind in CUSTODY or t.kind == "total"]
    if not custody and any(t.length in lengths for t in terms):
        return terms  # orders, and no sentences
    rest = [t for t in terms if t not in custody and t.length not in lengths]
    return rest + [
        Term("penalty", "imprisonment", x.start, x.end, (person,), index, length=x)
        for person, x in zip(who, lengths, strict=True)
    ]
