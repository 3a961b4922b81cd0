"""Several officers of one report told apart: by what they did, by their turn, by their training, beside named ones."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Complaint about an arrest - Kent Police, May 2019\n\n"


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def _ends(text: str) -> list[tuple[Any, Any, Any]]:
    return [
        (s["rank"], (s["proceeding"] or {}).get("finding"), (s["proceeding"] or {}).get("outcome"))
        for s in _subjects(text)
    ]


def test_a_student_officer_is_another_than_the_constable() -> None:
    text = (
        HEAD + "On 3 May 2019 a sergeant, a constable and a student officer arrested a man in Deal. "
        "We investigated independently. All three were interviewed under misconduct caution.\n"
        "The constable had a case to answer for gross misconduct and the sergeant had a case to answer for misconduct. "
        "The student officer had no case to answer.\n"
        "The constable was dismissed without notice in March 2020. The sergeant received a written warning."
    )
    assert _ends(text) == [
        ("sergeant", None, "written_warning"),
        ("police_constable", None, "dismissed_without_notice"),
        ("police_constable", "no_case", None),
    ]


def test_the_first_two_of_five_are_not_the_other_three() -> None:
    text = (
        HEAD + "Five officers went to an address in Deal. We served notices on five officers.\n"
        "We found that the first two officers had a case to answer for gross misconduct and that the other three had no case to answer.\n"
        "The first two officers attended a misconduct hearing and each received a final written warning."
    )
    assert _ends(text) == [(None, None, "final_written_warning")] * 2 + [(None, "no_case", None)] * 3


def test_those_who_did_something_else_are_the_next_of_the_group() -> None:
    text = (
        HEAD + "Seven officers were interviewed under the misconduct caution.\n"
        "There was a case to answer for gross misconduct for the first two officers, and the three officers who posted "
        "comments had a case to answer for misconduct. The seventh officer had no case to answer.\n"
        "The first officer was dismissed. The second officer was given a final written warning. "
        "The three officers attended misconduct meetings, at which each was given a written warning."
    )
    assert _ends(text)[:5] == [
        (None, None, "dismissed"),
        (None, None, "final_written_warning"),
        (None, None, "written_warning"),
        (None, None, "written_warning"),
        (None, None, "written_warning"),
    ]


def test_a_calling_with_member_of_staff_beside_it_is_one_person() -> None:
    text = (
        HEAD
        + "We served notices on two people. An enquiry officer, a member of police staff, who did not record the call "
        "had a case to answer for misconduct. Two call handlers were found to have no case to answer.\n"
        "The enquiry officer received a written warning."
    )
    assert (
        _ends(text) == [("police_staff", None, "written_warning")] + [("police_staff", "no_case", None)] * 2
    )


NAMED = (
    "Officer dismissed\n\nPC Ann Lee of Kent Police was dismissed for gross misconduct on 3 May 2021.\n\n"
    "The hearing took two days.\n\n"
)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (
            "An allegation against a control room operator was dealt with by management action.",
            "management_advice",
        ),
        ("Proceedings against an inspector ended in a written warning.", "written_warning"),
        (
            "A misconduct case brought against a sergeant ended in a final written warning.",
            "final_written_warning",
        ),
    ],
)
def test_whom_an_allegation_is_against_is_told_of(words: str, end: str) -> None:
    subjects = _subjects(NAMED + words)
    assert [s["proceeding"]["outcome"] for s in subjects] == ["dismissed", end]


def test_the_same_sergeant_told_of_twice_is_one() -> None:
    text = (
        NAMED
        + "The duty sergeant was found to have no case to answer. Kent Police gave the sergeant management advice."
    )
    assert [s["rank"] for s in _subjects(text)] == ["police_constable", "sergeant"]


@pytest.mark.parametrize(
    "aside",
    [
        "who supported the sergeant's account",
        "who tipped off the sergeant",
        "who backed up Sergeant Moss's account",
        "who had been asked by Moss to change the log",
    ],
)
def test_a_colleague_in_what_another_did_does_not_take_the_floor(aside: str) -> None:
    text = (
        "Sergeant Tom Moss, 44, of Kent Police, was jailed for ten months for dangerous driving at Maidstone Crown Court.\n\n"
        f"PC Ann Lee, 29, {aside}, was found guilty of perverting the course of justice. "
        "She was given a four month sentence, suspended for a year."
    )
    told = [
        (s["name"], [o["offence"] for o in s["offences"]], [x["kind"] for x in s["sentences"]])
        for s in _subjects(text)
    ]
    assert told == [
        ("Tom Moss", ["dangerous_driving"], ["imprisonment"]),
        ("Ann Lee", ["perverting_the_course_of_justice"], ["suspended_sentence"]),
    ]


@pytest.mark.parametrize("words", ["gave us a witness statement", "was treated throughout as a witness"])
def test_a_witness_under_a_letter_is_no_subject(words: str) -> None:
    text = (
        HEAD
        + "We began an independent investigation. PC E and PC F were served with notices and interviewed. "
        f"PC G, who had gone downstairs to meet the ambulance, {words}.\n\n"
        "We found a case to answer for gross misconduct for PC E and a case to answer for misconduct for PC F. "
        "PC E was dismissed and PC F was given a written warning."
    )
    assert [s["label"] for s in _subjects(text)] == ["PC E", "PC F"]


def test_an_officer_without_a_name_served_in_the_pages_usual_force() -> None:
    text = (
        "IPCC publishes outcome of inquiry into Wrexham house search\n\n3 July 2014\n\n"
        "Detectives from Cheshire Constabulary, managed by the IPCC, conducted the investigation.\n\n"
        "North Wales Police held a misconduct hearing at St Asaph on 13 June. DI Tom Moss of North Wales Police was dismissed.\n\n"
        "A fifth officer, a Detective Constable who forced open the door, was found by the investigation to have no case to answer."
    )
    assert [s["force"] for s in _subjects(text)] == ["north_wales", "north_wales"]


def test_a_day_told_of_another_in_another_court_is_not_the_day_of_sentence() -> None:
    text = (
        "Sergeant and former PC: outcome of hearings\n\n27 October 2023\n\n"
        "The first concerned former PC Tom Moss of Kent Police. At Maidstone Crown Court on 1 September 2023 he was "
        "sentenced to three years in prison for stalking.\n\n"
        "The second was in respect of Sgt Ann Lee, who was convicted on 14 July by Llanelli magistrates of driving with "
        "excess alcohol. She was fined £480."
    )
    assert [s["sentenced_on"] for s in _subjects(text)] == ["2023-09-01", "2023-07-14"]


def test_no_prospect_of_convicting_somebody_ends_the_case() -> None:
    text = (
        HEAD
        + "We investigated independently. The constable was interviewed under criminal caution in connection with an "
        "allegation of inflicting grievous bodily harm.\n"
        "A file went to the Crown Prosecution Service, which advised that there was not a realistic prospect of convicting "
        "the constable of any offence. The constable had a case to answer for misconduct and received a written warning."
    )
    assert [[(o["offence"], o["stage"]) for o in s["offences"]] for s in _subjects(text)] == [
        [("gbh", "discontinued")]
    ]
