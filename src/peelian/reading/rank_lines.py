"""Lines that each open with a bare rank: "PC - theft of petty cash", under headings of a year or of what became of all.

A line need not say how its case ended where the heading of its group does ("Final written warning"), or where
the page is a list of the dismissed ("Officers dismissed, 2017 to 2020").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.layout import Row
from peelian.reading.list_lines import introduces, is_decided
from peelian.reading.model import Span
from peelian.reading.tables import closes

# What follows a rank that stands for its officer: "Constable, Response, Swindon.", "PC - dismissed".
_AFTER_RANK: Final = re.compile(r" ?[,.:(/|-]| [\u2013\u2014] |$")
_FEWEST: Final = 3
_HEADING: Final = 80
_FURNITURE: Final = re.compile(
    r"\W*(?:page \d+(?: of \d+)?|\d+ of \d+|\d{1,3}|(?:foi|request|ref(?:erence)?|our ref)\b[^.;]{0,30}\d)\W*\Z"
)
_SHORTEST_TALE: Final = 8  # characters after the rank, of a line that does not say how its case ended
_YEAR_LEAD: Final = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d)?[ \t]*[-:,\u2013]?[ \t]*(?=[a-z])")
_YEAR: Final = re.compile(r"(?:in )?(?:19|20)\d\d\b")
# The list is of those who were dismissed: its title, or the question that it answers.
_OF_THE_DISMISSED: Final = re.compile(
    r"\b(?:officers?|constables?|staff|members?|those|individuals?|people)\b[^.?\n]{0,60}\b(?P<how>dismissed|sacked|resigned|retired)\b(?! (?:or|and)\b|, (?:resigned|retired|or|and)\b)|^(?P<title>dismissals)\b",
    re.MULTILINE,
)


def rank_led(frame: Frame) -> list[Record]:
    """Three or more lines one after another, each opened by a bare rank and telling how the case ended; or such under headings."""
    run: list[Record] = []
    printed: set[str] = set()
    for row in frame.rows:
        found = _entry(frame, row)
        words = frame.page.low[row.start : row.end]
        if found is not None and not row.marker and is_decided(frame, found.heads[0].end, row.end):
            run.append(found)
        elif run and (words in printed or (len(words) < _HEADING and _FURNITURE.match(words))):
            pass  # the head and the foot of a page, within a list that goes on over it
        elif len(run) >= _FEWEST:
            break
        else:
            run = []
        printed.add(words)
    return run if len(run) >= _FEWEST else _grouped(frame)


def _entry(frame: Frame, row: Row) -> Record | None:
    """The record of a line that opens with a bare rank, and nothing that makes it a sentence."""
    if row.label is not None:
        return None
    low = frame.page.low  # "2005 PC required to resign, neglect of duty"
    led = _YEAR_LEAD.match(low, row.start, row.end) if low.startswith(("19", "20"), row.start) else None
    head = frame.heads.read(led.end() if led else row.body, row.end)
    if (
        head is None
        or not head.nameless
        or head.rank is None
        or not introduces(head, frame.page.text)
        or not frame.page.text[head.start].isupper()
        or not (
            _AFTER_RANK.match(frame.page.low, head.end, row.end)
            or (led and is_decided(frame, head.end, row.end))
        )
    ):
        return None
    return Record(row.start, row.end, "item", [head], spans=[(row.start, row.end)])


def _grouped(frame: Frame) -> list[Record]:
    """Such lines below headings, of which the heading or the page says how all cases ended."""
    out: list[Record] = []
    heading: Row | None = None
    headed = False
    for row in frame.rows:
        found = _entry(frame, row)
        if found is None or found.heads[0].people > 1:
            if out and (row.end - row.start > _HEADING or closes(frame.page.low, row.start)):
                break
            heading = row if row.end - row.start <= _HEADING else None
            continue
        told = is_decided(frame, found.heads[0].end, row.end)
        if not told and row.end - found.heads[0].end < _SHORTEST_TALE:
            return []
        if heading is not None and is_decided(frame, heading.start, heading.end):
            found.above.append((heading.start, heading.end))
            headed = True
        elif heading is not None and _YEAR.match(frame.page.low, heading.start, heading.end):
            headed = True
        elif not out and heading is None:
            return []
        out.append(found)
    if len(out) < _FEWEST or not headed:
        return []
    dismissed = verdict_on_all(frame, out[0].start)
    for record in out:
        if not record.above and not is_decided(frame, record.heads[0].end, record.end):
            if dismissed is None:
                return []
            record.above.append(dismissed)
    return out


def verdict_on_all(frame: Frame, stop: int) -> Span | None:
    """The words above a list which say that all in it were dismissed."""
    found = _OF_THE_DISMISSED.search(frame.page.low, 0, stop)
    return None if found is None else found.span("how" if found.group("how") else "title")
