"""Answers to requests: lines under headings of a year or a result, and lines of statistics. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.page import Page
from peelian.reading.tallies import find_tallies

BY_RESULT = """Fenshire Police
Disclosure log 88/19: outcomes 2018

Dismissed without notice
Police Constable: falsified overtime
Detective Sergeant: misuse of a corporate card

Final written warning
Inspector: bullying of staff

Would have been dismissed had they not resigned
Police Constable: sent images to a colleague
"""

BY_YEAR = """Fenshire Police: request 1190/15

You asked for the rank of, and reason for, each officer dismissed since 2012.

2012
PC - theft of petty cash
Sergeant - relationship with a witness

2014
DC - disclosure of confidential information to a relative
"""

FIGURES = """Fenshire Police: figures 2015/16

Dismissed without notice  1  0  2
Final written warning  0  1  1
No action  1  1  0

Rank of officers
Inspector: 3
Sergeant: 9
Constable: 41
"""


def outcomes(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (s.rank, s.proceeding.outcome if s.proceeding else None) for s in read(Document("x", text)).subjects
    ]


def test_a_heading_tells_the_result_of_the_lines_below_it() -> None:
    assert outcomes(BY_RESULT) == [
        ("police_constable", "dismissed_without_notice"),
        ("detective_sergeant", "dismissed_without_notice"),
        ("inspector", "final_written_warning"),
        ("police_constable", "would_have_been_dismissed"),
    ]


def test_a_list_of_the_dismissed_tells_the_result_of_all() -> None:
    assert outcomes(BY_YEAR) == [
        (r, "dismissed") for r in ("police_constable", "sergeant", "detective_constable")
    ]


def test_lines_of_which_no_result_is_told_are_no_list() -> None:
    assert outcomes(BY_YEAR.replace("dismissed since", "interviewed since")) == []


def test_the_years_of_a_title_are_no_day_of_decision() -> None:
    text = BY_YEAR.replace("each officer dismissed since 2012", "officers dismissed, 2012 to 2014")
    assert all(s.proceeding and s.proceeding.date is None for s in read(Document("x", text)).subjects)


def test_statistics_tell_of_nobody() -> None:
    assert outcomes(FIGURES) == []


@pytest.mark.parametrize(
    "lines",
    ["PC 4417\nPC 5520\nDC 118\n", "Officer 1\nOfficer 2\nOfficer 3\n", "May 2019\nJune 2019\nJuly 2019\n"],
)
def test_numbers_of_people_and_years_are_no_tally(lines: str) -> None:
    assert find_tallies(Page(lines)) == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("PC Lee Tranmer - Dismissal without notice", "dismissed_without_notice"),
        (
            "The panel determined that dismissal without notice was the only sanction for PC Lee Tranmer.",
            "dismissed_without_notice",
        ),
        ("PC Lee Tranmer would, the panel found, have been dismissed.", "would_have_been_dismissed"),
    ],
)
def test_frames_of_a_dismissal(words: str, outcome: str) -> None:
    text = f"Fenshire Police\n\nOutcome of misconduct hearing, 3 May 2021\n\nPC Lee Tranmer lied to a colleague.\n\n{words}\n"
    assert outcomes(text) == [("police_constable", outcome)]
