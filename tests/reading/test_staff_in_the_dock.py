"""A member of staff tried beside officers, and a number of counts told of some of those tried. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

STORY = """Four sentenced over group chat

27 February 2024

Three police officers and {fourth} have been sentenced today at Fenwick Magistrates' Court for sending grossly offensive messages.

They were all employed by British Transport Police.

PC Conor Abernethy, 36, was convicted of six counts of sending a grossly offensive message.

PCs Lewis Blake, 41, and Rhys Gwilliam, 33, each pleaded guilty to three counts.

Natalie Froome, 29, who worked as a scheduler, admitted one count.
"""


def subjects(fourth: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", STORY.format(fourth=fourth))).to_dict()["subjects"]
    return found


def test_each_has_the_number_of_counts_told_of_him() -> None:
    told = [
        (s["name"], s["rank"], s["offences"][0]["count"])
        for s in subjects("a civilian member of police staff")
    ]
    assert told == [
        ("Conor Abernethy", "police_constable", 6),
        ("Lewis Blake", "police_constable", 3),
        ("Rhys Gwilliam", "police_constable", 3),
        ("Natalie Froome", "police_staff", 1),
    ]


def test_whoever_was_no_staff_is_no_subject() -> None:
    assert "Natalie Froome" not in [s["name"] for s in subjects("a builder")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ", 33, the civilian who kept the store's ledger,"),
        ("Dog handler ", ", 33,"),
        ("Custody assistant ", ", 33,"),
    ],
)
def test_a_police_job_beside_the_name_makes_an_officer_or_staff(before: str, after: str) -> None:
    told = (
        "By the time it ended Henrik Aldous and Petra Quill had helped themselves to the property store at Reigate.\n\n"
        "Aldous, who is 51 and was a detective constable with Surrey Police, got 20 months at Guildford Crown Court for theft.\n\n"
        f"{before}Quill{after} admitted three thefts and got eight months.\n"
    )
    found = read(Document("page", told)).to_dict()["subjects"]
    assert [s["name"] for s in found] == ["Henrik Aldous", "Petra Quill"]
