"""A probationer's discharge under regulation 13 dismisses nobody; it is an outcome of another kind, with its day."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def proceeding(text: str) -> dict[str, Any] | None:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    found: dict[str, Any] | None = subject["proceeding"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "PC Mark Reed, a student officer, was discharged on 4 May 2023 under Regulation 13 of the Police Regulations 2003.",
        "PC Mark Reed was discharged from the force on Thursday, 4th May, 2023 in accordance with regulation 13.",
        "PC Mark Reed was discharged on May 4, 2023 under Regulation 13.",
        "PC Mark Reed was discharged on 04.05.2023 under Regulation 13.",
        "Name: PC Mark Reed\nForce: Sussex Police\nOutcome: Discharged on 4 May 2023 under Regulation 13, Police Regulations 2003",
    ],
)
def test_the_day_and_the_outcome(text: str) -> None:
    found = proceeding(text)
    assert found is not None
    assert (found["kind"], found["date"], found["outcome"]) == ("not_stated", "2023-05-04", "other")


def test_a_probationer_who_is_discharged_is_not_dismissed() -> None:
    found = proceeding("PC Leo Marsh, a probationer, was discharged from the force in May 2023.")
    assert found is not None and found["outcome"] == "other"


def test_a_probationer_discharged_for_misconduct_by_a_panel_is() -> None:
    found = proceeding("PC Leo Marsh, a probationer, was discharged from the force for gross misconduct.")
    assert found is not None and found["outcome"] == "dismissed"


@pytest.mark.parametrize(
    "text",
    [
        "The jury was discharged on 4 May 2023 and PC Tom Bale faces a retrial.",
        "PC Tom Bale was discharged from hospital on 4 May 2023. He was charged with theft.",
    ],
)
def test_other_discharges_are_no_outcome(text: str) -> None:
    assert proceeding(text) is None
