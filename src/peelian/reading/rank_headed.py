"""Names, one a line, below headings that are a rank: "Sergeants" / "Ann Lee - racist messages - dismissed"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.list_lines import is_decided
from peelian.reading.persons import SENIOR
from peelian.reading.scan import Hit
from peelian.reading.tables import closes

# A name that opens a line, and what parts it from the rest: "Ann Lee - ", "Ann Lee: ", "Ann LEE (4471), ".
_NAME: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+)(?: \(?\d{1,5}\)?)?(?:[:;,|]| -| \u2013| \u2014| \() ?(?=\S)"
)
_FEWEST: Final = 2  # officers
_HEADING: Final = 60  # characters


def rank_headed(frame: Frame) -> list[Record]:
    """The lines below rank headings, if every line there opens on a name and tells how the case ended; else none."""
    out: list[Record] = []
    heading: Hit | None = None
    groups = 0
    for row in frame.rows:
        over = _heading(frame, row)
        if over is not None:
            heading = over
            groups += 1
        elif heading is not None and (entry := _entry(frame, row, heading)) is not None:
            out.append(entry)
        elif heading is not None and not row.blank_before:
            return []  # the line below a rank, or below a name, tells something else
        else:
            if out and closes(frame.page.low, row.start):
                break
            heading = None
    return out if len(out) >= _FEWEST and groups <= len(out) else []


def _heading(frame: Frame, row: Row) -> Hit | None:
    """The rank that is all of a short line which begins a paragraph, in the singular or the plural."""
    if row.marker or row.end - row.start > _HEADING or not row.blank_before:
        return None
    role = next(iter(frame.scan.between("unnamed_role", row.start, row.start + 1)), None)
    rank = role.value.removeprefix("officer.") if role is not None else ""
    if role is None or rank == role.value or rank in SENIOR or not frame.page.text[role.start].isupper():
        return None
    whole = not frame.page.low[role.end : row.end].strip(" :*#")
    return Hit(role.start, role.end, "rank", rank) if whole else None


def _entry(frame: Frame, row: Row, heading: Hit) -> Record | None:
    found = _NAME.match(frame.page.text, row.body, row.end)
    if found is None or not is_decided(frame, found.end(), row.end):
        return None
    name = found.span("name")
    if frame.heads.names.read(*name, True) != name:
        return None
    head = Head(row.body, name[1], heading, None, name, None, False, 1, True)
    return Record(row.start, row.end, "item", [head], spans=[(row.start, row.end)])
