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


def test_terms_told_respectively_are_one_each() -> None:
    people = told(
        "Ann Lodge, Tom Rusk and Una Fell, all former Kent Police constables, were sentenced to three years, 18 months and "
        "nine months respectively at Leeds Crown Court for theft.\n"
    )
    assert [people[n]["sentences"][0]["length"] for n in ("Ann Lodge", "Tom Rusk", "Una Fell")] == [
        "P3Y",
        "P18M",
        "P9M",
    ]


def test_two_terms_are_not_one_of_years_and_months() -> None:
    people = told(
        "Former PC Ann Lodge and former Sgt Tom Rusk were jailed for two years and 14 months respectively at Leeds Crown Court for theft.\n"
    )
    assert [s["sentences"][0]["length"] for s in people.values()] == ["P2Y", "P14M"]


def test_the_only_sergeant_named_is_the_sergeant_who_denied_it() -> None:
    people = told(
        "Torquay magistrates heard that Det Con Alan Holt, 39, threw a plate. Det Sgt Moira Lusk, 44, broke his nose.\n\n"
        "Holt pleaded guilty to criminal damage and was fined £150.\n\n"
        "The sergeant denied assault occasioning actual bodily harm.\n"
    )
    assert [(o["offence"], o["plea"]) for o in people["Moira Lusk"]["offences"]] == [("abh", "not_guilty")]


def test_officers_who_came_to_the_rescue_are_no_subjects() -> None:
    people = told(
        "A police constable who bit one colleague and kicked another on a railway line has lost her job.\n\n"
        "Sgt Nick Durrant and PC Laura Upham, who had been called by a signalman, climbed down to get her. "
        "The sergeant was bitten on the forearm. Both have since been commended.\n\n"
        "Poppy Amory, 28, was dismissed without notice at a special case hearing in Devizes.\n"
    )
    assert set(people) == {"Poppy Amory"}


def test_officers_who_were_honoured_are_no_subjects() -> None:
    text = (
        "Bravery honours for officers\n\n8 December 2012\n\n"
        "Three Lincolnshire police officers who disarmed a man with an axe in a supermarket have been honoured.\n\n"
        "Sgt Keith Mabley, PC Fiona Tet and PC Chris Ludlow each received the Chief Constable's commendation.\n\n"
        "The man, Darren Saust, 36, was jailed for seven years at Lincoln Crown Court for wounding with intent.\n"
    )
    assert read(Document("x", text)).to_dict()["subjects"] == []


def test_a_civilians_term_in_a_clause_of_its_own_is_his() -> None:
    people = told(
        "PCSO Jason Culver, 29, worked for the moneylender Frankie Dunn, who was jailed for 11 years in March for blackmail.\n\n"
        "Culver was sentenced to 32 months at Newcastle Crown Court, having pleaded guilty to misconduct in public office.\n"
    )
    assert people["Jason Culver"]["sentences"][0]["length"] == "P32M"


def test_a_colleague_heard_as_a_witness_is_no_subject() -> None:
    people = told(
        "PC Rory Gray, 31, was charged with affray. A second officer who was with him, also a PC, was interviewed as a witness and will face no action.\n"
    )
    assert set(people) == {"Rory Gray"}


def test_a_hearing_that_opened_is_dated_by_the_day_it_was_told() -> None:
    people = told(
        "Two officers lied to protect one another, a disciplinary hearing was told on Thursday.\n\n"
        "Sgt Paul Green and PC Erin Brade are accused of breaching standards of honesty and integrity. Both deny gross misconduct.\n\n"
        "Opening the case, Simon Lox said that a man was taken to a cell on 9 April 2012.\n\nThe hearing is listed for three weeks.\n"
    )
    assert people["Paul Green"]["proceeding"]["date"] == "2019-05-02"


def test_he_and_she_are_known_by_their_given_names() -> None:
    people = told(
        "Constable Rory Gray, 31, and his sister, Pc Niamh Gray, 27, are due in court this week.\n\n"
        "He is charged with affray. She is charged with perverting the course of justice.\n"
    )
    told_of = {name: [o["offence"] for o in s["offences"]] for name, s in people.items()}
    assert told_of == {"Rory Gray": ["public_order"], "Niamh Gray": ["perverting_the_course_of_justice"]}


def test_the_sergeant_is_the_detective_sergeant_named() -> None:
    people = told(
        "Det Con Alan Holt, 39, pleaded guilty to criminal damage and was fined £150. Det Sgt Moira Lusk, 44, was acquitted of affray.\n\n"
        "The sergeant has also denied theft.\n"
    )
    assert set(people) == {"Alan Holt", "Moira Lusk"}


def test_what_became_of_a_civilian_by_calling_is_not_told_of_the_officers() -> None:
    people = told(
        "Ex-PC Toby Cranley, 34, and Gillian Stop, 41, a former custody sergeant, were jailed at Leeds Crown Court. "
        "Both had been found guilty of conspiring to commit misconduct in public office. The reporter who paid them was acquitted.\n"
    )
    assert {o["stage"] for s in people.values() for o in s["offences"]} == {"convicted"}


def test_those_who_stood_alongside_somebody_are_not_that_one() -> None:
    people = told(
        "Sgt Gareth Plum, 46, was cleared of assault at Liverpool Crown Court.\n\n"
        "But two of the constables who stood alongside Gareth Plum were convicted, and face jail when they return for sentence.\n\n"
        "Pc Dom Ash, 34, was found guilty of theft. Pc Ian Bell, 30, was found guilty of theft.\n\n"
        "Plum had denied assault.\n"
    )
    assert [o["stage"] for o in people["Gareth Plum"]["offences"]] == ["acquitted"]


def test_one_more_who_cannot_be_named_is_one_more() -> None:
    text = (
        "Sgt Tom Reed and PC Una Fell were both dismissed at a misconduct hearing in Leeds on Monday. "
        "The third, who cannot be named for legal reasons, was given a final written warning.\n\nThe Leeds panel sat for a week.\n"
    )
    subjects = read(Document("x", HEAD + text)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["outcome"]) for s in subjects] == [
        ("Tom Reed", "dismissed"),
        ("Una Fell", "dismissed"),
        (None, "final_written_warning"),
    ]


def test_the_couple_are_the_two_of_one_surname() -> None:
    people = told(
        "Pc Roger Otley, 42, was cleared of perverting the course of justice at Maidstone Crown Court.\n\n"
        "Pc Janice Kemp, 38, was convicted of perverting the course of justice. Her husband, Sgt Dennis Kemp, 47, had admitted it.\n\n"
        "The couple are suspended.\n"
    )
    assert {name: s["suspended"] for name, s in people.items()} == {
        "Roger Otley": None,
        "Janice Kemp": True,
        "Dennis Kemp": True,
    }


def test_the_former_and_the_latter_are_the_two_just_named() -> None:
    people = told(
        "Constable Niall Drum (32) and Constable Leigh Sain (30) stood side by side at Newtownards Magistrates' Court.\n\n"
        "The former is charged with six counts of fraud by false representation and one of perverting the course of justice. "
        "The latter faces two counts of fraud by false representation.\n"
    )
    counts = {name: {o["offence"]: o["count"] for o in s["offences"]} for name, s in people.items()}
    assert counts == {
        "Niall Drum": {"fraud_by_false_representation": 6, "perverting_the_course_of_justice": 1},
        "Leigh Sain": {"fraud_by_false_representation": 2},
    }


def test_no_action_against_a_witness_is_not_told_of_the_accused() -> None:
    people = told(
        "PC Rory Gray, 31, was charged with affray. He has been suspended.\n\n"
        "A colleague who was with him, also a PC, was interviewed as a witness and faces no action.\n"
    )
    assert people["Rory Gray"]["proceeding"] is None


def test_a_strangers_term_is_not_told_of_the_officer() -> None:
    people = told(
        "PCSO Jason Culver, 29, was not alone.\n\n"
        'Three people at the force worked for the lender Frankie "Fivers" Dunn, who was jailed for 11 years in March for blackmail.\n\n'
        "Culver was sentenced to 32 months at Newcastle Crown Court, having pleaded guilty to misconduct in public office.\n"
    )
    (culver,) = people.values()
    assert [s["length"] for s in culver["sentences"]] == ["P32M"]
    assert [o["offence"] for o in culver["offences"]] == ["misconduct_in_public_office"]
