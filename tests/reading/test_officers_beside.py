"""Officers beside the one whom a story is about: lists after a clause, those whose end is told later, forces of several."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _subjects(page: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", page)).to_dict()["subjects"]
    return found


_STORY = (
    "Superintendent sacked over overtime\n\n17 May 2016\n\nSuperintendent Leonora Fitz, 47, of Hertfordshire Police was dismissed "
    "without notice yesterday by a misconduct panel in Welwyn.\n\n"
)


def test_the_rank_of_several_stands_before_a_clause_about_them() -> None:
    page = f"{_STORY}The constables who woke her, Kwame Redfern and Alison Thwaite, will be given words of advice."
    assert [(s["name"], s["rank"]) for s in _subjects(page)][1:] == [
        ("Kwame Redfern", "police_constable"),
        ("Alison Thwaite", "police_constable"),
    ]


def test_of_a_list_each_whose_end_is_told_later_is_a_subject() -> None:
    page = (
        f"{_STORY}Two inspectors who put their names to the claims, Kwame Redfern and Alison Thwaite, told the panel they had "
        "never asked. Thwaite was told she will face no action. Redfern received a written warning."
    )
    assert {s["name"]: (s["proceeding"] or {}).get("outcome") for s in _subjects(page)} == {
        "Leonora Fitz": "dismissed_without_notice",
        "Kwame Redfern": "written_warning",
        "Alison Thwaite": "no_action",
    }


def test_a_story_whose_officer_goes_through_its_paragraphs_is_no_digest() -> None:
    page = (
        "Queen of custody loses her crown\n\n17 May 2016\n\nSuperintendent Leonora Fitz had claimed four hours' overtime for a "
        "Sunday on which she could be seen on television.\n\nFitz, 47, who until last summer ran every custody suite in "
        "Hertfordshire, was dismissed without notice yesterday. A misconduct panel found 31 claims of the officer proved.\n\n"
        "Fitz, who was on restricted duties throughout, became a constable in Essex in 1991. She was suspended last week.\n\n"
        "It is seven years since a chief inspector at Surrey, Miles Orchard, was given a reprimand."
    )
    first = _subjects(page)[0]
    assert (first["name"], first["force"]) == ("Leonora Fitz", "hertfordshire")


def test_lines_of_ranks_go_on_over_the_foot_of_a_page() -> None:
    page = (
        "Freedom of Information Request Reference 0871/19\nNorfolk Constabulary\nSee below.\n"
        "Police Constable, King's Lynn - Racist comments. Hearing 9/2/2016. Gross misconduct. Final Written Warning.\n"
        "Enquiry Office Clerk, Great Yarmouth - Sent a picture to a friend. Disciplinary hearing 20/10/2016. Dismissed without notice.\n"
        "Norfolk Constabulary\nFOI 0871/19\nPage 1\n"
        "Special Sergeant, Norwich - Insulted policy. Misconduct meeting 14/3/2017, no further action.\n"
    )
    assert [(s["name"], s["rank"], s["proceeding"]["outcome"]) for s in _subjects(page)] == [
        (None, "police_constable", "final_written_warning"),
        (None, "police_staff", "dismissed_without_notice"),
        (None, "special_constable", "no_action"),
    ]


def test_the_force_that_dismissed_is_the_last_one_served_in() -> None:
    page = (
        "Police: Vetting\n\n22 November 2021\n\nBaroness Quist (Lab)\nI thank the Minister. Sergeant Ivor Kestelman served for nine "
        "years in Merseyside. He transferred to Cheshire in 2016. In May he was convicted of misconduct in public office. He was "
        "dismissed by the Chief Constable of Cheshire in June at an accelerated hearing.\n\nLord Pemberley (LD)\nI think of "
        "Inspector Thea Rowbottom, who came from the Metropolitan Police and has done so well.\n"
    )
    assert [(s["name"], s["force"]) for s in _subjects(page)] == [("Ivor Kestelman", "cheshire")]


def test_both_will_be_subject_to_proceedings() -> None:
    page = (
        "Trial ends\n\n17 December 2013\n\nPC Ann Lee and PC Tom Moss of Kent Police were cleared of theft today. The force said "
        "that PC Lee and PC Moss will both be subject to a gross misconduct hearing."
    )
    assert [s["proceeding"]["outcome"] for s in _subjects(page)] == ["pending", "pending"]
