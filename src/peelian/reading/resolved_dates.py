"""What dates mean: the year of a day told without one, "today", "last month", a weekday, a day of no named month."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.dates import Date, as_edtf
from peelian.reading.spelled_dates import OF_MONTH

_TAIL_YEAR: Final = re.compile(
    r"(?: of)? (this|last|that|the same|the following|next)(?: year)\b|,? the same year\b"
)
# "in the January following": of the year just told, or the next
_FOLLOWING: Final = re.compile(
    r" (?:next )?following(?=[.,;:)]| and\b| (?:he|she|they|it|when|at|by|before|for|to)\b|\Z)"
)
_HEAD: Final = re.compile(r"\b(last|this|that|next|the previous) (?:\w+ )?\Z")
_FUTURE: Final = re.compile(
    r"\b(?:will|would (?:face|go before|appear|attend|sit|begin|start|take place|be (?:held|heard))|due to|is to|are to|to be|adjourned|pencilled in|timetabled|slated|booked for|fixed for|sits|convenes|awaits|awaiting|until(?! (?:you|he|she|they|his|her|their|the (?:officer|claimant|appellant|defendant))\b)|listed|scheduled|next|coming|set for|set to|expected|remanded|bailed|commencing|postponed|return on|later (?:this|in the)|faces|facing|goes (?:on trial|before)|begins|takes place|must appear|(?:hearing|trial|meeting|sentencing|appeal|tribunal) (?:is|are) (?:on|in|at|for))\b"
)
# A run of days that is over: "sat from Monday until Thursday".
_SAT: Final = re.compile(
    r"\b(?:sat|heard|ran|lasted|took place|was held)\b[^.;]{0,30}\bfrom \w+day (?:un)?till? (?:the )?\Z"
)


def resolve(
    dates: list[Date],
    low: str,
    published: str | None,
    bounds: list[tuple[int, int]],
    covers: str | None = None,
    headings: list[tuple[int, str]] | None = None,
) -> None:
    """Set ``edtf`` on every date that the document makes certain.

    ``covers`` is the last month of the period that an undated report covers; ``headings`` are the months (EDTF)
    over its sections, each with its place: a day below "June 2018: data" is one of that time.

    ``published`` is the document's own date (EDTF) or None; ``bounds[i]`` is the ``[start, end)`` of
    the sentence that date ``i`` stands in. A year once named carries on to later dates that refer to
    it ("that year", "the following March"), and to bare months and days told in one breath with it.
    """
    published = published or _today_told(dates, low)
    day = _as_date(published)
    pub_year = int(published[:4]) if published and published[:4].isdigit() else None
    last_year: int | None = None
    last_sentence = -1
    previous: Date | None = None
    bare, told_at = False, 0  # the year told last had no month; where it was told
    for d, (s_start, _) in zip(dates, bounds, strict=True):
        same_breath = last_year is not None and s_start == last_sentence
        if same_breath and bare and day is not None and day.year - (last_year or 0) > _LONG_AGO:
            # a deed "in 1985, and on 14 February she was jailed"
            same_breath = _PASSED.match(low, d.end) is None
        if same_breath and bare and d.day and _ALL_THE_WHILE.search(low, max(s_start, told_at - 60), told_at):
            same_breath = False  # "had served since 2005, and on 6 October": the year of joining
        then = _weekday_after(d, low, previous)
        if then is not None:
            d.edtf = then
        elif d.relative and d.relative.startswith(("the ", "a ")):
            near = previous is not None and d.start - previous.end < _MONTH_TOLD_WITHIN
            d.edtf = _month_on(d.relative, previous.edtf if near and previous is not None else None)
        elif d.relative:
            d.edtf = _relative(d.relative, day, pub_year)
        elif d.day and d.month is None:
            near = previous is not None and previous.start >= s_start
            d.edtf = _of_a_month(d, low, day, previous.edtf if near and previous is not None else None)
        elif d.year is None:
            over = _as_month(_heading_over(headings, d.start)) if headings and not published else None
            d.year = _find_year(
                d,
                low,
                day or over or _as_month(published or covers),
                pub_year,
                last_year,
                same_breath,
                s_start,
                previous.edtf if previous is not None else None,
            )
            _set(d, day, low, s_start)
        else:
            _set(d, day, low, s_start)
        of_joining = d.kind == "year" and _JOINED.search(low, max(s_start, d.start - _SERVICE), d.start)
        if d.edtf and d.edtf[:4].isdigit() and d.kind in ("day", "month", "year") and not of_joining:
            last_year, last_sentence = int(d.edtf[:4]), s_start
            bare, told_at = d.month is None, d.start
            previous = d if len(d.edtf) >= _MONTH_TOLD else previous
    _name_today(dates, low)


# "who |joined in| 2004, was sacked in January": of another year
_JOINED: Final = re.compile(
    r"\b(?:joined|joining|signed up|recruited|born|moved|transferred|enlisted|became (?:an? )?(?:[\w-]+ )?(?:officer|constable|pcso|special)|(?:served|worked|serving|working|officer|officers) (?:[\w' -]{2,40} )?since)\b[^.;,]{0,60}\Z"
)
_SERVICE: Final = 90  # characters from "joined" to its year
_LONG_AGO: Final = 2  # years before publication
# After a day: what a court or a panel did on it.
_PASSED: Final = re.compile(
    r",? (?:(?:he|she|they|was|were|has|had|been|then|also|both|finally|today) ){0,3}(?:sent to|jailed|sentenced|imprisoned|fined|dismissed|sacked|given|handed|ordered to|received|got)\b"
)
# Before a year alone: since when somebody has been what they are.
_ALL_THE_WHILE: Final = re.compile(
    r"\b(?:since|joined|joining|recruited|began (?:his|her|their) (?:service|career)|(?:served|serving|officer|constable|worked|career) (?:[\w' ]{0,30} )?(?:since|from))(?: [\w' ]{1,40}?)?(?: in| since| from| of)? ?\Z"
)
# "began on Monday 3 June. On |the| Friday ..."
_THE_WEEKDAY: Final = re.compile(r"\b(?:on|by|until|from|of) the (?:following |next |same )?\Z")
_DAY_TOLD: Final = 10  # characters of an EDTF date that names its day


def _weekday_after(d: Date, low: str, previous: Date | None) -> str | None:
    """The day of "on the Friday", told within a few sentences of a whole day: the first such weekday after it."""
    if d.weekday is None or d.day or d.month or d.relative or previous is None or previous.edtf is None:
        return None
    if d.start - previous.end > _MONTH_TOLD_WITHIN or not _THE_WEEKDAY.search(
        low, max(0, d.start - 20), d.start
    ):
        return None
    if len(previous.edtf) != _DAY_TOLD or not previous.edtf[:4].isdigit():
        return None
    told = date.fromisoformat(previous.edtf)
    return (told + timedelta(days=(d.weekday - told.weekday()) % 7 or 7)).isoformat()


_MONTH_TOLD: Final = 7  # characters of an EDTF date that names its month


def _of_a_month(d: Date, low: str, day: date | None, told: str | None) -> str | None:
    """A day told without its month ("on the 7th"): of the month just ``told``, else the latest such day before publication."""
    tail = OF_MONTH.match(low, d.end)
    which = tail["which"] if tail is not None else None
    if which in (None, "that", "the same") and told is not None and told[:4].isdigit():
        year, month = int(told[:4]), int(told[5:7])
    elif day is None or which in ("that", "the same"):
        return None
    else:
        earlier = which == "last" or (which is None and (d.day or 0) > day.day)
        year, month = (
            (day.year, day.month) if not earlier else (day.year - (day.month == 1), (day.month - 2) % 12 + 1)
        )
    try:
        return date(year, month, d.day or 0).isoformat()
    except ValueError:
        return None


def _heading_over(headings: list[tuple[int, str]], at: int) -> str | None:
    """The month of the last heading above a place."""
    n = bisect_left(headings, (at, ""))
    return headings[n - 1][1] if n else None


_TODAY: Final = frozenset({"today", "this morning", "this afternoon", "this evening", "tonight"})


def _name_today(dates: list[Date], low: str) -> None:
    """Where the document itself says which day today is ("today (11 April)"), every "today" is that day."""
    today = None
    for d, after in pairwise(dates):
        if d.relative is None or after.kind != "day" or after.edtf is None or not _beside(d, after, low):
            continue
        if d.relative in _TODAY:
            today = today or after.edtf
        if d.edtf is None and (d.relative in _TODAY or d.relative in ("yesterday", "last night")):
            d.edtf = after.edtf
    if today is not None:
        for d in dates:
            if d.relative in _TODAY and d.edtf is None:
                d.edtf = today


def _beside(d: Date, after: Date, low: str) -> bool:
    """Whether a day stands right behind a word such as "today", as what it means."""
    return low[d.end : after.start].strip() in ("(", ",", "-", "", ", on")


def _today_told(dates: list[Date], low: str) -> str | None:
    """The day that an undated document itself calls today: "convicted today, 4 November 2021"."""
    for d, after in pairwise(dates):
        if d.relative in _TODAY and after.year and after.month and after.day and _beside(d, after, low):
            return as_edtf(after)
    return None


def _find_year(
    d: Date,
    low: str,
    day: date | None,
    pub_year: int | None,
    last_year: int | None,
    same_breath: bool,
    s_start: int,
    previous: str | None,
) -> int | None:
    if d.month is None:
        return None
    if last_year and (_FOLLOWING.match(low, d.end) or low.endswith("the following ", 0, d.start)):
        return _year_following(d.month, last_year, previous)
    tail = _TAIL_YEAR.match(low, d.end)
    head = _HEAD.search(low[max(s_start, d.start - 20) : d.start])
    word = (tail.group(1) or "the same") if tail else None
    if word in ("that", "the same") and last_year:
        d.end = tail.end() if tail else d.end
        return last_year
    if word == "the following" and last_year:
        return last_year + 1
    if pub_year and word in ("this", "last", "next"):
        d.end = tail.end() if tail else d.end
        return pub_year + {"this": 0, "last": -1, "next": 1}[word]
    if head and head.group(1) == "that" and last_year:
        return last_year
    told = last_year if not d.day and low.endswith("in the ", 0, d.start) else None
    if told and (day is None or (told, d.month) <= (day.year, day.month)):
        return told  # "in the August": of the year just told
    if day and d.day and d.weekday is not None:  # a weekday that fits one year only says which
        fits = [y for y in (day.year, day.year - 1, day.year + 1) if _weekday(y, d.month, d.day) == d.weekday]
        if fits:
            return fits[0]
    if same_breath:
        return last_year
    if day is None:
        return None
    future = _FUTURE.search(low, max(s_start, d.start - 60), d.start) is not None
    if d.month == day.month and not d.day:
        return day.year if not (head and head.group(1) == "last") else day.year - 1
    if future:
        return day.year if (d.month, d.day or 31) >= (day.month, day.day) else day.year + 1
    if (d.month, d.day or 1) <= (day.month, day.day):
        return day.year
    return day.year - 1


def _year_following(month: int, last_year: int, previous: str | None) -> int:
    """The year of "the following March": the first March after the month told last, or of the next year after a bare year."""
    if previous is not None and previous[:7] > law.edtf(last_year) and previous[:4] == str(last_year):
        return last_year if month > int(previous[5:7]) else last_year + 1
    return last_year + 1


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _set(d: Date, day: date | None, low: str, s_start: int) -> None:
    if d.month or d.year:
        d.edtf = as_edtf(d)
    elif d.weekday is not None and day is not None:
        future = _FUTURE.search(low, max(s_start, d.start - 40), d.start) is not None
        future = future and _SAT.search(low, max(s_start, d.start - 60), d.start) is None
        last = low[max(0, d.start - 5) : d.start] == "last "
        if low.startswith((" of last week", " last week"), d.end):
            d.edtf = (day - timedelta(days=day.weekday() + 7 - d.weekday)).isoformat()
            return
        if (future or low.startswith(" week", d.end)) and not last:
            step = (d.weekday - day.weekday()) % 7
            if low.startswith((" week,", " week.", " week "), d.end):  # "Monday week": the one after next
                step += 7
            d.edtf = (day + timedelta(days=step)).isoformat()
        else:
            step = (day.weekday() - d.weekday) % 7
            d.edtf = (day - timedelta(days=step or (7 if last else 0))).isoformat()


def _month_on(word: str, told: str | None) -> str | None:
    """The month of "the same month" or "the month after", counted from the month ``told`` last."""
    if told is None or not told[:4].isdigit():
        return None
    year, month = int(told[:4]), int(told[5:7])
    if "same" not in word:
        year, month = (year, month + 1) if month < _MONTHS else (year + 1, 1)
    return law.edtf(year, month)


_MONTHS: Final = 12
_MONTH_TOLD_WITHIN: Final = 400  # characters


# Seasons give the year only, by the month in which each begins.
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9}


def _season(word: str, day: date) -> str | None:
    """The year of "last autumn" or "this spring", where the day of publication leaves no doubt."""
    which, _, name = word.rpartition(" ")
    begins = _SEASONS[name]
    if which == "last":
        return law.edtf(day.year - 1) if day.month <= begins else None
    return law.edtf(day.year) if day.month >= begins else None


def _relative(word: str, day: date | None, pub_year: int | None) -> str | None:
    if day is not None and word.endswith(tuple(_SEASONS)):
        return _season(word, day)
    if day is None:
        if pub_year and word in ("this year", "earlier this year"):
            return law.edtf(pub_year)
        return law.edtf(pub_year - 1) if pub_year and word == "last year" else None
    if word in _TODAY:
        return day.isoformat()
    if word in ("yesterday", "last night"):
        return (day - timedelta(days=1)).isoformat()
    if word == "tomorrow":
        return (day + timedelta(days=1)).isoformat()
    if word in ("this month", "earlier this month"):
        return law.edtf(day.year, day.month)
    if word == "last month":
        first = day.replace(day=1) - timedelta(days=1)
        return law.edtf(first.year, first.month)
    if word == "next month":
        first = day.replace(day=28) + timedelta(days=4)
        return law.edtf(first.year, first.month)
    if word in ("this year", "earlier this year"):
        return law.edtf(day.year)
    if word == "last year":
        return law.edtf(day.year - 1)
    return None


def _as_date(edtf: str | None) -> date | None:
    """The day of publication, where it is known to the day."""
    if edtf and edtf[:4].isdigit():
        try:
            if len(edtf) == 10:
                return date.fromisoformat(edtf)
        except ValueError:
            return None
    return None


def _as_month(edtf: str | None) -> date | None:
    """A day late in the month of publication: enough to know the year of a month or day before it."""
    if edtf and len(edtf) == 7 and edtf[:4].isdigit() and 1 <= int(edtf[5:]) <= 12:
        return date(int(edtf[:4]), int(edtf[5:]), 28)
    return None
