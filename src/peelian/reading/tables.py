"""Tables: rows flattened with ``|``, tabs, `` / `` or gaps, and tables with one cell on a line."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.layout import Row, fold_label, label_kinds
from peelian.reading.model import Span

_GAPS: Final = re.compile(r" {2,}|\t+")
_RULE: Final = re.compile(r"[\s|:+=-]+\Z")
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
    if text.count("; ", row.start, row.end) >= 2:
        return _cut(text, row, "; ")
    close = text.count(";", row.start, row.end)  # "Ann Lee;Sergeant;Written warning"
    return _cut(text, row, ";") if close >= 3 and "; " not in text[row.start : row.end] else []


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
    ";": _by_semicolon,
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
