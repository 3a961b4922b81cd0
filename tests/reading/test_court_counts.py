"""How many counts: the words before and after the name of an offence."""

from __future__ import annotations

import pytest

from peelian.reading.counts import read_count

CASES = [
    # number, noun and link
    ("he admitted three counts of |theft|", 3, False),
    ("seven charges of |fraud|", 7, False),
    # an article is one, a plural without a number none
    ("she faces a charge of |perjury|", 1, False),
    ("charges of |theft| and worse", None, False),
    # the second item of a list leaves the noun out
    ("two counts of theft and one of |burglary|", 1, False),
    ("two counts of theft and four of making |indecent photographs|", 4, False),
    # further counts are told apart from those before
    ("cleared of a third charge of |rape|", 1, True),
    ("a further count of |arson| was dropped", 1, True),
    # tables write a multiplier
    ("4 x |rape|", 4, False),
    ("|theft by employee| x 2", 2, False),
    ("|voyeurism| (three counts)", 3, False),
    # the next item's number is not this one's
    ("four counts of |rape|, two counts of assault", 4, False),
    # count numbers are counted
    ("two offences of |misconduct in public office| (counts 1 and 2)", 2, False),
    ("on count 3, |perverting the course of justice|, six months", 1, False),
    # a verb between link and name
    ("a charge of attempting to |pervert the course of justice|", 1, False),
]


@pytest.mark.parametrize(("text", "count", "further"), CASES)
def test_counts(text: str, count: int | None, further: bool) -> None:
    start = text.index("|")
    end = text.index("|", start + 1) - 1
    low = text.replace("|", "")
    found = read_count(low, start, end, 0, len(low))
    assert found is not None
    assert (found.value, found.further) == (count, further)


@pytest.mark.parametrize(
    "text", ["he was convicted of |theft|", "in 2019 |theft| rose", "guilty of |drink-driving|"]
)
def test_no_count_is_invented(text: str) -> None:
    start = text.index("|")
    end = text.index("|", start + 1) - 1
    low = text.replace("|", "")
    assert read_count(low, start, end, 0, len(low)) is None
