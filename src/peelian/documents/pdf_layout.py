"""Where the words stand on a PDF's page, and from that the order and the paragraphs in which they are read.

words -> rows (words on one line across the page) -> bands (columns of prose, or rows as they are)
-> lines -> paragraphs. Pure functions over boxes; nothing here knows a PDF library. Coordinates are
points from the top left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from peelian.documents.pdf_rows import whole_rows

CELL = " | "
_MIN_GUTTER = 9.0  # points; a column gutter is wider than any space between words
_NARROWEST_COLUMN = 60.0  # points
EDGE = 0.055  # of the page's height: the margins, where running heads and page numbers stand
BULLET = re.compile(r"(?:[-–—•*·▪‣]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}[.)])\s", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column (or a ready row of a table, ``fixed``), with its box and its column's right edge."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    right: float
    fixed: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top


Segment = list[Word]


def read_lines(words: list[Word], tables: Iterable[Line] = (), *, height: float) -> list[Line]:
    """Return the lines of a page in reading order: column by column where there are columns of prose.

    ``height`` is the page's; what stands at its head or foot is no part of the columns.

    ``tables`` are rows that were read already (ruled tables); they take their place by height and
    divide what is above them from what is below.
    """
    rows = _rows(words)
    edges = [[word for segment in row for word in segment] for row in rows]
    head = [row for row, all_ in zip(rows, edges, strict=True) if max(w.bottom for w in all_) < EDGE * height]
    foot = [
        row for row, all_ in zip(rows, edges, strict=True) if min(w.top for w in all_) > (1 - EDGE) * height
    ]
    rows = [row for row in rows if row not in head and row not in foot]
    ready = sorted(tables, key=lambda line: line.top)
    out: list[Line] = []
    batch: list[list[Segment]] = []
    for row in rows:
        top = min(word.top for segment in row for word in segment)
        if ready and ready[0].top <= top:
            out.extend(_banded(batch))
            batch = []
            while ready and ready[0].top <= top:
                out.append(ready.pop(0))
        batch.append(row)
    ends = max((word.x1 for word in words), default=0.0)
    return _plain_rows(head, ends) + out + _banded(batch) + ready + _plain_rows(foot, ends)


def _rows(words: list[Word]) -> list[list[Segment]]:
    """Group words that stand on one line across the page; divide each at gaps wider than a gutter."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.x0)):
        middle = (word.top + word.bottom) / 2
        last = rows[-1] if rows else None
        if last is not None:
            top, bottom = median(w.top for w in last[-8:]), median(w.bottom for w in last[-8:])
            if top <= middle <= bottom and abs(middle - (top + bottom) / 2) < 0.5 * max(bottom - top, 1):
                last.append(word)
                continue
        rows.append([word])
    return [_segments(sorted(row, key=lambda word: word.x0)) for row in rows]


def _segments(row: list[Word]) -> list[Segment]:
    segments: list[Segment] = [[row[0]]]
    for before, word in itertools.pairwise(row):
        if word.x0 - before.x1 > max(_MIN_GUTTER, 0.9 * word.height):
            segments.append([word])
        else:
            segments[-1].append(word)
    return segments


def _banded(rows: list[list[Segment]]) -> list[Line]:
    """Read rows in bands: a run of rows with a common gutter between prose is read by columns."""
    if not rows:
        return []
    right = max(segment[-1].x1 for row in rows for segment in row)
    band = _widest_band(rows)
    if band is None:
        return _plain_rows(rows, right)
    start, end, gutter = band
    left_side, right_side = _sides(rows[start:end], gutter)
    return (
        _banded(rows[:start])
        + _banded([row for row in left_side if row])
        + _banded([row for row in right_side if row])
        + _banded(rows[end:])
    )


def _sides(rows: list[list[Segment]], x: float) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """Divide each row at ``x`` (in which no segment stands)."""
    return (
        [[segment for segment in row if segment[0].x0 < x] for row in rows],
        [[segment for segment in row if segment[0].x0 >= x] for row in rows],
    )


def _widest_band(rows: list[list[Segment]]) -> tuple[int, int, float] | None:
    """Return (first row, row after the last, x of the gutter) of the largest two columns of prose.

    Each x over the page's width is tried: a run of rows that leave it free, with running text on
    both its sides. None if there is no such run.
    """
    left = min(segment[0].x0 for row in rows for segment in row)
    right = max(segment[-1].x1 for row in rows for segment in row)
    best: tuple[float, int, int, float] | None = None
    x = left + _NARROWEST_COLUMN
    while x < right - _NARROWEST_COLUMN:
        free = [
            all(
                segment[-1].x1 <= x - _MIN_GUTTER / 2 or segment[0].x0 >= x + _MIN_GUTTER / 2
                for segment in row
            )
            for row in rows
        ]
        start = 0
        while start < len(rows):
            if not free[start]:
                start += 1
                continue
            end = start
            while end < len(rows) and free[end]:
                end += 1
            score = _columns_score(*_sides(rows[start:end], x))
            if score and (best is None or score > best[0]):
                best = (score, start, end, x)
            start = end
        x += 3.0
    return None if best is None else best[1:]


def _columns_score(left: list[list[Segment]], right: list[list[Segment]]) -> int:
    """Return how surely two sides are columns to be read one after the other; 0 if they are not.

    Running text on both sides, or on the left with a box at its right whose lines are not on a
    level with it. Labels at the left and values at the right are a form: read row by row.
    """
    some, more = _flowing(left), _flowing(right)
    if (some >= 3 and more >= 2) or (some >= 2 and more >= 3):
        return some + more
    beside = [bool(before) for before, after in zip(left, right, strict=True) if after]
    if some >= 5 and beside and sum(beside) <= 0.7 * len(beside):
        return some
    return 0


def _flowing(side: list[list[Segment]]) -> int:
    """Count a column's lines of running text: they nearly fill it and the next one goes on in lower case."""
    lines = [(row[0][0].text, row[0][0].x0, row[-1][-1].x1, sum(map(len, row))) for row in side if row]
    if not lines:
        return 0
    widest = max(x1 - x0 for _, x0, x1, _ in lines)
    return sum(
        x1 - x0 >= 0.7 * widest and words >= 4 and after[0][:1].islower()
        for (_, x0, x1, words), after in pairwise(lines)
    )


def _plain_rows(run: list[list[Segment]], right: float) -> list[Line]:
    """Turn rows into lines. Cells of one row are joined by `` | ``; a value that wraps joins its row."""
    out: list[Line] = []
    previous: list[Segment] | None = None
    for row in whole_rows(run):
        cells = [" ".join(word.text for word in segment) for segment in row]
        box = (
            row[0][0].x0,
            min(word.top for segment in row for word in segment),
            max(word.x1 for word in row[-1]),
            max(word.bottom for segment in row for word in segment),
        )
        wraps = (
            previous is not None
            and len(row) == 1
            and len(previous) > 1
            and abs(row[0][0].x0 - previous[-1][0].x0) < 3
            and box[1] - out[-1].bottom < 0.5 * (box[3] - box[1])
        )
        if wraps:
            last = out.pop()
            text = f"{last.text} {cells[0]}"
            out.append(Line(text, last.x0, last.top, max(last.x1, box[2]), box[3], right, fixed=True))
            continue
        text = cells[0]
        for cell in cells[1:]:
            text += (
                " " if text.endswith((":", "•", "-", "–")) or BULLET.fullmatch(text + " ") else CELL
            ) + cell
        out.append(Line(text, *box, right, fixed=len(row) > 1))
        previous = row
    return [line if line.fixed else replace(line, right=_edge(line, out)) for line in out]


def _edge(line: Line, lines: list[Line]) -> float:
    """Return how far to the right lines of this size go in the column: where its text wraps."""
    return max(
        other.x1
        for other in lines
        if not other.fixed and abs(other.height - line.height) <= 0.15 * line.height
    )
