"""What is held against suspects, prisoners and other defendants is not told of the officer beside them."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

_WARNED = "PC Tom Bell, of Kent Police, was given a written warning for misconduct. "


def of_bell(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return next(s for s in subjects if s["name"] == "Tom Bell")


@pytest.mark.parametrize(
    "more",
    [
        "He was on duty when a woman, Ms L, who had been arrested for being drunk and disorderly, was searched.",
        "He followed a moped suspected of having been involved in a theft.",
        "He cancelled a speeding fine.",
        "The panel heard that the boy, 16, was later convicted of robbery and sentenced to a 12-month detention and training order.",
        "He stored images taken at the scene of a murder for which a man is serving life imprisonment.",
        "The panel was told that two detainees, who were later sentenced to four and six months for burglary, had complained.",
        "His accountant, Leo Marks, had already pleaded guilty to fraud and was given 18 months.",
        "He failed to arrest a man wanted for rape, who was later convicted of a further rape and sentenced to 12 years.",
        "The arrested man, Liam Ford, had earlier been convicted of assault and was given a 12-week prison sentence.",
    ],
)
def test_a_suspects_crime_is_not_the_officers(more: str) -> None:
    bell = of_bell(_WARNED + more)
    assert bell["offences"] == bell["sentences"] == []


@pytest.mark.parametrize(
    ("text", "crimes", "terms"),
    [
        (
            "PC Tom Bell was fined £300 for possessing cannabis. Three other defendants at Hove Magistrates' Court were jailed for supplying drugs.",
            ["drugs_possession"],
            ["fine"],
        ),
        (
            "PC Tom Bell was convicted of assaulting Ivan Crow, a burglar with 30 convictions for theft who had been jailed nine times. He was fined £200.",
            ["common_assault"],
            ["fine"],
        ),
        (
            "The case against PC Tom Bell, who was charged with rape, collapsed after the complainant was found to have lied. "
            "She was later convicted of perverting the course of justice and jailed for two years.",
            ["rape"],
            [],
        ),
    ],
)
def test_other_peoples_sentences_are_not_the_officers(text: str, crimes: list[str], terms: list[str]) -> None:
    bell = of_bell(text)
    assert [o["offence"] for o in bell["offences"]] == crimes
    assert [s["kind"] for s in bell["sentences"]] == terms


def test_a_lodger_arrested_for_murder_is_not_the_officer() -> None:
    bell = of_bell(
        "PC Tom Bell was jailed for life with a minimum of 25 years for the murder of his wife. "
        "The couple's lodger, who was arrested for murder, was released without charge."
    )
    assert [(o["offence"], o["stage"]) for o in bell["offences"]] == [("murder", "convicted")]
