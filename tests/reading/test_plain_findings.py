"""Findings and the barred list told in everyday words."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        (
            "These, in the panel's view, broke the standards and came to gross misconduct. She was dismissed.",
            "gross_misconduct",
        ),
        ("The panel found this proved, but not that it was misconduct of any kind.", "not_proven"),
        ("The panel was not persuaded that she had done it, and she keeps her job.", "not_proven"),
        ("The panel threw the case out.", "not_proven"),
    ],
)
def test_findings_in_plain_words(words: str, finding: str) -> None:
    page = f"PC Ann Lee, 30, of Kent Police, faced a misconduct hearing. {words}"
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert officer["proceeding"]["finding"] == finding


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        (
            "Her name would be passed to the College of Policing so that she can't work for another force.",
            True,
        ),
        ("She will be put on the list of those who may not be employed by the police.", True),
        ("Her papers were sent to the College of Policing.", None),
    ],
)
def test_barred_in_plain_words(words: str, barred: bool | None) -> None:
    page = f"PC Ann Lee, 30, of Kent Police, was dismissed at a misconduct hearing. {words}"
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert officer["barred"] == barred
