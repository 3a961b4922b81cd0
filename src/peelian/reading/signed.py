"""Signed: the day (and place) in a line of its own at the end of a decision ("Dated 25 July 2023.", "Ripley, 25 January 2023.")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.told import Side

_LONGEST: Final = 90  # characters of a line that only signs
# What a line that signs may say in small letters beside its day.
_SMALL: Final = frozenset(
    """dated this the day of on at in and a an date decision hearing misconduct gross accelerated special case panel meeting
    police outcome signed given st nd rd th monday tuesday wednesday thursday friday saturday sunday""".split()
)
_WORD: Final = re.compile(r"(?<![\w'])[a-z][a-z']+\b")
_OF_PAPER: Final = re.compile(
    r"\b(?:publish\w*|updated?|posted|issued|print\w*|gazette|herald|times|news|echo|post|press|edition|copyright|report(?:er|ed|s)?|correspondent|letters?|minutes|agenda|gmt|bst|am|pm)\b"
)


def date_signed(side: Side) -> Cited[str] | None:
    """The day that closes the words on a page's only subject, if exactly one line says nothing else; not a paper's own."""
    prepared = side.prepared
    page, published = prepared.page, prepared.masthead.published
    if len(prepared.cast.subjects) != 1:
        return None
    found = []
    for d in prepared.dates:
        if d.kind != "day" or not d.edtf or not d.edtf[0].isdigit():
            continue
        s = page.sentence_at(d.start)
        if s.end - s.start > _LONGEST or s.start < side.person.anchor:
            continue
        rest = page.text[s.start : d.start] + " " + page.text[d.end : s.end]
        if _OF_PAPER.search(rest.lower()) or set(_WORD.findall(rest)) - _SMALL:
            continue
        if published is not None and published.value == d.edtf:
            continue
        found.append(d)
    if len({d.edtf for d in found}) != 1 or found[0].edtf is None:
        return None
    return Cited(found[0].edtf, (found[0].start, found[0].end))
