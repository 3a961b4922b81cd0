"""Whose a hearing is, and what a panel's words come to, where a report tells of several or in few words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading.whole_pages import subjects


def proceedings(text: str) -> dict[str | None, tuple[Any, Any, Any]]:
    """Kind, date and finding by label or name."""
    return {
        s["label"] or s["name"]: (p.get("kind"), p.get("date"), p.get("finding"))
        for s in subjects(text)
        for p in [s["proceeding"] or {}]
    }


def test_a_hearing_told_of_nobody_is_theirs_who_had_a_case_to_answer() -> None:
    text = (
        "We decided that Officer A from Kent Police had a case to answer for gross misconduct. Officer B had no case "
        "to answer.\n\nA misconduct hearing was held in June 2022. The panel concluded that Officer A's conduct fell "
        "short but was not so serious as to be misconduct."
    )
    assert proceedings(text) == {
        "Officer A": ("misconduct_hearing", "2022-06", "not_proven"),
        "Officer B": ("not_stated", None, "no_case"),
    }


def test_a_hearing_told_by_name_stays_with_that_name() -> None:
    text = (
        "We decided that Officer A from Kent Police had a case to answer for gross misconduct. Officer B had no case "
        "to answer.\n\nThe force disagreed, and a misconduct hearing for Officer B was held in June 2022. It was not proven."
    )
    assert proceedings(text)["Officer B"][:2] == ("misconduct_hearing", "2022-06")


@pytest.mark.parametrize("said", ["a misconduct panel has ruled", "a disciplinary panel ruled"])
def test_case_to_answer_before_the_panel_is_no_hearing_to_come(said: str) -> None:
    text = f"PC Ann Tilling of Kent Police had no case to answer, {said}."
    assert proceedings(text) == {"Ann Tilling": ("misconduct_hearing", None, "no_case")}


def test_a_hearing_that_was_held_is_not_still_pending() -> None:
    text = (
        "Officer A from Kent Police had a case to answer for gross misconduct.\n\n"
        "A misconduct hearing was held in June 2022. The force has not told us its result."
    )
    assert proceedings(text) == {"Officer A": ("misconduct_hearing", "2022-06", None)}


def test_a_hearing_to_come_is_pending() -> None:
    text = (
        "Officer A from Kent Police had a case to answer for gross misconduct.\n\n"
        "A misconduct hearing will be held in June 2022."
    )
    assert proceedings(text)["Officer A"][2] == "pending"


def test_whom_a_body_still_investigates_for_gross_misconduct_lends_nobody_a_finding() -> None:
    text = (
        "PC Harley Dunstone and PC Mitesh Varma were both dismissed without notice by Kent Police at an accelerated "
        "misconduct hearing on 24 November 2021.\n\nA third officer, a sergeant, knew of it. The IOPC is still "
        "investigating him for gross misconduct."
    )
    assert {f for _, _, f in proceedings(text).values()} == {None}


@pytest.mark.parametrize(
    "who", ["the death of 8-year-old Polly Draycott", "the disappearance of Anna Whitby"]
)
def test_a_child_and_a_missing_woman_are_no_officers(who: str) -> None:
    text = (
        f"An officer has a case to answer over the inquiry into {who}.\n\n"
        "The detective inspector has received a written warning from Kent Police at a misconduct meeting."
    )
    assert all(s["name"] is None for s in subjects(text))
    assert [s["proceeding"]["outcome"] for s in subjects(text)] == ["written_warning"]


def test_a_code_with_a_letter_behind_its_number_stands_for_a_name() -> None:
    text = (
        "The Metropolitan Police marksman known as T47K will face no further action.\n\n"
        "A misconduct panel ruled this week that there was no case for him to answer."
    )
    assert [(s["label"], s["proceeding"]["finding"]) for s in subjects(text)] == [("T47K", "no_case")]


def test_a_risk_assessors_end_is_not_the_constables() -> None:
    text = (
        "The IOPC found a case to answer for two Cheshire police constables and a domestic abuse risk assessor. "
        "The risk assessor, a member of police staff, had her contract terminated."
    )
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in subjects(text)] == [
        ("police_constable", None),
        ("police_constable", None),
        ("police_staff", "dismissed"),
    ]
