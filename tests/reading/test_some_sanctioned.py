"""Groups with different ends: who of several was dismissed, and whose allegations were."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def ends(text: str) -> list[tuple[str | None, str | None]]:
    """Each subject's outcome and finding."""
    told = [s["proceeding"] or {} for s in read(Document("x", text)).to_dict()["subjects"]]
    return [(p.get("outcome"), p.get("finding")) for p in told]


def test_a_headline_that_tells_of_two_is_not_told_of_the_third() -> None:
    text = (
        "Two officers sacked over strip search\n\nTwo Metropolitan Police officers have been dismissed after a panel found "
        "that the search of a girl was gross misconduct. A third officer was cleared.\n\nDC Imelda Crowe and PC Rashid "
        "Valent carried out the search. Both were dismissed without notice.\n\nPC Tom Wicker, who stood outside, was "
        "found not to have breached any of the standards."
    )
    assert ends(text) == [("dismissed_without_notice", "gross_misconduct")] * 2 + [(None, "not_proven")]


@pytest.mark.parametrize(
    "told",
    [
        "Allegations that he lied about it afterwards were dismissed.",
        "A claim that he had lied about it was also dismissed.",
        "Suggestions of a cover-up, made by a colleague, were dismissed.",
    ],
)
def test_allegations_that_were_dismissed_are_no_dismissal(told: str) -> None:
    text = (
        "Warning for PC\n\nPC Darryl Goode, of Kent Police, was given a written warning by a misconduct panel for "
        f"misconduct on 3 May 2019.\n\n{told}"
    )
    assert ends(text) == [("written_warning", "misconduct")]


def test_a_fine_and_a_reprimand_are_the_tribunals_too() -> None:
    text = (
        "PC ordered to quit\n\nFriday, October 7, 2005\n\nPc Clive Stander appeared before a disciplinary tribunal at Winfrith "
        "on Tuesday. He was required to resign from Dorset Police.\n\nA second man, Pc Leonard Quill, was given a reprimand."
    )
    told = read(Document("x", text)).to_dict()["subjects"]
    assert [s["proceeding"]["kind"] for s in told] == ["misconduct_hearing"] * 2
    assert [s["proceeding"]["date"] for s in told] == ["2005-10-04"] * 2
