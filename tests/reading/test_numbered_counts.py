"""Counts by their numbers, each with its offence, and what a judge called the crime. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _offences(text: str) -> list[tuple[str, int | None, str | None, str]]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    told: list[dict[str, Any]] = subject["offences"]
    return [(o["offence"], o["count"], o["plea"], o["stage"]) for o in told]


@pytest.mark.parametrize(
    ("words", "offences"),
    [
        (
            "entered guilty pleas to counts 1 (bribery), 2 (bribery) and 5 (money laundering) at Luton Crown Court.",
            [("bribery", 2, "guilty", "convicted"), ("money_laundering", 1, "guilty", "convicted")],
        ),
        (
            "denied counts 3 and 4, which are of theft, at Luton Crown Court.",
            [("theft", 2, "not_guilty", "charged")],
        ),
        (
            "was found guilty on counts one (theft), two (theft) and three (theft) and not guilty on count four (fraud) at Luton Crown Court.",
            [("theft", 3, None, "convicted"), ("fraud", 1, None, "acquitted")],
        ),
        (
            "was convicted by a jury at Luton Crown Court on counts 1 and 2 (both fraud) and cleared on count 3 (theft).",
            [("fraud", 2, None, "convicted"), ("theft", 1, None, "acquitted")],
        ),
        (
            "faces five counts of theft. He was convicted on counts 1 and 2 and cleared on counts 3 to 5 at Luton Crown Court.",
            [("theft", 2, None, "convicted"), ("theft", 3, None, "acquitted")],
        ),
    ],
)
def test_each_number_is_a_count(words: str, offences: list[Any]) -> None:
    assert _offences(f"Sgt Ivor Orpe of Bedfordshire Police {words}\n") == offences


@pytest.mark.parametrize(
    "called", ["what she called a shameful fraud", "what the judge described as shameful fraud"]
)
def test_a_plea_two_sentences_on_is_to_what_the_judge_called_it(called: str) -> None:
    text = f"Judge Fenella Cornworth sent Sgt Ivor Orpe of Bedfordshire Police to prison for two years for {called}.\n\nHis wife wept. Orpe had pleaded guilty at Luton Crown Court.\n"
    assert _offences(text) == [("fraud", None, "guilty", "convicted")]


def test_a_thieving_officer_is_no_count() -> None:
    assert _offences(
        "A thieving Kent officer was jailed for a year. PC Al Birch, 29, was found guilty of theft at Maidstone Crown Court.\n"
    ) == [("theft", None, None, "convicted")]
