"""Pages of a watchdog and news on them: whose deed, whose end, and who is no officer at all."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject


def subjects(text: str) -> list[Subject]:
    return list(read(Document(id="t", text=text)).subjects)


def outcome(subject: Subject) -> str | None:
    p = subject.proceeding
    return p.outcome if p else None


LEAD = "A police constable with Bedfordshire Police has been dismissed.\n\n"


def test_what_an_officer_told_a_superior_is_no_statement_on_the_case() -> None:
    text = LEAD + (
        "PC Aimee Coldstream told a supervisor that a deer had damaged the van.\n\n"
        "At a hearing on 19 July 2022 the panel decided that this was gross misconduct and dismissed her.\n\n"
        "PC Tobias Lund was given a final written warning."
    )
    found = {s.name: outcome(s) for s in subjects(text) if s.name}
    assert found == {"Aimee Coldstream": "dismissed", "Tobias Lund": "final_written_warning"}


def test_an_officers_crewmate_is_not_the_one_on_whom_the_page_opens() -> None:
    text = LEAD + (
        "PC Aimee Coldstream told her supervisor in November that a deer had damaged the van.\n\n"
        "At a hearing on 19 July 2022 she admitted having lied. The panel, chaired by Siobhan Farthing, held "
        "that it amounted to gross misconduct and dismissed her with immediate effect.\n\n"
        "Her crewmate, PC Tobias Lund, accepted that he had backed the story. He was given a final written warning."
    )
    found = {s.name: outcome(s) for s in subjects(text) if s.name}
    assert found == {
        "Aimee Coldstream": "dismissed_with_immediate_effect",
        "Tobias Lund": "final_written_warning",
    }


def test_who_tells_the_press_is_still_no_subject() -> None:
    text = (
        "PC Aimee Coldstream has been dismissed by Bedfordshire Police after a hearing on 19 July 2022 found that she lied.\n\n"
        "Inspector Ralph Tidmarsh told reporters that the force was saddened."
    )
    assert [s.name for s in subjects(text) if s.name] == ["Aimee Coldstream"]


def test_the_driver_whom_police_pursued_is_no_officer() -> None:
    text = (
        "Two police officers who chased a stolen van before it struck a shop acted properly, the Independent Office "
        "for Police Conduct has said.\n\nThe driver of the van, Callum Reddish, 23, was jailed for nine years at "
        "Bradford Crown Court for causing death by dangerous driving."
    )
    assert subjects(text) == []


def test_a_driver_with_a_rank_is_an_officer() -> None:
    text = (
        "Officers chased a car that failed to stop for police in Leeds.\n\nThe driver of the car, PC Callum Reddish, 23, "
        "an off-duty officer, was jailed for nine years at Bradford Crown Court for causing death by dangerous driving."
    )
    assert [s.name for s in subjects(text) if s.name] == ["Callum Reddish"]


def test_a_police_drivers_trial_is_that_of_the_officer_named_next() -> None:
    text = (
        "A police driver has been found not guilty of causing death by dangerous driving, but guilty of careless driving, "
        "over a collision in which a cyclist died.\n\nPC Stuart Haverill, of Norfolk Constabulary, will be sentenced at "
        "Norwich Crown Court on 2 December."
    )
    (officer,) = subjects(text)
    assert {(o.offence, o.stage) for o in officer.offences} == {
        ("causing_death_by_dangerous_driving", "acquitted"),
        ("careless_driving", "convicted"),
    }


def test_a_drivers_trial_is_no_officers() -> None:
    text = (
        "A driver has been found guilty of careless driving over a collision in which a cyclist died.\n\n"
        "PC Stuart Haverill, of Norfolk Constabulary, was dismissed in May for lying about it."
    )
    assert all(not s.offences for s in subjects(text))


def test_a_control_room_supervisor_is_not_the_call_handler() -> None:
    text = (
        "The call taker had a case to answer for misconduct and was given a written warning by Gwent Police. "
        "The communications supervisor was given management advice."
    )
    assert [outcome(s) for s in subjects(text)] == ["written_warning", "management_advice"]


def test_the_supervisor_is_the_control_room_supervisor_told_of_before() -> None:
    text = (
        "The control room supervisor at Gwent Police had a case to answer for misconduct. "
        "The supervisor was given a written warning."
    )
    assert [outcome(s) for s in subjects(text)] == ["written_warning"]
