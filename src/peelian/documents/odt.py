"""ODT: the text of ``content.xml`` in order, by lxml (odfpy's expat would expand entities)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peelian.documents.contents import Contents, join_blocks, squeeze, table_blocks
from peelian.documents.errors import Empty, Encrypted
from peelian.documents.package import open_package, parse_xml, part_bytes, refuse_entities
from peelian.documents.plain import clean

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SKIPPED = frozenset(
    {_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "sequence-decls", _OFFICE + "forms"}
    | {_TEXT + "table-of-content", _OFFICE + "annotation-end"}
)


def read_odt(data: bytes, *, origin: str = "document") -> Contents:
    """Return the text of an ODT. Title from ``meta.xml``; lists and tables as `read_docx` has them.

    Raises:
        Broken, Encrypted, TooLarge: see `open_package`, `refuse_entities`.
        Empty: there are no words.
    """
    package = open_package(data, origin)
    names = package.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in part_bytes(
        package, "META-INF/manifest.xml", origin
    ):
        raise Encrypted(origin, "the file is protected by a password")
    refuse_entities(package, origin)
    root = parse_xml(part_bytes(package, "content.xml", origin), origin)
    title = None
    if "meta.xml" in names:
        title = squeeze(
            parse_xml(part_bytes(package, "meta.xml", origin), origin).findtext(f".//{_TITLE}") or ""
        )
    body = root.find(f".//{_OFFICE}text")
    text, cleaned = clean(join_blocks(_blocks(root if body is None else body)))
    if not text.strip():
        raise Empty(origin, "the document holds no text", "If it holds pictures of text, run OCR on it.")
    return Contents(text, title=title or None, notes=cleaned)


def _blocks(container: Any) -> list[str]:
    out: list[str] = []
    for element in _block_elements(container):
        if element.tag == _TABLE + "table":
            out.extend(_table(element))
        elif element.tag == _TEXT + "list":
            out.append("\n".join(_items(element)))
        else:
            out.append(_paragraph(element))
            for box in element.iter("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"):
                out.extend(_blocks(box))
    return out


def _block_elements(container: Any) -> Iterator[Any]:
    """Yield paragraphs, headings, lists and tables in order, through sections and frames."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            continue
        if element.tag in {_TEXT + "p", _TEXT + "h", _TEXT + "list", _TABLE + "table"}:
            yield element
        else:
            stack.extend(reversed(element))


def _items(listing: Any) -> list[str]:
    lines: list[str] = []
    for element in listing.iter(_TEXT + "p", _TEXT + "h"):
        if text := _paragraph(element):
            lines.append(text if text.startswith(("-", "•", "–")) else "- " + text)
    return lines


def _paragraph(paragraph: Any) -> str:
    """Return a paragraph's text; ``text:s``, tabs and line breaks as what they stand for."""
    pieces: list[str] = []

    def walk(element: Any) -> None:
        pieces.append(element.text or "")
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _SKIPPED:
                if tag == _TEXT + "line-break":
                    pieces.append("\n")
                elif tag in {_TEXT + "s", _TEXT + "tab"}:
                    pieces.append(" ")
                elif tag == _TEXT + "note":
                    body = child.find(_TEXT + "note-body")
                    pieces.append(" [" + squeeze("".join(body.itertext())) + "]" if body is not None else "")
                elif not tag.endswith("}frame"):
                    walk(child)
            pieces.append(child.tail or "")

    walk(paragraph)
    lines = (squeeze(line) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _table(table: Any, depth: int = 0) -> list[str]:
    rows = []
    for row in table.iter(_TABLE + "table-row"):
        if next(row.iterancestors(_TABLE + "table")) is table:
            rows.append([cell for cell in row if cell.tag == _TABLE + "table-cell"])
    return table_blocks([[_cell(cell, depth) for cell in row] for row in rows], nested=depth > 20)


def _cell(cell: Any, depth: int) -> list[str]:
    found: list[str] = []
    for element in _block_elements(cell):
        if element.tag == _TABLE + "table":
            found.extend(_table(element, depth + 1))
        elif element.tag == _TEXT + "list":
            found.extend(_items(element))
        elif text := _paragraph(element):
            found.append(text)
    return found
