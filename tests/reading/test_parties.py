"""Parties: "the claimant", "the appellant" and a judge's "you" are whom the heading names, never who is met on the way."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


_EMPLOYMENT = """Employment Tribunal
Case Number 1900007/2015
{heading}
Before: Employment Judge Sallowby

1. The {called} was a police constable in Gwent from 2004 and was stationed at Risca.
2. In May 2013 Detective Sergeant Hedley Crane interviewed him about a missing radio. No charge followed.
3. On 9 June 2014 a misconduct panel chaired by Mr Alban Vesey found that he had lied about the radio and that this was gross misconduct. He was dismissed without notice.
"""


@pytest.mark.parametrize(
    ("heading", "called"),
    [
        # label before the name
        ("Claimant: Mr O Farthingale\nRespondent: The Chief Constable of Gwent Police", "Claimant"),
        # label behind the name
        ("BETWEEN\nMr O Farthingale  (Claimant)\nand\nThe Chief Constable of Gwent Police  (Respondent)", "claimant"),
        # applicant
        ("Applicant: Mr O Farthingale\nRespondent: Chief Constable of Gwent", "applicant"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_part_is_told_of_its_name(heading: str, called: str) -> None:
    subjects = _subjects(_EMPLOYMENT.format(heading=heading, called=called))
    assert [s["name"] for s in subjects] == ["O Farthingale"]
    told = subjects[0]
    assert told["rank"] == "police_constable"
    assert told["proceeding"]["outcome"] == "dismissed_without_notice"
    assert told["proceeding"]["finding"] == "gross_misconduct"


def test_a_tribunals_result_is_the_appellants_and_not_the_comparators() -> None:
    text = (
        "IN THE POLICE APPEALS TRIBUNAL\n\nMarchbank v Chief Constable of Dorset\n\n"
        "The officer, PC Lowri Marchbank, appeals against dismissal without notice, imposed on 3 March 2020.\n\n"
        "PC Noel Tarrant, who sent one message, received a written warning from another panel.\n\n"
        "The appeal is dismissed.\n"
    )
    appeals = {s["name"]: s["appeal"] for s in _subjects(text)}
    assert appeals["Lowri Marchbank"] == {"kind": "tribunal", "result": "dismissed"}
    assert appeals.get("Noel Tarrant") is None


def test_a_judge_says_you_to_the_one_in_the_dock() -> None:
    text = (
        "In the Crown Court at Swansea\nREX\nv\n(1) DELYTH PENARTH\n(2) GARY STOCKLEY\n\n"
        "Remarks on sentence of HHJ Aubrey-Lunn, 4 June 2024\n\n"
        "Mr Stockley. You are 40 and you have been here before. For the burglary you will go to prison for three years.\n\n"
        "Ms Penarth. You are 31. You were a detention officer with South Wales Police. You admitted misconduct in public office. "
        "The sentence is 14 months' imprisonment.\n\n"
        "A colleague, PC Idwal Roper, was investigated and no further action will be taken.\n"
    )
    told = {s["name"]: s for s in _subjects(text)}
    assert "GARY STOCKLEY" not in told
    assert [s["length"] for s in told["DELYTH PENARTH"]["sentences"]] == ["P14M"]
    assert told.get("Idwal Roper", {"sentences": []})["sentences"] == []


def test_a_tribunals_decision_is_dated_by_its_day_and_the_dismissal_stands() -> None:
    text = (
        "IN THE POLICE APPEALS TRIBUNAL\n\nMarchbank v Chief Constable of Dorset\n\n"
        "Chair: HH Judge Orla Venn. Members: Cmdr Hal Greaves, Ms Jo Bright\n\n"
        "The officer, PC Lowri Marchbank, appeals against the outcome of dismissal without notice imposed on 3 March 2020.\n\n"
        "PC Noel Tarrant received a written warning from a differently constituted panel.\n\n"
        "The appeal is dismissed.\n13 January 2021\n"
    )
    told = {s["name"]: s["proceeding"] for s in _subjects(text)}
    mine = told["Lowri Marchbank"]
    assert (mine["kind"], mine["date"], mine["chair"]) == ("appeal_tribunal", "2021-01-13", "Orla Venn")
    assert mine["outcome"] == "dismissed_without_notice"
    assert told["Noel Tarrant"]["date"] is None  # the other panel's day is not told
