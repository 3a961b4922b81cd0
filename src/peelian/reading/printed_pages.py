"""What a printed page does to running text: lines set to both margins, and sentences that a page's end breaks off.

A justified line has blanks put in between its words until it ends at the margin. At a page's end a sentence stops, a
foot and a head may stand there ("Page 2 of 9"), and the next page goes on with a small letter. Both are read as the
author wrote them. Columns and tables, whose lines do not end at one margin, stay.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.house_style import Edit
from peelian.reading.page import Line, cut_lines

_INNER_BLANKS: Final = re.compile(r"(?<=\S)  {1,3}(?=\S)")
_NARROWEST: Final = 40  # characters between the margins
_FEWEST: Final = 4  # lines that end at the margin, with blanks put in
_SHORT: Final = 6  # characters by which a line with few words may miss the margin
_WORDS: Final = 4  # of such a line
_MOSTLY: Final = 0.75  # of the lines with blanks put in end at the margin
# The number of a page, with or without words around it.
_FOLIO: Final = re.compile(
    r"(?:[-\u2013\u2014 ]{0,3}(?:page )?\d{1,4}(?: of \d{1,4})?[-\u2013\u2014 ]{0,3}|official(?:[ -]sensitive)?|not protectively marked|restricted)\Z",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_FURNITURE: Final = 3  # lines of a foot and a head
_LINE: Final = 100  # characters of one of them
_NEAR: Final = 200  # characters
_BROKEN: Final = 40  # characters of a line that is broken off
_REST: Final = 12  # ... and of the one that goes on
_LIST_ENDS: Final = (" and", " or")


def unjustified(text: str) -> list[Edit]:
    """The blanks put in to fill lines, and the line ends at the margin, to be read as one blank each; none on other pages."""
    if text.count("  ") < _FEWEST or "\t" in text:
        return []
    lines = cut_lines(text)
    filled = [line for line in lines if _is_filled(text, line)]
    if len(filled) < _FEWEST:
        return []
    width, count = Counter(_width(text, line) for line in filled).most_common(1)[0]
    if width < _NARROWEST or count < _FEWEST or count < _MOSTLY * len(filled):
        return []
    edits = []
    for n, line in enumerate(lines):
        short = width - _width(text, line)
        if short and not (0 < short <= _SHORT and _is_filled(text, line)):
            continue
        edits += [Edit(*m.span(), " ") for m in _INNER_BLANKS.finditer(text, line.start, line.end)]
        after = lines[n + 1] if n + 1 < len(lines) else None
        if after is not None and not after.blank_before and not after.bullet and text[line.end - 1] != "-":
            edits.append(Edit(line.end, after.start, " "))
    return edits


def _is_filled(text: str, line: Line) -> bool:
    """Whether a line of running text has blanks between its words that parts no columns."""
    words = text[line.start : line.end]
    return "  " in words and "    " not in words and "|" not in words and words.count(" ") > _WORDS


def _width(text: str, line: Line) -> int:
    return line.end - (text.rfind("\n", 0, line.start) + 1)


def broken_off(text: str) -> list[Edit]:
    """The stretches between a line that a page's end breaks off and the one that goes on, to be read as one blank."""
    lines = cut_lines(text)
    often = Counter(_folded(text, line) for line in lines if line.end - line.start <= _LINE)
    edits: list[Edit] = []
    for n, here in enumerate(lines[:-1]):
        if not _is_broken(text, here) or (edits and here.start < edits[-1].end):
            continue
        after = n + 1
        while after < len(lines) - 1 and after <= n + _FURNITURE and _is_furniture(text, lines[after], often):
            after += 1
        if "\f" in text[here.end : lines[min(n + _FURNITURE + 1, len(lines) - 1)].start]:
            after = _over_new_page(text, lines, n + 1)
        below = lines[after]
        between = text[here.end : below.start]
        parted = after > n + 1 or "\f" in between
        if not (parted or below.blank_before) or not _goes_on(text, below):
            continue
        if not parted and (n == 0 or text[here.start].islower() or not _ends_in_stop(text, below)):
            continue  # (entries of a list that begin with small letters and end in no stop)
        if _has_points(text, here.end, below.start):
            edits.append(Edit(here.end, below.start, " "))
    return edits


def _over_new_page(text: str, lines: list[Line], at: int) -> int:
    """The line with which the text goes on behind a form feed and the head of the new page."""
    for n in range(at, min(at + _FURNITURE + 1, len(lines))):
        if _goes_on(text, lines[n]):
            return n
        if lines[n].end - lines[n].start > _LINE:
            break
    return at


def _has_points(text: str, end: int, start: int) -> bool:
    """Whether the text around sets commas and stops: a list of words without them is no running text."""
    before, after = text[max(0, end - _NEAR) : end], text[start : start + _NEAR]
    return all(", " in part or ". " in part or ".\n" in part for part in (before, after))


def _ends_in_stop(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip("'\"\u2019\u201d)")[-1:] in (".", "!", "?")


def _is_broken(text: str, line: Line) -> bool:
    """Whether a line of running text stops in mid-sentence."""
    words = text[line.start : line.end]
    return (
        line.end - line.start >= _BROKEN
        and (words[-1].isalnum() or words[-1] == ",")
        and not any(mark in words for mark in ("\t", "|", "  "))
        and not words.endswith(_LIST_ENDS)
    )


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line begins in mid-sentence."""
    words = text[line.start : line.end]
    return (
        line.end - line.start >= _REST
        and words[0].islower()
        and words[1].islower() | (words[0] == "a")
        and not line.bullet
        and not any(mark in words for mark in ("\t", "|", "  "))
    )


def _is_furniture(text: str, line: Line, often: Counter[str]) -> bool:
    """Whether a line is a page's number, or a head or foot that comes again."""
    words = text[line.start : line.end]
    if len(words) > _LINE:
        return False
    return _FOLIO.match(words) is not None or (often[_folded(text, line)] > 1 and words[-1] not in ".!?")


def _folded(text: str, line: Line) -> str:
    return _DIGITS.sub("0", text[line.start : line.end])
