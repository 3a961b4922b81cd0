"""Back for sentence: the day on which somebody found guilty came back to court, and the year in which one stood in the dock.

"He was convicted on Monday, July 16. He came back |the following day| to hear his fate." "In the autumn of 2011 she
stood in the dock at Leeds Crown Court. She got six years." No better day of sentence is told.
"""

from __future__ import annotations

import datetime
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in, holds_any
from peelian.reading.terms import Term

_COUNTS: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NEEDED: Final = (
    " later",
    "following day",
    "next day",
    "next morning",
    "following morning",
    "next afternoon",
    "following afternoon",
    "day after",
    "following week",
)
_LATER: Final = re.compile(
    r"\bthe (?:next|following) (?:day|morning|afternoon)\b|\bthe day after\b|\b24 hours later\b|\ba fortnight later\b|\bthe following week\b|\b(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>days?|weeks?) later\b"
)
_BACK: Final = re.compile(
    r"\b(?:(?:came|went|was|were|is|brought|called|hauled|summoned|stood) (?:brought |called |hauled |led )?back|returned|reappeared|appeared again|(?:was|stood|appeared) (?:once )?(?:again|once more))\b"
)
_FOR_SENTENCE: Final = re.compile(
    r"\b(?:to (?:hear|learn|be (?:sentenced|told|punished|dealt with)|receive|find out|face (?:his|her|their)|know)|for (?:sentence|sentencing|(?:his|her|their) (?:sentence|fate|punishment)|the sentence)|(?:in|to|before|into) (?:the )?(?:same )?(?:court|dock|bench|judge|magistrates))\b"
)
_STOOD: Final = re.compile(
    r"\b(?:stood|appeared|was|sat|came|found (?:himself|herself)|hung (?:his|her) head|wept)\b[^.;]{0,60}\b(?:in the dock|before (?:a |the )?(?:judge|court)|at (?:the )?[\w' ]{3,30} crown court|in court|for sentence)\b"
)
_NOT_YET: Final = re.compile(
    r"\b(?:trial|jury|jurors|convict\w+|found guilty|charged|pleaded|admitted|denied|will|plea|first appear\w+|appeal\w*|witness|gave evidence|inquest)\b"
)
_REACH: Final = 3  # sentences back to the verdict's day
_STORY: Final = 10  # sentences from the day in court to the sentence itself


def back_for_sentence(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The day on which one came back to hear the sentence, counted from the day told before it."""
    page, low = prepared.page, prepared.page.low
    if not holds_any(low, _NEEDED):
        return None
    last = max(t.sentence for t in own)
    people = {p for t in own for p in t.who}
    for i in range(max(0, last - _STORY), last + 1):
        s = page.sentences[i]
        later = _LATER.search(low, s.start, s.end)
        if later is None or _BACK.search(low, s.start, s.end) is None:
            continue
        if _FOR_SENTENCE.search(low, s.start, s.end) is None or page.quoted(later.start()):
            continue
        if people.isdisjoint(prepared.cast.who(later.start())):
            continue
        since = page.sentences[max(0, i - _REACH)].start
        told = [
            d
            for d in beginning_in(prepared.dates, since, later.start())
            if d.edtf is not None and len(d.edtf) == len("2018-07-16") and d.edtf[:4].isdigit()
        ]
        if told and told[-1].edtf is not None:
            day = datetime.date.fromisoformat(told[-1].edtf) + _how_long(later)
            return Cited(day.isoformat(), (told[-1].start, told[-1].end), later.span())
    return None


def _how_long(later: re.Match[str]) -> datetime.timedelta:
    words = later.group()
    if "fortnight" in words:
        return datetime.timedelta(days=14)
    if "week" in words:
        return datetime.timedelta(days=7 * _COUNTS[later["n"] or "one"])
    return datetime.timedelta(days=_COUNTS[later["n"] or "one"])


def year_in_dock(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The year or month in which somebody stood in the dock, where the next words tell what they got."""
    page, low = prepared.page, prepared.page.low
    for term in own:
        if term.sentence <= 0:
            continue
        s = page.sentences[term.sentence]
        before = page.sentences[term.sentence - 1]
        if before.paragraph != s.paragraph:
            continue
        if _STOOD.search(low, before.start, before.end) is None or _NOT_YET.search(
            low, before.start, before.end
        ):
            continue
        dates = beginning_in(prepared.dates, before.start, s.end)
        if (
            len(dates) == 1
            and dates[0].edtf
            and dates[0].kind in ("year", "month")
            and dates[0].end < before.end
        ) and set(term.who) & set(prepared.cast.who(dates[0].start)):
            return Cited(dates[0].edtf, (dates[0].start, dates[0].end))
    return None


# "In June the officer appeared at court and pleaded guilty ...", and the next sentence: "He was convicted and sentenced to"
_APPEARED: Final = re.compile(
    r"(?:in|on) [^.;,]{3,24},? (?:[\w'-]+ ){1,6}?(?:appeared|stood) (?:at|before|in) (?:[\w' -]{2,40} )?(?:court|magistrates|dock)\b[^.;]{0,40}\b(?:pleaded guilty|admitted)\b"
)
_CONVICTED_AND: Final = re.compile(
    r"(?:he|she|the (?:officer|constable|sergeant)|(?:pc|mr|ms|mrs|ps|sgt|dc) [a-z'-]+) was convicted and (?:then |immediately |later that day )?(?:sentenced|fined|jailed|given|imprisoned|ordered)\b"
)


def there_and_then(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The day or month in which somebody appeared and pleaded, where the next sentence tells verdict and sentence in one breath."""
    page = prepared.page
    for index in dict.fromkeys(t.sentence for t in own if t.sentence > 0):
        s, before = page.sentences[index], page.sentences[index - 1]
        if not _CONVICTED_AND.match(page.low, s.start) or not _APPEARED.match(
            page.low, before.start, before.end
        ):
            continue
        day = next(iter(beginning_in(prepared.dates, before.start, before.start + 30)), None)
        if day is not None and day.edtf:
            return Cited(day.edtf, (day.start, day.end))
    return None
