"""Rows of a table without rules, whose cells go on over several lines, put together again.

The lines of one row stand close, and more space divides the rows. Where every cell of every row has as many lines as
the row, or numbers stand below each other, these are rows of their own. Pure functions over boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol, TypeVar

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2  # below the headings, or without any
_MOST_LINES = 6  # of one row
_ASTRAY = 3.0  # points that a cell may begin beside its column
_CLOSE, _WIDE = 0.3, 0.45  # of a line's height: the space between lines of one row, and between rows


class Box(Protocol):
    """A word as `pdf_layout` has it."""

    @property
    def text(self) -> str: ...
    @property
    def x0(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


W = TypeVar("W", bound=Box)


def whole_rows(run: list[list[list[W]]]) -> list[list[list[W]]]:
    """The lines of a page (each its segments, each its words), those of one row of a table joined to one."""
    out: list[list[list[W]]] = []
    at = 0
    while at < len(run):
        end = _table_end(run, at)
        joined = _joined(run[at:end]) if end - at > _FEWEST_ROWS else None
        if joined is None:
            out.append(run[at])
            at += 1
        else:
            out += joined
            at = end
    return out


def _table_end(run: list[list[list[W]]], at: int) -> int:
    """The line after the last whose segments all begin in columns that the lines from ``at`` on share."""
    if len(run[at]) < 2:
        return at
    columns: list[float] = []
    for row in run[at:]:
        if len(row) > len(columns):
            columns = [segment[0].x0 for segment in row]
        if len(columns) >= _FEWEST_COLUMNS:
            break
    if len(columns) < _FEWEST_COLUMNS:
        return at
    end = at
    while end < len(run) and all(_column(columns, segment[0].x0) is not None for segment in run[end]):
        end += 1
    return end


def _column(columns: Sequence[float], x: float) -> int | None:
    return next((n for n, at in enumerate(columns) if abs(x - at) <= _ASTRAY), None)


def _joined(lines: list[list[list[W]]]) -> list[list[list[W]]] | None:
    """The lines of one table as its rows; None if no space tells the rows apart."""
    columns = max(([segment[0].x0 for segment in line] for line in lines), key=len)
    groups: list[list[list[list[W]]]] = [[lines[0]]]
    for before, line in pairwise(lines):
        height = median(word.bottom - word.top for segment in line for word in segment)
        gap = _top(line) - max(word.bottom for segment in before for word in segment)
        if _CLOSE * height < gap < _WIDE * height:
            return None
        if gap <= _CLOSE * height:
            groups[-1].append(line)
        else:
            groups.append([line])
    if all(len(group) == 1 for group in groups) or len(groups) < _FEWEST_ROWS + 1:
        return None
    cells = [_cells(group, columns) for group in groups]
    uneven = any(len(group) != len(c) for group, row in zip(groups, cells, strict=True) for c in row.values())
    if (
        not uneven
        or max(map(len, groups)) > _MOST_LINES
        or any(_are_numbers(c) for row in cells for c in row.values())
    ):
        return None
    return [[[w for segment in row[n] for w in segment] for n in sorted(row)] for row in cells]


def _top(line: list[list[W]]) -> float:
    return min(word.top for segment in line for word in segment)


def _cells(group: list[list[list[W]]], columns: list[float]) -> dict[int, list[list[W]]]:
    """The segments of a row's lines by column."""
    cells: dict[int, list[list[W]]] = {}
    for line in group:
        for segment in line:
            cells.setdefault(_column(columns, segment[0].x0) or 0, []).append(segment)
    return cells


def _are_numbers(cell: list[list[W]]) -> bool:
    """Whether a column's lines are each a number: a table of figures, each on a row of its own."""
    return sum(len(line) == 1 and line[0].text.strip("%,.()").isdigit() for line in cell) > 1
