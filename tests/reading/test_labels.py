"""Labels and cells: the fields of notices, wherever their values stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.cells import is_cell
from peelian.reading.labels import field_at, find_fields
from peelian.reading.page import Page

CASES = [
    # after a colon
    ("Outcome: Dismissed without notice", [("outcome", "Dismissed without notice")]),
    # on the line below
    ("Date of hearing\n5 June 2023", [("date", "5 June 2023")]),
    # after a gap
    ("Venue      Quay House, Northby", [("venue", "Quay House, Northby")]),
    # a list below its label, up to the next label
    ("Standards breached:\nUse of Force\nConfidentiality\nOutcome: None", [("standards", "Use of Force\nConfidentiality"), ("outcome", "None")]),
    # words of a sentence are no label
    ("The outcome was a surprise to all.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fields(text: str, expected: list[tuple[str, str]]) -> None:
    """Name and value of each field."""
    assert [(f.name, text[f.start : f.end]) for f in find_fields(Page(text))] == expected


@given(
    st.lists(
        st.sampled_from(["Outcome:", "Date", "Chair: Ada Quill", "Standards", "words", "5 May 2020", ""]),
        max_size=12,
    )
)
def test_fields_lie_in_the_page_and_are_found_by_offset(lines: list[str]) -> None:
    """Every value lies in the text, in order, and is found from an offset in it."""
    text = "\n".join(lines)
    fields = find_fields(Page(text))
    assert fields == sorted(fields, key=lambda f: f.start)
    for f in fields:
        assert 0 <= f.label_start <= f.start < f.end <= len(text)
        assert field_at(fields, f.start) is not None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("a / Misconduct / b", True),
        ("PC\tMisconduct\tWarning", True),
        ("Misconduct. Warning", True),
        ("found Misconduct in", False),
    ],
)
def test_cells(text: str, alone: bool) -> None:
    """Words stand alone between separators, not inside a sentence."""
    start = text.index("Misconduct")
    assert is_cell(text, start, start + len("Misconduct")) is alone


def test_a_table_of_two_columns_is_labels_and_values() -> None:
    text = (
        "Devon and Cornwall Police\n\nPolice Appeals Tribunal: summary of decision\n\nAppellant | Former PC Merrick Tolliver\n"
        "Date of tribunal | Thursday 9 March 2023\nChair | Miss Verity Quill KC\nVenue | Exeter Civil Justice Centre\n\n"
        "1. The appellant was dismissed without notice at an accelerated misconduct hearing on 12 July 2022.\n\n"
        "2. The appeal is dismissed. The decision to dismiss the appellant without notice stands.\n"
    )
    (subject,) = read(Document("tribunal", text)).to_dict()["subjects"]
    proceeding = subject["proceeding"]
    assert (proceeding["date"], proceeding["chair"], proceeding["venue"]) == (
        "2023-03-09",
        "Verity Quill",
        "Exeter Civil Justice Centre",
    )
