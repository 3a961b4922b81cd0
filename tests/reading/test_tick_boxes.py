"""Forms with boxes to tick: only what is ticked is told."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

FORM = """Fenshire Constabulary
Record of misconduct hearing

Officer: PC Ann Leamy
Date of hearing: 3 May 2023
{}
"""


def decided(answers: str) -> tuple[str | None, str | None]:
    """The outcome and the finding of the one officer of a form with these answers."""
    (subject,) = read(Document("form", FORM.format(answers))).subjects
    assert subject.name == "Ann Leamy"
    proceeding = subject.proceeding
    return (None, None) if proceeding is None else (proceeding.outcome, proceeding.finding)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (
            "Outcome:\n[ ] Dismissed without notice\n[x] Written warning\n[ ] No further action",
            "written_warning",
        ),
        ("Outcome:\n☐ Dismissed without notice\n☑ No further action", "no_action"),
        ("Outcome: ☒ Final written warning  ☐ Dismissed without notice", "final_written_warning"),
        ("Dismissed without notice [ ]  Written warning [X]", "written_warning"),
        ("Outcome:\n✗ Dismissed without notice\n✓ Written warning", "written_warning"),
    ],
)
def test_an_outcome_is_the_one_that_is_ticked(answers: str, outcome: str | None) -> None:
    assert decided(answers)[0] == outcome


def test_a_blank_form_tells_no_outcome() -> None:
    assert decided("Outcome:\n[ ] Dismissed without notice\n[ ] Written warning")[0] in (None, "pending")


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        ("Gross misconduct proven? [ ] Yes [x] No\nOutcome: Written warning", None),
        ("Gross misconduct proven? [x] Yes [ ] No\nOutcome: Dismissed", "gross_misconduct"),
        ("Gross misconduct proven: Yes ☐ No ☒\nOutcome: Written warning", None),
    ],
)
def test_a_question_answered_with_no_is_denied(answers: str, finding: str | None) -> None:
    assert decided(answers)[1] == finding


def test_a_gap_for_what_is_blotted_out_is_no_box() -> None:
    text = "Kent Police\n\nPC [ ] was dismissed on 3 May 2023 after a misconduct hearing. PC Ann Leamy told [ ] of it.\n"
    outcomes = [s.proceeding and s.proceeding.outcome for s in read(Document("page", text)).subjects]
    assert "dismissed" in outcomes
