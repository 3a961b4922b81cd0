"""Lines beside the sections of a list: "A constable was given a written warning in May", below those dismissed.

A round-up tells its main cases under a name each, and the lesser ones in a line each ("Who kept their jobs?").
Each such line opens with an officer, named or not, and tells what became of them.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.persons import SENIOR
from peelian.reading.tables import closes

_TOLD: Final = ("outcome", "finding")
_SHORTEST: Final = 35
_CLOSED: Final = (".", '."', ".\u201d")
# Who speaks or decides is not told of: "Superintendent Lee said", "Chief Inspector Lee dismissed him".
_ACTS: Final = re.compile(
    r",?[^.;]{0,60}?\b(?:said|told|added|says|chair(?:ed|s)|led|investigated|dismissed (?:him|her|them|the|pc|all)|gave (?:him|her|them)|was not |is not |will )"
)
_ONE: Final = re.compile(r"(?:an?|one|another|two|three|four|five) ")


def lines_beside(frame: Frame, records: list[Record]) -> list[Record]:
    """The records, and one for each line outside them that opens with another officer and tells what became of him or her."""
    if not records:
        return records
    known = [h for r in records for h in r.heads]
    beside: list[Record] = []
    for row in frame.rows:
        if row.start < records[0].start or any(r.start <= row.start < r.end for r in records):
            continue
        head = _opened_by(frame, row)
        if head is None or closes(frame.page.low, row.start):
            continue
        if head.name is not None and distinct([*known, head], frame.page.text) == distinct(
            known, frame.page.text
        ):
            continue  # told of in a section of their own
        known.append(head)
        beside.append(Record(row.start, row.end, "section", [head], spans=[(row.start, row.end)]))
    return sorted([*records, *beside], key=lambda r: r.start) if beside else records


def _opened_by(frame: Frame, row: Row) -> Head | None:
    """The officer who opens a line that tells, in its first sentence, what became of them."""
    page = frame.page
    if row.label is not None or row.end - row.start < _SHORTEST:
        return None
    if not page.text[row.start : row.end].endswith(_CLOSED):
        return None
    head = frame.heads.read(row.body, row.end)
    if head is None or head.label is not None or (head.rank is not None and head.rank.value in SENIOR):
        return None
    if head.nameless and _ONE.match(page.low, row.body) is None:
        return None
    if head.name is None and not head.nameless:
        return None
    end = min(page.sentence_at(row.body).end, row.end)
    told = frame.scan.among(_TOLD, head.end, end)
    if not told or _ACTS.match(page.low, head.end, told[0].start):
        return None
    return head
