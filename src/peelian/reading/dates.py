"""Dates in prose, with their offsets: day first, no day or year invented, years found as a reader finds them.

A date without a year takes one only where the document makes it certain: from "this year", "last
month" or "that year", or from the day of publication (the nearest such day on or before it; on or
after it for what is still to come). Otherwise the year is ``XXXX``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from peelian import law

MONTHS: Final = {
    name: i + 1
    for i, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec")
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = {
    name: i
    for i, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
# "may" the verb and not the month: not "in May", "3 May", "May 2019".
MODAL_MAY: Final = r"(?<!in )(?<!last )(?<!this )(?<!since )(?<!of )(?<!by )(?<!until )(?<!\d )(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd )may(?! \d)"
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))

# Anchored on the month's name, on digits, on a weekday or on a relative word: each alternative starts
# with a fixed letter class, so the scan is linear.
_DATE: Final = re.compile(
    rf"(?:\b|(?<=[a-z)])(?=[0-3]?\d(?:(?:st|nd|rd|th)? (?:{_MONTH})\b|/[01]?\d/(?:19|20)\d\d)))(?:"  # "Constable11 January 2023Lied"
    rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: day)?(?: of)?[ -](?P<m1>{_MONTH})\b\.?(?:,?[ -](?P<y1>(?:19|20)\d\d)(?!\d)|(?<=-[a-z][a-z][a-z])-(?P<y1s>\d\d)\b)?"
    rf"|(?P<m2>{_MONTH})\b\.? (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
    rf"|(?P<m3>{_MONTH})\b\.?,? (?:of )?(?P<y3>(?:19|20)\d\d)\b"
    rf"|(?P<d4>[0-3]?\d)(?P<sep>[/.-])(?P<m4>[01]?\d)(?P=sep)(?P<y4>(?:19|20)\d\d(?!\d)|\d\d\b)"
    rf"|(?P<y5>(?:19|20)\d\d)-(?P<m5>[01]\d)-(?P<d5>[0-3]\d)\b"
    rf"|(?P<m6>january|february|april|june|july|august|september|october|november|december|(?:in|last|this|since|until|on|of|by|from|and|to|that|during|early|late|mid|mid-) (?:march|may)\b(?!\.?,? (?:of )?(?:19|20)\d\d\b)(?! [0-3]?\d(?:st|nd|rd|th)?\b(?!\d))|(?:(?<=\n)|\A)(?:march|may)(?=\n))\b"
    rf"|(?P<y7>(?:19[6-9]|20[0-4])\d)\b(?![-/]\d)"
    rf"|(?P<w8>{_WEEKDAY})\b"
    rf"|(?P<r9>today|yesterday|this morning|this afternoon|this evening|tonight|last night|earlier this week|this week|last week|earlier this month|this month|last month|next month|earlier this year|this year|last year)\b"
    rf")"
)
_TAIL_YEAR: Final = re.compile(
    r"(?: of)? (this|last|that|the same|the following|next)(?: year)\b|,? the same year\b"
)
_HEAD: Final = re.compile(r"\b(last|this|that|next|the following|the previous) (?:\w+ )?\Z")
_FUTURE: Final = re.compile(
    r"\b(?:will|would face|due to|is to|are to|to be|adjourned|until(?! (?:you|he|she|they|his|her|their|the (?:officer|claimant|appellant|defendant))\b)|listed|scheduled|next|coming|set for|set to|expected|remanded|bailed|commencing|postponed|return on|later (?:this|in the)|faces|facing|goes (?:on trial|before)|begins|takes place|must appear)\b"
)
# A run of days that is over: "sat from Monday until Thursday".
_SAT: Final = re.compile(
    r"\b(?:sat|heard|ran|lasted|took place|was held)\b[^.;]{0,30}\bfrom \w+day (?:un)?till? (?:the )?\Z"
)
_RANGE: Final = re.compile(
    rf"\b(?P<a>[0-3]?\d)(?:st|nd|rd|th)?(?: (?P<m0>{_MONTH})\b)?(?: ?(?:-|to|until|and|&|,) ?)+(?:(?:{_WEEKDAY})\b,? (?:the )?)?\Z"
)


@dataclass(slots=True)
class Date:
    """A date at ``[start, end)``: year, month, day as far as written, and the weekday (0 = Monday).

    ``relative`` holds words such as ``today`` or ``last month``. ``edtf`` is set by ``resolve``; it
    is None while nothing certain can be said. ``first_day`` is the first day of a range that ends here.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str | None = None
    edtf: str | None = None
    first_day: int | None = None

    @property
    def kind(self) -> str:
        """``day``, ``month``, ``year``, ``weekday`` or ``relative``: how exact the words are."""
        if self.relative:
            return "relative"
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "year" if self.year else "weekday"


# The first digit of a number (a look-behind after it lets the search skip straight to digits).
_DIGITS: Final = re.compile(r"[0-9](?<![0-9£].)[0-9]*")
_WORD_BEFORE: Final = re.compile(
    r"\b(?:in|last|this|since|until|on|of|by|from|and|to|that|during|early|late|mid|mid-) \Z"
)


def _starts(low: str, words: Iterable[tuple[int, str]]) -> list[int]:
    """Where a date may begin: at a month's day or name, a weekday, a relative word, or a number."""
    starts = {m.start() for m in _DIGITS.finditer(low)}
    for at, kind in words:
        starts.add(at)
        if kind == "month":
            before = _WORD_BEFORE.search(low, max(0, at - 8), at)
            if before:
                starts.add(before.start())
    return sorted(starts)


def find_dates(low: str, words: Iterable[tuple[int, str]]) -> list[Date]:
    """Every date in lower-case text, in order, not yet resolved.

    ``words`` are the offsets of months, weekdays and relative words that the scan found, each with
    its kind (``month``, ``weekday``, ``day_word``).
    """
    out: list[Date] = []
    reach = 0
    for start in _starts(low, words):
        if start < reach:
            continue
        m = _DATE.match(low, start)
        if m is None:
            continue
        reach = m.end()
        got = _read(m)
        if got is None or (low.endswith("may", start, got.end) and _VERB_AFTER.match(low, got.end)):
            continue
        if m["d2"] and not m["y2"]:
            reach = _to_last_day(low, got)
        previous = out[-1] if out else None
        if previous and previous.kind == "weekday" and got.kind == "day" and got.start - previous.end <= 8:
            gap = low[previous.end : got.start]
            if not gap.strip(" ,.(the"):
                previous = out.pop()
                got.weekday, got.start = previous.weekday, previous.start
        elif (
            previous
            and got.kind == "weekday"
            and previous.kind in ("day", "relative")
            and previous.end + 2 >= got.start
        ):
            continue
        if got.kind == "day" and got.month:
            ahead = low[max(0, got.start - 34) : got.start]
            first = _RANGE.search(ahead)
            if first:
                got.first_day = int(first.group("a"))
        out.append(got)
    return out


# "and may not drive": the verb, not the month.
_VERB_AFTER: Final = re.compile(
    r" (?:not|never|only|be|have|appeal|apply|contact|no longer|keep|own|face|take|need|well)\b"
)

# "between May 9 and 11 this year", "May 9-11, 2022"
_LAST_DAY: Final = re.compile(
    r" ?(?:-|\u2013|to|until|till|and|&) ?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d)\b|(?=[,.;)\n]|\Z| (?:at|in|before|this|last|for|was|were|by|and)\b))(?![\d:])"
)


def _to_last_day(low: str, d: Date) -> int:
    """Carry a date written month first on to the last day of its run of days; gives where it ends."""
    last = _LAST_DAY.match(low, d.end)
    if last is None or d.day is None or d.month is None or not d.day < int(last["day"]) <= 31:
        return d.end
    year = int(last["year"]) if last["year"] else None
    if _make(d.start, last.end(), last["year"], d.month, last["day"]) is None:
        return d.end
    d.first_day, d.day, d.year, d.end = d.day, int(last["day"]), year, last.end()
    return d.end


def _read(g: re.Match[str]) -> Date | None:
    start, end = g.span()
    if g["d1"]:
        year = g["y1"] or (("20" if int(g["y1s"]) < 60 else "19") + g["y1s"] if g["y1s"] else None)
        return _make(start, end, year, MONTHS[g["m1"]], g["d1"])
    if g["d2"]:
        return _make(start, end, g["y2"], MONTHS[g["m2"]], g["d2"])
    if g["m3"]:
        return _make(start, end, g["y3"], MONTHS[g["m3"]], None)
    if g["d4"]:
        year = g["y4"] if len(g["y4"]) == 4 else ("20" if int(g["y4"]) < 60 else "19") + g["y4"]
        return _make(start, end, year, int(g["m4"]), g["d4"])
    if g["y5"]:
        return _make(start, end, g["y5"], int(g["m5"]), g["d5"])
    if g["m6"]:
        word = g["m6"].rsplit(" ", 1)[-1]
        return Date(end - len(word), end, None, MONTHS[word], None)
    if g["y7"]:
        return Date(start, end, int(g["y7"]))
    if g["w8"]:
        return Date(start, end, weekday=WEEKDAYS[g["w8"]]) if len(g["w8"]) > 4 or g["w8"] == "thurs" else None
    return Date(start, end, relative=g["r9"])


def _make(start: int, end: int, year: str | None, month: int, day: str | None) -> Date | None:
    d = int(day) if day else None
    if not 1 <= month <= 12 or (d is not None and not 1 <= d <= 31):
        return None
    if year and d:
        try:
            date(int(year), month, d)
        except ValueError:
            return None
    return Date(start, end, int(year) if year else None, month, d)


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
    for d, (s_start, _) in zip(dates, bounds, strict=True):
        same_breath = last_year is not None and s_start == last_sentence
        if d.relative:
            d.edtf = _relative(d.relative, day, pub_year)
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
            )
            _set(d, day, low, s_start)
        else:
            _set(d, day, low, s_start)
        if d.edtf and d.edtf[:4].isdigit() and d.kind in ("day", "month", "year"):
            last_year, last_sentence = int(d.edtf[:4]), s_start
    _name_today(dates, low)


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
) -> int | None:
    if d.month is None:
        return None
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
    if head and head.group(1) == "the following" and last_year:
        return last_year + 1
    if head and head.group(1) == "that" and last_year:
        return last_year
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


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def as_edtf(d: Date) -> str | None:
    """A date as EDTF, as exact as it is written; None for a day that its month does not have."""
    try:
        return law.edtf(d.year, d.month, d.day)
    except law.DateError:
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
        if future and not last:
            step = (d.weekday - day.weekday()) % 7
            d.edtf = (day + timedelta(days=step)).isoformat()
        else:
            step = (day.weekday() - d.weekday) % 7
            d.edtf = (day - timedelta(days=step or (7 if last else 0))).isoformat()


def _relative(word: str, day: date | None, pub_year: int | None) -> str | None:
    if day is None:
        if pub_year and word in ("this year", "earlier this year"):
            return law.edtf(pub_year)
        return law.edtf(pub_year - 1) if pub_year and word == "last year" else None
    if word in _TODAY:
        return day.isoformat()
    if word in ("yesterday", "last night"):
        return (day - timedelta(days=1)).isoformat()
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
