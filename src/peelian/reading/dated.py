"""Entries each under its own day: a hearings page that parts its cases by nothing but a date.

"4 February 2025" / "PC 20937 Ann Lee, Stowford" / "Dismissed without notice. ...", or "Hearing, 12 July. PC Ann
Lee was found ...": the day opens the entry, whoever it tells of, named or not.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.day_leads import DAY_LEAD, DAY_LINE
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.headed import CASE_OF
from peelian.reading.heads import Head
from peelian.reading.list_lines import extents, introduces, other_stories

_HEADING: Final = 90
_MOST_BELOW: Final = 3  # lines between the day and the officer: the hour, the place
_A_FIGURE: Final = 3  # among a page's ``letters``: no day is told without one
_SHORTEST_TALE: Final = 60
_MOST_BEFORE: Final = 100  # characters between the day and the officer on one line
_STOP: Final = re.compile(r"(?<=[a-z)]{2})[.;] (?=[A-Z])")
_HEADS_ENTRIES: Final = 60  # characters of a heading over a group of entries


def dated(frame: Frame) -> list[Record]:
    """The entries of a page that are parted by days, most of them opened by an officer; empty for any other page."""
    heads: dict[int, list[Head]] = {}
    days = 0
    for i, row in enumerate(frame.rows):
        if row.label is not None and row.label != "date":
            continue
        found = _below_day(frame, i) if _is_day_line(frame, i) else None
        lead = found is None and row.end - row.start >= _SHORTEST_TALE
        if lead and (day := DAY_LEAD.match(frame.page.text, row.start, row.end)) is not None:
            found = _opening(frame, day.end(), row.end) or _past_chair(frame, day.end(), row.end)
        if found is not None:
            days += 1
        if found:
            heads[i] = found
    flat = [h for found in heads.values() for h in found]
    if len(heads) < 2 or len(heads) * 2 < days or distinct(flat, frame.page.text) < 2:
        return []
    starts = sorted(heads)
    if other_stories(frame, starts[0]):
        return []
    records = extents(frame, starts, heads, "day")
    for record in records:
        _without_heading(frame, record)
    return records


def _is_day_line(frame: Frame, i: int) -> bool:
    """Whether a short line that opens a paragraph begins with a day and tells nothing else in words."""
    row, low = frame.rows[i], frame.page.low
    if row.end - row.start > _HEADING or frame.page.letters.find(_A_FIGURE, row.start, row.end) == -1:
        return False
    if not (row.blank_before or _is_alone(frame, i)):
        return False
    day = DAY_LINE.match(low, row.start, row.end)
    return day is not None and low[row.end - 1] != "."


def _is_alone(frame: Frame, i: int) -> bool:
    """Whether a line is a day and nothing else."""
    row = frame.rows[i]
    day = DAY_LINE.match(frame.page.low, row.start, row.end)
    return day is not None and day.end() == row.end


def _below_day(frame: Frame, i: int) -> list[Head]:
    """The officers whom the lines below a day open with, or none."""
    rows = frame.rows
    for j in range(i + 1, min(len(rows), i + 1 + _MOST_BELOW)):
        if rows[j].blank_before and j > i + 1:
            break
        if _is_day_line(frame, j):
            break
        at = rows[j].value if rows[j].label == "name" else rows[j].start
        found = _opening(frame, at, rows[j].end)
        if found:
            return found
    return []


def _opening(frame: Frame, start: int, end: int) -> list[Head]:
    """The officers with whom words open an entry: named, lettered, or "a sergeant", "an officer"."""
    low = frame.page.low
    case = CASE_OF.match(low, start, end)
    found = frame.heads_in(case.end() if case is not None else start, end)
    if found and found[0].people > 1 and low.startswith((", ", ": "), found[0].end):
        found = frame.heads_in(found[0].end + 2, end)  # "Two officers, PC Lee and PC Roe, appeared"
    if not found or found[0].people > 1 or not introduces(found[0], frame.page.text):
        return []
    if not found[0].strong and not frame.page.text[start].isupper():
        return []
    return found


def _past_chair(frame: Frame, start: int, end: int) -> list[Head]:
    """The officers who open an entry after a few words on who sat and where: "Chair: Mr Hugo Venning. PC Ann Lee, ..."."""
    for stop in _STOP.finditer(frame.page.text, start, min(end, start + _MOST_BEFORE)):
        found = _opening(frame, stop.end(), end)
        if found:
            return found
    return []


def _without_heading(frame: Frame, record: Record) -> None:
    """End a record before a heading that stands over the entries after it ("DECISIONS IN THE LAST 28 DAYS")."""
    rows = [r for r in frame.rows if record.start < r.start < record.end]
    for n, row in enumerate(rows):
        after = rows[n + 1] if n + 1 < len(rows) else None
        if (
            row.blank_before
            and row.end - row.start < _HEADS_ENTRIES
            and frame.page.text[row.end - 1] not in '.,;"\u201d'
            and (after is None or after.blank_before)
            and row.label is None
        ):
            record.end = max((r.end for r in rows if r.start < row.start), default=record.end)
            record.spans = [(record.start, record.end)]
            return
