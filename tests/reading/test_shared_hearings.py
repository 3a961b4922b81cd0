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


PANEL = """Inspector demoted, two PCs warned

Kent Gazette
3 October 2022

On Friday the chair, Dr Monica Hartsell, announced at a misconduct hearing in Ashford that Insp Raymond Vokes, of Kent Police, would become a sergeant with immediate effect. It was gross misconduct, the panel found.

PC Craig Lairdson, who took the photographs, received a final written warning. PC Wendy Quarter had posted nothing; against her the panel found misconduct only, and she leaves {apart}with a written warning.
"""


@pytest.mark.parametrize(
    ("apart", "chair"), [("", "Monica Hartsell"), ("a different hearing, held earlier, ", None)]
)
def test_one_panel_dealt_with_all_whom_nothing_sets_apart(apart: str, chair: str | None) -> None:
    subjects = read(Document("x", PANEL.format(apart=apart))).to_dict()["subjects"]
    told = [(s["proceeding"]["outcome"], s["proceeding"]["chair"]) for s in subjects]
    assert told == [
        ("reduction_in_rank", "Monica Hartsell"),
        ("final_written_warning", "Monica Hartsell"),
        ("written_warning", chair),
    ]
    assert [s["proceeding"]["date"] for s in subjects[:2]] == ["2022-09-30", "2022-09-30"]


@pytest.mark.parametrize(
    "note",
    [
        "CORRECTION, 5 October: We first reported that Inspector Vokes had been dismissed. He was not. He was reduced in rank.",
        "This story was amended on 5 October. An earlier version of it said that Insp Vokes had been sacked.",
    ],
)
def test_what_a_correction_takes_back_is_no_outcome(note: str) -> None:
    page = (
        f"Inspector demoted\n\nKent Gazette\n3 October 2022\n\n{note}\n\nInsp Raymond Vokes, of Kent Police, was reduced "
        "in rank at a misconduct hearing in Ashford on Friday."
    )
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert (officer["proceeding"]["outcome"], officer["proceeding"]["date"]) == (
        "reduction_in_rank",
        "2022-09-30",
    )


def test_two_men_are_no_group_with_a_woman_among_them() -> None:
    page = (
        "Detective jailed\n\nKent Herald 24 June 2011\n\nDS Ivo Marlin, 48, of Kent Police, was convicted of murder on "
        "Wednesday by a jury at Maidstone Crown Court.\n\nHis friend, PC Gillian Tuppence, 39, who told the coroner that "
        "she had seen the two men, was jailed for 14 months. She pleaded guilty to perjury in January and has since resigned."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [[o["offence"] for o in s["offences"]] for s in subjects] == [["murder"], ["perjury"]]
    assert [s["resigned"] for s in subjects] == [None, "resigned"]
