"""Several officers on one page of appeals or of one panel's written decision. All people are invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read

NEWS = """Judges free one ex-detective but tell two others they will stay behind bars

22 March 2013

Three former Durham detectives jailed for stealing learned their fate at the Court of Appeal.

Simon Raistrick, 47, and Paul Dewhurst, 39, had asked the court to quash their convictions for conspiracy to steal. Their colleague Joanne Tweddle, 35, appealed only against her sentence.

The jury had cleared all three of perverting the course of justice.

Lord Justice Merridew said there was nothing wrong with the verdicts. Raistrick's and Dewhurst's appeals were dismissed.

The three were dismissed at a fast-track hearing in January 2012.
"""


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


def test_a_conviction_only_asked_to_be_quashed_stands_and_all_three_are_people() -> None:
    for subject in subjects(NEWS)[:2]:
        told = {o["offence"]: (o["stage"], o["count"]) for o in subject["offences"]}
        assert told["theft"][0] == "convicted"
        assert told["perverting_the_course_of_justice"] == ("acquitted", None)
        assert subject["appeal"] == {"kind": "criminal", "result": "dismissed"}
        assert subject["proceeding"]["kind"] == "special_case_hearing"


def test_defendants_numbered_in_one_line_and_spoken_to_together() -> None:
    text = """Westminster Magistrates' Court

R -v- (1) Oliver Penrith (2) Faye Maddern (3) Lucas Aduba

Sentencing remarks

17 January 2025

All three of you were officers of the Metropolitan Police Service. Mr Penrith, you are 44, and held the rank of inspector. Ms Maddern, you're 36, and a sergeant. Mr Aduba, aged 30: you are a constable.

Faye Maddern pleaded guilty on 6 November to perverting the course of justice, and to speeding.
"""
    assert [s["name"] for s in subjects(text)] == ["Oliver Penrith", "Faye Maddern", "Lucas Aduba"]


def test_a_chief_constable_who_decides_in_her_own_words() -> None:
    text = """Written decision of accelerated misconduct hearing

Officers: PC 1655 Graeme Tolland; PC 2013 Sian Harbottle
Date: 11 June 2024

Decision as to PC Tolland

His conduct was gross misconduct. I dismiss him without notice.

Decision as to PC Harbottle

I find gross misconduct. I have concluded, with regret, that only dismissal without notice is enough.
"""
    assert [s["proceeding"]["outcome"] for s in subjects(text)] == ["dismissed_without_notice"] * 2


def test_dismissing_an_appeal_dismisses_nobody() -> None:
    text = """POLICE APPEALS TRIBUNAL

3 May 2019

PC Ann Lee of Kent Police was given a final written warning by a panel on 3 March 2018. We dismiss PC Lee's appeal.
"""
    assert subjects(text)[0]["proceeding"]["outcome"] == "final_written_warning"
