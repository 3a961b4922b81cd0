"""A conviction that somebody outside the police contests is no officer's, nor is what a court makes of it. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def _crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


@pytest.mark.parametrize(
    "words",
    [
        "Lawyers for Ned Obi argued that his murder conviction was unsafe because the detective who questioned him was later disgraced. That detective, DS Ann Tull of Kent Police, was convicted of perjury in 2012. Lord Justice Penn refused leave to appeal.",
        "Ned Obi claimed that his robbery conviction should be quashed because the officer in the case, DS Ann Tull of Kent Police, has since been convicted of perjury. Lord Justice Penn dismissed the appeal.",
        "The Court of Appeal quashed the robbery conviction of Ned Obi yesterday because the detective who arrested him, DS Ann Tull of Kent Police, was herself convicted of perjury in 2012.",
        "A dealer, Ned Obi, had his conviction overturned yesterday after it emerged that DS Ann Tull of Kent Police had lied. Tull was found guilty of perjury in 2012.",
        "Ned Obi's conviction for burglary was set aside in June. DS Ann Tull of Kent Police, whose evidence convicted him, was found guilty of perjury at Maidstone Crown Court.",
        "Ministers have sent the case of Ned Obi back to the Court of Appeal. His murder conviction is in doubt because DS Ann Tull of Kent Police was found guilty of perjury.",
    ],
)
def test_the_appellants_crime_is_not_the_detectives(words: str) -> None:
    [subject] = _told(f"Judges rule\n\n{words}\n")
    assert subject["name"] == "Ann Tull"
    assert _crimes(subject) == [("perjury", "convicted")]
    assert subject["appeal"] is None


def test_her_own_appeal_stays_hers_beside_somebody_elses() -> None:
    subjects = _told(
        "PC Ida Mellor of Kent Police was found guilty of perjury at Maidstone Crown Court in May. She has lodged an appeal. Ned Obi's conviction for burglary, which rested on her word, was quashed in June.\n"
    )
    assert [s["name"] for s in subjects] == ["Ida Mellor"]
    assert _crimes(subjects[0]) == [("perjury", "convicted")]
    assert subjects[0]["appeal"] == {"kind": "criminal", "result": "pending"}


def test_convictions_of_both_fall_together() -> None:
    [subject] = _told(
        "The Court of Appeal quashed the convictions of Ned Obi and ex-PC Ida Mellor of Kent Police for theft.\n"
    )
    assert _crimes(subject) == [("theft", "acquitted")]


def test_what_his_lawyers_argue_clears_nobody() -> None:
    """ "Argued that his fraud conviction was unsafe": convicted still, where the court did not agree."""
    [subject] = _told(
        "Lawyers for former DS Glen Ottaway, of Surrey Police, argued that his fraud conviction was unsafe. The Court of Appeal disagreed and dismissed his appeal.\n"
    )
    assert _crimes(subject) == [("fraud", "convicted")]
    assert subject["appeal"] == {"kind": "criminal", "result": "dismissed"}


def test_what_judges_agree_to_does() -> None:
    [subject] = _told(
        "Judges agreed that the conviction of former DS Glen Ottaway, of Surrey Police, for fraud was unsafe and quashed it.\n"
    )
    assert _crimes(subject) == [("fraud", "acquitted")]


def test_an_officer_named_without_his_rank_may_be_the_appellant() -> None:
    [subject] = _told(
        "A policeman sacked for assaulting a prisoner was cleared yesterday.\n\nThree judges said the conviction of Kit Rudding was unsafe because film showed that the man had fallen before the officer reached him. Rudding had always denied assault occasioning actual bodily harm. Kent Police dismissed him in 2014.\n"
    )
    assert subject["name"] == "Kit Rudding"
    assert subject["proceeding"]["outcome"] == "dismissed"


def test_a_witness_who_is_an_officer_has_no_appeal() -> None:
    subjects = _told(
        "Lawyers for former DC Ray Leeming of Kent Police argued that his theft conviction was unsafe because a witness, PC Ann Tull, had lied. The Court of Appeal quashed the conviction.\n"
    )
    assert [(s["name"], _crimes(s)) for s in subjects if s["appeal"] is not None] == [
        ("Ray Leeming", [("theft", "acquitted")])
    ]
