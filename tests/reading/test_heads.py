"""The words with which a list names its officers, and the labels at the beginnings of lines. All people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.reading.frame import Frame
from peelian.reading.head_names import plain_name
from peelian.reading.heads import Heads
from peelian.reading.layout import label_at, read_rows
from peelian.reading.page import Page
from peelian.reading.records import records_of
from peelian.reading.scan import Scan


def head(text: str, trusted: bool = False) -> tuple[str | None, str | None, str | None, bool, int] | None:
    """The head at the beginning of a line: name or label, rank, number, former, how many people."""
    page = Page(text)
    found = Heads(page, Scan(page)).read(0, len(text), trusted)
    if found is None:
        return None
    who = (
        plain_name(found, text)
        if found.name
        else text[found.label.start : found.label.end]
        if found.label
        else None
    )
    collar = text[slice(*found.collar)] if found.collar else None
    return who, found.rank.value if found.rank else None, collar, found.former, found.people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PC 4417 T. Adey-Price", ("T. Adey-Price", "police_constable", "4417", False, 1)),
        ("PC A. Hussain 4410 / C Division", ("A. Hussain", "police_constable", "4410", False, 1)),
        (
            "Former DS 662 Anselm Tolworth-Raja",
            ("Anselm Tolworth-Raja", "detective_sergeant", "662", True, 1),
        ),
        (
            "T/DS Craig Yelling (collar number 318CP), attached",
            ("Craig Yelling", "detective_sergeant", "318CP", False, 1),
        ),
        ("Inspector Malcolm Reay (6A12), B Division", ("Malcolm Reay", "inspector", "6A12", False, 1)),
        # an age in brackets is no number
        ("PC Malcolm Reay (34), of Colford", ("Malcolm Reay", "police_constable", None, False, 1)),
        # a surname that is a place or a month, sure after a number
        ("PC 4190 Tamsin Kent", ("Tamsin Kent", "police_constable", "4190", False, 1)),
        ("PC 3388 Martin March", ("Martin March", "police_constable", "3388", False, 1)),
        # labels stuck to names
        (
            "Former Inspector 1733 Louise HargreaveDate22 July",
            ("Louise Hargreave", "inspector", "1733", True, 1),
        ),
        # a name with two capitals is one word
        ("DS 1188 Lindsay McArthur", ("Lindsay McArthur", "detective_sergeant", "1188", False, 1)),
        # a post that runs on after the name: the surname is the word used alone elsewhere
        (
            "PC 17822 Viv Thorne Bolton District and then PC Thorne",
            ("Viv Thorne", "police_constable", "17822", False, 1),
        ),
        # nameless
        ("A police constable based at Thorley", (None, "police_constable", None, False, 1)),
        ("Two police constables based at Thorley", (None, "police_constable", None, False, 2)),
        ("SC 7046 (name withheld, direction of the chair)", (None, "special_constable", "7046", False, 1)),
        ("Detention officer, Preston custody.", (None, "police_staff", None, False, 1)),
        # labels
        ("Officer X, a police sergeant serving with", ("Officer X", "sergeant", None, False, 1)),
        ("PC known as Officer F probationer", ("Officer F", "police_constable", None, False, 1)),
        ("Officer B (former PC)", ("Officer B", "police_constable", None, False, 1)),
        # no head
        ("The panel found that", None),
        ("Date of hearing", None),
    ],
)
def test_heads(text: str, expected: tuple[str | None, str | None, str | None, bool, int] | None) -> None:
    assert head(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nathan Bold (PC)", ("Nathan Bold", "police_constable", None, False, 1)),
        ("Mr T Adey-Price (formerly PC 4417)", ("T Adey-Price", "police_constable", "4417", True, 1)),
        ("Adey-Price, Tomos", ("Tomos Adey-Price", None, None, False, 1)),
        ("PRICE Tomos", ("PRICE Tomos", None, None, False, 1)),
        ("Elin Prosper (former)", ("Elin Prosper", None, None, True, 1)),
        ("Not published by order of the Chair (PC)", (None, "police_constable", None, False, 1)),
        ("Anonymised - 'Officer 2'", ("Officer 2", None, None, False, 1)),
    ],
)
def test_values_where_a_label_says_that_a_name_stands(
    text: str, expected: tuple[str | None, str | None, str | None, bool, int]
) -> None:
    assert head(text, trusted=True) == expected


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Officer concerned: PC 1", "name", "PC 1"),
        ("Date(s) of hearing: 3 May", "date", "3 May"),
        ("Legally Qualified Chair: Mr A", "chair", "Mr A"),
        ("Standards breached", "standards", ""),
        ("Place                  Colford", "venue", "Colford"),
        ("Outcome - Dismissed", "outcome", "Dismissed"),
        ("Name and rankPC 2604 Toby", "name", "PC 2604 Toby"),
        ("It is alleged: that he", None, "It is alleged: that he"),
    ],
)
def test_labels_at_the_beginnings_of_lines(line: str, kind: str | None, value: str) -> None:
    found, _, at = label_at(Page(line), 0, len(line))
    assert (found, line[at:]) == (kind, value)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Name: PC 12 Al", "Outcome: x", "1. A constable", "| a | b | c |", "a\tb\tc", "", "Rank", "Date", "PC A", "(1) PS 3 B Cod",
             "Officers:", "3 May 2021", "- PCSO", "Officer 2", "é’ “q”", "x" * 130, "PC 123 Ann LeeDate3 May"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_any_page_is_read_and_every_span_lies_in_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    page = Page(text)
    assert all(0 <= r.start <= r.body <= r.end <= len(text) for r in read_rows(page))
    for record in records_of(Frame(page, Scan(page))):
        assert 0 <= record.start <= record.end <= len(text)
        assert all(record.start <= a <= b <= record.end for a, b in record.spans)
        assert all(0 <= a <= b <= len(text) for a, b in record.fields.values())
