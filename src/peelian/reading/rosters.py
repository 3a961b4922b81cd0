"""Rosters: entries one a line or one a paragraph with no mark before them, each opened by its officer or a rank."""

from __future__ import annotations

from collections import Counter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row, roster_key
from peelian.reading.list_lines import introduces, is_decided, runs_on
from peelian.reading.page import CAPITALS
from peelian.reading.persons import SENIOR
from peelian.reading.spans import find_all

ENUMERATED: Final = re.compile(r"\(?([1-9a-h])[.)]\s+")
_ENTRY: Final = 160  # a line of a roster is shorter
_FULL, _SHORT = 40, 16  # characters of a paragraph, and of a line that tells an end behind a colon
# "Sgt Lee: guilty of", "PC Moss - dismissed": what follows a name tells its end
_TOLD: Final = re.compile(r" ?(?:[:\u2013\u2014]| - ) ?(?=\w)")


def roster(frame: Frame) -> list[Record]:
    """Two or more officers, one a line, with nothing told of them there: a joint hearing's list of who is concerned."""
    rows, text, low = frame.rows, frame.page.text, frame.page.low
    run: list[tuple[int, Record]] = []
    for i, row in enumerate(rows):
        start, key = (row.value, "") if row.label == "name" else (row.start, "")
        asked = row.end - row.start < _ENTRY and row.label in (None, "name")
        mark = ENUMERATED.match(low, start, row.end) if asked else None
        if mark is not None:
            key, start = mark.group(1).upper(), mark.end()
        elif (
            asked
            and (letter := roster_key(frame.page, row)) is not None
            and frame.heads.read(letter[1], row.end) is not None
        ):
            key, start = letter
        asked = asked and (text[row.end - 1] not in '."\u201d' or key != "")
        heads = frame.heads_in(start, row.end, row.label == "name") if asked else []
        if (
            len(heads) == 1
            and heads[0].strong
            and introduces(heads[0], text)
            and not is_decided(frame, heads[0].end, row.end)
            and not (runs_on(frame, i) and (not key or roster_key(frame.page, rows[i + 1]) is None))
        ):
            if run and (row.blank_before or i != run[-1][0] + 1):
                if len(run) > 1:
                    break
                run = []
            run.append((i, Record(start, row.end, "roster", heads, spans=[(start, row.end)], key=key)))
        elif len(run) > 1:
            break
        else:
            run = []
    records = [r for _, r in run]
    if run and _told_above(frame, run[0][0]):
        return _told_lines(frame)
    if run and _told_beside(frame, run[0][0] - 1, run[-1][0] + 1):
        return []
    return records if distinct([h for r in records for h in r.heads], text) >= 2 else []


def _told_above(frame: Frame, first: int) -> bool:
    """Whether two lines or more above the run tell each of another officer what was decided: a list, of which this is the rest."""
    told = 0
    for row in frame.rows[:first]:
        head = _named_and_told(frame, row)
        told += head is not None and is_decided(frame, head.end, row.end)
    return told > 1


def _named_and_told(frame: Frame, row: Row) -> Head | None:
    """The officer with whose name a line opens, where a colon or a dash follows and what is told of them."""
    head = frame.heads.read(row.start, row.end) if row.end - row.start < _ENTRY else None
    if head is None or not head.strong or head.name is None or not introduces(head, frame.page.text):
        return None
    return head if _TOLD.match(frame.page.low, head.end) else None


def _told_lines(frame: Frame) -> list[Record]:
    """All such lines of a page, those decided and those still to come."""
    out = [
        Record(row.start, row.end, "run", [head], spans=[(row.start, row.end)])
        for row in frame.rows
        if (head := _named_and_told(frame, row)) is not None
    ]
    heads = [h for r in out for h in r.heads]
    return out if distinct(heads, frame.page.text) == len(heads) else []


def _told_beside(frame: Frame, before: int, after: int) -> bool:
    """Whether a line beside the run tells of another officer what was decided: a list of ends, not of who is concerned."""
    for i in (before, after):
        if 0 <= i < len(frame.rows):
            row = frame.rows[i]
            head = frame.heads.read(row.start, row.end)
            if head is not None and head.strong and _TOLD.match(frame.page.low, head.end) is not None:
                return True
    return False


def lettered(frame: Frame) -> list[Record]:
    """Entries that run on without points, each opened by the next letter and its officer: "A Sgt Ann Lee Luton ..."."""
    rows, text = frame.rows, frame.page.text
    found: list[tuple[int, list[Head]]] = []
    for i, row in enumerate(rows):
        letter = text[row.start : row.start + 2]
        if letter == chr(ord("A") + len(found)) + " " and row.end - row.start < _RUNS_ON:
            heads = frame.heads_in(row.start + 2, row.end)
            if heads:
                found.append((i, heads))
    if len(found) < 3 or distinct([h for _, heads in found for h in heads if h.strong], text) < 3:
        return []
    printed = Counter(text[r.start : r.end] for r in rows)
    out: list[Record] = []
    for n, (i, heads) in enumerate(found):
        stop = found[n + 1][0] if n + 1 < len(found) else i + 1
        kept = [r for r in rows[i:stop] if printed[text[r.start : r.end]] == 1 and r.end - r.start > 3]
        spans = [(r.start, r.end) for r in kept]
        heads = heads if heads[0].strong else []  # a page ends within the name: of nobody for certain
        out.append(Record(rows[i].start, spans[-1][1], "run", heads, spans=spans))
    return out


_RUNS_ON: Final = 900  # characters


_SAID: Final = 24  # characters between a name and "said"


def run_on(frame: Frame) -> list[Record]:
    """Entries that run on in lines or paragraphs, each opened by rank, number and name."""
    text = frame.page.text
    heads: list[Head] = []
    seen: set[str] = set()
    anchors = frame.heads.anchors()
    numbered = sum(1 for at in anchors if frame.heads.numbered(at))
    if (
        numbered < 2
        and sum(1 for at in anchors if (not at or text[at - 1] == "\n") and _unpunctuated(frame, at)) < 3
    ):
        return []
    frame.heads.joined()
    for at in frame.heads.anchors():
        before = text[at - 1 : at]
        if before and not (
            before in "\n\u2022"
            or before in ".;)"
            or before.islower()
            or text[at - 2 : at] in (". ", "; ", ") ", "er ", "r ")
        ):
            continue
        row_end = text.find("\n", at)
        head = frame.heads.read(at, row_end if row_end != -1 else len(text))
        if head is None or not head.strong or head.nameless:
            continue
        if head.collar is None and frame.scan.between("speaks", head.end, head.end + _SAID):
            continue  # "Superintendent Lee said:" between the entries
        start = at
        opens_line = start == 0 or text[start - 1] == "\n"
        if head.collar is None and not (opens_line and _unpunctuated(frame, start)):
            continue
        key = (
            text[head.name[0] : head.name[1]].lower()
            if head.name
            else "".join(head.label.codes)
            if head.label
            else ""
        )
        if key not in seen:
            seen.add(key)
            heads.append(head)
    if len(heads) < 3:
        return []
    out: list[Record] = []
    for n, head in enumerate(heads):
        line_end = text.find("\n", head.start)
        line_end = len(text) if line_end == -1 else line_end
        start = head.start
        if n + 1 < len(heads) and (heads[n + 1].start <= line_end or head.collar is None):
            end = (
                heads[n + 1].start
                if heads[n + 1].start <= line_end
                else _last_line(frame, head, heads[n + 1].start)
            )
        else:
            end = line_end
        out.append(Record(start, end, "run", [head], spans=[(start, end)]))
    return out


def paragraphs(frame: Frame) -> list[Record]:
    """Three or more paragraphs one after another, each opened by another officer with rank and full name."""
    rows, text = frame.rows, frame.page.text
    run: list[Record] = []
    for row in rows:
        head = (
            frame.heads.read(row.start, row.end)
            if row.label is None and row.end - row.start >= _SHORT
            else None
        )
        if head is not None and row.end - row.start < _FULL and not _TOLD.match(frame.page.low, head.end):
            head = None
        if head is None and len(run) > 1 and row.end - row.start >= _FULL:
            head = _name_first(frame, row)
        if head is not None and head.strong and _opens_entry(frame, head, row):
            both = frame.heads_in(row.start, row.end)  # "PC Lee and PC Moss - sacked"
            told = both if len(both) > 1 and _APART.match(text, both[-1].end) else [head]
            run.append(Record(row.start, row.end, "paragraph", told, spans=[(row.start, row.end)]))
        elif len(run) >= 3:
            break
        else:
            run = []
    heads = [h for r in run for h in r.heads]
    if (
        len(run) < 3
        or distinct(heads, text) != len(heads)
        or any(_told_elsewhere(frame, r, heads) for r in run)
    ):
        return []
    return run


# "Sgt Kit Lee.", "Sgt Kit Lee (her husband).", "Sgt Kit Lee, 43:": the name stands apart from what is told
_APART: Final = re.compile(r"(?:,? \(?\d\d\)?)?(?: \([^()\n]{2,60}\))?(?:\. |:| [\u2013\u2014-] )")


# "Tobias SKELGILL. A PCSO, in Kendal.", "Ann Lee, a detention officer": in a list of officers, the rank behind the name
_NAMED: Final = re.compile(
    rf"(?P<name>[{CAPITALS}][\w'\u2019-]+(?: [{CAPITALS}][\w'\u2019-]+){{1,3}})(?:,? \(?\d\d\)?)?(?:\. |, | \()(?:[Aa]n?|[Tt]he|then an?|former) "
)


def _name_first(frame: Frame, row: Row) -> Head | None:
    """The head of a paragraph that opens on a full name and says next which rank its bearer had."""
    named = _NAMED.match(frame.page.text, row.start, row.end)
    if named is None:
        return None
    rank = frame.heads.rank_in(named.end(), min(row.end, named.end() + _RANK))
    if rank is None or rank.value in SENIOR:
        return None
    return Head(row.start, named.end("name"), rank, None, named.span("name"), None, False, 1, True)


_RANK: Final = 30  # characters in which the rank stands


def _opens_entry(frame: Frame, head: Head, row: Row) -> bool:
    """Whether a head opens a paragraph as an entry of a list. A chief officer does where the name stands apart and an end is told."""
    apart = _APART.match(frame.page.text, head.end, row.end) is not None
    if introduces(head, frame.page.text):
        return apart or not _speaks(frame, head, row)
    return (
        apart
        and " " in frame.page.text[slice(*(head.name or (0, 0)))]
        and is_decided(frame, row.start, row.end)
    )


def _told_elsewhere(frame: Frame, record: Record, heads: list[Head]) -> bool:
    """Whether the page names a paragraph's officer below it again: one story about several people, and no list of cases."""
    head, text = record.heads[0], frame.page.text
    if head.name is None:
        return False
    surname = text[slice(*head.name)].split()[-1]
    names = [h.name for h in heads if h.name is not None]  # (two of a list may have one surname)
    return any(
        not text[at + len(surname)].isalpha() and not any(a <= at < b for a, b in names)
        for at in find_all(text, (surname,))
        if at >= record.end
    )


def _speaks(frame: Frame, head: Head, row: Row) -> bool:
    """Whether a paragraph opens with an officer who speaks or did the investigating."""
    return bool(
        frame.scan.between("speaks", head.end, min(row.end, head.end + 60))
        or frame.scan.between("official", head.end, min(row.end, head.end + 50))
    )


def _last_line(frame: Frame, head: Head, stop: int) -> int:
    """The end of the last line before ``stop``."""
    return max((r.end for r in frame.rows if head.start <= r.start < stop), default=stop)


def _unpunctuated(frame: Frame, start: int) -> bool:
    """Whether the line that begins at ``start`` is long and runs on without points: a flattened table's row."""
    row = next((r for r in frame.rows if r.start == start), None)
    if row is None or row.end - row.start < 60:
        return False
    words = frame.page.text[row.start : row.end].rstrip("\"'\u201d\u2019")
    return ". " not in words and not words.endswith((".", "!", "?"))
