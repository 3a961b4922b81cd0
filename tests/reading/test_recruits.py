"""The man of an oversight report's story who joined the police: what became of him is not told of whoever vetted him."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def _told(subject: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
    proceeding = subject["proceeding"] or {}
    return subject["rank"], proceeding.get("finding"), proceeding.get("outcome")


def test_the_dismissal_of_a_recruit_is_not_that_of_the_officer_who_vetted_him() -> None:
    recruit, vetter = _subjects(
        "Vetting of an officer - Durham Constabulary, May 2018\n\n"
        "In May 2018 a man applied to join Durham Constabulary as a police constable. A vetting officer completed the checks.\n"
        "On 3 August 2018 Cleveland Police received an allegation of rape against the man. It was discontinued in September 2018.\n"
        "The man joined Durham Constabulary as a police constable on 4 October 2018.\n"
        "In 2019 the man was charged with sexual assault of a woman he had met in the course of his duties. "
        "He was dismissed from the force.\n"
        "We found that the vetting officer had no case to answer for misconduct."
    )
    assert _told(recruit) == ("police_constable", None, "dismissed")
    assert {(o["offence"], o["stage"]) for o in recruit["offences"]} == {
        ("rape", "discontinued"),
        ("sexual_assault", "charged"),
    }
    assert _told(vetter)[1:] == ("no_case", None)
    assert vetter["offences"] == []


def test_a_recruit_who_resigned_and_the_sergeant_who_approved_her() -> None:
    recruit, sergeant = _subjects(
        "Recruitment checks on a call handler - Gwent Police, March 2017\n\n"
        "A woman applied for a post in the control room in March 2017. The woman became a call handler on 3 June 2017.\n"
        "She was arrested in August 2017 on suspicion of fraud. She resigned in October 2017.\n"
        "We looked at the actions of a sergeant who had approved her application. The sergeant had a case to answer "
        "for misconduct and received a written warning at a misconduct meeting."
    )
    assert (recruit["rank"], recruit["resigned"]) == ("police_staff", "resigned")
    assert _told(sergeant) == ("sergeant", None, "written_warning")
    assert sergeant["resigned"] is None


def test_an_applicant_who_was_turned_down_is_no_officer() -> None:
    subjects = _subjects(
        "Complaint about an arrest - Essex Police, June 2017\n\n"
        "In 2016 a man applied to join Essex Police as a police constable, but he was refused. In June 2017 he was charged with rape.\n"
        "He complained about the officer who arrested him. We found that the officer had no case to answer for misconduct."
    )
    assert [_told(s) for s in subjects] == [(None, "no_case", None)]
    assert subjects[0]["offences"] == []


def test_where_two_men_are_told_of_nobody_says_which_was_arrested() -> None:
    subjects = _subjects(
        "Contact before an assault - Durham Constabulary, May 2018\n\n"
        "A man who had applied to join Durham Constabulary became a police constable in 2016. Another man made a complaint "
        "about an officer. The man was arrested for assault.\n"
        "We found that the officer had a case to answer for misconduct. The officer was given management action."
    )
    assert [_told(s) for s in subjects] == [(None, None, "management_advice")]
    assert subjects[0]["offences"] == []


def test_a_recruit_of_whom_no_case_is_told_is_no_subject() -> None:
    subjects = _subjects(
        "Complaint about vetting - Kent Police, May 2018\n\n"
        "In May 2018 a man applied to join Kent Police. The man joined Kent Police as a special constable in August 2018.\n"
        "He complained that a vetting officer had lost his papers. We found that the vetting officer had a case to answer for "
        "misconduct and Kent Police gave them management action."
    )
    assert [_told(s)[1:] for s in subjects] == [(None, "management_advice")]
