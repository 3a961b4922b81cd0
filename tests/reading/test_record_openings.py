"""What opens a record: a case's number, another word for a label, a quoted title, a numbered case. All people are invented."""

from __future__ import annotations

from tests.reading.test_records import told

from peelian.documents import Document
from peelian.reading import read

CODES = """Fenshire Police
Hearings in the third quarter

Officer 21/07 (Constable, Marsh End response)
Looked up a neighbour. Hearing of 4 May 2021. Gross misconduct. Dismissed.

Officer 21/09: DC 4418 Perpetua Longmire
Struck a suspect. Hearing of 9 May 2021. Not proven.

Officer 21/11 (Inspector, retired)
Claimed fares not paid. Hearing of 20 May 2021. Gross misconduct. Would have been dismissed.
"""


def test_an_officer_may_be_called_by_the_number_of_the_case() -> None:
    assert told(CODES) == [
        ("Officer 21/07", "police_constable", None),
        ("Perpetua Longmire", "detective_constable", "4418"),
        ("Officer 21/11", "inspector", None),
    ]


def test_a_rank_and_a_day_are_no_label() -> None:
    page = "Hearings\n\n1. PC 12/4 was the day of the hearing.\n2. PC 3/4 another.\n"
    assert told(page) == [(None, "police_constable", None)] * 2


BLOCKS = """Fenshire Constabulary
Formal action

FC/19/01
Rank: Dog handler (PC), Marsh End
Forum: Misconduct meeting, May 2019
Sanction: written warning

FC/19/02
Rank: PS, Holm
Forum: Misconduct hearing, 11 September 2019
Sanction: dismissed

FC/19/03
Grade: staff, Headquarters
Forum: Misconduct hearing, 19 October 2019
Sanction: final written warning
"""


def test_a_block_may_open_with_another_word_for_the_label() -> None:
    assert told(BLOCKS) == [
        (None, "police_constable", None),
        (None, "sergeant", None),
        (None, "police_staff", None),
    ]


TITLES = """LESSONS
For everybody at Fenshire Police

"Nobody would have known"
A response sergeant at Holm let a friend ride in a marked car while calls were waiting. Misconduct meeting, 2 March 2022. Written warning.

"I meant to do it"
DC, Marsh End CID. Four recordings were wiped before they were collected. Misconduct meeting, 21 March 2022. Final written warning.

"It was in the paper"
A neighbourhood PC in Quay told a shopkeeper who had been arrested. At the meeting on 4 April 2022 it was found not proved.
"""


def test_sections_may_have_a_quotation_as_their_title() -> None:
    assert told(TITLES) == [
        (None, "sergeant", None),
        (None, "detective_constable", None),
        (None, "police_constable", None),
    ]


MINUTES = """Fenshire Ethics Committee
Minutes of 11 March 2020

7.1 Case 2. A response constable in Quay had been to a misconduct meeting after he swore at a man. He had got a written warning.

7.2 Case 3. This was the case of Inspector Lysander Quenby-Rowe. He had been dismissed without notice at a hearing on 24 January 2020.

7.3 Case 4. A PCSO in Holm was accused of telling an employer of the offence. She was to go through reflective practice.

7.4 Case 5. Members were content.
"""


def test_each_numbered_case_of_minutes_is_about_its_own_officer() -> None:
    assert told(MINUTES) == [
        (None, "police_constable", None),
        ("Lysander Quenby-Rowe", "inspector", None),
        (None, "pcso", None),
    ]


ORDERS = """FORCE ORDERS
214. Discipline results
a. PC D4418 Lachlan Pyke, Quay. Misconduct hearing, 4 September 2024. Final written warning.
b. Det Supt M, formerly of Quay. Misconduct hearing, 11 September 2024. Not proven.
c. Officer concerned: name withheld. Accelerated hearing before the Chief Constable, 17 September 2024. Dismissed without notice.
"""


def test_an_item_may_be_of_an_officer_of_high_rank_by_letter_or_of_one_whose_name_is_withheld() -> None:
    assert told(ORDERS) == [
        ("Lachlan Pyke", "police_constable", "D4418"),
        ("Det Supt M", "detective_superintendent", None),
        (None, None, None),
    ]


REGISTER = """Register of completed matters
no.|type|date|person|finding|result
41|misconduct hearing|04/10/22|PC 5912 Gwilym Hallow|gross misconduct|dismissed
42|accelerated hearing|13/10/22|ex-PC 4420 Sebastian Thorne|gross misconduct|would have been dismissed
43|misconduct meeting|19/10/22|PC 4001 Olga Winter|misconduct|written warning

Remarks
42: after conviction at Cardiff Magistrates' Court, 9 September 2022, of theft.
43: an appeal was lodged.
"""


def test_a_remark_below_a_table_is_about_the_row_whose_number_it_has() -> None:
    subjects = read(Document("register", REGISTER)).to_dict()["subjects"]
    assert [bool(s["offences"]) for s in subjects] == [False, True, False]


def test_a_name_over_rank_and_number_is_one_officer() -> None:
    text = "Fenshire Police\nMisconduct outcome\n\nTobias Renwick-Adair\nPS 2451\nQuay\n4 May 2017\nFinal written warning\n"
    assert [s.name for s in read(Document("outcome", text)).subjects] == ["Tobias Renwick-Adair"]


def test_an_entrys_day_is_not_that_of_the_officer_told_of_below_the_list() -> None:
    text = """Misconduct outcomes - January to March 2020

Misconduct hearings

PC Oscar Dunwell - 14 January - Gross misconduct: dismissed without notice. Sent messages to a witness.

Sgt Freya Malkin - 3 February - Misconduct: final written warning. Failed to supervise a detainee.

Former DC Noel Ridsdale - 27 February - Gross misconduct: would have been dismissed. Stole cash.

Misconduct meetings

A PCSO received a final written warning for telling what was confidential.
"""
    last = read(Document("list", text)).to_dict()["subjects"][-1]
    assert (last["rank"], last["proceeding"]["date"]) == ("pcso", None)
