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


def test_one_more_officer_with_a_result_of_his_own_is_none_of_those_told_of_first() -> None:
    text = (
        "Three officers dismissed and a fourth would have been\n\n14 September 2023\n\n"
        "Four officers who shared offensive messages have today been found to have committed gross misconduct.\n\n"
        "Sergeant Owen Farthingale and PCs Chloe Lingfield and Tariq Nettleton, all of Hampshire Constabulary, have been dismissed without notice. "
        "Former PC Aaron Stubbington, who resigned in April, would have been dismissed had he still been serving.\n\n"
        "An eight-day hearing in Eastleigh heard that the messages were racist.\n\n"
        "A fifth officer, PC Emily Garrod, was found not to have breached any standard. She was a member of the group but the panel accepted she had not read the messages.\n\n"
        "A sixth, Inspector Dominic Yale, retired last year and isn't part of these proceedings.\n\n"
        "The names of those dismissed will be added to the barred list held by the College of Policing.\n"
    )
    told = {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}
    results = {
        name: (s["proceeding"]["finding"], s["proceeding"]["outcome"], s["barred"])
        for name, s in told.items()
    }
    sacked = ("gross_misconduct", "dismissed_without_notice", True)
    assert results == {
        "Owen Farthingale": sacked,
        "Chloe Lingfield": sacked,
        "Tariq Nettleton": sacked,
        "Aaron Stubbington": ("gross_misconduct", "would_have_been_dismissed", None),
        "Emily Garrod": ("not_proven", None, None),
    }
