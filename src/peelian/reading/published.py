"""When a document was published, as it says itself: never the date of a hearing or of an event in the text."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.dates import MONTHS, Date
from peelian.reading.furniture import Openers
from peelian.reading.model import Cited
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan

Span = tuple[int, int]

_FOOT: Final = 8
_HEAD: Final = 26
# How sure each place of a date makes it: labelled before bare, published before updated, head before foot.
_PUBLISHED, _DATELINE, _FOOTLINE, _UPDATED, _UNLABELLED_TEXT = 5, 4, 3, 2, 1
_US: Final = re.compile(r"\b(?P<m>0?\d|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)\b")
_TENS: Final = {"twenty": 20, "thirty": 30, "": 0}
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_IN_WORDS: Final = re.compile(
    rf"the (?P<t>twenty|thirty)?[ -]?(?P<o>{'|'.join(_ORDINALS)}|thirtieth) of (?P<m>{'|'.join(MONTHS)})\b,? (?P<y>(?:19|20)\d\d)"
)
_SAID_IN_TEXT: Final = re.compile(
    r"\b(?:this (?:notice|page|statement|article) was )?(?:published|posted) (?:on |here on )?\Z"
)


def find_published(
    page: Page, scan: Scan, dates: list[Date], openers: Openers, body_start: int, headline: Span
) -> Cited[str] | None:
    """The day (or month, or year) of publication as EDTF, with the words it stands in; None if the page has none."""
    best: tuple[int, int, Cited[str]] | None = None
    lines = page.lines
    head = [line for line in lines[:_HEAD] if line.start < body_start]
    foot = [line for line in lines[-_FOOT:] if line.start >= body_start]
    previous: tuple[str, int] | None = None
    for place, group in ((0, head), (1, foot)):
        previous = None
        for line in group:
            found = openers.of(page, line)
            for d in _dates_in(page, dates, line):
                grade = _grade(page, line, d, found, previous, place, headline)
                if grade and (best is None or grade > best[0]):
                    best = (grade, d.start, Cited(_edtf(d), (d.start, d.end)))
            previous = found if found is not None and line.end - found[1] <= 2 else None
    if best is None:
        best = _in_first_labels(page, dates, openers, body_start)
    return best[2] if best else None


def _grade(
    page: Page,
    line: Line,
    d: Date,
    found: tuple[str, int] | None,
    previous: tuple[str, int] | None,
    place: int,
    headline: Span,
) -> int:
    """How much speaks for a date being the day of publication; 0: nothing does, or something speaks against it."""
    low = page.low
    label = found or previous
    value = label[0] if label else ""
    before = low[line.start : d.start]
    if "amended" in before or "updated" in before or "reviewed" in before:
        if "published" not in before:
            return _UPDATED if "amended" not in before and line.end - line.start < 90 else 0
    if _SAID_IN_TEXT.search(before) and (place == 1 or line.end - line.start < 60):
        return _PUBLISHED
    if line.end - line.start > 130:
        return 0
    if value == "other_date" or d.first_day is not None:
        return 0
    if value == "published":
        return _PUBLISHED if d.month else 0
    if value == "label":
        return 0
    if headline[0] <= d.start < headline[1]:
        return 0
    if " to " in low[d.end : d.end + 12] or before.rstrip().endswith(
        (" to", "since", "until", "between", "before")
    ):
        return 0
    if not d.day and not (value == "published" or "issue" in before or " / " in before):
        return 0
    if place == 1:
        return _FOOTLINE if _is_imprint(page, line) else 0
    return _DATELINE


def _is_imprint(page: Page, line: Line) -> bool:
    """A line at the foot that a date of publication may stand in: no sentence, no label and value of a fact."""
    text = page.text[line.start : line.end]
    low = page.low[line.start : line.end]
    return (
        len(text) < 100
        and text[-1] not in '.!?":;'
        and ": " not in text
        and not any(
            w in low for w in (" was ", " is ", " hearing", " will ", " were ", " on ", "recommend", "review")
        )
    )


def _dates_in(page: Page, dates: list[Date], line: Line) -> list[Date]:
    out = [d for d in dates if line.start <= d.start < line.end and d.year and d.month]
    if not out and line.end - line.start < 130:
        m = _US.search(page.low, line.start, line.end)
        if m:
            out.append(Date(m.start(), m.end(), int(m["y"]), int(m["m"]), int(m["d"])))
        elif page.low.find(" of ", line.start, line.end) > 0:
            w = _IN_WORDS.search(page.low, line.start, line.end)
            if w:
                day = 30 if w["o"] == "thirtieth" else _TENS[w["t"] or ""] + _ORDINALS.index(w["o"]) + 1
                out.append(Date(w.start(), w.end(), int(w["y"]), MONTHS[w["m"]], day))
    return out


def _in_first_labels(
    page: Page, dates: list[Date], openers: Openers, body_start: int
) -> tuple[int, int, Cited[str]] | None:
    """A line "Published ..." a little way into the text (a notice whose labels come first)."""
    for line in page.lines[:40]:
        if line.start < body_start or line.end - line.start > 80:
            continue
        found = openers.of(page, line)
        if found is not None and found[0] == "published" and page.low[found[1] - 4 : found[1]] != "date":
            for d in _dates_in(page, dates, line):
                return _UNLABELLED_TEXT, d.start, Cited(_edtf(d), (d.start, d.end))
    return None


def _edtf(d: Date) -> str:
    """The date as EDTF, as exact as it is written."""
    return f"{d.year:04d}-{d.month:02d}" + (f"-{d.day:02d}" if d.day else "")
