"""Digests in running sentences, and lists of hearings to come under their days. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

DIGEST = """Fenshire Constabulary: professional standards digest no. 14

1. Gross misconduct

A PC based in Holt was dismissed for misuse of a computer. A PC from Cromer was given a final written warning for insulting a member of the public. He had sworn twice. An acting sergeant in Fakenham resigned before his hearing.

2. Misconduct

A DC (Dereham) received a written warning for poor handling of property. One PC and one PCSO from Aylsham received management advice.
"""

STORY = """A police constable has been dismissed after a hearing on 3 May 2019.

The officer, who was based in Holt, lied to a colleague. A sergeant who worked with him told the hearing so.
"""

WEEK = """Fenshire Police
Officers facing a public misconduct hearing: week commencing 11 November 2019

Monday 11 November
Holt House, 10am
PC Joel Hanley, Roads Command
Alleged to have made a false entry in a speed log.

Tuesday 12 November
Holt House, 10am
Former DS Zara Pengelly, Crime Command
Alleged to have disclosed the identity of an informant.
"""


def ends(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (s.rank, s.proceeding.outcome if s.proceeding else None, s.resigned)
        for s in read(Document("x", text)).subjects
    ]


def test_each_sentence_that_opens_on_an_officer_tells_of_another() -> None:
    assert ends(DIGEST) == [
        ("police_constable", "dismissed", None),
        ("police_constable", "final_written_warning", None),
        ("sergeant", None, "resigned"),
        ("detective_constable", "written_warning", None),
        ("police_constable", "management_advice", None),
        ("pcso", "management_advice", None),
    ]


def test_a_story_of_one_officer_is_no_digest() -> None:
    assert ends(STORY) == [("police_constable", "dismissed", None)]


def test_the_day_over_the_place_and_the_officer_is_that_officers() -> None:
    subjects = read(Document("x", WEEK)).subjects
    assert [s.proceeding and s.proceeding.date for s in subjects] == ["2019-11-11", "2019-11-12"]


def test_to_face_a_misconduct_hearing_is_to_be_charged_with_nothing() -> None:
    assert [s.offences for s in read(Document("x", WEEK)).subjects] == [[], []]


@pytest.mark.parametrize(
    ("label", "standards"),
    [
        ("not proven", ["discreditable_conduct"]),
        ("proven", ["discreditable_conduct", "honesty_and_integrity"]),
    ],
)
def test_a_label_that_clears(label: str, standards: list[str]) -> None:
    text = (
        "Fenshire Police: outcome of misconduct hearing\n\nOfficer: PC Lee Tranmer\nDate: 3 May 2019\n"
        f"Breaches found proven: Discreditable Conduct\nBreaches found {label}: Honesty and Integrity\n"
        "Determination: The breaches amounted to gross misconduct.\nOutcome: Dismissed without notice\n"
    )
    found = read(Document("x", text)).subjects[0].proceeding
    assert found is not None
    assert sorted(found.standards) == sorted(standards)


def test_staff_counted_off_by_jobs_that_no_vocabulary_lists() -> None:
    """ "The first was employed as a statement taker": a page about civilian employees tells of such jobs."""
    got = read(
        Document(
            "x",
            "Gwent Police\n\nYou ask about civilian employees. Two left after disciplinary action in 2018.\n\nThe first was employed as a statement taker at Cwmbran and had altered dates. She was dismissed on 4 April 2018 for gross misconduct.\n\nThe second, a fleet trainer, handed in his notice in May 2018 and a hearing found that he would have been dismissed.\n",
        )
    ).to_dict()
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in got["subjects"]] == [
        ("police_staff", "dismissed"),
        ("police_staff", "would_have_been_dismissed"),
    ]
