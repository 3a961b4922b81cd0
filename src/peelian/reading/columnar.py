"""Columns one after another: a spreadsheet as a screen reader gives it, each heading above all cells of its column.

"Grade / PC / Sgt / PCSO / Result / Dismissed / Not proven / Written warning", one a line: the headings stand at
equal distances, and the cells of one case are those with one place in every column.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading.frame import Frame, Record
from peelian.reading.tables import cell_heads, closes

_FEWEST_CELLS: Final = 2
_FEWEST_HEADINGS: Final = 3
_LONGEST: Final = 160  # characters of a cell


def columnar(frame: Frame) -> list[Record]:
    """The cases of a page whose columns stand one after another; empty for any other page."""
    rows = frame.rows
    labels = [i for i, row in enumerate(rows) if row.alone]
    found = _grid(frame, labels)
    if found is None:
        return []
    first, stride = found
    last = first
    while last < len(rows) and not (
        last > first and (rows[last].blank_before or rows[last].end - rows[last].start > _LONGEST)
    ):
        if closes(frame.page.low, rows[last].start) and (last - first) % stride == 0 and not rows[last].alone:
            break
        last += 1
    columns = [rows[i].label or "" for i in range(first, last, stride)]
    out: list[Record] = []
    for place in range(1, stride):
        mine = [first + c * stride + place for c in range(len(columns))]
        cells = [(rows[i].start, rows[i].end) for i in mine if i < last]
        if len(cells) < len(columns):
            return []  # a column of another length: which cell is whose cannot be said
        fields = {kind: cell for kind, cell in zip(columns, cells, strict=True) if kind}
        heads = cell_heads(frame, cells, columns)
        out.append(Record(cells[0][0], cells[-1][1], "row", heads, fields, cells, columns=True))
    return out if sum(1 for r in out if r.heads) >= _FEWEST_CELLS else []


def _grid(frame: Frame, labels: list[int]) -> tuple[int, int] | None:
    """The first heading and the distance from each heading to the next, if three known headings or more fit one."""
    # ("No" and "None" are cells as well as headings)
    labels = [i for n, i in enumerate(labels) if not n or frame.rows[i].label not in ("number", "notes")]
    for first, second in pairwise(labels):
        stride = second - first
        if stride <= _FEWEST_CELLS:
            continue
        fitting = [i for i in labels if i >= first and (i - first) % stride == 0]
        kinds = {frame.rows[i].label for i in fitting}
        astray = sum(1 for i in labels if first < i <= fitting[-1] and i not in fitting)
        if len(fitting) >= _FEWEST_HEADINGS and not astray and kinds & {"name", "rank"}:
            return first, stride
    return None
