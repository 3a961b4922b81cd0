"""An officer told of by what was done to somebody else keeps the floor; what befell that other is not the officer's."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return subject


@pytest.mark.parametrize(
    "opening",
    [
        "A former Suffolk police officer who shoved his girlfriend would have been sacked had he still been serving, a panel has said.",
        "A constable from Ipswich who followed his former wife home would have been dismissed, a panel has said.",
        "An ex-sergeant who lent a car to her brother would have been sacked, a panel said.",
    ],
)
def test_the_officers_verb_after_such_a_clause(opening: str) -> None:
    subject = told(
        f"{opening}\n\nOfficer K told the panel that it was a mistake.\n\nThe panel found gross misconduct."
    )
    assert subject["label"] == "Officer K"
    assert subject["proceeding"]["outcome"] == "would_have_been_dismissed"


def test_what_befell_the_other_in_such_a_clause() -> None:
    subject = told(
        "A constable who arrested her boyfriend was told that the boyfriend was jailed for two years. "
        "PC Mia Ashdown, of Essex Police, was fined £300 for data protection offences."
    )
    assert [s["kind"] for s in subject["sentences"]] == ["fine"]


@pytest.mark.parametrize(
    "met",
    [
        "who married a burglar who was jailed for three years",
        "who lent money to a man who was later convicted of robbery",
        "who warned a drug dealer who has been sentenced to three years",
    ],
)
def test_a_man_who_was_jailed_is_not_the_officer_who_met_him(met: str) -> None:
    subject = told(
        f"An officer {met} has been cleared. PC Mia Ashdown, of Essex Police, was found not guilty of perverting the course of justice."
    )
    assert subject["sentences"] == []
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [
        ("perverting_the_course_of_justice", "acquitted")
    ]


def test_the_officer_who_was_jailed() -> None:
    subject = told(
        "A constable who was jailed for three years has been dismissed. PC Mia Ashdown, of Essex Police, was convicted of robbery."
    )
    assert [s["length"] for s in subject["sentences"]] == ["P3Y"]
