"""Sums taken as the proceeds of crime, and months that are told from the date before them."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

LEAD = "Sergeant loses his loot\n\nFylde Reporter\n2 May 2018\n\nPC Royston Kumi, 58, of Lancashire Constabulary, was jailed for nine years for theft at Preston Crown Court on 4 March 2009. "


@pytest.mark.parametrize(
    "words",
    [
        "In March Judge Leander Fitch ordered the confiscation of £6,150.",
        "He must repay £6,150 under a confiscation order.",
        "A judge told him to hand over £6,150 under the Proceeds of Crime Act or serve another six months.",
        "He has to pay back £6,150 of his gains.",
        "The court found that he had benefited by £21,000 and ordered him to hand back £6,150.",
        "At a proceeds of crime hearing he was ordered to pay £6,150 within three months.",
    ],
)
def test_ill_gotten_gains_are_a_confiscation(words: str) -> None:
    orders = read(Document("x", LEAD + words)).to_dict()["subjects"][0]["orders"]
    assert [(o["kind"], o["amount"]) for o in orders] == [("confiscation", 6150)]


def test_a_victim_paid_back_is_none() -> None:
    page = LEAD + "He was ordered to repay £6,150 to his victim, and £500 in costs."
    orders = read(Document("x", page)).to_dict()["subjects"][0]["orders"]
    assert {(o["kind"], o["amount"]) for o in orders} == {("compensation", 6150), ("costs", 500)}


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("in the January following", "2010-01"),
        ("the following March", "2010-03"),
        ("in the following December", "2009-12"),
        ("the following May", "2009-05"),
        ("on 9 February the following year", "2010-02-09"),
    ],
)
def test_a_following_month_is_the_first_after_the_date_told(when: str, date: str) -> None:
    page = LEAD + f"He was dismissed at a special case hearing {when}."
    assert read(Document("x", page)).to_dict()["subjects"][0]["proceeding"]["date"] == date
