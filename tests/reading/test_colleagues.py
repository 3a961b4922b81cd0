"""Officers without a name beside the one who has one: a colleague, one who would have been demoted. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

PAGE = """Traffic sergeant demoted

19 October 2007

An Exeter traffic sergeant who let a friend off a speeding ticket has been reduced to the rank of constable.

Nigel Carraway, 51, of Devon and Cornwall Police, tore up the notice, a disciplinary hearing was told on Wednesday.

{told}
"""


def others(told: str) -> list[tuple[str | None, str | None]]:
    """Rank and outcome of everybody but the sergeant, whose own outcome stays what it is."""
    page: dict[str, Any] = read(Document("page", PAGE.format(told=told))).to_dict()
    first, *rest = page["subjects"]
    assert (first["name"], first["proceeding"]["outcome"]) == ("Nigel Carraway", "reduction_in_rank")
    return [(s["rank"], s["proceeding"]["outcome"]) for s in rest]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("His WPC colleague, who at first backed him up, was reprimanded.", ("police_constable", "other")),
        ("His crewmate, who was in the van, was given a written warning.", (None, "written_warning")),
        ("His junior colleague in the van received words of advice.", (None, "management_advice")),
        ("A second sergeant would have been demoted had he still been serving.", ("sergeant", "other")),
        (
            "A PC who saw it was told to resign, and a clerk spoke up.",
            ("police_constable", "required_to_resign"),
        ),
        (
            "An inspector who had filed it under a wrong date was given advice.",
            ("inspector", "management_advice"),
        ),
    ],
)
def test_one_beside_the_officer_who_is_named(told: str, found: tuple[str | None, str]) -> None:
    assert others(told) == [found]


@pytest.mark.parametrize(
    "told",
    [
        "His colleague, who was in the van, gave evidence against him.",
        "His former colleague told the panel that he was given every chance.",
        "His colleague said he was shocked.",
    ],
)
def test_a_colleague_who_only_looked_on(told: str) -> None:
    assert others(told) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "A complaint that an inspector had told officers what to write was looked into. It found that he had no case to answer.",
            ("inspector", "no_case"),
        ),
        (
            "They found that a constable with him had written of a dog. There was no dog. She has been given a final written warning.",
            ("police_constable", "final_written_warning"),
        ),
    ],
)
def test_one_brought_in_by_a_complaint_or_a_finding(told: str, found: tuple[str, str]) -> None:
    page: dict[str, Any] = read(Document("page", PAGE.format(told=told))).to_dict()
    (s,) = page["subjects"][1:]
    assert (s["rank"], s["proceeding"]["outcome"] or s["proceeding"]["finding"]) == found


def test_a_witness_for_the_prosecution_is_no_subject() -> None:
    told = "PC Harvey Lund, who was beside him that night, and gave evidence for the prosecution, will be called again."
    assert others(told) == []
