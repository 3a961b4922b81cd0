"""Entries of lists that do not open with their officer: a reference, words of time, a count above them. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.layout import read_rows
from peelian.reading.page import Page

AUTHORITY = """Fenshire Police Authority
Complaints committee, 14 October 2006

4.1 Three officers appeared before misconduct hearings in the quarter.

4.2 A Constable at Holt admitted neglect. He was required to resign. The hearing was on 11 July 2006.

4.3 On 2 August 2006 a Sergeant from Cromer denied using excessive force. The case was found not proved.

4.4 In September 2006, an Inspector was reprimanded for lateness. He was given a written warning.

4.5 One officer of Detective Sergeant rank remains suspended from duty.
"""

REFERENCES = """Fenshire Police: outcomes, January to March 2022

PSD/14/21 - Sergeant, Holt. Bullying. Misconduct hearing, 12 January 2022. Outcome: reduced in rank to Constable.

PSD/19/21 - Firearms Officer, PC, Cromer. Lost a radio. Misconduct meeting, 3 February 2022. Outcome: written warning.

PSD/02/22 - Police staff, Fakenham. Slept on duty. Dismissed.
"""

TO_COME = """Fenshire Police: hearings to come

1) PC 3381 Jerome Askwold
17 October 2016. The officer is alleged to have lied.

2) Officer C (a detective constable; name withheld)
31 October 2016. Officer C is alleged to have stolen a bicycle.
"""


def ranks(text: str) -> list[str | None]:
    return [s.rank for s in read(Document("x", text)).subjects]


def test_a_count_above_the_entries_is_nobody_of_its_own() -> None:
    assert ranks(AUTHORITY) == ["police_constable", "sergeant", "inspector", "detective_sergeant"]


def test_what_the_count_says_is_of_as_many_as_it_counts() -> None:
    kinds = [s.proceeding and s.proceeding.kind for s in read(Document("x", AUTHORITY)).subjects]
    assert kinds == ["misconduct_hearing", "misconduct_hearing", "misconduct_hearing", None]


def test_a_day_that_opens_an_entry_is_the_hearings_when_the_officer_answers() -> None:
    sergeant = read(Document("x", AUTHORITY)).subjects[1].proceeding
    assert sergeant is not None
    assert (sergeant.date, sergeant.finding) == ("2006-08-02", "not_proven")


def test_a_day_that_opens_an_entry_is_not_the_hearings_when_it_is_the_deeds() -> None:
    text = AUTHORITY.replace(
        "denied using excessive force. The case was found not proved",
        "struck a man. He was given a written warning",
    )
    sergeant = read(Document("x", text)).subjects[1].proceeding
    assert sergeant is not None
    assert sergeant.date is None


def test_a_reference_opens_an_entry() -> None:
    assert ranks(REFERENCES) == ["sergeant", "police_constable", "police_staff"]


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("MC/02: a constable", "ref"),
        ("Ref. CO/123/19 - a constable", "ref"),
        ("2019/034. A constable", "ref"),
        ("PC 44/17 - a constable", ""),
        ("PC4417 - dismissed", ""),
        ("12/03/2016 - a cold day", "day"),
    ],
)
def test_references_are_told_from_collar_numbers_and_dates(line: str, marker: str) -> None:
    assert [row.marker for row in read_rows(Page(line))] == [marker]


def test_an_entry_that_only_alleges_is_an_entry() -> None:
    assert [s.name or s.label for s in read(Document("x", TO_COME)).subjects] == [
        "Jerome Askwold",
        "Officer C",
    ]
