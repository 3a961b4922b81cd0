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


MINUTES = """Fenby Police and Crime Panel

A meeting of the Panel was held on Thursday 7 February 2019 in the Council Chamber, Stockton.

Present: Councillor Violet Ash (Chairman), Councillor Asif Dorring

The Chief Constable drew attention to two cases. The first was that of Detective Inspector Barnaby Quill, of the Organised Crime Unit. He had been charged in October with perverting the course of justice. He was suspended.

The second concerned PC Heather Lomax, of Cleveland Police. A disciplinary panel had concluded on 23 January that her treatment of a homeless man amounted to gross misconduct. She had been given a final written warning.
"""


def test_the_first_named_among_those_present_has_no_case_of_her_own() -> None:
    """A councillor who opens the minutes does not put the officers aside."""
    assert [s["name"] for s in _read(MINUTES)["subjects"]] == ["Barnaby Quill", "Heather Lomax"]


COUNTED = """PERFORMANCE MEETING
Wednesday 12 October 2022

1.0 Summary
1.1 Three police officers and one member of police staff had cases closed in the half year.

2.0 Cases closed

Officer P, detective constable, Peterborough
Attended a hearing on 27 April 2022. The panel found gross misconduct. Dismissed without notice.

Officer Q, sergeant, Huntingdon
Attended a hearing on 19 May 2022. A final written warning was given.

Officer R, constable, Wisbech
A hearing in private on 14 September 2022. The allegations were found not proved.

3.0 Police staff
3.1 An examiner was dismissed on 8 August after a disciplinary hearing.
"""


def test_officers_counted_in_an_item_are_those_of_the_sections_below() -> None:
    """ "Three police officers" are Officers P, Q and R; the heading of an item tells whose its line below is."""
    subjects = _read(COUNTED)["subjects"]
    assert [s["label"] for s in subjects] == ["Officer P", "Officer Q", "Officer R", None]
    assert subjects[3]["rank"] == "police_staff"
    assert [s["proceeding"]["outcome"] for s in subjects] == [
        "dismissed_without_notice", "final_written_warning", None, "dismissed",
    ]  # fmt: skip


APPEAL = """POLICE APPEALS TRIBUNAL
Appeal by OWEN BRACE, formerly PC 3381, Kent Police

1. The Appellant was dismissed on 18 March 2013. He had been cautioned for an offence under the Animal Welfare Act.
2. {colleague}
3. The appeal is allowed. We set aside the dismissal and in its place direct a final written warning.
11 October 2013
"""


@pytest.mark.parametrize(
    "colleague",
    [
        "Counsel draws attention to Sergeant Percy Lisle, of the same section, who received management advice.",
        "He had told Sergeant Percy Lisle to say nothing. Sergeant Lisle had himself been given management advice.",
    ],
)
def test_a_colleague_with_an_end_of_his_own_is_told_of(colleague: str) -> None:
    """A force is no name, a tribunal quashes no caution, and whoever was only spoken to may still have been dealt with."""
    first, second = _read(APPEAL.format(colleague=colleague))["subjects"]
    assert (first["name"], first["collar_number"]) == ("OWEN BRACE", "3381")
    assert [o["stage"] for o in first["offences"]] == ["cautioned"]
    assert (second["name"], second["proceeding"]["outcome"]) == ("Percy Lisle", "management_advice")
