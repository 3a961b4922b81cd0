"""Where the words stand on a PDF's page, and from that the order and the paragraphs in which they are read.

words -> rows (words on one line across the page) -> bands (columns of prose, or rows as they are)
-> lines -> paragraphs. Pure functions over boxes; nothing here knows a PDF library. Coordinates are
points from the top left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

CELL = " | "
_MIN_GUTTER = 9.0  # points; a column gutter is wider than any space between words
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


def read_lines(words: list[Word], tables: Iterable[Line] = ()) -> list[Line]:
    """Return the lines of a page in reading order: column by column where there are columns of prose.

    ``tables`` are rows that were read already (ruled tables); they take their place by height and
    divide what is above them from what is below.
    """
    rows = _rows(words)
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
    return out + _banded(batch) + ready


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
    """Read rows in bands: a run of rows with a common gutter is read by columns if it is prose."""
    if not rows:
        return []
    left = min(segment[0].x0 for row in rows for segment in row)
    right = max(segment[-1].x1 for row in rows for segment in row)
    out: list[Line] = []
    start = 0
    while start < len(rows):
        end, gaps = start, [(left, right)]
        while end < len(rows):
            shared = _intersect(gaps, _free(rows[end], left, right))
            if not shared:
                break
            gaps, end = shared, end + 1
        end = max(end, start + 1)
        run = rows[start:end]
        gutter = _gutter(run, gaps, left, right)
        if gutter is not None:
            middle = sum(gutter) / 2
            sides: tuple[list[list[Segment]], list[list[Segment]]] = ([], [])
            for row in run:
                for side, kept in (
                    (0, [segment for segment in row if segment[0].x0 < middle]),
                    (1, [segment for segment in row if segment[0].x0 >= middle]),
                ):
                    if kept:
                        sides[side].append(kept)
            out.extend(_banded(sides[0]) + _banded(sides[1]))
        else:
            out.extend(_plain_rows(run, right))
        start = end
    return out


def _free(row: list[Segment], left: float, right: float) -> list[tuple[float, float]]:
    """Return the stretches of the page's width in which ``row`` has no words."""
    edges = [left - 1.0]
    for segment in row:
        edges += [segment[0].x0, segment[-1].x1]
    edges.append(right + 1.0)
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= _MIN_GUTTER]


def _intersect(
    some: list[tuple[float, float]], others: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    found = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(a, b) for a, b in found if b - a >= _MIN_GUTTER]


def _gutter(
    run: list[list[Segment]], gaps: list[tuple[float, float]], left: float, right: float
) -> tuple[float, float] | None:
    """Return the gutter of a run of rows if both its sides are columns of prose, else None."""
    for gap in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        middle = sum(gap) / 2
        sides = (
            [segment for row in run for segment in row if segment[0].x0 < middle],
            [segment for row in run for segment in row if segment[0].x0 >= middle],
        )
        if all(_is_prose(side) for side in sides):
            return gap
    return None


def _is_prose(segments: list[Segment]) -> bool:
    """Tell a column of running text (lines that fill it) from a column of labels or values."""
    if len(segments) < 4:
        return False
    widths = [segment[-1].x1 - segment[0].x0 for segment in segments]
    lengths = [sum(len(word.text) + 1 for word in segment) for segment in segments]
    return median(lengths) >= 18 and median(widths) >= 0.6 * max(widths)


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
    single = [line for line in out if not line.fixed]
    edge = max((line.x1 for line in single), default=right)
    return [
        line if line.fixed else Line(line.text, line.x0, line.top, line.x1, line.bottom, edge) for line in out
    ]


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
    """Return the usual distance from one line's top to the next one's, in points."""
    steps = [b.top - a.top for a, b in itertools.pairwise(lines) if 0 < b.top - a.top < 4 * a.height]
    return median(steps) if steps else 14.0


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
    if line.top - last.top > 1.35 * max(leading, last.height):
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
    """
    number = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
    counts: dict[str, int] = {}
    for lines, height in zip(pages, heights, strict=True):
        for key in {_masked(line) for line in lines if _at_edge(line, height)}:
            counts[key] = counts.get(key, 0) + 1
    seen: set[str] = set()
    kept: list[list[Line]] = []
    dropped = 0
    for lines, height in zip(pages, heights, strict=True):
        page: list[Line] = []
        for line in lines:
            key = _masked(line)
            edge = _at_edge(line, height)
            if edge and (number.fullmatch(line.text) or (counts[key] > 1 and key in seen)):
                dropped += 1
                continue
            if edge:
                seen.add(key)
            page.append(line)
        kept.append(page)
    return kept, dropped


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom < 0.1 * height or line.top > 0.9 * height
