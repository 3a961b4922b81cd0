"""Where the short sections of a digest begin and end: under headings, after an inline heading, or each of another force."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.dates import MONTHS
from peelian.reading.frame import Frame
from peelian.reading.layout import Row
from peelian.reading.tables import closes

_LONG: Final = 110
_LONGEST_HEADING: Final = 60
# A heading that only counts: "Case B", "Example 3", "Case study 4 - Data".
_CASE_NUMBER: Final = re.compile(
    r"(?:case(?: study| summary)?|example|scenario|matter|incident|allegation|complaint) (?:no\.? |number )?(?:\d{1,3}|[a-z])\b(?! [a-z])"
)
_MONTHS: Final = "|".join(m.title() for m in MONTHS if len(m) > 3 or m == "may")
_INLINE: Final = re.compile(
    r"(?:[A-Z][A-Z&'\u2019 -]{2,26}[.:]|[A-Z][A-Z&'\u2019 ]{1,26} [-\u2013\u2014](?= )|[A-Z][\w&'\u2019 -]{2,26}:"
    # a place and when it was: "Cardiff Bay, June 2015."
    rf"|[A-Z][\w'\u2019 -]{{2,30}},? (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS}) (?:19|20)\d\d[.:]"
    # a numbered paragraph of minutes, or a numbered case: "7.2 Case 2.", "Case study 4 -"
    r"|(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:Case|CASE|Example|Scenario|Matter|Complaint)(?: [Ss]tudy)? (?:[Nn]o\.? )?(?:\d{1,3}|[A-Z])(?:[.:,)]| [-\u2013]))"
    r" +(?=['\"\u2018\u201c]?[A-Z])"
)
# Words by which a section is one of police.
POLICE: Final = re.compile(
    r"\b(?:police|officers?|detectives?|constables?|sergeants?|inspector|superintendent|pcs?|ps|dc|ds|di|dci|sgt|pcsos?|force|specials?|policem[ae]n|policewoman|custody|call handlers?|control room|cid|special branch|traffic division|firearms unit|retired from the)\b"
)
TOLD: Final = (
    "outcome",
    "finding",
    "proceeding",
    "forum",
    "passive",
    "does",
    "offence",
    "departure",
    "verdict",
)


class Section(NamedTuple):
    """One short item of a digest: its heading begins at ``start``, its words are ``[body, end)``."""

    start: int
    body: int
    end: int


def find_sections(frame: Frame) -> list[Section]:
    """Three or more short sections that make up most of the page; empty if the page is no digest."""
    for reader in (_inline_sections, _headed_sections, _paragraphs_by_force):
        sections = reader(frame)
        if len(sections) >= 3 and sum(s.end - s.start for s in sections) * 2 >= len(frame.page.text):
            return sections
    return []


def _inline_sections(frame: Frame) -> list[Section]:
    out = []
    for row in frame.rows:
        found = _INLINE.match(frame.page.text, row.start, row.end)
        if found is not None and row.label is None and row.end - row.start > 60:
            out.append(Section(row.start, found.end(), row.end))
    return out


def _headed_sections(frame: Frame) -> list[Section]:
    rows, low = frame.rows, frame.page.low
    out: list[Section] = []
    i, most = 1, 0
    while i < len(rows) - 1:
        if not _is_heading(frame, i):
            i += 1
            continue
        j = i + 1
        while (
            j < len(rows)
            and rows[j].end - rows[j].start >= 60
            and not _is_heading(frame, j)
            and not closes(low, rows[j].start)
        ):
            if j > i + 1 and rows[j].blank_before and not rows[i + 1].blank_before:
                break
            j += 1
        out.append(Section(rows[i].start, rows[i + 1].start, rows[j - 1].end))
        most = max(most, j - i - 1)
        i = j
    return out if most <= 3 else []


_FORCES: Final = 3  # different ones, for paragraphs without headings to be a digest


def _paragraphs_by_force(frame: Frame) -> list[Section]:
    """Paragraphs each of which opens on an officer of another force and tells what became of him or her.

    A paragraph that names no force goes on about the one before.
    """
    page, scan = frame.page, frame.scan
    out: list[Section] = []
    forces: list[str] = []
    if len({h.value for h in (*scan.of("force"), *scan.of("force_weak"))}) < _FORCES:
        return []
    for row in frame.rows[1:]:
        if row.label is not None or row.end - row.start < 60 or closes(page.low, row.start):
            continue
        first = page.sentence_at(row.start)
        named = min(
            (
                h
                for kind in ("force", "force_weak")
                for h in scan.between(kind, row.start, min(first.end, row.end))
            ),
            default=None,
        )
        opens = (
            named is not None
            and POLICE.search(page.low, row.start, first.end) is not None
            and any(True for _ in scan.among(TOLD, row.start, row.end))
        )
        if opens and named is not None:
            out.append(Section(row.start, row.start, row.end))
            forces.append(named.value)
        elif out:
            out[-1] = out[-1]._replace(end=row.end)
    turns = sum(a != b for a, b in pairwise(forces))
    return out if len(set(forces)) >= _FORCES and turns * 2 >= len(forces) else []


def _is_heading(frame: Frame, i: int) -> bool:
    rows, text = frame.rows, frame.page.text
    row: Row = rows[i]
    if (
        row.label is not None
        or not (row.marker in ("", "case") or (row.marker == "bullet" and _is_marked_heading(frame, i)))
        or row.end - row.start > 70
        or i + 1 >= len(rows)
    ):
        return False
    counted = _CASE_NUMBER.match(frame.page.low, row.start, row.end) is not None
    below = rows[i + 1]
    if (
        (text[row.end - 1] in ".,;:!?\"'\u201d\u2019" and not _is_quoted_title(text, row))
        or text[row.start].islower()
        or (below.label is not None and not (counted and below.end - below.start >= _LONG))
    ):
        return False
    above = rows[i - 1]
    return below.end - below.start >= (_LONGEST_HEADING if counted else _LONG) and (
        row.blank_before or above.end - above.start >= _LONG
    )


def _is_marked_heading(frame: Frame, i: int) -> bool:
    """Whether a few words behind a mark stand over a paragraph that has none: ">> Humberside"."""
    row, below = frame.rows[i], frame.rows[min(i + 1, len(frame.rows) - 1)]
    return row.end - row.body <= _FEW_WORDS and below.marker == "" and below.end - below.start >= _LONG


_FEW_WORDS: Final = 40  # characters


def _is_quoted_title(text: str, row: Row) -> bool:
    """Whether a line is one quotation without a full stop: "Just this once"."""
    return (
        text[row.start] in "\"'\u2018\u201c"
        and text[row.end - 1] in "\"'\u2019\u201d"
        and text[row.end - 2].isalnum()
    )
