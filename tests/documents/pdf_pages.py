"""PDFs made for the tests with reportlab: prose in one or two columns, tables, scans, passwords."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Table

WIDTH, HEIGHT = A4


def prose_pdf(
    paragraphs: list[str],
    *,
    heading: str = "Misconduct outcome",
    columns: int = 1,
    rows: list[list[str]] | None = None,
    ruled: bool = True,
    footer: str | None = None,
    title: str = "",
) -> bytes:
    """Return a PDF with a heading, paragraphs set in columns, and a table after them."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=title)
    if columns == 2:
        frames = [
            Frame(50, HEIGHT - 140, WIDTH - 100, 90),
            Frame(50, 60, 235, HEIGHT - 200),
            Frame(310, 60, 235, HEIGHT - 200),
        ]
    else:
        frames = [Frame(60, 60, WIDTH - 120, HEIGHT - 120)]

    def on_page(canvas: Canvas, template: BaseDocTemplate) -> None:
        if footer:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, 30, footer)
            canvas.drawRightString(WIDTH - 60, 30, f"Page {template.page} of 9")

    document.addPageTemplates([PageTemplate(frames=frames, onPage=on_page)])
    styles = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph(escape(heading), styles["Heading1"])]
    if columns == 2:
        story.append(FrameBreak())
    story += [Paragraph(escape(text), styles["BodyText"]) for text in paragraphs]
    if rows:
        style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
        story += [Table(rows, style=style), Paragraph("This sentence closes the page.", styles["BodyText"])]
    document.build(story)
    return out.getvalue()


def drawn_pdf(lines: list[tuple[float, float, str]], **options: object) -> bytes:
    """Return a one-page PDF with each (x, y from the top, text) drawn where it says, in that order."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    canvas.setFont("Helvetica", 10)
    for x, y, text in lines:
        canvas.drawString(x, HEIGHT - y, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned_pdf(pages: int = 2) -> bytes:
    """Return a PDF whose pages are one picture each."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    picture = ImageReader(Image.new("L", (200, 280), 240))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    """Return a PDF that needs a password to be opened."""
    return drawn_pdf([(60, 60, "secret")], encrypt=StandardEncryption("open sesame", canPrint=0))
