"""PDF: reading order, paragraphs, tables, hyphens; scans and passwords."""

from __future__ import annotations

import io

import pytest
from pdf_pages import drawn_pdf, locked_pdf, prose_pdf, scanned_pdf
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from peelian.documents import Broken, Encrypted, NoTextLayer, load

PARAGRAPHS = [
    "Sergeant Ludo Farthingale, 39, of Tanner's Yard, Brackley, took four watches worth £1,250 from the store at "
    "Brackley Police Station between May 2021 and March 2022, a panel heard on Monday.",
    "He pleaded guilty to three counts of theft at Northampton Crown Court and was sentenced to eight months' "
    "imprisonment, suspended for two years, with 150 hours of unpaid work and costs of £340.",
    "The panel, chaired by Chief Constable Ines Holloway-Reyes, found that he had breached the standards of honesty "
    "and integrity and of discreditable conduct, and dismissed him without notice.",
    "Anyone with information can ring Crimestoppers, without leaving a name, on 0800 555 111.",
]
ROWS = [
    ["Officer", "Rank", "Outcome"],
    ["Ada Brontley", "PC 4411", "Dismissed without notice"],
    ["Former PC Quill", "PC 12", "Would have been dismissed"],
]


def test_paragraphs_are_joined_and_kept_apart() -> None:
    document = load(prose_pdf(PARAGRAPHS, title="Outcome of a hearing"), name="outcome.pdf")
    assert document.text.split("\n\n") == ["Misconduct outcome", *PARAGRAPHS[:3], PARAGRAPHS[3] + "\n"]
    assert document.title == "Outcome of a hearing"
    assert document.published is None  # the file's own date is not a date of publication
    assert document.media_type == "application/pdf"


def test_two_columns_are_read_one_after_the_other() -> None:
    text = load(prose_pdf(PARAGRAPHS * 5, columns=2), name="x.pdf").text
    assert " ".join(text.split()) == " ".join(["Misconduct outcome", *PARAGRAPHS * 5])
    assert sum(text.count(f"\n{paragraph}\n") for paragraph in PARAGRAPHS) >= 19  # one runs over the columns


def test_two_columns_drawn_row_by_row() -> None:
    left = [
        "the officer drove to the house of",
        "the woman he had met on a call and",
        "stayed there for an hour while",
        "he was on duty, the panel heard.",
    ]
    right = [
        "he then told his sergeant that he",
        "had been at the station all day and",
        "wrote that down in his pocket book,",
        "which the panel held to be a lie.",
    ]
    lines = []
    for number, (one, two) in enumerate(zip(left, right, strict=True)):
        lines += [(60.0, 100 + 12.0 * number, one), (320.0, 100 + 12.0 * number, two)]
    text = load(drawn_pdf(lines), name="x.pdf").text
    assert " ".join(text.split()) == " ".join(left + right)


@pytest.mark.parametrize("ruled", [True, False])
def test_table_rows_are_lines(ruled: bool) -> None:
    text = load(prose_pdf(PARAGRAPHS, rows=ROWS, ruled=ruled), name="x.pdf").text
    assert "\n\n" + "\n".join(" | ".join(row) for row in ROWS) + "\n\n" in text
    assert text.endswith("\n\nThis sentence closes the page.\n")


def test_cells_on_several_lines_are_one_row_each() -> None:
    """A table without rules: the lines of a row stand close, and more space divides the rows."""
    style = getSampleStyleSheet()["Normal"]
    rows = [
        ["Name", "Rank", "Date of hearing", "Outcome"],
        ["Agnes Varley-Nkosi", "Detective Inspector", "09.12.2023", "No action"],
        ["Imogen Penhale", "Constable", "12.09.2023", "Would have been dismissed"],
    ]
    out = io.BytesIO()
    table = Table([[Paragraph(cell, style) for cell in row] for row in rows], colWidths=(80, 80, 75, 80))
    SimpleDocTemplate(out).build([Paragraph("Outcomes", style), Spacer(1, 12), table])
    text = load(out.getvalue()).text
    assert "Agnes Varley-Nkosi | Detective Inspector | 09.12.2023 | No action\n" in text
    assert "Imogen Penhale | Constable | 12.09.2023 | Would have been dismissed" in text


def test_a_form_of_labels_and_values_is_read_row_by_row() -> None:
    form = [
        ("Officer:", "PC 4411 Ada Brontley"),
        ("Date of hearing:", "3 May 2023"),
        ("Outcome:", "Dismissed without notice"),
    ]
    lines = [
        (x, 100 + 20.0 * n, text)
        for n, pair in enumerate(form)
        for x, text in zip((60.0, 220.0), pair, strict=True)
    ]
    lines.append((220.0, 152.0, "and placed on the barred list"))
    text = load(drawn_pdf(lines), name="x.pdf").text
    assert text.strip().split("\n") == [
        "Officer: PC 4411 Ada Brontley",
        "Date of hearing: 3 May 2023",
        "Outcome: Dismissed without notice and placed on the barred list",
    ]


def test_hyphens_at_line_ends() -> None:
    lines = [
        "The officer had been suspended for the whole of the investi-",
        "gation, and the panel, whose chair was Ines Holloway-",
        "Reyes, said that the 39-year-old had abused the self-",
        "discipline that is asked of every police officer, however",
        "long he had served, and dismissed him there and then today.",
    ]
    text = load(drawn_pdf([(60.0, 100 + 12.0 * n, line) for n, line in enumerate(lines)]), name="x.pdf").text
    assert "investigation, and the panel, whose chair was Ines Holloway-Reyes, said" in text
    assert "the self-discipline that is" in text


def test_labels_and_items_are_not_joined_to_lines_before() -> None:
    lines = [
        "The panel of three people heard all of the evidence and then decided this:",
        "Finding: gross misconduct, proven on every one of the allegations put to him",
        "1. the officer lied to his sergeant about where he had been on that morning",
        "2. the officer wrote a false entry in his pocket book to cover up that lie",
    ]
    text = load(drawn_pdf([(60.0, 100 + 12.0 * n, line) for n, line in enumerate(lines)]), name="x.pdf").text
    assert text.strip().split("\n") == lines


def test_running_feet_go_but_the_first_stays() -> None:
    document = load(prose_pdf(PARAGRAPHS * 12, footer="OFFICIAL - Westshire Police"), name="x.pdf")
    assert document.text.count("OFFICIAL - Westshire Police") == 1
    assert "of 9" not in document.text
    assert all(document.text.count(paragraph) == 12 for paragraph in PARAGRAPHS)
    assert any(note.startswith("page numbers and running heads cut") for note in document.notes)


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(NoTextLayer, match=r"scan\.pdf.*no text layer.*OCR"):
        load(scanned_pdf(), name="scan.pdf")


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    with pytest.raises(Encrypted, match=r"locked\.pdf.*password"):
        load(locked_pdf(), name="locked.pdf")


@pytest.mark.parametrize("cut", [9, 200, 1000])
def test_a_damaged_pdf_is_broken(cut: int) -> None:
    with pytest.raises(Broken, match=r"cut\.pdf: the PDF is damaged \([^)]*[^.]\)\. "):
        load(prose_pdf(PARAGRAPHS)[:cut], name="cut.pdf")
