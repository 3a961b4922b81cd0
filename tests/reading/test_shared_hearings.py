"""One hearing to come is that of all who are accused together, and of nobody else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def _days(text: str) -> list[tuple[str | None, str | None]]:
    """Each subject with the day of the proceeding."""
    subjects = read(Document("t", text)).to_dict()["subjects"]
    return [(s["name"], (s["proceeding"] or {}).get("date")) for s in subjects]


@pytest.mark.parametrize(
    "text",
    [
        "PC Adam Lowe of Kent Police is accused of hitting a man. His colleague PC Ben Marsh is accused of lying about it. "
        "The hearing is to begin on 12 June 2023 at Maidstone.",
        "A police officer will face a hearing over messages.\n\nPC Adam Lowe, of Kent Police, is alleged to have sent a racist "
        "image to PC Ben Marsh, who is accused of failing to report it. The misconduct hearing will start on 12 June 2023.",
    ],
)
def test_the_hearing_is_everybodys(text: str) -> None:
    assert _days(text) == [("Adam Lowe", "2023-06-12"), ("Ben Marsh", "2023-06-12")]


def test_whoever_was_dealt_with_has_no_other_hearing() -> None:
    text = (
        "PC Adam Lowe of Kent Police, accused of hitting a man, was dismissed in March 2023. His colleague PC Ben Marsh is "
        "accused of lying about it. The hearing is to begin on 12 June 2023 at Maidstone."
    )
    assert _days(text) == [("Adam Lowe", "2023-03"), ("Ben Marsh", "2023-06-12")]


def test_whoever_is_not_accused_has_no_hearing() -> None:
    text = (
        "PC Adam Lowe of Kent Police resigned last year. His colleague PC Ben Marsh is accused of lying. "
        "The hearing is to begin on 12 June 2023 at Maidstone."
    )
    days = _days(text)
    assert ("Ben Marsh", "2023-06-12") in days
    assert ("Adam Lowe", "2023-06-12") not in days


def test_a_dismissal_with_its_own_year_is_not_of_the_others_hearing() -> None:
    text = """PCs Hannah Lowe and Nicholas Obi, of Bedfordshire Police, were accused of using force on a man in Luton.

On Thursday 5 December 2019, a panel chaired by Margaret Sloan found none of the allegations proven.

A third officer, PC Gareth Hull, was dismissed in 2018 after he admitted lying in his statement.
"""
    told = {s.name: s.proceeding for s in read(Document("third", text)).subjects}
    lowe, hull = told["Hannah Lowe"], told["Gareth Hull"]
    assert lowe is not None
    assert hull is not None
    assert (lowe.date, lowe.chair, lowe.finding) == ("2019-12-05", "Margaret Sloan", "not_proven")
    assert (hull.date, hull.chair, hull.outcome) == ("2018", None, "dismissed")


def test_the_day_of_the_deed_is_not_that_of_the_hearing_that_was_told_of_it() -> None:
    text = "PC Dale Hobbs hit a man in a van in Hull in January 2020, a Humberside Police misconduct hearing was told. He was dismissed."
    proceeding = read(Document("told", text)).subjects[0].proceeding
    assert proceeding is not None
    assert proceeding.date is None
    text = text.replace("hearing was told.", "hearing was told on 4 May 2021.")
    proceeding = read(Document("told", text)).subjects[0].proceeding
    assert proceeding is not None
    assert proceeding.date == "2021-05-04"
