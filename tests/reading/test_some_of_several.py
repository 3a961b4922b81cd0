"""Some of several officers told of by number, and the last of them. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

THREE = """Two Fenshire officers dismissed over search

Two Fenshire Police officers have been sacked and a third given a final written warning after a girl was searched.

DC Kester Lindley and PC Odette Branning were found to have committed gross misconduct at a misconduct hearing.
PC Rafe Tunning, who was not present, was found to have committed misconduct.
"""


def test_what_became_of_two_is_not_told_of_the_third() -> None:
    subjects = read(Document("three", THREE)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["outcome"]) for s in subjects] == [
        ("Kester Lindley", "dismissed"),
        ("Odette Branning", "dismissed"),
        ("Rafe Tunning", "final_written_warning"),
    ]


def test_a_third_count_is_no_third_officer() -> None:
    text = THREE.replace(
        "a third given a final written warning", "the third allegation was that nobody had asked"
    )
    subjects = read(Document("count", text)).to_dict()["subjects"]
    assert subjects[2]["name"] == "Rafe Tunning"
    assert subjects[2]["proceeding"]["outcome"] is None
