"""The day of a sentence told by who came back to court, walked from it or stood in its dock; and a bar told by one word."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


@pytest.mark.parametrize(
    ("back", "day"),
    [
        ("He came back the following day to hear his fate.", "2018-07-17"),
        ("A week later he was back in court to be sentenced.", "2018-07-23"),
        ("He returned to the same court a fortnight later for sentence.", "2018-07-30"),
        ("The next day he returned to work.", None),
    ],
)
def test_who_came_back_for_the_sentence(back: str, day: str | None) -> None:
    [subject] = told(
        "27 July 2018\n\nIvan Prosser, 30, a special constable with Kent Police, was found guilty of harassment by "
        f"Dover magistrates on Monday, July 16. {back} The sentence: an 18-month community order."
    )
    assert subject["sentenced_on"] == day


def test_who_walked_from_court() -> None:
    [subject] = told(
        "Hill Herald, Saturday 12 October 2013\n\nA PCSO walked away from court on Thursday with a suspended prison sentence.\n\n"
        "Rhys Abelard, 34, a PCSO with Gwent Police, was convicted in September of theft at Newport Magistrates' Court. "
        "He was sent to prison for 18 weeks, suspended for 12 months."
    )
    assert subject["sentenced_on"] == "2013-10-10"


def test_the_year_in_the_dock() -> None:
    [subject] = told(
        "4 May 2019\n\nIn the spring of two thousand and eleven Owen Platting stood in the dock at Chelmsford Crown Court. He got six years. "
        "The former Essex Police detective constable was convicted of fraud."
    )
    assert subject["sentenced_on"] == "2011"


def test_the_day_of_the_sentence_that_was_appealed() -> None:
    [subject] = told(
        "20 February 2014\n\nFormer PC Dan Abelard, 34, appealed to Swansea Crown Court against the sentence passed in Llanelli on "
        "10 October 2013: 18 weeks' imprisonment, suspended for a year, for theft. Judge Ann Pymer said yesterday that she would not touch it."
    )
    assert subject["sentenced_on"] == "2013-10-10"


def test_a_term_with_its_court_behind_a_verdict() -> None:
    first, second = told(
        "Two names: Humberside Police in 2022\n\n"
        "Ann COYLE. Inspector, Hull. A jury found her guilty of theft. Fourteen months, Hull Crown Court, 4 June. Dismissed. Barred.\n\n"
        "Ned FARRAR. PC. Cleared of fraud at Hull Crown Court. Two years in the fraud team. Retired. He is not barred."
    )
    assert [s["length"] for s in first["sentences"]] == ["P14M"]
    assert second["sentences"] == []
    assert (first["barred"], second["barred"]) == (True, None)


def test_barred_from_something_else() -> None:
    [subject] = told("PC Dale Orrin of Kent Police was dismissed. Barred from driving for a year.")
    assert subject["barred"] is None
