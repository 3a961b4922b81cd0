"""Where a page means one of two by the part played, the other's sentence is not given to both or to whoever was named last."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

TRIED = "PC Adam Brock, 41, and PC Carl Dunmore, 35, of Kent Police, were convicted of fraud at Maidstone Crown Court. "


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def terms(text: str) -> list[tuple[str | None, list[tuple[str, str | None]]]]:
    return [(s["name"], [(t["kind"], t["length"]) for t in s["sentences"]]) for s in told(text)]


@pytest.mark.parametrize(
    "passed",
    [
        "The ringleader was jailed for four years. Dunmore got nine months.",
        "The instigator was jailed for four years, while Dunmore received nine months.",
        "The mastermind was sent to prison for four years; Dunmore, who had children, was jailed for nine months.",
    ],
)
def test_of_two_the_one_whom_the_next_words_do_not_name(passed: str) -> None:
    assert terms(TRIED + passed) == [
        ("Adam Brock", [("imprisonment", "P4Y")]),
        ("Carl Dunmore", [("imprisonment", "P9M")]),
    ]


def test_whom_the_page_calls_so() -> None:
    found = terms(
        "PC Adam Brock and PC Carl Dunmore, the ringleader, of Kent Police, were convicted of fraud at Maidstone Crown Court. "
        "The ringleader was jailed for four years."
    )
    assert found == [("Adam Brock", []), ("Carl Dunmore", [("imprisonment", "P4Y")])]


def test_somebody_else_may_be_meant() -> None:
    found = terms(
        TRIED
        + "A builder, Neil Grosvenor, planned it all. The ringleader was jailed for six years. Dunmore was fined £700."
    )
    assert found == [("Adam Brock", []), ("Carl Dunmore", [("fine", None)])]


def test_the_senior_officer_by_rank() -> None:
    found = terms(
        "Sgt Dale Orrin and PC Rhys Coeman were convicted of theft at Leeds Crown Court. "
        "The senior officer was jailed for three years."
    )
    assert found == [("Dale Orrin", [("imprisonment", "P3Y")]), ("Rhys Coeman", [])]


def test_each_means_both() -> None:
    subjects = told(
        TRIED + "Brock got a year in prison and Dunmore got nine months. Each must pay £400 costs."
    )
    assert [[(o["kind"], o["amount"]) for o in s["orders"]] for s in subjects] == [[("costs", 400)]] * 2


def test_each_charge_is_nobody() -> None:
    subjects = told(
        "PC Dale Orrin, of Kent Police, was charged with two counts of theft. Each was denied. PC Rhys Coeman was dismissed."
    )
    assert [s["proceeding"]["outcome"] if s["proceeding"] else None for s in subjects] == [None, "dismissed"]


def test_the_rank_of_the_two_named_beside_a_third() -> None:
    text = (
        "Two {who} were sacked on Monday. Adam Brock, 41, and Carl Dunmore, 35, had lied about a crash. "
        "A third officer was given a final written warning."
    )
    assert [s["rank"] for s in told(text.format(who="Essex constables"))] == [
        "police_constable",
        "police_constable",
        None,
    ]
    assert [s["rank"] for s in told(text.format(who="Essex officers"))] == [None, None, None]
