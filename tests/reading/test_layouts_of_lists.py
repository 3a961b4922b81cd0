"""Plain layouts of lists: what stands beside, above or under a name is told of that officer, and of no other."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

Told = list[tuple[str | None, str | None, str | None, str | None]]

LAYOUTS: list[tuple[str, str, Told]] = [
    (
        "names under headings that are ranks",
        """Fenshire Police
Outcomes of misconduct hearings, 2023

Detective Constables
Imogen Dewar - excessive force during an arrest - no further action (27 January 2023)

Sergeants
Dilys East - racist messages in a group chat - dismissed without notice (20 January 2023)
Leonora Hax - misuse of a computer - written warning (14 March 2023)
""",
        [
            ("Imogen Dewar", "detective_constable", "no_action", "2023-01-27"),
            ("Dilys East", "sergeant", "dismissed_without_notice", "2023-01-20"),
            ("Leonora Hax", "sergeant", "written_warning", "2023-03-14"),
        ],
    ),
    (
        "a table on its side",
        """Cleveland Police
Joint misconduct hearing of 20 August 2023

Name | Gareth Ridge | Imogen Jolley | Rowena Stall
Rank | Detective Constable | Detective Sergeant | Sergeant
Outcome | Would have been dismissed | Final written warning | No further action
""",
        [
            ("Gareth Ridge", "detective_constable", "would_have_been_dismissed", "2023-08-20"),
            ("Imogen Jolley", "detective_sergeant", "final_written_warning", "2023-08-20"),
            ("Rowena Stall", "sergeant", "no_action", None),
        ],
    ),
    (
        "letters in brackets, and the ends under the same letters",
        """Suffolk Constabulary
Joint misconduct hearing held on 3 November 2023

Officers
(a) Detective Constable Rowena Yead
(b) Sergeant Leonora Jolley
(c) Sergeant Clementine Thack

Outcome
(a) dismissed without notice
(b) would have been dismissed
(c) written warning
""",
        [
            ("Rowena Yead", "detective_constable", "dismissed_without_notice", "2023-11-03"),
            ("Leonora Jolley", "sergeant", "would_have_been_dismissed", "2023-11-03"),
            ("Clementine Thack", "sergeant", "written_warning", "2023-11-03"),
        ],
    ),
    (
        "a day behind the name, under one heading that is the verdict",
        """Kent Police: misconduct hearings in 2023

Written warning
- PS Imogen East, 18 November 2023: misuse of police computers
- Insp Hywel Yeadon, 18 October 2023: failing to investigate a burglary
""",
        [
            ("Imogen East", "sergeant", "written_warning", "2023-11-18"),
            ("Hywel Yeadon", "inspector", "written_warning", "2023-10-18"),
        ],
    ),
    (
        "rank and number in brackets behind the name",
        """Subject: Misconduct hearing outcomes

Please see below:

* Barnaby Quarm (PC 3599) - hearing 12 October 2023 - Dismissed without notice
* Yasmin Ridge (DS 8523) - hearing 2 March 2023 - Final written warning
""",
        [
            ("Barnaby Quarm", "police_constable", "dismissed_without_notice", "2023-10-12"),
            ("Yasmin Ridge", "detective_sergeant", "final_written_warning", "2023-03-02"),
        ],
    ),
    (
        "a surname first in a cell",
        """officer,rank,force,hearing_date,outcome
"Haxby, Cuthbert",Sergeant,Kent Police,2023-01-06,Written warning
"Quarm, Sunita",Police Constable,Kent Police,2023-06-20,Final written warning
""",
        [
            ("Cuthbert Haxby", "sergeant", "written_warning", "2023-01-06"),
            ("Sunita Quarm", "police_constable", "final_written_warning", "2023-06-20"),
        ],
    ),
    (
        "ends told respectively",
        "Gwent Police officers disciplined\n\nAt a misconduct hearing on 19 January 2023 PS Marlon Vane, DC Sunita Ridge and "
        "DC Yasmin Umple were given a written warning, a final written warning and a written warning respectively.\n",
        [
            ("Marlon Vane", "sergeant", "written_warning", "2023-01-19"),
            ("Sunita Ridge", "detective_constable", "final_written_warning", "2023-01-19"),
            ("Yasmin Umple", "detective_constable", "written_warning", "2023-01-19"),
        ],
    ),
    (
        "a name, its verdict below it and the rank in the story",
        """Dorset Police
Who was dealt with, and how

Ottoline Goligh
Dismissed without notice
The inspector faced a misconduct hearing on 6 April 2023 over a false statement.

Rowena Eastof
No further action
The sergeant faced a misconduct hearing on 7 January 2023 over racist messages in a group chat.
""",
        [
            ("Ottoline Goligh", "inspector", "dismissed_without_notice", "2023-04-06"),
            ("Rowena Eastof", "sergeant", "no_action", "2023-01-07"),
        ],
    ),
    (
        "an arrest in the cell before the outcome's",
        """Wiltshire Police
Misconduct outcomes 2023

Name | Rank | Date of hearing | Allegation | Outcome
Sunita Yeadon | Inspector | 22/04/2023 | A relationship with a witness | Final written warning
Cuthbert Haxby | Sergeant | 24/01/2023 | Excessive force during an arrest | No further action
""",
        [
            ("Sunita Yeadon", "inspector", "final_written_warning", "2023-04-22"),
            ("Cuthbert Haxby", "sergeant", "no_action", "2023-01-24"),
        ],
    ),
    (
        "cards of a name, a rank with the force, an end with a day",
        """Police misconduct hearing outcomes

Petra Wether
Detective Sergeant, Gwent Police
Dismissed without notice – 22 June 2023

Clementine Cott
Police Constable, Gwent Police
Management advice – 13 December 2023
""",
        [
            ("Petra Wether", "detective_sergeant", "dismissed_without_notice", "2023-06-22"),
            ("Clementine Cott", "police_constable", "management_advice", "2023-12-13"),
        ],
    ),
    (
        "cards of a name, a rank, an end and a day, each a paragraph",
        """Wiltshire Police: hearing outcomes

Desmond Cott

Sergeant

Written warning

Hearing: 27 December 2023

Tobias Yead

Police Constable

Dismissed without notice

Hearing: 2 June 2023
""",
        [
            ("Desmond Cott", "sergeant", "written_warning", "2023-12-27"),
            ("Tobias Yead", "police_constable", "dismissed_without_notice", "2023-06-02"),
        ],
    ),
    (
        "a name and a rank over lines with labels",
        """Kent Police: misconduct hearing results

Kwabena Umple, Police Constable
  • Hearing date: 19 Oct 2023
  • Sanction: Written warning

Tobias Eastof, Police Constable
  • Hearing date: 21 Nov 2023
  • Sanction: Management advice
""",
        [
            ("Kwabena Umple", "police_constable", "written_warning", "2023-10-19"),
            ("Tobias Eastof", "police_constable", "management_advice", "2023-11-21"),
        ],
    ),
    (
        "ends in footnotes by number",
        """Kent Police
Officers before the misconduct hearing of 21 November 2023

Inspector Agnes Joll [1]
Sergeant Dilys Osgath [2]
Sergeant Barnaby Farr [3]

Notes
[1] Written warning.
[2] Final written warning.
[3] Dismissed without notice.
""",
        [
            ("Agnes Joll", "inspector", "written_warning", "2023-11-21"),
            ("Dilys Osgath", "sergeant", "final_written_warning", "2023-11-21"),
            ("Barnaby Farr", "sergeant", "dismissed_without_notice", "2023-11-21"),
        ],
    ),
    (
        "verdicts with the officers who were given them behind a colon",
        """Kent Police
Misconduct hearing concluded 24 April 2023: results

One – written warning: PC Ann Leamy
Two – dismissed without notice: Sgt Tom Mossop, DI Bo Carr
""",
        [
            ("Ann Leamy", "police_constable", "written_warning", "2023-04-24"),
            ("Tom Mossop", "sergeant", "dismissed_without_notice", "2023-04-24"),
            ("Bo Carr", "detective_inspector", "dismissed_without_notice", "2023-04-24"),
        ],
    ),
    (
        "two verdicts, each over one officer",
        """Kent Police
Misconduct outcomes

WRITTEN WARNING
PC Ann Leamy – hearing on 3 May 2023

FINAL WRITTEN WARNING
PC Tom Mossop – hearing on 4 June 2023
""",
        [
            ("Ann Leamy", "police_constable", "written_warning", "2023-05-03"),
            ("Tom Mossop", "police_constable", "final_written_warning", "2023-06-04"),
        ],
    ),
    (
        "all of three dismissed in one breath",
        "PC Ann Leamy, PC Tom Mossop and Sgt Cy Dean of Kent Police were all dismissed without notice at a misconduct "
        "hearing on 4 May 2023.\n",
        [
            ("Ann Leamy", "police_constable", "dismissed_without_notice", "2023-05-04"),
            ("Tom Mossop", "police_constable", "dismissed_without_notice", "2023-05-04"),
            ("Cy Dean", "sergeant", "dismissed_without_notice", "2023-05-04"),
        ],
    ),
    (
        "no action over force used during an arrest",
        "Kent Police\n\nAt a misconduct hearing on 11 August 2023 PC Ann Leamy faces no further action, the allegation "
        "being excessive force during an arrest.\n",
        [("Ann Leamy", "police_constable", "no_action", "2023-08-11")],
    ),
    (
        "ends in brackets behind each name of one sentence",
        """Kent Police
Outcomes, misconduct hearings

DC Percival Eastof (no further action, 7 June 2023); PS Desmond Joll (final written warning, 26 February 2023) and
Sgt Tobias Wether (written warning, 12 June 2023).
""".replace(" and\n", " and "),
        [
            ("Percival Eastof", "detective_constable", "no_action", "2023-06-07"),
            ("Desmond Joll", "sergeant", "final_written_warning", "2023-02-26"),
            ("Tobias Wether", "sergeant", "written_warning", "2023-06-12"),
        ],
    ),
    (
        "a day, an end and then the name",
        """Dorset Police: hearings

Monday 15 May 2023 - Would have been dismissed - DS Barnaby Dew
Tuesday 1 August 2023 - Management advice - DS Clementine Joll
""",
        [
            ("Barnaby Dew", "detective_sergeant", "would_have_been_dismissed", "2023-05-15"),
            ("Clementine Joll", "detective_sergeant", "management_advice", "2023-08-01"),
        ],
    ),
    (
        "a key of result codes below the table",
        """Kent Police
Misconduct hearings

Name\tRank\tHearing date\tResult code
Sunita Wether\tSergeant\t03-09-2023\tWHBD
Barnaby Cott\tDetective Sergeant\t27-07-2023\tWW

Result codes
WHBD = Would have been dismissed
WW = Written warning
""",
        [
            ("Sunita Wether", "sergeant", "would_have_been_dismissed", "2023-09-03"),
            ("Barnaby Cott", "detective_sergeant", "written_warning", "2023-07-27"),
        ],
    ),
    (
        "bare names beside each other under their ranks",
        """Wiltshire Police
Misconduct hearings

Inspector                                   Sergeant
Clementine Haxby                            Cuthbert Umple
Hearing: 16/01/2023                         Hearing: 03/03/2023
Outcome: Written warning                    Outcome: Dismissed without notice
""",
        [
            ("Clementine Haxby", "inspector", "written_warning", "2023-01-16"),
            ("Cuthbert Umple", "sergeant", "dismissed_without_notice", "2023-03-03"),
        ],
    ),
    (
        "cells that go on over two lines",
        """Kent Police
Misconduct hearing outcomes

Name                Rank              Date            Allegation              Outcome

Hywel Brand         Detective         28/10/2023      Failing to investigate  Written warning
                    Sergeant                          a burglary

Clementine          Police            08/07/2023      Claiming overtime not   No further
Abing-Rossiter      Constable                         worked                  action
""",
        [
            ("Hywel Brand", "detective_sergeant", "written_warning", "2023-10-28"),
            ("Clementine Abing-Rossiter", "police_constable", "no_action", "2023-07-08"),
        ],
    ),
    (
        "names over stories that begin with the rank, a gap between them",
        """Kent Police – recent misconduct hearings

Ottoline Golightly

The inspector used excessive force. A misconduct hearing was held on 11 July 2023. The officer was dismissed without notice.

Leonora Stallybrass

The sergeant was rude to a witness. A misconduct hearing was held on 9 November 2023. The officer was given a written warning.
""",
        [
            ("Ottoline Golightly", "inspector", "dismissed_without_notice", "2023-07-11"),
            ("Leonora Stallybrass", "sergeant", "written_warning", "2023-11-09"),
        ],
    ),
    (
        "the heading of a decision in capitals",
        """IN THE MATTER OF THE POLICE (CONDUCT) REGULATIONS 2020

AND IN THE MATTER OF PC 7679 LEONORA OSGATHORPE

CLEVELAND POLICE

1. A misconduct hearing was held on 21 April 2023 before Rowena Stallybrass, legally qualified chair.

2. The officer was given a written warning.
""",
        [("LEONORA OSGATHORPE", "police_constable", "written_warning", "2023-04-21")],
    ),
    (
        "values apart by nothing but semicolons",
        """Name;Rank;Force;Hearing date;Outcome
Marlon Inkp;Sergeant;Suffolk Constabulary;10 December 2023;Final written warning
Ottoline Penh;Inspector;Suffolk Constabulary;5 January 2023;Would have been dismissed
""",
        [
            ("Marlon Inkp", "sergeant", "final_written_warning", "2023-12-10"),
            ("Ottoline Penh", "inspector", "would_have_been_dismissed", "2023-01-05"),
        ],
    ),
    (
        "superintendents who speak between the entries",
        """Humberside Police: misconduct outcomes

PC Kwabena Joll was given management advice at a misconduct hearing on Friday 7 April 2023.

Superintendent Hywel Yead said: “This conduct has no place in policing.”

PC Yasmin Dew received a final written warning at a misconduct hearing on Sunday 18 June 2023.

Superintendent Sunita Brand said: “This conduct has no place in policing.”

PS Petra Inkp was dismissed at a misconduct hearing on Friday 28 July 2023.

Superintendent Gareth East said: “This conduct has no place in policing.”
""",
        [
            ("Kwabena Joll", "police_constable", "management_advice", "2023-04-07"),
            ("Yasmin Dew", "police_constable", "final_written_warning", "2023-06-18"),
            ("Petra Inkp", "sergeant", "dismissed", "2023-07-28"),
        ],
    ),
    (
        "lines decided, and others under them still to come",
        """Wiltshire Police

Misconduct hearings concluded
Sergeant Yasmin Wether: final written warning (1 March 2023)
Detective Inspector Marlon Umple: management advice (8 November 2023)

Misconduct hearings to come
Detective Inspector Sunita Yead: to be heard on 10 December 2023
Detective Sergeant Desmond Cott: to be heard on 13 December 2023
""",
        [
            ("Yasmin Wether", "sergeant", "final_written_warning", "2023-03-01"),
            ("Marlon Umple", "detective_inspector", "management_advice", "2023-11-08"),
            ("Sunita Yead", "detective_inspector", "pending", "2023-12-10"),
            ("Desmond Cott", "detective_sergeant", "pending", "2023-12-13"),
        ],
    ),
]


def told(text: str) -> Told:
    """The officers of a page in order: name, rank, outcome and the day of the hearing."""
    return [
        (s.name, s.rank, s.proceeding and s.proceeding.outcome, s.proceeding and s.proceeding.date)
        for s in read(Document("page", text)).subjects
    ]


@pytest.mark.parametrize(("text", "expected"), [x[1:] for x in LAYOUTS], ids=[x[0] for x in LAYOUTS])
def test_each_officer_has_their_own_end(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_copyright_line_is_still_furniture() -> None:
    text = (
        "PC Ann Lee was dismissed on 3 May 2023 after a misconduct hearing.\n\n(c) 2023 Sergeant Print Ltd\n"
    )
    assert [s.name for s in read(Document("page", text)).subjects] == ["Ann Lee"]


def test_an_arrest_without_further_action_is_no_outcome() -> None:
    text = "PC Ann Lee was arrested on suspicion of theft and told she would face no further action.\n"
    assert all(
        s.proceeding is None or s.proceeding.outcome is None for s in read(Document("page", text)).subjects
    )


def test_names_under_a_rank_of_whom_nothing_is_decided_have_no_end() -> None:
    text = """Sergeants
Ann Lee - promoted in May

Inspectors
Tom Moss - moved to Dover
"""
    assert all(s.rank is None and s.proceeding is None for s in read(Document("page", text)).subjects)


def test_a_force_over_the_next_entries_is_not_the_entry_before() -> None:
    text = """Misconduct hearings by force and month

Kent Police
  April 2023
    - PC Ann Leamy (4 April 2023): Written warning
Gwent Police
  January 2023
    - PC Tom Mossop (6 January 2023): Final written warning
"""
    assert [(s.name, s.force) for s in read(Document("page", text)).subjects] == [
        ("Ann Leamy", "kent"),
        ("Tom Mossop", "gwent"),
    ]


def test_who_signs_is_no_card_of_a_list() -> None:
    text = (
        "Dear Mr Moss\n\nPC Ann Leamy was dismissed on 3 May 2023.\n\nTom Carr\n\nInspector\n\nKent Police\n"
    )
    assert [s.name for s in read(Document("page", text)).subjects] == ["Ann Leamy"]


@pytest.mark.parametrize("role", ["", ", legally qualified chair", " (LQC)", ", sitting as chair"])
def test_who_heard_a_case_is_not_its_subject(role: str) -> None:
    text = (
        "IN THE MATTER OF THE OFFICER\n\nCLEVELAND POLICE\n\nA misconduct hearing was held on 21 April 2023 before "
        f"Rowena Stallybrass{role}.\n\nThe officer was given a written warning.\n"
    )
    assert [s.name for s in read(Document("page", text)).subjects] == [None]


def test_a_month_before_a_person_is_a_time() -> None:
    text = "Kent Police\n\nThe misconduct hearing was held a month before Ann Leamy, a constable, was dismissed.\n"
    assert [s.name for s in read(Document("page", text)).subjects] == ["Ann Leamy"]


def test_what_names_a_hearing_is_no_finding() -> None:
    text = """Kent Police
Misconduct hearing results

• Sgt Ann Leamy | Final written warning | 23 July 2023 #misconduct
• PC Tom Mossop | Final written warning | 2 April 2023 #misconduct
"""
    assert [s.proceeding and s.proceeding.finding for s in read(Document("page", text)).subjects] == [
        None,
        None,
    ]


def test_the_words_of_a_wrapped_cell_are_its_own() -> None:
    text = """Kent Police

Name                Rank              Date            Outcome
Hywel Brand         Detective         28/10/2023      Final written
                    Sergeant                          warning
Clementine Abing    Inspector         08/07/2023      Written warning
"""
    reading = read(Document("page", text))
    words = [text[a:b] for a, b in reading.evidence["/subjects/0/proceeding/outcome"]]
    assert words == ["Final written", "warning"]
    assert [text[a:b] for a, b in reading.evidence["/subjects/0/rank"]] == ["Detective", "Sergeant"]


def test_whom_to_ask_is_no_subject() -> None:
    text = "Kent Police\n\nThere were no hearings in July. Contact: Inspector Kwabena Thack\n"
    assert read(Document("page", text)).subjects == []
    text = "Kent Police\n\nOfficers can be dismissed. Our press officer is Sergeant Barnaby Cott.\n"
    assert read(Document("page", text)).subjects == []


def test_a_court_in_one_officers_form_is_not_the_next_ones() -> None:
    text = """Kent Police
Officers convicted

Officer: Sergeant Percival Thack
Offence: Theft
Court: Leeds Crown Court
Sentence: 2 years' imprisonment

Officer: Inspector Agnes Ridge
Offence: Fraud
Court: Exeter Crown Court
Sentence: 6 months' imprisonment
"""
    assert [s.courts for s in read(Document("page", text)).subjects] == [
        ["Leeds Crown Court"],
        ["Exeter Crown Court"],
    ]
