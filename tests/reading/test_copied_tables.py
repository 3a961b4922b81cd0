"""Tables and labels that lost their marks when they were copied. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.layout import spaced_labels
from peelian.reading.model import Proceeding
from peelian.reading.page import Page

SPACED = """Fenshire Constabulary

Misconduct hearing - DC Howard Pennyfield

Name DC Howard Pennyfield
Hearing start date 12 June 2023
Hearing end date 13 June 2023
Chair Mr Callum Desbury
Breaches found Honesty and Integrity, Confidentiality
Level Gross Misconduct
Outcome Dismissal without notice

Summary
DC Pennyfield looked at intelligence about his neighbour.
"""

UNMARKED = """MISCONDUCT HEARING RESULTS
Fenshire Police

14/05/2019 PC Samuel Tilsby Gross Misconduct Dismissed without notice
21/05/2019 DS Karen Welham Gross Misconduct Final Written Warning
28/05/2019 Former PC Idris Royden Gross Misconduct Would have been dismissed
30/05/2019 Inspector Anne Sohall Not proven
"""

MEETINGS = """Fenshire Police
Outcomes of police officer misconduct meetings, 1 April to 30 June 2021

Rank: Constable
Breach: Use of Force
Outcome: Written warning

Rank: Constable
Breach: Duties and Responsibilities
Outcome: Management action
"""


def proceedings(text: str) -> list[Proceeding | None]:
    return [s.proceeding for s in read(Document("x", text)).subjects]


def test_labels_with_only_a_space_behind_them() -> None:
    (found,) = proceedings(SPACED)
    assert found is not None
    assert (found.finding, found.outcome, found.chair) == (
        "gross_misconduct",
        "dismissed_without_notice",
        "Callum Desbury",
    )
    assert found.standards == ["honesty_and_integrity", "confidentiality"]


@pytest.mark.parametrize(
    "lines",
    [
        "Chair Mr Callum Desbury\nOutcome Dismissed\nThe rest is prose.",
        "Officer 1\nRank: Constable\nDate: 3 May 2019\nChair: Mr Reed\nOutcome: Dismissed",
    ],
)
def test_a_line_or_two_and_marked_labels_are_no_such_block(lines: str) -> None:
    assert spaced_labels(Page(lines)) == {}


def test_rows_without_marks_between_their_cells() -> None:
    subjects = read(Document("x", UNMARKED)).subjects
    assert [s.name for s in subjects] == ["Samuel Tilsby", "Karen Welham", "Idris Royden", "Anne Sohall"]
    assert [(s.proceeding.date, s.proceeding.finding) for s in subjects if s.proceeding] == [
        ("2019-05-14", "gross_misconduct"),
        ("2019-05-21", "gross_misconduct"),
        ("2019-05-28", "gross_misconduct"),
        ("2019-05-30", "not_proven"),
    ]


def test_the_period_of_a_list_is_no_day_of_its_meetings() -> None:
    assert [p and (p.kind, p.date) for p in proceedings(MEETINGS)] == [("misconduct_meeting", None)] * 2


def test_the_days_of_a_hearing_are_no_period() -> None:
    text = MEETINGS.replace("Breach: Use of Force", "Date: 28 May to 2 June 2021")
    first = proceedings(text)[0]
    assert first is not None
    assert first.date == "2021-06-02"


REGISTER = """Police barred list: published entries
Fenshire Police

Surname: Goxley
Forenames: Darren Paul
Rank: Police Constable
Date of dismissal: 7 November 2019
Type: Dismissed

Surname: Broughley
Forenames: Alice
Rank: Special Constable
Date of dismissal: 12 December 2019
Type: Would have been dismissed
"""

YEARS = """Fenshire Constabulary - officers dismissed or required to resign (release under FOI, 12 January 2011)

2004 PC dismissed, drink driving
2005 Sgt required to resign, neglect of duty
2007 DC dismissed, misuse of a computer
"""

CASES = """Fenshire Police and Crime Commissioner
Ethics Committee - 8 December 2020

Case A
An officer was alleged to have used a police credit card to buy fuel for his own car. At a misconduct hearing in October 2020 he was dismissed without notice.

Case B
It was alleged that an officer had sent messages of a sexual nature to a witness. She resigned. A hearing in her absence found gross misconduct and that she would have been dismissed.

Case C
A complaint that an officer was rude at a road traffic collision was resolved by explanation.

Case D
A sergeant left a prisoner alone in a van. At a misconduct meeting he was given a written warning for breach of orders.
"""


def test_a_name_under_two_labels() -> None:
    assert [s.name for s in read(Document("x", REGISTER)).subjects] == [
        "Darren Paul Goxley",
        "Alice Broughley",
    ]


def test_lines_led_by_a_year() -> None:
    assert [p and p.outcome for p in proceedings(YEARS)] == ["dismissed", "required_to_resign", "dismissed"]


def test_numbered_cases_each_tell_of_their_own_officer() -> None:
    assert [p and p.outcome for p in proceedings(CASES)] == [
        "dismissed_without_notice",
        "would_have_been_dismissed",
        "written_warning",
    ]


def test_a_fine_of_days_pay_and_a_finding_in_respect_of_an_officer() -> None:
    text = (
        "Fenshire Police: misconduct panel result\n\nFinding in respect of PC Daisy Cherton: Misconduct\n"
        "Sanction: Fined 4 days pay\n"
    )
    assert [p and (p.finding, p.outcome) for p in proceedings(text)] == [("misconduct", "other")]


SET_IN_COLUMNS = """Fenshire Constabulary misconduct register 2019

Ref      Rank    Date         Nature of conduct                        Determination

MC/02    PC      23/01/2019   Was late for duty on four                Misconduct proved.
                              occasions.                               Written warning.

MC/09    DC      18/07/2019   Copied statements from a case            Not proved. Officer
                              file to a home computer.                 retired in June.
"""


def test_the_lines_on_which_cells_go_on_belong_to_their_row() -> None:
    subjects = read(Document("x", SET_IN_COLUMNS)).subjects
    assert [(s.resigned, s.proceeding and s.proceeding.outcome) for s in subjects] == [
        (None, "written_warning"),
        ("retired", None),
    ]


def test_what_is_said_of_most_complaints_is_a_finding_on_nobody() -> None:
    text = (
        "PC Lee Tranmer was given a written warning at a misconduct meeting on 3 May 2019.\n\n"
        "Most complaints we look at show that the officer did nothing wrong."
    )
    assert [p and p.finding for p in proceedings(text)] == [None]


OLD_TABLE = """Fenshire Police: annual report 2008/09

No.   Rank         Matter                                    Plea     Finding    Punishment
1     Constable    Lost a radio                              Admit    Proved     Required to resign
2     Constable    Neglect of duty x 2                       Deny     Proved     Reprimand
3     Sergeant     Rudeness                                  Deny     Not proved -
4     Constable    Abuse of authority                        Deny     Proved     Dismissed
"""


def test_a_row_with_an_empty_cell_is_no_bar_of_links() -> None:
    assert [s.rank for s in read(Document("x", OLD_TABLE)).subjects] == [
        "police_constable",
        "police_constable",
        "sergeant",
        "police_constable",
    ]


def test_letters_behind_a_chairs_name_are_the_role() -> None:
    text = (
        "Fenshire Police: hearing outcome\n\nDate: 5 September 2017\nOfficer: PC Isla Greyling\n"
        "Chair: Mrs P. Threlkin LQC\nOutcome: Dismissed without notice\n"
    )
    found = read(Document("x", text))
    assert found.published is None  # a bare date beside an officer is the hearing's
    assert [p and (p.chair, p.chair_role, p.date) for p in proceedings(text)] == [
        ("P. Threlkin", "LQC", "2017-09-05")
    ]


ONE_LINE_EACH = """Fenshire Police
Misconduct hearings results 2018

Rank: PC. Hearing date: 12/02/2018. Allegation: failed to disclose a relationship. Outcome: Dismissed without notice.

Rank: PS. Hearing date: 10/04/2018. Allegation: comments to a member of staff. Outcome: Final written warning.

Rank: DC. Hearing date: 06/09/2018. Allegation: use of cocaine. Outcome: Dismissed without notice.
"""


def test_labels_one_after_another_on_a_line() -> None:
    assert [p and (p.date, p.outcome) for p in proceedings(ONE_LINE_EACH)] == [
        ("2018-02-12", "dismissed_without_notice"),
        ("2018-04-10", "final_written_warning"),
        ("2018-09-06", "dismissed_without_notice"),
    ]
