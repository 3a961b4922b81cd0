"""Lists: entries that are numbered, bulleted, headed, one a line or one a paragraph, each opened by its officer."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row, roster_key
from peelian.reading.persons import SENIOR
from peelian.reading.tables import closes, with_rank

ENUMERATED: Final = re.compile(r"\(?([1-9a-h])[.)]\s+")
_HEADING: Final = 90
_ENTRY: Final = 160  # a line of a roster is shorter
_LONGEST_NAME: Final = 48
# A line that begins with a date, or with a weekday and a date.
_DATED: Final = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?(?:[ ,&\u2013-]|and|to|\d)* ?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CASE_OF: Final = re.compile(
    r"(?:the |a )?(?:[a-z]+ ){0,2}(?:hearing|meeting|case|matter|proceedings|appeal) (?:of|against|for|involving|concerning|about) "
)
# Kinds of words with which an item tells something of its officer.
_TOLD: Final = (
    "outcome",
    "finding",
    "proceeding",
    "forum",
    "passive",
    "offence",
    "departure",
    "verdict",
    "allegation",
)
_PLAIN_TAIL: Final = re.compile(r"[^.]{0,60}\Z")


def roster(frame: Frame) -> list[Record]:
    """Two or more officers, one a line, with nothing told of them there: a joint hearing's list of who is concerned."""
    rows, text, low = frame.rows, frame.page.text, frame.page.low
    run: list[tuple[int, Record]] = []
    for i, row in enumerate(rows):
        start, key = (row.value, "") if row.label == "name" else (row.start, "")
        mark = ENUMERATED.match(low, start, row.end)
        if mark is not None:
            key, start = mark.group(1).upper(), mark.end()
        elif (letter := roster_key(frame.page, row)) is not None and frame.heads.read(
            letter[1], row.end
        ) is not None:
            key, start = letter
        brief = row.end - row.start < _ENTRY and (text[row.end - 1] not in '."\u201d' or key != "")
        asked = brief and row.label in (None, "name")
        heads = frame.heads_in(start, row.end, row.label == "name") if asked else []
        if (
            len(heads) == 1
            and heads[0].strong
            and introduces(heads[0], text)
            and not _is_decided(frame, heads[0].end, row.end)
            and not _runs_on(frame, i)
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
    return records if distinct([h for r in records for h in r.heads], text) >= 2 else []


def _runs_on(frame: Frame, i: int) -> bool:
    """Whether a line is only part of a sentence, which the next line of a wrapped paragraph goes on with."""
    after = frame.rows[i + 1] if frame.page.wrapped and i + 1 < len(frame.rows) else None
    return after is not None and not after.blank_before and frame.page.text[after.start].islower()


def _is_decided(frame: Frame, start: int, end: int) -> bool:
    """Whether words say how a case ended."""
    return bool(frame.scan.among(("outcome", "finding", "passive"), start, end))


def items(frame: Frame) -> list[Record]:
    """Entries of a numbered, lettered or bulleted list of which most begin with an officer."""
    best: list[Record] = []
    for marker in sorted({r.marker for r in frame.rows} - {""}):
        marked = [i for i, r in enumerate(frame.rows) if r.marker == marker]
        if len(marked) >= 2:
            records = _list_of(frame, marked, marker)
            if sum(len(r.heads) for r in records) > sum(len(r.heads) for r in best):
                best = records
    return best


def _list_of(frame: Frame, marked: list[int], marker: str) -> list[Record]:
    rows = frame.rows
    heads: dict[int, list[Head]] = {}
    for i in marked:
        found = frame.heads_in(rows[i].start, rows[i].end) if marker == "case" else []
        found = found or frame.heads_in(rows[i].body, rows[i].end)
        withheld = frame.heads.withheld(rows[i].body, rows[i].end) if not found else None
        found = [withheld] if withheld is not None else found
        if (
            found
            and introduces(found[0], frame.page.text)
            and (marker != "plain" or found[0].strong or rows[i].end - rows[i].start > 20)
        ):
            heads[i] = found
    if len(heads) < 2:
        return []
    if len(heads) * 2 >= len(marked) and all(not h.strong for found in heads.values() for h in found):
        for i in marked:
            job = frame.heads.job(rows[i].body, rows[i].end)
            if i not in heads and job is not None:
                heads[i] = [job]
    first, last = min(heads), max(heads)
    if _other_stories(frame, first):
        return []
    inside = [i for i in marked if first <= i <= last]
    flat = [h for found in heads.values() for h in found]
    if len(heads) * 2 < len(inside) or distinct(flat, frame.page.text) < 2:
        return []
    heads = {
        i: found
        for i, found in heads.items()
        if not _is_cleared_aside(
            frame, found, next((rows[j].start for j in marked if j > i), len(frame.page.text))
        )
    }
    marked = [i for i in marked if i <= last + 2]  # what follows soon after the last officer ends their entry
    inside = [i for i in marked if i >= first]
    return _extents(frame, inside, heads, "item")


def _is_cleared_aside(frame: Frame, heads: list[Head], end: int) -> bool:
    """Whether an item names a lettered officer and tells no conduct, case or result ("PC Five was not on duty that weekend")."""
    return heads[0].label is not None and not frame.scan.among(_TOLD, heads[0].end, end)


def _other_stories(frame: Frame, i: int) -> bool:
    """Whether a list stands under a heading such as "Related stories" or "Read more"."""
    above = frame.rows[i - 1] if i else None
    return (
        above is not None
        and above.end - above.start < 40
        and bool(frame.scan.between("background", above.start, above.end))
    )


def introduces(head: Head, text: str) -> bool:
    """Whether a head can open a record: not a surname alone ("PC Hall admitted ..."), nor a chief officer's rank."""
    if head.label is not None:
        return True  # nobody who presides is called by a letter
    if head.rank is not None and head.rank.value in SENIOR and head.collar is None:
        return False
    return head.name is None or head.collar is not None or " " in text[head.name[0] : head.name[1]].strip()


def _extents(frame: Frame, starts: list[int], heads: dict[int, list[Head]], form: str) -> list[Record]:
    """Records from each start to the next; the last is no longer than its list lets one expect."""
    rows, low = frame.rows, frame.page.low
    out: list[Record] = []
    longest, gaps = 1, 0
    for n, i in enumerate(starts):
        if n + 1 < len(starts):
            j = starts[n + 1]
            while j > i + 1 and _group_heading(frame, rows[j - 1]):
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


def headed(frame: Frame) -> list[Record]:
    """Sections each headed with an officer's name, label or number; or a plain roster of officers, one a line."""
    rows, text = frame.rows, frame.page.text
    heads: dict[int, list[Head]] = {}
    for i, row in enumerate(rows):
        if row.label is not None or row.marker not in ("", "case") or _runs_on(frame, i):
            continue
        rank = heads[i - 1][0].rank if i - 1 in heads else None
        if rank is not None and row.start <= rank.start < row.end:
            continue  # the rank and number that stand below a name, and are of that officer
        found = frame.heads_in(row.start, row.end)
        if found and found[0].strong and introduces(found[0], text) and _is_heading(text, row, found[-1]):
            heads[i] = found
        elif not found and (over := _name_over_rank(frame, i)) is not None:
            heads[i] = [over]
    flat = [h for found in heads.values() for h in found]
    if len(heads) < 2 or distinct(flat, text) < 2:
        return []
    return _sections(frame, heads)


def _name_over_rank(frame: Frame, i: int) -> Head | None:
    """The officer whose name fills a line and whose rank the next, or opens it ("Ivo Crane" / "Police Constable")."""
    rows, text = frame.rows, frame.page.text
    if i + 1 >= len(rows) or rows[i + 1].blank_before or rows[i].end - rows[i].start > _LONGEST_NAME:
        return None
    if not text[rows[i].start].isupper() or " " not in text[rows[i].start : rows[i].end]:
        return None
    start, end = rows[i + 1].start, rows[i + 1].end
    told = text.startswith("The ", start)  # "The constable, 33, was caught stealing"
    below = frame.heads.read(start + 4 if told else start, end)
    if below is None or not below.nameless or below.rank is None or not (told or below.end == end):
        return None
    head = frame.heads.read(rows[i].start, rows[i].end, True)
    if head is None or head.name is None or head.end < rows[i].end:
        return None
    return with_rank(head, below)


def ranked(frame: Frame) -> list[Record]:
    """Sections each headed with a rank and no name ("PC, Woking - misconduct meeting"), most telling what became of the officer."""
    rows, text = frame.rows, frame.page.text
    heads: dict[int, list[Head]] = {}
    for i, row in enumerate(rows[:-1]):
        opens = row.blank_before and text[row.start].isupper() and not text.startswith("The ", row.start)
        if row.label is not None or row.marker != "" or not opens or rows[i + 1].blank_before:
            continue
        if _runs_on(frame, i):
            continue
        head = frame.heads.read(row.start, row.end)
        if head is not None and head.people == 1 and introduces(head, text) and _is_heading(text, row, head):
            heads[i] = [head]
    records = _sections(frame, heads) if len(heads) > 1 else []
    told = sum(_is_decided(frame, r.heads[0].end, r.end) for r in records if r.heads)
    return records if told > 1 and told * 3 >= len(records) * 2 else []


def _sections(frame: Frame, heads: dict[int, list[Head]]) -> list[Record]:
    """The sections under headings at the rows of ``heads``."""
    starts = sorted(heads)
    if _other_stories(frame, starts[0]):
        return []
    return _told_after(frame, _extents(frame, *_from_date_lines(frame, starts, heads), "section"))


def _from_date_lines(
    frame: Frame, starts: list[int], heads: dict[int, list[Head]]
) -> tuple[list[int], dict[int, list[Head]]]:
    """The starts of sections moved up to the line with the hearing's date, if one stands above every officer."""
    rows, low = frame.rows, frame.page.low
    above = [i - 1 for i in starts]
    if not all(
        i >= 0 and rows[i].end - rows[i].start <= _HEADING and _DATED.match(low, rows[i].start, rows[i].end)
        for i in above
    ):
        return starts, heads
    return above, {i - 1: found for i, found in heads.items()}


def _told_after(frame: Frame, records: list[Record]) -> list[Record]:
    """The records, with a last paragraph that tells of another case cut off as its own ("The hearing of PC 7102 ... is put off")."""
    last = records[-1]
    known = distinct([h for r in records for h in r.heads], frame.page.text)
    for row in frame.rows:
        if row.start <= last.start or not row.blank_before:
            continue
        found = _CASE_OF.match(frame.page.low, row.start, row.end)
        head = frame.heads.read(found.end(), row.end) if found else None
        if head is None or not head.strong or not introduces(head, frame.page.text):
            continue
        if distinct([*(h for r in records for h in r.heads), head], frame.page.text) == known:
            continue
        last.end = min(last.end, max(r.end for r in frame.rows if r.start < row.start))
        last.spans = [(last.start, last.end)]
        records.append(Record(row.start, row.end, "section", [head], spans=[(row.start, row.end)]))
        break
    return records


def _is_heading(text: str, row: Row, head: Head) -> bool:
    """Whether a line is a heading or a roster's entry: an officer, perhaps with a post, and no sentence."""
    if row.end - row.start > _HEADING:
        return False
    rest = text[head.end : row.end]
    if not rest:
        return True
    return (
        _PLAIN_TAIL.match(rest) is not None
        and (
            rest[0] in ",(:/|"
            or rest.startswith((" -", " \u2013", " ("))
            or text[head.end + 1 : head.end + 2].isupper()
            or head.collar is not None
        )
        and not rest.rstrip().endswith((".", '"', "\u201d"))
    )


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
            frame.heads.read(row.start, row.end) if row.label is None and row.end - row.start >= 40 else None
        )
        if head is not None and head.strong and introduces(head, text) and not _speaks(frame, head, row):
            run.append(Record(row.start, row.end, "paragraph", [head], spans=[(row.start, row.end)]))
        elif len(run) >= 3:
            break
        else:
            run = []
    heads = [r.heads[0] for r in run]
    return run if len(run) >= 3 and distinct(heads, text) == len(run) else []


# What follows a rank that stands for its officer: "Constable, Response, Swindon.", "PC - dismissed".
_AFTER_RANK: Final = re.compile(r" ?[,.:(/|-]|$")


def rank_led(frame: Frame) -> list[Record]:
    """Three or more lines one after another, each opened by a bare rank and telling how the case ended."""
    run: list[Record] = []
    for row in frame.rows:
        head = frame.heads.read(row.start, row.end) if row.label is None and not row.marker else None
        if (
            head is not None
            and head.nameless
            and head.rank is not None
            and head.people == 1
            and introduces(head, frame.page.text)
            and frame.page.text[row.start].isupper()
            and _AFTER_RANK.match(frame.page.low, head.end, row.end)
            and _is_decided(frame, head.end, row.end)
        ):
            run.append(Record(row.start, row.end, "item", [head], spans=[(row.start, row.end)]))
        elif len(run) >= 3:
            break
        else:
            run = []
    return run if len(run) >= 3 else []


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
    return frame.page.text.count(". ", row.start, row.end) == 0 and frame.page.text[row.end - 1] != "."
