"""Rows of a table without rules, whose cells go on over several lines, put together again.

The lines of one row stand close, and more space divides the rows. One column at least (a day, a number) needs a
single line in every row; where none does, lines stay as they are. Pure functions over boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol, TypeVar

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2  # below the headings, or without any
_ASTRAY = 3.0  # points that a cell may begin beside its column
_CLOSE, _WIDE = 0.3, 0.45  # of a line's height: the space between lines of one row, and between rows


class Box(Protocol):
    """A word as `pdf_layout` has it."""

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
    counts = [[0] * len(columns) for _ in groups]
    for count, group in zip(counts, groups, strict=True):
        for line in group:
            for segment in line:
                count[_column(columns, segment[0].x0) or 0] += 1
    if not any(all(count[n] == 1 for count in counts[1:]) for n in range(len(columns))):
        return None
    return [_row(group, columns) for group in groups]


def _top(line: list[list[W]]) -> float:
    return min(word.top for segment in line for word in segment)


def _row(group: list[list[list[W]]], columns: list[float]) -> list[list[W]]:
    """The segments of a row's lines, those of one column joined."""
    cells: dict[int, list[W]] = {}
    for line in group:
        for segment in line:
            cells.setdefault(_column(columns, segment[0].x0) or 0, []).extend(segment)
    return [cells[n] for n in sorted(cells)]
