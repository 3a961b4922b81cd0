"""Groups of named officers, each under a heading that says how their cases ended: "Dismissed without notice" / "PC Ann Lee".

A newspaper's box or a force's summary of one large case gives the names one a line, and above each group its verdict.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.list_lines import introduces, is_decided
from peelian.reading.tables import closes

_HEADING: Final = 70  # characters
_ENTRY: Final = 320
_STUCK_FROM: Final = 90  # characters of a line on which two entries may stand
_FEWEST: Final = 3  # officers
_GROUPS: Final = 2


def verdict_groups(frame: Frame) -> list[Record]:
    """Three or more officers, one a line, below two or more headings that are verdicts; empty for any other page."""
    out: list[Record] = []
    heading: Row | None = None
    headings: set[int] = set()
    alone = True  # each heading opens a paragraph, and its one officer stands below it
    for row in frame.rows:
        if heading is not None and (entries := _entries(frame, row, heading)):
            alone = alone and heading.blank_before and not row.blank_before and heading.start not in headings
            out += entries
            headings.add(heading.start)
            continue
        if len(headings) >= _GROUPS and (row.end - row.start > _HEADING or closes(frame.page.low, row.start)):
            break
        heading = row if _is_verdict(frame, row) else None
    officers = [h for r in out for h in r.heads]
    many = distinct(officers, frame.page.text)
    enough = len(headings) >= _GROUPS and (many >= _FEWEST or (alone and many == len(headings)))
    return out if enough and not _more_stuck(frame, out) else verdict_lines(frame)


def verdict_lines(frame: Frame) -> list[Record]:
    """Two or more lines one after another, each a verdict and behind it the officers who were given it.

    "Two - written warning: PC Ann Lee, PC Tom Moss"; "1 August 2023 - Management advice - DS Ann Lee".
    """
    out: list[Record] = []
    for row in frame.rows:
        heads = _after_verdict(frame, row)
        if heads:
            out.append(Record(row.start, row.end, "item", heads, spans=[(row.start, row.end)]))
        elif len(out) > 1:
            break
        else:
            out = []
    officers = [h for r in out for h in r.heads]
    return out if len(out) > 1 and distinct(officers, frame.page.text) == len(officers) else []


_TAIL: Final = re.compile(r" ?(?:[,.(]|\Z|- |\u2013 )")  # "PC Ann Lee, for sleeping on duty, 3 May"
_APART: Final = re.compile(r": | [-\u2013\u2014|] ")


def _after_verdict(frame: Frame, row: Row) -> list[Head]:
    """The officers who stand behind a verdict and a colon, a dash or a bar, where the line names nobody before."""
    text = frame.page.text
    if row.label not in (None, "outcome") or row.end - row.start > _ENTRY:
        return []
    start = row.start
    for part in _APART.finditer(text, row.start, row.end):
        if frame.heads.read(start, part.start()) is not None:
            return []
        start = part.end()
        heads = _entry(frame, start, row.end, False) or []
        if heads and _TAIL.match(text, heads[-1].end, row.end):
            told = is_decided(frame, row.start, start) and not is_decided(frame, heads[-1].end, row.end)
            return heads if told else []
    return []


def _more_stuck(frame: Frame, records: list[Record]) -> bool:
    """Whether entries stand stuck together on lines, and some of them under no heading of these groups."""
    starts = {r.start for r in records}
    lines = {row.start for row in frame.rows}
    if starts <= lines:
        return False
    stuck = [at for at in frame.heads.joined() if at not in starts]
    return any(_entry(frame, at, len(frame.page.text), False) is not None for at in stuck)


def _is_verdict(frame: Frame, row: Row) -> bool:
    """Whether a short line, which is no sentence and names nobody, says how cases ended."""
    text = frame.page.text
    return (
        row.end - row.start <= _HEADING
        and text[row.body].isupper()
        and text[row.end - 1] not in ".,;?!\"'"
        and frame.heads.read(row.body, row.end) is None
        and is_decided(frame, row.body, row.end)
    )


def _entries(frame: Frame, row: Row, heading: Row) -> list[Record]:
    """The records of a line that opens with an officer's name or letter: one, or those that are stuck together on it."""
    if row.label not in (None, "name"):
        return []
    start = row.body if row.label is None else row.value
    first = _entry(frame, start, row.end, row.label == "name")
    if first is None:
        return []
    starts = [start]
    if row.end - row.start > _STUCK_FROM:
        starts += [
            at
            for at in frame.heads.joined()
            if start < at < row.end and _entry(frame, at, row.end, False) is not None
        ]
    out = []
    for at, end in zip(starts, [*starts[1:], row.end], strict=True):
        heads = _entry(frame, at, end, row.label == "name" and at == start)
        if heads is None or end - at > _ENTRY:
            return []
        out.append(Record(at, end, "item", heads, spans=[(at, end)], above=[(heading.start, heading.end)]))
    return out


def _entry(frame: Frame, start: int, end: int, trusted: bool) -> list[Head] | None:
    """The officers with whom an entry opens, or None."""
    heads = frame.heads_in(start, end, trusted)
    if (
        not heads
        or not all(h.strong and not h.nameless for h in heads)
        or not introduces(heads[0], frame.page.text)
    ):
        return None
    return heads
