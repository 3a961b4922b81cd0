"""A paper as plain data, and how it is written: Word (python-docx) and PDF (reportlab), the same words in both."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from xml.sax.saxutils import escape  # writes text for reportlab's paragraphs; nothing is parsed

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper: a margin (a date, a number), the words, and smaller words under them."""

    margin: str
    words: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: title, what stands above all, sections of lines."""

    title: str
    warning: str
    lead: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...] = field(default=())

    def text(self) -> str:
        """All its words, for pages and for tests."""
        out = [self.title, self.warning, *self.lead]
        for head, lines in self.sections:
            out.append(head)
            for line in lines:
                out += [f"{line.margin} {line.words}".strip(), *line.under]
        return "\n".join(one for one in out if one)


def as_docx(paper: Paper, at: datetime) -> bytes:
    """The paper as a Word file. ``at`` is written as when it was made; no author is."""
    from docx import Document
    from docx.shared import Cm, Pt

    made = Document()
    made.styles["Normal"].font.name = "Calibri"
    made.styles["Normal"].font.size = Pt(11)
    info = made.core_properties
    info.author, info.last_modified_by, info.title, info.comments = "", "", clean(paper.title), ""
    info.created = info.modified = at.replace(tzinfo=None)
    made.add_heading(clean(paper.title), 0)
    if paper.warning:
        made.add_paragraph().add_run(clean(paper.warning)).bold = True
    for words in paper.lead:
        made.add_paragraph(clean(words))
    for head, lines in paper.sections:
        made.add_heading(clean(head), 1)
        if not lines:
            continue
        table = made.add_table(rows=0, cols=2)
        table.autofit = False
        for line in lines:
            left, right = table.add_row().cells
            left.width, right.width = Cm(3.4), Cm(12.6)
            left.text = clean(line.margin)
            right.text = clean(line.words)
            for under in line.under:
                run = right.add_paragraph().add_run(clean(under))
                run.font.size = Pt(9)
                run.italic = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def as_pdf(paper: Paper, at: datetime) -> bytes:
    """The paper as a PDF, A4, pages numbered."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.lib.units import cm
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], fontSize=10, leading=14)
    small = ParagraphStyle("small", parent=body, fontSize=8.5, leading=11.5, textColor="#333333")

    def words(text: str, style: Any = body) -> Any:
        return Paragraph(escape(_plain(text)).replace("\n", "<br/>"), style)

    story: list[Any] = [words(paper.title, styles["Title"])]
    if paper.warning:
        story.append(words(paper.warning, styles["Heading4"]))
    story += [words(one) for one in paper.lead]
    for head, lines in paper.sections:
        story.append(words(head, styles["Heading2"]))
        for line in lines:
            held = [words(line.words), *(words(under, small) for under in line.under)]
            table = Table([[words(line.margin), held]], colWidths=[3.2 * cm, 13.3 * cm], splitInRow=1)
            table.setStyle(
                TableStyle(
                    [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 0), (-1, 0), 0.4, "#bbbbbb")]
                )
            )
            story.append(table)
    out = io.BytesIO()

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(2 * cm, 1.2 * cm, _plain(f"{paper.warning}  {at:%d.%m.%Y %H:%M}".strip())[:110])
        canvas.drawRightString(A4[0] - 2 * cm, 1.2 * cm, str(document.page))

    template = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=2 * cm, rightMargin=2 * cm, topMargin=2 * cm, bottomMargin=2 * cm,
        title=_plain(paper.title), author="", lang="en-GB",
    )  # fmt: skip
    template.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def clean(text: str) -> str:
    """Words that XML can hold: control characters but line ends go."""
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter)[0] != "C")


def _plain(text: str) -> str:
    """Words in the letters that PDF's own fonts have: ŵ becomes w, a masked word is said in letters."""
    out = []
    for letter in clean(text).replace("▮▮▮", "[withheld]"):
        try:
            letter.encode("cp1252")
            out.append(letter)
        except UnicodeEncodeError:
            base = unicodedata.normalize("NFKD", letter)[0]
            out.append(base if base.isascii() else "?")
    return "".join(out)
