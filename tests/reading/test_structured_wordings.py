"""Structured pages: blocks under a bare name, jobs as ranks, numbered answers named later, minutes, type fields."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


def test_blocks_under_a_bare_name_keep_their_facts_apart() -> None:
    text = (
        "Register of the dismissed\n\n"
        "Averil PENGELLY\nLast rank: Sergeant\nForce: Essex Police\nDate of finding: 4 May 2022\n"
        "Outcome: Would have been dismissed had they not retired\n\n"
        "Corin HASLEHURST\nLast rank: Constable\nForce: Gwent Police\nDate of finding: 9 June 2022\n"
        "Outcome: Dismissed without notice\n"
    )
    told = [(s["name"], s["rank"], s["proceeding"]["outcome"], s["resigned"]) for s in _subjects(text)]
    assert told == [
        ("Averil PENGELLY", "sergeant", "would_have_been_dismissed", "retired"),
        ("Corin HASLEHURST", "police_constable", "dismissed_without_notice", None),
    ]


def test_a_job_that_no_list_knows_is_police_staff() -> None:
    text = (
        "Cheshire Constabulary\nFreedom of Information\n\n"
        "Row 1\nRole: PCSO\nProceedings: Disciplinary hearing, 3 May 2021\nOutcome: dismissed\n\n"
        "Row 2\nRole: Licensing administrator\nProceedings: Disciplinary hearing, 8 June 2021\nOutcome: written warning\n"
    )
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in _subjects(text)] == [
        ("pcso", "dismissed"),
        ("police_staff", "written_warning"),
    ]


@pytest.mark.parametrize("told", ["Officer {n} is {name}", "Officer {n}: {name}", "No. {n} was {name}"])
def test_names_given_in_a_later_answer_go_to_their_numbers(told: str) -> None:
    first, third = told.format(n=1, name="Lorcan Threlkeld"), told.format(n=3, name="Agnes Wardlow")
    text = (
        "Cumbria Constabulary - Freedom of Information\nQ1 List each officer, date and result.\nA1\n"
        "1) PC, 04/03/2019, dismissed\n2) PC, 11/03/2019, final written warning\n3) Sgt, 02/05/2019, written warning\n"
        f"Q2 Names?\nA2 {first}. {third}. The second is withheld.\n"
    )
    assert [(s["name"], s["proceeding"]["outcome"]) for s in _subjects(text)] == [
        ("Lorcan Threlkeld", "dismissed"),
        (None, "final_written_warning"),
        ("Agnes Wardlow", "written_warning"),
    ]


def test_who_sat_at_a_meeting_is_not_told_of_in_its_minutes() -> None:
    text = (
        "Independent Advisory Group: notes\n\nPresent: Jo Bright (chair), Ch Supt Verity Lonsdale, PS Hal Greaves (minutes)\n\n"
        "Ch Supt Lonsdale gave an update. A constable was found to have committed misconduct at a hearing on 3 May 2021 and "
        "received a written warning.\n"
    )
    assert not {"Verity Lonsdale", "Hal Greaves"} & {s["name"] for s in _subjects(text)}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Accelerated (Part 5)", "accelerated_hearing"),
        ("Special case", "special_case_hearing"),
        ("Fast track", "special_case_hearing"),
    ],
)
def test_a_type_field_needs_no_word_for_hearing(words: str, kind: str) -> None:
    text = (
        "Suffolk Constabulary\n\nOfficer: PC 1190 Esme Tarrant\n"
        f"Type: {words}\nHeld: 4 May 2021\nFinding: Gross misconduct\nOutcome: Dismissed without notice\n"
    )
    assert [s["proceeding"]["kind"] for s in _subjects(text)] == [kind]


def test_the_panels_members_are_not_its_chair() -> None:
    text = (
        "Norfolk Constabulary\n\nOfficer: PC 1190 Esme Tarrant\nType: Misconduct hearing\nDate: 4 May 2021\n"
        "Chair: HH Judge Rowena Pask. Members: Cmdr Hal Greaves, Ms Jo Bright\nOutcome: Written warning\n"
    )
    proceeding = _subjects(text)[0]["proceeding"]
    assert proceeding["chair"] == "Rowena Pask"
    assert proceeding["chair_role"] != "Cmdr"
