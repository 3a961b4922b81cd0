"""Misconduct hearings as forces and local papers tell of them: whose finding, which day, who sat, who is no officer."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects, the_one

# --- findings told of some of several, of one allegation of several, or only in a notice


def test_a_hearing_that_counts_its_findings_gives_nobody_anothers() -> None:
    page = (
        "Officers guilty of gross misconduct over pub quiz\n\nA disciplinary hearing into four serving and former "
        "Kent Police officers found two committed gross misconduct and two committed misconduct.\n\n"
        "The panel said Sgt Una Brook and PC Ivo Marsh had both committed misconduct.\n\n"
        "Former PC Ada Stone and former PC Max Holt resigned before the hearing."
    )
    told = {s["name"]: s["proceeding"] for s in subjects(page)}
    assert told["Una Brook"]["finding"] == "misconduct"
    assert told["Ivo Marsh"]["finding"] == "misconduct"


def test_one_of_each_is_no_count() -> None:
    page = (
        "PC Una Brook and PC Ivo Marsh, of Kent Police, appeared before a misconduct hearing on 4 May 2021. "
        "In both cases the finding was one of gross misconduct. Both were dismissed."
    )
    assert [s["proceeding"]["finding"] for s in subjects(page)] == ["gross_misconduct"] * 2


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("She was found guilty of four gross misconduct allegations.", "gross_misconduct"),
        ("Two gross misconduct allegations were upheld.", "gross_misconduct"),
        ("The chair found the allegations of drug abuse as gross misconduct.", "gross_misconduct"),
        ("She was cleared of breaching the Standards of Professional Behaviour.", "not_proven"),
        ("It was not said whether gross misconduct allegations were proven.", None),
        ("She was notified that the matters amounted to gross misconduct.", None),
        ("She had been served with a notice that her acts amounted to gross misconduct.", None),
        ("The panel notified her that it had found gross misconduct.", "gross_misconduct"),
        ("A challenge to the order was rejected by the chair of the panel.", None),
        ("A second allegation of discreditable conduct was found not proven.", None),
        ("The allegation was found not proven.", "not_proven"),
    ],
)
def test_findings(words: str, finding: str | None) -> None:
    page = f"A misconduct hearing for PC Ann Lee, of Kent Police, was held on 3 May 2022. {words}"
    assert the_one(page)["proceeding"]["finding"] == finding


def test_no_case_to_answer_is_no_hearing_to_come() -> None:
    page = (
        "An officer has been found not guilty when the panel found no case to answer following a two day misconduct "
        "hearing.\n\nPC Ivo Marsh answered allegations of dishonesty.\n\nThe panel found no case to answer for both."
    )
    assert the_one(page)["proceeding"]["finding"] == "no_case"
    assert the_one(page)["proceeding"]["outcome"] is None


# --- a hearing that was dismissed is no dismissal


@pytest.mark.parametrize(
    "words",
    [
        "A sergeant's misconduct hearing came to nothing and was dismissed, his federation said.",
        "A Kent Police sergeant answered allegations at a misconduct hearing, which were dismissed.",
        "The misconduct hearing of a Kent Police sergeant collapsed and was dismissed within an hour.",
    ],
)
def test_a_hearing_dismissed(words: str) -> None:
    for s in subjects(f"{words}\n\nThe sergeant had waited six years."):
        assert s["proceeding"] is None or s["proceeding"]["outcome"] is None


def test_an_officer_dismissed_at_a_hearing() -> None:
    page = "A Kent Police sergeant, Ann Lee, answered allegations at a misconduct hearing and was dismissed."
    assert the_one(page)["proceeding"]["outcome"] == "dismissed"


def test_no_action_against_whom() -> None:
    page = (
        "Three Essex Police officers appeared at a joint misconduct hearing. PC Una Brook was dismissed, PC Ivo Marsh was "
        "given a final written warning and no further action was taken against PC Ada Stone."
    )
    told = {s["name"]: s["proceeding"]["outcome"] for s in subjects(page)}
    assert told == {
        "Una Brook": "dismissed",
        "Ivo Marsh": "final_written_warning",
        "Ada Stone": "no_action",
    }


# --- days


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The officer will answer allegations of gross misconduct at 2pm on Friday, March 12, at Maidstone.", "XXXX-03-12"),
        ("The case will be heard between Monday, May 10 and Friday, May 14 in Dover, the force says.", "XXXX-05-10"),
        ("The officer will answer allegations that on March 12 he struck a man.", None),
        ("Places must be booked by noon on May 9.", None),
        ("The officer will appear at Maidstone Crown Court for trial on May 9.", None),
    ],
)  # fmt: skip
def test_days_to_come(words: str, day: str | None) -> None:
    page = f"A Kent Police officer is to appear before a gross misconduct hearing.\n\n{words}"
    assert the_one(page)["proceeding"]["date"] == day


def test_the_year_of_joining_is_not_the_hearings() -> None:
    page = (
        "PC Ivo Marsh, who had served with Kent Police since 2005, appeared before Chief Constable Una Brook on October 6 "
        "for a misconduct hearing. He was dismissed without notice."
    )
    assert the_one(page)["proceeding"]["date"] == "XXXX-10-06"


def test_the_day_of_what_was_found_is_not_the_hearings() -> None:
    page = (
        "A Gwent Police constable has been given a final written warning after an accelerated misconduct hearing.\n\n"
        "The hearing found allegations that in June 2023 the officer broke the social media policy proven."
    )
    assert the_one(page)["proceeding"]["date"] is None


# --- who sat, and who is no officer of the case


def test_a_commissioner_and_a_panel_member_are_no_officers() -> None:
    page = (
        "Kent police and crime commissioner Una Brook failed to back the paper in its bid to name the officer, a sergeant "
        "who was struck off at a misconduct hearing.\n\nThe bid was rejected by legally qualified chair Ivo Marsh and "
        "independent panel member Ada Stone."
    )
    assert [s["name"] for s in subjects(page)] == [None]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Chief Constable Marsh, as chair, agreed that it was gross misconduct.", "Chief Constable"),
        ("Kent Police Chief Constable Ivo Marsh chaired the hearing.", "Chief Constable"),
        ("Ivo Marsh, the panel chair, agreed that it was gross misconduct.", "panel chair"),
    ],
)
def test_what_the_chair_is(words: str, role: str) -> None:
    page = f"PC Ann Lee, of Kent Police, was dismissed at a misconduct hearing on 3 May 2022. {words}"
    assert the_one(page)["proceeding"]["chair_role"] == role


def test_a_failed_drug_test_is_no_refusal_of_a_specimen() -> None:
    page = (
        "A special constable who failed a drug test has been cleared of gross misconduct after she denied taking cannabis. "
        "Ada Stone appeared before a misconduct panel at Maidstone on 4 May 2021."
    )
    assert the_one(page)["offences"] == []
    refused = "PC Ada Stone, of Kent Police, admitted failing to provide a specimen of breath at Maidstone Magistrates' Court."
    assert [o["offence"] for o in the_one(refused)["offences"]] == ["failing_to_provide_specimen"]


# --- letters for names


def test_one_letter_for_two_officers() -> None:
    page = (
        "PC B, PS B and DC C attended a joint misconduct hearing held by Kent Police on 4 March 2021. PC B was dismissed "
        "without notice. PS B was given a final written warning. DC C was dismissed."
    )
    told = {s["label"]: (s["name"], s["proceeding"]["outcome"]) for s in subjects(page)}
    assert told == {
        "PC B": (None, "dismissed_without_notice"),
        "PS B": (None, "final_written_warning"),
        "DC C": (None, "dismissed"),
    }


def test_a_label_is_no_name() -> None:
    page = "Kent Police dismissed DS C and DI D at a misconduct hearing. TDC E was also dismissed. PS F was dismissed."
    assert {s["name"] for s in subjects(page)} == {None}
    assert {s["label"] for s in subjects(page)} == {"DS C", "DI D", "TDC E", "PS F"}


def test_one_letter_of_one_officer() -> None:
    page = "Officer B, of Kent Police, appeared at a misconduct hearing on 4 March 2021. PC B was dismissed without notice."
    assert the_one(page)["proceeding"]["outcome"] == "dismissed_without_notice"
