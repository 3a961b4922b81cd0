"""What a court gave to a driver, a dealer or a cousin is not what it gave to the officer told of beside. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def _terms(subject: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(s["kind"], s["length"]) for s in subject["sentences"]]


@pytest.mark.parametrize(
    "words",
    [
        "Man jailed for chase death\n\nNed Obi-Hallow, 31, was jailed for eight years at Leeds Crown Court for killing a woman as he tried to shake off police.",
        "Driver jailed over pursuit death as PC keeps job\n\nNed Obi-Hallow, 24, was sent to prison for nine years at Leeds Crown Court for causing the death of a schoolboy.",
        "Motorist gets seven years\n\nNed Obi-Hallow, who killed a grandmother while being chased, was locked up for seven years at Leeds Crown Court.",
        "Burglar sent down\n\nNed Obi-Hallow, a burglar, was sent down for four years at Leeds Crown Court.",
        "Teenager sent to jail after pursuit\n\nA teenager was sent to a young offender institution for five years for causing death by dangerous driving.",
    ],
)
def test_the_drivers_term_is_not_the_constables(words: str) -> None:
    [subject] = _told(
        f"{words}\n\nPC Una Tewsley of Humberside Police, who drove the car behind, was given a written warning at a misconduct meeting.\n"
    )
    assert subject["name"] == "Una Tewsley"
    assert _terms(subject) == []
    assert subject["courts"] == []
    assert subject["offences"] == []
    assert subject["proceeding"]["outcome"] == "written_warning"


def test_a_man_who_is_jailed_may_be_the_officer() -> None:
    [subject] = _told(
        "Man jailed after stabbing neighbour\n\nLee Sandford, 44, of Dover, was jailed for six years at Canterbury Crown Court. The Kent Police special constable had admitted wounding.\n"
    )
    assert _terms(subject) == [("imprisonment", "P6Y")]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("Obi got two years and Tewsley, who served in Hull, got five.", "P5Y"),
        ("Obi was jailed for ten years and Tewsley for three.", "P3Y"),
        ("Obi was sentenced to six years in prison and Tewsley to four years.", "P4Y"),
        ("Obi got 18 months. Tewsley received nine.", "P9M"),
    ],
)
def test_each_gets_a_term_of_his_own(words: str, length: str) -> None:
    [subject] = _told(
        f"Two in court\n\nShop owner Ned Obi and PC Una Tewsley, of Humberside Police, passed on details of raids. At Hull Crown Court on Monday {words} Both had admitted misconduct in public office.\n"
    )
    assert subject["name"] == "Una Tewsley"
    assert _terms(subject) == [("imprisonment", length)]


def test_years_in_the_job_are_no_term() -> None:
    subjects = _told(
        "Dealer Ned Obi was jailed for ten years at Hull Crown Court. PC Una Tewsley of Humberside Police, five years in the job, was dismissed for gross misconduct.\n"
    )
    assert [_terms(s) for s in subjects if s["name"] == "Una Tewsley"] == [[]]
