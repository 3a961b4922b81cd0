"""Unbroken papers: entries that run on in long lines without a point or comma, each opened by an officer.

"PC Selby Response Failed to attend a burglary Hearing 3 May 2016 Dismissed without notice": an answer or a committee
paper whose table lost its cells. What opens such a line is a rank with a name, a label ("Officer known as PC K"), or
a bare rank before a post; lines that say nothing of the kind go on with the entry above, and page heads that come
again and again belong to nobody.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.list_lines import introduces, is_decided
from peelian.reading.model import Span
from peelian.reading.tables import closes

_TOLD: Final = ("outcome", "finding", "passive", "proceeding", "forum", "departure")
_FEWEST: Final = 3
_SHORTEST: Final = 60  # characters of a line that opens an entry
_HEADING: Final = 40  # characters of a heading over a year's entries
_KNOWN_AS: Final = re.compile(r"(?:(?:an? |the )?officer (?:only )?(?:known|referred to) as )(?=[a-z])")
_YEAR: Final = re.compile(r"(?:in )?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b")
# The points and commas of sentences; not those of a shortened rank ("P.C. ") or of a date ("Monday, 3 May, 2016").
_OF_SENTENCES: Final = re.compile(
    r"(?<!\bp\.c)(?<!\bp\.s)(?<!\bd\.c)(?<!\bd\.s)(?<!\bd\.i)(?<!\bdet)(?<!\bsgt)(?<!\binsp)(?<!\bsupt)(?<!\bcon)\. "
    r"|, (?!\d)|(?<!day)(?<!\d), (?!(?:19|20)\d\d)|; | \| "
)
_PAGE: Final = re.compile(r"(?:page )?\d{1,3}(?:[./]\d{1,3}| of \d{1,3})?")
# What opens a line of the paper's own words, which are no more of an entry's.
_OWN_WORDS: Final = re.compile(
    r"(?:the|this|these|those|we|if|please|any|you|where|figures|members|for|request|response|all|it|there|no|none|one|a|an|as|in|two|three|four|five|six)\b"
)


def unbroken(frame: Frame) -> list[Record]:
    """Three or more such entries, each with its officer; empty for a page that is written in sentences."""
    rows = frame.rows
    openings = {i: head for i, row in enumerate(rows) if (head := _opened_by(frame, row)) is not None}
    if len(openings) < _FEWEST:
        return []
    repeated = Counter(_words(frame, row) for row in rows)
    out: list[Record] = []
    for i, head in openings.items():
        spans = _spans(frame, i, openings, repeated)
        out.append(Record(spans[0][0], spans[-1][1], "run", [head], spans=spans))
    told = sum(1 for r in out if frame.scan.among(_TOLD, r.start, r.end))
    ended = any(is_decided(frame, r.start, r.end) for r in out)
    heads = [r.heads[0] for r in out]
    return out if ended and told + 1 >= len(out) and distinct(heads, frame.page.text) == len(out) else []


def _opened_by(frame: Frame, row: Row) -> Head | None:
    """The officer who opens a long line without points."""
    text = frame.page.text
    if row.label is not None or row.marker or row.end - row.start < _SHORTEST or text[row.end - 1] in ".:;":
        return None
    if not text[row.start].isupper() or "\t" in text[row.start : row.end]:
        return None
    if _OF_SENTENCES.search(frame.page.low, row.start, row.end) is not None:
        return None
    known = _KNOWN_AS.match(frame.page.low, row.start, row.end)
    head = frame.heads.read(known.end() if known else row.start, row.end)
    if head is None or head.people > 1 or not introduces(head, text):
        return None
    if known is not None and head.label is None:
        return None
    return head if head.rank is not None or head.label is not None else None


def _words(frame: Frame, row: Row) -> str:
    return frame.page.low[row.start : row.end]


def _spans(frame: Frame, i: int, openings: dict[int, Head], repeated: Counter[str]) -> list[Span]:
    """The lines of the entry that line ``i`` opens, without the page heads between them."""
    rows, text = frame.rows, frame.page.text
    out = [(rows[i].start, rows[i].end)]
    for j in range(i + 1, len(rows)):
        row = rows[j]
        words = _words(frame, row)
        if repeated[words] > 1 or _PAGE.fullmatch(words):
            continue
        begins = text[row.start].isupper() and _OWN_WORDS.match(words) is not None
        year = len(words) <= _HEADING and _YEAR.match(words) is not None
        if j in openings or row.blank_before or begins or year or closes(frame.page.low, row.start):
            break
        out.append((row.start, row.end))
    return out
