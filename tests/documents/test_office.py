"""DOCX, ODT and RTF: round trips, and packages that attack."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, LineBreak, List, ListItem, P, S, Span

from peelian.documents import Broken, Empty, Encrypted, TooLarge, load

ROWS = [["Officer", "Rank", "Outcome"], ["Ada Brontley", "PC 4411", "Dismissed"]]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def docx_bytes() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Outcome notice"
    document.sections[0].header.paragraphs[0].text = "Westshire Police"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    document.add_heading("Misconduct outcome", 1)
    document.add_paragraph("PC 4411 Ada Brontley was dismissed.\nShe had served 9 years.")
    document.add_paragraph("took £40", style="List Bullet")
    document.add_paragraph("lied about it", style="List Bullet")
    table = document.add_table(2, 3)
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph("After the table.")
    body = document.element.body
    for xml in (
        "<w:sdt {}><w:sdtContent><w:p><w:r><w:t>In a content control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p {}><w:ins w:id='1' w:author='x'><w:r><w:t>Inserted</w:t></w:r></w:ins><w:del w:id='2' w:author='x'>"
        "<w:r><w:delText>Deleted</w:delText></w:r></w:del></w:p>",
    ):
        body.insert(len(body) - 1, parse_xml(xml.format(nsdecls("w"))))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt_bytes() -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Misconduct outcome"))
    paragraph = P(text="PC 4411")
    paragraph.addElement(S(c=1))
    paragraph.addElement(Span(text="Ada Brontley was dismissed."))
    paragraph.addElement(LineBreak())
    paragraph.addText("She had served 9 years.")
    document.text.addElement(paragraph)
    items = List()
    for text in ("took £40", "lied about it"):
        item = ListItem()
        item.addElement(P(text=text))
        items.addElement(item)
    document.text.addElement(items)
    table = Table()
    for cells in ROWS:
        row = TableRow()
        for text in cells:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    document.text.addElement(P(text="After the table."))
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\info{\title Outcome notice}}{\fonttbl\f0 Arial;}\f0 Misconduct outcome\par "
    rb"PC 4411 Ada Brontley was fined \'a3140 \u8211? twice.\par "
    rb"\trowd\cellx1\cellx2 Officer\cell Outcome\cell\row Ada\cell Dismissed\cell\row \pard After the table.\par}"
)
MIDDLE = "- took £40\n- lied about it\n\nOfficer | Rank | Outcome\nAda Brontley | PC 4411 | Dismissed\n\nAfter the table."


def test_docx() -> None:
    document = load(docx_bytes(), name="notice.docx")
    assert document.text == (
        "Westshire Police\n\nMisconduct outcome\n\nPC 4411 Ada Brontley was dismissed.\nShe had served 9 years.\n\n"
        f"{MIDDLE}\n\nIn a content control\n\nInserted\n"
    )
    assert (document.title, document.published) == ("Outcome notice", None)
    assert document.notes == ("words deleted under tracked changes left out",)


def test_odt() -> None:
    document = load(odt_bytes(), name="notice.odt")
    assert document.text == (
        "Misconduct outcome\n\nPC 4411 Ada Brontley was dismissed.\nShe had served 9 years.\n\n"
        + MIDDLE
        + "\n"
    )
    assert document.published is None


def test_rtf() -> None:
    document = load(RTF, name="notice.rtf")
    assert document.text == (
        "Misconduct outcome\n\nPC 4411 Ada Brontley was fined £140 – twice.\n\n"
        "Officer | Outcome\nAda | Dismissed\n\nAfter the table.\n"
    )
    assert document.title == "Outcome notice"


def rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def with_entities(xml: bytes) -> bytes:
    head, tail = xml.split(b"?>", 1)
    return head + b"?>" + LAUGHS.encode() + tail


PACKAGES = [
    pytest.param(docx_bytes, "word/document.xml", "n.docx", id="docx"),
    pytest.param(odt_bytes, "content.xml", "n.odt", id="odt"),
]


@pytest.mark.parametrize(("make", "part", "name"), PACKAGES)
def test_entities_are_refused(make: Callable[[], bytes], part: str, name: str) -> None:
    with pytest.raises(Broken, match=f"{name}.*entities"):
        load(rewritten(make(), part, with_entities), name=name)
    wide = lambda xml: with_entities(xml).decode().replace("UTF-8", "UTF-16").encode("utf-16")  # noqa: E731
    with pytest.raises(Broken, match=f"{name}.*entities"):
        load(rewritten(make(), part, wide), name=name)


@pytest.mark.parametrize(("make", "part", "name"), PACKAGES)
def test_damaged_packages_are_broken(make: Callable[[], bytes], part: str, name: str) -> None:
    with pytest.raises(Broken, match=name):
        load(rewritten(make(), part, lambda xml: xml[: len(xml) // 2]), name=name)
    with pytest.raises(Broken, match=name):
        load(rewritten(make(), part, lambda _: b"<a>" * 100_000), name=name)
    with pytest.raises((Broken, Empty), match=name):
        load(make()[:-400], name=name)


@pytest.mark.parametrize(("make", "part", "name"), PACKAGES)
def test_bombs_are_refused(make: Callable[[], bytes], part: str, name: str) -> None:
    with pytest.raises(TooLarge, match=f"{name}.*bomb"):
        load(rewritten(make(), part, lambda xml: xml + b" " * 5_000_000), name=name)


def test_an_odt_with_a_password() -> None:
    def lock(manifest: bytes) -> bytes:
        return manifest.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>")

    with pytest.raises(Encrypted, match=r"n\.odt.*password"):
        load(rewritten(odt_bytes(), "META-INF/manifest.xml", lock), name="n.odt")


def test_rtf_that_makes_no_sense() -> None:
    with pytest.raises((Broken, Empty), match=r"x\.rtf"):
        load(b"{\\rtf1" + b"{" * 50_000, name="x.rtf")
