"""What "the offender" or "the killer" got is no officer's where no officer was in court."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

OPENING = "PC Rob Tiller was given a written warning for failing to gather film from a shop. "


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


@pytest.mark.parametrize(
    "text",
    [
        OPENING + "The offender was jailed for 12 years.",
        OPENING + "The offender is now serving 12 years.",
        OPENING + "The culprit received a suspended sentence of 18 months.",
        OPENING + "The perpetrator was handed a life sentence.",
        OPENING + "In June the defendant was given a 24-year sentence at Leeds Crown Court.",
        OPENING + "The person who killed her was jailed for 24 years.",
        OPENING + "The accused was found guilty of murder and jailed for life.",
        OPENING + "The knifeman was detained under the Mental Health Act with a hospital order.",
        OPENING.rstrip(". ") + ", although the offender was eventually jailed for 12 years.",
    ],
)
def test_what_the_culprit_got_is_not_the_officers(text: str) -> None:
    [subject] = told(text)
    assert (subject["sentences"], subject["offences"], subject["courts"]) == ([], [], [])
    assert subject["proceeding"]["outcome"] == "written_warning"


def test_the_officers_own_end_in_the_same_sentence_is_kept() -> None:
    [subject] = told(
        OPENING + "The offender was jailed in May, and PC Tiller was later sacked for lying about it."
    )
    assert subject["sentences"] == []
    assert subject["proceeding"]["outcome"] == "dismissed"


@pytest.mark.parametrize(
    "text",
    [
        "PC Rob Tiller appeared at Leeds Crown Court charged with theft. The offender was jailed for two years.",
        "Former officer jailed\n\nRob Tiller abused his position. The offender was jailed for two years at Leeds Crown Court.",
        "PC Rob Tiller was charged with misconduct in public office and the defendant was jailed for two years.",
    ],
)
def test_an_officer_who_was_tried_may_be_the_defendant(text: str) -> None:
    [subject] = told(text)
    assert [(s["kind"], s["length"]) for s in subject["sentences"]] == [("imprisonment", "P2Y")]
