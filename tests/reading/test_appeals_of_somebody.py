"""Appeals told with the officer between noun and verb, and prosecutions that were not brought. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _first(text: str) -> dict[str, Any]:
    subject: dict[str, Any] = read(Document("x", text)).to_dict()["subjects"][0]
    return subject


@pytest.mark.parametrize(
    ("words", "result"),
    [
        (
            "The appeal of Inspector Godric Hathersage, whom West Mercia Police dismissed in the autumn for an affair with a witness, was thrown out on 2 June 2017.",
            "dismissed",
        ),
        (
            "The appeal of Inspector Godric Hathersage, dismissed by West Mercia Police in the autumn, was allowed on 2 June 2017.",
            "allowed",
        ),
        (
            "Inspector Godric Hathersage was dismissed by West Mercia Police last year. An appeal by Inspector Hathersage against the decision failed on 2 June 2017.",
            "dismissed",
        ),
    ],
)
def test_the_officers_name_may_stand_between_the_appeal_and_what_became_of_it(
    words: str, result: str
) -> None:
    """What is told of the appeal is told behind the clause about the officer, and that clause is no result."""
    got = _first(f"In brief\n\n12 June 2017\n\n{words}\n")
    assert got["appeal"] == {"kind": "tribunal", "result": result}
    assert got["proceeding"]["kind"] == "appeal_tribunal"
    assert got["proceeding"]["date"] == "2017-06-02"


def test_a_prosecution_that_was_not_brought_is_none() -> None:
    """ "... but a prosecution was not brought": what was looked into is discontinued."""
    got = _first(
        "A misconduct hearing dismissed PC Ann Lee-Ward of Kent Police on 4 May 2020. A file was sent to prosecutors about misconduct in public office, but a prosecution was not brought.\n"
    )
    assert [(o["offence"], o["stage"]) for o in got["offences"]] == [
        ("misconduct_in_public_office", "discontinued")
    ]


def test_whoever_was_told_what_will_become_of_her_did_not_speak() -> None:
    """ "Her colleague PC Cole was told that she would have to undergo ...": one more who was dealt with."""
    got = read(
        Document(
            "x",
            "Two officers before a panel\n\nA misconduct panel at Maidstone has dismissed Sgt Hamish Oldroyd-Lee of Kent Police. PC Gwen Harker, who carried out the search, was given a written warning. Her colleague PC Anthea Cole was told that she would have to undergo reflective practice.\n",
        )
    ).to_dict()
    assert [(s["name"], s["proceeding"]["outcome"]) for s in got["subjects"]] == [
        ("Hamish Oldroyd-Lee", "dismissed"),
        ("Gwen Harker", "written_warning"),
        ("Anthea Cole", "reflective_practice"),
    ]
