"""Oversight reports: what one side proposed and the other refused, whose force it was, and officers told apart by a deed."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Response to a report of a theft - Kent Police, June 2018\n\n"
STORY = (
    "A man rang Kent Police to report a theft. An officer took the report and closed it.\n"
    "Our investigators interviewed the officer under misconduct caution.\n"
)


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def _ends(text: str) -> list[tuple[Any, Any, Any]]:
    return [
        (s["rank"], (s["proceeding"] or {}).get("finding"), (s["proceeding"] or {}).get("outcome"))
        for s in _subjects(text)
    ]


@pytest.mark.parametrize(
    ("told", "end"),
    [
        (
            "We thought that the officer had a case to answer for misconduct and suggested that management action would "
            "be enough.\nKent Police decided that the officer did not have a case to answer.",
            (None, "no_case", None),
        ),
        (
            "We recommended that the officer receive management advice.\nThe force did not accept our recommendation.",
            (None, None, None),
        ),
        (
            "The officer had a case to answer for gross misconduct. The force considered that management advice would do. "
            "We disagreed with this and directed a misconduct hearing, which found the allegation not proven.",
            (None, "not_proven", None),
        ),
        # neighbours: what is agreed to, or told without an answer, stands
        (
            "We recommended that the officer receive management advice.\nKent Police agreed with our recommendation.",
            (None, None, "management_advice"),
        ),
        (
            "There was no case to answer, but we considered that the officer would benefit from management action.\n"
            "The force agreed that there was no case to answer.",
            (None, "no_case", "management_advice"),
        ),
        (
            "The officer had a case to answer for misconduct. The force proposed management action and we agreed.",
            (None, None, "management_advice"),
        ),
    ],
)
def test_a_measure_that_was_refused_is_none(told: str, end: tuple[Any, Any, Any]) -> None:
    ends = _ends(HEAD + STORY + told)
    assert (ends or [(None, None, None)]) == [end]


TWO = (
    "Handling of reports about a man - Dorset Police and Wiltshire Police, 2017\n\n"
    "A woman told Dorset Police that a man who lived in Swindon had followed her, and Wiltshire Police were told of it.\n"
    "We looked at what both forces did and interviewed {who} under misconduct caution.\n"
    "We were of the opinion that {who} had a case to answer for misconduct.\n"
)


def test_under_a_heading_of_two_forces_nobody_serves_in_the_first() -> None:
    told = TWO.format(who="two officers") + "The force dealt with both officers through management action."
    assert [s["force"] for s in _subjects(told)] == [None, None]
    told = TWO.format(who="a Wiltshire Police officer") + "The officer received management action."
    assert [s["force"] for s in _subjects(told)] == ["wiltshire"]
    told = (
        TWO.replace(" and Wiltshire Police,", ",").format(who="an officer") + "The officer received advice."
    )
    assert [s["force"] for s in _subjects(told)] == ["dorset"]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("proposed to deal with this through a debrief with the officer", "other"),
        ("agreed to address the matter by way of coaching", "other"),
        ("said that the officer would be given a period of mentoring", "other"),
        ("will address gaps in its policy through training for all its staff", None),
    ],
)
def test_poor_work_dealt_with_by_learning(told: str, outcome: str | None) -> None:
    text = HEAD + STORY + f"The work of the officer was unsatisfactory but not misconduct. The force {told}."
    assert _ends(text) == [(None, "no_case", outcome)]


def test_against_whoever_left_nothing_could_be_done() -> None:
    text = HEAD + (
        "Two members of police staff were interviewed under misconduct caution.\nKent Police agreed that there was a case "
        "to answer for misconduct for the control room operator and dealt with it through management action. The other "
        "member of police staff had left the force, so no disciplinary proceedings could be taken against them."
    )
    assert _ends(text)[1] == ("police_staff", None, "no_action")


def test_officers_judged_in_turn_are_two_by_their_deeds() -> None:
    text = HEAD + (
        "Two officers went to a house in Deal. We interviewed the officers under misconduct caution.\n"
        "We considered that the officer who forced the door had a case to answer for misconduct. The officer who kept the "
        "exhibits had no case to answer.\n"
        "The officer who forced the door was given a written warning at a misconduct meeting."
    )
    assert _ends(text) == [(None, None, "written_warning"), (None, "no_case", None)]


def test_one_officer_told_of_by_one_deed_alone_stays_one() -> None:
    text = (
        HEAD
        + STORY
        + (
            "We considered that the officer had a case to answer for misconduct. The officer who closed the report had not been "
            "trained. The officer was given a written warning at a misconduct meeting."
        )
    )
    assert _ends(text) == [(None, None, "written_warning")]


def test_officers_stand_in_the_order_in_which_the_story_shows_them() -> None:
    text = HEAD + (
        "Two officers struggled with a man. One drew a baton. The other officer fired his Taser.\n"
        "We investigated the conduct of both officers and interviewed them under caution.\n"
        "The officer who fired his Taser had a case to answer for gross misconduct. In respect of the officer who drew a "
        "baton there was no case to answer.\n"
        "The officer who fired his Taser attended a misconduct hearing and was given a final written warning."
    )
    assert _ends(text) == [(None, "no_case", None), (None, None, "final_written_warning")]


MANY = HEAD + (
    "A man complained about a search.\nThe force looked into it itself. As a result, eight officers received management "
    "action.\nHe appealed and we investigated.\nWe looked at the advice that a PCSO gave to the man. The actions of the "
    "PCSO were in line with policy.\nThe use of force by the officers was lawful and there was insufficient evidence that "
    "the officers had done wrong.\nOne of the officers went into his home. There was insufficient evidence upon which a "
    "panel could find misconduct for the officer. We recommended that management action would best address this.\n"
    "The force agreed that three officers would receive management action."
)


def test_beside_officers_no_pcso_is_the_officer() -> None:
    assert ("pcso", "no_case", "management_advice") not in _ends(MANY)


def test_of_many_told_of_together_the_rest_is_one() -> None:
    assert len([e for e in _ends(MANY) if e[0] is None]) <= 5  # one, three and the rest


def test_both_officers_are_those_with_a_case_to_answer() -> None:
    text = HEAD + (
        "Two officers arrested a boy and an inspector spoke to his mother. We found indications of misconduct for the two "
        "officers and the inspector.\n"
        "We were of the opinion that one officer had a case to answer for misconduct for the language that she used. We were "
        "also of the opinion that the inspector may have a case to answer for gross misconduct.\n"
        "The force determined that both officers should be subject to unsatisfactory performance procedures. We agreed for "
        "the officer, but recommended that the inspector should attend a misconduct meeting.\n"
        "The meeting for the inspector found no misconduct. No further action was taken."
    )
    ranks = [e[0] for e in _ends(text)]
    assert ranks.count("inspector") == 1
    assert len(ranks) == 2
