"""Two officers of whom the next sentence says "she" and "he": to each his and her own end."""

from __future__ import annotations

import pytest
from whole_pages import subjects


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "Two Surrey Police constables, Anna Trelawne and Tom Fallowdene, faced a misconduct hearing. She was dismissed; he was given a written warning.",
            ["dismissed", "written_warning"],
        ),
        (
            "PC Anna Trelawne and PC Vesper Fallowdene of Surrey Police faced a misconduct hearing. He was dismissed. She was given a written warning.",
            ["written_warning", "dismissed"],
        ),
        (
            "Gross misconduct was proved against PC Anna Trelawne and misconduct against PC Vesper Fallowdene, both of Surrey Police, at a misconduct hearing. She was sacked, he was warned in writing.",
            ["dismissed", "written_warning"],
        ),
    ],
)
def test_to_each_the_own_end(text: str, ends: list[str]) -> None:
    assert [s["proceeding"]["outcome"] for s in subjects(text)] == ends


def test_he_may_be_somebody_else() -> None:
    text = "PC Anna Trelawne and PC Vesper Fallowdene of Surrey Police were dismissed at a misconduct hearing. She had hit a man, and he was taken to hospital."
    assert [s["proceeding"]["outcome"] for s in subjects(text)] == ["dismissed", "dismissed"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "PC Anna Trelawne and PC Tom Fallowdene of Surrey Police faced a misconduct hearing. The policewoman was dismissed and the policeman given a written warning.",
            ["dismissed", "written_warning"],
        ),
        (
            "The misconduct hearing ended with dismissal for PC Anna Trelawne and a written warning for PC Tom Fallowdene, both of Surrey Police.",
            ["dismissed", "written_warning"],
        ),
        (
            "There was a final written warning for PC Anna Trelawne and PC Tom Fallowdene of Surrey Police at the end of the misconduct hearing. PC Amy Pell-Ross was dismissed.",
            ["final_written_warning", "final_written_warning", "dismissed"],
        ),
    ],
)
def test_an_end_for_whom_the_words_name(text: str, ends: list[str]) -> None:
    assert [s["proceeding"]["outcome"] for s in subjects(text)] == ends
