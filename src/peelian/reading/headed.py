"""Sections, each under a heading that is an officer: a name, a label, a number, or a rank alone."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.beside_sections import lines_beside
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.list_lines import extents, introduces, is_decided, other_stories, runs_on
from peelian.reading.name_first import name_first
from peelian.reading.name_headings import name_headings
from peelian.reading.name_words import common_words, fold, given_names
from peelian.reading.persons import SENIOR
from peelian.reading.tables import with_rank

_HEADING: Final = 90
_LONGEST_NAME: Final = 48
# A line that begins with a date, or with a weekday and a date.
_DATED: Final = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?(?:[ ,&\u2013-]|and|to|\d)* ?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d)"
)
CASE_OF: Final = re.compile(
    r"(?:the |a )?(?:[a-z]+ ){0,2}(?:hearing|meeting|case|matter|proceedings|appeal) (?:of|against|for|involving|concerning|about) "
)
_VERSUS: Final = re.compile(r" -?v\.?-? (?=[A-Z])")
_CASE_NAME: Final = 150
_PLAIN_TAIL: Final = re.compile(r"[^.]{0,60}\Z")


def headed(frame: Frame) -> list[Record]:
    """Sections each headed with an officer's name, label or number; or a plain roster of officers, one a line."""
    rows, text = frame.rows, frame.page.text
    heads: dict[int, list[Head]] = {}
    for i, row in enumerate(rows):
        if row.label is not None or row.marker not in ("", "case") or runs_on(frame, i):
            continue
        rank = heads[i - 1][0].rank if i - 1 in heads else None
        if rank is not None and row.start <= rank.start < row.end:
            continue  # the rank and number that stand below a name, and are of that officer
        found = frame.heads_in(row.start, row.end)
        opens = bool(found) and (introduces(found[0], text) or _is_chief_told_of(frame, i, found[0]))
        if found and found[0].strong and opens and _is_heading(text, row, found[-1]):
            heads[i] = found
        elif not found and (over := _name_over_rank(frame, i) or _name_then_rank(frame, row)) is not None:
            heads[i] = [over]
    flat = [h for found in heads.values() for h in found]
    if len(heads) < 2 or distinct(flat, text) < 2:
        return _under_names(frame)
    if all(_over_text(frame, i) for i in heads):
        heads |= {
            i: [h] for i in range(min(heads), len(rows)) if i not in heads and (h := _like_them(frame, i))
        }
    records = _without_others(frame, _sections(frame, heads))
    return lines_beside(frame, _told_of(frame, records))


def _under_names(frame: Frame) -> list[Record]:
    """Sections under bare names, those of people who are no officers without a head."""
    heads, others = name_headings(frame)
    if not heads:
        return []
    apart = {frame.rows[i].start for i in others}
    records = _sections(frame, heads)
    for record in records:
        if record.heads and record.heads[0].start in apart:
            record.heads = []
    return records


def _over_text(frame: Frame, i: int) -> bool:
    """Whether row ``i`` begins a paragraph and the text stands just below it."""
    rows = frame.rows
    return rows[i].blank_before and i + 1 < len(rows) and not rows[i + 1].blank_before


_TITLED: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?P<name>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*) ?(?:\(|, |- |\u2013 )"
)


def _like_them(frame: Frame, i: int) -> Head | None:
    """The officer of a heading among others that says less: a rank and a surname, or a title, a name and a post."""
    row, text = frame.rows[i], frame.page.text
    if row.label is not None or row.marker or not _over_text(frame, i) or row.end - row.start > _HEADING:
        return None
    head = frame.heads.read(row.start, row.end)
    if head is not None:
        short = head.name is not None and head.rank is not None and head.rank.value not in SENIOR
        return head if short and head.end == row.end else None
    found = _TITLED.match(text, row.start, row.end)
    job = frame.heads.job(found.end(), row.end, True) if found is not None else None
    if found is None or job is None:
        return None
    return Head(row.start, job.end, job.rank, None, found.span("name"), None, False, 1, True)


_VERDICT: Final = ("outcome", "finding", "proceeding", "offence", "penalty", "departure", "stage", "forum")


def _is_chief_told_of(frame: Frame, i: int, head: Head) -> bool:
    """Whether a heading is a superintendent or above of whom the line below tells a crime or a case."""
    rows = frame.rows
    senior = head.name is not None and head.rank is not None and head.rank.value in SENIOR
    if not senior or i + 1 >= len(rows) or rows[i + 1].blank_before or head.end < rows[i].end:
        return False
    return bool(frame.scan.among(("outcome", "offence", "stage"), rows[i + 1].start, rows[i + 1].end))


def _without_others(frame: Frame, records: list[Record]) -> list[Record]:
    """The records, each ended where a heading names somebody who is no officer ("MICHAEL 'MICKEY' DRAPER" among "PC ANN LEE")."""
    text = frame.page.text
    if not all(_is_shouted(text, r.start, text.find("\n", r.start)) for r in records):
        return records
    for record in records:
        for row in frame.rows:
            inside = record.start < row.start < record.end and row.blank_before
            if inside and row.end - row.start <= _LONGEST_NAME and _is_shouted(text, row.start, row.end):
                record.end = max(r.end for r in frame.rows if r.start < row.start)
                record.spans = [(record.start, record.end)]
                break
    return records


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a line is all in capitals, and of more than one word."""
    line = text[start : end if end != -1 else len(text)]
    return line.isupper() and " " in line


def _told_of(frame: Frame, records: list[Record]) -> list[Record]:
    """The records without the officers of whom nothing is told against ("DCI Lee: the detective brought in to investigate")."""
    told = [not r.heads or bool(frame.scan.among(_VERDICT, r.start, r.end)) for r in records]
    if sum(told) * 3 < len(records) * 2:
        return records
    for record, verdict in zip(records, told, strict=True):
        if not verdict and record.heads[-1].name is not None and record.end - record.heads[-1].end > _TALE:
            record.heads = []
    return records


_TALE: Final = 30  # characters; a heading with nothing below it is an entry of a list


def _name_over_rank(frame: Frame, i: int) -> Head | None:
    """The officer whose name fills a line and whose rank the next, or opens it ("Ivo Crane" / "Police Constable")."""
    rows, text = frame.rows, frame.page.text
    if i + 1 >= len(rows) or rows[i].end - rows[i].start > _LONGEST_NAME:
        return None
    if rows[i + 1].blank_before and not (_ends_soon(frame, i + 1) or _story_of(frame, i)):
        return None
    if not text[rows[i].start].isupper() or " " not in text[rows[i].start : rows[i].end]:
        return None
    j = i + 1
    if _is_end(frame, rows[j]) and j + 1 < len(rows) and not rows[j + 1].blank_before:
        j += 1  # "Ivo Crane" / "Dismissed without notice" / "The constable ..."
    start, end = rows[j].start, rows[j].end
    told = text.startswith("The ", start)  # "The constable, 33, was caught stealing"
    if j > i + 1 and not told:
        return None
    below = frame.heads.read(start + 4 if told else start, end)
    if below is not None and below.rank is not None and below.rank.value in SENIOR and not told:
        signs = i + 2 >= len(rows) or rows[i + 2].blank_before or below.end < end
        if signs:
            return None  # who signs a letter
    if below is None or not below.nameless or below.rank is None:
        return None
    if not (told or below.end == end or _of_force(frame, below, end)):
        return None
    head = frame.heads.read(rows[i].start, rows[i].end, True)
    if head is None or head.name is None or head.end < rows[i].end:
        return None
    return with_rank(head, below)


def _name_then_rank(frame: Frame, row: Row) -> Head | None:
    """The officer of a line that is a name, the rank behind it and no more ("Ivo Crane, Police Constable")."""
    if not row.end - row.start <= _HEADING or not frame.scan.between("rank", row.start, row.end):
        return None
    found = name_first(frame, row)
    return found[0] if found and found[0].end == row.end else None


_CARD: Final = 3  # lines of a card below the rank, of which one tells the end


def _ends_soon(frame: Frame, i: int) -> bool:
    """Whether the line ``i`` and those below it are the short paragraphs of a card that tell an end, one of them by itself."""
    rows = frame.rows[i + 1 : i + 1 + _CARD]
    return frame.rows[i].end - frame.rows[i].start <= _LONGEST_NAME and any(_is_end(frame, r) for r in rows)


def _story_of(frame: Frame, i: int) -> bool:
    """Whether a line ``i`` that is a paragraph of its own stands over another which opens with a rank: "The sergeant was accused of"."""
    row, below = frame.rows[i], frame.rows[i + 1]
    if not (row.blank_before and frame.page.text.startswith("The ", below.start)):
        return False
    words = frame.page.text[row.start : row.end].split()
    rare = fold(words[0]) in given_names() or not any(w.lower() in common_words() for w in words)
    return (
        rare
        and 2 <= len(words) <= _NAME_WORDS
        and all(w[0].isupper() for w in words)
        and not frame.scan.among(("force", "court", "proceeding", "outcome", "offence"), row.start, row.end)
        and is_decided(frame, below.start, below.end)
    )


_NAME_WORDS: Final = 4


def _of_force(frame: Frame, rank: Head, end: int) -> bool:
    """Whether nothing but a force follows a rank to its line's end ("Police Constable, Kent Police")."""
    rest = frame.page.low[rank.end : end]
    forces = frame.scan.between("force", rank.end, end)
    return rest[:2] in (", ", " (", " -", " |") and any(end - f.end <= 1 for f in forces)


def _is_end(frame: Frame, row: Row) -> bool:
    """Whether a short line says how a case ended and names nobody."""
    short = row.end - row.start <= _LONGEST_NAME and row.label is None
    return short and is_decided(frame, row.start, row.end) and frame.heads.read(row.start, row.end) is None


def ranked(frame: Frame) -> list[Record]:
    """Sections each headed with a rank and no name ("PC, Woking - misconduct meeting"), most telling what became of the officer."""
    rows, text = frame.rows, frame.page.text
    heads: dict[int, list[Head]] = {}
    for i, row in enumerate(rows[:-1]):
        opens = row.blank_before and text[row.start].isupper() and not text.startswith("The ", row.start)
        if row.label is not None or row.marker != "" or not opens or rows[i + 1].blank_before:
            continue
        if runs_on(frame, i):
            continue
        head = frame.heads.read(row.start, row.end)
        if head is not None and head.people == 1 and introduces(head, text) and _is_heading(text, row, head):
            heads[i] = [head]
    records = _sections(frame, heads) if len(heads) > 1 else []
    told = sum(is_decided(frame, r.heads[0].end, r.end) for r in records if r.heads)
    return records if told > 1 and told * 3 >= len(records) * 2 else []


def _sections(frame: Frame, heads: dict[int, list[Head]]) -> list[Record]:
    """The sections under headings at the rows of ``heads``."""
    starts = sorted(heads)
    if other_stories(frame, starts[0]):
        return []
    return _told_after(frame, extents(frame, *_from_date_lines(frame, starts, heads), "section"))


def _from_date_lines(
    frame: Frame, starts: list[int], heads: dict[int, list[Head]]
) -> tuple[list[int], dict[int, list[Head]]]:
    """The starts of sections moved up to the line with the hearing's date, if one stands above every officer."""
    rows, low = frame.rows, frame.page.low
    above: list[int] = []
    for n, i in enumerate(starts):
        floor = max(starts[n - 1] + 1 if n else 0, i - _MOST_ABOVE)
        dated = (
            j
            for j in range(i - 1, floor - 1, -1)
            if rows[j].end - rows[j].start <= _HEADING and _DATED.match(low, rows[j].start, rows[j].end)
        )
        at = next(dated, -1)
        if at < 0 or any(rows[k].blank_before for k in range(at + 1, i)):
            return starts, heads
        above.append(at)
    return above, dict(zip(above, (heads[i] for i in starts), strict=True))


_MOST_ABOVE: Final = 3  # lines over the officer: the day, the hour, the place


def _told_after(frame: Frame, records: list[Record]) -> list[Record]:
    """The records, with a last paragraph that tells of another case cut off as its own ("The hearing of PC 7102 ... is put off")."""
    last = records[-1]
    known = distinct([h for r in records for h in r.heads], frame.page.text)
    for row in frame.rows:
        if row.start <= last.start or not row.blank_before:
            continue
        found = CASE_OF.match(frame.page.low, row.start, row.end)
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
    rest = text[head.end : row.end]
    if _VERSUS.match(rest) and row.end - row.start <= _CASE_NAME:
        return True  # "PC Ann Lee v Essex Police, 14 September 2018 (Chair: R. Moss)"
    if row.end - row.start > _HEADING:
        return False
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
