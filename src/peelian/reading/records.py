"""Records: the repeating structure of lists, tables and notices, each entry with the officers it tells of.

A page may be a table, a list of labelled blocks, a numbered or bulleted list, sections headed with an
officer's name, or one notice about one officer. ``records_of`` tries the most explicit structure
first and takes the first that fits; running prose has no records.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.bracketed import bracketed
from peelian.reading.columnar import columnar
from peelian.reading.dated import dated
from peelian.reading.flattened import flattened
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.glued import glued
from peelian.reading.headed import headed, ranked
from peelian.reading.heads import Head
from peelian.reading.kind import has_sides
from peelian.reading.layout import Row, inline_fields, joined_fields
from peelian.reading.list_lines import introduces
from peelian.reading.lists import items
from peelian.reading.model import Span
from peelian.reading.name_words import fold, given_names
from peelian.reading.prompted import prompted
from peelian.reading.rank_headed import rank_headed
from peelian.reading.rank_lines import rank_led, verdict_on_all
from peelian.reading.rank_sentences import rank_sentences
from peelian.reading.rosters import ENUMERATED, lettered, paragraphs, roster, run_on
from peelian.reading.side_by_side import side_by_side
from peelian.reading.stacked_tables import stacked
from peelian.reading.tables import closes, delimited, split_name, with_rank
from peelian.reading.transposed import transposed
from peelian.reading.unbroken import unbroken
from peelian.reading.verdict_groups import verdict_groups

# Kinds of labels that say what became of an officer or how: one of these makes a block of labels a record.
_TELLING: Final = frozenset(
    "date type chair venue standards finding outcome result allegation summary sentence offence appeal".split()
)
_HEADING: Final = 90
_TITLE_BREAK: Final = re.compile(r"(?:: | - | \u2013 | \u2014 |\| |\bof |\bfor |\bagainst )")


def records_of(frame: Frame) -> list[Record]:
    """The records of a framed page, in order; empty for running prose.

    Gives every entry of the one structure that fits, those without an officer included (a row about a member of
    the public has no heads).
    """
    return _ended_together(frame, _first_that_fits(frame))


def _first_that_fits(frame: Frame) -> list[Record]:
    for reader in (
        transposed,
        delimited,
        side_by_side,
        glued,
        columnar,
        stacked,
        blocks,
        prompted,
        flattened,
        verdict_groups,
        roster,
        items,
        headed,
        rank_headed,
        unbroken,
        lettered,
        bracketed,
        run_on,
        paragraphs,
        ranked,
        rank_led,
        rank_sentences,
        notice,
    ):
        records = reader(frame)
        if records:
            records = _better_headed(frame, records) if reader is blocks else records
            records = _headed_within(frame, records) if reader is items else records
            return records if records[0].form in _PLAIN_FORMS else _more_of(records, dated(frame))
    return dated(frame)


def _ended_together(frame: Frame, records: list[Record]) -> list[Record]:
    """The records of a list in which none tells how it ended, with the words above it that say so of all: "officers dismissed in 2013"."""
    mine = [r for r in records if r.heads]
    if len(mine) < 2 or any(r.above for r in mine):
        return records
    if frame.scan.among(("outcome", "finding", "departure"), mine[0].start, mine[-1].end):
        return records
    verdict = verdict_on_all(frame, records[0].start)
    if verdict is not None:
        for record in mine:
            record.above.append(verdict)
    return records


# Forms that say beyond doubt where an entry begins.
_PLAIN_FORMS: Final = ("row", "stack")


def _more_of(records: list[Record], others: list[Record]) -> list[Record]:
    """The records, or ``others`` if those tell of the same officers and of more."""
    mine = {h.start for r in records for h in r.heads}
    theirs = {h.start for r in others for h in r.heads}
    return others if mine < theirs else records


def _better_headed(frame: Frame, records: list[Record]) -> list[Record]:
    """The blocks of labels, or the sections under officers' names if those tell of the same officers and of more.

    The blocks of one page need not begin with one label: "PC A / Hearing: ... PC B / Same hearing / Matter: ...".
    """
    return _more_of(records, headed(frame))


def _headed_within(frame: Frame, records: list[Record]) -> list[Record]:
    """The items of a paper, or its sections under officers' names or labels if the items only count those officers.

    "1.1 Four officers had cases closed." above "Officer P, detective constable" and a paragraph without a number.
    """
    mine = [h for r in records for h in r.heads]
    if not any(h.people > 1 for h in mine):
        return records
    others = headed(frame)
    theirs = [h for r in others for h in r.heads if h.strong]
    if len(theirs) <= max(2, sum(1 for h in mine if h.strong)):
        return records
    after = [r for r in records if r.start >= others[-1].end]
    for above, below in pairwise(after):  # "3. Police staff" over "3.1 An examiner was dismissed"
        if above.heads and not below.heads and above.end - above.start <= _SHORT_HEADING:
            above.spans.append((below.start, below.end))
            above.end = below.end
    return [*others, *(r for r in after if r.heads)]


_SHORT_HEADING: Final = 40  # characters


def blocks(frame: Frame) -> list[Record]:
    """Entries whose first label comes again and again: "Name: ... Date: ... Outcome: ...", with or without a heading."""
    rows = frame.rows
    seen = Counter(r.phrase for r in rows if r.label is not None and r.label != "notes")
    first = next((r for r in rows if r.label is not None and seen[r.phrase] > 1), None)
    if first is None:
        return []
    starts = [
        i
        for i, r in enumerate(rows)
        if r.label is not None and (r.phrase == first.phrase or _opens_like(frame, i, first))
    ]
    above = [_heading_above(frame, i) for i in starts]
    if sum(1 for a in above if a is not None) * 2 > len(starts):
        starts = [a if a is not None else i for i, a in zip(starts, above, strict=True)]
    tops = [_top_of_paragraph(frame, i) for i in starts]
    if all(rows[i].blank_before for i in tops) and len(set(tops)) == len(tops):
        starts = tops  # "14 September 2020, 10am" over the officer's name
    bounds = [*starts[1:], _block_end(frame, starts[-1], seen)]
    out = [_block(frame, i, j) for i, j in zip(starts, bounds, strict=True)]
    heads = [h for r in out for h in r.heads]
    if (
        distinct(heads, frame.page.text) < 2
        or sum(1 for r in out if r.heads and _TELLING & set(r.fields)) < 2
    ):
        return []
    return out


def _opens_like(frame: Frame, i: int, first: Row) -> bool:
    """Whether a paragraph, a numbered line or what stands below a heading opens with another word for the first label.

    "Grade" for "Rank"; "3. Staff: call handler" after "2. Officer: PC".
    """
    rows = frame.rows
    below = i > 0 and rows[i - 1].label is None and rows[i - 1].blank_before
    numbered = first.marker != "" and rows[i].marker == first.marker
    return rows[i].label == first.label and (rows[i].blank_before or below or numbered)


def _top_of_paragraph(frame: Frame, i: int) -> int:
    """The first row of the short lines without a label, and without a gap, in which row ``i`` stands."""
    rows = frame.rows
    while i > 0 and not rows[i].blank_before and rows[i - 1].label is None:
        if rows[i - 1].end - rows[i - 1].start > _HEADING:
            break
        i -= 1
    return i


def _heading_above(frame: Frame, i: int) -> int | None:
    """The row of the heading over a block's first label, if one stands there."""
    if i == 0:
        return None
    row = frame.rows[i - 1]
    if row.label is not None or row.end - row.start > _HEADING:
        return None
    headed = (
        row.marker != ""
        or frame.heads.read(row.body, row.end) is not None
        or frame.heads.read(row.start, row.end) is not None
    )
    return i - 1 if headed or row.blank_before else None


def _block_end(frame: Frame, start: int, seen: Counter[str]) -> int:
    """The row after the last block's last label and the lines of its value."""
    rows = frame.rows
    last = start
    for i in range(start, len(rows)):
        if rows[i].label is not None and seen[rows[i].phrase] > 1:
            last = i
    end = last + 1
    if rows[last].marker and len(inline_fields(frame.page, rows[last])) > 1:
        return end  # all of an entry stood on its numbered line
    while (
        end < len(rows)
        and not rows[end].blank_before
        and rows[end].label is None
        and not closes(frame.page.low, rows[end].start)
    ):
        end += 1
    return end


def _block(frame: Frame, i: int, j: int) -> Record:
    rows = frame.rows
    record = Record(rows[i].start, rows[j - 1].end, "block")
    heads: list[Head] = []
    for row in rows[i:j]:  # "Case 1" may stand over "Police constable"
        if row.label is not None or heads:
            break
        heads = frame.heads_in(row.start, row.end) or frame.heads_in(row.body, row.end)
        heads = heads or _bare_name(frame, row)
    rank: Head | None = None
    for k in range(i, j):
        kind = rows[k].label
        if kind is None:
            continue
        value = frame.value_of(k)
        inline = inline_fields(frame.page, rows[k])
        if len(inline) > 1:
            value = inline[kind]
            for more, place in inline.items():
                record.fields.setdefault(more, place)
        if rows[k].body < rows[k].value < rows[k].end and frame.page.text[rows[k].value - 1].isalnum():
            frame.heads.joined()
            for stuck, place in joined_fields(frame.page, rows[k]).items():
                record.fields.setdefault(stuck, place)
        record.fields.setdefault(kind, value)
        if kind == "name" and not heads:
            heads = name_heads(frame, k, record.fields["name"])
            if not heads and rank is None:
                rank = frame.heads.job(*record.fields["name"])
        elif kind == "rank" and rank is None:
            rank = frame.heads.read(*value) or _rank_within(frame, value) or frame.heads.job(*value)
    if not heads and {"surname", "forename"} <= set(record.fields):
        heads = split_name(frame, record.fields["surname"], record.fields["forename"])
    if not heads and rank is not None:
        heads = [rank]
    record.heads = [with_rank(h, rank) for h in heads]
    record.spans = [(record.start, record.end)]
    return record


def _rank_within(frame: Frame, value: Span) -> Head | None:
    """The rank in the value of a rank's label, before the post: "AFO (PC), Sellafield"."""
    comma = frame.page.text.find(",", *value)
    hit = frame.heads.rank_in(value[0], value[1] if comma == -1 else comma)
    return None if hit is None else Head(hit.start, hit.end, hit, None, None, None, False, 1, False)


def _bare_name(frame: Frame, row: Row) -> list[Head]:
    """The officer of a block headed with nothing but a name: "Dilys HAVERGATE", "Owen Tarrant"."""
    text = frame.page.text
    words = text[row.start : row.end].split()
    if not 2 <= len(words) <= _NAME_WORDS or not (
        (words[-1].isupper() and not words[0].isupper()) or fold(words[0]) in given_names()
    ):
        return []
    head = frame.heads.read(row.start, row.end, True)
    return [head] if head is not None and head.name is not None and head.name[1] == row.end else []


_NAME_WORDS: Final = 4


def name_heads(frame: Frame, i: int, value: Span) -> list[Head]:
    """The officers of a name label: in its value, and in the numbered lines that go on below it."""
    heads = _after_marker(frame, *value, True)
    for row in frame.rows[i + 1 :]:
        if row.label is not None or not row.marker.startswith(("digit", "letter", "bullet", "roman")):
            break
        more = frame.heads.read(row.body, row.end)
        if more is None or not more.strong:
            break
        heads.append(more)
    return heads


def _after_marker(frame: Frame, start: int, end: int, trusted: bool) -> list[Head]:
    found = ENUMERATED.match(frame.page.low, start, end)
    return frame.heads_in(found.end() if found else start, end, trusted)


def notice(frame: Frame) -> list[Record]:
    """A notice or an outcome that tells of one officer, with a label or a title that names them: one record, the whole page."""
    rows = frame.rows
    joined = _joined(frame)
    telling = {r.label for r in rows if r.label in _TELLING} | {k for k in joined if k in _TELLING}
    if len(telling) < 2:
        return []
    heads: list[Head] = []
    fields: dict[str, Span] = {}
    rank: Head | None = None
    sides = has_sides(frame.page)
    for i, row in enumerate(rows):
        if row.label is None:
            continue
        if row.alone and row.label == "name" and sides:
            continue  # "Interested Party" stands below its name, as a court prints it
        value = frame.value_of(i)
        fields.setdefault(row.label, value)
        if row.label == "name" and not heads:
            heads = name_heads(frame, i, value)
        elif row.label == "rank" and rank is None:
            rank = frame.heads.read(*value)
    fields.update(joined)
    if "name" in joined and not heads:
        heads = frame.heads_in(*joined["name"], True)
    if "rank" in joined and rank is None:
        rank = frame.heads.read(*joined["rank"])
    if not heads:
        heads = _title_heads(frame) if "name" not in fields else []
        if not heads and rank is not None:
            heads = [rank]
    if len(heads) != 1 or (heads[0].nameless and not heads[0].strong and heads[0] is not rank):
        return []
    if _tells_of_second(frame):
        return []
    head = with_rank(heads[0], rank)
    return [Record(0, len(frame.page.text), "notice", [head], fields, [(0, len(frame.page.text))])]


_SECOND: Final = re.compile(
    r"\b(?:a|the) second (?:former |serving )?(?:officer|constable|sergeant|detective|inspector|pcso|pc|sgt|ps|dc|ds),? "
)


def _tells_of_second(frame: Frame) -> bool:
    """Whether a notice about one officer tells in its words of a second by name too: "A second former officer PC 1192 Ann Lee"."""
    low = frame.page.low
    if " second " not in low:
        return False
    for found in _SECOND.finditer(low):
        head = frame.heads.read(found.end(), frame.page.sentence_at(found.start()).end)
        if head is not None and head.name is not None and head.rank is not None:
            return True
    return False


def _joined(frame: Frame) -> dict[str, Span]:
    """The fields of the one line into which a whole form has run together: "ForceKent PoliceOfficerPS 12 Ann LeeWhen9 May"."""
    forms = [
        fields
        for row in frame.rows
        if row.label is not None and len(fields := joined_fields(frame.page, row)) >= _FORM
    ]
    return forms[0] if len(forms) == 1 else {}  # (several such lines are a table of several cases)


_FORM: Final = 4  # labels that make a line a form


def _title_heads(frame: Frame) -> list[Head]:
    """The officer whom a notice's title names: "Outcome of misconduct hearing: PC 5150 Harriet Stowe"."""
    text, low = frame.page.text, frame.page.low
    found: list[Head] = []
    for row in frame.rows[:8]:
        if row.end - row.start > 140:
            break
        for at in (row.start, *(m.end() for m in _TITLE_BREAK.finditer(low, row.start, row.end))):
            head = frame.heads.read(at, row.end)
            if (
                head is not None
                and head.strong
                and introduces(head, text)
                and text[head.end : head.end + 1] in ("", "\n", " ", ",", ")", "|")
            ):
                found.append(head)
                break
    return found[:1] if found and distinct(found, text) == 1 else []
