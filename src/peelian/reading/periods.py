"""The period that a list or report covers: "October to December 2020", "Quarter 2, 2016-17".

A month told without its year in such a paper is the latest of that name up to the period's end.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import MONTHS
from peelian.reading.page import Page

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_TO_MONTH: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?: (?:19|20)\d\d)? ?(?:to|-|\u2013|and|until) ?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?: (?P<year>(?:19|20)\d\d))?\b"
)
# Police years run from April to March.
_POLICE_YEAR: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d) ?[/\u2013-] ?(?P<next>(?:(?:19|20)\d\d|\d\d))\b")
_QUARTER: Final = re.compile(
    r"\bq(?:uarter|tr)?\.? ?(?P<n>[1-4])\b|\b(?P<word>first|second|third|fourth) quarter\b"
)
_ENDS: Final = {"1": 6, "2": 9, "3": 12, "4": 3, "first": 6, "second": 9, "third": 12, "fourth": 3}
_TOP_LINES: Final = 8
_HEADING: Final = 110
_COVERS: Final = re.compile(
    r"\b(?:period|quarter|covers?|covering|reports?|reported|concluded|finali[sz]ed|completed|between|outcomes?|hearings)\b"
)
_CONDUCT: Final = re.compile(
    r"\b(?:alleg\w+|he|she|officer (?:had|was|sent|used)|pc|ps|dc|constable|sergeant)\b"
)
_FIRST_WORDS: Final = 900  # characters in which a report says what period it covers


def end_of_period(page: Page) -> str | None:
    """The last month (EDTF) of the period that a page's heading or first sentences say it covers; None if they say none."""
    for line in page.lines[:_TOP_LINES]:
        if line.end - line.start <= _HEADING:
            found = _end_in(page.low, line.start, line.end)
            if found is not None:
                return found
    for sentence in page.sentences:
        if sentence.start > _FIRST_WORDS:
            break
        words = page.low[sentence.start : sentence.end]
        if _names_year(words) and not _CONDUCT.search(words) and _COVERS.search(words):
            found = _end_in(page.low, sentence.start, sentence.end)
            if found is not None:
                return found
    return None


def _names_year(words: str) -> bool:
    """Whether a year may stand among ``words``, without which they name no period."""
    return "20" in words or "19" in words


def months_over_sections(page: Page) -> list[tuple[int, str]]:
    """Where each heading stands that begins with a month and its year ("June 2018: data"), with that month (EDTF)."""
    out = []
    for line in page.lines:
        if line.end - line.start > _HEADING or page.text[line.end - 1] in ".,;":
            continue
        if not _names_year(page.low[line.start : line.start + _MONTH_AND_YEAR]):
            continue
        found = _MONTH_OVER.match(page.low, line.start, line.end)
        if found is not None:
            out.append((line.start, f"{found['year']}-{MONTHS[found['month']]:02d}"))
    return out


_MONTH_AND_YEAR: Final = 16  # characters
_MONTH_OVER: Final = re.compile(
    rf"(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)(?=:| [-\u2013]|$|\n)", re.MULTILINE
)


def _end_in(low: str, start: int, end: int) -> str | None:
    """The last month of the period that these words name."""
    if not _names_year(low[start:end]):
        return None
    months = _TO_MONTH.search(low, start, end)
    police = _POLICE_YEAR.search(low, start, end)
    if police is not None and int(police["next"][-2:]) != (int(police["year"]) + 1) % 100:
        police = None
    if months is not None and months["year"]:
        return f"{months['year']}-{MONTHS[months['month']]:02d}"
    if police is None:
        return None
    quarter = _QUARTER.search(low, start, end)
    month = (
        MONTHS[months["month"]]
        if months is not None
        else _ENDS[quarter["n"] or quarter["word"]]
        if quarter is not None
        else 3
    )
    return f"{int(police['year']) + (month < _FIRST_MONTH):04d}-{month:02d}"


_FIRST_MONTH: Final = 4
