"""Lists whose question or title says how every case in them ended, and papers that carry the day of their meeting. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

LETTERED = """Freedom of Information request 88/14
Gwent Police
3 March 2014

Please tell me, for every officer dismissed in 2013: (a) rank; (b) department; (c) reason; (d) date.

1. (a) Police Constable; (b) Roads Policing; (c) drink driving conviction; (d) 3 April 2013.
2. (a) Detective Sergeant; (b) CID, Newport; (c) disclosed information to a journalist; (d) 9 July 2013.
3. (a) Special Constable; (b) Caerphilly; (c) asleep on duty; (d) 30 October 2013.
"""
TABLE = """Disclosure log: police staff dismissed, 2018/19

Humberside Police
Ref 2019-417

Post | Area | Reason | Month
Detention officer | Clough Road | Asleep on duty | May 2018
PCSO | Scunthorpe | Claimed overtime not worked | September 2018
Call handler | Contact centre | Gave details to a relative | January 2019
"""


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (LETTERED, [("police_constable", "2013-04-03"), ("detective_sergeant", "2013-07-09"), ("special_constable", "2013-10-30")]),
        (TABLE, [("police_staff", "2018-05"), ("pcso", "2018-09"), ("police_staff", "2019-01")]),
    ],
)  # fmt: skip
def test_all_in_the_list_were_dismissed_each_on_the_day_that_ends_the_entry(
    text: str, ends: list[tuple[str, str]]
) -> None:
    found = read(Document("x", text)).subjects
    assert [(s.rank, s.proceeding and s.proceeding.date) for s in found] == ends
    assert {s.proceeding and s.proceeding.outcome for s in found} == {"dismissed"}


def test_a_title_of_several_ends_gives_none_of_them_to_all() -> None:
    text = TABLE.replace(
        "police staff dismissed, 2018/19", "police staff dismissed or given warnings, 2018/19"
    )
    assert [s.proceeding for s in read(Document("x", text)).subjects] == [None, None, None]


def test_a_list_of_those_who_resigned() -> None:
    text = (
        "Freedom of Information Act request 5512\nWiltshire Police, 9 February 2016\n\n"
        "Q. How many officers resigned while under investigation in 2015, and what rank was each?\n\nA. Two.\n"
        "1. Constable: inappropriate relationship with a witness.\n2. Sergeant: false claim for expenses.\n"
    )
    assert [(s.rank, s.resigned) for s in read(Document("x", text)).subjects] == [
        ("police_constable", "resigned"),
        ("sergeant", "resigned"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "A meeting of the Fenshire Police and Crime Panel was held on Tuesday, 4 November 2014 at the Town Hall.",
        "Meeting: Tuesday 4 November 2014, 14:00, Town Hall",
    ],
)
def test_a_committees_paper_carries_the_day_of_its_meeting(line: str) -> None:
    text = f"FENSHIRE POLICE AND CRIME PANEL\n\n{line}\n\nPRESENT: Councillor Harbottle\n\nA sergeant had been dismissed on 16 May for lying.\n"
    reading = read(Document("x", text))
    assert reading.published == "2014-11-04"
    assert [s.proceeding and s.proceeding.date for s in reading.subjects] == ["2014-05-16"]


def test_a_misconduct_meetings_day_is_not_the_papers() -> None:
    text = "Kent Police\nConduct board: misconduct meeting\n\nMeeting: Tuesday 4 November 2014\n\nPC Ann Lee was given a written warning.\n"
    assert read(Document("x", text)).published is None


def test_a_hearing_that_an_officer_left_before_is_not_to_come() -> None:
    text = (
        "North Wales Police said that an inspector who had been facing a misconduct hearing over his expenses retired in January 2013 "
        "before it could be held.\n"
    )
    (found,) = read(Document("x", text)).subjects
    assert found.resigned == "retired"
    assert found.proceeding is not None
    assert (found.proceeding.kind, found.proceeding.outcome) == ("misconduct_hearing", None)
