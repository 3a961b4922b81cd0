"""Days later: the day of a decision told by counting from a day before ("twelve days later he was dismissed")."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import number

_LATER: Final = re.compile(
    r"\b(?P<count>\w+) days (?:later|after(?:wards)?)\b|\b(?P<next>a day later|the (?:next|following) day|the day after)\b(?! he\b| she\b| they\b| the\b)"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|under|more than|less than|within|working) \Z"
)
_MOST: Final = 90  # days that a page counts rather than names


def days_later(prepared: Prepared, places: list[tuple[int, int]]) -> Cited[str] | None:
    """The day that the sentence of one of ``places`` counts from the last day told before it; none if it names its own."""
    page, low = prepared.page, prepared.page.low
    if " later" not in low and " day" not in low:
        return None
    for start, end in places:
        s = page.near(start, 400)
        found = _LATER.search(low, s.start, s.end)
        if found is None or _ABOUT.search(low, max(s.start, found.start() - 12), found.start()):
            continue
        told = [d for d in prepared.dates_between(s.start, s.end) if d.edtf]
        if any(d.start > found.start() for d in told) or (told and not found.start() < end + 60):
            continue
        count = 1 if found["next"] else number(found["count"])
        if count is None or not 0 < count <= _MOST:
            continue
        first = page.sentences[max(0, page.sentence_index(start) - 1)]
        before = [d for d in prepared.dates_between(first.start, found.start()) if d.edtf and d.kind == "day"]
        if not before or len(before[-1].edtf or "") != 10 or not (before[-1].edtf or "X")[0].isdigit():
            continue
        day = date.fromisoformat(before[-1].edtf or "") + timedelta(days=int(count))
        return Cited(day.isoformat(), (before[-1].start, before[-1].end), found.span())
    return None
