"""Somebody whose surname is a rank's word is one person, and no officer without a name."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


@pytest.mark.parametrize("surname", ["Constable", "Sergeant", "Inspector"])
def test_a_title_before_the_word_means_the_person(surname: str) -> None:
    [subject] = told(
        f"Harold {surname} (41), who has been a PCSO in Redcar since 2010, was convicted of theft. "
        f"{surname}, of Mill Row, Marske, said nothing.\n\n"
        f"Cleveland Police said that Mr {surname}, who has been suspended since his arrest, would face a misconduct hearing."
    )
    assert (subject["name"], subject["rank"], subject["suspended"]) == (f"Harold {surname}", "pcso", True)
    assert subject["proceeding"]["outcome"] == "pending"


def test_the_constable_with_a_small_letter_is_an_officer_still() -> None:
    first, second = told(
        "PCSO Harold Sergeant of Kent Police was convicted of theft. Mr Sergeant was sacked in May. "
        "A police constable, who has been suspended since May, will face a misconduct hearing over the same night."
    )
    assert (first["name"], first["rank"], first["suspended"]) == ("Harold Sergeant", "pcso", None)
    assert (second["name"], second["rank"], second["suspended"]) == (None, "police_constable", True)


def test_a_rank_before_a_name_is_a_rank() -> None:
    subjects = told(
        "Misconduct hearings at Kent Police\n\nConstable Adam Rudge was dismissed. Sergeant Lena Coyle was given a written warning. "
        "Mr Rudge did not attend."
    )
    assert [(s["name"], s["rank"]) for s in subjects] == [
        ("Adam Rudge", "police_constable"),
        ("Lena Coyle", "sergeant"),
    ]
