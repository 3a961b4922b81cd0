"""Who left: the officer told of, or somebody beside them."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def the_one(page: str) -> dict[str, Any]:
    subjects = read(Document("x", page)).to_dict()["subjects"]
    return next(s for s in subjects if s["name"] == "Ada Stone")


@pytest.mark.parametrize(
    "words",
    [
        "She gave evidence against her sergeant, who resigned before his own misconduct hearing.",
        "Her line manager has since retired.",
        "She had shared a car with another officer, who quit in May.",
        "She worked under a sergeant who has since retired.",
        "Her husband resigned in June.",
    ],
)
def test_somebody_beside_left(words: str) -> None:
    page = f"PC Ada Stone, of Kent Police, was given a written warning at a misconduct hearing. {words}"
    assert the_one(page)["resigned"] is None


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("She told her sergeant that she had resigned.", "resigned"),
        ("PC Stone, who worked for a sergeant in Dover, resigned in May.", "resigned"),
        ("Stone, a constable who has since retired, did not attend.", "retired"),
        ("She ceased to be an officer by way of resignation.", "resigned"),
    ],
)
def test_she_left(words: str, how: str) -> None:
    page = f"PC Ada Stone, of Kent Police, would have been dismissed, a misconduct panel ruled. {words}"
    assert the_one(page)["resigned"] == how


def test_whoever_was_met_is_former() -> None:
    page = "Sergeant Ada Stone, of Kent Police, lied to protect a former constable. She was dismissed after a misconduct hearing."
    assert the_one(page)["former"] is None
    own = (
        "Ada Stone, a former constable with Kent Police, would have been dismissed, a misconduct panel ruled."
    )
    assert the_one(own)["former"] is True


def test_a_hearing_not_now_faced() -> None:
    page = (
        "PC Ada Stone, of Kent Police, resigned on 14 July 2023. She will not now face the misconduct hearing. That hearing, "
        "fixed for 23 October, was to have been chaired by Mrs V Beach."
    )
    told = the_one(page)["proceeding"]
    assert told is None or (told["kind"], told["chair"], told["outcome"]) == (
        "misconduct_hearing",
        None,
        None,
    )
