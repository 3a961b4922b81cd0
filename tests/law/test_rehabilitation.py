"""When convictions are spent: the worked examples, the edges of the three tables, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law import Ordered, Passed, Spent, spent_from
from peelian.law.lengths import add_length

NOW = date(2026, 11, 22)
LASPO = date(2023, 1, 1)
OLD = date(2014, 3, 9)
RAPE, MIPO = ("rape",), ("misconduct_in_public_office",)


def custody(length: str, **known: Any) -> list[Passed]:
    return [Passed("imprisonment", length, **known)]


def suspended(length: str) -> list[Passed]:
    return [Passed("suspended_sentence", length)]


# Publication rules, 4.6: each row of its table, and gov.uk's own example.
@pytest.mark.parametrize(
    ("row", "sentences", "orders", "sentenced", "as_of", "offences", "spent"),
    [
        ("A", suspended("P12W"), [], "2024-04-11", NOW, (), "2025-07-04"),
        ("A' LASPO", suspended("P12W"), [], "2019-04-11", date(2020, 5, 1), (), "2021-07-04"),
        ("A' now", suspended("P12W"), [], "2019-04-11", NOW, (), "2020-07-04"),
        (
            "A''",
            suspended("P12W"),
            [Ordered("restraining_order", "P5Y")],
            "2024-04-11",
            NOW,
            (),
            "2029-04-11",
        ),
        ("B", custody("P4Y"), [], "2019-04-11", NOW, (), "2027-04-11"),
        ("B before", custody("P4Y"), [], "2019-04-11", LASPO, (), "2030-04-11"),
        ("B'", custody("P4Y"), [], "2024-04-11", NOW, (), "2032-04-11"),
        ("C", custody("P4Y1M"), [], "2024-04-11", NOW, RAPE, "never"),
        ("D before", custody("P5Y"), [], "2016-03-01", date(2023, 10, 27), MIPO, "never"),
        ("D", custody("P5Y"), [], "2016-03-01", date(2023, 10, 28), MIPO, "2028-03-01"),
        ("E", suspended("P20M"), [], "2022-09-30", NOW, (), "2028-05-30"),
        ("E LASPO", suspended("P20M"), [], "2022-09-30", LASPO, (), "2028-05-30"),
        ("F", [*custody("P8M"), *custody("P8M", consecutive=True)], [], "2023-06-12", NOW, (), "2028-10-12"),
        ("F total", custody("P16M"), [], "2023-06-12", NOW, (), "2028-10-12"),
        ("G", [Passed("fine"), Passed("community_order", "P24M")], [], "2025-02-03", NOW, (), "2027-02-03"),
        ("H", custody("P4Y"), [Ordered("shpo", "indefinite")], "2019-04-11", NOW, (), "open"),
        ("I", [Passed("life")], [], "2019-04-11", NOW, (), "never"),
        ("gov.uk", custody("P3Y"), [], "2021-05-05", NOW, (), "2028-05-05"),
    ],
    ids=lambda value: value if isinstance(value, str) and not value.startswith("20") else "",
)
def test_worked_examples(
    row: str,
    sentences: list[Passed],
    orders: list[Ordered],
    sentenced: str,
    as_of: date,
    offences: tuple[str, ...],
    spent: str,
) -> None:
    found = spent_from(sentences, orders, sentenced=sentenced, as_of=as_of, offences=offences)
    assert (found.day.isoformat() if found.day else found.state) == spent
    assert found.source


@pytest.mark.parametrize(
    ("as_of", "table"),
    [("2014-03-09", "t1974"), ("2014-03-10", "t2014"), ("2023-10-27", "t2014"), ("2023-10-28", "t2023")],
)
def test_the_table_of_the_day_governs(as_of: str, table: str) -> None:
    assert law.table_on(date.fromisoformat(as_of)) == table


# Each boundary, on it and just above it. Sentenced on 10 January 2010; days from the tables by hand.
@pytest.mark.parametrize(
    ("as_of", "length", "spent"),
    [
        (NOW, "P12M", "2012-01-10"), (NOW, "P12M1D", "2015-01-11"), (NOW, "P1Y", "2012-01-10"),
        (NOW, "P48M", "2018-01-10"), (NOW, "P48M1D", "2021-01-11"),
        (LASPO, "P6M", "2012-07-10"), (LASPO, "P6M1D", "2014-07-11"), (LASPO, "P30M", "2016-07-10"),
        (LASPO, "P30M1D", "2019-07-11"), (LASPO, "P48M", "2021-01-10"), (LASPO, "P48M1D", "never"),
        (OLD, "P6M", "2017-01-10"), (OLD, "P6M1D", "2020-01-10"), (OLD, "P30M", "2020-01-10"),
        (OLD, "P30M1D", "never"),
    ],
)  # fmt: skip
def test_edges_of_the_tables(as_of: date, length: str, spent: str) -> None:
    found = spent_from(
        custody(length), sentenced="2010-01-10", convicted="2010-01-10", as_of=as_of, offences=("theft",)
    )
    assert (found.day.isoformat() if found.day else found.state) == spent
    exact = length in ("P12M", "P1Y", "P48M", "P6M", "P30M") and not (as_of == OLD and length == "P48M")
    assert (found.edge is not None and "exactly" in found.edge) is exact


@pytest.mark.parametrize(
    ("kind", "length", "as_of", "spent"),
    [
        ("fine", None, NOW, "2011-01-10"), ("fine", None, OLD, "2015-01-10"),
        ("community_order", "P12M", NOW, "2011-01-10"), ("community_order", "P12M", LASPO, "2012-01-10"),
        ("community_order", "P12M", OLD, "2015-01-10"), ("community_order", "indefinite", NOW, "2012-01-10"),
        ("community_order", None, NOW, "unknown"),
        ("conditional_discharge", "P6M", NOW, "2010-07-10"), ("conditional_discharge", "P6M", OLD, "2011-01-10"),
        ("conditional_discharge", "P2Y", OLD, "2012-01-10"), ("conditional_discharge", None, NOW, "unknown"),
        ("absolute_discharge", None, NOW, "2010-01-10"), ("absolute_discharge", None, OLD, "2010-07-10"),
        ("caution", None, NOW, "2010-01-10"), ("hospital_order", "indefinite", NOW, "open"),
        ("imprisonment", None, NOW, "unknown"), ("imprisonment", "indefinite", NOW, "never"),
        ("other", None, NOW, "unknown"),
    ],
)  # fmt: skip
def test_other_sentences(kind: str, length: str | None, as_of: date, spent: str) -> None:
    found = spent_from([Passed(kind, length)], sentenced="2010-01-10", convicted="2010-01-10", as_of=as_of)
    assert (found.day.isoformat() if found.day else found.state) == spent


def test_an_extended_sentence_is_never_spent() -> None:
    assert spent_from(custody("P2Y", extended=True), sentenced="2020-01-10", as_of=NOW).state == "never"


@pytest.mark.parametrize(
    ("order", "spent"),
    [
        (Ordered("sex_offender_notification", "indefinite"), "2022-01-10"),
        (Ordered("costs"), "2022-01-10"), (Ordered("surcharge"), "2022-01-10"), (Ordered("unpaid_work"), "2022-01-10"),
        (Ordered("shpo", "P10Y"), "2030-01-10"), (Ordered("shpo"), "unknown"), (Ordered("shpo", "indefinite"), "open"),
        (Ordered("shpo", "indefinite", ended="2024-06-01"), "2024-06-01"),
        (Ordered("driving_disqualification", "P3Y"), "2023-01-10"), (Ordered("endorsement"), "2025-01-10"),
        (Ordered("compensation"), "unknown"), (Ordered("compensation", ended="2022-05-01"), "2022-05-01"),
        (Ordered("compensation", ended="2020-05-01"), "2022-01-10"), (Ordered("sex_offender_order"), "unknown"),
    ],
)  # fmt: skip
def test_orders_that_outlast(order: Ordered, spent: str) -> None:
    found = spent_from(custody("P12M"), [order], sentenced="2020-01-10", convicted="2020-01-10", as_of=NOW)
    assert (found.day.isoformat() if found.day else found.state) == spent


def test_unknown_still_says_before_when_it_is_surely_not_spent() -> None:
    found = spent_from(custody("P12M"), [Ordered("shpo")], sentenced="2020-01-10", as_of=NOW)
    assert found.state == "unknown"
    assert found.spent(date(2021, 6, 1)) is False
    assert found.spent(date(2022, 6, 1)) is None
    assert found.treat_as_spent(date(2022, 6, 1))


def test_govuk_day_and_the_earlier_day_of_the_statute() -> None:
    found = spent_from(custody("P3Y"), sentenced="2021-05-05", as_of=NOW)
    assert found.earliest == date(2028, 5, 4)
    answers = [found.spent(date(2028, 5, day)) for day in (3, 4, 5)]
    assert answers == [False, None, True]
    assert [found.treat_as_spent(date(2028, 5, day)) for day in (3, 4, 5)] == [False, True, True]


def test_schedule_18() -> None:
    assert law.schedule_18("rape") is True
    assert law.schedule_18("misconduct_in_public_office") is False
    assert law.schedule_18("mipo") is False
    assert law.schedule_18("public_order") is None
    with pytest.raises(law.UnknownTerm):
        law.schedule_18("no_such_offence")


@pytest.mark.parametrize("offences", [(), (*RAPE, *MIPO), ("public_order",)])
def test_over_four_years_is_not_decided_without_schedule_18(offences: tuple[str, ...]) -> None:
    found = spent_from(custody("P6Y"), sentenced="2010-01-10", as_of=NOW, offences=offences)
    assert (found.state, found.day, found.verified) == ("unknown", None, False)
    assert found.spent(date(2022, 12, 1)) is False


def test_a_listed_count_of_over_four_years_decides_though_others_are_not_listed() -> None:
    sentences = [
        Passed("imprisonment", "P6Y", offences=RAPE),
        Passed("imprisonment", "P2Y", offences=MIPO, consecutive=True),
    ]
    assert spent_from(sentences, sentenced="2010-01-10", as_of=NOW).state == "never"


def test_concurrent_terms_count_by_the_longest() -> None:
    both = spent_from([*custody("P8M"), *custody("P10M")], sentenced="2023-06-12", as_of=NOW)
    assert both.day == spent_from(custody("P10M"), sentenced="2023-06-12", as_of=NOW).day


def test_weeks_against_months_are_said_to_be_an_edge() -> None:
    found = spent_from(custody("P26W"), sentenced="2019-05-05", as_of=date(2020, 1, 1))
    assert found.day == date(2023, 11, 3)
    assert found.earliest == date(2021, 11, 2)
    assert found.edge is not None and "weeks" in found.edge


def test_a_date_known_in_part_is_not_later_than() -> None:
    found = spent_from(suspended("P12M"), sentenced="2020", as_of=NOW)
    assert (found.day, found.earliest, found.not_later_than) == (date(2022, 12, 31), date(2021, 12, 31), True)
    for sentenced in (None, "XXXX-04-11"):
        assert spent_from(custody("P12M"), sentenced=sentenced, as_of=NOW).state == "unknown"


def test_remand_makes_custody_not_later_than_and_leaves_suspended_sentences_alone() -> None:
    assert spent_from(custody("P12M"), sentenced="2020-01-10", as_of=NOW).not_later_than
    assert not spent_from(suspended("P12M"), sentenced="2020-01-10", as_of=NOW).not_later_than


def test_under_18_has_shorter_periods() -> None:
    found = spent_from(custody("P12M"), sentenced="2020-01-10", as_of=NOW, under_18=True)
    assert found.day == date(2021, 7, 10)


def test_no_sentence_told_is_not_spent_and_not_unspent() -> None:
    assert spent_from([], sentenced="2020-01-10", as_of=NOW).spent(NOW) is None
    assert (
        spent_from([], [Ordered("restraining_order", "P1Y")], sentenced="2020-01-10", as_of=NOW).state
        == "unknown"
    )


def test_an_endorsement_that_is_not_told_is_pointed_out() -> None:
    found = spent_from([Passed("fine")], sentenced="2020-01-10", as_of=NOW, offences=("drink_driving",))
    assert found.edge is not None and "endorses" in found.edge


def test_a_second_conviction_runs_on_the_first() -> None:
    first = spent_from(custody("P12M"), sentenced="2020-01-10", as_of=NOW)
    second = spent_from(custody("P3Y"), sentenced="2021-06-01", as_of=NOW)
    joined = law.reconvicted(first, second, convicted=date(2021, 6, 1))
    assert joined.day == second.day and not joined.verified
    assert law.reconvicted(first, second, convicted=date(2022, 6, 1)) == first
    assert law.reconvicted(second, first, convicted=date(2021, 7, 1)) == second


def test_unknown_kinds_are_named() -> None:
    with pytest.raises(law.UnknownTerm, match="no_such"):
        spent_from([Passed("no_such")], sentenced="2020-01-10", as_of=NOW)
    with pytest.raises(law.UnknownTerm, match="no_such"):
        spent_from([Passed("fine")], [Ordered("no_such")], sentenced="2020-01-10", as_of=NOW)
    with pytest.raises(law.LengthError):
        spent_from(custody("two years"), sentenced="2020-01-10", as_of=NOW)


DAYS = st.dates(date(1975, 1, 1), date(2040, 1, 1))
LENGTHS = st.builds("P{}M".format, st.integers(1, 48)) | st.builds("P{}W".format, st.integers(1, 200))
KINDS = st.sampled_from(["imprisonment", "suspended_sentence"])


def _day(found: Spent) -> date:
    assert found.day is not None and found.earliest is not None
    return found.day


@given(DAYS, st.dates(date(2014, 3, 10), date(2040, 1, 1)), KINDS, LENGTHS)
def test_spent_from_the_day_and_not_before(sentenced: date, as_of: date, kind: str, length: str) -> None:
    found = spent_from([Passed(kind, length)], sentenced=sentenced.isoformat(), as_of=as_of, offences=MIPO)
    day = _day(found)
    assert found.earliest is not None
    assert found.spent(day) is True and found.spent(day + timedelta(1)) is True
    assert found.spent(day - timedelta(1)) is not True
    assert found.spent(found.earliest - timedelta(1)) is False
    assert day > add_length(sentenced, length)
    for on in (sentenced, day - timedelta(40), day, day + timedelta(4000)):
        assert found.treat_as_spent(on) or found.spent(on) is False


@given(DAYS, LENGTHS, LENGTHS)
def test_nothing_added_makes_it_spent_sooner(sentenced: date, length: str, order: str) -> None:
    told = sentenced.isoformat()
    alone = spent_from(custody(length), sentenced=told, as_of=NOW, offences=MIPO)
    more = spent_from(custody(length), [Ordered("shpo", order)], sentenced=told, as_of=NOW, offences=MIPO)
    added = [*custody(length), Passed("imprisonment", order, consecutive=True)]
    longer = spent_from(added, sentenced=told, as_of=NOW, offences=MIPO)
    assert _day(alone) <= _day(more) and _day(alone) <= _day(longer)


@given(DAYS, LENGTHS)
def test_the_table_of_2023_is_never_harder_than_that_of_2014(sentenced: date, length: str) -> None:
    told = sentenced.isoformat()
    now = spent_from(custody(length), sentenced=told, as_of=NOW, offences=MIPO)
    before = spent_from(custody(length), sentenced=told, as_of=LASPO, offences=MIPO)
    # Between 6 and 12 months of the old table and at 48 of the new the periods are equal or shorter, with the end the same.
    assert _day(now) <= _day(before)


@given(DAYS, DAYS, LENGTHS)
def test_a_later_sentence_is_never_spent_sooner(one: date, other: date, length: str) -> None:
    first, second = sorted([one, other])
    a = spent_from(custody(length), sentenced=first.isoformat(), as_of=NOW)
    b = spent_from(custody(length), sentenced=second.isoformat(), as_of=NOW)
    assert _day(a) <= _day(b)
