"""The layout of a page: list markers, labels and columns at the beginnings of its lines.

Pages that are not prose tell by where words stand: "Name: PC ...", "1. A constable ...", a table's row.
This module says of each line what it begins with; what the lines mean together is for ``records``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan
from peelian.reading.templates import expand

_MARKER: Final = re.compile(
    r"(?P<bullet>(?:[-*\u2022\u25aa\u25cf\u00b7\u2013\u2014\u25e6]|>+|\u00bb)[ \t\u00a0]*(?:\*\*|__)?(?=[\w'\"\u2018\u201c(]))"
    r"|(?P<day>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ])?(?:\d{1,2}(?:st|nd|rd|th)?(?:[ ]of)?[ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ]\d{1,2}(?:st|nd|rd|th)?)(?:,?[ ](?:19|20)\d\d)?[ ]?[:\u2013\u2014-][ ]+|(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d))(?:[ ]?[:\u2013\u2014-])?[ ]+(?=[a-z]))"
    # a case's reference: "CO/123/19 -", "MC/02:", "2019/034.", "PSD 14-22 -"
    r"|(?P<ref>(?:ref(?:erence)?(?:\.| no\.?| number)?[ :]*)?(?!(?:pc|dc|ps|ds|di|sc|wpc|sgt|insp|pcso)[ /.-]?\d)(?:[a-z]{1,6}[ /.-]?\d{1,5}[/.-]\d{1,5}(?:[/.-]\d{1,5})?|[a-z]{2,6}[/-]\d{1,5}|\d{1,5}/\d{2,5})"
    r"(?:[ ]*:|\.(?=[ ])|[ ]+[-\u2013\u2014])[ \t]+)"
    r"|(?P<deep>(?:(?:\d{1,2}|[a-z])\.\d{1,2}(?:\.\d{1,2})?\.?|[a-h]\d{1,2}[.)])[ \t]+)"
    # an entry's number may have the letter of its first part behind it: "1. (a) Constable (b) Male"
    r"|(?P<digit>\(?\d{1,3}(?:[.)]|\.\))[ \t\u00a0]*(?:\(a\)[ \t]+)?(?=[^\d\s]|(?<=[ \t])\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    r"|(?P<roman>\(?(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x))[.)][ \t]+)"
    r"|(?P<letter>\(?[a-hj-zA-HJ-Z][.)][ \t]+)"
    r"|(?P<case>(?:(?:case(?: study| file)?|file|officer|meeting|hearing|matter|item|example|entry|row|incident|referral|individual|employee|staff member|no\.?|number|person|outcome|report)[ ]?#?\d{1,3}"
    r"|(?:case(?: study)?|file|matter|example|entry|person|individual|employee)[ ](?:one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:case(?: study| file)?|file|example|incident|person|individual|employee)[ ]?[A-H])(?:[ ]*[:.)]|[ ]+[-\u2013\u2014])[ \t]*)"
    r"|(?P<plain>\d{1,2}[ \t\u00a0]+(?:\(a\)[ \t]+)?(?=[A-Z][a-z]+ |[A-Z]{2,4} |[A-Z][a-z]+$))",
    re.IGNORECASE,
)
_KEY: Final = re.compile(r"([A-Za-h]|[1-9])[ \u00a0]+(?=(?:Former |Ex-)?[A-Z][A-Za-z]+[ .])")
_GAP: Final = re.compile(r"(?:  +|\t| - | \u2013 | \u2014 | = | ?\.{3,64} ?)")
# (a look-behind after the letter, not before it, lets the search skip straight to capitals and figures)
_JOINT: Final = re.compile(r"[A-Z0-9\u2018'\"](?<=[a-z)].)")
_PLURAL: Final = re.compile(r"\(e?s\)")
_EDGES: Final = " \t\u00a0:-.*|"
_STUCK: Final = re.compile(r"(?<=[a-z0-9).])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
LONGEST_LABEL: Final = 64
LONGEST_MARK: Final = 16  # characters before a marker's figure, stop or bracket ("case study #12")


class Row(NamedTuple):
    """A line and what it begins with.

    ``[start, end)`` is the line; ``body`` where its words begin after ``marker`` (a kind of list
    marker, or ""); ``label`` the kind of label there (or None) and ``value`` where the label's value
    begins: the line's end when the label stands alone. ``phrase`` is the label as written, folded.
    """

    start: int
    end: int
    blank_before: bool
    body: int
    marker: str
    label: str | None
    phrase: str
    value: int

    @property
    def alone(self) -> bool:
        """Whether the line holds a label and nothing else."""
        return self.label is not None and self.value >= self.end


@cache
def label_kinds() -> dict[str, str]:
    """Every label phrase, folded, and its kind."""
    text = (resources.files("peelian.reading") / "data" / "layout" / "record_labels.toml").read_text("utf-8")
    out: dict[str, str] = {}
    for kind, templates in tomllib.loads(text)["labels"].items():
        for template in templates:
            for phrase in expand(template):
                out.setdefault(fold_label(phrase), kind)
    return out


def fold_label(phrase: str) -> str:
    """A label for look-up: lower case, single spaces, no "(s)", no points or colon at its ends."""
    if phrase.isalpha():  # a single word has nothing to fold but its capitals
        return phrase.lower()
    low = phrase.lower().replace("\u2019", "'")
    if "s)" in low:
        low = _PLURAL.sub("s", low)
    return " ".join(low.split()).strip(_EDGES)


def read_rows(page: Page, spaced: dict[int, int] | None = None) -> list[Row]:
    """What each line of the page begins with, in order; ``spaced`` are its ``spaced_labels``, where they are known."""
    rows = [_row(page, line) for line in page.lines]
    spaced = spaced_labels(page) if spaced is None else spaced
    return [_spaced(page, row, spaced[row.start]) if row.start in spaced else row for row in rows]


def _spaced(page: Page, row: Row, value: int) -> Row:
    """A row whose label has nothing but a space behind it, with the label's kind and place of value."""
    phrase = fold_label(page.low[row.start : value])
    return row._replace(body=row.start, marker="", label=label_kinds()[phrase], phrase=phrase, value=value)


_SPACED_KINDS: Final = frozenset("date chair venue standards finding outcome name rank type time".split())
_FEWEST_SPACED: Final = 4  # such kinds of label in one block of lines
_LONGEST_SPACED: Final = 120


def spaced_on(page: Page, _: Scan) -> dict[int, int]:
    """``spaced_labels`` for ``Scan.once``: fields and rows both ask for them."""
    return spaced_labels(page)


def spaced_labels(page: Page) -> dict[int, int]:
    """By the start of a line: where the value begins of a label with only a space behind it ("Chair Mr Callum Reed").

    Only in a block of lines most of which open with labels, of four kinds or more: one such line is prose.
    """
    out: dict[int, int] = {}
    block: list[Line] = []
    for line in page.lines:
        if line.blank_before:
            out |= _spaced_block(page, block)
            block = []
        block.append(line)
    return out | _spaced_block(page, block)


def _spaced_block(page: Page, block: list[Line]) -> dict[int, int]:
    if len(block) < _FEWEST_SPACED:
        return {}
    found = {line.start: label for line in block if (label := _spaced_label(page, line)) is not None}
    kinds = {kind for _, kind in found.values()} & _SPACED_KINDS
    if len(kinds) < _FEWEST_SPACED:
        return {}
    inside = [x for x in block if min(found) <= x.start <= max(found) and x.end - x.start <= _LONGEST_SPACED]
    plain = len(found) * 2 >= len(inside)
    return {start: value for start, (value, _) in found.items()} if plain else {}


def _spaced_label(page: Page, line: Line) -> tuple[int, str] | None:
    """Where the value begins and the kind of the longest label that opens a short line which is no sentence."""
    text, kinds = page.text, label_kinds()
    if (
        line.end - line.start > _LONGEST_SPACED
        or text[line.end - 1] in ".:?!"
        or not text[line.start].isupper()
    ):
        return None
    best: tuple[int, str] | None = None
    at = text.find(" ", line.start, min(line.end, line.start + LONGEST_LABEL))
    while at != -1:
        after = text[at + 1 : at + 2]
        stands = text[at - 1].isalnum() and (after.isupper() or after.isdigit())
        kind = kinds.get(fold_label(page.low[line.start : at])) if stands else None
        if kind is not None:
            best = at + 1, kind
        at = text.find(" ", at + 1, min(line.end, line.start + LONGEST_LABEL))
    return best


def _row(page: Page, line: Line) -> Row:
    text = page.text
    body, marker = line.start, ""
    # (a line that begins with nothing but letters and spaces begins with no marker)
    plain = text[line.start : line.start + LONGEST_MARK].replace(" ", "").isalpha()
    found = None if plain else _MARKER.match(text, line.start, line.end)
    if found is not None and found.end() < line.end:
        marker = _style(found.lastgroup or "", found.group())
        if not (marker == "case" and found.end() - found.start() > 24):
            body = found.end()
    kind, phrase, value = label_at(page, body, line.end)
    if kind is None and body > line.start and marker in ("case", "plain"):
        kind, phrase, value = label_at(page, line.start, line.end)
        if kind is not None:
            body, marker = line.start, ""
    return Row(line.start, line.end, line.blank_before, body, marker, kind, phrase, value)


def _style(kind: str, words: str) -> str:
    """The marker's kind with its shape: "(1)", "1." and "1)" number different lists."""
    if kind in ("digit", "roman", "letter"):
        return kind + ("(" if words.startswith("(") else ")" if ")" in words else "")
    return kind


def label_at(page: Page, start: int, end: int) -> tuple[str | None, str, int]:
    """The kind of label that begins at ``start``, its phrase, and where its value begins; (None, "", start) if none."""
    kinds, text, low = label_kinds(), page.text, page.low
    reach = min(end, start + LONGEST_LABEL)
    if end - start <= LONGEST_LABEL:
        phrase = fold_label(low[start:end])
        kind = kinds.get(phrase)
        if kind is not None:
            return kind, phrase, end
    colon = text.find(":", start, reach)
    if colon != -1:
        phrase = fold_label(low[start:colon])
        kind = kinds.get(phrase)
        if kind is not None:
            return kind, phrase, _skip(text, colon + 1, end)
        if "(" in phrase:  # "Chair (LQC):"
            phrase = phrase[: phrase.index("(")].strip()
            kind = kinds.get(phrase)
            if kind is not None:
                return kind, phrase, _skip(text, colon + 1, end)
    bar = text.find("|", start, reach)
    if bar != -1 and text.find("|", bar + 1, end) == -1:  # a table of two columns
        kind = kinds.get(fold_label(low[start:bar]))
        if kind is not None:
            return kind, fold_label(low[start:bar]), _skip(text, bar + 1, end)
    opening = text[start:reach]
    gap = None
    if (
        "  " in opening
        or "\t" in opening
        or " - " in opening
        or " = " in opening
        or "..." in opening
        or " \u2013 " in opening
        or " \u2014 " in opening
    ):
        gap = _GAP.search(text, start, reach)
    if gap is not None:
        phrase = fold_label(low[start : gap.start()])
        kind = kinds.get(phrase)
        if kind is not None and gap.end() < end:
            return kind, phrase, _skip(text, gap.end(), end)
    at = start
    for _ in range(2):  # "Name and rankPC 2604 ..."
        joint = _JOINT.search(text, at + 1, reach)
        if joint is None:
            break
        at = joint.start()
        phrase = fold_label(low[start:at])
        kind = kinds.get(phrase)
        if kind is not None:
            return kind, phrase, at
    return None, "", start


def joined_fields(page: Page, row: Row) -> dict[str, tuple[int, int]]:
    """The labelled values of a line whose labels are stuck to the values before and after them.

    "Name and rankPC 2604 Toby SpencerDate16 July 2025HearingAccelerated ..." gives the place of each value by kind.
    """
    marks: list[tuple[int, str, int]] = []
    at = row.body
    for joint in (row.body, *(m.start() for m in _STUCK.finditer(page.text, row.body, row.end))):
        if joint < at:
            continue
        kind, _, value = label_at(page, joint, row.end)
        if kind is not None and value < row.end and (joint == row.body or not page.text[value - 1].isspace()):
            marks.append((joint, kind, value))
            at = value
    out: dict[str, tuple[int, int]] = {}
    ends = [*(m[0] for m in marks[1:]), row.end] if marks else []
    for (_, kind, value), end in zip(marks, ends, strict=True):
        out.setdefault(kind, (value, end))
    return out


_INLINE: Final = re.compile(r"(?:[.;] | {2,})(?=(?P<label>[A-Z][A-Za-z()'\u2019 ]{2,40}):)")


def inline_fields(page: Page, row: Row) -> dict[str, tuple[int, int]]:
    """The values of labels that follow one another on a line: "Rank: PC. Hearing date: 12/02/2018. Outcome: Dismissed"."""
    if row.label is None:
        return {}
    kinds = label_kinds()
    marks = [(row.label, row.value, row.value)]
    for found in _INLINE.finditer(page.text, row.value, row.end):
        kind = kinds.get(fold_label(found.group("label")))
        if kind is not None:
            marks.append((kind, found.start(), _skip(page.text, found.end("label"), row.end)))
    out: dict[str, tuple[int, int]] = {}
    for (kind, _, value), end in zip(marks, [*(m[1] for m in marks[1:]), row.end], strict=True):
        out.setdefault(kind, (value, end))
    return out


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t\u00a0:":
        at += 1
    if text[at - 1 : at] == ":" and text[at : at + 2] == "- ":  # "Rank:- Sergeant"
        return _skip(text, at + 1, end)
    return at


def roster_key(page: Page, row: Row) -> tuple[str, int] | None:
    """The letter or number that a roster gives a person ("A PC 1411 ...", "1 Sgt 0417 ...") and where the person begins."""
    found = _KEY.match(page.text, row.start if row.marker == "plain" else row.body, row.end)
    return (found.group(1), found.end()) if found else None
