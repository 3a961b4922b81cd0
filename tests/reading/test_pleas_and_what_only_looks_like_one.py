"""Pleas told in other words, and what is no plea: an offer, a confession to the police, an answer; verdicts of others."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def charges(words: str) -> list[tuple[str, int | None, str | None, str]]:
    """The offences of Una Wick by the page, each with its count, plea and stage."""
    subjects = read(Document("x", words)).to_dict()["subjects"]
    return [
        (o["offence"], o["count"], o["plea"], o["stage"])
        for s in subjects
        if s["name"] == "Una Wick"
        for o in s["offences"]
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            'Asked by the clerk for her plea to two counts of fraud, Sgt Una Wick, of Dorset Police, replied: "Not guilty". Poole magistrates sent the case to the Crown Court.',
            [("fraud", 2, "not_guilty", "charged")],
        ),
        (
            "Sgt Una Wick, of Dorset Police, is accused of two counts of fraud. She denies them both.",
            [("fraud", 2, "not_guilty", "charged")],
        ),
        (
            "Sgt Una Wick, of Dorset Police, offered to plead guilty to theft but the Crown would not have it and she will be tried at Poole Crown Court for robbery.",
            [("robbery", None, None, "charged")],
        ),
        (
            "Sgt Una Wick, of Dorset Police, admitted theft in interview. She has been charged with theft and will appear before Poole magistrates.",
            [("theft", None, None, "charged")],
        ),
        (
            "Sgt Una Wick, of Dorset Police, was jailed for life by a judge at Poole Crown Court for the murder of her husband. Wick denied killing him.",
            [("murder", None, "not_guilty", "convicted")],
        ),
        (
            "At Poole Crown Court Sgt Una Wick, of Dorset Police, admitted perjury. She maintains her denial of two counts of theft, which will be tried in May.",
            [("perjury", None, "guilty", "convicted"), ("theft", 2, "not_guilty", "charged")],
        ),
        (
            "At Poole Crown Court Sgt Una Wick, of Dorset Police, pleaded guilty to theft (four counts) and perjury (one).",
            [("theft", 4, "guilty", "convicted"), ("perjury", 1, "guilty", "convicted")],
        ),
    ],
)
def test_a_plea(words: str, expected: list[tuple[str, int | None, str | None, str]]) -> None:
    assert charges(words) == expected


def test_what_an_officers_evidence_led_to_is_not_her_crime() -> None:
    page = (
        "Sgt Una Wick, of Dorset Police, gave evidence that led to Dean Moss being convicted of theft at Poole Crown Court and "
        "jailed for two years. She was given a written warning in May 2016 for swearing."
    )
    assert charges(page) == []
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert not any(s["sentences"] for s in subjects if s["name"] == "Una Wick")


def test_no_charges_told_before_what_the_inquiry_was_about() -> None:
    page = (
        "No charges will be brought against Sgt Una Wick, prosecutors said. The Dorset Police officer had been interviewed "
        "under caution on suspicion of causing death by careless driving."
    )
    assert charges(page) == [("causing_death_by_careless_driving", None, None, "discontinued")]


@pytest.mark.parametrize(
    ("then", "stage"),
    [
        ("The judges ordered a retrial.", "charged"),
        ("No retrial was ordered.", "acquitted"),
        ("The Crown will not seek a retrial.", "acquitted"),
    ],
)
def test_a_quashed_conviction_and_a_retrial(then: str, stage: str) -> None:
    page = (
        "Sgt Una Wick, of Dorset Police, who was jailed for a year at Poole Crown Court, had her conviction for perjury quashed "
        f"by the Court of Appeal. {then}"
    )
    assert [c[3] for c in charges(page)] == [stage]
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert not any(s["sentences"] for s in subjects)


@pytest.mark.parametrize(
    "words",
    [
        "She had told a jury that Dean Moss was guilty of robbery.",
        "It came to light after Dean Moss was cleared of robbery.",
    ],
)
def test_a_verdict_on_somebody_else_by_name(words: str) -> None:
    page = f"Sgt Una Wick, of Dorset Police, was convicted of perjury at Poole Crown Court. {words}"
    assert [c[0] for c in charges(page)] == ["perjury"]


def test_what_is_admitted_to_a_panel_where_no_charge_was_brought_is_no_plea() -> None:
    page = (
        "A misconduct panel heard that Sgt Una Wick, of Dorset Police, had admitted an allegation of theft of £40. No criminal "
        "charge was brought."
    )
    assert not any(stage == "convicted" or plea for _, _, plea, stage in charges(page))


def test_a_plea_behind_its_label_is_no_verdict() -> None:
    page = (
        "OUTCOME: Sgt Una Wick, Dorset Police. Offence: theft. Plea: not guilty. Verdict: guilty, Poole Magistrates' Court, "
        "9 June 2017. Sentence: fine £300."
    )
    assert charges(page) == [("theft", None, "not_guilty", "convicted")]


def test_a_case_that_collapsed_before_its_charge_is_told() -> None:
    page = "A sergeant whose trial collapsed last month spoke of relief. Sgt Una Wick, of Dorset Police, had been charged with perjury."
    assert [c[3] for c in charges(page)] == ["discontinued"]
