"""Dates in prose: read with their offsets, resolved only where the document makes them certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.dates import MONTHS
from peelian.reading.prepared import prepare


def resolved(text: str, published: str | None) -> list[str | None]:
    """The EDTF of every date in a text."""
    return [d.edtf for d in prepare(text, published).dates]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("He was sentenced on 11 April 2014.", None, ["2014-04-11"]),
        ("He was sentenced on April 11th, 2014.", None, ["2014-04-11"]),
        ("Dated 11/04/2014.", None, ["2014-04-11"]),
        ("Dated 11.04.14", None, ["2014-04-11"]),
        ("In May 2019 he resigned.", None, ["2019-05"]),
        # a run of days, month first, ends with its last day; a number of men is no day
        ("The panel sat between May 9 and 11, 2014.", None, ["2014-05-11"]),
        ("On May 9 and 11 officers came.", "2014-06-11", ["2014-05-09"]),
        # in words
        ("He was sentenced on the third of October, two thousand and fourteen.", None, ["2014-10-03"]),
        ("He was sentenced on the twenty-first of May, 2014.", None, ["2014-05-21"]),
        ("He was sentenced on May the sixth.", "2014-06-11", ["2014-05-06"]),
        ("He was sentenced on May the 6th, 2013.", None, ["2013-05-06"]),
        ("In the January of two thousand and twelve he was sacked.", None, ["2012-01"]),
        ("He left in two thousand and ten, a poor man.", None, ["2010"]),
        ("He took two thousand and ten pounds.", None, []),
        # a day of a month that is not named is the last such day, or of the month just told
        ("The bench sentenced him on the 7th.", "2014-04-11", ["2014-04-07"]),
        ("The bench sentenced him on the 17th after a trial.", "2014-01-11", ["2013-12-17"]),
        ("He was charged on 12 January and jailed on the 30th.", "2014-04-11", ["2014-01-12", "2014-01-30"]),
        ("He was sacked on the 28th of last month.", "2014-04-11", ["2014-03-28"]),
        ("He was sacked on the 30th.", "2014-03-11", [None]),
        ("He was sacked on the 7th.", None, [None]),
        ("He slept on the 4th and 5th floors, and was struck by the 5th iron.", "2014-04-11", []),
        (
            "Employed since 2009, she pleaded guilty in October.\n\nOn the 26th she was fined.",
            "2019-11-28",
            ["2009", "2009-10", "2019-11-26"],
        ),
        # "in the August": of the year just told
        ("She was jailed in May 2012. He left in the August.", "2014-10-11", ["2012-05", "2012-08"]),
        # a day that no such month has is no date
        ("He was sentenced on 31 April 2014.", None, []),
        # no year is invented
        ("He was dismissed on 3 March.", None, ["XXXX-03-03"]),
        # the year of publication makes it certain, looking back
        ("He was dismissed on 3 March.", "2014-04-11", ["2014-03-03"]),
        ("He was dismissed on 3 November.", "2014-04-11", ["2013-11-03"]),
        # what is still to come looks forward
        ("He will be sentenced on 3 May.", "2014-04-11", ["2014-05-03"]),
        ("Sentence was adjourned until 3 January.", "2014-04-11", ["2015-01-03"]),
        # weekdays go to the nearest such day on or before publication, or after it for what will be
        ("He was jailed on Thursday.", "2014-04-11", ["2014-04-10"]),
        ("He will appear on Monday.", "2014-04-11", ["2014-04-14"]),
        ("He was jailed on Thursday.", None, [None]),
        ("He was jailed today.", "2014-04-11", ["2014-04-11"]),
        ("He was jailed yesterday.", "2014-03-01", ["2014-02-28"]),
        ("He resigned last month.", "2014-01-11", ["2013-12"]),
        # "that year" refers back
        ("She complained in 2016. In August that year he was charged.", None, ["2016", "2016-08"]),
        # a weekday beside a full date is one date
        ("On Monday, 14 March 2022 it began.", None, ["2022-03-14"]),
        # "may" is no month unless it stands as one
        ("He may appeal.", "2014-04-11", []),
    ],
)
def test_dates(text: str, published: str | None, expected: list[str | None]) -> None:
    """Each form of date gives what a careful reader would write down."""
    assert resolved(text, published) == expected


@given(st.integers(1, 28), st.sampled_from([m for m in MONTHS if len(m) > 3]), st.integers(1990, 2039))
def test_a_written_date_is_read_whole(day: int, month: str, year: int) -> None:
    """Any day, month and year written in the British way comes back as itself, at its own place."""
    text = f"The hearing was on {day} {month.title()} {year} in Leeds."
    (found,) = prepare(text).dates
    assert found.edtf == f"{year}-{MONTHS[month]:02d}-{day:02d}"
    assert text[found.start : found.end] == f"{day} {month.title()} {year}"


@given(st.text(alphabet="0123456789 /.-thMayjune£%:,", max_size=60))
def test_odd_figures_never_raise(text: str) -> None:
    """Any jumble of figures gives dates that are dates, or nothing."""
    for d in prepare(text).dates:
        assert 0 <= d.start < d.end <= len(text)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("PC Ann Marlowe was later dismissed in November at a misconduct hearing.", "2022-11"),
        ("PC Ann Marlowe, who served until she was dismissed in November at a misconduct hearing, was jailed.", "2022-11"),
    ],
)  # fmt: skip
def test_what_was_later_done_is_no_day_to_come(words: str, date: str) -> None:
    reading = read(Document("x", f"Officer jailed\n\nFenland News\n3 March 2023\n\n{words}\n")).to_dict()
    assert reading["subjects"][0]["proceeding"]["date"] == date


def test_the_day_that_an_undated_page_calls_today_gives_the_year_of_the_others() -> None:
    text = (
        "Former detective guilty\n\nRoss Marlowe, a detective constable, was convicted today, 4 November 2021, of theft at Leeds Crown Court.\n\n"
        "He was dismissed at an accelerated hearing in February this year.\n"
    )
    assert read(Document("x", text)).to_dict()["subjects"][0]["proceeding"]["date"] == "2021-02"
