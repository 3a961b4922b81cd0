"""A level of misconduct that a party put to the panel is no finding; what the panel found, and what was accepted, is."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

BEFORE = "PC Ned Orr of Kent Police attended a misconduct hearing on 3 May 2021. "


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ("His counsel said it was misconduct and no more. He was given a written warning.", None),
        ("The force's barrister said it was gross misconduct. The panel gave him a written warning.", None),
        ("Counsel for the force argued that this was gross misconduct. He got a final written warning.", None),
        ("The appropriate authority submitted that the conduct amounted to gross misconduct. He got a written warning.", None),
        ('Una Bell, for the force, said: "This was gross misconduct." He was given a written warning.', None),
        ('"This was gross misconduct," said Una Bell, for the force. He was given a written warning.', None),
        # what was found stays found
        ("His representative said it was misconduct at most. The panel found gross misconduct and dismissed him.", "gross_misconduct"),
        ("Counsel said that the panel had found gross misconduct. He was dismissed.", "gross_misconduct"),
        ("His barrister accepted that it was gross misconduct. He was dismissed.", "gross_misconduct"),
        ("The chair, Una Bell, said it was gross misconduct. He was dismissed.", "gross_misconduct"),
    ],
)  # fmt: skip
def test_an_argument_is_no_finding(told: str, finding: str | None) -> None:
    orr = next(s for s in read(Document("x", BEFORE + told)).subjects if s.name == "Ned Orr")
    assert orr.proceeding is not None
    assert orr.proceeding.finding == finding


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("The prosecutor said she was guilty of theft. She was cleared.", "acquitted"),
        ("Counsel for the Crown argued that she was plainly guilty of theft. She was cleared.", "acquitted"),
        ("The prosecutor said she had pleaded guilty to theft.", "convicted"),
        ("The prosecutor said the jury had found her guilty of theft.", "convicted"),
    ],
)
def test_the_prosecutions_word_is_no_verdict(told: str, stage: str) -> None:
    text = (
        "PC Una Bell, of Kent Police, was accused of theft and stood trial at Maidstone Crown Court. " + told
    )
    (bell,) = read(Document("x", text)).subjects
    assert [(o.offence, o.stage) for o in bell.offences] == [("theft", stage)]


def test_a_colleagues_end_told_to_a_hearing_is_the_colleagues() -> None:
    text = (
        "PC Una Bell, of Kent Police, told the misconduct hearing that a colleague was dismissed for theft."
    )
    assert all(
        s.proceeding is None or s.proceeding.outcome is None for s in read(Document("x", text)).subjects
    )
