"""Those who decide are no subjects, however a page tells that they sat; and the page's officer keeps what was decided."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = """Officer sacked over lies

A Northmoor Police officer has been dismissed after a misconduct hearing.

PC Adam Tilling, 34, was found to have lied about overtime. {}

The breaches amounted to gross misconduct and he was dismissed without notice.
"""


@pytest.mark.parametrize(
    "told",
    [
        "ACC Derek Ashby, chair, accepted that remorse had been shown.",
        "Panel head Derek Ashby accepted that remorse had been shown.",
        "Chief Constable Derek Ashby, sitting alone, accepted that remorse had been shown.",
        "Deciding the case, Chief Constable Derek Ashby said there was no remorse.",
        "Giving her ruling, Chief Constable Derek Ashby said there was no remorse.",
        "Commander Derek Ashby, chairing the panel, told the officer there was no remorse.",
        "Derek Ashby, chairing the hearing, said there was no remorse.",
        "He was fired by the then Chief Constable, Derek Ashby.",
        "Derek Ashby (chair) said there was no remorse.",
    ],
)
def test_who_decides_is_the_chair_and_no_subject(told: str) -> None:
    (one,) = read(Document("x", _PAGE.format(told))).to_dict()["subjects"]
    assert one["name"] == "Adam Tilling"
    assert (one["proceeding"]["chair"], one["proceeding"]["outcome"]) == (
        "Derek Ashby",
        "dismissed_without_notice",
    )


def test_a_chief_officer_who_accepts_a_case_against_him_is_a_subject() -> None:
    told = (
        "Police chief sacked\n\nA chief constable has been dismissed by Northmoor's commissioner.\n\n"
        "Chief Constable Derek Ashby accepted the allegations at a misconduct hearing. He accepted that he had lied about his service "
        "and was dismissed without notice for gross misconduct."
    )
    (one,) = read(Document("x", told)).to_dict()["subjects"]
    assert (one["name"], one["proceeding"]["outcome"]) == ("Derek Ashby", "dismissed_without_notice")


@pytest.mark.parametrize(
    "words",
    [
        "She was sacked in January 2018 by Cosima Bream, then deputy chief constable, at an accelerated hearing.",
        "It took Deputy Chief Constable Cosima Bream ten minutes at an accelerated hearing in January 2018 to sack her.",
        "She went before Deputy Chief Constable Cosima Bream at an accelerated hearing in January 2018 and lost her job.",
        "She appeared in front of the then Deputy Chief Constable Cosima Bream at an accelerated hearing in January 2018 and was dismissed.",
    ],
)
def test_whom_a_case_came_before_decided_it_and_lost_no_job(words: str) -> None:
    page = f"Officer sacked\n\nFylde Reporter\n2 May 2018\n\nPC Ann Lee, of Kent Police, searched police computers. {words}"
    (lee,) = read(Document("x", page)).to_dict()["subjects"]
    told = lee["proceeding"]
    assert (lee["name"], told["chair"], told["date"]) == ("Ann Lee", "Cosima Bream", "2018-01")
    assert told["chair_role"].lower() == "deputy chief constable"
