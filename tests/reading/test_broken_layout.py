"""Lists as they come off saved pages: columns beside each other, headings repeated, cells glued, numbers before ranks."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    return list(read(Document("x", text)).to_dict()["subjects"])


BESIDE = """Kent Police - Misconduct Hearing Outcomes

PC 14412 Rowan Tetlow-Asante          PS 9219 Maeve Colquhoun          PC 13870 Fabian Inskip
Hearing 17 September 2019             Hearing 18-19 September 2019     Hearing 24 September 2019
Chair Ms R Penfold-Aziz               Chair Mr T Garrity               Chair Ms R Penfold-Aziz
Honesty and Integrity                 Duties and Responsibilities      Use of Force
Gross misconduct                      Misconduct                       Not proven
Dismissed without notice              Written warning                  No further action
Barred list: Yes                      Barred list: No                  Barred list: No

Officers have a right of appeal.
"""


def test_columns_beside_each_other_tell_each_of_the_officer_above() -> None:
    people = _subjects(BESIDE)
    told = [
        (
            s["name"],
            s["proceeding"]["date"],
            s["proceeding"]["chair"],
            s["proceeding"]["finding"],
            s["proceeding"]["outcome"],
            s["proceeding"]["standards"],
            s["barred"],
        )
        for s in people
    ]
    assert told == [
        ("Rowan Tetlow-Asante", "2019-09-17", "R Penfold-Aziz", "gross_misconduct", "dismissed_without_notice", ["honesty_and_integrity"], True),
        ("Maeve Colquhoun", "2019-09-19", "T Garrity", "misconduct", "written_warning", ["duties_and_responsibilities"], None),
        ("Fabian Inskip", "2019-09-24", "R Penfold-Aziz", "not_proven", "no_action", [], None),
    ]  # fmt: skip


def test_running_text_below_two_names_is_no_column() -> None:
    text = (
        "Kent Police\nPC 1441 Rowan Tetlow          PS 9219 Maeve Colquhoun\n"
        "Both officers were given a written warning at a misconduct meeting on 3 May 2019 for failing to attend.\n"
    )
    assert {s["name"]: s["proceeding"]["outcome"] for s in _subjects(text)} == {
        "Rowan Tetlow": "written_warning",
        "Maeve Colquhoun": "written_warning",
    }


GLUED = """Norfolk and Suffolk misconduct hearing results 2018
ForceOfficerDate of hearingAllegationFindingOutcome
NorfolkPC 1466 Ambrose Fenwright14/03/2018Failed to disclose a relationshipGross misconductFinal Written Warning (18 months)
SuffolkPC 1820 (name withheld)11/06/2018Use of a batonNot provenN/A
ForceOfficerDate of hearingAllegationFindingOutcome
SuffolkDS 337 Philippa Dunmore-Achebe19/04/2018 to 20/04/2018Dated entries as if made at the timeGross misconductDismissed without notice
PDF, 214KBOpens in a new windowBack to topLast updated 09/07/2018
"""


def test_glued_rows_below_a_heading_that_comes_again() -> None:
    told = [
        (
            s["name"],
            s["collar_number"],
            s["force"],
            s["proceeding"]["date"],
            s["proceeding"]["finding"],
            s["proceeding"]["outcome"],
        )
        for s in _subjects(GLUED)
    ]
    assert told == [
        ("Ambrose Fenwright", "1466", "norfolk", "2018-03-14", "gross_misconduct", "final_written_warning"),
        (None, "1820", "suffolk", "2018-06-11", "not_proven", None),
        ("Philippa Dunmore-Achebe", "337", "suffolk", "2018-04-20", "gross_misconduct", "dismissed_without_notice"),
    ]  # fmt: skip


STACKED = """Police staff misconduct outcomes 2019
Role
Department
Type of hearing
Month
Reason
Result
Call Handler
Contact Management
Gross misconduct hearing
March
Read a log. Cautioned by police for unauthorised access to computer material
Dismissed without notice
PCSO
Ilkeston
Meeting
April
Lateness
Written warning
PCSO
Glossop
Gross misconduct hearing
June
Sexual comments to a cadet
Dismissed without notice
Vetting Assistant
Role
Department
Type of hearing
Month
Reason
Result
Professional Standards
Gross misconduct hearing
September
Did not declare a charge against a relative
Dismissed, reduced on appeal in November to final written warning
Note
Staff names are not published.
"""


def test_a_heading_within_an_entry_and_a_job_that_no_vocabulary_lists() -> None:
    people = _subjects(STACKED)
    assert [(s["rank"], s["proceeding"]["date"], s["proceeding"]["outcome"]) for s in people] == [
        ("police_staff", "2019-03", "dismissed_without_notice"),
        ("pcso", "2019-04", "written_warning"),
        ("pcso", "2019-06", "dismissed_without_notice"),
        ("police_staff", "2019-11", "final_written_warning"),
    ]
    assert [(o["offence"], o["stage"]) for o in people[0]["offences"]] == [("computer_misuse", "cautioned")]
    assert people[3]["appeal"] == {"kind": "tribunal", "result": "varied"}


NUMBERS = """Sussex Police
REGISTER OF OUTCOMES

Subject: CP412 PC Mordecai Stanmer
Dates: 13-15 April 2021
Determination: Gross Misconduct. Dismissal.

Subject: CD098 Former DC Estella Wadhurst-Kone
Dates: 4 and 5 May 2021
Determination: Gross Misconduct. Would have been dismissed.
"""


def test_a_number_before_the_rank_is_no_part_of_the_name() -> None:
    assert [(s["name"], s["collar_number"], s["rank"], s["former"]) for s in _subjects(NUMBERS)] == [
        ("Mordecai Stanmer", "CP412", "police_constable", None),
        ("Estella Wadhurst-Kone", "CD098", "detective_constable", True),
    ]


NOTICE = """Notice: misconduct hearing (postponed)
Northamptonshire Police

UPDATE - The hearing listed below will not start on 8 April 2024. A new date of 10 June 2024 has been fixed.

Notice is given of a misconduct hearing concerning
1) PC 1518 Jerome Hatherleigh-Obi, and
2) PC 1644 Kirsty Landells
to be held at Wootton Hall on 8 April 2024.

Standards engaged
Officer 1: Equality and Diversity; Honesty and Integrity
Officer 2: Challenging and Reporting Improper Conduct
"""


def test_numbered_officers_have_their_own_standards_and_the_new_day() -> None:
    people = _subjects(NOTICE)
    assert [(s["proceeding"]["date"], s["proceeding"]["standards"]) for s in people] == [
        ("2024-06-10", ["equality_and_diversity", "honesty_and_integrity"]),
        ("2024-06-10", ["challenging_and_reporting_improper_conduct"]),
    ]


ROSTER = """Merseyside Police
NOTIFICATION OF THE OUTCOME OF MISCONDUCT PROCEEDINGS

Officer 1 - PC 6190 Damian Otterspool
Officer 2 - PC 6204 Gaynor Birkdale-Wu
Officer 3 - Sergeant 1422 Hew Aintree

A misconduct hearing was held on 13 March 2023. It was alleged that Officer 1 shared a film, that Officer 2 replied to it and that Officer 3, who was their supervisor, saw both and took no action.

Officer 1: breach of Confidentiality. Gross misconduct.
Officer 2: breach of Equality and Diversity. Gross misconduct.

In the case of Officer 1 a final written warning for four years. In the case of Officer 2 dismissal without notice.
Officer 2 has given notice of appeal to the Police Appeals Tribunal.
"""


def test_officers_called_by_the_number_that_stands_before_their_names() -> None:
    people = _subjects(ROSTER)
    assert [(s["name"], s["label"], s["rank"], s["collar_number"]) for s in people] == [
        ("Damian Otterspool", None, "police_constable", "6190"),
        ("Gaynor Birkdale-Wu", None, "police_constable", "6204"),
        ("Hew Aintree", None, "sergeant", "1422"),
    ]
    first, second, third = (s["proceeding"] for s in people)
    assert (first["outcome"], first["standards"]) == ("final_written_warning", ["confidentiality"])
    assert (second["outcome"], second["standards"]) == (
        "dismissed_without_notice",
        ["equality_and_diversity"],
    )
    assert third["outcome"] is None
    assert people[1]["appeal"] == {"kind": "tribunal", "result": "pending"}


BILINGUAL = """Heddlu Gwent Police
Canlyniadau gwrandawiadau camymddwyn / Misconduct hearing outcomes

Cafodd y Cwnstabl Iestyn Marlow-Pugh ei ddiswyddo heb rybudd ar 5 Chwefror 2024.
PC Iestyn Marlow-Pugh was dismissed without notice at a misconduct hearing on 5 February 2024.

Cafodd y Ditectif Ringyll Carys Abersychan rybudd ysgrifenedig terfynol.
Detective Sergeant Carys Abersychan was given a final written warning at a misconduct hearing on 14 February 2024.
"""


def test_a_welsh_rank_is_no_part_of_a_name() -> None:
    assert [(s["name"], s["rank"], s["proceeding"]["outcome"]) for s in _subjects(BILINGUAL)] == [
        ("Iestyn Marlow-Pugh", "police_constable", "dismissed_without_notice"),
        ("Carys Abersychan", "detective_sergeant", "final_written_warning"),
    ]
