"""Debates, minutes and reports to a board: unlike cases beside each other, and people who only sit or speak. All are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> dict[str, Any]:
    return read(Document("x", text)).to_dict()


DEBATE = """Police Pensions
Westminster Hall
Tuesday 7 March 2017

[Dame Perpetua Hale-Moss in the Chair]

9.30 am

Osbert Lyle-Quaye (Fenby North) (Ind)
I beg to move, That this House has considered police pensions. I speak for Sergeant Ivor Pennant, of Gwent police, who was suspended in 2013 after a prisoner was kicked. The Independent Police Complaints Commission investigated. A misconduct panel met on 2 February this year and found that there was no case for him to answer.

Corisande Abbey (Holtham) (Ind)
I know of another case. Constable Tamsin Frayne, of Dorset police, was dismissed in 2014 for theft of a purse. Does he agree with me that the two are not alike?

The Minister for Policing (Mr Lucan Thirlby)
I thank the hon. Member. I cannot comment on individual cases.
"""


def test_who_speaks_in_a_debate_is_no_case_of_it() -> None:
    """The lines that name who speaks are no headings of cases; the one in the Chair chaired no hearing."""
    got = _read(DEBATE)
    first, second = got["subjects"]
    assert (first["name"], second["name"]) == ("Ivor Pennant", "Tamsin Frayne")
    assert first["proceeding"]["finding"] == "no_case"
    assert first["proceeding"]["chair"] is None
    assert {s["name"] for s in got["speakers"]} == {"Osbert Lyle-Quaye", "Corisande Abbey", "Lucan Thirlby"}


def test_an_inquiry_into_one_of_unlike_cases_is_not_into_the_other() -> None:
    """The IPCC looked into the sergeant's case; of the constable's nothing is told."""
    first, second = _read(DEBATE)["subjects"]
    assert first["investigation"]["oversight"] == "ipcc"
    assert second["investigation"]["oversight"] is None


REPORT = """Wessex Commissioner
Accountability Board
Date of meeting: 6 December 2018

Hearings held, September to November

a) A constable from Yeovil appeared on 11 September before a panel chaired by Mrs Ada Trent. He was dismissed without notice.

b) A sergeant at Frome appeared on 2 October. She was given a final written warning.

c) The third, held in private because of the health of the officer, led to the dismissal with notice of a detective constable.
"""


def test_the_day_of_the_board_is_no_day_of_a_hearing() -> None:
    """ "Date of meeting" above a paper is the paper's own."""
    assert [s["proceeding"]["date"] for s in _read(REPORT)["subjects"]][:2] == ["2018-09-11", "2018-10-02"]


def test_an_entry_that_opens_on_the_case_tells_of_one_officer() -> None:
    """ "the officer" and "a detective constable" of one entry are the same."""
    subjects = _read(REPORT)["subjects"]
    assert [s["rank"] for s in subjects] == ["police_constable", "sergeant", "detective_constable"]
    assert subjects[2]["proceeding"]["outcome"] == "dismissed_with_notice"


REMARKS = """In the Crown Court at Exeter
7 May 2021

R v Leander Oakes
R v Dominic Sandal

Sentencing remarks of Her Honour Judge Beatrix Hollow

1. {oakes} You are 35 years old. On 26 March you, Oakes, were convicted of misconduct in public office.

2. Sandal, you pleaded guilty to perverting the course of justice. {sandal}

3. Oakes, the sentence is five years. Sandal: six months, suspended for 18 months.
"""


@pytest.mark.parametrize(
    ("oakes", "sandal"),
    [
        ("You, Oakes, were a constable of the Devon and Cornwall Police.", "You too were a constable in that unit."),
        ("You were then, and had been since 2013, a constable of the Devon and Cornwall Police, Leander Oakes.",
         "You were also a constable."),
        ("You, Leander Oakes, were a serving police constable.", "You, Sandal, were at that time a sergeant in that force."),
        ("You, Leander Oakes, had been a constable since 2011.", "You yourself were a special constable."),
    ],
)  # fmt: skip
def test_a_judge_says_you_with_words_between(oakes: str, sandal: str) -> None:
    """ "You too were a constable": both defendants are officers."""
    subjects = _read(REMARKS.format(oakes=oakes, sandal=sandal))["subjects"]
    assert {s["name"] for s in subjects} == {"Leander Oakes", "Dominic Sandal"}
    assert all(s["rank"] for s in subjects)
