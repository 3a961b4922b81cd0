"""Oversight reports: a verdict goes to whom it is told of, and not to whoever had the floor before."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read

HEAD = "Death of a man in custody - Durham Constabulary, May 2017\n\n"


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def _ends(text: str) -> list[tuple[Any, Any, Any]]:
    return [
        (s["rank"], (s["proceeding"] or {}).get("finding"), (s["proceeding"] or {}).get("outcome"))
        for s in _subjects(text)
    ]


def test_the_remaining_two_are_none_of_those_who_were_cleared() -> None:
    text = HEAD + (
        "Five officers held a man down in his cell. All five were interviewed under caution by our investigators.\n"
        "We concluded that three of them had no case to answer. The remaining two, an inspector and a constable, had a case "
        "to answer for gross misconduct.\n"
        "At a misconduct hearing in June 2018 the inspector was given a final written warning. The case against the "
        "constable was found not proven."
    )
    assert sorted(_ends(text), key=str) == sorted(
        [(None, "no_case", None)] * 3
        + [("inspector", None, "final_written_warning"), ("police_constable", "not_proven", None)],
        key=str,
    )


def test_prosecutors_charged_only_the_one_they_are_said_to_have_charged() -> None:
    text = HEAD + (
        "Two constables arrested a man. We interviewed both constables under criminal caution.\n"
        "A file went to the Crown Prosecution Service, which charged the first constable with theft.\n"
        "Both had a case to answer for gross misconduct. The first constable was dismissed after a misconduct hearing."
    )
    charged = [s for s in _subjects(text) if any(o["stage"] != "alleged" for o in s["offences"])]
    assert len(charged) == 1
    assert charged[0]["proceeding"]["outcome"] == "dismissed"


def test_a_case_told_in_short_of_the_next_officer_is_no_finding() -> None:
    text = HEAD + (
        "We investigated Officer X and Officer Y for messages that they had sent to each other and to some of their friends.\n"
        "We concluded that Officer X had a case to answer for gross misconduct in respect of equality and diversity and of "
        "discreditable conduct, and Officer Y for misconduct.\n"
        "After a hearing in May 2018 Officer X was dismissed. Officer Y received a final written warning at the same hearing."
    )
    assert [e[1] for e in _ends(text)] == [None, None]


def test_what_is_told_of_somebody_unknown_is_not_carried_to_others() -> None:
    text = HEAD + (
        "A sergeant and a detention officer were interviewed under misconduct caution by us.\n"
        "We thought that the detention officer and the sergeant had a case to answer for misconduct. The nurse's helper had "
        "no case to answer.\n"
        "The detention officer was given a written warning at a disciplinary meeting and the sergeant received management action."
    )
    assert [e[1] for e in _ends(text)] == [None, None]


def test_all_three_are_three_though_one_is_only_called_the_officer() -> None:
    text = HEAD + (
        "The custody sergeant did not read the log. A detention officer missed a check, and the officer who took the man "
        "home did not wait.\nWe interviewed all three under misconduct caution.\n"
        "No case to answer was found for any of the three officers and staff."
    )
    assert len(_subjects(text)) in (0, 3)


def test_but_not_for_the_second() -> None:
    text = HEAD + (
        "An officer spoke to her mother, and another officer spoke to a friend. Neither told the inspector.\n"
        "We served the three with notices.\n"
        "There was sufficient evidence upon which a tribunal could find misconduct for the first officer but not for the "
        "second, nor for the inspector.\nThe force gave management action to the first officer. It also gave words of "
        "advice to the second officer."
    )
    assert _ends(text) == [
        (None, None, "management_advice"),
        (None, "no_case", "management_advice"),
        ("inspector", "no_case", None),
    ]


def test_a_separate_meeting_has_a_day_of_its_own() -> None:
    text = HEAD + (
        "We interviewed an officer and a sergeant under misconduct caution.\n"
        "The officer had a case to answer for misconduct, as did the sergeant.\n"
        "The officer received a written warning at a misconduct meeting in January 2019. The sergeant attended a separate "
        "meeting in March 2019, where misconduct was not proved."
    )
    dates = {s["rank"]: s["proceeding"]["date"] for s in _subjects(text)}
    assert dates == {None: "2019-01", "sergeant": "2019-03"}


def test_a_detective_told_of_by_that_word_is_not_the_detective_constable() -> None:
    text = (
        "Relationship with a witness - Essex Police, 2017\n\n"
        "Essex Police told us that a detective had been in a relationship with a witness. We began an investigation.\n"
        "The detective, a detective inspector, resigned in June 2017 while under investigation. His colleague, a detective "
        "constable, was interviewed under misconduct caution.\n"
        "We concluded that the detective inspector and the detective constable had a case to answer for misconduct.\n"
        "At a misconduct hearing in November 2018 the panel said that the detective inspector would have been dismissed. The "
        "detective constable was given a written warning at a misconduct meeting."
    )
    told = {s["rank"]: (s["resigned"], s["proceeding"]["outcome"]) for s in _subjects(text)}
    assert told == {
        "detective_inspector": ("resigned", "would_have_been_dismissed"),
        "detective_constable": (None, "written_warning"),
    }


def test_a_month_without_its_year_is_not_of_the_year_of_the_heading() -> None:
    text = (
        "Remarks in a briefing - Kent Police, October 2017\n\n"
        "A sergeant and a constable were interviewed under misconduct caution by our investigators.\n"
        "The sergeant had a case to answer for gross misconduct and the constable for misconduct.\n"
        "At a hearing in February 2019 the sergeant was dismissed. The constable received a written warning at a misconduct "
        "meeting in March."
    )
    dates = {s["rank"]: s["proceeding"]["date"] for s in _subjects(text)}
    assert dates == {"sergeant": "2019-02", "police_constable": "2019-03"}


def test_no_case_for_any_of_the_three_is_of_the_one_and_the_two_others() -> None:
    text = HEAD + (
        "A constable pushed a man to the floor of a cell. Two other constables were there.\n"
        "We investigated what was done and whether the others should have stepped in.\n"
        "We found no case to answer for any of the three."
    )
    assert _ends(text) == [("police_constable", "no_case", None)] * 3
