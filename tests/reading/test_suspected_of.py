"""What a criminal inquiry into an officer is for, complaints of crime, and "magistrates in the city". All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _one(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return subject


def _crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


@pytest.mark.parametrize(
    ("words", "crimes"),
    [
        (
            "The IOPC said a criminal investigation into PC Ida Mellor of Kent Police over suspected perjury has begun.",
            [("perjury", "alleged")],
        ),
        (
            "PC Ida Mellor of Kent Police is the subject of a criminal investigation for alleged theft.",
            [("theft", "alleged")],
        ),
        (
            "PC Ida Mellor of Kent Police is in a back office, having been removed from her beat over a complaint of sexual assault. No arrest has been made.",
            [("sexual_assault", "alleged")],
        ),
        (
            "PC Ida Mellor of Kent Police is doing desk duties, having been taken off patrol after an allegation of rape. A criminal investigation is under way.",
            [("rape", "alleged")],
        ),
        (
            "PC Ida Mellor of Kent Police was suspended following a complaint of assault. The force is looking into it.",
            [],
        ),
        (
            "PC Ida Mellor of Kent Police was moved to other duties after failing to record a complaint of sexual assault. A man has been arrested.",
            [],
        ),
        (
            "PC Ida Mellor of Kent Police was moved to other duties over her handling of a complaint of sexual assault. A man has been arrested.",
            [],
        ),
    ],
)
def test_what_an_officer_is_suspected_of(words: str, crimes: list[tuple[str, str]]) -> None:
    assert _crimes(_one(words + "\n")) == crimes


@pytest.mark.parametrize(
    ("words", "courts"),
    [
        (
            "PC Hal Dodding, based in Worthing with Sussex Police, was fined £200 by magistrates in the town for speeding.",
            ["Worthing Magistrates' Court"],
        ),
        (
            "PC Hal Dodding, who works in Lincoln, was jailed for a year for theft at the crown court in the city.",
            ["Lincoln Crown Court"],
        ),
        (
            "PC Hal Dodding of Sussex Police was fined £200 by magistrates in the town for speeding.",
            [],
        ),
        (
            "PC Hal Dodding was a constable in Bury St Edmunds with Suffolk Police. Magistrates in the town fined him £480 for theft.",
            ["Bury St Edmunds Magistrates' Court"],
        ),
    ],
)
def test_the_towns_magistrates_are_those_of_the_town_named_last(words: str, courts: list[str]) -> None:
    assert _one(words + "\n")["courts"] == courts
