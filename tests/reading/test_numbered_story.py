"""Numbered paragraphs of one story, and the number before a sentence. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


STORY = (
    "Officers dismissed over messages\n\nHampshire Police\n14 September 2023\n\n"
    "{}Four officers who shared offensive messages in a private chat group have today been found to have committed gross misconduct.\n\n"
    "{}Sergeant Owen Brathley and PCs Chloe Lingwood and Tarik Nettlesby, all of Hampshire Police, have been dismissed without"
    " notice. Former PC Aaron Stubbing, who resigned in April, would have been dismissed had he still been serving.\n\n"
    "{}All four were attached to the Serious and Organised Crime Unit at Basingstoke between 2019 and 2021.\n\n"
    "{}Brathley and Lingwood were also found to have breached the standard of honesty and integrity in their accounts.\n"
)


@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "{}) "])
def test_a_story_with_numbered_paragraphs_reads_as_without(mark: str) -> None:
    plain = subjects(STORY.format("", "", "", ""))
    numbered = subjects(STORY.format(*(mark.format(n) for n in (1, 2, 3, 4))))
    assert [(s["name"], s["proceeding"]["outcome"]) for s in numbered] == [
        (s["name"], s["proceeding"]["outcome"]) for s in plain
    ]
    assert len(numbered) == 4


def test_an_entry_for_each_officer_remains_a_list() -> None:
    text = (
        "Kent Police misconduct outcomes\n\nThese hearings were held in March 2022.\n\n"
        "1. PC Ann Mossop attended a hearing over the use of a police computer. Gross misconduct was found. Dismissed without notice.\n\n"
        "2. Sergeant Tom Leeming attended a hearing over a false entry in his notebook. Misconduct was found. Written warning.\n\n"
        "3. PC Jane Farlow attended a hearing over the arrest of a man of 30. Misconduct was found. Written warning.\n"
    )
    found = subjects(text)
    assert [s["name"] for s in found] == ["Ann Mossop", "Tom Leeming", "Jane Farlow"]
    assert [s["proceeding"]["outcome"] for s in found] == [
        "dismissed_without_notice",
        "written_warning",
        "written_warning",
    ]


DETERMINATION = (
    "POLICE APPEALS TRIBUNAL\n\nInspector Moira CASTLE\nAppellant\n\nand\n\nThe Chief Constable of West Yorkshire Police\n"
    "Respondent\n\nDETERMINATION\n\n1. On 6 June 2014 a panel found that the Appellant's conduct amounted to gross misconduct"
    " and dismissed her.\n\n2. {} was arrested for possession of cannabis in September 2013. Later she opened the custody"
    " record.\n"
)


def test_the_sentence_behind_a_number_is_read_as_any_other() -> None:
    (her,) = subjects(DETERMINATION.format("The Appellant's son"))
    assert not her.get("offences")


def test_her_own_arrest_behind_a_number() -> None:
    (her,) = subjects(DETERMINATION.format("The Appellant"))
    assert [o["offence"] for o in her["offences"]] == ["drugs_possession"]


def test_officers_whom_a_coroner_commended() -> None:
    text = (
        "What the inquest heard\n\nThe first officers on the scene were PCs Amy Drewett and Jon Marsden of Kent Police. They did"
        " all that they could and the coroner, Dr Ivo Amadio, commended them.\n\nThe sergeant who turned up next, Sgt Mat"
        " Kirkwan, told them to leave the man where he lay. Kirkwan was sacked in February 2014 for lying about it.\n"
    )
    assert [s["name"] for s in subjects(text)] == ["Mat Kirkwan"]


def test_a_constable_whom_the_second_paragraph_names() -> None:
    text = (
        "Constable sacked over attack on hotel worker\n\nGwent Police, 27 February 2023\n\n"
        "1. A constable who punched a night porter has been dismissed from Gwent Police.\n\n"
        "2. PC Osian Thackery, aged 28, had been on a stag weekend in Tenby on 9 April last year. Asked to keep the noise down, he"
        " struck the porter twice in the face.\n\n"
        "3. At Haverfordwest Magistrates' Court in September he pleaded guilty to common assault and was given a community order"
        " lasting 18 months.\n\n"
        "4. Chief Constable Ceinwen Partrick conducted an accelerated misconduct hearing at Llantarnam on Thursday. She dismissed"
        " him without notice.\n"
    )
    (him,) = subjects(text)
    assert him["name"] == "Osian Thackery"
    assert [o["offence"] for o in him["offences"]] == ["common_assault"]
    assert him["sentences"][0]["kind"] == "community_order"


def test_a_list_of_officers_without_names_remains_one() -> None:
    """A rank at the head of an entry is no surname that an earlier entry gave."""
    found = subjects(
        "Essex Police\nDiscipline hearings, 2008\n\nEach hearing of an officer above constable is listed.\n\n"
        "1. Sergeant, Harlow. Hearing of 12 February 2008. Looked up a car that he meant to buy on the computer of the force. Fined 13 days' pay.\n\n"
        "2. Inspector, Grays. Hearing of 1 April 2008. Drove a van of the force while over the limit; convicted at Basildon Magistrates' Court. Required to resign.\n\n"
        "3. Detective Sergeant, Clacton. Hearing of 9 June 2008. Told nobody of a friendship with a burglar. Reduced in rank to constable. He has appealed.\n"
    )
    assert [s["rank"] for s in found] == ["sergeant", "inspector", "detective_sergeant"]
    assert [bool(s["offences"]) for s in found] == [False, True, False]
