"""Words of prison that tell of a desk, a place, some hours in a cell; and of prison."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def only(text: str) -> dict[str, Any]:
    (found,) = json.loads(read(Document(id="d", text=text)).to_json())["subjects"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "told",
    [
        "locked up her desk for two weeks",
        "put away a burglar for three years at Leeds Crown Court",
        "was sent down to Dover for two weeks",
        "was sent to prison for two days to interview an inmate",
        "was locked up for 12 hours after her arrest for theft",
        "was locked up overnight after her arrest for theft",
    ],
)
def test_no_sentence_is_told(told: str) -> None:
    assert not only(f"PC Ann Lee, of Kent Police, {told}. She faces a misconduct hearing.")["sentences"]


def test_an_animal_goes_to_no_prison() -> None:
    text = "The dog of PC Ann Lee, of Kent Police, was caged for two weeks. She faces a misconduct hearing."
    assert not only(text)["sentences"]


@pytest.mark.parametrize(
    "told",
    [
        "PC Ann Lee, of Kent Police, was locked up for two years at Leeds Crown Court for theft.",
        "PC Ann Lee, of Kent Police, was put away for a total of two years at Leeds Crown Court for theft.",
        "PC Ann Lee, of Kent Police, was sent down for two years at Leeds Crown Court for theft.",
        "PC Ann Lee caged for two years over theft",
        "A judge at Leeds Crown Court locked up the Kent officer, PC Ann Lee, for two years for theft.",
        "Bent cop put away for two years\n\nPC Ann Lee, of Kent Police, admitted theft.",
    ],
)
def test_a_sentence_is_told(told: str) -> None:
    (sentence,) = only(told)["sentences"]
    assert (sentence["kind"], sentence["length"]) == ("imprisonment", "P2Y")


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("had her conviction for theft overturned", "acquitted"),
        ("won a fight to have her conviction for theft overturned", "acquitted"),
        ("who wanted to clear her name, had her conviction for theft thrown out", "acquitted"),
        ("failed to have her conviction for theft overturned", "convicted"),
        ("wants her conviction for theft overturned", "convicted"),
        ("copped to theft at Leeds Crown Court", "convicted"),
    ],
)
def test_a_conviction_that_fell(told: str, stage: str) -> None:
    (offence,) = only(f"PC Ann Lee, of Kent Police, {told}.")["offences"]
    assert offence["stage"] == stage


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("was told to hang up her uniform by a misconduct panel", None),
        ("was made to hang up her badge by a misconduct panel", None),
        ("decided to hang up her badge before the misconduct hearing", "retired"),
    ],
)
def test_who_was_made_to_go_did_not_retire(told: str, left: str | None) -> None:
    assert only(f"PC Ann Lee, of Kent Police, {told}.")["resigned"] == left
