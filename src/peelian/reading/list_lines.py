"""Lines of a list: who may open an entry there, and where the entry ends."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.persons import SENIOR
from peelian.reading.tables import closes, with_rank


def other_stories(frame: Frame, i: int) -> bool:
    """Whether a list stands under a heading such as "Related stories" or "Read more"."""
    above = frame.rows[i - 1] if i else None
    return (
        above is not None
        and above.end - above.start < 40
        and bool(frame.scan.between("background", above.start, above.end))
    )


# "Chief Inspector| Lee was", "One constable|, Mrs Ann Lee": told of by name all the same
_NAME_AFTER: Final = re.compile(
    r" [A-Z][\w'\u2019-]+ (?:was|is|had|has|did|wrote|said|told|gave|made|took|went|who)\b|, (?:Mr|Mrs|Ms|Miss) [A-Z][a-z]"
)


def introduces(head: Head, text: str) -> bool:
    """Whether a head can open a record: not a surname alone ("PC Hall admitted ..."), nor a chief officer's rank."""
    if head.label is not None:
        return True  # nobody who presides is called by a letter
    if head.rank is not None and head.rank.value in SENIOR and head.collar is None:
        return False
    if head.name is None and head.rank is not None and _NAME_AFTER.match(text, head.end) is not None:
        return False
    return head.name is None or head.collar is not None or " " in text[head.name[0] : head.name[1]].strip()


def speaks(frame: Frame, head: Head, row: Row) -> bool:
    """Whether an entry opens with an officer by name who speaks or did the investigating, and with nothing told of them."""
    if head.name is None or head.label is not None:
        return False
    end = min(row.end, head.end + 60)
    return bool(
        frame.scan.between("speaks", head.end, end)
        or frame.scan.between("official", head.end, min(row.end, head.end + 50))
    ) and not frame.scan.among(("outcome", "finding", "passive", "offence"), head.end, end)


def is_decided(frame: Frame, start: int, end: int) -> bool:
    """Whether words say how a case ended."""
    return bool(frame.scan.among(("outcome", "finding", "passive"), start, end))


def runs_on(frame: Frame, i: int) -> bool:
    """Whether a line is only part of a sentence, which the next line of a wrapped paragraph goes on with."""
    after = frame.rows[i + 1] if frame.page.wrapped and i + 1 < len(frame.rows) else None
    return after is not None and not after.blank_before and frame.page.text[after.start].islower()


def extents(frame: Frame, starts: list[int], heads: dict[int, list[Head]], form: str) -> list[Record]:
    """Records from each start to the next; the last is no longer than its list lets one expect."""
    rows, low = frame.rows, frame.page.low
    out: list[Record] = []
    longest, gaps = 1, 0
    for n, i in enumerate(starts):
        if n + 1 < len(starts):
            j = starts[n + 1]
            while j > i + 1 and (
                _group_heading(frame, rows[j - 1])
                or stands_over(frame, j)
                or _is_force_or_month(frame, rows[j - 1])
            ):
                j -= 1
            longest = max(longest, j - i)
            gaps = max(gaps, sum(1 for r in rows[i + 1 : j] if r.blank_before))
        else:
            j, blanks = i + 1, 0
            while j < len(rows) and j - i < longest and not closes(low, rows[j].start):
                blanks += rows[j].blank_before
                if blanks > gaps:
                    break
                j += 1
        record = Record(
            rows[i].start, rows[j - 1].end, form, [_ranked_below(frame, h, i, j) for h in heads.get(i, [])]
        )
        for k in range(i, j):
            if rows[k].label is not None and k > i:
                record.fields.setdefault(rows[k].label or "", frame.value_of(k))
        record.spans = [(record.start, record.end)]
        out.append(record)
    return out


def stands_over(frame: Frame, j: int) -> bool:
    """Whether the line before the marked row ``j`` is a heading of its own over it and those below: "Meetings", "Hearings before a panel"."""
    row, below = frame.rows[j - 1], frame.rows[j]
    if (
        below.blank_before
        and not row.marker
        and not frame.scan.among(("proceeding", "forum"), row.start, row.end)
    ):
        return False
    return (
        bool(below.marker)
        and row.marker != below.marker
        and row.blank_before
        and (row.label is None or bool(row.marker))
        and row.end - row.start < _HEADING
        and frame.page.text[row.start].isupper()
        and frame.page.text[row.end - 1] not in ".,;"
    )


_MONTH: Final = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: (?:19|20)\d\d)?:?\Z"
)


def _is_force_or_month(frame: Frame, row: Row) -> bool:
    """Whether a line is nothing but a force or a month, over the entries below it."""
    if row.marker or row.label is not None:
        return False
    forces = frame.scan.between("force", row.start, row.end)
    if forces and forces[0].start == row.start and forces[-1].end >= row.end - 1:
        return True
    return _MONTH.match(frame.page.low[row.body : row.end]) is not None


_HEADING: Final = 90  # characters


def _ranked_below(frame: Frame, head: Head, i: int, j: int) -> Head:
    """A label's head with the rank that opens the line below it ("Officer 1" / "Police constable, 12 years' service")."""
    if head.label is None or head.rank is not None or i + 1 >= j or head.end < frame.rows[i].end:
        return head
    below = frame.heads.read(frame.rows[i + 1].start, frame.rows[i + 1].end)
    return with_rank(head, below) if below is not None and below.nameless else head


def _group_heading(frame: Frame, row: Row) -> bool:
    """Whether a row heads the group of records below it ("Officers given final written warnings were:")."""
    text = frame.page.text
    return (
        row.label is None
        and row.end - row.start < 100
        and (text[row.end - 1] == ":" or (row.end - row.start < 12 and text[row.start].isdigit()))
    )
