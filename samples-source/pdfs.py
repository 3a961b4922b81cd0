"""PDFs of a source: one column, two columns, a ruled table, a scan (a picture only), one with a password."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors, utils
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)  # fmt: skip
from source import FICTION, Source

_SHEET = getSampleStyleSheet()
_BODY = ParagraphStyle(
    "body", parent=_SHEET["BodyText"], fontName="Helvetica", fontSize=10, leading=14, spaceAfter=6
)
_NARROW = ParagraphStyle("narrow", parent=_BODY, fontSize=9.5, leading=12.5)
_HEAD, _TITLE = _SHEET["Heading2"], _SHEET["Title"]


def _flow(source: Source, body: ParagraphStyle) -> list[Any]:
    flow: list[Any] = []
    for block in source.blocks:
        if block.kind == "heading":
            flow.append(Paragraph(escape(block.parts[0]), _HEAD))
        elif block.kind == "pair":
            cells = [
                Paragraph(f"<b>{escape(block.parts[0])}</b>", body),
                Paragraph(escape(block.parts[1]), body),
            ]
            flow.append(
                Table(
                    [cells],
                    colWidths=[45 * mm, 110 * mm],
                    style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)],
                )
            )
        else:
            flow.append(Paragraph(escape(" ".join(block.parts)), body))
    return flow


def _foot(canvas: Canvas, document: Any) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(20 * mm, 10 * mm, FICTION)
    canvas.drawRightString(document.pagesize[0] - 20 * mm, 10 * mm, f"Page {canvas.getPageNumber()}")


def one_column(source: Source, password: str | None = None) -> bytes:
    """A notice: title, pairs in a ruled form, paragraphs; with a ``password`` if one is given."""
    out = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword=f"{password}-owner", strength=128) if password else None
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        title=source.title,
        author=source.publisher,
        encrypt=lock,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
    )
    flow = [
        Paragraph(escape(source.publisher), _HEAD),
        Paragraph(escape(source.title), _TITLE),
        *_flow(source, _BODY),
    ]
    document.build(flow, onFirstPage=_foot, onLaterPages=_foot)
    return out.getvalue()


def two_columns(source: Source) -> bytes:
    """A newsletter: a masthead across the page, then two columns."""
    out = io.BytesIO()
    width, height = A4
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title=source.title, author=source.publisher)
    top = Frame(20 * mm, height - 60 * mm, width - 40 * mm, 40 * mm, id="top")
    column = (width - 48 * mm) / 2
    frames = [
        Frame(20 * mm + i * (column + 8 * mm), 20 * mm, column, height - 85 * mm, id=f"c{i}") for i in (0, 1)
    ]
    document.addPageTemplates([PageTemplate("front", [top, *frames], onPage=_foot)])
    masthead = [
        Paragraph(escape(source.title), _TITLE),
        Paragraph(f"News of police conduct for those who watch it. {source.day:%B %Y}", _BODY),
        FrameBreak(),
    ]
    document.build([NextPageTemplate("front"), *masthead, *_flow(source, _NARROW)])
    return out.getvalue()


def table(source: Source) -> bytes:
    """A list of outcomes as a ruled table on a wide page; the first row is its head."""
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=landscape(A4),
        invariant=1,
        title=source.title,
        author=source.publisher,
        leftMargin=15 * mm,
        rightMargin=15 * mm,
    )
    rows = [b.parts for b in source.blocks if b.kind == "row"]
    words = [Paragraph(escape(b.parts[0]), _BODY) for b in source.blocks if b.kind == "para"]
    cells = [
        [Paragraph(f"<b>{escape(c)}</b>" if i == 0 else escape(c), _BODY) for c in row]
        for i, row in enumerate(rows)
    ]
    grid = Table(cells, colWidths=[52 * mm, 38 * mm, 36 * mm, 58 * mm, 36 * mm, 46 * mm], repeatRows=1)
    grid.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ]
    )
    document.build(
        [Paragraph(escape(source.title), _TITLE), *words, Spacer(1, 4 * mm), grid], onFirstPage=_foot
    )
    return out.getvalue()


def scan(source: Source) -> bytes:
    """A picture of a page of text: no words in it for a program."""
    picture = Image.new("L", (900, 1270), 245)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=20)
    y = 60
    for line in (source.title, *(": ".join(b.parts) for b in source.blocks), FICTION):
        words, row = line.split(), ""
        for word in words:
            if draw.textlength(f"{row} {word}", font) > 780:
                draw.text((60, y), row, 40, font)
                y, row = y + 28, ""
            row = f"{row} {word}".strip()
        draw.text((60, y), row, 40, font)
        y += 44
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(utils.ImageReader(picture.convert("1").convert("L")), 0, 0, *A4)
    canvas.save()
    return out.getvalue()
