"""Tables whose cells stand below one another, one to a line, under headings that stand the same way."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.layout import Row
from peelian.reading.persons import SENIOR
from peelian.reading.tables import SUBJECT_KINDS, cell_heads, closes

_DATE_CELL: Final = re.compile(
    r"(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)?(?:[ ]?(?:-|&|and|to|,)[ ]?\d{1,2}(?:st|nd|rd|th)?)*(?:[ /.-]| of )(?:\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:\w+day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?:19|20)\d\d\Z| \d{1,2}(?:st|nd|rd|th)?(?:\Z|[, &-]))"
    r"|(?:19|20)\d\d-\d\d-\d\d\Z"
)
_YEAR_CELL: Final = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\Z")
_NUMBER_CELL: Final = re.compile(r"(?:case |ref\.? |no\.? |#)?\d{1,3}[.)]? ?[*\u2020\u2021]?\Z")


def stacked(frame: Frame) -> list[Record]:
    """The rows of a table with one cell on a line, below a run of headings that may come again on each page."""
    headers = _header_runs(frame)
    if not headers:
        return []
    columns = [frame.rows[i].label or "" for i in range(*headers[0])]
    skip = {i for a, b in headers for i in range(a, b)} | _furniture(frame, headers[0][0])
    cells = [i for i in range(headers[0][0], len(frame.rows)) if i not in skip]
    anchors = _anchors(frame, cells, columns, headers)
    if len(anchors) < 2:
        return []
    return _stack(frame, cells, anchors, columns)


def _header_runs(frame: Frame) -> list[tuple[int, int]]:
    """Runs of three or more lines that are each a label alone, and the later runs that repeat the first."""
    rows, runs = frame.rows, []
    i = 0
    while i < len(rows):
        j = i
        while j < len(rows) and rows[j].alone and (j == i or not rows[j].blank_before):
            j += 1
        if j - i > 3 and rows[i].label in ("outcome", "result") and rows[i].label in _kinds(rows[i + 1 : j]):
            i += 1  # the table's title: "Outcomes"
        if j - i >= 3:
            runs.append((i, j))
        i = max(j, i + 1)
    if not runs:
        return []
    first = [rows[k].phrase for k in range(*runs[0])]
    return [r for r in runs if [rows[k].phrase for k in range(*r)] == first]


def _kinds(rows: list[Row]) -> set[str]:
    return {row.label for row in rows if row.label is not None}


def _furniture(frame: Frame, first: int) -> set[int]:
    """Lines below the header that were already printed above it: a page's running title."""
    text, rows = frame.page.text, frame.rows
    above = {text[r.start : r.end] for r in rows[:first]}
    return {i for i in range(first, len(rows)) if text[rows[i].start : rows[i].end] in above}


def _anchors(frame: Frame, cells: list[int], columns: list[str], headers: list[tuple[int, int]]) -> list[int]:
    """The cells of the first column: where each record begins."""
    low, rows = frame.page.low, frame.rows
    kind = columns[0]
    opening = rows[cells[0]] if cells else None
    if kind == "summary" and opening and _NUMBER_CELL.match(low, opening.start, opening.end):
        kind = "number"  # "Case" over 1, 2, 3
    if len(headers) >= 3:  # a header before every record, or on each page of a long table
        led = [j for _, j in headers if j in cells]
        named = _named_cells(frame, cells, columns) if kind in SUBJECT_KINDS else []
        return named if set(led) < set(named) else led
    if kind == "date":
        return [
            i
            for i in cells
            if rows[i].end - rows[i].start < 60 and _DATE_CELL.match(low, rows[i].start, rows[i].end)
        ]
    if kind == "year":
        return [i for i in cells if _YEAR_CELL.match(low, rows[i].start, rows[i].end)]
    if kind == "number":
        return [
            i for i in cells if _NUMBER_CELL.match(low, rows[i].start, rows[i].end) or _code_cell(frame, i)
        ]
    stride = len(columns)
    if kind in SUBJECT_KINDS:
        found = _named_cells(frame, cells, columns)
        return _before_ranks(frame, cells, found, columns) or _at_equal_distances(
            frame, cells, found, stride, headers[0][1]
        )
    body = [i for i in cells if not closes(low, rows[i].start)]
    return body[::stride] if len(body) % stride == 0 else []


def _before_ranks(frame: Frame, cells: list[int], found: list[int], columns: list[str]) -> list[int]:
    """The name cells of a table that gives names without ranks, and the ranks in a later column of their own.

    The cells ``found`` are then those of that column: each holds a rank and no name, or the table has no such cells
    and every cell of the first column can be read as a name.
    """
    if columns[0] != "name":
        return []
    place = {row: k for k, row in enumerate(cells)}
    ranked = columns.index("rank") if "rank" in columns else 0
    bare = [i for i in found if ranked and _bare_rank(frame, i) and place[i] >= ranked]
    if len(bare) >= 2:
        named = [cells[place[i] - ranked] for i in bare]
        return named if set(found) <= {*bare, *named} else []
    low, stride = frame.page.low, len(columns)
    stop = next((k for k, i in enumerate(cells) if closes(low, frame.rows[i].start)), len(cells))
    first = cells[:stop:stride]
    if stop % stride or not set(found) <= set(first) or not all(_trusted_name(frame, i) for i in first):
        return []
    return first


def _bare_rank(frame: Frame, i: int) -> bool:
    row = frame.rows[i]
    head = frame.heads.read(row.start, row.end)
    return head is not None and head.rank is not None and head.nameless and head.collar is None


def _trusted_name(frame: Frame, i: int) -> bool:
    row = frame.rows[i]
    head = frame.heads.read(row.start, row.end, trusted=True)
    return head is not None and (head.name is not None or head.label is not None or head.strong)


def _named_cells(frame: Frame, cells: list[int], columns: list[str]) -> list[int]:
    """The cells that name an officer; where the table has a column for the chair, not those that name who sat."""
    chaired = "chair" in columns
    return [i for i in cells if _person_cell(frame, i) and not (chaired and _sits(frame, i))]


def _at_equal_distances(
    frame: Frame, cells: list[int], found: list[int], stride: int, first: int
) -> list[int]:
    """The cells ``found`` to name an officer; or every cell of the first column, if all of those lie in it.

    A job that no vocabulary lists ("Vetting Assistant") is one of them, where the table has no cell too few.
    """
    place = {row: k for k, row in enumerate(cells)}
    begin = place.get(first)
    if begin is None or len(found) < _FEWEST_FOUND:
        return found
    column = []
    for k in range(begin, len(cells) - stride + 1, stride):
        row = frame.rows[cells[k]]
        if cells[k] not in found and (
            frame.heads.job(row.start, row.end) is None or row.end - row.start > _JOB
        ):
            break
        column.append(cells[k])
    return column if set(found) <= set(column) else found


_JOB: Final = 48  # characters
_FEWEST_FOUND: Final = 3


def _code_cell(frame: Frame, i: int) -> bool:
    row = frame.rows[i]
    head = frame.heads.read(row.start, row.end)
    return head is not None and head.label is not None and row.end - head.end < 12


def _person_cell(frame: Frame, i: int) -> bool:
    """Whether a line is a cell that names an officer and no sentence about one."""
    row = frame.rows[i]
    if row.end - row.start > 90 or row.label is not None:
        return False
    head = frame.heads.read(row.start, row.end)
    if head is None:
        return False
    rest = frame.page.text[head.end : row.end]
    return (
        not rest
        or not rest.lstrip(" ,(").startswith(tuple("abcdefghijklmnopqrstuvwxyz"))
        or rest.lstrip().startswith("(")
    ) and len(rest) < 50


def _sits(frame: Frame, i: int) -> bool:
    """Whether a cell names a chief officer without a number ("Chief Constable P Goldthorpe"): it is the chair's."""
    head = frame.heads.read(frame.rows[i].start, frame.rows[i].end)
    return (
        head is not None
        and head.rank is not None
        and head.rank.value in SENIOR
        and head.name is not None
        and head.collar is None
    )


def _stack(frame: Frame, cells: list[int], anchors: list[int], columns: list[str]) -> list[Record]:
    rows, low = frame.rows, frame.page.low
    place = {row: k for k, row in enumerate(cells)}
    out: list[Record] = []
    longest = 0
    for n, anchor in enumerate(anchors):
        begin = place[anchor]
        if n + 1 < len(anchors):
            mine = cells[begin : place[anchors[n + 1]]]
            longest = max(longest, len(mine))
        else:
            mine = cells[begin : begin + max(longest, 2)]
        if n + 1 == len(anchors) or len(mine) != len(columns):  # "Contact Management" may be a cell
            stop = next((k for k, i in enumerate(mine[1:], 1) if closes(low, rows[i].start)), len(mine))
            mine = mine[:stop]
        spans = [(rows[i].start, rows[i].end) for i in mine]
        whole = len(mine) == len(columns)
        certain = columns if whole else _columns_before_growth(columns, len(mine))
        fields = dict(zip(certain, spans, strict=False)) if whole or len(mine) > len(columns) else {}
        heads = cell_heads(frame, spans, certain)
        out.append(Record(spans[0][0], spans[-1][1], "stack", heads, fields, spans, columns=whole))
    return out if sum(1 for r in out if r.heads) >= 2 else []


def _columns_before_growth(columns: list[str], n: int) -> list[str]:
    """The columns whose place is certain when a record has more or fewer cells than headings: the first ones."""
    return columns[:3] if n >= 3 else columns[:1]
