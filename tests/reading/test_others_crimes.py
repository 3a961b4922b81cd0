"""What a court did to somebody outside the police is no officer's, however near the two are told."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


def terms(subject: dict[str, Any]) -> list[str]:
    return [s["kind"] for s in subject["sentences"]]


def test_the_accusers_own_crime_is_not_the_officers() -> None:
    subjects = told(
        "Two Kent Police officers have walked free from court.\n"
        "Both were charged with conspiracy to pervert the course of justice after Dover man Ned Obi - now jailed for perjury - complained.\n"
        "Market trader Obi, 41, now serving four and a half years' imprisonment for perjury and kidnapping, was not in court.\n"
        "PC Ann Lee and PC Tom Moss were cleared at Maidstone Crown Court."
    )
    assert [s["name"] for s in subjects] == ["Ann Lee", "Tom Moss"]
    for subject in subjects:
        assert [offence for offence, _ in crimes(subject)] == ["perverting_the_course_of_justice"]
        assert terms(subject) == []


def test_the_man_who_complained_was_charged_and_not_the_sergeant() -> None:
    [subject] = told(
        "A Kent Police officer has been given a final written warning for gross misconduct.\n"
        "Sergeant Ann Lee faced four allegations at the misconduct hearing, which ended on 12 February 2020.\n"
        "The man who complained had been taken to Dover police station, drunk. In his cell he shouted for an hour.\n"
        "He was charged with being drunk and disorderly and with assaulting a constable. The charges were later dropped."
    )
    assert subject["offences"] == []
    assert subject["proceeding"]["outcome"] == "final_written_warning"


def test_an_officer_who_detained_somebody_keeps_an_own_charge() -> None:
    [subject] = told(
        "PC Ann Lee, of Kent Police, arrested a man in Dover. He was taken into custody and complained of his treatment.\n"
        "PC Lee was charged with common assault and fined £400 at Folkestone Magistrates' Court."
    )
    assert crimes(subject) == [("common_assault", "convicted")]
    assert terms(subject) == ["fine"]


def test_of_whom_points_at_those_just_named() -> None:
    subjects = told(
        "Three former Kent Police officers were cleared of perverting the course of justice at Maidstone Crown Court.\n"
        "It had been said that they made up the case against five men - two of whom were jailed for life before their appeal."
    )
    assert subjects
    assert all(terms(s) == [] for s in subjects)


@pytest.mark.parametrize(
    "aside",
    [
        "another man, Ned Obi, was arrested and confessed to the murder",
        "Ned Obi was jailed for life for the murder",
        "Ned Obi pleaded guilty to murder",
    ],
)
def test_a_murderers_verdict_stays_the_murderers(aside: str) -> None:
    subjects = told(
        "PC Ann Lee, of Kent Police, was dismissed without notice at a misconduct hearing for losing an exhibit. "
        f"Years later {aside}. PC Lee had kept no notes."
    )
    for subject in subjects:
        assert subject["name"] == "Ann Lee"
        assert crimes(subject) == []
        assert terms(subject) == []
