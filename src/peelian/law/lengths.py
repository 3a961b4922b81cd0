"""Lengths of time as ISO 8601 durations, kept in the units of the text.

A length is a text such as `P24M`, `P2Y6M`, `P12W`, `P200D`, or `indefinite`. Years and months are
exact multiples of each other; weeks and days too; months and days are not, so a comparison of six
months with 26 weeks has no certain answer and says so.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache

from peelian.law.numbers import number

INDEFINITE = "indefinite"
"""The length of what has no end: "for life", "indefinitely", "until further order"."""

_ENDLESS = re.compile(
    r"(?:for )?(?:the rest of (?:his|her|their) )?life(?:time)?|for ever|forever|indefinite(?:ly)?|permanent(?:ly)?"
    r"|(?:for )?an indefinite (?:period|term|time)|until further (?:order|notice)|without limit(?: of time)?|lifelong"
)
_UNIT = re.compile(
    r"(?P<Y>years?|yrs?|decades?)|(?P<M>(?:calendar )?months?|mths?|mos?)|(?P<W>weeks?|wks?|fortnights?)|(?P<D>days?)"
)
_PART = re.compile(
    r"(?P<many>\d+(?:[.,]\d+)?|[a-z][a-z ]*?)?\s*(?P<half> and a half| and half| ?½)?\s*(?P<unit>"
    + re.sub(r"\?P<.>", "?:", _UNIT.pattern)
    + r")\b(?P<after> and a half)?"
)
_LEAD = re.compile(r"(?:for|of|a period of|a term of|a total of|to|at least|about|up to)\s+")
_JOIN = re.compile(r"\s*(?:,\s*and|and|plus|,|)\s*")
_ISO = re.compile(r"P(?:(?P<Y>\d+)Y)?(?:(?P<M>\d+)M)?(?:(?P<W>\d+)W)?(?:(?P<D>\d+)D)?\Z")


class LengthError(ValueError):
    """A text that should be an ISO 8601 length, or `indefinite`, is not one."""


def length(text: str) -> str | None:
    """Return the length of time that the whole of `text` names, or None.

    "24 months" -> P24M; "two years and six months" -> P2Y6M; "18-month" -> P18M; "a year" -> P1Y;
    "four and a half years" and "4.5 years" -> P4Y6M; "a fortnight" -> P2W; "a decade" -> P10Y.
    "for life" and "indefinitely" give `indefinite` (the guide's word for orders; a life sentence's
    length is its minimum term, which is another text). Half a month, week or day has no whole ISO
    form and gives None, and so does a length of nothing.
    """
    low = re.sub(r"[-‐-―]", " ", text.casefold())
    low = re.sub(r"['’ʼ]s?(?=\s|\Z)", "", low)
    low = " ".join(low.split()).rstrip(" .,;")
    if _ENDLESS.fullmatch(low):
        return INDEFINITE
    lead = _LEAD.match(low)
    rest = low[lead.end() :] if lead else low
    found: dict[str, int] = {}
    first = True
    while rest:
        if not first:
            join = _JOIN.match(rest)
            rest = rest[join.end() :] if join else rest
        match = _PART.match(rest)
        part = _part(match) if match else None
        if match is None or part is None:
            return None
        for unit, many in part.items():
            if unit in found:
                return None
            found[unit] = many
        rest = (
            rest[match.end() :].lstrip() if not rest[match.end() :].startswith(",") else rest[match.end() :]
        )
        first = False
    return format_length(found)


def _part(match: re.Match[str]) -> dict[str, int] | None:
    """Return {unit: how many} for one "four and a half years"; None if it is no such thing."""
    named = _UNIT.match(match["unit"])
    assert named is not None
    unit = named.lastgroup or ""
    times = 10 if match["unit"].startswith("decade") else 2 if match["unit"].startswith("fortnight") else 1
    said = (match["many"] or "").strip()
    half = bool(match["half"] or match["after"])
    if said in ("a", "an", "one"):
        twice = 2
    elif said in ("half a", "half an", "half"):
        twice = 1
    elif re.fullmatch(r"\d+[.]5", said):
        twice = 2 * int(said.split(".")[0]) + 1
    elif said.endswith(" and a half"):
        whole = number(said.removesuffix(" and a half"))
        if whole is None:
            return None
        twice = 2 * whole + 1
    else:
        whole = number(said)
        if whole is None:
            return None
        twice = 2 * whole
    if half:
        twice += 1
    twice *= times
    if twice % 2 == 0:
        return {unit: twice // 2}
    if unit != "Y":
        return None
    return {"Y": twice // 2, "M": 6} if twice > 1 else {"M": 6}


def format_length(parts: dict[str, int]) -> str | None:
    """Return the ISO form of {"Y": years, "M": months, "W": weeks, "D": days}; None if all are nought."""
    body = "".join(f"{parts[unit]}{unit}" for unit in "YMWD" if parts.get(unit))
    return f"P{body}" if body else None


def months_and_days(iso: str) -> tuple[int, int]:
    """Return a length as (months, days): years go to months and weeks to days, exactly.

    Raises `LengthError` for what is not an ISO length (`indefinite` has no months).
    """
    match = _ISO.match(iso)
    if match is None or iso == "P":
        raise LengthError(f"not an ISO 8601 length: {iso!r}")
    years, months, weeks, days = (int(match[unit] or 0) for unit in "YMWD")
    return 12 * years + months, 7 * weeks + days


@cache
def _days_in_months(months: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many months can have, from any month of any year."""
    counts = set()
    for start in range(2001 * 12, 2005 * 12):
        end = start + months
        counts.add((date(end // 12, end % 12 + 1, 1) - date(start // 12, start % 12 + 1, 1)).days)
    # Centuries without a leap day (1900, 2100) can take a day off a long length, and three off a very long one.
    spare = 0 if months <= 36 else 1 if months <= 1_000 else 3
    return min(counts) - spare, max(counts) + (spare if spare > 1 else 0)


def days_at_least_and_most(iso: str) -> tuple[int, int]:
    """Return the fewest and most days that a length can last. Raises `LengthError`."""
    months, days = months_and_days(iso)
    if months > 90_000:
        raise LengthError(f"too long to be meant: {iso!r}")
    fewest, most = _days_in_months(months) if months else (0, 0)
    return fewest + days, most + days


def compare_lengths(first: str, second: str) -> int | None:
    """Return -1, 0 or 1 as the first length is shorter, equal or longer; None where it depends.

    P24M equals P2Y; P26W against P6M depends on the months and is None. `indefinite` is longer than
    any other. Raises `LengthError`.
    """
    if INDEFINITE in (first, second):
        for other in (first, second):
            if other != INDEFINITE:
                months_and_days(other)
        return (first == INDEFINITE) - (second == INDEFINITE)
    months, days = months_and_days(first)
    other_months, other_days = months_and_days(second)
    # What both have in common says nothing: four years and a day is longer than four years.
    shared_months, shared_days = min(months, other_months), min(days, other_days)
    if (months, days) == (other_months, other_days):
        return 0
    low, high = days_at_least_and_most(f"P{months - shared_months}M{days - shared_days}D")
    other_low, other_high = days_at_least_and_most(
        f"P{other_months - shared_months}M{other_days - shared_days}D"
    )
    if low > other_high:
        return 1
    return -1 if high < other_low else None


def months_between(first: date, second: date) -> int:
    """Return the whole months from one day to a later one (negative if it is earlier)."""
    if second < first:
        return -months_between(second, first)
    return 12 * (second.year - first.year) + second.month - first.month - (second.day < first.day)


def add_length(day: date, iso: str, *, times: int = 1) -> date:
    """Return the day that is a length after `day` (before it, with `times` -1), by the calendar.

    Months first, then days; where the month is too short its last day: 31 August and six months is
    28 February. Raises `LengthError`, also for a length that leads out of the calendar.
    """
    months, days = months_and_days(iso)
    index = 12 * day.year + day.month - 1 + times * months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise LengthError(f"{iso} from {day} leads out of the calendar")
    made = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    try:
        return made + timedelta(days=times * days)
    except OverflowError:
        raise LengthError(f"{iso} from {day} leads out of the calendar") from None
