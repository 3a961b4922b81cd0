"""Tables: rows flattened with ``|``, tabs, `` / `` or gaps, and tables with one cell on a line."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.layout import Row, fold_label, label_kinds
from peelian.reading.model import Span
from peelian.reading.persons import SENIOR

_GAPS: Final = re.compile(r" {2,}|\t+")
_RULE: Final = re.compile(r"[\s|:+=-]+\Z")
_DATE_CELL: Final = re.compile(
    r"(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)?(?:[ ]?(?:-|&|and|to|,)[ ]?\d{1,2}(?:st|nd|rd|th)?)*[ /.-](?:\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:19|20)\d\d\Z"
)
_YEAR_CELL: Final = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\Z")
_NUMBER_CELL: Final = re.compile(r"(?:case |ref\.? |no\.? |#)?\d{1,3}[.)]? ?[*\u2020\u2021]?\Z")
_CLOSERS: Final = re.compile(
    r"(?:page (?:\d|last)|last (?:updated|reviewed|checked)|share this|related (?:content|links)|notes?\b|key\b|total\b|back to top|follow us|print this"
    r"|chair of all|each (?:meeting|hearing|case)|all (?:hearings|cases|meetings)|in (?:each|all|every)|contact\b|return to|was this page|is this page|published\b"
    r"|hearings (?:were|are)|for (?:outcomes|further|more|full|comparison)|the next (?:hearing|meeting)|misconduct meetings (?:are|were)|we hope|you (?:can|may) (?:ask|request)|if you|in line with|the above\b|attendance\b|tags?\b|topics?\b|appeals?:"
    r"|first page\b|(?:[\u00ab\u2039<]+ ?)?previous(?: page)?(?: ?\||\Z|\n)|next page\b|showing \d|recommendation|facebook\b|copyright|\u00a9|mae'r dudalen|q\d\b)"
)
_UNEVEN: Final = 2  # cells
SEVERAL: Final = "several"
SUBJECT_KINDS: Final = ("name", "rank")


def closes(low: str, start: int) -> bool:
    """Whether a line begins with the words that come after a list: "Last updated", "Note", "Key", "Page 2"."""
    return _CLOSERS.match(low, start) is not None


def delimited(frame: Frame) -> list[Record]:
    """The rows of a table whose cells stand on one line, between delimiters."""
    for mark in _SPLITS:
        if mark not in frame.page.text:
            continue
        lines = [
            (row, cells) for row in frame.rows if len(cells := split_cells(frame.page.text, row, mark)) >= 3
        ]
        if len(lines) >= 2:
            records = _rows_of(frame, lines)
            if records:
                return _with_wrapped(frame, records) if mark == "  " else records
    return []


def _with_wrapped(frame: Frame, records: list[Record]) -> list[Record]:
    """The rows of a table set in columns, each with the lines below it on which its cells go on.

    Such a line begins to the right of the first column: the text is set in before it.
    """
    text, low = frame.page.text, frame.page.low
    stops = [*(r.start for r in records[1:]), len(text)]
    for record, stop in zip(records, stops, strict=True):
        for row in frame.rows:
            if not record.start < row.start < stop or row.start < record.end:
                continue
            if not text.endswith("  ", 0, row.start) or closes(low, row.start):
                break
            record.end = row.end
            record.spans = [(record.start, row.end)]
    return records


def _by_bar(text: str, row: Row) -> list[Span]:
    return _cut(text, row, "|") if text.count("|", row.start, row.end) >= 2 else []


def _by_tab(text: str, row: Row) -> list[Span]:
    return _cut(text, row, "\t") if text.count("\t", row.start, row.end) >= 2 else []


def _by_slash(text: str, row: Row) -> list[Span]:
    return _cut(text, row, " / ") if text.count(" / ", row.start, row.end) >= 3 else []


def _by_semicolon(text: str, row: Row) -> list[Span]:
    return _cut(text, row, "; ") if text.count("; ", row.start, row.end) >= 2 else []


def _by_gap(text: str, row: Row) -> list[Span]:
    if "  " not in text[row.start : row.end]:
        return []
    out, at = [], row.start
    for gap in _GAPS.finditer(text, row.start, row.end):
        out.append((at, gap.start()))
        at = gap.end()
    out.append((at, row.end))
    return out


def _by_comma(text: str, row: Row) -> list[Span]:
    """Comma-separated values: only lines without a space after any comma outside quotation marks."""
    if text.count(",", row.start, row.end) < 3 or "," not in text[row.start : row.start + 40]:
        return []
    out, at, quoted = [], row.start, False
    for i in range(row.start, row.end):
        if text[i] == '"':
            quoted = not quoted
        elif text[i] == "," and not quoted:
            if text[i + 1 : i + 2] == " ":
                return []
            out.append((at, i))
            at = i + 1
    out.append((at, row.end))
    return [
        (a + 1, b - 1) if text[a:b].startswith('"') and text[a:b].endswith('"') and b - a > 1 else (a, b)
        for a, b in out
    ]


_SPLITS: Final = {
    "|": _by_bar,
    "\t": _by_tab,
    " / ": _by_slash,
    "  ": _by_gap,
    ",": _by_comma,
    "; ": _by_semicolon,
}


def split_cells(text: str, row: Row, mark: str) -> list[Span]:
    """The cells of a line between delimiters of one kind, none where it holds too few: ``|``, a tab, `` / ``, a gap ..."""
    return _SPLITS[mark](text, row)


def _cut(text: str, row: Row, mark: str) -> list[Span]:
    out, at = [], row.start
    while (stop := text.find(mark, at, row.end)) != -1:
        out.append(_trim(text, at, stop))
        at = stop + len(mark)
    out.append(_trim(text, at, row.end))
    if mark == "|":
        if out and out[0][0] >= out[0][1] and text[row.start] == "|":
            out.pop(0)
        if out and out[-1][0] >= out[-1][1]:
            out.pop()
    return out


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\u00a0*":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0*":
        end -= 1
    return start, end


def column_kinds(frame: Frame, cells: list[Span]) -> list[str]:
    """The kind of each column by its heading, "" for a heading that no label is."""
    kinds, low = label_kinds(), frame.page.low
    return [_kind_of(kinds, fold_label(low[a:b])) for a, b in cells]


_MANY: Final = re.compile(r" ?[,/&+] ?| and ")


def _kind_of(kinds: dict[str, str], heading: str) -> str:
    """The kind of a heading; of one that joins several ("Forum, date, chair") the date, which is found in any words."""
    kind = kinds.get(heading)
    if kind is not None:
        return kind
    parts = [p for p in _MANY.split(heading) if p]
    if len(parts) < 2 or not all(p in kinds for p in parts):
        return ""
    return "date" if "date" in {kinds[p] for p in parts} else SEVERAL


def _is_header(columns: list[str]) -> bool:
    known = sum(1 for c in columns if c)
    return known >= 3 and known * 2 >= len(columns)


def _rows_of(frame: Frame, lines: list[tuple[Row, list[Span]]]) -> list[Record]:
    text = frame.page.text
    columns: list[str] = []
    out: list[Record] = []
    for row, cells in lines:
        here = column_kinds(frame, cells)
        if _is_header(here):
            columns = here
        elif not _RULE.match(text, row.start, row.end):
            if columns and abs(len(cells) - len(columns)) > 1:
                continue
            heads = cell_heads(frame, cells, columns)
            if heads or columns:
                record = Record(row.start, row.end, "row", heads, spans=[(row.start, row.end)])
                record.columns = bool(columns)
                record.fields = {k: c for k, c in zip(columns, cells, strict=False) if k and c[0] < c[1]}
                out.append(record)
    told = [r for r in out if r.heads]
    barred = "|" in text
    if columns:
        return out if told else []
    width = {len(c) for _, c in lines}
    spread = _UNEVEN if barred and len(told) == len(lines) else 0  # an empty last cell may be left out
    return told if len(told) >= 3 and max(width) - min(width) <= spread else []


def cell_heads(frame: Frame, cells: list[Span], columns: list[str]) -> list[Head]:
    """Whom a row tells of: its name column, else any early cell that names an officer, with the rank of its rank column."""
    heads: list[Head] = []
    if "name" in columns and columns.index("name") < len(cells):
        heads = frame.heads_in(*cells[columns.index("name")], trusted=True)
    elif (
        "surname" in columns
        and "forename" in columns
        and max(columns.index("surname"), columns.index("forename")) < len(cells)
    ):
        heads = split_name(frame, cells[columns.index("surname")], cells[columns.index("forename")])
    for cell in cells[:4]:
        if heads:
            break
        found = frame.heads.read(*cell)
        if found is not None and not found.nameless:
            heads = [found]
    rank = None
    if "rank" in columns and columns.index("rank") < len(cells):
        place = cells[columns.index("rank")]
        rank = frame.heads.read(*place) or (frame.heads.job(*place) if not heads else None)
        if (
            not heads
            and rank is None
            and frame.page.low[slice(*cells[columns.index("rank")])].startswith(("officer", "police officer"))
        ):
            cell = cells[columns.index("rank")]
            heads = [Head(cell[0], cell[1], None, None, None, None, False, 1, False)]
    if not heads:
        found = rank or next((h for c in cells[:4] if (h := frame.heads.read(*c)) is not None), None)
        return [found] if found is not None else []
    return [with_rank(h, rank) for h in heads]


def split_name(frame: Frame, surname: Span, forename: Span) -> list[Head]:
    """A name in two columns, beside each other in either order."""
    head = frame.heads.read(*surname, trusted=True)
    if head is None or head.name is None:
        return [head] if head is not None else []
    start, end = min(surname[0], forename[0]), max(surname[1], forename[1])
    return [head._replace(start=start, end=end, name=(start, end), turned=surname[0] < forename[0])]


def with_rank(head: Head, other: Head | None) -> Head:
    """The head with the rank (and the "former", and the number) of another cell or label where it has none of its own."""
    if other is None:
        return head
    return head._replace(
        rank=head.rank or other.rank, former=head.former or other.former, collar=head.collar or other.collar
    )


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
