"""Tables on their side: a column for each officer and a row for each label ("Name | Ann Lee | Tom Moss" over "Outcome | ...")."""

from __future__ import annotations

from typing import Final

from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.model import Span
from peelian.reading.tables import column_kinds, split_cells, with_rank

_FEWEST: Final = 2  # officers, and rows below them with as many cells


def transposed(frame: Frame) -> list[Record]:
    """One record for each column of a table whose first column is its labels; empty for any other page."""
    for mark in ("|", "\t", "  "):
        if mark not in frame.page.text:
            continue
        lines = [
            cells for row in frame.rows if len(cells := split_cells(frame.page.text, row, mark)) > _FEWEST
        ]
        for i, top in enumerate(lines):
            kind = column_kinds(frame, top[:1])[0]
            if kind not in ("name", "rank") or any(column_kinds(frame, top[1:])):
                continue
            heads = [frame.heads.read(a, b, trusted=kind == "name") for a, b in top[1:]]
            named = [h for h in heads if h is not None and (h.name is not None or h.label is not None)]
            if len(named) == len(top) - 1 and distinct(named, frame.page.text) == len(named):
                return _columns(frame, lines[i:], named)
    return []


def _columns(frame: Frame, lines: list[list[Span]], heads: list[Head]) -> list[Record]:
    """The records of the columns below ``heads``, as far down as the rows have a label and a cell for each."""
    records = [Record(h.start, h.end, "row", [h], columns=True) for h in heads]
    below = 0
    for cells in lines:
        kind = column_kinds(frame, cells[:1])[0]
        if len(cells) != len(heads) + 1 or not kind:
            break
        below += 1
        for record, cell in zip(records, cells[1:], strict=True):
            record.spans.append(cell)
            record.fields.setdefault(kind, cell)
    for record in records:
        if "rank" in record.fields:
            record.heads = [with_rank(h, frame.heads.read(*record.fields["rank"])) for h in record.heads]
    return records if below > _FEWEST else []
