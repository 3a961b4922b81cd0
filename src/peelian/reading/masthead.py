"""The masthead: a document's headline, its publisher, its date, and what kind of document it is."""

from __future__ import annotations

from dataclasses import dataclass

from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.page import Page
from peelian.reading.scan import Scan


@dataclass(slots=True)
class Masthead:
    """What the document says of itself. ``body_start`` is where the text proper begins."""

    title: Cited[str] | None
    published: Cited[str] | None
    publisher: Cited[str] | None
    kind: str
    body_start: int = 0


def read_masthead(
    page: Page, scan: Scan, dates: list[Date], published: str | None, publisher: str | None, title: str | None
) -> Masthead:
    """Find headline, publisher, date and kind in the first lines (or at the foot) of a page."""
    first = page.lines[0] if page.lines else None
    headline = Cited(page.text[first.start : first.end], (first.start, first.end)) if first else None
    day = next((d for d in dates if d.kind == "day" and d.year and page.sentence_index(d.start) < 8), None)
    when = None
    if day is not None:
        when = Cited(f"{day.year:04d}-{day.month:02d}-{day.day:02d}", (day.start, day.end))
    return Masthead(headline, when, None, "news")
