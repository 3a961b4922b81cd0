"""Ends that stand as labels before names in running text are those of the people named behind them."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def ends(text: str) -> dict[str, str | None]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return {s["name"]: (s["proceeding"] or {}).get("outcome") for s in subjects}


@pytest.mark.parametrize(
    "text",
    [
        "Dismissed - PC Ann Doyle; final written warning - PC Mark Reed and PC Neil Platt.",
        "Final written warning: PC Mark Reed and PC Neil Platt; dismissed: PC Ann Doyle.",
        "Three officers went before the panel: dismissed, PC Ann Doyle; final written warning, PC Mark Reed and PC Neil Platt.",
        "Dismissed was PC Ann Doyle; given final written warnings were PC Mark Reed and PC Neil Platt.",
    ],
)
def test_each_label_is_of_those_behind_it(text: str) -> None:
    assert ends(text) == {
        "Ann Doyle": "dismissed",
        "Mark Reed": "final_written_warning",
        "Neil Platt": "final_written_warning",
    }


def test_a_label_that_says_too_little_is_not_the_one_befores() -> None:
    text = "Sacked: PC Ann Doyle and Sgt Paul Hale. Resigned: PC Mark Reed. Warned: PC Neil Platt."
    subjects = read(Document("x", text)).to_dict()["subjects"]
    for s in subjects:
        if s["name"] in ("Ann Doyle", "Paul Hale"):
            assert (s["proceeding"]["outcome"], s["resigned"], s["former"]) == ("dismissed", None, None)
        else:
            assert s["proceeding"] is None


@pytest.mark.parametrize(
    "text",
    [
        "PC Ann Doyle was dismissed, PC Mark Reed was given a final written warning.",
        "PC Ann Doyle: dismissed. PC Mark Reed: final written warning.",
        "PC Ann Doyle - dismissed; PC Mark Reed - final written warning.",
    ],
)
def test_an_end_behind_a_name_stays_that_ones(text: str) -> None:
    assert ends(text) == {"Ann Doyle": "dismissed", "Mark Reed": "final_written_warning"}
