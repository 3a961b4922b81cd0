"""A page reads alike however it writes its days: "3 May 2019", "May 3, 2019", "Friday, 3rd May, 2019", "03.05.2019"."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

# One day in the ways in which pages write it.
WAYS = {
    "plain": ("5 March 2019", "11 April 2019", "9 May 2019"),
    "ordinal": ("5th of March 2019", "11th of April 2019", "9th of May 2019"),
    "weekday and commas": (
        "Tuesday, 5th March, 2019",
        "Thursday, 11th April, 2019",
        "Thursday, 9th May, 2019",
    ),
    "month first": ("March 5, 2019", "April 11, 2019", "May 9, 2019"),
    "points": ("05.03.2019", "11.04.2019", "09.05.2019"),
    "unbreakable spaces": ("5\u00a0March\u00a02019", "11\u00a0April\u00a02019", "9\u00a0May\u00a02019"),
    "year first": ("2019-03-05", "2019-04-11", "2019-05-09"),
}

LIST = """Dorset Police - hearings of police staff and PCSOs

(a) {} - Enquiry clerk, Poole. Read records about a neighbour. Gross misconduct. Dismissed without notice.

(b) {} - PCSO, Bournemouth. Late for duty nine times. Misconduct. Written warning.

(c) {} - Call handler, Winfrith. Hung up on a caller. Gross misconduct. Final written warning.
"""

TABLE = """Dorset Police misconduct outcomes

Date
Rank
Hearing
Allegation
Outcome

{}
PC
Misconduct hearing
Failed to attend a burglary
Dismissed without notice

{}
Sergeant
Misconduct meeting
Lost a pocket notebook
Written warning

{}
Inspector
Misconduct hearing
Swore at a cadet
Final written warning
"""

UNBROKEN = """Dorset Police disclosure
{pc} Nyland Response Poole Found to have sold a seized bicycle and kept the money Hearing {} Dismissed without notice
{pc} Orpwood Custody Weymouth Slept on duty while detainees were unchecked Hearing {} Final written warning
{pc} Quarmby Roads Policing Lied about a broken window of a car Hearing {} Written warning
"""


def subjects_of(text: str) -> list[dict[str, Any]]:
    return list(read(Document("x", text)).to_dict()["subjects"])


def _told(text: str) -> list[tuple[str | None, str | None]]:
    """The day and the outcome of every proceeding, in order."""
    found = [s["proceeding"] for s in subjects_of(text) if s.get("proceeding")]
    return sorted((p.get("date"), p.get("outcome")) for p in found)


@pytest.mark.parametrize("way", WAYS)
def test_entries_that_open_on_a_day(way: str) -> None:
    assert _told(LIST.format(*WAYS[way])) == [
        ("2019-03-05", "dismissed_without_notice"),
        ("2019-04-11", "written_warning"),
        ("2019-05-09", "final_written_warning"),
    ]


@pytest.mark.parametrize("way", WAYS)
def test_cells_that_are_days(way: str) -> None:
    assert _told(TABLE.format(*WAYS[way])) == [
        ("2019-03-05", "dismissed_without_notice"),
        ("2019-04-11", "written_warning"),
        ("2019-05-09", "final_written_warning"),
    ]


@pytest.mark.parametrize("pc", ["PC", "P.C."])
@pytest.mark.parametrize("way", WAYS)
def test_lines_without_points(way: str, pc: str) -> None:
    """The comma of a date and the point of a shortened rank make no sentence of such a line."""
    assert _told(UNBROKEN.format(*WAYS[way], pc=pc)) == [
        ("2019-03-05", "dismissed_without_notice"),
        ("2019-04-11", "final_written_warning"),
        ("2019-05-09", "written_warning"),
    ]


def test_points_of_a_day_end_no_clause() -> None:
    text = (
        "IN THE HIGH COURT OF JUSTICE\n\nBetween:\n\nR (on the application of Orla Templecombe)  Claimant\n- and -\n"
        "CHIEF CONSTABLE OF DORSET POLICE  Defendant\n\nJUDGMENT\n\n1. The Claimant was, until {}, a detective "
        "inspector in Dorset Police. On that day a misconduct panel found gross misconduct proved against her and she "
        "was dismissed without notice.\n"
    )
    found = subjects_of(text.format("05.03.2019"))
    assert [(s["name"], s["rank"], s["proceeding"]["outcome"]) for s in found] == [
        ("Orla Templecombe", "detective_inspector", "dismissed_without_notice")
    ]


def test_a_sentence_is_no_unbroken_line() -> None:
    """The neighbour: an age between commas is a sentence's; such lines are read as prose, each with its own end."""
    text = (
        "PC Nyland, 31, of Poole, was dismissed without notice at a misconduct hearing on 5 March 2019\n"
        "A man, 40, was fined\n"
    )
    assert len(subjects_of(text)) == 1
