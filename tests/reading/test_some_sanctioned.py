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


_FOUR = "Four face panel\n\nPC Ann Lee, PC Tom Moss, PC Rory Mack and PC Beth Stane, all of Kent Police, were before a misconduct panel on 3 May 2019.\n\n"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "PC Lee, who had lied to PC Moss about it, was dismissed without notice. PC Moss, whose sergeant had warned PC Mack, was "
            "given a final written warning.",
            ["dismissed_without_notice", "final_written_warning"],
        ),
        (
            "PC Lee was dismissed without notice. PC Moss was given a written warning. The allegations against PC Rory Mack and PC "
            "Beth Stane, who handcuffed Mr Oyin on the ground, were found not proven.",
            ["dismissed_without_notice", "written_warning", "not_proven", "not_proven"],
        ),
        (
            "PC Lee was dismissed without notice. PC Moss was given a written warning. The case against PC Mack, who was said to have "
            "laughed at PC Lee, was dismissed.",
            ["dismissed_without_notice", "written_warning", "not_proven"],
        ),
    ],
)
def test_a_relative_clause_that_names_another_does_not_take_the_verdict(
    told: str, expected: list[str]
) -> None:
    assert [outcome or finding for outcome, finding in ends(_FOUR + told)][: len(expected)] == expected


def test_a_headline_tells_of_one_of_several() -> None:
    text = (
        "Bar brawl: one resigns\n\n22 February 2008\n\nTwo Cambridgeshire officers have been disciplined by a board.\n\nPc Adrian "
        "Denver was fined eight days' pay. Pc Marilyn Outwell was given a reprimand.\n\nDet Con Shaun Pymoor resigned before the hearing."
    )
    told = read(Document("x", text)).to_dict()["subjects"]
    assert [s["resigned"] for s in told] == [None, None, "resigned"]
