"""Whose end "she was dismissed" tells after a sentence on two officers."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def dismissed(text: str) -> list[str]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return [s["name"] for s in subjects if (s["proceeding"] or {}).get("outcome") == "dismissed"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Sergeant Mark Moss told PC Jane Lee that her statement was false. She was dismissed at a misconduct hearing in Leeds.", ["Jane Lee"]),
        ("Inspector Clare Moss reported PC Adam Lee. He was dismissed at a misconduct hearing in Leeds.", ["Adam Lee"]),
        ("Inspector Clare Moss lied to PC Adam Lee. She was dismissed at a misconduct hearing in Leeds.", ["Clare Moss"]),
    ],
)  # fmt: skip
def test_the_pronoun_tells_whose_end_it_is(text: str, whose: list[str]) -> None:
    assert dismissed(text) == whose


def test_a_supervisor_who_spoke_is_not_dismissed_for_it() -> None:
    text = "Sergeant Mark Moss told PC Adam Lee that his statement was false. He was dismissed at a misconduct hearing in Leeds."
    assert "Mark Moss" not in dismissed(text)


def test_a_colleague_by_possession_is_told_of_alone() -> None:
    text = (
        "PC Tom Bell was today cleared of assaulting a man in a cell. PC Bell's colleague, PC Neil Crow, who gave "
        "evidence against him, was convicted of theft in 2018 and resigned."
    )
    bell = next(s for s in read(Document("x", text)).to_dict()["subjects"] if s["name"] == "Tom Bell")
    assert [(o["offence"], o["stage"]) for o in bell["offences"]] == [("common_assault", "acquitted")]
    assert bell["resigned"] is None
