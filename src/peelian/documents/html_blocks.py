"""HTML elements to lines of text, as a browser would set them, without any loss.

One block a line, a blank line between blocks. List items (``- `` or their number), table rows (cells
joined by `` | ``) and ``term: description`` pairs stand on lines of their own with no blank line inside
their list. ``<br>`` ends a line. A table that only lays out the page is read cell by cell.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from peelian.documents.contents import squeeze

CELL = " | "

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot "
        "th thead tr ul menu dir",
    )
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BULLET = re.compile(r"[-–—•*·▪‣]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s", re.I)


def text_of(element: HtmlElement) -> str:
    """Return all text of ``element`` on one line."""
    return squeeze(" ".join(_Writer().write(element)))


def blocks(region: HtmlElement) -> list[str]:
    """Return the text of ``region`` as blocks, in reading order; a list or a table is one block."""
    return _Writer().write(region)


class _Writer:
    """Walks an element once and collects its blocks."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.inline: list[str] = []
        self.prefix = ""
        self.group: int | None = None  # the outermost list or table that we are in
        self.last_group: int | None = None
        self.preformatted = False
        self.groups_seen = 0
        self.numbers: list[int | None] = []  # the next number of each list that we are in; None: bullets

    def _open_group(self) -> int:
        """Return the group of a list or table that begins: the outermost one's, else a new one."""
        if self.group is None:
            self.groups_seen += 1
            return self.groups_seen
        return self.group

    def _item_prefix(self) -> str:
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return "- "
        self.numbers[-1] = number + 1
        return f"{number}. "

    def write(self, element: HtmlElement) -> list[str]:
        self._element(element, tail=False)
        self._flush()
        return self.out

    def _flush(self) -> None:
        """End the block that is being written."""
        raw = "".join(self.inline)
        self.inline.clear()
        lines = [line for line in (squeeze(part) for part in raw.split("\n")) if line]
        if not lines:
            return
        if self.prefix and not _BULLET.match(lines[0]):
            lines[0] = self.prefix + lines[0]
        self.prefix = ""
        block = "\n".join(lines)
        if self.group is not None and self.group == self.last_group:
            self.out[-1] += "\n" + block
        else:
            self.out.append(block)
        self.last_group = self.group

    def _text(self, text: str | None) -> None:
        if text:
            self.inline.append(text if self.preformatted else text.replace("\n", " ").replace("\r", " "))

    def _element(self, element: HtmlElement, *, tail: bool = True) -> None:
        tag = element.tag
        if not isinstance(tag, str):  # a comment or an instruction
            if tail:
                self._text(element.tail)
            return
        if tag == "br":
            self.inline.append("\n")
        elif tag == "table" and is_data_table(element):
            self._data_table(element)
        elif tag == "dl":
            self._definitions(element)
        elif tag in BLOCKS:
            self._block(element, tag)
        elif tag == "q":
            self.inline.append("“")
            self._children(element)
            self.inline.append("”")
        else:
            self._children(element)
        if tail:
            self._text(element.tail)

    def _children(self, element: HtmlElement) -> None:
        self._text(element.text)
        for child in element:
            self._element(child)

    def _block(self, element: HtmlElement, tag: str) -> None:
        self._flush()
        outer_group, outer_pre = self.group, self.preformatted
        listed = tag in _LISTS
        if listed:
            self.group = self._open_group()
            start = element.get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            self.numbers.append(first if tag == "ol" else None)
        if tag == "li":
            self.prefix = self._item_prefix()
        self.preformatted = outer_pre or tag == "pre"
        self._children(element)
        self._flush()
        if tag == "li":
            self.prefix = ""
        if listed:
            self.numbers.pop()
        self.group, self.preformatted = outer_group, outer_pre

    def _definitions(self, element: HtmlElement) -> None:
        """Write ``term: description``, one pair a line; further descriptions on lines of their own."""
        self._flush()
        outer = self.group
        self.group = self._open_group()
        term = ""
        for child in element.iter("dt", "dd"):
            if next(child.iterancestors("dl")) is not element:
                continue
            if child.tag == "dt":
                self._emit(term)
                term = text_of(child)
                continue
            parts = [line for block in _Writer().write(child) for line in block.split("\n")]
            if term:
                joint = " " if term[-1] in ":?-–" else ": "
                parts = [term + (joint + parts[0] if parts else ""), *parts[1:]]
                term = ""
            for part in parts:
                self._emit(part)
        self._emit(term)
        self.group = outer

    def _emit(self, line: str) -> None:
        self.inline.append(line)
        self._flush()

    def _data_table(self, table: HtmlElement) -> None:
        """Write the caption, then each row as one line, its cells joined by `` | ``."""
        self._flush()
        outer = self.group
        for caption in table.iterchildren("caption"):
            self._emit(text_of(caption))
        self.group = self._open_group()
        over: dict[int, tuple[int, str]] = {}  # by column: for how many more rows a cell stands, its text
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue
            cells = _row_cells(row, over)
            self._emit(CELL.join(cells) if any(cells) else "")
        self.group = outer


def _row_cells(row: HtmlElement, over: dict[int, tuple[int, str]]) -> list[str]:
    """The texts of a row's cells, with those of cells above that stand over this row too (``over``, kept up to date)."""
    out: list[str] = []
    column = 0

    def from_above() -> None:
        nonlocal column
        while column in over:
            rows, text = over.pop(column)
            out.append(text)
            if rows > 1:
                below[column] = (rows - 1, text)
            column += 1

    below: dict[int, tuple[int, str]] = {}
    for cell in row.iterchildren("td", "th"):
        from_above()
        text = "; ".join(_cell_lines(cell))
        out.append(text)
        rows, width = _span(cell, "rowspan"), _span(cell, "colspan")
        if rows > 1:  # a long text is not printed again and again
            below |= {column: (rows - 1, text if len(text) <= _REPEATED else "")}
        column += width
    from_above()
    over.clear()
    over |= below
    return out


_REPEATED = 120  # characters
_WIDEST = 1000  # rows or columns, as browsers have it


def _span(cell: HtmlElement, name: str) -> int:
    """How many rows or columns a cell stands over."""
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and len(value) < 6 else 1


def _cell_lines(cell: HtmlElement) -> list[str]:
    return [line for block in _Writer().write(cell) for line in block.split("\n")]


def is_data_table(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out the page.

    Layout: said to be so, one column, tables inside, or cells that hold headings, forms or
    several paragraphs.
    """
    if (table.get("role") or "") in {"presentation", "none"}:
        return False
    if next(iter(table.iterdescendants("table")), None) is not None:
        return False
    if next(iter(table.iterdescendants("h1", "article", "main", "form")), None) is not None:
        return False
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in table.iter("tr")]
    if not widths or max(widths) < 2:
        return False
    if next(iter(table.iterdescendants("th", "caption", "thead")), None) is not None:
        return True
    for cell in table.iter("td"):
        paragraphs = sum(1 for _ in cell.iterdescendants("p", "div", "h2", "h3", "h4"))
        if paragraphs > 3 or len(cell.text_content()) > 800:
            return False
    return True
