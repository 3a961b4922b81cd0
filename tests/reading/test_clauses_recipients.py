"""Whose sanction it is, told as the object of whoever gave it."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        (
            "An inspector and a constable of Surrey Police were investigated. The force gave the constable management advice"
            " and took no action against the inspector.",
            {"inspector": "no_action", "police_constable": "management_advice"},
        ),
        (
            "The IPCC found that two Lancashire Police officers had a case to answer. An inspector had a case to answer for gross misconduct."
            " A sergeant had a case to answer for misconduct.\nThe force has agreed to hold a hearing for the inspector"
            " and has given the sergeant words of advice.",
            {"inspector": "pending", "sergeant": "management_advice"},
        ),
    ],
)
def test_each_unnamed_officer_has_his_own_end(told: str, ends: dict[str, str]) -> None:
    found = read(Document("x", told)).to_dict()["subjects"]
    assert {s["rank"]: s["proceeding"]["outcome"] for s in found} == ends


@pytest.mark.parametrize("when", ["a week before the hearing", "before the hearing", "after the complaint"])
def test_quit_is_a_resignation(when: str) -> None:
    found = read(
        Document("x", f"PC Liam Orwin was sacked. PC Sally Tench, also of Kent Police, quit {when}.")
    )
    assert [(s["name"], s["resigned"]) for s in found.to_dict()["subjects"]] == [
        ("Liam Orwin", None),
        ("Sally Tench", "resigned"),
    ]
