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
