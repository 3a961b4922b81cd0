"""A plea or verdict behind a deed told alone; charges that prosecutors weighed of an officer without a name."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return subject


@pytest.mark.parametrize(
    ("deed", "told_then", "crime"),
    [
        ("stole £40 from a till", "Pleaded guilty at Dover Magistrates' Court.", ("theft", "guilty", "convicted")),
        ("harassed her former husband", "She pleaded not guilty at Dover Magistrates' Court and was found guilty.", ("harassment", "not_guilty", "convicted")),
        ("assaulted a prisoner", "She denied it and was cleared at Dover Magistrates' Court.", ("common_assault", "not_guilty", "acquitted")),
    ],
)  # fmt: skip
def test_a_deed_and_the_plea_behind_it(deed: str, told_then: str, crime: tuple[str, str, str]) -> None:
    subject = told(f"PC Olga Pylon, 50, of Kent Police, {deed}. {told_then}")
    assert [(o["offence"], o["plea"], o["stage"]) for o in subject["offences"]] == [crime]


def test_somebody_elses_deed() -> None:
    subject = told(
        "PC Olga Pylon, 50, of Kent Police, investigated who stole a jacket. He pleaded guilty at Dover Magistrates' Court. "
        "Pylon was praised, but was later sacked over an affair."
    )
    assert subject["offences"] == []


WEIGHED = (
    "A police constable has been dismissed by Gwent Police without notice for gross misconduct. We may not name him.\n\n"
    "{}\n\nThe hearing was held in Cwmbran."
)


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        ("The Crown Prosecution Service looked at a charge of theft, and decided in the end against.", ["discontinued"]),
        ("Prosecutors weighed up a charge of theft but decided against it.", ["discontinued"]),
        ("The Crown Prosecution Service looked at a charge of theft against a man from Barry, and decided against.", []),
    ],
)  # fmt: skip
def test_a_charge_that_was_weighed(words: str, stages: list[str]) -> None:
    assert [o["stage"] for o in told(WEIGHED.format(words))["offences"]] == stages


def test_discrediting_the_service() -> None:
    subject = told(
        "The panel found PC Ivo Lambert of Kent Police in breach of the standards on confidentiality and discrediting the service. He was dismissed."
    )
    assert subject["proceeding"]["standards"] == ["confidentiality", "discreditable_conduct"]


@pytest.mark.parametrize(
    ("opening", "stages"),
    [
        ("A senior Kent Police detective sexually assaulted a colleague after a party, a jury decided yesterday.", ["convicted"]),
        ("A jury has found that a Kent Police detective sexually assaulted a colleague.", ["convicted"]),
        ("A Kent Police detective did not sexually assault a colleague, a jury has found.", ["acquitted", "charged", None]),
        ("A Kent Police detective sexually assaulted a colleague, a court heard.", ["charged"]),
        ("A Kent Police detective sexually assaulted a colleague, who told a jury that she froze.", ["charged"]),
    ],
)  # fmt: skip
def test_what_a_jury_decided(opening: str, stages: list[str | None]) -> None:
    subject = told(f"{opening} DI Glen Marshall, 47, denied sexual assault at Maidstone Crown Court.")
    assert {o["stage"] for o in subject["offences"]} <= set(stages)


@pytest.mark.parametrize(
    ("verdict", "stages"),
    [
        ("He was found guilty of both thefts.", ["convicted", "charged"]),
        ("He was found guilty of both thefts and cleared of both frauds.", ["convicted", "acquitted"]),
        ("He was found guilty of both charges of theft.", ["convicted", "charged"]),
        ("He was found guilty of both.", ["convicted", "convicted"]),
    ],
)
def test_both_thefts_are_no_frauds(verdict: str, stages: list[str]) -> None:
    subject = told(
        f"DI Glen Marshall, of Kent Police, denied a theft and a fraud charge at Maidstone Crown Court. {verdict}"
        if verdict.endswith("both.")
        else f"DI Glen Marshall, of Kent Police, denied two charges of theft and two charges of fraud at Maidstone Crown Court. {verdict}"
    )
    found = {o["offence"]: o["stage"] for o in subject["offences"]}
    assert [found["theft"], found["fraud"]] == stages
