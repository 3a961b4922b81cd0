"""Wrapped cells: a table set in columns of spaces, whose cells go on over several lines, made one line a row.

    Name           Rank        Date         Outcome
    Ann Lee        Detective   3 May 2023   Final written
                   Sergeant                 warning

A line without a day of its own, in a table that gives the day in a column, goes on with the row above it. Nothing is
lost: for every character the place where it stood is kept.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.layout import fold_label, label_kinds
from peelian.reading.model import Span

_CELL: Final = re.compile(r"\S+(?: \S+)*")
_FEWEST: Final = 3  # columns
_ASTRAY: Final = 1  # characters that a cell may begin beside its heading
_A_DAY: Final = re.compile(r"\d")
_NEEDED: Final = ("  ", "ate")  # "Date", "date"
_APART: Final = 3  # spaces between two cells of a row made whole

Cells = dict[int, list[Span]]


def rows_made_whole(text: str) -> list[int] | None:
    """For a text with wrapped cells, the order in which its characters are to be read, with -1 for a space put in.

    None where no cell is wrapped.
    """
    if not all(word in text for word in _NEEDED):
        return None
    lines = _lines(text)
    out: list[int] = []
    changed = False
    n = 0
    while n < len(lines):
        columns = _columns(text, lines[n])
        if columns is None:
            out += range(lines[n][0], lines[n][1] + (lines[n][1] < len(text)))
            n += 1
            continue
        starts, day = columns
        out += range(lines[n][0], lines[n][1] + (lines[n][1] < len(text)))
        n += 1
        rows: list[tuple[int, Cells]] = []  # the line that opens it, its cells
        first = n
        while n < len(lines):
            cells = _in_columns(text, lines[n], starts)
            if cells is None:
                break
            blank = not cells
            new = day in cells and _A_DAY.search(text, *cells[day][0]) is not None
            if not blank and not new and (not rows or lines[n - 1][0] == lines[n - 1][1]):
                break  # after a gap, a line that is no row: the table has ended
            if new:
                rows.append((n, cells))
            elif not blank:
                for column, spans in cells.items():
                    rows[-1][1].setdefault(column, []).extend(spans)
                changed = True
            n += 1
        out += _written(text, lines, first, n, rows)
    return out if changed else None


def _lines(text: str) -> list[Span]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def _cells_of(text: str, line: Span) -> list[Span]:
    return [m.span() for m in _CELL.finditer(text, *line)]


def _columns(text: str, line: Span) -> tuple[list[int], int] | None:
    """Where the columns under a line of headings begin, and which of them gives the day; None for any other line."""
    if "  " not in text[slice(*line)] or "\t" in text[slice(*line)]:
        return None
    cells = _cells_of(text, line)
    if len(cells) < _FEWEST:
        return None
    kinds = [label_kinds().get(fold_label(text[a:b].lower())) for a, b in cells]
    if not {"name", "rank"} & set(kinds) or "date" not in kinds or None in kinds[:2]:
        return None
    return [a - line[0] for a, _ in cells], kinds.index("date")


def _in_columns(text: str, line: Span, starts: list[int]) -> Cells | None:
    """The cells of a line by column; none for a blank line, None if one begins under no heading."""
    out: Cells = {}
    for a, b in _cells_of(text, line):
        column = next((n for n, at in enumerate(starts) if abs(a - line[0] - at) <= _ASTRAY), None)
        if column is None or column in out:
            return None
        out[column] = [(a, b)]
    return out


def _written(text: str, lines: list[Span], first: int, stop: int, rows: list[tuple[int, Cells]]) -> list[int]:
    """The rows one a line, with the gaps that stood between them."""
    out: list[int] = []
    opens = dict(rows)
    for n in range(first, stop):
        a, b = lines[n]
        if n in opens:
            for k, column in enumerate(sorted(opens[n])):
                out += [-1] * (_APART if k else 0)
                for m, (c, d) in enumerate(opens[n][column]):
                    out += [-1] * (m > 0 and text[out[-1]] not in "-/")
                    out += range(c, d)
            out += [b] * (b < len(text))
        elif not text[a:b].strip():
            out += range(a, b + (b < len(text)))
    return out
