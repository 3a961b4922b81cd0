"""Levels of misconduct that a panel did not accept or took over, verdicts told by a deed not done, one of two standards."""

from __future__ import annotations

from typing import Any

import pytest
from whole_pages import the_one


def _proceeding(text: str) -> dict[str, Any]:
    found: dict[str, Any] = the_one(text)["proceeding"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Norfolk Police argued that PC Lena Harcastle-Boom had been guilty of gross misconduct. The panel disagreed, finding misconduct only, and gave her a written warning after the misconduct hearing.",
        "Norfolk Police told the misconduct hearing that it was gross misconduct. The panel was not persuaded: PC Lena Harcastle-Boom's breach was found proved as misconduct. She got a written warning.",
    ],
)
def test_a_level_that_only_the_force_saw_is_no_finding(text: str) -> None:
    assert _proceeding(text)["finding"] == "misconduct"


def test_what_a_force_says_was_found_is() -> None:
    told = _proceeding(
        "Norfolk Police said that PC Lena Harcastle-Boom was guilty of gross misconduct. The panel at the misconduct hearing dismissed her without notice. She did not attend."
    )
    assert told["finding"] == "gross_misconduct"


@pytest.mark.parametrize(
    ("then", "finding"),
    [
        ("misconduct. It was proved at a misconduct meeting and she was given a written warning.", "misconduct"),
        ("gross misconduct. That was found proven at a misconduct hearing, and she was sacked.", "gross_misconduct"),
        ("misconduct. The allegation was found not proven at a misconduct meeting.", "not_proven"),
    ],
)  # fmt: skip
def test_the_level_of_a_case_that_was_proved(then: str, finding: str) -> None:
    assert (
        _proceeding(f"PC Lena Harcastle-Boom of Essex Police had a case to answer for {then}")["finding"]
        == finding
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("The misconduct panel ruled that PC Lena Harcastle-Boom of Essex Police had never touched the trainee, and she was free to go.", "not_proven"),
        ("PC Lena Harcastle-Boom of Essex Police wept as the misconduct hearing ended. Its verdict, that she had not stolen the cash, was unanimous.", "not_proven"),
        ("The first panel was stopped. The second, on 4 December, cleared PC Lena Harcastle-Boom of Essex Police of leaking a file. Both misconduct hearings were held in Harlow.", "not_proven"),
        ("The misconduct panel found that PC Lena Harcastle-Boom of Essex Police had not struck the boy but had sworn at him.", None),
        ("The misconduct panel found that PC Lena Harcastle-Boom of Essex Police had not told the truth.", None),
        ("The jury found that PC Lena Harcastle-Boom of Essex Police had not struck the boy. A misconduct hearing was held.", None),
    ],
)  # fmt: skip
def test_a_verdict_told_by_what_was_not_done(text: str, finding: str | None) -> None:
    assert _proceeding(text)["finding"] == finding


@pytest.mark.parametrize(
    ("then", "standards"),
    [
        ("The panel found the first breach proved, not the second.", ["honesty_and_integrity"]),
        ("The panel found only the second proved.", ["discreditable_conduct"]),
        ("The panel found both proved.", ["honesty_and_integrity", "discreditable_conduct"]),
    ],
)
def test_which_of_two_standards(then: str, standards: list[str]) -> None:
    told = _proceeding(
        f"PC Lena Harcastle-Boom of Essex Police was said to have breached honesty and integrity and to be guilty of discreditable conduct. {then} She was dismissed after the misconduct hearing."
    )
    assert told["standards"] == standards


def test_who_was_not_fit_for_duty_fell_short() -> None:
    told = _proceeding(
        "The panel said that PC Lena Harcastle-Boom of Essex Police was not fit for duty and had neglected her duties and responsibilities. She was dismissed after the misconduct hearing."
    )
    assert told["standards"] == ["fitness_for_duty", "duties_and_responsibilities"]
