"""Pages that open on one officer and name several, and pages that recall the cases of others."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def outcome(subject: dict[str, Any]) -> str | None:
    proceeding = subject["proceeding"]
    return proceeding["outcome"] if proceeding else None


def test_the_lead_on_one_officer_is_not_given_to_the_first_of_a_list() -> None:
    subjects = told(
        "An officer has been sacked and others were handed final warnings over messages.\n\n"
        "Sgt Ann Lee, PC Tom Moss and PC Una Bell, of Kent Police, faced gross misconduct allegations, "
        "alongside former officers Sgt Ned Ashe and PC Ida Rowe.\n\n"
        "PC Bell was found to have committed gross misconduct. She has been dismissed without notice.\n\n"
        "Sgt Lee and PC Moss were handed final written warnings."
    )
    assert {s["name"]: outcome(s) for s in subjects} == {
        "Ann Lee": "final_written_warning",
        "Tom Moss": "final_written_warning",
        "Una Bell": "dismissed_without_notice",
        "Ned Ashe": None,
        "Ida Rowe": None,
    }


def test_a_case_recalled_of_another_officer_is_not_of_the_one_named_before() -> None:
    subjects = told(
        "The cases include former Humberside PCSO Ned Ashe, who was jailed for ten years.\n\n"
        "Tom Moss, who served with South Yorkshire Police, was jailed for 12 years for sexual assault.\n\n"
        "The cases studied also included one of a police officer who was accused of rape by a woman.\n\n"
        "Another officer was sacked after 176 unauthorised checks."
    )
    assert subjects[0]["former"] is True
    assert [o["offence"] for o in subjects[1]["offences"]] == ["sexual_assault"]
    assert all(s["force"] is None for s in subjects[2:])  # neither of the two forces is said to be theirs


def test_former_may_stand_before_the_force() -> None:
    [subject] = told(
        "The review began after former Northumbria Police Constable Ann Lee was jailed for fraud."
    )
    assert subject["former"] is True


def test_an_employment_tribunal_is_no_misconduct_hearing() -> None:
    [subject] = told(
        "Former police officer Tom Moss, 37, was dismissed from Gloucestershire Constabulary, an employment tribunal was told "
        "yesterday. The tribunal heard that he had been obsessed. Mr Moss claims unfair dismissal."
    )
    assert subject["proceeding"]["kind"] == "not_stated"
    assert subject["proceeding"]["date"] is None


def test_standards_under_the_allegations_relate_to() -> None:
    [subject] = told(
        "A Nottinghamshire Police sergeant is to appear before a misconduct hearing on 29 January 2021.\n"
        "The allegations relate to:\n- Honesty and integrity\n- Duties and responsibilities\n"
    )
    assert subject["proceeding"]["standards"] == ["honesty_and_integrity", "duties_and_responsibilities"]


def test_a_term_over_relationships_is_a_term() -> None:
    [subject] = told(
        "Warwickshire Police investigator Tom Moss was jailed for 18 months over relationships with two women."
    )
    assert [s["length"] for s in subject["sentences"]] == ["P18M"]
