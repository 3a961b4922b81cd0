"""The day above an entry of a timeline or of a bench's list: a line that is nothing but a date."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term


def day_of_entry(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The entries of a timeline or of a bench's list stand under their date: a line that is nothing but a day."""
    for term in own:
        line = prepared.page.sentence_at(term.start).line
        for above in range(line, max(-1, line - _ENTRY), -1):
            if prepared.page.lines[above].blank_before:
                start = prepared.page.lines[above].start
                sat = _SAT_ON.match(prepared.page.low, start)
                day = _date_of_line(prepared, sat.end() if sat is not None else start)
                if (
                    day is not None
                    and day.kind == "day"
                    and day.edtf is not None
                    and (_in_timeline(prepared, day) or _in_court_list(prepared, term))
                ):
                    return Cited(day.edtf, (day.start, day.end))
    return None


_SAT_ON: Final = re.compile(r"(?:(?:court )?(?:sitting|sat|heard|cases heard|hearings?) )?(?:on |of )")
_ENTRY: Final = 30  # lines of the entries of one day
_TIMELINE: Final = 3  # lines that are nothing but a date
_AROUND: Final = 4000  # characters in which a timeline has them


def _date_of_line(prepared: Prepared, start: int) -> Date | None:
    """The date that is all of the line that begins at ``start``."""
    day = next(iter(beginning_in(prepared.dates, start, start + 1)), None)
    return (
        day
        if day is not None and prepared.page.low[day.end : day.end + 2].lstrip(".:")[:1] in ("\n", "")
        else None
    )


def _in_timeline(prepared: Prepared, day: Date) -> bool:
    """Whether a line that is a date is one of several."""
    around = beginning_in(prepared.dates, day.start - _AROUND, day.start + _AROUND)
    alone = [d for d in around if d.edtf and d.kind in ("day", "month") and _begins_a_line(prepared, d)]
    return len(alone) >= _TIMELINE


def _in_court_list(prepared: Prepared, term: Term) -> bool:
    """Whether a sentence stands in one of the entries of a court's list: a day above them is the day when the court sat."""
    listed = bool(term.who) and all(p.region is not None for p in term.who)
    return listed and prepared.masthead.kind == "news" and bool(prepared.scan.of("court"))


def _begins_a_line(prepared: Prepared, day: Date) -> bool:
    before = prepared.page.text[max(0, day.start - 1) : day.start]
    return before in ("\n", "") and _date_of_line(prepared, day.start) is not None
