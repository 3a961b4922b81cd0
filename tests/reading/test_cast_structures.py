"""Casts of pages with a structure of their own: narrow columns, numbered files, registers, stacks of short lines."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject

COLUMN = """TWO DETECTIVES ARE CLEARED

Three officers accused of invent-
ing a confession heard the end
of their trial at the Crown Court
yesterday.

Det. Con. VERNON ASHGROVE-
POLE, aged 34, of Loughton, was
sent to prison for eighteen months
for perjury.

Det. Sgt. Ivor Nunn, 47, and
Det. Con. Felix Orme, 31, both
of the same police station, were
found not guilty of perjury. Sgt.
Nunn said that he would return
to duty as soon as he was let.
"""

FILES = """What we saw on file: an inspection of Kent Police

File 7. A police constable asked three women for their details. A hearing found gross misconduct; he was dismissed without notice.

File 19. An inspector was told of heavy drinking by a member of her team and did nothing. She got management advice.

File 31. A member of police staff pleaded guilty to stealing. She was given a suspended sentence, and a hearing dismissed her.

We make two recommendations.
"""


def subjects(text: str) -> list[Subject]:
    return list(read(Document("page", text)).subjects)


def names(text: str) -> list[str | None]:
    return [s.name or s.label for s in subjects(text)]


def test_a_narrow_column_is_prose_and_a_name_runs_over_its_lines() -> None:
    assert names(COLUMN) == ["VERNON ASHGROVE-POLE", "Ivor Nunn", "Felix Orme"]


@pytest.mark.parametrize("word", ["File", "Case file", "Incident", "Entry"])
def test_numbered_files_each_tell_of_an_officer(word: str) -> None:
    found = subjects(FILES.replace("File", word))
    assert [s.rank for s in found] == ["police_constable", "inspector", "police_staff"]


def test_another_officer_may_come_in_the_second_sentence() -> None:
    found = subjects(
        "PC Ros Hame has been sacked for falsifying a statement, Staffordshire Police said.\n"
        "Another officer, a sergeant, received a final written warning for failing to stop her.\n"
    )
    assert [(s.name, s.rank) for s in found] == [("Ros Hame", "police_constable"), (None, "sergeant")]


REGISTER = """NEWCASTLE MAGISTRATES' COURT
Extract of register, Tuesday 5 November 2024

No. 4
ALBA RENFIELD, 37, Rowlands Gill
Occupation: police sergeant, Northumbria Police
Assault by beating - pleaded guilty. Fined £380

No. 7
GRANT OLDACRE, 52, Hexham
Occupation: roofer
Driving whilst disqualified. Proved in absence

No. 9
MAUD PASCOE, 45, Gosforth
Occupation: crime recording manager, Northumbria Police
Unauthorised access to computer material - pleaded not guilty
"""


def test_a_register_tells_only_of_those_whose_occupation_is_police() -> None:
    assert [(s.name, s.rank) for s in subjects(REGISTER)] == [
        ("ALBA RENFIELD", "sergeant"),
        ("MAUD PASCOE", "police_staff"),
    ]


CASES = """Avon and Somerset Police: misconduct hearings

Case 1
Police constable
Allegation: lied about an emergency call.
Outcome: dismissed without notice

Case 2
Detective constable
Allegation: relationship with a witness.
Outcome: final written warning
"""
BEHIND = """Outcomes
Ros Hame, police constable, Stoke: dismissed without notice on 4 May 2021.
Ed Stott, sergeant, Leek: written warning on 9 May 2021.
Kit Vane, detective constable, Stafford: not proven, 12 May 2021.
"""
STACKED = """Recent outcomes
Ivo Crane
Police Constable
Hearing 14 January 2019
Dismissed without notice
Beth Stannard
Inspector
Hearing 22 March 2019
Final written warning
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (CASES, [(None, "police_constable"), (None, "detective_constable")]),
        (BEHIND, [("Ros Hame", "police_constable"), ("Ed Stott", "sergeant"), ("Kit Vane", "detective_constable")]),
        (STACKED, [("Ivo Crane", "police_constable"), ("Beth Stannard", "inspector")]),
    ],
)  # fmt: skip
def test_lists_say_the_rank_below_or_behind(page: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(s.name, s.rank) for s in subjects(page)] == expected


def test_a_label_may_stand_in_quotation_marks() -> None:
    found = subjects(
        "Hearings coming up\n\nPC 1745 Ingrid Fallow\n13 June 2022, Enderby\nAlleged dishonesty.\n\n"
        '"Officer K" (PC)\n20 June 2022, in private\nAlleged misuse of drugs. Fitness for Duty.\n'
    )
    assert [(s.name or s.label, s.rank) for s in found] == [
        ("Ingrid Fallow", "police_constable"),
        ("Officer K", "police_constable"),
    ]


def test_of_a_list_of_officers_what_is_told_of_one_is_told_of_all() -> None:
    assert names(
        "Three police officers charged with misconduct in public office\n"
        "Staffordshire Police officers Ros Hame, 34, Ed Stott, 41, and Kit Vane, 29, have been charged with misconduct in public office.\n"
        "They will appear before Cannock magistrates on 4 May.\n"
    ) == ["Ros Hame", "Ed Stott", "Kit Vane"]


DAILY_LIST = """THE CROWN COURT AT EXETER
DAILY LIST for Monday 3 June 2024
Court 1 - sitting at 10:00 am
HIS HONOUR JUDGE ORRIN PELL
For Trial
T20240417   OLDACRE Grant      50DC1122024
For Sentence
S20240602   RENFIELD Alba         50DC0778124
  Theft (2). Defendant: serving officer, Devon and Cornwall Police. On bail
For Mention
T20240533   PASCOE-HALE Corin             50DC5540224
  Misconduct in public office. Not guilty plea entered
  Defendant: police sergeant, Dorset Police
"""


def test_a_daily_list_gives_its_officers_with_the_surname_last() -> None:
    assert names(DAILY_LIST) == ["Alba Renfield", "Corin Pascoe-Hale"]


RANK_LED = """Hearings in private

Constable, Response, Swindon. Struck a handcuffed man. Gross misconduct. Dismissed without notice.

Detective sergeant, CID, Salisbury. Lied to a court. Gross misconduct. Dismissed without notice.

Special constable, Trowbridge. Racist posts. Misconduct. Written warning.
"""
SPACED = """Ref    Rank       Allegation                     Result
01     Constable  Neglect of duty                Written warning
02     DS         Sexual misconduct              Dismissed without notice
03     Special constable  Theft                  Dismissed without notice
"""


@pytest.mark.parametrize("page", [RANK_LED, SPACED])
def test_rows_that_give_only_a_rank(page: str) -> None:
    assert [s.rank for s in subjects(page)][::2] == ["police_constable", "special_constable"]


def test_a_table_may_be_cut_by_semicolons() -> None:
    assert [s.rank for s in subjects(
        "Barred list additions\nName; Rank; Force; Reason\nHame, R; PC; Kent Police; Dishonesty\n"
        "Stott, E; Sergeant; Essex Police; Discreditable conduct\n"
    )] == ["police_constable", "sergeant"]  # fmt: skip


def test_a_name_may_head_a_paragraph_about_the_constable() -> None:
    assert names(
        "Sacked: the officers Dorset lost\n"
        "Alba Renfield\nThe constable, 33, was caught stealing from the front desk at Poole. Dismissed in May.\n"
        "Corin Pascoe\nThe detective sergeant lied in a rape case. A panel dismissed him in June.\n"
        "Ed Stott\nThe inspector sent sexual messages to juniors. He quit before a hearing in July.\n"
    ) == ["Alba Renfield", "Corin Pascoe", "Ed Stott"]
