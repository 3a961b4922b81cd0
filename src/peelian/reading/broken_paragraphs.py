"""Paragraphs that were broken into their sentences, one a line: they are read as paragraphs again.

A page that is copied may give every sentence a line of its own. Where a blank line still parts the paragraphs, the lines
between two blank lines are one paragraph. Where nothing parts them, a line that opens on "He" or "They" goes on with
the one before it, since nobody opens a paragraph about somebody else so. A list of one sentence an entry stays as it is.
A page may also have lost its blank lines: they are read again before headings and between paragraphs.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.layout import LONGEST_LABEL
from peelian.reading.page import Line, cut_lines, ends_of_sentences

# A sentence that goes on about whoever was told of before it.
_GOES_ON: Final = re.compile(
    r"(?:He|She|They|His|Her|Their|It|Its|Both|Neither|This|But|However|Instead|Afterwards|Later)\b(?! [A-Z])"
)
# A line that opens an entry of a list.
_ENTRY: Final = re.compile(
    r"(?:(?:An?|Another|One|Two|Three|Former|Ex|Serving|Retired|Acting|Temporary|Detective|Police|Special|Chief)[ -]){0,3}"
    r"(?:P[Cc]|DC|PS|DS|DI|DCI|PCSO|SC|Sgt|Insp|Constable|Sergeant|Inspector|Superintendent|Officer"
    r"|constable|sergeant|inspector|superintendent|officer|detective|special|member)s?\b"
)
_FEWEST: Final = 6  # sentences that have a line of their own
_OTHERS: Final = 8  # of them to one line that holds several
_BLOCKS: Final = 2  # blocks of several lines, at least
_PARAGRAPH: Final = 90  # characters of a paragraph at least
_SECTIONS: Final = 2  # headings that part a page into sections
_HEADING: Final = 80  # ... of a heading at most
_SHORTEST: Final = 5  # characters of a sentence in running text


def joints(text: str) -> list[tuple[int, int]]:
    """The stretches between two lines that are to be read as one blank, in order; none where a page's lines stay."""
    lines = cut_lines(text)
    if len(lines) < _FEWEST:
        return []
    single = [_is_sentence(text, line) for line in lines]
    if sum(single) < _FEWEST:
        return []
    several = sum(
        not one and ends_of_sentences(text, x.start, x.end) > 1 for one, x in zip(single, lines, strict=True)
    )
    if several * _OTHERS > sum(single):
        return []
    blocks = [[n for _, n in block] for _, block in groupby(_numbered(lines), key=lambda x: x[0])]
    long = [block for block in blocks if sum(single[n] for n in block) > 1]
    inner = [n for block in long for n in block[1:] if single[n - 1] and single[n]]
    if len(long) >= _BLOCKS and 4 * sum(_opens_entry(text, lines[n]) for n in inner) <= len(inner):
        joined = inner
    else:
        joined = [
            n
            for n in range(1, len(lines))
            if single[n - 1] and single[n] and _GOES_ON.match(text, lines[n].start) is not None
        ]
    return [(lines[n - 1].end, lines[n].start) for n in joined]


def gaps(text: str) -> list[int]:
    """The line ends of a page without any blank line after which one is to be read: before a heading, between paragraphs."""
    lines = cut_lines(text)
    if len(lines) < _FEWEST or any(line.blank_before for line in lines[1:]):
        return []
    long = [_is_paragraph(text, line) for line in lines]
    headings = [n for n in range(2, len(lines) - 1) if long[n + 1] and _is_heading(text, lines[n])]
    sections = sum(_ends_in_stop(text, lines[n - 1]) for n in headings) >= _SECTIONS
    # (what stands under one heading is kept together: it may tell of one officer)
    found = headings if sections else [n for n in range(1, len(lines) - 1) if long[n - 1] and long[n]]
    if not sections:
        found = sorted({*found, *(n for n in headings if long[n - 1])})
    return [text.index("\n", lines[n - 1].end) for n in found]


def _ends_in_stop(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip("'\"\u2019\u201d)")[-1:] in (".", "!", "?")


def _is_paragraph(text: str, line: Line) -> bool:
    """Whether a line is as long as a paragraph and ends as one."""
    words = text[line.start : line.end]
    return (
        line.end - line.start >= _PARAGRAPH
        and _ends_in_stop(text, line)
        and not any(mark in words for mark in ("\t", "|"))
    )


def _is_heading(text: str, line: Line) -> bool:
    """Whether a line is short, has no mark or label before it and no stop behind it."""
    words = text[line.start : line.end]
    return (
        line.end - line.start <= _HEADING
        and not line.bullet
        and words[-1] not in ".,;:|"
        and not any(mark in words for mark in ("\t", "|", "  ", ": "))
        and not words[0].islower()
    )


def _numbered(lines: list[Line]) -> list[tuple[int, int]]:
    """Each line's number, behind that of its block."""
    out, block = [], 0
    for n, line in enumerate(lines):
        block += line.blank_before
        out.append((block, n))
    return out


def _is_sentence(text: str, line: Line) -> bool:
    """Whether a line is one sentence of running text."""
    words = text[line.start : line.end]
    return (
        line.end - line.start >= _SHORTEST
        and words.rstrip("'\"\u2019\u201d)")[-1:] in (".", "!", "?")
        and not any(mark in words for mark in ("\t", "|", "  "))
        and not line.bullet
        and ":" not in words[:LONGEST_LABEL].partition(" \u201c")[0].partition(' "')[0]
        and ends_of_sentences(text, line.start, line.end) == 1
    )


def _opens_entry(text: str, line: Line) -> bool:
    return _ENTRY.match(text, line.start) is not None
