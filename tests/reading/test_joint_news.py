"""News of several officers at once: who stands in the dock, who of two "she" is. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Officers in court\n\n3 May 2019\n\n"


def told(text: str) -> dict[str, Any]:
    return {s["name"]: s for s in read(Document("x", HEAD + text)).to_dict()["subjects"]}


@pytest.mark.parametrize(
    "second",
    [
        "His colleague Pc Ivo Larch, 29, was unanimously convicted of perverting the course of justice.",
        "His patrol partner, Pc Ivo Larch, who has been suspended since March, will be sentenced next month.",
        "Former Chief Superintendent Ivo Larch, 57, has denied eleven counts of false accounting.",
        "Pc Ivo Larch, 29, has denied theft.",
    ],
)
def test_an_own_case_told_in_other_words(second: str) -> None:
    people = told(f"Pc Dom Ashby, 34, of Selby, was convicted of theft at York Crown Court. {second}\n")
    assert {"Dom Ashby", "Ivo Larch"} <= set(people)


def test_whoever_is_on_trial_with_the_accused_is_tried() -> None:
    people = told(
        "A constable told a jury today that he did as he was trained to.\n\n"
        "Pc Dom Ashby, 37, is on trial with Sgt Una Larch, 50, and a nurse, Ned Obi, 44. All three deny manslaughter.\n"
    )
    assert set(people) == {"Dom Ashby", "Una Larch"}


def test_whoever_gave_evidence_at_the_trial_of_another_is_not_tried() -> None:
    people = told(
        "Pc Dom Ashby, 37, is on trial at York Crown Court. The jury heard from Sgt Una Larch, 50, who stood beside him at the gate.\n\nHe denies theft.\n"
    )
    assert set(people) == {"Dom Ashby"}


def test_the_age_and_rank_of_the_next_sentence_are_those_of_the_one_just_named() -> None:
    people = told(
        "January began with Neil Cawder in tears. The 41-year-old Burnley constable was jailed for 20 months at Preston Crown Court for stalking.\n\n"
        "PC Jonah Thrale, 26, has been charged with dangerous driving.\n"
    )
    assert people["Neil Cawder"]["sentences"][0]["length"] == "P20M"
    assert people["Jonah Thrale"]["sentences"] == []


COUPLE = (
    "A married couple of police officers who ran a barn while off sick have been spared jail.\n\n"
    "Sgt Lee Poole, 43, and wife Nina, 39, a detective constable, claimed that they were too ill to work.\n\n"
    "At Hereford Crown Court he was given 14 months, suspended for two years, after admitting fraud. She got a community order.\n\n"
    "The judge ordered the husband to pay £2,500 costs and his wife £1,000. He resigned last month. She is suspended on full pay.\n"
)


def test_he_and_she_are_the_two_of_a_couple() -> None:
    people = told(COUPLE)
    husband, wife = people["Lee Poole"], people["Nina"]
    assert [s["kind"] for s in husband["sentences"]] == ["suspended_sentence"]
    assert [s["kind"] for s in wife["sentences"]] == ["community_order"]
    assert (husband["resigned"], wife["resigned"]) == ("resigned", None)
    assert (husband["suspended"], wife["suspended"]) == (None, True)
    assert husband["orders"][0]["amount"] == 2500


def test_a_woman_just_brought_in_is_she() -> None:
    text = (
        "PC Ann Lodge has resigned and PC Tom Rusk was given a written warning after a misconduct hearing. She left in May.\n\n"
        "Tom Rusk had met a woman on duty. She was suspended from her job at a bank.\n"
    )
    assert told(text)["Ann Lodge"]["suspended"] is None


def test_words_divided_at_line_ends_are_whole_and_cited_as_they_stand() -> None:
    text = (
        "TWO West Yorkshire police-\nmen were yesterday cleared\nof plotting with a gang to rob\na cash van at the end of an\n"
        "eight-week trial at Leeds.\n\nPc Iain Drummle (33), who has\nbeen sus-\npended since November\n2003, was acquitted of con-\nspiracy to rob at Leeds\n"
        "Crown Court. The officer said\nthat he was glad to be free\nand would be back at work\nwithin a very short time.\n"
    )
    document = Document("x", "3 May 2005\n\n" + text)
    reading = read(document).to_dict()
    (subject,) = reading["subjects"]
    assert subject["suspended"] is True
    start, end = reading["evidence"]["/subjects/0/suspended"][0]
    assert document.text[start:end].replace("-\n", "").startswith("suspended")
    assert subject["offences"][0]["title"].split() == ["conspiracy", "to", "rob"]


def test_a_hyphen_of_the_words_own_stays_at_a_line_end() -> None:
    from peelian.reading.divided import Whole

    text = (
        "the officer was off-\nduty when the police-\nmen of the town came and\n"
        + "and so it went on for many\n" * 8
    )
    assert "off-duty\nwhen" in Whole(text).text
    assert "policemen\nof" in Whole(text).text


def test_a_hearing_that_somebody_faces_is_still_to_come() -> None:
    people = told("PC Ann Lodge, 30, is suspended and faces a gross misconduct hearing in July.\n")
    assert people["Ann Lodge"]["proceeding"]["date"] == "2019-07"
