"""Dates that are known in part, as EDTF: 2014-04-11, 2014-04, 2014, XXXX-04-11, XXXX-04.

Nothing here invents a day, a month or a year. Days come first in figures, as British documents
write them. Functions that compare say None where the parts that are known do not decide.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_EDTF = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?\Z")
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if n} | {
    name.casefold(): n for n, name in enumerate(calendar.month_abbr) if n
}
_MONTHS["sept"] = 9
_WEEKDAYS = {name.casefold(): n for n, name in enumerate(calendar.day_name)} | {
    name.casefold(): n for n, name in enumerate(calendar.day_abbr)
}
_WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

_MONTH = r"(?P<word>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_SHORT = r"(?P<year>(?:(?:1[89]|20)\d\d)|\d\d)"
_FORMS = tuple(
    re.compile(pattern + r"\Z")
    for pattern in (
        _DAY + r"(?: of)?[ -]*" + _MONTH + r"(?:[ ,-]+" + _YEAR + r")?",
        _MONTH + r" +" + _DAY + r"(?:[ ,]+" + _YEAR + r")?",
        _MONTH + r"(?:[ ,-]+" + _YEAR + r")?",
        _YEAR,
        _YEAR + r"[-/](?P<month>\d\d)(?:[-/](?P<day>\d\d))?",
        r"(?P<day>\d{1,2})(?P<mark>[/. -])(?P<month>\d{1,2})(?P=mark)" + _SHORT,
        r"(?P<month>\d{1,2})/" + _YEAR,
    )
)
_CLOCK = re.compile(
    r"[ ,|T-]*(?:(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?|(?:at )?\d{1,2} ?[ap]\.?m\.?)"
    r" ?(?:z|gmt|bst|utc|[+-]\d\d:?\d\d)?\Z",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:gmt|bst))?[ ,|]+(?:on )?", re.IGNORECASE
)
_WEEKDAY_FIRST = re.compile(
    r"(?:on )?(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\.?,?\s+(?:the )?", re.IGNORECASE
)


class DateError(ValueError):
    """A text or numbers that should make an EDTF date do not."""


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return the EDTF form of a date known in part. An unknown year is XXXX.

    Raises `DateError` for a day without a month, nothing known at all, or a day that no such month has.
    """
    if (day is not None and month is None) or (year is None and month is None):
        raise DateError(f"no date can be made of year {year}, month {month}, day {day}")
    if year is not None and not 1 <= year <= 9999:
        raise DateError(f"no such year: {year}")
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"no such month: {month}")
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        raise DateError(f"month {month} of {year or 'any year'} has no day {day}")
    made = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        made += f"-{month:02d}"
    return made if day is None else f"{made}-{day:02d}"


@lru_cache(maxsize=2048)
def parts(value: str) -> tuple[int | None, int | None, int | None]:
    """Return (year, month, day) of an EDTF date, None for what is not known. Raises `DateError`."""
    match = _EDTF.match(value)
    if match is None:
        raise DateError(f"not an EDTF date that we use: {value!r}")
    year = None if match["year"] == "XXXX" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    edtf(year, month, day)
    return year, month, day


def parse_date(text: str) -> str | None:
    """Return the EDTF date that the whole of `text` writes, or None.

    "11 April 2014", "April 11, 2014", "11th April" (XXXX-04-11), "11/04/2014" (day first),
    "11.04.14", "2014-04-11", "Apr 2014", "Thursday, 14 March 2019, 17:42". A weekday and a time of
    day are passed over. Two figures of a year are 1970 to 2069. Figures that only make sense with
    the month first ("04/13/2014") are not guessed at: None.
    """
    low = " ".join(text.split()).strip(" .,;|()").casefold()
    for lead in (_CLOCK_FIRST, _WEEKDAY_FIRST):
        match = lead.match(low)
        low = low[match.end() :] if match else low
    low = low.removeprefix("the ")
    for candidate in (low, _CLOCK.sub("", low)):
        made = _read(candidate.strip(" ,|"))
        if made is not None:
            return made
    return None


def _read(low: str) -> str | None:
    for form in _FORMS:
        match = form.match(low)
        if match is None:
            continue
        found = match.groupdict()
        word = found.get("word")
        month = _MONTHS[word] if word else int(found["month"]) if found.get("month") else None
        year = int(found["year"]) if found.get("year") else None
        if year is not None and year < 100:
            year += 2000 if year < 70 else 1900
        day = int(found["day"]) if found.get("day") else None
        try:
            return edtf(year, month, day)
        except DateError:
            continue
    return None


def earliest(value: str) -> date | None:
    """Return the first day that an EDTF date can mean; None if its year is not known."""
    year, month, day = parts(value)
    return None if year is None else date(year, month or 1, day or 1)


def latest(value: str) -> date | None:
    """Return the last day that an EDTF date can mean; None if its year is not known."""
    year, month, day = parts(value)
    if year is None:
        return None
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def before(first: str, second: str) -> bool | None:
    """Say whether `first` is before `second`; None where what is known does not decide."""
    starts, ends = earliest(first), latest(first)
    other_starts, other_ends = earliest(second), latest(second)
    if starts is None or ends is None or other_starts is None or other_ends is None:
        return None
    if ends < other_starts:
        return True
    return False if starts >= other_ends else None


def after(first: str, second: str) -> bool | None:
    """Say whether `first` is after `second`; None where what is known does not decide."""
    return before(second, first)


def contains(outer: str, inner: str) -> bool:
    """Say whether every day that `inner` can mean is one that `outer` can mean.

    2014-04 contains 2014-04-11; XXXX-04 contains both; 2014-04-11 contains neither of them.
    """
    return all(known is None or known == of for known, of in zip(parts(outer), parts(inner), strict=True))


def compatible(first: str, second: str) -> bool:
    """Say whether two dates could be the same day: nothing that both know differs."""
    pairs = zip(parts(first), parts(second), strict=True)
    return all(one is None or other is None or one == other for one, other in pairs)


def weekday_on_or_before(published: str, weekday: str) -> str | None:
    """Return the nearest such weekday on or before the day of publication.

    None if the day of publication is not known to the day, or `weekday` is no weekday. This is how
    "on Thursday" in a dated report is read (labelling guide, ground rule 4).
    """
    return _weekday(published, weekday, -1)


def weekday_on_or_after(published: str, weekday: str) -> str | None:
    """Return the nearest such weekday on or after the day of publication, for what is still to come."""
    return _weekday(published, weekday, 1)


def _weekday(published: str, weekday: str, step: int) -> str | None:
    number = _WEEKDAYS.get(weekday.strip(" .,").casefold())
    day = earliest(published)
    if number is None or day is None or day != latest(published):
        return None
    try:
        return (day + timedelta(days=step * ((step * (number - day.weekday())) % 7))).isoformat()
    except OverflowError:
        return None
