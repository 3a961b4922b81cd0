"""Oversight reports of several officers without names: whose end is told, who is left of a group, who only disagreed."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "Death of a man at home - Wiltshire Police, June 2018\n\nWe carried out an independent investigation.\n"
)
HEARING, MEETING = "misconduct_hearing", "misconduct_meeting"


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", HEAD + text)).to_dict()["subjects"]
    return found


def _ends(text: str) -> list[tuple[Any, Any, Any]]:
    return [
        (s["rank"], (s["proceeding"] or {}).get("finding"), (s["proceeding"] or {}).get("outcome"))
        for s in _subjects(text)
    ]


THREE = "Three officers were served with notices of investigation.\n"


def test_the_cleared_one_shares_no_action_taken_with_the_officers() -> None:
    text = THREE + (
        "We found a case to answer for misconduct for one of the officers and a performance issue for a second officer. "
        "The third officer had no case to answer.\nThe force dealt with the officers by way of management action."
    )
    assert _ends(text) == [(None, None, "management_advice")] * 2 + [(None, "no_case", None)]


def test_all_of_whom_nothing_was_found_share_it() -> None:
    text = THREE + (
        "We found that none of the officers had a case to answer.\n"
        "The force dealt with the officers by way of management action."
    )
    assert _ends(text) == [(None, "no_case", "management_advice")] * 3


def test_the_third_of_three_is_whoever_is_left() -> None:
    text = THREE + (
        "A fourth officer was interviewed as a witness.\n"
        "We found that one of the officers had a case to answer for misconduct. We thought that the performance of another "
        "officer was unsatisfactory. We did not find a case for the third officer.\n"
        "The first officer was given management advice. The second officer received feedback."
    )
    assert _ends(text) == [
        (None, None, "management_advice"),
        (None, None, "other"),
        (None, "no_case", None),
    ]


FIVE = "We interviewed five officers under the misconduct caution.\n"


def test_the_other_two_are_those_who_wait_for_their_end() -> None:
    text = FIVE + (
        "In our opinion two officers had a case to answer for misconduct and one officer had a case to answer for gross "
        "misconduct.\nThe force decided that one officer should receive words of advice. It decided that the other two "
        "officers did not have a case to answer."
    )
    assert _ends(text) == [(None, None, "management_advice")] + [(None, "no_case", None)] * 2


def test_the_remaining_two_are_those_of_whom_nothing_was_told() -> None:
    text = (
        "We obtained video from nine officers. Five of them were told they were under investigation.\n"
        "Two of the five had a case to answer for gross misconduct. A third, a sergeant, had a case to answer for misconduct. "
        "The remaining two had done nothing that called for disciplinary proceedings.\n"
        "A gross misconduct hearing took place in May 2019. One of the two officers was dismissed without notice. "
        "The allegations against the other were not proven.\nThe sergeant received a written warning at a misconduct meeting."
    )
    assert [e[2] for e in _ends(text)] == ["dismissed_without_notice", None, "written_warning", None, None]
    days = [(s["proceeding"] or {}).get("date") for s in _subjects(text)]
    assert days[:3] == ["2019-05", "2019-05", None]  # the sergeant faced no hearing for gross misconduct


def test_a_supervisor_also_found_is_another() -> None:
    text = (
        "We found an indication that two officers had committed misconduct. We also found an indication that a supervisor "
        "had behaved in a manner that would justify disciplinary proceedings.\n"
        "We recommended no further action for any of the officers under investigation."
    )
    assert [e[2] for e in _ends(text)] == ["no_action"] * 3


def test_the_parts_of_those_under_notice() -> None:
    text = (
        "Four officers were served with notices: the two who came first, the arresting officer and the custody sergeant.\n"
        "The two officers who came first had a case to answer for misconduct. We found that the arresting officer acted in "
        "line with policy. The custody sergeant's notes were thin, but not to a degree that would justify disciplinary "
        "proceedings.\nThe two officers attended misconduct meetings. One was given a written warning. "
        "In the case of the other, the meeting found no misconduct."
    )
    found = sorted((str(rank), str(finding), str(outcome)) for rank, finding, outcome in _ends(text))
    assert found == [
        ("None", "None", "written_warning"),
        ("None", "no_case", "None"),
        ("None", "not_proven", "None"),
        ("sergeant", "no_case", "None"),
    ]


def test_the_crew_of_a_car() -> None:
    text = (
        "The police car was crewed by two constables. We interviewed both officers.\n"
        "The control room supervisor who agreed to the pursuit, an acting sergeant, gave an account under misconduct caution.\n"
        "Both constables had a case to answer: the driver for gross misconduct, and the passenger for misconduct. "
        "The acting sergeant had no case to answer.\n"
        "The driver attended a misconduct hearing and was given a final written warning. "
        "The passenger received management advice."
    )
    assert _ends(text) == [
        ("police_constable", None, "final_written_warning"),
        ("police_constable", None, "management_advice"),
        ("sergeant", "no_case", None),
    ]


def test_the_officer_in_the_case() -> None:
    text = (
        "Three officers were identified as subjects: the officer in the case, who was a detective constable; her supervisor, "
        "a detective sergeant; and a detective inspector who closed the case.\n"
        "There was a case to answer for misconduct for all three officers.\n"
        "The force held a misconduct meeting for the officer in the case. She received a written warning. "
        "The detective sergeant and the detective inspector were given management advice."
    )
    assert _ends(text) == [
        ("detective_constable", None, "written_warning"),
        ("detective_sergeant", None, "management_advice"),
        ("detective_inspector", None, "management_advice"),
    ]


def test_an_officer_in_the_case_who_only_looked_on_is_none() -> None:
    text = (
        "The officer in the case told us what she had done. We interviewed a sergeant under the misconduct caution. "
        "The sergeant had a case to answer for misconduct and was given a written warning at a misconduct meeting."
    )
    assert _ends(text) == [("sergeant", None, "written_warning")]


def test_the_sergeant_who_relieved_the_other() -> None:
    text = (
        "Notices were served on two custody sergeants.\n"
        "One of the custody sergeants, who booked the man in, had a case to answer for gross misconduct. "
        "There was no case to answer for the sergeant who took over from her.\n"
        "The first sergeant was dismissed at a misconduct hearing."
    )
    assert _ends(text) == [("sergeant", None, "dismissed"), ("sergeant", "no_case", None)]


def test_somebody_new_of_whom_the_next_sentence_tells() -> None:
    text = (
        "The sergeant left a cord in the cell. We thought that this wasn't so serious as to amount to misconduct, and that the "
        "officer's work could be dealt with by management action. A detention officer did not tell the sergeant about it. "
        "This had already been dealt with by the force through management action."
    )
    assert _ends(text) == [
        ("sergeant", "no_case", "management_advice"),
        ("police_staff", None, "management_advice"),
    ]


def test_others_of_another_force_are_cleared_alone() -> None:
    text = (
        "We served the Wiltshire Police call handler with a notice of investigation.\n"
        "There was no indication that any of the Dorset Police officers or staff had behaved in a manner that would justify "
        "disciplinary proceedings.\nThe call handler's performance was unsatisfactory and was addressed in a debrief."
    )
    assert _ends(text) == [("police_staff", None, "other")]


ONE = "We interviewed an officer under the misconduct caution.\n"


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("The force did not agree that the officer's conduct amounted to gross misconduct, but to misconduct, and gave him "
         "management advice.", (None, None, "management_advice")),
        ("The force did not agree that the officer's conduct amounted to misconduct.", (None, "no_case", None)),
    ],
)  # fmt: skip
def test_how_grave_it_was_and_whether_it_was(words: str, end: tuple[Any, ...]) -> None:
    assert _ends(ONE + "The officer had a case to answer for gross misconduct.\n" + words) == [end]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("disagreed that management action was appropriate and proposed a debrief: the officer would be debriefed by a supervisor",
         "other"),
        ("agreed that management action was appropriate", "management_advice"),
    ],
)  # fmt: skip
def test_what_a_force_disagreed_with_is_not_done(words: str, outcome: str) -> None:
    text = ONE + f"The officer had a case to answer for misconduct.\nThe force {words}."
    assert [e[2] for e in _ends(text)] == [outcome]


@pytest.mark.parametrize(
    ("end", "standards"),
    [
        ("He was given management advice.", ["duties_and_responsibilities"]),
        ("The force found that there was no case to answer.", []),
    ],
)
def test_the_standard_of_a_case_that_advice_settled(end: str, standards: list[str]) -> None:
    text = ONE + (
        "A tribunal could find that the officer had breached the standards of professional behaviour in relation to duties and "
        f"responsibilities.\nThe force agreed to hold no meeting. {end}"
    )
    (one,) = _subjects(text)
    assert one["proceeding"]["standards"] == standards


def test_the_same_conclusion_about_others() -> None:
    text = (
        "A custody sergeant and two detention officers searched the man. We interviewed the sergeant.\n"
        "We considered that the sergeant did not have a case to answer for misconduct. "
        "We came to the same conclusion about both detention officers.\n"
        "The sergeant and the detention officers were given refresher training."
    )
    assert _ends(text) == [("sergeant", "no_case", "other")] + [("police_staff", "no_case", "other")] * 2


def test_those_called_by_what_they_did_beside_others() -> None:
    text = (
        "Six officers were in a private chat.\n"
        "The two who posted messages, a constable and a sergeant, attended a misconduct hearing in May 2021. "
        "Both were dismissed without notice.\n"
        "The three who had said nothing received written warnings at misconduct meetings."
    )
    assert _ends(text) == [
        ("police_constable", None, "dismissed_without_notice"),
        ("sergeant", None, "dismissed_without_notice"),
        (None, None, "written_warning"),
        (None, None, "written_warning"),
        (None, None, "written_warning"),
    ]


def test_all_of_them_interviewed() -> None:
    text = (
        "The boy was held down by four officers. We looked at the force used by each of the four officers. "
        "We interviewed all of them, one under criminal caution.\n"
        "We were satisfied that three of the officers had used force that was reasonable. "
        "The fourth, the officer interviewed under criminal caution, may have a case to answer for misconduct.\n"
        "He attended a misconduct meeting in May 2019. No misconduct was found."
    )
    assert [e[1] for e in _ends(text)] == ["no_case", "no_case", "no_case", "not_proven"]


def test_who_gave_a_statement_and_who_faces_a_hearing() -> None:
    text = (
        "We interviewed the dog handler under misconduct caution and took statements from the three officers who were there. "
        "The dog handler had a case to answer for misconduct. "
        "One of the three officers had written that the man was upright. We thought that she had a case to answer for gross "
        "misconduct.\nThe force decided that the dog handler had no case to answer. "
        "The other officer appeared before a misconduct hearing in May 2020. The panel dismissed her without notice."
    )
    assert _ends(text) == [(None, "no_case", None), (None, None, "dismissed_without_notice")]
