"""Sentences of statistics and words in a quotation tell nothing of the officer whom the page is about."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_CHARGED = (
    "PC charged with theft\n\nLeeds Herald\n8 June 2022\n\n"
    "PC Harry Farthingale, 24, of West Yorkshire Police, has been charged with theft and will appear before Leeds magistrates on 4 July.\n\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "Figures released last year show that 161 officers in England and Wales were dismissed and 140 resigned while under investigation.",
        "Forces recorded 1,208 cases of misuse. Of those, 161 were sacked, 140 resigned or retired and 300 received written warnings.",
        "The force has dismissed 14 officers since January; another nine have quit.",
    ],
)
def test_a_count_of_officers_tells_nothing_of_the_one_named(words: str) -> None:
    (told,) = read(Document("x", _CHARGED + words + "\n")).to_dict()["subjects"]
    assert (told["proceeding"], told["resigned"], told["former"]) == (None, None, None)
    assert [o["stage"] for o in told["offences"]] == ["charged"]


def test_officers_counted_in_the_case_itself_are_told_of() -> None:
    text = (
        "Officers sacked over messages\n\nLeeds Herald\n8 June 2022\n\n"
        "PCs Harry Farthingale and Pia Quillfeather, of West Yorkshire Police, shared vile messages, a panel heard. "
        "Both officers were dismissed without notice.\n"
    )
    told = read(Document("x", text)).to_dict()["subjects"]
    assert [s["proceeding"]["outcome"] for s in told] == ["dismissed_without_notice"] * 2


def test_they_in_a_quotation_are_not_all_the_officers_of_a_feature() -> None:
    text = (
        "The men who looked us up\n\n17 June 2017\n\nMartin Farthingale, a constable in Exmouth, looked up forty women. In January 2015 he got 14 months at Exeter Crown Court for computer misuse.\n\n"
        "Craig Stroudley was a detective inspector in Greater Manchester. When his wife's tyres were slashed it was Stroudley's own team that took the report.\n\n"
        '"I told them it was him. They looked at me as if I was mad," she says. He was convicted of stalking at Manchester Crown Court in 2013.\n'
    )
    told = {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}
    assert [o["offence"] for o in told["Craig Stroudley"]["offences"]] == ["stalking"]
    assert "stalking" not in [o["offence"] for o in told["Martin Farthingale"]["offences"]]


def test_them_who_are_denied_are_charges_and_no_officers() -> None:
    text = (
        "Timeline\n\nLeeds Herald\n4 July 2018\n\nSuperintendent Malcolm Farthingale is suspended. PC Pia Quillfeather is given a written warning.\n\n"
        "Farthingale is charged with three counts of sexual assault. He denies them all. He is jailed for 20 months at Leeds Crown Court.\n"
    )
    told = {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}
    assert [s["length"] for s in told["Malcolm Farthingale"]["sentences"]] == ["P20M"]
    assert told["Pia Quillfeather"]["sentences"] == []


def test_a_second_officer_who_would_face_a_meeting_is_told_of() -> None:
    text = (
        "MINUTES of the meeting held on Tuesday 11 October 2022\n\n"
        "Superintendent Frodesley replied that PC Anthony Farthingale of West Mercia Police had been dismissed without notice on 14 September following a misconduct hearing. "
        "A second officer, a sergeant, would face a misconduct meeting in November for failing to act.\n"
    )
    told = [
        (s["name"], s["rank"], s["proceeding"]["date"], s["proceeding"]["outcome"])
        for s in read(Document("x", text)).to_dict()["subjects"]
    ]
    assert told == [
        ("Anthony Farthingale", "police_constable", "2022-09-14", "dismissed_without_notice"),
        (None, "sergeant", "2022-11", "pending"),
    ]
