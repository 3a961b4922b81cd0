"""Lengths, hours and money in prose, with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law.numbers import TENS, UNITS
from peelian.reading.quantities import lengths, lengths_and_hours, money, number

# Every word for a whole number below a hundred, and some above.
WORDS = [
    *(w for w, n in UNITS.items() if n),
    *TENS,
    *(f"{t}{gap}{u}" for t in TENS for u, n in UNITS.items() if 0 < n < 10 for gap in "- "),
    *("a hundred", "two hundred", "four hundred", "four hundred and fifty", "a dozen"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jailed for four years", ["P4Y"]),
        ("an 18-month final written warning", ["P18M"]),
        ("two years and six months in prison", ["P2Y6M"]),
        ("two-and-a-half years", ["P2Y6M"]),
        ("24 months", ["P24M"]),
        ("a 12 week sentence", ["P12W"]),
        ("twenty-two weeks", ["P22W"]),
        ("a year", ["P1Y"]),
        ("£200 a day", ["P1D"]),
        ("some years ago", []),
        ("six and a half months", []),  # no whole ISO form: none is given rather than a wrong one
    ],
)
def test_lengths(text: str, expected: list[str]) -> None:
    """The unit of the text is kept."""
    assert [x.value for x in lengths(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a £140 surcharge", [140.0]),
        ("£1,914.50 in all", [1914.5]),
        ("about £1.2m", [1_200_000.0]),
        ("700 pounds", [700.0]),
        ("$50", []),
    ],
)
def test_money(text: str, expected: list[float]) -> None:
    """Sums are pounds."""
    assert [x.value for x in money(text)] == expected


def test_articles_count_here_and_nowhere_else() -> None:
    """ "a year" is one year; "a" is no number for the law."""
    assert (number("a"), number("both"), number("seven"), number("41")) == (1, 2, 7, 41)
    assert law.number("a") is None


def test_hours_are_not_lengths() -> None:
    """Unpaid work is counted in hours."""
    found, worked = lengths_and_hours("200 hours of unpaid work over 12 months")
    assert [x.value for x in found] == ["P12M"]
    assert [x.value for x in worked] == [200]
    assert [x.value for x in lengths_and_hours("four hundred hours")[1]] == [400]


@given(st.sampled_from(WORDS), st.sampled_from(["years", "months", "weeks", "days"]))
def test_every_number_word_counts_every_unit(word: str, unit: str) -> None:
    """Words and figures give the same length, at the words' own place."""
    text = f"he got {word} {unit} in custody"
    (found,) = lengths(text)
    assert found.value == f"P{law.number(word)}{unit[0].upper()}"
    assert text[found.start : found.end] == f"{word} {unit}"
