"""Offences with their stage, plea and count, read from whole short reports with invented names."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

Row = tuple[str, int | None, str | None, str]


def offences(text: str) -> list[Row]:
    """(offence, count, plea, stage) of the first subject."""
    reading: dict[str, Any] = read(Document("t", text)).to_dict()
    assert reading["subjects"], "nobody was found"
    return [(o["offence"], o["count"], o["plea"], o["stage"]) for o in reading["subjects"][0]["offences"]]


CASES: list[tuple[str, list[Row]]] = [
    # a plea governs the list that follows
    (
        "PC Alan Merrow, 41, pleaded guilty to three charges of theft and one of perverting the course of justice at Leeds Crown Court.",
        [("theft", 3, "guilty", "convicted"), ("perverting_the_course_of_justice", 1, "guilty", "convicted")],
    ),
    # "both" after a list; the verdict that follows joins the denial
    (
        "PC Alan Merrow, 41, denied burglary and arson but was convicted of both at Leeds Crown Court.",
        [("burglary", None, "not_guilty", "convicted"), ("arson", None, "not_guilty", "convicted")],
    ),
    # two verdicts in one sentence
    (
        "PC Alan Merrow, 41, was found guilty of harassment and cleared of stalking at Leeds Crown Court.",
        [("harassment", None, None, "convicted"), ("stalking", None, None, "acquitted")],
    ),
    # a passive tells back of the charge before it
    (
        "PC Alan Merrow, 41, admitted theft at Leeds Crown Court. A charge of money laundering was withdrawn.",
        [("theft", None, "guilty", "convicted"), ("money_laundering", 1, None, "discontinued")],
    ),
    # a second count of the same offence is a record of its own
    (
        "PC Alan Merrow, 41, admitted one count of perjury at Leeds Crown Court. "
        "A second count of the same offence was ordered to lie on the file.",
        [("perjury", 1, "guilty", "convicted"), ("perjury", 1, None, "discontinued")],
    ),
    # an ordinal without a name
    (
        "PC Alan Merrow, 41, was found guilty of two counts of sexual assault at Leeds Crown Court. He was found not guilty of a third count.",
        [("sexual_assault", 2, None, "convicted"), ("sexual_assault", 1, None, "acquitted")],
    ),
    # a plea to everything
    (
        "PC Alan Merrow, 41, had denied every charge. He was convicted at Leeds Crown Court of kidnap and robbery.",
        [("kidnap", None, "not_guilty", "convicted"), ("robbery", None, "not_guilty", "convicted")],
    ),
    # a summary and then the list: told once, in the exact form
    (
        "PC Alan Merrow, 41, has been convicted of assaulting a man.\n\nA jury at Leeds Crown Court found PC Merrow guilty of "
        "assault occasioning actual bodily harm.",
        [("abh", None, None, "convicted")],
    ),
    # the statute is not an offence beside the one that it names
    (
        "PC Alan Merrow, 41, appeared at Leeds Magistrates' Court and admitted three offences of unauthorised access to computer material, "
        "contrary to section 1 of the Computer Misuse Act 1990.",
        [("computer_misuse", 3, "guilty", "convicted")],
    ),
    # arrest and no charge
    (
        "PC Alan Merrow, 41, was arrested on suspicion of theft but the Crown Prosecution Service decided there should be no charge.",
        [("theft", None, None, "discontinued")],
    ),
    # a caution is an admission and no plea
    (
        "PC Alan Merrow, 41, was cautioned for criminal damage in May.",
        [("criminal_damage", None, None, "cautioned")],
    ),
    # the statute's own number of counts in a table's brackets, and no verb: beside a sentence it is a conviction
    (
        "PC Alan Merrow, 41.\nTheft by employee (3). Fined £400 at Leeds Magistrates' Court.",
        [("theft", 3, None, "convicted")],
    ),
    # two verbs share one noun
    (
        "PC Alan Merrow, 41, pleaded guilty at Leeds Crown Court to eleven counts of making and two counts of distributing indecent "
        "photographs of children.",
        [
            ("indecent_photographs_making", 11, "guilty", "convicted"),
            ("indecent_photographs_distributing", 2, "guilty", "convicted"),
        ],
    ),
    # ordinals point at one of the charges told together
    (
        "PC Alan Merrow, 41, was charged at Leeds Crown Court with theft and perjury. He admitted the theft. The second charge was not "
        "proceeded with.",
        [("theft", None, "guilty", "convicted"), ("perjury", None, None, "discontinued")],
    ),
    # a list opened by a colon
    (
        "PC Alan Merrow, 41, of Kent Police, is charged with:\n- two counts of voyeurism\n- one count of blackmail\n"
        "He will appear at Maidstone Magistrates' Court.",
        [("voyeurism", 2, None, "charged"), ("blackmail", 1, None, "charged")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offences(text: str, expected: list[Row]) -> None:
    assert offences(text) == expected


NONE = [
    # allegations before a panel are no offences
    "PC Alan Merrow, 41, was dismissed after a misconduct hearing found that he sent abusive messages to a colleague.",
    # somebody else's arrest
    "PC Alan Merrow, 41, was dismissed for lying. The man was arrested for burglary and PC Merrow took his statement.",
    # words that only name a unit or a victim
    "PC Alan Merrow, 41, of the murder squad, was dismissed for messaging a rape victim.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_offence_is_invented(text: str) -> None:
    assert offences(text) == []


def test_every_value_of_an_offence_shows_its_words() -> None:
    text = "PC Alan Merrow, 41, pleaded guilty to two counts of theft at Leeds Crown Court."
    evidence = read(Document("t", text)).to_dict()["evidence"]
    words = {
        part: " ".join(text[a:b] for a, b in evidence[f"/subjects/0/offences/0/{part}"])
        for part in ("title", "count", "plea", "stage")
    }
    assert words["title"] == "theft"
    assert "two counts" in words["count"]
    assert words["plea"].startswith("pleaded guilty")
    assert words["stage"].startswith("pleaded guilty")
