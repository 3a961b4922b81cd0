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

CELL = " | "
_MIN_GUTTER = 9.0  # points; a column gutter is wider than any space between words
_NARROWEST_COLUMN = 60.0  # points
_EDGE = 0.055  # of the page's height: the margins, where running heads and page numbers stand
# Fewer characters than this on a line of running text: it is an entry or an address, and did not wrap.
_SHORTEST_WRAPPED = 25
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_BULLET = re.compile(r"(?:[-–—•*·▪‣]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}[.)])\s", re.I)
_LABEL = re.compile(r"[A-Z][\w’'()/& -]{1,40}:(?:\s|$)")
_STOP = re.compile(r"[.!?:;][\"'”’)]*$")
# First halves that keep their hyphen when a line ends in them.
_KEEPS_HYPHEN = frozenset(
    {"ex", "non", "self", "co", "anti", "mid", "half", "well", "part", "cross", "vice", "post", "pre", "semi"}
    | {
        "multi",
        "sub",
        "inter",
        "off",
        "on",
        "long",
        "short",
        "full",
        "high",
        "low",
        "two",
        "three",
        "four",
        "five",
    }
    | {
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "first",
        "second",
        "third",
        "one",
        "year",
        "month",
        "day",
        "old",
    }
)


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
    head = [
        row for row, all_ in zip(rows, edges, strict=True) if max(w.bottom for w in all_) < _EDGE * height
    ]
    foot = [
        row for row, all_ in zip(rows, edges, strict=True) if min(w.top for w in all_) > (1 - _EDGE) * height
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
    for row in run:
        cells = [" ".join(word.text for word in segment) for segment in row]
        box = (
            row[0][0].x0,
            min(word.top for segment in row for word in segment),
            row[-1][-1].x1,
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
                " " if text.endswith((":", "•", "-", "–")) or _BULLET.fullmatch(text + " ") else CELL
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


def paragraphs(pages: list[list[Line]]) -> list[str]:
    """Return the blocks of a document: lines that wrapped joined, hyphens at line ends undone.

    A line goes on with the next one only if the next one's first word would not have fitted on it,
    and the next is no list item, no ``Label:`` line and no heading of another size.
    """
    vocabulary = {
        word.lower()
        for lines in pages
        for line in lines
        for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", line.text)
    }
    blocks: list[str] = []
    last: Line | None = None
    for lines in pages:
        leading = _leading(lines)
        for index, line in enumerate(lines):
            if last is None:
                blocks.append(line.text)
            elif _goes_on(last, line, leading, new_flow=index == 0 or line.top < last.top):
                blocks[-1] = _joined(blocks[-1], line.text, vocabulary)
            elif index and 0 <= line.top - last.bottom < 0.9 * line.height and _kin(last, line):
                blocks[-1] += "\n" + line.text
            else:
                blocks.append(line.text)
            last = line
    return blocks


def _leading(lines: list[Line]) -> float:
    """Return the distance from one line's top to the next one's within a paragraph, in points.

    A low quantile: on a page of short paragraphs most steps hold the space between them.
    """
    steps = sorted(b.top - a.top for a, b in pairwise(lines) if 0 < b.top - a.top < 4 * a.height)
    return steps[len(steps) // 5] if steps else 14.0


def _kin(last: Line, line: Line) -> bool:
    """Tell whether two lines that are not joined stand in one block: rows, items, labels."""
    return last.fixed == line.fixed and (
        line.fixed
        or bool(_BULLET.match(line.text))
        or bool(_LABEL.match(line.text))
        or abs(last.x0 - line.x0) < 3
    )


def _goes_on(last: Line, line: Line, leading: float, *, new_flow: bool) -> bool:
    """Tell whether ``line`` is the same paragraph as ``last``."""
    if last.fixed or line.fixed or _BULLET.match(line.text) or _LABEL.match(line.text):
        return False
    if new_flow:  # the next column or page: only a sentence that is plainly not over goes on
        return not _STOP.search(last.text) and line.text[:1].islower()
    if abs(line.height - last.height) > 0.25 * last.height:
        return False
    if line.top - last.top > 1.25 * max(leading, 0.9 * last.height):
        return False
    if len(last.text) < _SHORTEST_WRAPPED:
        return False
    first = line.text.split(" ", 1)[0]
    letter = (last.x1 - last.x0) / max(len(last.text), 1)
    fitted = last.x1 + (len(first) + 1) * letter < last.right - letter
    return not fitted


def _joined(text: str, more: str, vocabulary: set[str]) -> str:
    """Join two lines of a paragraph; undo a hyphen that only the line's end put there."""
    match = re.search(r"([A-Za-z]+(?:-[A-Za-z]+)*)[-\u2010\u00ad]$", text)
    follows = re.match(r"[A-Za-z]+", more)
    if not match or not follows:
        joint = "" if text.endswith(("-", "\u2010")) and text[-2:-1].isalnum() else " "
        return text + joint + more
    stem, rest = match[1], follows[0]
    body = text[: match.end(1)]
    if text.endswith("\u00ad"):
        return body + more
    if (stem + rest).lower() in vocabulary:
        return body + more
    compound = (
        f"{stem}-{rest}".lower() in vocabulary
        or "-" in stem
        or stem.lower() in _KEEPS_HYPHEN
        or not rest[0].islower()
        or len(rest) < 2
        or re.search(r"\d$", text[: match.start(1)]) is not None
    )
    return body + ("-" if compound else "") + more


def without_running_heads(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], int]:
    """Drop page numbers and lines that recur at the head or foot of pages; return how many were dropped.

    The first of the recurring lines stays: a letterhead may be the only place that names the force.
    What stays of the feet comes last, so that it does not part a sentence that runs over the page.
    """
    pages = [
        [_unnumbered(line) if _at_edge(line, height) else line for line in lines]
        for lines, height in zip(pages, heights, strict=True)
    ]
    counts: dict[str, int] = {}
    for lines, height in zip(pages, heights, strict=True):
        for key in {_masked(line) for line in lines if _at_edge(line, height)}:
            counts[key] = counts.get(key, 0) + 1
    seen: set[str] = set()
    kept: list[list[Line]] = []
    feet: list[Line] = []
    dropped = 0
    for lines, height in zip(pages, heights, strict=True):
        page: list[Line] = []
        for line in lines:
            key = _masked(line)
            edge = _at_edge(line, height)
            if edge and (_PAGE_NUMBER.fullmatch(line.text) or (counts[key] > 1 and key in seen)):
                dropped += 1
                continue
            if edge:
                seen.add(key)
            (feet if line.top > (1 - _EDGE) * height else page).append(line)
        kept.append(page)
    return [*kept, feet], dropped


def _unnumbered(line: Line) -> Line:
    """Return a head or foot without the cell that is its page number."""
    cells = line.text.split(CELL)
    kept = [cell for cell in cells if not _PAGE_NUMBER.fullmatch(cell)]
    return replace(line, text=CELL.join(kept)) if kept and len(kept) < len(cells) else line


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom < 0.1 * height or line.top > 0.9 * height
