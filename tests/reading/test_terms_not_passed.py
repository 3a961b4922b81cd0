"""Terms only weighed, orders told with a length of another, the last day of a hearing, time left to appeal."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "PC in court\n\nThames Herald, 25 June 2024\n\nPC Ann Lee, 29, of Essex Police, "


def subject(words: str) -> dict[str, Any]:
    (one,) = read(Document("x", HEAD + words)).to_dict()["subjects"]
    return one


@pytest.mark.parametrize(
    "words",
    [
        "was fined £450 for theft at Leeds Magistrates' Court. But for her plea a prison term of 10 months would have been unavoidable.",
        'was fined £450 for theft at Leeds Magistrates\' Court. "We were minded to consider a community order," the chair told her.',
    ],
)
def test_what_a_court_only_thought_of_is_no_sentence(words: str) -> None:
    assert [s["kind"] for s in subject(words)["sentences"]] == ["fine"]


def test_the_days_behind_a_curfew_of_months_are_another_orders() -> None:
    orders = subject(
        "admitted assault at Leeds Crown Court and was given a community order with a curfew of four months and 25 days of "
        "rehabilitation activity, to be under supervision for 18 months, and must pay the porter £2,000."
    )["orders"]
    assert {o["kind"]: o["length"] or o["amount"] for o in orders} == {
        "curfew": "P4M",
        "rehabilitation_activity": "P25D",
        "supervision": "P18M",
        "compensation": 2000,
    }


def test_until_she_was_dismissed_is_a_dismissal_and_until_she_is_none() -> None:
    was = subject(
        "was on the robbery squad until she was dismissed in May 2023. She was convicted of theft at Leeds Crown Court."
    )
    assert (was["proceeding"]["outcome"], was["proceeding"]["date"]) == ("dismissed", "2023-05")
    assert (
        subject("will draw her pay until she is dismissed. She was convicted of theft.")["proceeding"] is None
    )


def test_a_hearing_that_sat_between_two_days_was_decided_on_the_last() -> None:
    told = subject("was demoted at a disciplinary hearing, which sat on four days between 23 May and 3 June.")
    assert told["proceeding"]["date"] == "2024-06-03"


def test_a_confiscation_hearing_is_no_day_of_a_misconduct_hearing() -> None:
    told = subject(
        "was convicted of theft. A misconduct hearing will follow. A hearing under the Proceeds of Crime Act will take place on 14 September."
    )
    assert told["proceeding"]["date"] is None


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("She has until 29 June to give notice of appeal to the Police Appeals Tribunal.", None),
        ("She has ten days in which to lodge an appeal.", None),
        ("She has given notice of appeal to the Police Appeals Tribunal.", "pending"),
    ],
)
def test_time_left_to_appeal_is_no_appeal(words: str, result: str | None) -> None:
    appeal = subject(f"was demoted at a disciplinary hearing on 3 June. {words}")["appeal"]
    assert (appeal["result"] if appeal else None) == result
