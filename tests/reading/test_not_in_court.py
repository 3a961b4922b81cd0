"""Charges before a panel, charges yet to be decided on, days by which work is due, and men told of as "the Kent man". All invented."""

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
    "words",
    [
        "Sgt Ida Mellor of Kent Police was due before a misconduct hearing next month charged with sexual harassment.",
        "Sgt Ida Mellor of Kent Police was to appear before a disciplinary panel in May charged with harassment of a trainee.",
        "Sgt Ida Mellor of Kent Police was charged with assaulting a prisoner before a disciplinary board.",
    ],
)
def test_what_a_panel_charges_is_no_offence(words: str) -> None:
    assert _crimes(_one(words + "\n")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Sgt Ida Mellor of Kent Police was dismissed at a misconduct hearing after being charged with theft.",
        "Sgt Ida Mellor of Kent Police, who was charged with theft, faces a misconduct hearing in May.",
        "Sgt Ida Mellor of Kent Police was charged with theft and will go before a misconduct panel.",
        "A misconduct hearing in May was put off because Sgt Ida Mellor of Kent Police was charged with theft.",
    ],
)
def test_a_charge_told_beside_a_hearing_stays_one(words: str) -> None:
    assert _crimes(_one(words + "\n")) == [("theft", "charged")]


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        (
            "Sgt Ida Mellor of Kent Police is behind a desk while it is decided whether she should face charges of theft.",
            "alleged",
        ),
        (
            "A decision on whether Sgt Ida Mellor of Kent Police will be prosecuted for theft is expected soon.",
            "alleged",
        ),
        ("The CPS decided that Sgt Ida Mellor of Kent Police should face charges of theft.", "charged"),
        (
            "After considering whether to charge her, the CPS charged Sgt Ida Mellor of Kent Police with theft.",
            "charged",
        ),
    ],
)
def test_nobody_is_charged_while_it_is_weighed(words: str, stage: str) -> None:
    assert _crimes(_one(words + "\n")) == [("theft", stage)]


def test_the_kent_man_is_the_convict_and_a_man_is_not() -> None:
    told = _one(
        "Dover magistrates convicted the former Kent man of wasting police time. Ex-PC Neil Garrow must do 100 hours of unpaid work by next March as part of a community order.\n"
    )
    assert _crimes(told) == [("wasting_police_time", "convicted")]
    assert told["sentenced_on"] is None
    other = _one(
        "PC Ian Mott of Kent Police arrested a man. Magistrates convicted the man of theft. PC Mott was given a written warning.\n"
    )
    assert _crimes(other) == []


def test_a_trial_for_the_crime_is_the_officers_own() -> None:
    told = _one(
        '"I did nothing wrong," PC Ros Denholme told Derby Crown Court.\n\nThe Derbyshire officer, who is on trial for the rape of a colleague, said they were friends.\n'
    )
    assert _crimes(told) == [("rape", "charged")]
    other = _one(
        "PC Jo Rudd of Kent Police gave evidence against a man on trial for the murder of his wife at Maidstone Crown Court. PC Rudd was later dismissed for gross misconduct.\n"
    )
    assert _crimes(other) == []


@pytest.mark.parametrize(
    "words",
    [
        "PC Ian Moyle of Kent Police was found guilty at a disciplinary hearing of assault and dismissed.",
        "PC Ian Moyle of Kent Police was found guilty of assault by a misconduct panel.",
        "PC Ian Moyle of Kent Police was convicted by a misconduct panel of harassing a colleague.",
        "A panel cleared PC Ian Moyle of Kent Police of theft.",
    ],
)
def test_a_panels_finding_is_no_verdict(words: str) -> None:
    assert _crimes(_one(words + "\n")) == []


@pytest.mark.parametrize(
    "words",
    [
        "A misconduct panel heard that PC Ian Moyle of Kent Police was found guilty of theft at Dover Magistrates' Court.",
        "PC Ian Moyle of Kent Police, convicted of theft, was sacked by a panel.",
        "PC Ian Moyle of Kent Police was found guilty of theft and dismissed by a misconduct panel.",
        "A panel of magistrates found PC Ian Moyle of Kent Police guilty of theft.",
    ],
)
def test_a_verdict_told_beside_a_panel_stays_one(words: str) -> None:
    assert _crimes(_one(words + "\n")) == [("theft", "convicted")]
