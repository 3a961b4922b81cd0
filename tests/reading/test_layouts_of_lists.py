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
