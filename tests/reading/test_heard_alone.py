"""Who was heard apart from the others, whose case was stopped, what a tribunal decided, and when."""

from __future__ import annotations

from whole_pages import subjects, the_one

HEAD = (
    "Misconduct outcomes\n\nPublished 28 June 2019\n\nA three-day misconduct hearing closed on 26 June 2019 at Maidstone. "
    "The legally qualified chair was Mr Emeka Vance.\n\n"
    "Sergeant Ambrose Tenby, of Kent Police, was found to have committed gross misconduct. He was given a final written warning.\n\n"
)


def test_a_separate_hearing_has_its_own_day_and_chair() -> None:
    sergeant, hers = subjects(
        HEAD
        + "PC Hollie Prewitt faced a separate misconduct hearing in March 2019. She was dismissed for gross misconduct.\n"
    )
    assert sergeant["proceeding"]["chair"] == "Emeka Vance"
    assert hers["proceeding"]["date"] == "2019-03"
    assert hers["proceeding"]["chair"] is None


def test_the_same_hearing_is_shared() -> None:
    _, hers = subjects(HEAD + "PC Hollie Prewitt, at the same hearing, was dismissed for gross misconduct.\n")
    assert hers["proceeding"]["date"] == "2019-06-26"
    assert hers["proceeding"]["chair"] == "Emeka Vance"


def test_no_case_at_the_close_of_the_evidence_is_a_panels() -> None:
    told = subjects(
        "A misconduct hearing took place at Penrith on 18 October 2012, chaired by Assistant Chief Constable Iestyn Grim.\n\n"
        "- PC Nia Fox used the baton. Gross misconduct. Dismissed without notice.\n\n"
        "- PC Tobias Lund: no case to answer at the close of the evidence.\n"
    )
    assert [s["proceeding"]["kind"] for s in told] == ["misconduct_hearing", "misconduct_hearing"]
    assert told[1]["proceeding"]["finding"] == "no_case"
    assert told[1]["proceeding"]["date"] == "2012-10-18"


def test_who_was_cleared_alone_has_not_the_finding_of_the_rest() -> None:
    told = subjects(
        "A misconduct hearing in Stevenage ended on Friday with findings of gross misconduct against two of the officers.\n\n"
        "PC Cormac Lamb and PC Zara Hall of Hertfordshire Constabulary were dismissed without notice.\n\n"
        "The case against the third, PC Tad Rowe, was thrown out half way through. There was no case for him to answer.\n"
    )
    assert {s["name"]: s["proceeding"]["finding"] for s in told}["Tad Rowe"] in ("no_case", "not_proven")


def test_a_tribunal_that_dismissed_an_appeal_first_listed() -> None:
    his = the_one(
        "PC Wyn Lunn of West Yorkshire Police was dismissed without notice in March 2017. His appeal to the Police Appeals Tribunal "
        "was listed for an oral hearing on 6 December 2017, and was dismissed by a decision dated 12 January 2018.\n"
    )
    assert his["proceeding"]["kind"] == "appeal_tribunal"
    assert his["proceeding"]["date"] == "2018-01-12"
    assert his["appeal"] == {"kind": "tribunal", "result": "dismissed"}


def test_an_appeal_that_is_only_listed_is_not_decided() -> None:
    his = the_one(
        "PC Wyn Lunn of West Yorkshire Police was dismissed without notice in March 2017. An appeal to the Police Appeals Tribunal "
        "was lodged in April, and a claim in the employment tribunal was dismissed.\n"
    )
    assert his["appeal"] == {"kind": "tribunal", "result": "pending"}


def test_standards_of_the_others_are_not_hers_who_was_dealt_with_separately() -> None:
    his, hers = subjects(
        "PC Wyn Lunn and PC Hester Callow of West Yorkshire Police were sent to a burglary. A misconduct panel found PC Lunn guilty of gross misconduct and dismissed him "
        "without notice. PC Callow was dealt with separately, at a misconduct meeting, and received a written warning.\n\n"
        "Both officers knew the rules. Those found to be breached in this case were Honesty and Integrity and Duties and Responsibilities.\n"
    )
    assert his["name"] == "Wyn Lunn"
    assert hers["proceeding"]["standards"] == []


def test_nobody_chairs_the_hearing_that_is_held_against_them() -> None:
    told = subjects(
        "Members were told that the hearing in respect of Temporary Assistant Chief Constable Maud Onslow had concluded on 12 July 2019. A panel "
        "with a legally qualified chair had found gross misconduct and had issued a final written warning. This was in contrast to PC Sorley Beck of "
        "Lincolnshire Police, who had been dismissed in May for claiming mileage.\n"
    )
    assert all(s["proceeding"]["chair"] is None for s in told)
