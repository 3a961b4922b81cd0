"""Orders whose length was changed, told with the hours of a curfew, or told behind the sum that is forfeit."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

BANNED = "PC Rory Dalton, of Kent Police, was banned from driving for three years after admitting dangerous driving at Dover Magistrates' Court. "


def orders(text: str) -> list[tuple[str, str | None, float | None]]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return [(o["kind"], o["length"], o["amount"]) for o in subject["orders"]]


@pytest.mark.parametrize(
    ("changed", "length"),
    [
        ("On appeal a judge at Canterbury Crown Court cut the ban to 18 months.", "P18M"),
        ("The Court of Appeal raised his driving ban from three years to six.", "P6Y"),
        ("His ban was reduced on appeal to a year.", "P1Y"),
        ("His solicitor asked for the ban to be cut. It stays.", "P3Y"),
    ],
)
def test_a_ban_changed_on_appeal(changed: str, length: str) -> None:
    assert orders(BANNED + changed) == [("driving_disqualification", length, None)]


def test_what_a_ban_becomes() -> None:
    assert orders(
        "PC Rory Dalton, of Kent Police, was disqualified from keeping dogs for ten years for causing unnecessary suffering to an animal. "
        "A judge at Canterbury Crown Court said that ten years was too long, and would become five."
    ) == [("other", "P5Y", None)]


def test_a_ban_on_keeping_dogs_is_none_from_driving() -> None:
    assert orders(
        "PC Rory Dalton, of Kent Police, was given a ten-year ban on keeping dogs for causing unnecessary suffering to an animal."
    ) == [("other", "P10Y", None)]


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("The judge told him that the £8,400 found in a hatbox was forfeit.", 8400),
        ("The £950 in cash seized from his car will be forfeited.", 950),
        ("He had taken a £700 bribe. His phone was forfeited.", None),
    ],
)
def test_what_is_forfeit(told: str, amount: int | None) -> None:
    text = "DC Rory Dalton, of Kent Police, was jailed for four years for fraud at Maidstone Crown Court. "
    assert orders(text + told) == [("forfeiture", None, amount)]


def test_a_curfew_and_its_hours() -> None:
    text = "PC Rory Dalton, of Kent Police, was convicted of theft. He must observe a tagged curfew between 8pm and 6am for eight weeks."
    assert orders(text) == [("curfew", "P8W", None)]
