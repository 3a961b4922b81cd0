"""DOCX, ODT and RTF of a source, with no time of making in them."""

from __future__ import annotations

import datetime
import io
import zipfile
from itertools import groupby

import docx
from odf import opendocument, table
from odf import text as odf_text
from odf.style import Style, TextProperties
from source import FICTION, Source

#: Every member of every archive has this time.
WHEN = (2024, 1, 1, 0, 0, 0)


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of ``members`` in their order, all of the same time; ``mimetype`` is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def _timeless(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({info.filename: archive.read(info) for info in archive.infolist()})


def docx_of(source: Source) -> bytes:
    """A Word document: headings, paragraphs, numbered points, and pairs as a table."""
    document = docx.Document()
    moment = datetime.datetime(2024, 1, 1)
    properties = document.core_properties
    properties.title, properties.author, properties.created, properties.modified = (
        source.title,
        source.publisher,
        moment,
        moment,
    )
    document.sections[0].header.paragraphs[0].text = source.publisher
    document.add_heading(source.title, 0)
    for kind, group in groupby(source.blocks, key=lambda b: b.kind):
        parts = [b.parts for b in group]
        if kind in ("pair", "row"):
            grid = document.add_table(rows=0, cols=len(parts[0]))
            for part in parts:
                for cell, words in zip(grid.add_row().cells, part, strict=True):
                    cell.text = words
        else:
            for (words,) in parts:
                document.add_heading(words, 1) if kind == "heading" else document.add_paragraph(words)
    document.sections[0].footer.paragraphs[0].text = FICTION
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def odt_of(source: Source) -> bytes:
    """An OpenDocument text."""
    document = opendocument.OpenDocumentText()
    bold = Style(name="Bold", family="paragraph")
    bold.addElement(TextProperties(fontweight="bold"))
    document.styles.addElement(bold)
    document.text.addElement(odf_text.H(outlinelevel=1, text=source.title))
    for block in source.blocks:
        if block.kind == "row":
            grid = table.Table()
            row = table.TableRow()
            for words in block.parts:
                cell = table.TableCell()
                cell.addElement(odf_text.P(text=words))
                row.addElement(cell)
            grid.addElement(row)
            document.text.addElement(grid)
        elif block.kind == "heading":
            document.text.addElement(odf_text.H(outlinelevel=2, text=block.parts[0]))
        else:
            document.text.addElement(odf_text.P(text=": ".join(block.parts)))
    document.text.addElement(odf_text.P(text=FICTION))
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def rtf_of(source: Source) -> bytes:
    """Rich text, written by hand: it is seven-bit and has no date."""
    lines = [*(": ".join(b.parts) for b in source.blocks), FICTION]
    body = "\\par\\par\n".join(_rtf(line) for line in lines)
    title = _rtf(source.title)
    head = f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\fswiss Arial;}}}}{{\\info{{\\title {title}}}}}\n"
    return f"{head}\\f0\\fs22\n{body}\\par\n}}\n".encode("ascii")


def _rtf(words: str) -> str:
    out = []
    for c in words:
        if c in "\\{}":
            out.append(f"\\{c}")
        elif ord(c) < 128:
            out.append(c)
        elif byte := c.encode("cp1252", "ignore"):
            out.append(f"\\'{byte[0]:02x}")
        else:
            out.append(f"\\u{ord(c)}?")
    return "".join(out)
