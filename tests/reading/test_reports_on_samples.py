"""Inspection reports that tell of cases without names: "In one, a constable ...", and a named case recalled beside them. All invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


INSPECTION = """HMICFRS
PEEL 2021/22: An inspection of Staffordshire Police
Published 3 March 2022

The force needs to improve how it deals with complaints.

We reviewed 40 conduct cases. In one, a constable in the control room had told callers to "get a life". She was given a written warning at a misconduct meeting in June 2021. We thought that proportionate.

In another, an inspector at Cannock was accused of deleting messages. The panel dismissed him without notice in October 2021. The force did not tell the complainant.
"""


def test_one_and_another_of_the_files_read_are_cases_and_no_officers() -> None:
    """ "In one, a constable ... In another, an inspector": two officers, each with what is told of them."""
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in _read(INSPECTION)] == [
        ("police_constable", "written_warning"),
        ("inspector", "dismissed_without_notice"),
    ]


def test_a_named_case_that_is_only_recalled_is_not_that_of_officers_without_names() -> None:
    """What is told of the constable and the inspector is not told of the sergeant whom a later paragraph recalls."""
    more = "\nOfficers spoke to us about the case of former Sergeant Elgar Whitlock-Payne, who was jailed in 2017 for theft, and what had changed since.\n"
    got = _read(INSPECTION + more)
    assert [(s["name"], s["rank"]) for s in got] == [
        (None, "police_constable"),
        (None, "inspector"),
        ("Elgar Whitlock-Payne", "sergeant"),
    ]
    named = got[-1]
    assert named["background"] is True
    assert (named["proceeding"] or {}).get("outcome") is None


def test_the_only_officer_of_a_page_is_not_recalled_when_its_own_case_is_told() -> None:
    """A page that opens on a constable without a name and then names him tells one case."""
    text = """Officer dismissed

Sussex Police, 4 May 2019

A police constable has been dismissed without notice after a misconduct hearing.

The hearing at Lewes was told that he had lied about his hours.

The case of PC Ivo Tarrant-Kaye was heard over two days and gross misconduct was found.
"""
    got = _read(text)
    assert [s["name"] for s in got] == ["Ivo Tarrant-Kaye"]
    assert got[0]["proceeding"]["outcome"] == "dismissed_without_notice"
