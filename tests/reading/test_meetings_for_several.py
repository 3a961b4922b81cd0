"""Oversight reports: meetings held for some of those investigated, and whose inquiry it was."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    """The subjects of a page."""
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def test_meetings_for_three_of_four_are_theirs_and_not_the_fourths() -> None:
    text = (
        "Release of a prisoner - Dorset Police, May 2016\n\nOn 3 May 2016 Dorset Police arrested a man, who was later released.\n\n"
        "Four officers were served with notices: three custody sergeants and a patrol inspector. We interviewed all of them.\n\n"
        "The investigator concluded that two of the custody sergeants had a case to answer for misconduct. The investigator also found that "
        "the patrol inspector had a case to answer for misconduct. There was no evidence to support a misconduct case against the third custody sergeant.\n\n"
        "After reviewing our report the force agreed to hold misconduct meetings for the three officers concerned. The panel found no misconduct "
        "for one of the custody sergeants and dealt with the other two officers by way of unsatisfactory performance procedures.\n"
    )
    told = [
        (s["rank"], s["proceeding"]["kind"], s["proceeding"]["finding"], s["proceeding"]["outcome"])
        for s in subjects(text)
    ]
    assert sorted(told, key=str) == sorted(
        [
            ("sergeant", "misconduct_meeting", "not_proven", None),
            ("sergeant", "misconduct_meeting", None, "other"),
            ("inspector", "misconduct_meeting", None, "other"),
            ("sergeant", "not_stated", "no_case", None),
        ],
        key=str,
    )


def test_a_force_that_agrees_with_the_bodys_recommendations_was_looked_into_by_the_body() -> None:
    text = (
        "Statements sent to prosecutors - Dorset Police, May 2016\n\nIn May 2016 a Dorset Police officer wrote statements in the names of others.\n\n"
        "The investigator formed the opinion that there was sufficient evidence upon which a reasonable tribunal could find gross misconduct.\n\n"
        "Dorset Police agreed with the IPCC\u2019s recommendations, and the officer was dismissed.\n"
    )
    (found,) = subjects(text)
    assert (found["investigation"]["oversight"], found["investigation"]["mode"]) == ("ipcc", "independent")


def test_hearings_and_meetings_that_are_only_counted_are_nobodys() -> None:
    text = (
        "Man dies in custody - Dorset Police, December 2014\n\nOn 28 December 2014 Dorset Police arrested a man, who later died. We interviewed those involved.\n\n"
        "The investigation concluded that the conduct of three escorting officers, three sergeants and one member of police staff fell below the "
        "expected standards of behaviour.\n\nThree misconduct hearings and a misconduct meeting were concluded by Dorset Police on 22 September 2017.\n"
    )
    found = subjects(text)
    assert len(found) == 7
    assert all(s["proceeding"] is None or s["proceeding"]["kind"] == "not_stated" for s in found)
