"""Outcome pages and lists: entries opened by a day, cells that say what sat and who, ends told in headings or by number."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


STAFF = """Cumbria Constabulary
Police staff hearings 2019: outcomes

1) 5 March 2019 - Front counter clerk, Kendal. Looked up her landlord. Gross misconduct. Dismissed without notice.

2) 11 June 2019 - PCSO, Workington. Had accepted a caution for common assault. Gross misconduct. Final written warning.

3) 2 October 2019 - Fleet manager, Carleton Hall. Ordered tyres for his own car. Misconduct. Written warning; an internal appeal was dismissed.
"""


def test_an_entry_may_open_with_its_day() -> None:
    subjects = _subjects(STAFF)
    assert [s["rank"] for s in subjects] == ["police_staff", "pcso", "police_staff"]
    assert [s["proceeding"]["date"] for s in subjects] == ["2019-03-05", "2019-06-11", "2019-10-02"]
    assert [s["proceeding"]["outcome"] for s in subjects] == [
        "dismissed_without_notice",
        "final_written_warning",
        "written_warning",
    ]
    assert [o["stage"] for o in subjects[1]["offences"]] == ["cautioned"]


def test_a_forces_own_appeal_is_no_tribunal() -> None:
    last = _subjects(STAFF)[2]
    assert last["appeal"] is None
    assert last["proceeding"]["kind"] == "misconduct_hearing"


CELLS = """Gloucestershire Constabulary
Hearing outcomes
Officer
Date
Hearing type
Chair
Summary
Standards
Outcome
PC 1410 Colm Abernethy
04/09/2018
Misconduct
Ms T Ravenhill (LQC)
Did not pass on a report.
Duties and Responsibilities
Orders and Instructions
Misconduct. Written warning.
PC 1522 Dora Quickfall
11/09/2018
Special case
Chief Constable R Hornbeam
Pleaded guilty at Gloucester Crown Court to theft.
Honesty and Integrity
Discreditable Conduct
Gross misconduct. Dismissed without notice.
Former PC 1609 Amos Tuttle
18/09/2018
Misconduct
Ms T Ravenhill (LQC)
Allegedly read a record about a neighbour.
Confidentiality
Orders and Instructions
No case to answer.
"""


def test_a_chief_constable_in_the_chairs_column_heads_no_row() -> None:
    subjects = _subjects(CELLS)
    assert [s["name"] for s in subjects] == ["Colm Abernethy", "Dora Quickfall", "Amos Tuttle"]
    assert subjects[1]["proceeding"]["chair"] == "R Hornbeam"
    assert [o["offence"] for o in subjects[1]["offences"]] == ["theft"]


def test_misconduct_in_the_column_of_types_is_no_finding() -> None:
    assert [s["proceeding"]["finding"] for s in _subjects(CELLS)] == [
        "misconduct",
        "gross_misconduct",
        "no_case",
    ]


@pytest.mark.parametrize(
    "deed",
    [
        "failed to disclose her association with a person convicted of drugs offences",
        "was in a relationship with an individual jailed for money laundering",
        "did not declare a friendship with a man who had been convicted of burglary",
        "had been in contact with a known criminal charged with kidnap",
    ],
)
def test_the_crime_of_whom_an_officer_knew_is_not_the_officers(deed: str) -> None:
    text = f"Kent Police\nMisconduct outcome\nA misconduct hearing was held on 18 June 2018. PC Ann Moss {deed}. Misconduct was found and she was given a written warning.\n"
    (subject,) = _subjects(text)
    assert subject["offences"] == []
    assert subject["sentences"] == []
    assert subject["proceeding"]["outcome"] == "written_warning"


def test_an_officer_told_of_after_a_preposition_keeps_the_crime() -> None:
    text = "Kent Police\nMisconduct outcome\nThe hearing dealt with an officer convicted of burglary. PC Ann Moss was dismissed without notice on 18 June 2018 for gross misconduct.\n"
    (subject,) = _subjects(text)
    assert [o["offence"] for o in subject["offences"]] == ["burglary"]


GROUPS = """Essex Police
Hearing outcomes
Dismissed without notice
PC 14422 Lavinia Stent, Harlow LPT, 11 October 2021, Discreditable Conduct (lied about an injury to her manager)PC 13107 Evander Quist, Clacton LPT, 12 October 2021, Confidentiality (disclosed the address of a witness)
Final written warning
Former Sergeant 9950 Piers Galbraith, 14 October 2021, Equality and Diversity
PC Stent appeared at an accelerated hearing held by Chief Constable Alan Brightwater. The others were before a panel chaired by Ms Mehetabel Sorrell LQC
"""


def test_a_verdict_stands_over_officers_stuck_together_on_a_line() -> None:
    subjects = _subjects(GROUPS)
    assert [s["name"] for s in subjects] == ["Lavinia Stent", "Evander Quist", "Piers Galbraith"]
    assert [s["proceeding"]["outcome"] for s in subjects] == [
        "dismissed_without_notice",
        "dismissed_without_notice",
        "final_written_warning",
    ]


def test_the_others_are_those_of_whom_the_sentence_before_did_not_tell() -> None:
    told = [s["proceeding"] for s in _subjects(GROUPS)]
    assert [p["kind"] for p in told] == ["accelerated_hearing", "misconduct_hearing", "misconduct_hearing"]
    assert [p["chair"] for p in told] == ["Alan Brightwater", "Mehetabel Sorrell", "Mehetabel Sorrell"]


ROWS = """Kent Police
Hearing outcomes January 2020

Officer A / PC / Misconduct hearing / 11 October 2021 / Lied / Honesty and Integrity / Gross misconduct / Dismissed without notice
Officer B / PC / Fast track hearing / 12 October 2021 / Drink driving / Discreditable Conduct / Gross misconduct / Dismissed without notice
Officer C / PC / Misconduct hearing / 14 October 2021 / Lied / Honesty and Integrity / Gross misconduct / Dismissed without notice

"""


@pytest.mark.parametrize(
    ("below", "panel", "fast"),
    [
        ("Fast track hearings are heard by the Chief Constable. All others: legally qualified chair.", "legally qualified chair", "Chief Constable"),
        ("Fast track hearings were conducted by the Chief Constable; in all other hearings there was a legally qualified chair.", "legally qualified chair", "Chief Constable"),
        ("Misconduct hearings have a legally qualified chair. Special cases are decided by the Chief Constable.", "legally qualified chair", "Chief Constable"),
        ("Chairs: fast track hearings - Chief Constable Ann Hill; misconduct hearings - Mr Bill Tate (LQC)", "LQC", "Chief Constable"),
    ],
)  # fmt: skip
def test_who_chairs_which_kind_may_be_told_below_a_list(below: str, panel: str, fast: str) -> None:
    told = [s["proceeding"] for s in _subjects(ROWS + below + "\n")]
    assert [p["chair_role"] for p in told] == [panel, fast, panel]
    assert [p["kind"] for p in told] == ["misconduct_hearing", "special_case_hearing", "misconduct_hearing"]


def test_a_chief_constables_force_is_no_name() -> None:
    text = "Norfolk Constabulary and Suffolk Constabulary\nAccelerated hearings: outcomes\n\nOfficer: Officer P, a police constable\nDate: 9 February 2023\nBefore: Chief Constable of Suffolk\nResult: Dismissed without notice\n\nOfficer: Officer Q, a police sergeant\nDate: 10 February 2023\nBefore: Chief Constable of Norfolk\nResult: Dismissed without notice\n"
    assert [s["proceeding"]["chair"] for s in _subjects(text)] == [None, None]
    assert [s["proceeding"]["chair_role"] for s in _subjects(text)] == ["Chief Constable", "Chief Constable"]
