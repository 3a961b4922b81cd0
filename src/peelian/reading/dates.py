"""Dates in prose, with their offsets: day first, no day or year invented, years found as a reader finds them.

A date without a year takes one only where the document makes it certain: from "this year", "last
month" or "that year", or from the day of publication (the nearest such day on or before it; on or
after it for what is still to come). Otherwise the year is ``XXXX``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.spelled_dates import OF_MONTH, bare_day, day_after, day_before, feasts, year_after, years

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
    rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: day)?(?: of)?[ -](?P<m1>{_MONTH})\b\.?(?:,?[ -](?P<y1>(?:1[89]|20)\d\d)(?!\d)|(?<=-[a-z][a-z][a-z])-(?P<y1s>\d\d)\b)?"
    rf"|(?P<m2>{_MONTH})\b\.? (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<y2>(?:1[89]|20)\d\d)\b)?"
    rf"|(?P<m3>{_MONTH})\b\.?,? (?:of )?(?P<y3>(?:1[89]|20)\d\d)\b"
    rf"|(?P<d4>[0-3]?\d)(?P<sep>[/.-])(?P<m4>[01]?\d)(?P=sep)(?P<y4>(?:19|20)\d\d(?!\d)|\d\d\b)"
    rf"|(?P<y5>(?:19|20)\d\d)-(?P<m5>[01]\d)-(?P<d5>[0-3]\d)\b"
    rf"|(?P<m6>january|february|april|june|july|august|september|october|november|december|(?:in|last|this|since|until|on|of|by|from|and|to|that|during|early|late|mid|mid-|following) (?:march|may)\b(?!\.?,? (?:of )?(?:19|20)\d\d\b)(?! [0-3]?\d(?:st|nd|rd|th)?\b(?!\d))|(?:(?<=\n)|\A)(?:march|may)(?=\n))\b"
    rf"|(?P<y7>(?:19[6-9]|20[0-4])\d)\b(?![-/]\d)"
    rf"|(?P<w8>{_WEEKDAY})\b"
    rf"|(?P<r9>today|yesterday|tomorrow|this morning|this afternoon|this evening|tonight|last night|earlier this week|this week|last week|earlier this month|this month|last month|next month|earlier this year|this year|last year|(?:the (?:following|same|next) month|the month after(?! (?:he|she|they|his|her|the|that|being)\b)|a month later)\b(?! of)|(?:last|this) (?:spring|summer|autumn)(?! (?:of|term|holidays?|break|ball|and|when)\b))\b"
    rf")"
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
        if self.relative:  # a season gives the year only
            return "year" if self.relative.endswith(("spring", "summer", "autumn")) else "relative"
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "year" if self.year else "weekday"


# The first digit of a number (a look-behind after it lets the search skip straight to digits).
_DIGITS: Final = re.compile(r"[0-9](?<![0-9£].)[0-9]*")
_WORD_BEFORE: Final = re.compile(
    r"\b(?:in|last|this|since|until|on|of|by|from|and|to|that|during|early|late|mid|mid-|following) \Z"
)


_OF_A_STATUTE: Final = re.compile(r"\b(?:act|regulations|rules|code|convention|measure)(?: of)? \Z")


def _starts(low: str, words: Iterable[tuple[int, str]]) -> list[int]:
    """Where a date may begin: at a month's day or name, a weekday, a relative word, or a number."""
    starts = {m.start() for m in _DIGITS.finditer(low)}
    for at, kind in words:
        starts.add(at)
        if kind == "month":
            before = _WORD_BEFORE.search(low, max(0, at - 11), at)
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
        bare = bare_day(low, start) if m is None else None
        if bare is not None:
            out.append(Date(start, bare[1], day=bare[0]))
            month = OF_MONTH.match(low, bare[1])
            reach = month.end() if month is not None else bare[1]
        if m is None:
            continue
        reach = m.end()
        got = _read(m)
        if got is not None and (m["m6"] or m["m3"]):
            reach = _in_words(low, got)
        elif got is not None and m["d1"] and got.year is None and (said := year_after(low, got.end)):
            got.year, got.end = said
        if got is None or (low.endswith("may", start, got.end) and _VERB_AFTER.match(low, got.end)):
            continue
        if m["d2"] and not m["y2"]:
            reach = _to_last_day(low, got)
        if got.kind == "year" and _OF_A_STATUTE.search(low, max(0, got.start - 16), got.start):
            continue  # "the Computer Misuse Act 1990"
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
    alone = [Date(start, end, year) for start, end, year in years(low)]
    feast = [Date(a, b, year, month, day) for a, b, year, month, day in feasts(low)]
    if feast:  # "before Christmas 2012" holds one date
        out = [d for d in out if not any(f.start <= d.start < f.end for f in feast)]
        alone += feast
    if alone:
        taken = {d.end for d in out}
        out = sorted([*out, *(d for d in alone if d.end not in taken)], key=lambda d: d.start)
    return out


def _in_words(low: str, d: Date) -> int:
    """Add to a month the day and the year that words give it ("the third of May, two thousand and ten"); gives its end."""
    before, after = day_before(low, d.start), None if d.year else day_after(low, d.end)
    if before is not None:
        d.day, d.start = before
    elif after is not None:
        d.day, d.end = after
    if d.year:
        return d.end
    said = year_after(low, d.end)
    written = _FIGURES.match(low, d.end) if d.day and said is None else None
    if said is not None:
        d.year, d.end = said
    elif written is not None:
        d.year, d.end = int(written["year"]), written.end()
    return d.end


_FIGURES: Final = re.compile(r",? (?:of )?(?P<year>(?:19|20)\d\d)\b")

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


def as_edtf(d: Date) -> str | None:
    """A date as EDTF, as exact as it is written; None for a day that its month does not have."""
    try:
        return law.edtf(d.year, d.month, d.day)
    except law.DateError:
        return None
