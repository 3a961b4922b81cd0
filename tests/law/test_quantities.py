"""Numbers, lengths and money: known forms, and round trips over generated ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law.lengths import days_at_least_and_most, format_length, months_and_days

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
UNITS += "seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n: int) -> str:
    """Write a number as an English newspaper would; the tests' own, apart from the code under test."""
    if n < 20:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10] + (f"-{UNITS[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{UNITS[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    for scale, word in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if n >= scale:
            rest = n % scale
            join = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{in_words(n // scale)} {word}{join}{in_words(rest) if rest else ''}"
    raise AssertionError(n)


@given(st.integers(0, 10**12 - 1))
def test_number_reads_words_back(n: int) -> None:
    assert law.number(in_words(n)) == n
    assert law.number(in_words(n).replace("-", " ").upper()) == n


@given(st.integers(0, 10**12 - 1))
def test_number_reads_figures_back(n: int) -> None:
    assert law.number(str(n)) == n
    assert law.number(f"{n:,}") == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a hundred", 100),
        ("a couple of", 2),
        ("a score", 20),
    ],
)
def test_number_sets(text: str, n: int) -> None:
    assert law.number(text) == n


@pytest.mark.parametrize(
    "text",
    ["", "a", "an", "and", "hundred", "dozens", "several", "first", "2.5", "five hundred and", "one two",
     "twenty eleven", "thousand million", "five-o", "1,23", "two and two", "-3"],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert law.number(text) is None


@given(st.text(max_size=60))
def test_anything_can_be_asked(text: str) -> None:
    for read in (law.number, law.length, law.money, law.parse_date, law.rank, law.name):
        read(text)


LENGTHS = [
    ("24 months", "P24M"),
    ("two years and six months", "P2Y6M"),
    ("two years, six months and three days", "P2Y6M3D"),
    ("a year", "P1Y"),
    ("18-month", "P18M"),
    ("18 months’", "P18M"),
    ("12 weeks", "P12W"),
    ("200 days", "P200D"),
    ("four and a half years", "P4Y6M"),
    ("three-and-a-half-year", "P3Y6M"),
    ("4½ years", "P4Y6M"),
    ("4.5 years", "P4Y6M"),
    ("a year and a half", "P1Y6M"),
    ("half a year", "P6M"),
    ("one year and a day", "P1Y1D"),
    ("a fortnight", "P2W"),
    ("a decade", "P10Y"),
    ("4yrs 6mths", "P4Y6M"),
    ("for life", "indefinite"),
    ("life", "indefinite"),
    ("indefinitely", "indefinite"),
    ("until further order", "indefinite"),
]


@pytest.mark.parametrize(("text", "iso"), LENGTHS)
def test_length(text: str, iso: str) -> None:
    assert law.length(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "years",
        "six and a half months",
        "no months",
        "0 days",
        "two years and two years",
        "24",
        "six of years",
    ],
)
def test_no_length(text: str) -> None:
    assert law.length(text) is None


WORDS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
PARTS = st.dictionaries(st.sampled_from("YMWD"), st.integers(1, 999), min_size=1)


@given(PARTS, st.booleans(), st.sampled_from([", ", " ", " and "]))
def test_length_reads_back(parts: dict[str, int], words: bool, join: str) -> None:
    said = [
        f"{in_words(parts[unit]) if words else parts[unit]} {WORDS[unit]}{'s' if parts[unit] > 1 else ''}"
        for unit in "YMWD"
        if unit in parts
    ]
    assert law.length(join.join(said)) == format_length(parts)


@given(PARTS)
def test_months_and_days_read_back(parts: dict[str, int]) -> None:
    iso = format_length(parts)
    assert iso is not None
    months, days = months_and_days(iso)
    assert months == 12 * parts.get("Y", 0) + parts.get("M", 0)
    assert days == 7 * parts.get("W", 0) + parts.get("D", 0)


@given(st.integers(1, 600), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_months_are_within_their_bounds(months: int, start: date) -> None:
    first = start.replace(day=1)
    ahead = first.year * 12 + first.month - 1 + months
    days = (date(ahead // 12, ahead % 12 + 1, 1) - first).days
    low, high = days_at_least_and_most(f"P{months}M")
    assert low <= days <= high


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("P24M", "P2Y", 0), ("P12W", "P84D", 0), ("P26W", "P6M", None), ("P25W", "P6M", -1), ("P27W", "P6M", 1),
     ("P4Y1D", "P4Y", 1), ("P30M", "P2Y", 1), ("P200D", "P6M", 1), ("indefinite", "P99Y", 1),
     ("indefinite", "indefinite", 0), ("P1Y", "indefinite", -1)],
)  # fmt: skip
def test_compare_lengths(one: str, other: str, answer: int | None) -> None:
    assert law.compare_lengths(one, other) == answer


@given(PARTS, PARTS)
def test_comparison_is_the_opposite_the_other_way(one: dict[str, int], other: dict[str, int]) -> None:
    first, second = format_length(one), format_length(other)
    assert first is not None and second is not None
    ahead, back = law.compare_lengths(first, second), law.compare_lengths(second, first)
    assert (ahead is None and back is None) or (ahead is not None and back is not None and ahead == -back)


@pytest.mark.parametrize("text", ["", "P", "24M", "P2M1Y", "P1.5Y", "P-1M"])
def test_what_is_not_a_length(text: str) -> None:
    with pytest.raises(law.LengthError):
        law.compare_lengths(text, "P1Y")


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000))
def test_months_between_both_ways(first: date, days: int) -> None:
    second = first + timedelta(days=days)
    months = law.months_between(first, second)
    assert months == -law.months_between(second, first)
    low, _ = days_at_least_and_most(f"P{months}M") if months else (0, 0)
    assert low - 4 <= days <= (months + 1) * 31


@given(st.integers(0, 99_999_999))
def test_money_reads_back(pence: int) -> None:
    pounds = pence / 100
    assert law.money(f"£{pounds:,.2f}") == pounds
    assert law.money(f"ordered to pay £{pounds:.2f} in costs.") == pounds


@given(st.integers(1, 999_999))
def test_money_in_words_reads_back(pounds: int) -> None:
    assert law.money(f"{in_words(pounds)} pounds") == pounds


@pytest.mark.parametrize(
    ("text", "pounds"),
    [("£1,900", 1900), ("£1.2m", 1_200_000), ("£85 surcharge", 85), ("700 pounds", 700), ("£50k", 50_000),
     ("£2 million", 2_000_000), ("a fine of two thousand pounds", 2000), ("50p", 0.5), ("£85 with £85 costs", 85)],
)  # fmt: skip
def test_money(text: str, pounds: float) -> None:
    assert law.money(text) == pounds


@pytest.mark.parametrize(
    "text", ["", "100", "$50", "€20", "£100 to £200", "£1,2", "pounds", "12 hours", "several pounds"]
)
def test_no_money(text: str) -> None:
    assert law.money(text) is None
