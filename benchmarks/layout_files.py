"""Generated layouts as files: HTML, DOCX, ODT and PDF, read through ``peelian.documents``."""

from __future__ import annotations

import io
from html import escape

from docx import Document as Docx
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PdfTable

from layout_cast import Lot, Officer, layout

HEAD = ("Name", "Rank", "Date of hearing", "Outcome")


def page(title: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{escape(title)}</title></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )


def _row(cells: list[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(c)}</{tag}>" for c in cells) + "</tr>"


def _cells(lot: Lot, o: Officer) -> list[str]:
    return [o.full, o.long, lot.cell(o), o.verdict]


@layout(suffix=".html")
def html_table(lot: Lot) -> str:
    rows = "".join(_row(_cells(lot, o)) for o in lot.officers)
    table = f"<table><thead>{_row(list(HEAD), 'th')}</thead><tbody>{rows}</tbody></table>"
    return page(f"{lot.force}: misconduct hearing outcomes", table)


@layout(suffix=".html", joint=True)
def html_rowspan_day(lot: Lot) -> str:
    """One day's cell stands over all rows."""
    first, *more = lot.officers
    top = (
        f"<tr><td rowspan={len(lot.officers)}>{lot.cell(first)}</td><td>{escape(first.full)}</td><td>{first.long}</td>"
        f"<td>{first.verdict}</td></tr>"
    )
    rows = top + "".join(_row([o.full, o.long, o.verdict]) for o in more)
    return page(
        f"{lot.force}: misconduct hearing outcomes",
        f"<table>{_row(['Date of hearing', 'Name', 'Rank', 'Outcome'], 'th')}{rows}</table>",
    )


@layout(suffix=".html", officers=(4,))
def html_rowspan_pairs(lot: Lot) -> str:
    """Two hearings of two officers each: the day's and the outcome's cells each stand over two rows."""
    rows = ""
    for a, b in (lot.officers[:2], lot.officers[2:]):
        b.day, b.outcome = a.day, a.outcome
        rows += (
            f"<tr><td>{escape(a.full)}</td><td>{a.long}</td><td rowspan=2>{lot.cell(a)}</td>"
            f"<td rowspan=2>{a.verdict}</td></tr>" + _row([b.full, b.long])
        )
    return page(f"{lot.force} hearings", f"<table>{_row(list(HEAD), 'th')}{rows}</table>")


@layout("rank force outcome finding date", suffix=".html")
def html_definitions(lot: Lot) -> str:
    entries = "".join(
        f"<h2>{o.long} {escape(o.full)}</h2><dl><dt>Hearing date</dt><dd>{lot.cell(o)}</dd><dt>Finding</dt>"
        f"<dd>{o.found}</dd><dt>Outcome</dt><dd>{o.verdict}</dd></dl>"
        for o in lot.officers
    )
    return page(f"{lot.force} misconduct hearings", entries)


@layout(suffix=".html")
def html_cards(lot: Lot) -> str:
    entries = "".join(
        f"<div class=card><h3>{escape(o.full)}</h3><p>{o.long}</p><p><strong>{o.verdict}</strong></p>"
        f"<p>Hearing: {lot.day(o)}</p></div>"
        for o in lot.officers
    )
    return page(f"{lot.force}: hearing outcomes", entries)


@layout(suffix=".html")
def html_row_headers(lot: Lot) -> str:
    """A small table of labels and values for each officer."""
    entries = "".join(
        f"<table><tr><th>Officer</th><td>{o.long} {escape(o.full)}</td></tr><tr><th>Date</th><td>{lot.cell(o)}</td></tr>"
        f"<tr><th>Outcome</th><td>{o.verdict}</td></tr></table>"
        for o in lot.officers
    )
    return page(f"{lot.force} misconduct hearings", entries)


@layout(suffix=".docx")
def docx_table(lot: Lot) -> bytes:
    paper = Docx()
    paper.add_heading(f"{lot.force}: outcomes of misconduct hearings")
    table = paper.add_table(rows=1, cols=len(HEAD))
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = text
    for o in lot.officers:
        for cell, text in zip(table.add_row().cells, _cells(lot, o), strict=True):
            cell.text = text
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


@layout(suffix=".docx")
def docx_merged(lot: Lot) -> bytes:
    """Above each officer's rows stands a cell over the whole width, with the name."""
    paper = Docx()
    paper.add_heading(f"{lot.force}: misconduct hearings")
    table = paper.add_table(rows=0, cols=2)
    for o in lot.officers:
        top = table.add_row().cells
        top[0].merge(top[1]).text = f"{o.long} {o.full}"
        for label, value in (("Hearing date", lot.cell(o)), ("Outcome", o.verdict)):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


@layout("rank force outcome finding date", suffix=".odt")
def odt_table(lot: Lot) -> bytes:
    paper = OpenDocumentText()
    paper.text.addElement(H(outlinelevel=1, text=f"{lot.force}: outcomes of misconduct hearings"))
    table = Table(name="outcomes")
    for cells in ([*HEAD, "Finding"], *([*_cells(lot, o), o.found] for o in lot.officers)):
        row = TableRow()
        for text in cells:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    paper.text.addElement(table)
    out = io.BytesIO()
    paper.write(out)
    return out.getvalue()


@layout(suffix=".pdf")
def pdf_wrapped(lot: Lot) -> bytes:
    """A table whose cells are narrow, so that names, ranks and outcomes are set on several lines."""
    style = getSampleStyleSheet()
    rows = [
        [Paragraph(text, style["Normal"]) for text in cells]
        for cells in (HEAD, *(_cells(lot, o) for o in lot.officers))
    ]
    story: list[Flowable] = [
        Paragraph(f"{lot.force}: misconduct hearing outcomes", style["Title"]),
        Spacer(1, 12),
    ]
    story.append(PdfTable(rows, colWidths=(80, 80, 75, 80)))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(story)
    return out.getvalue()
