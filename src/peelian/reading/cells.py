"""Cells: whether words stand alone, as in a line of a notice, a cell of a table or an item of a list."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_OPENS: Final = re.compile(r"(?:\A|[\n/|;:.,\t(\u2022*>]|  | - |\d\)) *\Z")
_CLOSES: Final = re.compile(r" *(?:[\n/|;:,.\t()]|  | - |\Z)")


def opens_cell(low: str, at: int) -> bool:
    """Whether a cell, a line or a sentence of its own begins at ``at``."""
    return _OPENS.search(low, max(0, at - 6), at) is not None


def closes_cell(low: str, end: int) -> bool:
    """Whether a cell, a line or a sentence of its own ends at ``end``."""
    return _CLOSES.match(low, end) is not None


def is_cell(low: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands alone."""
    return opens_cell(low, start) and closes_cell(low, end)


def cell_start(text: str, at: int) -> int:
    """Where the cell of a table's row begins that holds ``at``; 0 where no bar or tab stands before it on its line."""
    line = text.rfind("\n", 0, at) + 1
    return max(text.rfind("\t", line, at), text.rfind("|", line, at)) + 1


def cell_end(text: str, at: int) -> int:
    """Where the cell of a table's row ends that holds ``at``: at the next bar, tab or line's end."""
    ends = [i for mark in ("\t", "|", "\n") if (i := text.find(mark, at)) != -1]
    return min(ends, default=len(text))
