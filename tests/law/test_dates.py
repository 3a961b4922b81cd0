"""Dates: formats, what is not invented, and comparison of what is known in part."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law.dates import earliest, latest, parts

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def partly_known(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"XXXX-{day:%m-%d}", f"XXXX-{day:%m}"],
        )
    )


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


@given(DAYS)
def test_a_whole_day_reads_back(day: date) -> None:
    iso = day.isoformat()
    month, short = calendar.month_name[day.month], calendar.month_abbr[day.month]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{ordinal(day.day)} of {month} {day.year}",
        f"{day.day:02d} {short} {day.year}",
        f"{day:%A}, {day.day} {month} {day.year}, 17:42",
        f"{day:%a} {day.day} {short} {day.year} at 5.42pm",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        iso,
        f"{iso}T09:30:00Z",
        f"{iso}T09:30:00+01:00",
    ):
        assert law.parse_date(text) == iso, text


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_two_figures_of_a_year(day: date) -> None:
    assert law.parse_date(f"{day:%d.%m.%y}") == day.isoformat()
    assert law.parse_date(f"{day:%d/%m/%y}") == day.isoformat()


@given(DAYS)
def test_nothing_is_invented(day: date) -> None:
    month = calendar.month_name[day.month]
    assert law.parse_date(f"{month} {day.year}") == f"{day:%Y-%m}"
    assert law.parse_date(f"{ordinal(day.day)} {month}") == f"XXXX-{day:%m-%d}"
    assert law.parse_date(f"{day:%A} {day.day} {month}") == f"XXXX-{day:%m-%d}"
    assert law.parse_date(month) == f"XXXX-{day:%m}"
    assert law.parse_date(str(day.year)) == f"{day:%Y}"


@pytest.mark.parametrize(
    "text",
    ["", "Monday", "yesterday", "04/13/2014", "31 February 2014", "29 February 2013", "32 May 2014", "2014-13-01",
     "spring 2014", "14", "11 April 2014 and 12 April 2014", "early April", "0 May"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert law.parse_date(text) is None


def test_leap_day_without_a_year() -> None:
    assert law.parse_date("29 February") == "XXXX-02-29"
    assert law.parse_date("29 February 2012") == "2012-02-29"


@given(partly_known())
def test_edtf_reads_back(value: str) -> None:
    assert law.edtf(*parts(value)) == value


@pytest.mark.parametrize(
    "value", ["", "2014-4", "2014-04-31", "XXXX", "2014-13", "XXXX-02-30", "14", "2014-04-11T", "0000"]
)
def test_not_edtf(value: str) -> None:
    with pytest.raises(law.DateError):
        parts(value)


@pytest.mark.parametrize(
    "known", [(2014, None, 3), (None, None, None), (2014, 2, 30), (2014, 0, None), (0, 1, 1)]
)
def test_no_edtf_can_be_made(known: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(law.DateError):
        law.edtf(*known)


@given(DAYS, DAYS)
def test_whole_days_compare_as_dates(one: date, other: date) -> None:
    assert law.before(one.isoformat(), other.isoformat()) is (one < other)
    assert law.after(one.isoformat(), other.isoformat()) is (one > other)


@given(partly_known(), partly_known())
def test_comparison_is_true_of_every_day_that_is_meant(one: str, other: str) -> None:
    answer = law.before(one, other)
    low, high, other_low, other_high = earliest(one), latest(one), earliest(other), latest(other)
    if low is None or high is None or other_low is None or other_high is None:
        assert answer is None
    elif answer is True:
        assert high < other_low
    elif answer is False:
        assert not low < other_high
    else:
        assert low < other_high and not high < other_low
    assert law.after(other, one) is answer


@given(partly_known(), DAYS)
def test_contains_agrees_with_first_and_last_day(value: str, day: date) -> None:
    low, high = earliest(value), latest(value)
    held = law.contains(value, day.isoformat())
    if low is not None and high is not None:
        assert held is (low <= day <= high)
    assert law.compatible(value, day.isoformat()) is held
    assert law.contains(value, value)


def test_contains() -> None:
    assert law.contains("XXXX-04", "2014-04-11")
    assert not law.contains("2014-04-11", "2014-04")
    assert law.compatible("XXXX-04-11", "2014")
    assert not law.compatible("XXXX-04-11", "2014-05")


@given(DAYS, st.integers(0, 6))
def test_nearest_weekday(day: date, weekday: int) -> None:
    name = calendar.day_name[weekday]
    before = date.fromisoformat(law.weekday_on_or_before(day.isoformat(), name) or "")
    after = date.fromisoformat(law.weekday_on_or_after(day.isoformat(), name[:3].upper()) or "")
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@pytest.mark.parametrize(
    ("published", "weekday"), [("2014-04", "Friday"), ("XXXX-04-11", "Friday"), ("2014-04-11", "someday")]
)
def test_no_weekday(published: str, weekday: str) -> None:
    assert law.weekday_on_or_before(published, weekday) is None
    assert law.weekday_on_or_after(published, weekday) is None
