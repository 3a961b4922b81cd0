"""Glued tables: cells run together without anything between them, as a table copied from a page may be.

"NameRankHearing dateOutcome" over "Ann Hale-BrookPolice Sergeant4 & 5 May 2021Dismissed without notice": a small
letter before a capital or a figure is a seam. Only the first cells, the name and the rank, are cut out; what
the rest of a row says is read as words. A row whose seams do not show is nobody's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head, rank_words
from peelian.reading.layout import Row, fold_label, label_kinds
from peelian.reading.model import Span
from peelian.reading.scan import Hit
from peelian.reading.tables import closes, with_rank

# (the letter after the seam is read first, so that the search skips straight to capitals, brackets and figures)
_SEAM: Final = re.compile(r"[A-Z\[(0-9](?:(?<=[a-z0-9).\]][A-Z\[(])|(?<=[A-Z]{3})(?=[a-z])|(?<=[a-z)][0-9]))")
_IN_NAME: Final = re.compile(r"(?:\b(?:Mc|Mac|Fitz|De|Le|La|Du|Van|Von|Di|Da)|O['\u2019])\Z")
_FEWEST: Final = 3  # columns
_LONGEST_RANK: Final = 48
_NOBODY: Final = re.compile(
    r"(?:officer |name )?(?:anonymi[sz]ed|withheld|not (?:named|published|disclosed)|redacted|anonymous)\b"
)


def glued(frame: Frame) -> list[Record]:
    """The rows below a line of three or more labels stuck together, each with its officer; empty if there is no such line."""
    found = next(((i, kinds) for i, row in enumerate(frame.rows) if (kinds := _columns(frame, row))), None)
    if found is None:
        return []
    i, columns = found
    out: list[Record] = []
    for row in frame.rows[i + 1 :]:
        if closes(frame.page.low, row.start):
            break
        if _columns(frame, row):
            continue  # the headings again, on the next page
        cells = _cells(frame.page.text, row)
        head = _head(frame, row, columns) if len(cells) >= _FEWEST - 1 else None
        if head is not None and (
            head.rank is not None or head.label is not None or len(cells) == len(columns)
        ):
            record = Record(row.start, row.end, "row", [head], spans=[(row.start, row.end)])
            if len(cells) == len(columns):
                record.fields, record.columns = dict(zip(columns, cells, strict=True)), True
            out.append(record)
        elif len(cells) >= _FEWEST:
            out.append(Record(row.start, row.end, "row", spans=[(row.start, row.end)]))
    return out if any(r.heads for r in out) else []


def _columns(frame: Frame, row: Row) -> list[str]:
    """The kinds of the labels of which a line is made and of nothing else; empty if it is no such line."""
    text = frame.page.text
    if row.end - row.start > 200:
        return []
    cells = _cells(text, row)
    if len(cells) < _FEWEST:
        return []
    kinds = [label_kinds().get(fold_label(text[a:b])) for a, b in cells]
    known = [k for k in kinds if k is not None]
    return known if len(known) == len(kinds) and "name" in known[:3] else []


def _cells(text: str, row: Row) -> list[Span]:
    """The pieces of a line between its seams."""
    out, at = [], row.start
    for seam in _SEAM.finditer(text, row.start, row.end):
        if _IN_NAME.search(text, at, seam.start()) or text[seam.start() - 1 : seam.start() + 1] in (
            ").",
            ".)",
        ):
            continue
        out.append((at, seam.start()))
        at = seam.start()
    return [*out, (at, row.end)]


def _head(frame: Frame, row: Row, columns: list[str]) -> Head | None:
    """The officer of a row: the cells of name and rank, which stand beside each other."""
    cells = _cells(frame.page.text, row)
    places = {kind: columns.index(kind) for kind in ("name", "rank") if kind in columns}
    if max(places.values()) > 2 or max(places.values()) >= len(cells):
        return None
    rank = None
    if "rank" in places:
        rank = _rank(frame, *cells[places["rank"]])
        if rank is None:
            return None
    start, end = cells[places["name"]]
    words = frame.page.text[start:end]
    if any(c.isdigit() for c in words.replace("\u2019", "")) and rank is not None and rank.collar is None:
        return None
    if _NOBODY.match(frame.page.low, start, end):
        return Head(start, end, rank.rank if rank else None, None, None, None, False, 1, True)
    head = frame.heads.read(start, end, True)
    if head is not None and head.nameless and head.collar is not None:
        return with_rank(head, rank)  # "PC 1820 (name withheld)"
    if head is None or head.nameless or (head.name is not None and head.name[1] < end):
        return None
    return with_rank(head, rank)


def _rank(frame: Frame, start: int, end: int) -> Head | None:
    """A cell that is a rank and nothing else."""
    value = rank_words().get(frame.page.low[start:end].strip()) if end - start <= _LONGEST_RANK else None
    if value is None:
        return frame.heads.read(start, end)
    return Head(start, end, Hit(start, end, "rank", value), None, None, None, False, 1, False)
