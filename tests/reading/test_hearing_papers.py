"""Misconduct hearings in determinations, registers and notices of several: whose hearing, who determined, what is only feared."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects, the_one


@pytest.mark.parametrize(
    "words",
    [
        "Marsh's conviction could result in him being dismissed from the force for gross misconduct.",
        "The conviction might lead to PC Marsh being sacked for gross misconduct.",
        "He may be dismissed for gross misconduct.",
    ],
)
def test_a_dismissal_that_may_come(words: str) -> None:
    page = f"PC Ivo Marsh, of Kent Police, faces an accelerated gross misconduct hearing later this month. {words}"
    told = the_one(page)["proceeding"]
    assert (told["kind"], told["finding"], told["outcome"]) == ("accelerated_hearing", "pending", "pending")


def test_a_dismissal_in_may() -> None:
    page = (
        "PC Ivo Marsh, of Kent Police, who resigned in May, would have been dismissed for gross misconduct, a misconduct "
        "panel ruled."
    )
    told = the_one(page)["proceeding"]
    assert (told["finding"], told["outcome"]) == ("gross_misconduct", "would_have_been_dismissed")


def test_two_hearings_each_with_its_officer() -> None:
    page = (
        "Public Misconduct Hearings\n\nA Misconduct Hearing for former Police Constable Marsh, took place between Tuesday "
        "5th February and Thursday 7th February 2019.\n\nThe panel have now adjourned.\n\nThe hearing due to begin at 9:30am "
        "on 10th December 2019 for PS STONE has been adjourned by the Legally Qualified Chair, Una Brook."
    )
    told = {s["name"]: s["proceeding"] for s in subjects(page)}
    assert told["STONE"]["chair"] == "Una Brook"
    assert told["STONE"]["date"] == "2019-12-10"
    assert told["Marsh"]["chair"] is None
    assert told["Marsh"]["date"] != "2019-12-10"


def test_who_speaks_after_a_hearing_is_not_heard() -> None:
    page = (
        "The misconduct hearing for PC Ivo Marsh, of Kent Police, was held on 3 May 2022. He was dismissed.\n\nSgt Una Brook, "
        'of the Police Federation, said: "It was a long day."'
    )
    assert [s["name"] for s in subjects(page)] == ["Ivo Marsh"]


def test_determination_of_a_chief_constable() -> None:
    page = (
        "IN THE MATTER OF AN ACCELERATED MISCONDUCT HEARING\nRE: FORMER POLICE CONSTABLE MARSH\n"
        "DETERMINATION OF CHIEF CONSTABLE STONE\nAllegations\na.) On 8th June 2024 you drove while unfit.\nFindings\n"
        "I find the allegations proven and that they amount to gross misconduct. Had you still been serving you would have "
        "been dismissed without notice."
    )
    assert the_one(page)["proceeding"]["chair"] == "STONE"


def test_a_register_that_gives_years() -> None:
    page = (
        "Details of misconduct hearings\n"
        "Rank of the officer concerned | Date of the hearing | Hearing type | Nature of the misconduct allegation | Hearing outcome | Sanction |\n"
        "Police Constable | 2018 | Expedited (Chief Constable-led) | Honesty and integrity | Gross misconduct found | Dismissal without notice |\n"
        "Police Sergeant | 2019 | Independent, chaired by a Legally Qualified Chair (LQC) | Use of force | Gross misconduct found | Final written warning |\n"
    )
    told = [s["proceeding"] for s in subjects(page)]
    assert [t["date"] for t in told] == ["2018", "2019"]
    assert [t["kind"] for t in told] == ["accelerated_hearing", "misconduct_hearing"]


def test_appeals_tribunal_with_an_apostrophe() -> None:
    page = (
        "PC Ivo Marsh, of Kent Police, was dismissed in June 2018. The Police Appeals' Tribunal dismissed his appeal on "
        "4 March 2019."
    )
    told = the_one(page)
    assert told["proceeding"]["kind"] == "appeal_tribunal"
    assert told["appeal"]["result"] == "dismissed"


def test_how_long_a_warning_hangs_is_no_term() -> None:
    page = (
        "PC Ada Stone, of Kent Police, sat before a misconduct panel at Dover. She kept her job but has a written warning for "
        "18 months hanging over her."
    )
    told = the_one(page)
    assert told["sentences"] == []
    assert told["proceeding"]["outcome"] == "written_warning"


def test_a_term_hangs_over_somebody() -> None:
    page = (
        "PC Ada Stone, of Kent Police, was sentenced for theft at Maidstone Crown Court. She has 18 months hanging over her, "
        "suspended for two years."
    )
    assert [s["kind"] for s in the_one(page)["sentences"]] == ["suspended_sentence"]


def test_who_retired_and_will_not_face_proceedings() -> None:
    page = (
        "PC Ivo Marsh and PC Ada Stone, both of Kent Police, will appear before a misconduct panel on Monday 3 April.\n\nA "
        "third officer, Sgt Max Holt, retired last year and will not face proceedings.\n\nThe hearing, chaired by Mr Una "
        "Brook, is expected to last five days."
    )
    told = {s["name"]: s["proceeding"] for s in subjects(page)}
    assert told["Ivo Marsh"]["outcome"] == "pending"
    assert told["Max Holt"] is None or told["Max Holt"]["outcome"] is None


def test_a_spokesman_alone_on_a_page_was_not_dismissed() -> None:
    page = (
        "More than a dozen officers dismissed from Kent Police\n\nHome Office data shows 13 officers have been dismissed from "
        'the force.\n\nDetective Chief Inspector Ivo Marsh, of Kent Police, said: "Officers will face dismissal."'
    )
    assert "Ivo Marsh" not in [s["name"] for s in subjects(page)]
    own = "Detective Chief Inspector Ivo Marsh, of Kent Police, was dismissed at a misconduct hearing."
    assert the_one(own)["name"] == "Ivo Marsh"


def test_a_witness_who_has_since_retired() -> None:
    page = (
        "Inspector Ivo Marsh, of Kent Police, was given a written warning at a misconduct hearing in Dover.\n\nThe hearing "
        "heard from eight constables. The panel found misconduct.\n\nA chief inspector, who gave evidence on Tuesday, has "
        "since retired."
    )
    assert the_one(page)["resigned"] is None


def test_who_spoke_for_an_officer() -> None:
    page = (
        "PC Ivo Marsh, of Kent Police, was given a final written warning at a misconduct hearing in Dover.\n\nHis tutor, Sgt "
        "Una Brook, who retired in the summer, gave evidence on his behalf."
    )
    told = the_one(page)
    assert (told["name"], told["resigned"], told["former"]) == ("Ivo Marsh", None, None)


def test_four_of_five_had_no_case() -> None:
    page = (
        "Four out of five officers who stood by have been told they have no case to answer.\n\nThe fifth, Sgt Una Brook, will "
        "go before a misconduct meeting. PC Ivo Marsh, of Kent Police, who kicked the man, was dismissed in July."
    )
    told = {s["name"]: s["proceeding"] for s in subjects(page)}
    assert (told["Ivo Marsh"] or {}).get("finding") is None
    assert told["Una Brook"]["finding"] == "pending"
