"""Columns beside each other, each of which tells of another officer: a page set in two or three columns and saved as text.

"PC 14 Ann Lee          PS 92 Tom Moss" over "Hearing 17 May 2019     Hearing 18 May 2019": what begins below an
officer's name, with a wide gap before it, is of that officer.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row, label_at
from peelian.reading.model import Span
from peelian.reading.tables import closes, with_rank

_GAP: Final = re.compile(r" {3,}|\t+")
_FEWEST: Final = 2  # officers beside each other
_FEWEST_ROWS: Final = 2  # lines below them with as many columns
_ASTRAY: Final = 3  # characters that a cell may begin beside its column


def side_by_side(frame: Frame) -> list[Record]:
    """One record for each column that an officer heads; empty for a page that is not set so."""
    if "   " not in frame.page.text and "\t" not in frame.page.text:
        return []
    for i, row in enumerate(frame.rows):
        cells = _cells(frame.page.text, row)
        if len(cells) < _FEWEST:
            continue
        heads = [_officer(frame, cell) for cell in cells]
        named = [h for h in heads if h is not None and h.strong and h.name is not None]
        if len(named) != len(cells):
            named = _names_by_ranks(frame, i, cells)
        if len(named) == len(cells) and distinct(named, frame.page.text) == len(cells):
            return _columns(frame, i, cells, named)
    return []


def _officer(frame: Frame, cell: Span) -> Head | None:
    """The officer of a cell, which may have a label: "PC Ann Lee", "Officer: PC Ann Lee"."""
    kind, _, value = label_at(frame.page, *cell)
    return frame.heads.read(value if kind == "name" else cell[0], cell[1])


def _names_by_ranks(frame: Frame, i: int, cells: list[Span]) -> list[Head]:
    """The officers of a line of bare names beside each other, over or under a line of as many ranks."""
    out: list[Head] = []
    for j in (i - 1, i + 1):
        ranks = _cells(frame.page.text, frame.rows[j]) if 0 <= j < len(frame.rows) else []
        if len(ranks) != len(cells):
            continue
        for cell, place in zip(cells, ranks, strict=True):
            rank, name = frame.heads.read(*_value(frame, place)), frame.heads.read(*_value(frame, cell), True)
            bare = rank is not None and rank.nameless and rank.rank is not None and rank.end == place[1]
            if not bare or name is None or name.name is None or name.rank is not None or name.end < cell[1]:
                break
            out.append(with_rank(name, rank))
        else:
            return out
        out = []
    return []


def _value(frame: Frame, cell: Span) -> Span:
    """A cell without its label."""
    kind, _, value = label_at(frame.page, *cell)
    return (value if kind in ("name", "rank") else cell[0]), cell[1]


def _cells(text: str, row: Row) -> list[Span]:
    """The pieces of a line between wide gaps."""
    out, at = [], row.start
    for gap in _GAP.finditer(text, row.start, row.end):
        out.append((at, gap.start()))
        at = gap.end()
    return [*out, (at, row.end)]


def _columns(frame: Frame, i: int, tops: list[Span], heads: list[Head]) -> list[Record]:
    text = frame.page.text
    margin = _indent(text, tops[0][0])
    places = [_indent(text, a) for a, _ in tops]
    records = [
        Record(*top, "row", [head], spans=[top], columns=True) for top, head in zip(tops, heads, strict=True)
    ]
    full = 0
    for row in frame.rows[i + 1 :]:
        cells = _cells(text, row)
        if closes(frame.page.low, row.start) or _spans_columns(text, cells, places):
            break
        mine = [_column_of(_indent(text, a), places) for a, _ in cells]
        if any(n is None for n in mine) or (margin == places[0] and len(set(mine)) < len(mine)):
            break
        full += len(cells) == len(places)
        for cell, n in zip(cells, mine, strict=True):
            if n is not None:
                _add(frame, records[n], cell)
    return records if full >= _FEWEST_ROWS else []


def _indent(text: str, at: int) -> int:
    """How far from the beginning of its line a place stands."""
    return at - text.rfind("\n", 0, at) - 1


def _column_of(indent: int, places: list[int]) -> int | None:
    """The column that begins where a cell does, or about there."""
    return next((n for n, place in enumerate(places) if abs(indent - place) <= _ASTRAY), None)


def _spans_columns(text: str, cells: list[Span], places: list[int]) -> bool:
    """Whether a line is running text below the columns: one piece that goes on under the next officer's."""
    start, end = cells[0]
    return len(cells) == 1 and _indent(text, start) < places[1] < _indent(text, end)


def _add(frame: Frame, record: Record, cell: Span) -> None:
    record.spans.append(cell)
    kind, _, value = label_at(frame.page, *cell)
    if kind is not None and value < cell[1]:
        record.fields.setdefault(kind, (value, cell[1]))
