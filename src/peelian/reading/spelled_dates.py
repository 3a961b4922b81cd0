"""Dates written in words, or by their day alone: "the third of October, two thousand and fourteen", "on the 7th"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.spans import find_all

#: The days of a month in words, first to nineteenth.
ORDINALS: Final = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
_NTH: Final = (
    rf"(?:(?P<tens>twenty|thirty)[ -])?(?P<ones>{'|'.join(ORDINALS)})|(?P<round>twentieth|thirtieth)"
)
_ROUND: Final = {"twentieth": 20, "thirtieth": 30}
_TENS: Final = {None: 0, "twenty": 20, "thirty": 30}
_BEFORE_MONTH: Final = re.compile(rf"\b(?:{_NTH})(?: day)? of \Z")
_AFTER_MONTH: Final = re.compile(rf" the (?:(?P<figures>[0-3]?\d)(?:st|nd|rd|th)|{_NTH})\b")
_YEAR: Final = re.compile(
    r"(?:,|,? of|,? in)? ?(?:the year )?(?:two thousand(?: and (?P<a>[a-z]+(?:-[a-z]+)?))?|(?P<century>nineteen|twenty)[ -](?P<b>(?:ten|eleven|twelve|[a-z]+teen|twenty|thirty|[a-z]+ty)(?:-[a-z]+)?))\b"
)
_IN_YEAR: Final = re.compile(r"\b(?:in|of|since|until|by|from|during|before|after|late|early) \Z")
_YEAR_ENDS: Final = re.compile(
    r"(?=[,.;:)\n]|\Z| (?:and|for|when|he|she|they|the|after|at|on|by|was|were|is|had|to|while|that|but)\b)"
)
OF_MONTH: Final = re.compile(r" of (?P<which>this|last|that|the same) month\b")
_BARE_BEFORE: Final = re.compile(r"\b(?:on|since|until|by|from|was|of) the \Z")
_BARE: Final = re.compile(
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?=[,.;:)\n]|\Z| (?:of (?:this|last|that|the same) month|after|when|before|at|in|to|he|she|they|with|for)\b| and (?!\d))"
)


def _day(found: re.Match[str]) -> int:
    if found["round"]:
        return _ROUND[found["round"]]
    return _TENS[found["tens"]] + ORDINALS.index(found["ones"]) + 1


def day_before(low: str, at: int) -> tuple[int, int] | None:
    """The day in words that stands before a month at ``at``: the day, and where its words begin."""
    if not low.endswith(" of ", 0, at):
        return None
    found = _BEFORE_MONTH.search(low, max(0, at - 26), at)
    return (_day(found), found.start()) if found is not None else None


def day_after(low: str, at: int) -> tuple[int, int] | None:
    """The day that stands after a month that ends at ``at`` ("May the sixth", "May the 6th"): the day, and its end."""
    found = _AFTER_MONTH.match(low, at) if low.startswith(" the ", at) else None
    if found is None:
        return None
    return (int(found["figures"]) if found["figures"] else _day(found)), found.end()


_SEASON: Final = re.compile(r"\b(?:spring|summer|autumn|winter) (?:of|in) \Z")


def year_after(low: str, at: int) -> tuple[int, int] | None:
    """The year in words that follows ``at``, and where it ends."""
    found = _YEAR.match(low, at)
    if found is None or (found.start() == found.end()):
        return None
    words = found["a"] or found["b"]
    rest = law.number(words) if words else 0
    if rest is None or rest > 99 or (found["century"] and rest < 10):
        return None
    year = (1900 if found["century"] == "nineteen" else 2000) + rest
    return (year, found.end()) if 1900 <= year < 2050 else None


def years(low: str) -> Iterator[tuple[int, int, int]]:
    """Years in words that stand without a month ("in two thousand and ten"): start, end, year."""
    for at in find_all(low, ("two thousand",)):
        if _IN_YEAR.search(low, max(0, at - 8), at):
            found = year_after(low, at)
            of_season = _SEASON.search(low, max(0, at - 12), at) is not None  # whatever stands behind
            if found is not None and (of_season or _YEAR_ENDS.match(low, found[1])):
                yield at, found[1], found[0]


_CHRISTMAS: Final = 25  # of December
# "four days |before Christmas|", "shortly", "the week": in December ("before Christmas" alone may be any time)
_BEFORE_CHRISTMAS: Final = re.compile(
    r"\b(?:(?P<n>[a-z]+|\d{1,2}) (?P<unit>day|week)s?|shortly|just|right) before (?P<feast>christmas)\b(?! (?:eve|day|party|do|lights))(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)


def feasts(low: str) -> Iterator[tuple[int, int, int | None, int, int | None]]:
    """Days counted from a feast ("four days before Christmas"): start, end, year, month, day."""
    for at in find_all(low, (" before christmas",)):
        found = _BEFORE_CHRISTMAS.search(low, max(0, at - 24), at + len(" before christmas 2000,"))
        if found is None:
            continue
        days = law.number(found["n"]) if found["n"] else None
        if found["n"] == "the":
            days = 1
        day = _CHRISTMAS - days if days and found["unit"] == "day" and days < _CHRISTMAS else None
        year = int(found["year"]) if found["year"] else None
        yield found.start("feast"), found.end(), year, 12, day


def bare_day(low: str, at: int) -> tuple[int, int] | None:
    """The day of a month that is not named ("on the 7th"), whose figures begin at ``at``: the day, and its end."""
    if not low.endswith(" the ", 0, at) or not _BARE_BEFORE.search(low, max(0, at - 10), at):
        return None
    found = _BARE.match(low, at)
    return (int(found["day"]), found.end()) if found is not None and 1 <= int(found["day"]) <= 31 else None
