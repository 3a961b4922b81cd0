"""Lists: numbered, lettered or bulleted entries, each opened by its officer."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.counted_off import counted_off
from peelian.reading.day_leads import DAY_LEAD
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.list_lines import extents, introduces, is_decided, other_stories, speaks, stands_over
from peelian.reading.model import Span
from peelian.reading.name_first import by_name_alone, name_first, plainly_named
from peelian.reading.numbered_story import is_one_story
from peelian.reading.persons import SENIOR

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
    "standard",
    "accused",
    "alleged_noun",
)
# Words of time or place before the officer who opens an entry: "On 2 August a Sergeant from ...", "At a meeting in May, one ...".
_LEAD: Final = re.compile(
    r"(?:on|in|at|during|following|after|before|by|between|from|last|this|also|earlier|later|then)\b[^.;:,\n]{2,90}?"
    r"(?:(?:\d|day|month|week|year|quarter|period|hearing|meeting|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october),)? ?\Z"
)
# Words that only go on in a list, with a comma: "Lastly, a detective inspector ...".
_AND_THEN: Final = re.compile(
    r"(?:lastly|finally|secondly|thirdly|firstly|separately|similarly|elsewhere|meanwhile|also|in addition|by contrast), \Z"
)
# What an entry is about, before its officer: "5.2 Abuse of position. A police constable ...", "3. Data: a PCSO ...".
# (case numbers are for ``section_lines``)
_TITLE: Final = re.compile(
    r"(?!(?:Case|Example|Scenario|Matter|Complaint|Incident)\b)[A-Z][\w'\u2019()&/, -]{2,58}(?:[.:]| [-\u2013\u2014]) (?=[\w\"'])"
)
_ONE: Final = re.compile(r"\b(?:an?|one|another|a second|a third) (?=[a-z])", re.IGNORECASE)
_LONGEST_LEAD: Final = 100


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
    titled = False
    for i in marked:
        found = frame.heads_in(rows[i].start, rows[i].end) if marker == "case" else []
        body = _past_day(frame, rows[i])
        found = found or frame.heads_in(body, rows[i].end)
        withheld = frame.heads.withheld(body, rows[i].end) if not found else None
        found = [withheld] if withheld is not None else found
        found = [h for h in found if frame.page.text[h.start : h.end] not in _ALL_OF_THEM]
        found = (
            found
            or _after_lead(frame, rows[i])
            or plainly_named(frame, rows[i])
            or _after_title(frame, rows[i])
        )
        found = found or _accused_in(frame, rows[i]) or name_first(frame, rows[i])
        if (
            found
            and introduces(found[0], frame.page.text)
            and not speaks(frame, found[0], rows[i])
            and (marker != "plain" or found[0].strong or rows[i].end - rows[i].start > 20)
        ):
            heads[i] = found
            title = _TITLE.match(frame.page.text, rows[i].body, rows[i].end)
            titled = titled or (title is not None and title.end() == found[0].start)
    if not titled and _sums_up(heads):
        del heads[min(heads)]
    if len(heads) < 2 or is_one_story(frame, marked, heads):
        return []
    heads |= {i: found for i in marked if i not in heads and (found := _case_of(frame, rows[i]))}
    if len(heads) * 2 >= len(marked) and all(not h.strong for found in heads.values() for h in found):
        for i in marked:
            job = frame.heads.job(_past_day(frame, rows[i]), rows[i].end)
            if i not in heads and job is not None:
                heads[i] = [job]
    first, last = min(heads), max(heads)
    if other_stories(frame, first):
        return []
    inside = [i for i in marked if first <= i <= last]
    flat = [h for found in heads.values() for h in found]
    if len(heads) * 2 < len(inside) or distinct(flat, frame.page.text) < 2:
        return []
    ends = {i: rows[j].start for i, j in pairwise(marked)}
    heads = {
        i: found
        for i, found in heads.items()
        if not _is_cleared_aside(frame, found, ends.get(i, len(frame.page.text)))
    }
    if not heads:
        return []  # each of them is only told of as one who has no case
    bare = [i for i in marked if i >= first and i not in heads]
    heads |= by_name_alone(frame, heads, {i: _past_day(frame, rows[i]) for i in bare})
    last = max(heads)
    inside = [i for i in marked if first <= i <= last]
    if all(h.nameless and h.label is None for found in heads.values() for h in found):
        for i in inside + [j for j in marked if j > last][:1]:
            told = _told_of_in(frame, rows[i]) if i not in heads else []
            if told:
                heads[i] = told
        last = max(heads)
    marked = [i for i in marked if i <= last + 2]  # what follows soon after the last officer ends their entry
    inside = [i for i in marked if i >= first]
    records = extents(frame, inside, heads, "item")
    _under_headings(frame, records)
    return [part for record in records for part in _parted(frame, record)]


def _past_day(frame: Frame, row: Row) -> int:
    """Where an entry's words begin, after the day on which it may open ("(a) 17 February 2021 - PCSO, Mansfield.")."""
    day = DAY_LEAD.match(frame.page.text, row.body, row.end) if row.marker else None
    day = day or (_AND_NOW.match(frame.page.text, row.body, row.end) if row.marker else None)
    return row.body if day is None else day.end()


# "5. And Superintendent Lee? Still there."
_AND_NOW: Final = re.compile(
    r"(?:And|Then|But|Next|Finally|Lastly|Also)(?: (?:there(?:'s| is| was)|then|now|finally|to|for))?,? (?=[A-Z])"
)


def _after_lead(frame: Frame, row: Row) -> list[Head]:
    """The officer without a name who opens an entry after words of time or place ("On 21 September a Constable ...")."""
    low = frame.page.low
    for found in _ONE.finditer(low, row.body, min(row.end, row.body + _LONGEST_LEAD)):
        if not (_LEAD.match(low, row.body, found.start()) or _AND_THEN.match(low, row.body, found.start())):
            continue
        head = frame.heads.read(found.start(), row.end)
        if head is not None and head.rank is not None and head.people == 1:
            return [head]
    # "4.2 The first is that of a detective constable who ..."
    counted = counted_off(low, row.body, row.end)
    head = frame.heads.read(counted.start("head"), row.end) if counted is not None else None
    return [head] if head is not None and head.rank is not None else []


def _after_title(frame: Frame, row: Row) -> list[Head]:
    """The officers of a long entry that opens on what it is about ("Abuse of position. A police constable attached to ...")."""
    found = _TITLE.match(frame.page.text, row.body, row.end)
    if found is None or row.end - found.end() < _LONGEST_LEAD or frame.heads.read(row.body, row.end):
        return []
    head = frame.heads.read(found.end(), row.end)
    return [head] if head is not None and (head.rank is not None or head.label is not None) else []


def _told_of_in(frame: Frame, row: Row) -> list[Head]:
    """The one officer without a name of an entry that opens on the case: "The fourth, held in private, led to the dismissal of a PC"."""
    end = min(row.end, frame.page.sentence_at(row.body).end)
    if not frame.scan.among(("outcome", "finding"), row.body, end):
        return []
    found = [
        head
        for one in _ONE.finditer(frame.page.low, row.body, end)
        if (head := frame.heads.read(one.start(), end)) is not None
        and head.rank is not None
        and head.rank.value not in SENIOR
        and head.nameless
        and head.people == 1
    ]
    return found if len(found) == 1 else []


_AGAINST: Final = re.compile(
    r"(?:an?|the|all|both|two|three|four|one) (?:[\w-]+ ){0,3}?(?:charges?|allegations?|case|complaints?)\b[^.;\n]{0,90}?\bagainst (?=[A-Za-z])"
    r"|(?:in |at )?the (?:case|matter|appeal|hearing|meeting) (?:of|concerning|involving) (?=[A-Za-z])",
    re.IGNORECASE,
)


# "This was the case of Inspector Lee": of one officer, wherever the first sentence names the case
_CASE_OF: Final = re.compile(
    r"\b(?:in|is|was|of|from|concerned|about|remember|recall|on) the case of (?=[A-Z])"
)


def _accused_in(frame: Frame, row: Row) -> list[Head]:
    """The named officer of an entry that opens on what was alleged: "A charge of neglect against PC Ann Lee was not proved"."""
    found = _AGAINST.match(frame.page.text, row.body, row.end)
    head = frame.heads.read(found.end(), row.end) if found is not None else None
    return [head] if head is not None and head.name is not None and head.rank is not None else []


_ALL_OF_THEM: Final = ("Staff", "Officers")  # "Staff whom I met spoke of ..."


def _case_of(frame: Frame, row: Row) -> list[Head]:
    """The named officer whose case the first sentence of an entry is about, wherever it says so."""
    end = min(row.end, frame.page.sentence_at(row.body).end)
    found = _CASE_OF.search(frame.page.text, row.body, end)
    head = frame.heads.read(found.end(), end) if found is not None else None
    return [head] if head is not None and head.name is not None and head.rank is not None else []


def _sums_up(heads: dict[int, list[Head]]) -> bool:
    """Whether the first entry counts the officers of whom the entries below tell one by one ("Four officers appeared ...")."""
    if not heads:
        return False
    first, *rest = (heads[i] for i in sorted(heads))
    counted = sum(h.people for h in first) if all(h.nameless for h in first) else 1
    return counted > 1 and sum(1 for found in rest if sum(h.people for h in found) == 1) >= max(
        2, counted - 1
    )


def _is_cleared_aside(frame: Frame, heads: list[Head], end: int) -> bool:
    """Whether an item names a lettered officer and tells no conduct, case or result ("PC Five was not on duty that weekend")."""
    at = heads[0].end
    return (
        heads[0].label is not None
        and not frame.scan.among(_TOLD, at, end)
        and frame.page.low.find("alleg", at, end) == -1
    )


def _under_headings(frame: Frame, records: list[Record]) -> None:
    """Give each entry the heading of its group, where that says what kind of proceedings they were, or how they ended.

    What an entry itself says of its end goes before what stands above it.
    """
    at = {row.start: j for j, row in enumerate(frame.rows)}
    heading: Span | None = None
    verdict = False
    for record in records:
        j = at[record.start]
        if j and stands_over(frame, j):
            row = frame.rows[j - 1]
            told = frame.scan.among(("proceeding", "forum"), row.start, row.end)
            decided = is_decided(frame, row.start, row.end)
            verdict = decided and frame.heads.read(row.body, row.end) is None
            heading = (row.start, row.end) if (told and not decided) or verdict else None
        if heading is not None and not (verdict and is_decided(frame, record.start, record.end)):
            record.above.append(heading)


def _parted(frame: Frame, record: Record) -> list[Record]:
    """An entry that opens on nobody, cut where its sentences open on one officer each: "There were two. PC 7 was ... DS 8 was ..."."""
    page = frame.page
    opening = page.sentence_at(record.start)
    if record.heads and record.heads[0].start < opening.end:
        return [record]
    openings: list[tuple[int, Head]] = []
    paragraph = opening.paragraph
    for sentence in page.sentences[page.sentence_index(record.start) :]:
        if sentence.start >= record.end or sentence.paragraph != paragraph:
            break
        head = frame.heads.read(sentence.start, min(sentence.end, record.end))
        if head is not None and head.strong and head.people == 1 and introduces(head, page.text):
            openings.append((sentence.start, head))
    if len(openings) < 2 or distinct([h for _, h in openings], page.text) < len(openings):
        return [record]
    out = []
    for (start, head), (end, _) in pairwise([*openings, (record.end, openings[-1][1])]):
        out.append(Record(start, end, record.form, [head], spans=[(start, end)], above=list(record.above)))
    return out
