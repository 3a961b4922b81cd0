"""Groups that one sentence brings in and parts, each with an end of his own."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def ends(text: str) -> list[tuple[str | None, str | None]]:
    """The kind of proceeding and the outcome of every subject of a text."""
    out = []
    for subject in read(Document(id="t", text=text)).subjects:
        p = subject.proceeding
        out.append((p.kind if p else None, p.outcome if p else None))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two further officers from Gwent Police, both constables, went to misconduct meetings, where one was given management advice and the other no further action.",
            [("misconduct_meeting", "management_advice"), ("misconduct_meeting", "no_action")],
        ),
        (
            "Two constables from Kent Police went before a hearing at which one was dismissed without notice and the other was given a final written warning.",
            [
                ("misconduct_hearing", "dismissed_without_notice"),
                ("misconduct_hearing", "final_written_warning"),
            ],
        ),
        (
            "Three Kent Police officers attended a hearing in May 2020, when one was dismissed without notice and the other two were given final written warnings.",
            [
                ("misconduct_hearing", "dismissed_without_notice"),
                ("misconduct_hearing", "final_written_warning"),
                ("misconduct_hearing", "final_written_warning"),
            ],
        ),
        (
            "After our report Kent Police dealt with two constables: one received a written warning and the other management advice.",
            [("not_stated", "written_warning"), ("not_stated", "management_advice")],
        ),
        (
            "Two Kent Police constables were given warnings, one a final written warning and the other a written warning.",
            [("not_stated", "final_written_warning"), ("not_stated", "written_warning")],
        ),
    ],
)
def test_a_group_is_parted_within_its_sentence(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert ends(text) == expected


def test_one_beside_those_whose_end_was_told_is_another() -> None:
    text = "Two Kent Police officers were dismissed, and one was given a written warning."
    assert [o for _, o in ends(text)] == ["dismissed", "dismissed", "written_warning"]


def test_parts_in_sentences_of_their_own_stay_as_they_were() -> None:
    text = (
        "Two officers from Gwent Police went to misconduct meetings. One was given management advice and "
        "the other received no further action."
    )
    assert [o for _, o in ends(text)] == ["management_advice", "no_action"]
