"""DOCX: paragraphs, lists and tables in the order of the page, with headers, footers and notes.

python-docx opens the package; its ``paragraph.text`` leaves out content controls, tracked insertions
and text boxes, in which forms keep their facts, so the runs are walked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peelian.documents.contents import Contents, join_blocks, squeeze, table_blocks
from peelian.documents.errors import Broken, Empty
from peelian.documents.package import open_package, parse_xml, part_bytes, refuse_entities
from peelian.documents.plain import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _W + "pPr", _W + "rPr", _W + "sdtPr"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)


def read_docx(data: bytes, *, origin: str = "document") -> Contents:
    """Return the text of a DOCX: header, body, footnotes, footer. Title from its properties.

    Paragraphs are blocks; list items follow one another without blank lines and begin with ``- ``;
    a table row is one line with cells joined by `` | ``. The date of the file is not the date of
    publication and is not used.

    Raises:
        Broken, Encrypted, TooLarge: see `open_package`, `refuse_entities`.
        Empty: there are no words.
    """
    package = open_package(data, origin)
    refuse_entities(package, origin)
    title, body = _open(data, origin)
    blocks: list[str] = []
    notes: list[str] = []
    headers = _parts(package, "word/header", origin)
    footers = _parts(package, "word/footer", origin)
    blocks += headers
    blocks += _blocks(body)
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in package.namelist():
            blocks += _blocks(parse_xml(part_bytes(package, name, origin), origin))
    blocks += [block for block in footers if block not in headers]
    if next(body.iter(_W + "del"), None) is not None:
        notes.append("words deleted under tracked changes left out")
    text, cleaned = clean(join_blocks(blocks))
    if not text.strip():
        raise Empty(origin, "the document holds no text", "If it holds pictures of text, run OCR on it.")
    return Contents(text, title=title, notes=(*notes, *cleaned))


def _open(data: bytes, origin: str) -> tuple[str | None, Any]:
    """Return the title property and the body element, by python-docx."""
    import io
    import zipfile

    import docx
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(data))
        title = squeeze(document.core_properties.title or "") or None
        return (None if title and title.lower() == "word document" else title), document.element.body
    except (KeyError, ValueError, AttributeError, etree.LxmlError, zipfile.BadZipFile, OSError) as error:
        raise Broken(origin, f"it is not a sound DOCX ({type(error).__name__})") from error
    except Exception as error:
        if type(error).__module__.startswith("docx"):
            raise Broken(origin, f"it is not a sound DOCX ({type(error).__name__})") from error
        raise


def _parts(package: Any, prefix: str, origin: str) -> list[str]:
    """Return the different lines of all headers (or footers), page numbers left out."""
    found: list[str] = []
    for name in sorted(package.namelist()):
        if name.startswith(prefix) and name.endswith(".xml"):
            for block in _blocks(parse_xml(part_bytes(package, name, origin), origin)):
                words = block.lower().replace("page", "").replace("of", "").strip(" 0123456789|-–")
                if words and block not in found:
                    found.append(block)
    return found


def _blocks(container: Any) -> list[str]:
    """Return the blocks of a body, header or set of notes in order."""
    out: list[str] = []
    listed = False
    for element in _block_elements(container):
        if element.tag == _W + "tbl":
            out.extend(_table(element))
            listed = False
            continue
        text = _paragraph(element)
        item = _is_item(element)
        if text:
            block = "- " + text if item and not text.startswith(("-", "•", "–")) else text
            if item and listed:
                out[-1] += "\n" + block
            else:
                out.append(block)
            listed = item
        for box in element.iter(_W + "txbxContent"):
            if not any(ancestor.tag in _SKIPPED for ancestor in box.iterancestors()):
                out.extend(_blocks(box))
                listed = False
    return out


def _is_item(paragraph: Any) -> bool:
    """Tell whether a paragraph is a list item, by its numbering or by its style's name."""
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return True
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(_W + "val", "") if style is not None else ""
    return name.startswith(("ListBullet", "ListNumber"))


def _block_elements(container: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, through content controls and other wrappers, not into each other."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            continue
        if element.tag in {_W + "p", _W + "tbl"}:
            yield element
        else:
            stack.extend(reversed(element))


def _paragraph(paragraph: Any) -> str:
    """Return a paragraph's text; a line break within it ends a line."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == _W + "txbxContent":
            continue
        if tag == _W + "t":
            pieces.append(element.text or "")
        elif tag in {_W + "br", _W + "cr"}:
            pieces.append("\n")
        elif tag in {_W + "tab", _W + "ptab"}:
            pieces.append("\t")
        elif tag == _W + "noBreakHyphen":
            pieces.append("-")
        else:
            stack.extend(reversed(element))
    lines = (squeeze(line) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _table(table: Any, depth: int = 0) -> list[str]:
    """Return a table as one block, a row a line; a table of one column as blocks of their own."""
    rows = [
        [cell for cell in _cells(row) if cell.tag == _W + "tc"]
        for row in _cells(table)
        if row.tag == _W + "tr"
    ]
    return table_blocks([[_cell(cell, depth) for cell in row] for row in rows], nested=depth > 20)


def _cells(element: Any) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, through content controls."""
    for child in element:
        if child.tag in {_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"}:
            yield from _cells(child)
        else:
            yield child


def _cell(cell: Any, depth: int) -> list[str]:
    found: list[str] = []
    for element in _block_elements(cell):
        if element.tag == _W + "tbl":
            found.extend(_table(element, depth + 1))
        elif text := _paragraph(element):
            found.append(text)
    return found
