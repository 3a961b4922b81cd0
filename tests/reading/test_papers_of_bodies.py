"""Minutes, tribunals' decisions and court reports as other authors write them: who is told of, and what."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> dict[str, Any]:
    return read(Document("x", text)).to_dict()


def _subjects(text: str) -> dict[str, Any]:
    return {s["name"]: s for s in _read(text)["subjects"]}


_COURT = "Hove Gazette\n3 May 2019\nSergeant Ian Barrow, 41, of Sussex Police, admitted two counts of theft at Lewes Crown Court on Monday. "


def test_who_maintains_to_be_not_guilty_is_not_acquitted() -> None:
    for words in (
        "maintains that he is not guilty of",
        "insists he is innocent of",
        "continues to plead not guilty to",
    ):
        barrow = _subjects(_COURT + f"He {words} perverting the course of justice.\n")["Ian Barrow"]
        told = {o["offence"]: (o["stage"], o["plea"]) for o in barrow["offences"]}
        assert told == {
            "theft": ("convicted", "guilty"),
            "perverting_the_course_of_justice": ("charged", "not_guilty"),
        }


def test_the_word_said_in_the_dock_is_a_plea() -> None:
    text = (
        "Hove Gazette\n3 May 2019\nSergeant Ian Barrow, 41, of Sussex Police, appeared at Lewes Crown Court on Monday. "
        'He asked for two of the counts, both of theft, to be put to him again. To each he answered: "Guilty."\n'
    )
    (theft,) = _subjects(text)["Ian Barrow"]["offences"]
    assert (theft["stage"], theft["plea"]) == ("convicted", "guilty")


def test_the_same_count_of_a_named_offence_is_that_offence() -> None:
    text = _COURT + (
        "He denies perverting the course of justice and fraud. PC Ann Moll, 30, also of Sussex Police, entered a plea of "
        "not guilty to the same count of perverting the course of justice.\n"
    )
    assert [o["offence"] for o in _subjects(text)["Ann Moll"]["offences"]] == [
        "perverting_the_course_of_justice"
    ]


_DECISION = """IN THE POLICE APPEALS TRIBUNAL

Police Appeals Tribunals Rules 2020

PC ANN MOLE
Appellant
-and-
CHIEF CONSTABLE OF KENT POLICE
Respondent
Tribunal: Mr John Carr (Chair)
Date of determination: 19 March 2021

1. The Appellant was dismissed without notice on 4 May 2019 by a misconduct panel. The appeal is dismissed.
2. She told Sergeant Paul Ennis that the log was complete. {}
"""


def test_a_tribunals_decision_is_a_judgment_dated_by_its_determination() -> None:
    told = _read(_DECISION.format("He did not believe her."))
    assert (told["kind"], told["published"]) == ("judgment", "2021-03-19")
    assert [s["name"].title() for s in told["subjects"]] == ["Ann Mole"]


def test_a_colleague_dealt_with_separately_is_told_of_too() -> None:
    told = _subjects(
        _DECISION.format(
            "Sergeant Ennis was dealt with separately. He received a written warning at a misconduct meeting."
        )
    )
    assert told["Paul Ennis"]["proceeding"]["outcome"] == "written_warning"


_MINUTES = """Merseyside Police and Crime Commissioner
Joint Audit Committee
Minutes of the meeting of 8 March 2017
The Deputy Chief Constable, Mr Ivor Penn, said that the officer was Chief Inspector Leo Antrobus. He was dismissed on 9 December at a special case hearing.
{}
"""


def test_minutes_tell_of_a_meeting_to_come_and_of_an_older_case() -> None:
    text = _MINUTES.format(
        "Acting Inspector Beth Molloy had signed the register without looking, and she was to attend a misconduct meeting.\n"
        "The Chairman recalled that the Committee had been told in 2014 of a Sergeant Cribb, whose dismissal was overturned by the Police Appeals Tribunal."
    )
    told = _subjects(text)
    assert told["Leo Antrobus"]["proceeding"]["kind"] == "special_case_hearing"
    assert told["Beth Molloy"]["proceeding"]["kind"] == "misconduct_meeting"
    assert told["Cribb"]["background"]


def test_a_case_that_a_lawyer_once_had_is_no_case_of_the_page() -> None:
    text = """Four Oaks Chambers
8 Sep 2020
A Police Appeals Tribunal has allowed the appeal of Inspector Duncan Pike of Sussex Police against his dismissal and has ordered that he be reinstated.
Inspector Pike had been dismissed without notice in October 2019. In 2018 Zainab acted for a former Kent detective, Fergus Illing, whose appeal failed.
"""
    told = _subjects(text)
    assert told["Duncan Pike"].get("background") is None
    assert "Fergus Illing" not in told or told["Fergus Illing"]["background"]


_NOTICE = """NOTICE OF MISCONDUCT HEARING
South Wales Police
Detective Constable 3307 Merrick Ableton Swansea CID
Constable 5518 Iolanthe Pugh Swansea Central
When
Tuesday 14 June 2022 at 10am
Standards
DC Ableton Discreditable Conduct Honesty and Integrity
PC Pugh Orders and Instructions
If proved the conduct of each of them would amount to gross misconduct
"""


def test_a_name_ends_where_a_standard_begins() -> None:
    told = {n: s["proceeding"]["standards"] for n, s in _subjects(_NOTICE).items()}
    assert told == {
        "Merrick Ableton": ["discreditable_conduct", "honesty_and_integrity"],
        "Iolanthe Pugh": ["orders_and_instructions"],
    }


_BOARD = """Office of the Police and Crime Commissioner for Durham
Performance and Accountability Board
24 May 2019
PC Ann Moll was dismissed without notice on 4 May 2019 at a misconduct hearing. {}
"""


def test_the_board_whose_paper_it_is_hears_no_case() -> None:
    text = _BOARD.format(
        "The Board will remember that former Inspector Hadrian Vosper lost his appeal in the previous quarter against his dismissal."
    )
    told = _subjects(text)
    assert {s["force"] for s in told.values()} == {"durham"}
    vosper = told["Hadrian Vosper"]
    assert vosper["proceeding"]["kind"] != "misconduct_hearing"
    assert (vosper["proceeding"]["outcome"], vosper["appeal"]["result"]) == ("dismissed", "dismissed")


def test_an_appeal_to_another_tribunal_is_no_police_appeal() -> None:
    text = _BOARD.format(
        "Former call handler Hadrian Vosper lost his appeal at the employment tribunal against his dismissal."
    )
    assert all(s["appeal"] is None for s in _read(text)["subjects"])


def test_suspended_for_months_from_duty_is_no_sentence() -> None:
    back = "DC Noor Hath returned to normal duties on 11 February having been suspended for 13 months."
    assert _subjects(_BOARD.format(back))["Noor Hath"]["suspended"]
    jailed = "DC Noor Hath was given a prison sentence of six months which had been suspended for 13 months."
    assert not _subjects(_BOARD.format(jailed))["Noor Hath"]["suspended"]


_ROWS = """Essex Police
FOI 12/19 Convicted officers
Rank / Offence / Court result / Internal result
PC / Theft / 12 weeks imprisonment suspended for 1 year / Dismissed
Sergeant / Drink driving / £400 fine / Final written warning
PC / Harassment / Community order / Dismissed without notice
"""


def test_one_further_case_below_a_table_is_nobodys_in_it() -> None:
    for words, offence, rank in (
        (
            "There was one further case in which a constable was acquitted of sexual assault by a jury.",
            "sexual_assault",
            "police_constable",
        ),
        ("Another officer, an inspector, was charged with perjury.", "perjury", "inspector"),
    ):
        told = _read(_ROWS + words + "\n")["subjects"]
        assert [[o["offence"] for o in s["offences"]] for s in told] == [
            ["theft"],
            ["drink_driving"],
            ["harassment"],
            [offence],
        ]
        assert told[-1]["rank"] == rank


def test_a_councillor_in_the_chair_of_a_meeting_chaired_no_hearing() -> None:
    text = """KENT POLICE AND CRIME PANEL
Minutes: Monday 24 January 2022
Present
Councillor Eirlys Bodfan (Chair)
Councillors Huw Penllyn, Marged Fawcett

Sergeant Dilwyn Stack was dismissed without notice at a misconduct hearing on 2 December 2021.
Superintendent Alwyn Garmon, about whom members asked, is on restricted duties.
"""
    told = _subjects(text)
    assert told["Dilwyn Stack"]["proceeding"]["chair"] is None
    assert told["Alwyn Garmon"]["restricted"]


def test_no_evidence_against_one_to_be_tried_with_another_is_of_the_same_charge() -> None:
    text = """Tamar Times
2 August 2012
PC Gawain Petty, 36, of Devon and Cornwall Police, denied perverting the course of justice at Plymouth Crown Court.
Sergeant Noel Bickle, of Saltash, was to have been tried with him. But the prosecution offered no evidence against Sergeant Bickle.
"""
    told = _subjects(text)
    assert [o["stage"] for o in told["Gawain Petty"]["offences"]] == ["charged"]
    assert [(o["offence"], o["stage"]) for o in told["Noel Bickle"]["offences"]] == [
        ("perverting_the_course_of_justice", "discontinued")
    ]


_CORRECTIONS = """AMENDMENTS AND APOLOGIES
The Holderness Chronicle, Friday 15 November 2013, page 2

PC Jemima Holroyde. A headline on 1 November read "PC convicted of assault". Hull Crown Court allowed her appeal on 29 October. She remains a constable with Humberside Police.

Sergeant Ned Dunn. The officer shown breaking up a fight last week was not Sergeant Dunn, as stated, but a member of the door staff.

Sgt Laurence Abel. We wrote in our last issue that Sgt Abel, of Hull, had resigned. He is a serving officer of Humberside Police. A misconduct hearing on 14 April cleared him.
"""


def test_a_column_of_corrections_takes_back_what_was_printed() -> None:
    told = _subjects(_CORRECTIONS)
    assert "Ned Dunn" not in told
    assert told["Laurence Abel"]["resigned"] is None
    assert not told["Laurence Abel"]["former"]


_LETTERED = """British Transport Police Authority
Professionalism Committee
8 February 2024
A Sgt Ottilie Farnaby 4410 Ebury Bridge Accelerated hearing 9 November 2023 before the Chief Constable Gross misconduct Dismissed without notice
B Former PC Curtis Lavelle Birmingham Hearing 20 to 22 November 2023 Chair Mr Ignatius Wroe Late on duty Gross misconduct Would have been dismissed
C PC Ruan Jevons Cardiff Hearing 4 December 2023 Chair Mr Ignatius Wroe Misconduct final written warning
"""


def test_lettered_entries_without_points_are_each_officers_own() -> None:
    told = {n: s["proceeding"] for n, s in _subjects(_LETTERED).items()}
    assert {n: (p["kind"], p["date"], p["outcome"]) for n, p in told.items()} == {
        "Ottilie Farnaby": ("accelerated_hearing", "2023-11-09", "dismissed_without_notice"),
        "Curtis Lavelle": ("misconduct_hearing", "2023-11-22", "would_have_been_dismissed"),
        "Ruan Jevons": ("misconduct_hearing", "2023-12-04", "final_written_warning"),
    }
    assert {p["chair"] for p in told.values() if p["chair"]} == {"Ignatius Wroe"}


def test_an_article_before_a_rank_is_no_letter_of_an_entry() -> None:
    text = "Kent Police\nA sergeant was given a written warning.\nB Division has moved.\nC PC Ann Moll was sacked.\n"
    assert [s["name"] for s in _read(text)["subjects"] if s["name"]] in ([], ["Ann Moll"])


def test_those_left_over_of_a_number_told_are_nobody_named() -> None:
    opening = (
        "Kent Police\n3 May 2022\nOfficers at Dover made jokes about a suicide. They used a private group. It was found in 2020. "
        "The force looked into it.\n{} officers were investigated. Sergeant Dilwyn Stack was dismissed without notice on "
        "2 December 2021. PC Bethan Overy was given a final written warning. {} received management advice.\n"
    )
    for count, rest, more in (
        ("Four", "The other two officers", 2),
        ("Four", "The remaining two", 2),
        ("Five", "The other three", 3),
    ):
        told = _read(opening.format(count, rest))["subjects"]
        assert [s["name"] for s in told] == ["Dilwyn Stack", "Bethan Overy", *[None] * more]
        assert {s["proceeding"]["outcome"] for s in told[2:]} == {"management_advice"}
