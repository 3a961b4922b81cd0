"""Rules by date: a conviction is spent from the day, not before; golden examples of both tables."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publication.making import C, Made, dismissed, make

from peelian.publication.shapes import PublishedCase


def told(case: PublishedCase) -> bool:
    return bool(case.parties and case.parties[0].offences)


def sentence(
    kind: str, length: str | None, on: str, offence: str = "theft", orders: list[dict[str, Any]] | None = None
) -> Made:
    source = dismissed(published=None)
    subject = source.subjects[0]
    subject["sentenced_on"] = C(on, "11 April 2024")
    subject["offences"][0]["offence"] = C(offence, "theft")
    subject["sentences"] = [
        {"kind": C(kind, "12 weeks"), **({"length": C(length, "12 weeks")} if length else {})}
    ]
    subject["orders"] = orders or []
    del subject["barred"]
    return make(source)


# publication_rules.md 4.6, A to I; the first day on which it may be spent is one day before gov.uk's.
GOLDEN = [
    ("A", "suspended_sentence", "P12W", "2024-04-11", "theft", "2025-07-04"),
    ("B", "imprisonment", "P4Y", "2019-04-11", "theft", "2027-04-11"),
    ("B'", "imprisonment", "P4Y", "2024-04-11", "theft", "2032-04-11"),
    ("D", "imprisonment", "P5Y", "2016-03-01", "misconduct_in_public_office", "2028-03-01"),
    ("E", "suspended_sentence", "P20M", "2022-09-30", "theft", "2028-05-30"),
    ("F", "imprisonment", "P16M", "2023-06-12", "theft", "2028-10-12"),
]


@pytest.mark.parametrize(("name", "kind", "length", "on", "offence", "spent"), GOLDEN)
def test_golden_examples_under_the_table_of_2023(
    name: str, kind: str, length: str, on: str, offence: str, spent: str
) -> None:
    made = sentence(kind, length, on, offence)
    day = date.fromisoformat(spent)
    assert told(made.publish(on=(day - timedelta(days=2)).isoformat())), name
    assert (
        made.publish(on=(day - timedelta(days=2)).isoformat()).next_review
        == (day - timedelta(days=1)).isoformat()
    )
    assert not told(made.publish(on=spent)), name


def test_golden_examples_under_the_table_of_2014() -> None:
    short = sentence("suspended_sentence", "P12W", "2019-04-11")
    assert told(short.publish(on="2021-07-02")), "A': 24 months more, by the table of 2020 and 2021"
    assert not told(short.publish(on="2021-07-04"))
    four_years = sentence("imprisonment", "P4Y", "2019-04-11")
    assert told(four_years.publish(on="2023-01-01"))
    five = sentence("imprisonment", "P5Y", "2016-03-01", "misconduct_in_public_office")
    assert told(five.publish(on="2023-10-27")), "over 48 months: never, by that table"


def test_what_is_never_spent_stays() -> None:
    assert told(sentence("imprisonment", "P49M", "2000-01-10", "rape").publish(on="2060-01-01"))
    assert told(sentence("life", None, "2000-01-10", "murder").publish(on="2060-01-01"))


def test_an_order_that_runs_keeps_the_conviction_unspent() -> None:
    order = {"kind": C("restraining_order", "12 weeks"), "length": C("P5Y", "12 weeks")}
    made = sentence("suspended_sentence", "P12W", "2024-04-11", orders=[order])
    assert told(made.publish(on="2029-04-09"))
    assert not told(made.publish(on="2029-04-11"))


def test_a_conviction_of_unknown_sentence_is_shown_for_a_year_only() -> None:
    source = dismissed(published="2024-05-03")
    subject = source.subjects[0]
    subject["sentences"] = []
    del subject["sentenced_on"]
    made = make(source)
    assert told(made.publish(on="2025-05-02"))
    assert not told(made.publish(on="2025-05-03"))


@settings(max_examples=40, deadline=None)
@given(
    weeks=st.integers(4, 50),
    sentenced=st.dates(date(2024, 1, 1), date(2026, 12, 28)),
    later=st.integers(0, 4000),
)
def test_once_spent_always_spent_and_never_before_the_term_and_a_year(
    weeks: int, sentenced: date, later: int
) -> None:
    made = sentence("suspended_sentence", f"P{weeks}W", sentenced.isoformat())
    asked = max(sentenced, date(2024, 5, 3)) + timedelta(days=later)
    case = made.publish(on=asked.isoformat())
    if asked < sentenced + timedelta(weeks=weeks, days=363):
        assert told(case)
    if asked > sentenced + timedelta(weeks=weeks, days=368):
        assert not told(case)
    if case.next_review is not None:
        assert date.fromisoformat(case.next_review) > asked


@settings(max_examples=40, deadline=None)
@given(asked=st.dates(date(2024, 5, 3), date(2040, 1, 1)))
def test_between_review_dates_nothing_changes(asked: date) -> None:
    made = make(dismissed())
    case = made.publish(on=asked.isoformat())
    until = date.fromisoformat(case.next_review) if case.next_review else date(2045, 1, 1)
    day_before = until - timedelta(days=1)
    again = made.publish(on=day_before.isoformat())
    assert (case.title, case.summary, case.parties, case.sources, case.events) == (
        again.title,
        again.summary,
        again.parties,
        again.sources,
        again.events,
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Outcome of misconduct hearing", True),
        ("Misconduct hearing: PC dismissed for theft", False),
        ("Officer who took £200 is dismissed", False),
    ],
)
def test_beside_a_spent_conviction_only_the_plain_title_of_a_notice_is_shown(title: str, shown: bool) -> None:
    source = make(dismissed(title=title)).publish(on="2030-01-01").sources[0]
    assert source.title == (title if shown else None)
    assert source.url is None, "its text tells of the conviction"
    headline = dismissed(title=title, kind="news", official=False)
    assert all(source.title is None for source in make(headline).publish(on="2030-01-01").sources)
