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


NUMBERED = """Cleveland Police
Misconduct hearing outcome
Hearing 7 to 11 November 2022
Chair Lucasta Hendry legally qualified chair
Officers concerned
1 Sgt 0417 Montague Elphick
2 PC 1655 Rowena Hythe
3 Officer 3 name withheld by the chair
4 Former PC 1702 Jasper Culver
Allegation that the officers shared photographs of a scene
Standards
ConfidentialityDuties and ResponsibilitiesDiscreditable Conduct
Result
1 breach of all standards gross misconduct dismissed without notice
2 breach of Confidentiality only misconduct written warning
3 not proven
4 breach of all standards gross misconduct would have been dismissed
2 days had been set aside
"""


def test_numbers_call_the_officers_of_a_list_again() -> None:
    subjects = _subjects(NUMBERED)
    assert [s["name"] or s["label"] for s in subjects] == [
        "Montague Elphick",
        "Rowena Hythe",
        "Officer 3",
        "Jasper Culver",
    ]
    told = [s["proceeding"] for s in subjects]
    assert [p["finding"] for p in told] == [
        "gross_misconduct",
        "misconduct",
        "not_proven",
        "gross_misconduct",
    ]
    assert [p["outcome"] for p in told] == [
        "dismissed_without_notice",
        "written_warning",
        None,
        "would_have_been_dismissed",
    ]
    assert told[1]["standards"] == ["confidentiality"]
    assert len(told[0]["standards"]) == 3


NOTICE = """Wiltshire Police
Notice of misconduct hearing: three officers and a former officer
A hearing will begin at 10am on Monday 5 June 2023 at the Civic Centre, Trowbridge.
The officers are:
PS 3310 Cuthbert Lanyon, Swindon
PC 4871 Mirabel Stroud, Swindon
Officer X, a police constable
Former Officer Y
It is alleged that they did not report a fall in custody.
Standards alleged to have been breached:
PS Lanyon - Duties and Responsibilities; Honesty and Integrity
PC Stroud - Use of Force; Authority, Respect and Courtesy
Officer X - the same as PC Stroud
Former Officer Y: as Officer X, and Confidentiality
"""


def test_standards_may_be_those_of_another() -> None:
    told = {s["name"] or s["label"]: set(s["proceeding"]["standards"]) for s in _subjects(NOTICE)}
    stroud = {"use_of_force", "authority_respect_and_courtesy"}
    assert told["Officer X"] == stroud
    assert "confidentiality" in told["Former Officer Y"] >= stroud
    assert told["Cuthbert Lanyon"] == {"duties_and_responsibilities", "honesty_and_integrity"}


def test_a_former_officer_beside_others_in_a_headline_is_not_each_of_them() -> None:
    former = {s["name"] or s["label"]: s["former"] for s in _subjects(NOTICE)}
    assert former["Former Officer Y"] is True
    assert not any(former[n] for n in ("Cuthbert Lanyon", "Mirabel Stroud", "Officer X"))


def test_a_line_that_names_an_officer_leads_to_the_lines_below() -> None:
    text = """South Yorkshire Police
Notice of a public misconduct hearing
The hearing concerns
DC 3096 Everard Mbeki
PC 2714 Celeste Aldous
Opening date Tuesday 6 March 2018 at 1000hrs
To be heard before Mr Erasmus Vaughan LQC
In respect of DC Mbeki the standards engaged are
Honesty and IntegrityDiscreditable Conduct
In respect of PC Aldous
Duties and ResponsibilitiesOrders and Instructions
Both are alleged to amount to gross misconduct
"""
    told = [s["proceeding"] for s in _subjects(text)]
    assert [set(p["standards"]) for p in told] == [
        {"honesty_and_integrity", "discreditable_conduct"},
        {"duties_and_responsibilities", "orders_and_instructions"},
    ]
    assert {p["chair"] for p in told} == {"Erasmus Vaughan"}


@pytest.mark.parametrize(
    ("words", "ranks"),
    [
        ("A detective inspector, to whom we refer as \"Officer J\", and a police constable (\"Officer K\") appeared.", ["detective_inspector", "police_constable"]),
        ("The hearing concerned a special constable (Officer J) and a police sergeant (Officer K).", ["special_constable", "sergeant"]),
        ("Officer J is a detective sergeant. Officer K was at the time a probationary constable.", ["detective_sergeant", "police_constable"]),
    ],
)  # fmt: skip
def test_the_rank_beside_an_officers_letter(words: str, ranks: list[str]) -> None:
    text = f"Kent Police\nMisconduct outcome\n{words} A misconduct hearing was held on 7 June 2019. Officer J was dismissed without notice. Officer K was given a written warning.\n"
    assert [s["rank"] for s in _subjects(text)] == ranks


def test_a_panel_that_sat_between_two_days_decided_on_the_last() -> None:
    text = "Kent Police\nMisconduct outcome\nBetween 14 and 16 September 2020 a misconduct panel sat at Ashford to hear allegations against PC Ann Moss. PC Moss was dismissed without notice for gross misconduct.\n"
    assert [s["proceeding"]["date"] for s in _subjects(text)] == ["2020-09-16"]


def test_the_year_of_an_act_is_no_day_of_sentence() -> None:
    text = "Kent Police\nMisconduct outcome\nOn 1 April 2022 at Maidstone Crown Court PC Ann Moss pleaded guilty to two offences under section 1 of the Computer Misuse Act 1990 and was given a sentence of 6 months imprisonment suspended for 12 months. She was dismissed without notice on 8 June 2022.\n"
    assert [s["sentenced_on"] for s in _subjects(text)] == ["2022-04-01"]


BOTH = """Hampshire Police
Misconduct outcomes
Gross misconduct hearing 29 April 2024 to 1 May 2024
Panel
Assistant Chief Constable Thurstan Yelland Chair
Ms R Okafor Independent Panel Member
Officers
PC 28114 Dermot Quarry
PC 27790 Isolde Farrant
Summary
On 12 September 2022 both officers attended an address in Havant PC Quarry took money which he shared with PC Farrant
Findings
PC Quarry
Honesty and Integrity Proven
Discreditable Conduct Proven
PC Farrant
Challenging and Reporting Improper Conduct Proven
Use of Force No evidence offered
Level
Gross misconduct in each case
Outcome
PC Quarry dismissed without notice
PC Farrant final written warning
"""


def test_what_stands_below_an_officers_name_is_that_officers() -> None:
    told = [s["proceeding"] for s in _subjects(BOTH)]
    assert [set(p["standards"]) for p in told] == [
        {"honesty_and_integrity", "discreditable_conduct"},
        {"challenging_and_reporting_improper_conduct"},
    ]
    assert [p["date"] for p in told] == ["2024-05-01", "2024-05-01"]
    assert {p["chair"] for p in told} == {"Thurstan Yelland"}


def test_the_day_of_the_decision_goes_before_the_day_from_which_a_panel_sat() -> None:
    text = "West Mercia Police\nOutcome of misconduct hearing\n28 June 2021\nPC Lorcan Whitby appeared before a misconduct hearing at Worcester from Monday 14 June. The panel gave its decision on Friday 25 June. His conduct was found to be gross misconduct. He was dismissed without notice.\n"
    assert [s["proceeding"]["date"] for s in _subjects(text)] == ["2021-06-25"]


def test_a_neighbourhood_is_no_surname() -> None:
    text = "Dorset Police\nMisconduct outcomes\n\nCase 15/07\nA constable attached to Poole Neighbourhood. Hearing, 14 July 2015. Gross misconduct. Dismissed without notice.\n\nCase 15/09\nA sergeant, Weymouth. Hearing, 6 August 2015. Misconduct. Written warning.\n"
    assert [s["name"] for s in _subjects(text)] == [None, None]


def test_an_entrys_own_kind_goes_before_the_headings() -> None:
    text = """Misconduct hearings to be held in June 2022
Thames Valley Police

Monday 6 June (4 days)
PC 7113 Ottilie Barnes, Slough
Chair: Ms Honoria Lisle
Alleged to have given a false account
Standards: Honesty and Integrity

Tuesday 14 June (1 day) - accelerated hearing
Former PC 6690 Gulliver Strand
Chair: Chief Constable
Alleged to have taken cash
Standards: Discreditable Conduct

Published 16 May 2022
"""
    assert [s["proceeding"]["kind"] for s in _subjects(text)] == ["misconduct_hearing", "accelerated_hearing"]
