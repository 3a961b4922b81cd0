"""Stories told long after, in words for numbers: ages, sums in default, who filmed whom, and a panel under somebody."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(page: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", page)).to_dict()["subjects"]
    return found


VILLA = """Ex-detective must pay

A former Kent Police detective has been ordered to pay £63,950 within six months, with eighteen months in default.

Arthur Penn, once a detective constable at Maidstone, {age}. He was jailed for five years in 2010 for misconduct in public office. The force's anti-corruption unit secretly filmed him handing over files.
"""


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("is fifty-three and sells cars", 53),
        ("now twenty years retired, is a grocer", None),
        ("is forty years in Kent", None),
    ],
)
def test_an_age_in_words(words: str, age: int | None) -> None:
    (officer,) = _subjects(VILLA.format(age=words))
    assert officer["age"] == age


def test_a_sum_with_a_term_in_default_is_a_confiscation_and_a_small_fine_is_none() -> None:
    (officer,) = _subjects(VILLA.format(age="sells cars"))
    assert [(o["kind"], o["amount"]) for o in officer["orders"]] == [("confiscation", 63950)]
    (fined,) = _subjects(
        "Constable fined\n\nPC Ada Tull, of Essex Police, was fined £400 at Chelmsford Magistrates' Court for theft, "
        "or will serve a month in default.\n"
    )
    assert fined["orders"] == []


def test_a_unit_that_filmed_an_officer_investigated() -> None:
    (officer,) = _subjects(VILLA.format(age="sells cars"))
    assert officer["investigation"]["mode"] == "local"


def test_a_panel_under_a_chief_officer_and_under_an_act() -> None:
    page = "Won back\n\nPC Hal Dunning was dismissed in May 2016 by Kent Police. In October 2016 an appeals panel under {who} allowed his appeal and he was reinstated.\n"
    (officer,) = _subjects(page.format(who="Chief Constable Sarah Moot"))
    assert officer["proceeding"]["chair"] == "Sarah Moot"
    (officer,) = _subjects(page.format(who="the Police Act"))
    assert officer["proceeding"]["chair"] is None


def test_the_men_who_were_dismissed_are_the_officers_and_a_club_in_a_quotation_is_nobody() -> None:
    found = _subjects(
        "Pair out\n\nTwo officers who watched football on duty have left Kent Police.\n\n"
        'Constables Dale Orton, 31, and Ned Lall, 33, were told by the chair, Ann Holt: "You were sacked off duty to watch Dynamo Prague." '
        "A weekend in Prague followed.\n\nThe men were dismissed with immediate effect at a hearing in May 2017.\n"
    )
    assert {s["name"]: s["proceeding"]["outcome"] for s in found} == {
        "Dale Orton": "dismissed_with_immediate_effect",
        "Ned Lall": "dismissed_with_immediate_effect",
    }


def test_the_force_in_the_words_of_a_name_is_that_officers() -> None:
    found = _subjects(
        "Obituary\n\nShe undid Detective Inspector Royston Quaife of West Mercia, who had lied to magistrates. Quaife was convicted of perjury and got thirty months. "
        "In 1983 Constable Desmond Orpwood, a Humberside man, was sent to prison for theft. She leaves a daughter, Inspector Greta Hall of North Yorkshire Police.\n"
    )
    assert {s["name"]: s["force"] for s in found} == {
        "Royston Quaife": "west_mercia",
        "Desmond Orpwood": "humberside",
    }
