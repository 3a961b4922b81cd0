"""What a panel decided in words of its own, what it still has to decide, and what an officer admitted to it."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

NAME = "PC Adam Hale of Kent Police"


def _subject(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    found: dict[str, Any] = next(s for s in subjects if s["name"] == "Adam Hale")
    return found


@pytest.mark.parametrize(
    ("text", "finding", "outcome"),
    [
        (f"{NAME} admitted gross misconduct at a hearing and was sacked.", "gross_misconduct", "dismissed"),
        (f"{NAME} accepted that his behaviour amounted to misconduct and a panel gave him a written warning.", "misconduct", "written_warning"),
        (f"{NAME} did not admit gross misconduct. A misconduct panel gave him a written warning.", None, "written_warning"),
        (f"{NAME} admits gross misconduct. His misconduct hearing opens on Monday.", "pending", "pending"),
        (f"A misconduct panel found {NAME} guilty of gross misconduct and retired to consider its sanction.", "gross_misconduct", "pending"),
        (f"A misconduct panel found {NAME} guilty of gross misconduct and will announce its decision on outcome next week.", "gross_misconduct", "pending"),
        (f"A misconduct panel found {NAME} guilty of gross misconduct. Whether he keeps his job will be decided on Friday.", "gross_misconduct", "pending"),
        ("Former Kent Police PC Adam Hale was found guilty of gross misconduct. As he had left, the panel had no power to decide on sanction.", "gross_misconduct", None),
        (f"The panel concluded that the conduct of {NAME} on both nights was so grave that only dismissal would do.", None, "dismissed"),
        (f"The panel was told by the force that for {NAME} only dismissal would do. The misconduct hearing goes on.", "pending", "pending"),
        ("A misconduct panel said it would have dismissed former Kent Police PC Adam Hale.", None, "would_have_been_dismissed"),
        (f"A misconduct panel found misconduct by {NAME} but took no action.", "misconduct", "no_action"),
        (f"The misconduct panel threw out the case against {NAME}.", "not_proven", None),
        (f"{NAME} was cautioned at a disciplinary hearing for neglect of duty.", None, "other"),
        (f"{NAME} was cautioned by detectives for theft. He denies it.", None, None),
        ("Kent sergeant Adam Hale had two weeks' pay docked. The discipline board docked two weeks' pay from nobody else.", None, "other"),
    ],
)  # fmt: skip
def test_what_the_panel_decided(text: str, finding: str | None, outcome: str | None) -> None:
    p = _subject(text)["proceeding"] or {}
    assert (p.get("finding"), p.get("outcome")) == (finding, outcome)


def test_a_long_name_does_not_part_had_from_not() -> None:
    text = "The outcome, had former Kent Police constable PC Adam Hale not retired, would have been dismissal, a misconduct panel found."
    assert _subject(text)["resigned"] == "retired"
