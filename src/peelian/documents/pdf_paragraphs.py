"""Lines of a PDF's pages to paragraphs: wrapped lines joined, hyphens undone, running heads dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from peelian.documents.pdf_layout import BULLET, CELL, EDGE, Line

_LOOSE = 1.25  # lines further apart than this, in leadings, are different paragraphs
# Fewer characters than this on a line of running text: it is an entry or an address, and did not wrap.
_SHORTEST_WRAPPED = 25
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_LABEL = re.compile(r"[A-Z][\w’'()/& -]{1,40}:(?:\s|$)")
_STOP = re.compile(r"[.!?:;][\"'”’)]*$")
# First halves that keep their hyphen when a line ends in them.
_KEEPS_HYPHEN = frozenset(
    re.findall(
        r"\w+",
        "ex non self co anti mid half well part cross vice post pre semi multi sub inter off on long short full high "
        "low one two three four five six seven eight nine ten first second third year month day old",
    )
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
            elif index and _kin(last, line, leading):
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


def _kin(last: Line, line: Line, leading: float) -> bool:
    """Tell whether two lines that are not joined stand in one block: rows, items, labels, broken lines."""
    gap = line.top - last.bottom
    if last.fixed != line.fixed or not -0.5 * line.height <= gap < 0.9 * line.height:
        return False
    if line.fixed or (_entry(last) and _entry(line)):
        return True
    same_size = abs(last.height - line.height) <= 0.15 * line.height
    return same_size and line.top - last.top <= _LOOSE * max(leading, 0.9 * last.height)


def _entry(line: Line) -> bool:
    return bool(BULLET.match(line.text) or _LABEL.match(line.text))


def _goes_on(last: Line, line: Line, leading: float, *, new_flow: bool) -> bool:
    """Tell whether ``line`` is the same paragraph as ``last``."""
    if last.fixed or line.fixed or _entry(line):
        return False
    if new_flow:  # the next column or page: only a sentence that is plainly not over goes on
        return not _STOP.search(last.text) and line.text[:1].islower()
    if abs(line.height - last.height) > 0.25 * last.height:
        return False
    if line.top - last.top > _LOOSE * max(leading, 0.9 * last.height):
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
            (feet if line.top > (1 - EDGE) * height else page).append(line)
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
