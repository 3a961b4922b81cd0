"""Parties: "the claimant", "the appellant" and a judge's "you" are whom the heading names, never who is met on the way."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


_EMPLOYMENT = """Employment Tribunal
Case Number 1900007/2015
{heading}
Before: Employment Judge Sallowby

1. The {called} was a police constable in Gwent from 2004 and was stationed at Risca.
2. In May 2013 Detective Sergeant Hedley Crane interviewed him about a missing radio. No charge followed.
3. On 9 June 2014 a misconduct panel chaired by Mr Alban Vesey found that he had lied about the radio and that this was gross misconduct. He was dismissed without notice.
"""


@pytest.mark.parametrize(
    ("heading", "called"),
    [
        # label before the name
        ("Claimant: Mr O Farthingale\nRespondent: The Chief Constable of Gwent Police", "Claimant"),
        # label behind the name
        ("BETWEEN\nMr O Farthingale  (Claimant)\nand\nThe Chief Constable of Gwent Police  (Respondent)", "claimant"),
        # applicant
        ("Applicant: Mr O Farthingale\nRespondent: Chief Constable of Gwent", "applicant"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_part_is_told_of_its_name(heading: str, called: str) -> None:
    subjects = _subjects(_EMPLOYMENT.format(heading=heading, called=called))
    assert [s["name"] for s in subjects] == ["O Farthingale"]
    told = subjects[0]
    assert told["rank"] == "police_constable"
    assert told["proceeding"]["outcome"] == "dismissed_without_notice"
    assert told["proceeding"]["finding"] == "gross_misconduct"


def test_a_tribunals_result_is_the_appellants_and_not_the_comparators() -> None:
    text = (
        "IN THE POLICE APPEALS TRIBUNAL\n\nMarchbank v Chief Constable of Dorset\n\n"
        "The officer, PC Lowri Marchbank, appeals against dismissal without notice, imposed on 3 March 2020.\n\n"
        "PC Noel Tarrant, who sent one message, received a written warning from another panel.\n\n"
        "The appeal is dismissed.\n"
    )
    appeals = {s["name"]: s["appeal"] for s in _subjects(text)}
    assert appeals["Lowri Marchbank"] == {"kind": "tribunal", "result": "dismissed"}
    assert appeals.get("Noel Tarrant") is None


def test_a_judge_says_you_to_the_one_in_the_dock() -> None:
    text = (
        "In the Crown Court at Swansea\nREX\nv\n(1) DELYTH PENARTH\n(2) GARY STOCKLEY\n\n"
        "Remarks on sentence of HHJ Aubrey-Lunn, 4 June 2024\n\n"
        "Mr Stockley. You are 40 and you have been here before. For the burglary you will go to prison for three years.\n\n"
        "Ms Penarth. You are 31. You were a detention officer with South Wales Police. You admitted misconduct in public office. "
        "The sentence is 14 months' imprisonment.\n\n"
        "A colleague, PC Idwal Roper, was investigated and no further action will be taken.\n"
    )
    told = {s["name"]: s for s in _subjects(text)}
    assert "GARY STOCKLEY" not in told
    assert [s["length"] for s in told["DELYTH PENARTH"]["sentences"]] == ["P14M"]
    assert told.get("Idwal Roper", {"sentences": []})["sentences"] == []


def test_a_tribunals_decision_is_dated_by_its_day_and_the_dismissal_stands() -> None:
    text = (
        "IN THE POLICE APPEALS TRIBUNAL\n\nMarchbank v Chief Constable of Dorset\n\n"
        "Chair: HH Judge Orla Venn. Members: Cmdr Hal Greaves, Ms Jo Bright\n\n"
        "The officer, PC Lowri Marchbank, appeals against the outcome of dismissal without notice imposed on 3 March 2020.\n\n"
        "PC Noel Tarrant received a written warning from a differently constituted panel.\n\n"
        "The appeal is dismissed.\n13 January 2021\n"
    )
    told = {s["name"]: s["proceeding"] for s in _subjects(text)}
    mine = told["Lowri Marchbank"]
    assert (mine["kind"], mine["date"], mine["chair"]) == ("appeal_tribunal", "2021-01-13", "Orla Venn")
    assert mine["outcome"] == "dismissed_without_notice"
    assert told["Noel Tarrant"]["date"] is None  # the other panel's day is not told


def test_a_party_is_found_below_the_sites_own_words_and_its_witnesses_are_none() -> None:
    text = (
        "[Home] [Databases]\n\nYou are here: Home >> EWHC (Admin) >> Farthingale, R (On the Application Of) v Police Appeals Tribunal [2019] EWHC 9911 (Admin)\n\n"
        "IN THE HIGH COURT OF JUSTICE\nADMINISTRATIVE COURT\n\nBetween:\n\nTHE KING\non the application of\nOSWIN FARTHINGALE          Claimant\n- and -\n"
        "POLICE APPEALS TRIBUNAL          Defendant\n\n"
        "1. The Claimant was a police constable with Gwent Police until 3 May 2017, when a misconduct panel found gross misconduct proved and dismissed him without notice.\n\n"
        "2. PC Lowri Marchbank, who had been sitting in the front passenger seat of the vehicle at the time, gave evidence that she saw nothing.\n"
    )
    assert [s["name"] for s in _subjects(text)] == ["OSWIN FARTHINGALE"]


def test_the_name_of_a_case_that_is_only_cited_is_no_party() -> None:
    text = (
        "IN THE COURT OF APPEAL\nCRIMINAL DIVISION\n\nR E G I N A\n-v-\nOSWIN FARTHINGALE\n\n"
        "1. The appellant, who is 38, had been a constable in the South Wales Police. On 1 March 2005 at the Crown Court at Swansea he pleaded guilty to theft "
        "and was sentenced to 12 months' imprisonment.\n\n"
        "2. We were referred to R v Quillfeather, in which a detective constable who stole rather more received two years.\n\n"
        "3. The appeal is dismissed.\n"
    )
    told = {s["name"]: s for s in _subjects(text)}
    assert told["OSWIN FARTHINGALE"]["offences"][0]["stage"] == "convicted"
    assert told["OSWIN FARTHINGALE"]["appeal"]["result"] == "dismissed"


def test_names_line_upon_line_are_tried_together_and_counsel_below_are_not() -> None:
    text = (
        "In the Crown Court at Southwark\n\nThe King\n\nv\n\nOSWIN FARTHINGALE\nPIA QUILLFEATHER\nand\nNED STROUDLEY\n\nMr T Vance for the Crown\n\n"
        "Sentencing remarks of HHJ Oxenham\n\n3 March 2023\n\n"
        "Oswin Farthingale, you are 41 and were a detective sergeant in Essex Police. Pia Quillfeather, you are 36 and were a detective constable. "
        "Ned Stroudley, you are 52, and a private investigator.\n\n"
        "You, Farthingale, were convicted of bribery. You, Quillfeather, pleaded guilty to theft.\n\n"
        "Farthingale: six years' imprisonment. Quillfeather: two years' imprisonment. Stroudley: one year.\n"
    )
    told = {s["name"]: s for s in _subjects(text)}
    assert {name: s["age"] for name, s in told.items()} == {"OSWIN FARTHINGALE": 41, "PIA QUILLFEATHER": 36}
    assert {name: s["rank"] for name, s in told.items()} == {
        "OSWIN FARTHINGALE": "detective_sergeant",
        "PIA QUILLFEATHER": "detective_constable",
    }


def test_a_tribunal_of_employment_is_about_the_claimant_not_about_who_dismissed_them() -> None:
    text = (
        "Case Number: 1404991/2017\n\nEMPLOYMENT TRIBUNALS\n\nClaimant: Mrs P Farthingale\nRespondent: The Chief Constable of Kent Police\n\n"
        "Before: Employment Judge Haddrell\n\n"
        "1. The claimant, Mrs Pia Farthingale, complains that she was unfairly dismissed from her employment as a call handler in the respondent's control room.\n\n"
        "2. We heard from Chief Inspector Gail Embury, who conducted the investigation, and Superintendent Neil Ackland, who took the decision to dismiss.\n\n"
        "3. A disciplinary hearing took place before Superintendent Ackland on 2 May 2017. He found gross misconduct. She was summarily dismissed.\n\n"
        "Employment Judge Haddrell\nDate: 29 March 2018\n"
    )
    reading = read(Document("x", text)).to_dict()
    assert (reading["kind"], reading["published"]) == ("judgment", "2018-03-29")
    assert [(s["name"], s["rank"]) for s in reading["subjects"]] == [("Pia Farthingale", "police_staff")]
    assert reading["subjects"][0]["proceeding"]["date"] == "2017-05-02"


_SENTENCED = """IN THE COURT OF APPEAL
CRIMINAL DIVISION

9 February 2006

R E G I N A
-v-
OSWIN FARTHINGALE

1. On 1st August 2005 at the Crown Court at Swansea the appellant, who is 38 and had been a constable in the South Wales Police, pleaded guilty to one count of misconduct in a public office. {passed} He appeals against sentence by leave of the single judge.

2. We were taken to R v Quillfeather, in which a detective constable who sold rather more received two years.

3. We see some force in these submissions. {decided}
"""


def test_an_appeal_against_sentence_that_is_allowed_leaves_the_conviction() -> None:
    told = _subjects(
        _SENTENCED.format(
            passed="On 2nd September he was sentenced to 18 months' imprisonment for the misconduct.",
            decided="We quash the sentence of 18 months and substitute for it one of 10 months' imprisonment. To that extent this appeal is allowed.",
        )
    )[0]
    assert [o["stage"] for o in told["offences"]] == ["convicted"]
    assert told["appeal"] == {"kind": "criminal", "result": "varied"}
    assert [s["length"] for s in told["sentences"]] == ["P10M"]
    assert told["sentenced_on"] == "2005-09-02"
    assert told["proceeding"] is None


def test_a_suspended_sentence_that_is_replaced_by_prison_takes_its_requirements_with_it() -> None:
    told = _subjects(
        _SENTENCED.format(
            passed="On 2nd September he was sentenced to 18 months' imprisonment, suspended for two years, with 180 hours of unpaid work. A restraining order was made for five years.",
            decided="We quash the suspended sentence. In its place we impose 30 months' imprisonment on count 1 and 18 months consecutive on count 2: 4 years in all.",
        )
    )[0]
    assert [(s["kind"], s["length"]) for s in told["sentences"]] == [("imprisonment", "P4Y")]
    assert [o["kind"] for o in told["orders"]] == ["restraining_order"]


def test_a_judge_adds_up_what_each_crime_gets() -> None:
    told = _subjects(
        "In the Crown Court at Southwark\n\nThe King\nv\nOSWIN FARTHINGALE\nPIA QUILLFEATHER\n\nSentencing remarks of HHJ Oxenham\n\n3 March 2023\n\n"
        "Oswin Farthingale, you are 41 years of age. Until you were dismissed in November you were a detective sergeant in Essex Police. "
        "Pia Quillfeather, you are 36 and were a detective constable.\n\n"
        "You, Farthingale, were convicted of bribery and of perverting the course of justice. You, Quillfeather, pleaded guilty to theft.\n\n"
        "Farthingale: this was greedy. For the bribery, six years. For perverting the course of justice, two years consecutive. That is eight years in total.\n\n"
        "Quillfeather: the sentence is one of three years' imprisonment.\n"
    )
    assert [s["age"] for s in told] == [41, 36]
    assert [[x["length"] for x in s["sentences"]] for s in told] == [["P8Y"], ["P3Y"]]
    assert [s["courts"] for s in told] == [["Southwark Crown Court"], ["Southwark Crown Court"]]
    assert told[0]["proceeding"]["date"] == "2022-11"


def test_what_the_next_sentence_tells_of_him_is_told_of_the_party() -> None:
    told = _subjects(
        "IN THE COURT OF APPEAL\nCRIMINAL DIVISION\n\nR E G I N A\n-v-\nOSWIN FARTHINGALE\n\n"
        "1. The appellant is 38 and of previous good character. He had been a constable in the South Wales Police for 14 years. He appeals against a sentence of 18 months' imprisonment for theft.\n\n"
        "2. We were taken to R v Quillfeather, in which a detective constable received two years.\n\n3. The appeal is dismissed.\n"
    )
    assert [(s["name"], s["rank"]) for s in told if not s.get("background")] == [
        ("OSWIN FARTHINGALE", "police_constable")
    ]


def test_a_judge_speaks_to_three_who_are_named_on_one_line() -> None:
    found = _subjects(
        "IN THE CROWN COURT AT LEEDS\nR v Martin ELSWORTH, Dina COLE and Peter ASHE\nSentencing remarks of HHJ Farrow\n3 May 2019\n\n"
        "1. Martin Elsworth, you are 47. You gave 19 of them to West Yorkshire Police and you ended as a Detective Sergeant.\n"
        "2. Dina Cole, you are 30. You were a constable on his team. You admitted perverting the course of justice on the day they came for you.\n"
        "3. Peter Ashe, you are 41 and a car dealer.\n"
        "4. You, Elsworth, were found guilty of bribery.\n"
        "5. Martin Elsworth, four years. Dina Cole, twelve months, suspended for two years. Peter Ashe, three years.\n"
    )
    assert [
        (s["name"], s["rank"], s["age"], [o["offence"] for o in s["offences"]], s["sentences"][0]["length"])
        for s in found
    ] == [
        ("Martin ELSWORTH", "detective_sergeant", 47, ["bribery"], "P4Y"),
        ("Dina COLE", "police_constable", 30, ["perverting_the_course_of_justice"], "P12M"),
    ]


def test_a_claim_on_the_application_of_an_officer() -> None:
    found = _subjects(
        "IN THE HIGH COURT OF JUSTICE\nQUEEN'S BENCH DIVISION\n[2021] EWHC 8807 (Admin)\nBetween:\n"
        "THE QUEEN (on the application of ANN TOLLEY) Claimant\n- and -\nPOLICE APPEALS TRIBUNAL Defendant\n\n"
        "1. The claimant was a constable in Kent Police. She was dismissed without notice on 3 May 2019 for gross misconduct.\n"
        "2. In R (Chief Constable of Durham) v Wayland [2015] an inspector in the Metropolitan Police, who had lied about a "
        "course, was required to resign.\n3. The claim is dismissed.\n"
    )
    assert [(s["name"], s["rank"], s["force"], s.get("background", False)) for s in found] == [
        ("ANN TOLLEY", "police_constable", "kent", False),
        ("Wayland", "inspector", "metropolitan", True),
    ]


def test_a_judge_suspends_a_term_and_has_read_a_letter() -> None:
    found = _subjects(
        "IN THE CROWN COURT AT CARDIFF\nTHE KING\n-v-\nRHODRI ADEBOLA\nand\nELUNED MARSTON\nSentencing Remarks of the Honourable "
        "Mr Justice Thorold\n13 March 2023\n\nRhodri Adebola, you held the rank of constable in the Gwent Police. Eluned Marston, you "
        "were his sergeant.\nYou, Mr Adebola, pleaded guilty to inflicting grievous bodily harm. In your case, Mrs Marston, the "
        "prosecution accepted your plea to misconduct in public office and offered no evidence on the count of perverting the course "
        "of justice.\nI have read the letter from Chief Inspector Brynmor Tudge.\nRhodri Adebola, four years' imprisonment. Eluned "
        "Marston, nine months' imprisonment, which I suspend for 18 months.\n"
    )
    assert [s["name"] for s in found] == ["RHODRI ADEBOLA", "ELUNED MARSTON"]
    assert [(o["offence"], o["stage"]) for o in found[1]["offences"]] == [
        ("misconduct_in_public_office", "convicted"),
        ("perverting_the_course_of_justice", "discontinued"),
    ]
    assert [(x["length"], x["suspended_for"]) for x in found[1]["sentences"]] == [("P9M", "P18M")]


def test_a_judge_tells_one_that_she_will_not_long_be_what_she_is() -> None:
    text = """In the Crown Court at Southwark

REGINA
-v-
KEITH LANGHAM
PAULINE VESPER

SENTENCING REMARKS OF MR JUSTICE ORMSBY
Friday 16 November 2012

Keith Langham, you are 51 years old and were a detective inspector of the Metropolitan Police Service. Pauline Vesper, you are 44 and are still, though I think not for much longer, a civilian intelligence analyst with that same service.

The jury convicted you both of conspiracy to commit misconduct in public office. For you, Langham, the sentence is four years' imprisonment. For you, Vesper, it is two years.
"""
    assert [(s["name"], s["rank"]) for s in _subjects(text)] == [
        ("KEITH LANGHAM", "detective_inspector"),
        ("PAULINE VESPER", "police_staff"),
    ]
