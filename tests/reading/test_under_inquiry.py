"""Officers who are looked into, moved, lent to another force, or let retire; and those of whom that is not said."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


@pytest.mark.parametrize(
    "text",
    [
        "Detective Chief Superintendent Moira Haldane has been sent home from a conference.\n\nCheshire Constabulary "
        "said that she was on restricted duties while complaints about her spending were examined.",
        "Deputy Chief Constable Moira Haldane has stood down from Cheshire Police with a payment of £90,000.\n\n"
        "The investigation into what she texted a colleague has been closed as a result.",
        "Commander Moira Haldane has been moved to a desk job while an inquiry into her tweets goes on, Cheshire Police said.",
        "Chief Superintendent Moira Haldane has been removed as commander of Crewe while an investigation takes place "
        "into claims that she fiddled figures. Cheshire Police confirmed the move.",
        "The investigation into Superintendent Moira Haldane's expenses has ended, Cheshire Police said.",
    ],
)
def test_a_senior_officer_who_is_looked_into_is_the_subject(text: str) -> None:
    (subject,) = told(text)
    assert (subject["name"], subject["force"]) == ("Moira Haldane", "cheshire")


@pytest.mark.parametrize(
    "text",
    [
        "Chief Constable Moira Haldane is to retire from Cheshire Police in June. She said it had been a privilege.",
        "Chief Constable Moira Haldane has suspended a superintendent. Cheshire Police said that claims about him were "
        "being looked into.",
        "Superintendent Moira Haldane has been moved to Crewe. Cheshire Police said that claims about its drugs squad "
        "were being looked into.",
        "The investigation into Superintendent Moira Haldane's murder has ended, Cheshire Police said.",
    ],
)
def test_whoever_decides_moves_on_or_complains_is_none(text: str) -> None:
    assert "Moira Haldane" not in [s["name"] for s in told(text)]


CASE = "A misconduct hearing of Kent Police had been due in May. It will not now be held."


@pytest.mark.parametrize(
    ("words", "resigned"),
    [
        ("Sgt Alan Haddow was allowed to retire on a full pension.", "retired"),
        ("A decision to let a traffic sergeant retire has caused anger. It was Sgt Alan Haddow.", "retired"),
        ("Kent Police permitted Sgt Alan Haddow to retire.", "retired"),
        ("Sgt Alan Haddow has stood down from Kent Police.", "resigned"),
        ("Sgt Alan Haddow was not allowed to retire.", None),
        ("Sgt Alan Haddow wanted the force to let him retire.", None),
        ("Sgt Alan Haddow was stood down from firearms duties.", None),
        ("Sgt Alan Haddow was dismissed. A colleague was allowed to retire.", None),
        ("Sgt Alan Haddow was dismissed. A colleague resigned.", None),
    ],
)
def test_who_was_let_retire(words: str, resigned: str | None) -> None:
    (subject,) = told(f"{words} {CASE}")
    assert subject["resigned"] == resigned


def test_leave_that_is_said_to_be_no_suspension() -> None:
    (subject,) = told(
        "PC Alan Haddow of Kent Police had been on gardening leave, not suspended, since June. He was dismissed."
    )
    assert subject["suspended"] is None


def test_a_force_that_somebody_was_lent_to_is_not_their_own() -> None:
    (subject,) = told(
        "DI Alan Haddow has been brought back from his secondment to the Metropolitan Police. Kent Police said he had "
        "been given a written warning at a misconduct meeting."
    )
    assert subject["force"] == "kent"
