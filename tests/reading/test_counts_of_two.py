"""A count by its number means the same offence for each of those tried together."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def crimes(text: str) -> dict[str, list[tuple[str, str, str | None]]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return {s["name"]: [(o["offence"], o["stage"], o["plea"]) for o in s["offences"]] for s in subjects}


def test_the_count_that_another_was_convicted_of() -> None:
    told = crimes(
        "Sgt Alan Pettigrew and PC Kate Slaughter, of West Yorkshire Police, appeared at Leeds Crown Court. "
        "Pettigrew was convicted of count one, perverting the course of justice, and count two, misconduct in public office. "
        "Slaughter pleaded guilty to count one. Count two was left on the file in her case."
    )
    assert told == {
        "Alan Pettigrew": [
            ("perverting_the_course_of_justice", "convicted", None),
            ("misconduct_in_public_office", "convicted", None),
        ],
        "Kate Slaughter": [
            ("perverting_the_course_of_justice", "convicted", "guilty"),
            ("misconduct_in_public_office", "discontinued", None),
        ],
    }


def test_cleared_of_what_the_other_was_convicted_of() -> None:
    told = crimes(
        "PC Ann Leeming and PC Tom Mosse, of Kent Police, went on trial at Maidstone Crown Court. Leeming was convicted on count 1, theft, "
        "and cleared on count 2, fraud. Mosse was cleared on counts 1 and 2."
    )
    assert told["Ann Leeming"] == [("theft", "convicted", None), ("fraud", "acquitted", None)]
    assert told["Tom Mosse"] == [("theft", "acquitted", None), ("fraud", "acquitted", None)]


def test_ones_own_counts_told_again() -> None:
    told = crimes(
        "PC Ann Leeming, of Kent Police, was convicted on count 1, theft. She was cleared on count 2, fraud, after pleading not guilty to count 2."
    )
    assert [(o, s) for o, s, _ in told["Ann Leeming"]] == [("theft", "convicted"), ("fraud", "acquitted")]


def test_one_of_them_and_that_count() -> None:
    [subject] = read(
        Document(
            "x",
            "PC Ann Leeming, of Kent Police, faced four counts at Maidstone Crown Court. One of them, theft, was dropped. "
            "She was never convicted of fraud: that count was left on the file. She admitted burglary.",
        )
    ).to_dict()["subjects"]
    assert [(o["offence"], o["count"]) for o in subject["offences"]][:2] == [("theft", 1), ("fraud", 1)]
