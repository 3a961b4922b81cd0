"""What became of "the other", whom the page does not name, and of "the only charge" that somebody faced."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, dict[str, Any]]:
    return {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}


def crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


CONVICTED = "PC Mark Reed and another man were tried for theft. Reed was convicted. "


@pytest.mark.parametrize(
    "text",
    [
        "The other, a constable of another force, was jailed for two years for burglary.",
        "The other, an officer elsewhere, was cleared of burglary.",
        "The other was jailed for three years.",
        "One of them, who served with another force, was cleared of the only charge he faced.",
        "The other man, an officer elsewhere, was handed a fine for burglary.",
    ],
)
def test_the_others_end_is_not_the_one_nameds(text: str) -> None:
    reed = told(CONVICTED + text)["Mark Reed"]
    assert crimes(reed) == [("theft", "convicted")]
    assert reed["sentences"] == []


def test_what_is_told_of_the_named_one_next_is_his() -> None:
    reed = told(CONVICTED + "The other man was cleared of burglary. Reed was jailed for a year.")["Mark Reed"]
    assert [s["length"] for s in reed["sentences"]] == ["P1Y"]


def test_a_dismissed_allegation_is_no_dismissal() -> None:
    text = "PC Mark Reed faced two charges. He was convicted of one. The other was dismissed."
    assert told(text)["Mark Reed"]["proceeding"] is None


def test_one_of_two_counts_is_still_dropped() -> None:
    text = "PC Mark Reed faced two counts of theft. He admitted one and the other was dropped."
    assert crimes(told(text)["Mark Reed"]) == [("theft", "convicted"), ("theft", "discontinued")]


def test_the_only_charge_is_none_of_a_colleagues() -> None:
    found = told(
        "PC Tom Bale admitted theft and fraud. PC Neil Platt, who was tried with him, was cleared of the sole count against him at Hull Crown Court."
    )
    assert crimes(found["Neil Platt"]) == []
    assert crimes(found["Tom Bale"]) == [("theft", "convicted"), ("fraud", "convicted")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("PC Mark Reed was cleared of the only charge he faced, theft.", "acquitted"),
        ("PC Mark Reed was found guilty of the single charge against him, theft.", "convicted"),
        ("PC Mark Reed was charged with theft. He was cleared of the only charge against him.", "acquitted"),
    ],
)
def test_the_only_charge_is_the_persons_own(text: str, stage: str) -> None:
    assert crimes(told(text)["Mark Reed"]) == [("theft", stage)]
