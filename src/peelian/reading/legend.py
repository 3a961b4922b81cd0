"""Legends: the key of abbreviations of a table or register, which is no fact but decodes the cells.

"Key: GM gross misconduct; WHBD would have been dismissed". What the key's words mean is told where the
abbreviation stands, and of nobody where the key stands.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import find_all, holds_any

_OPENS: Final = re.compile(
    r"(?:key|legend|glossary|(?:(?:result|outcome|sanction|decision|disposal|rank|finding)s? )?codes|abbreviations|(?:key|guide) to (?:the )?(?:abbreviations|codes|table|register|terms)|(?:codes|abbreviations|initials)(?: are| used)?(?: in (?:this|the) (?:table|list|register|page))?)"
    r"(?: used)?\b[ ]?[:.\u2013\u2014-]?[ ]?"
)
_WORDS: Final = ("key", "legend", "glossary", "codes", "abbreviat", "guide to", "initials")
_PIECE: Final = re.compile(r"[^|;\n]+")
_TOLD: Final = re.compile(
    r"[\s*\u2022-]*(?P<short>[A-Za-z][\w&/. ]{0,11}?)\s*(?:=|:| - | \u2013 | \u2014 |\u2013|\u2014| means | is for | stands for | is )\s*(?P<long>[A-Za-z].+)"
)
_BARE: Final = re.compile(
    r"[\s*\u2022-]*(?P<short>[A-Z][A-Z&/.]{0,6}s?(?: (?:w/o|[A-Z&/]{1,4}))*) (?P<long>(?:[a-z]|[A-Z][a-z]).+)"
)
_BEHIND: Final = re.compile(r"\s*(?P<long>[A-Za-z].+?) ?\((?P<short>[A-Z][A-Z&/]{1,6})\)\s*\Z")
_FEWEST: Final = 2


class Code(NamedTuple):
    """One abbreviation of a legend and the place of the words it stands for."""

    short: str
    meaning: Span


class Legend(NamedTuple):
    """A page's legend: where it stands, and its abbreviations."""

    start: int
    end: int
    codes: list[Code]


def find_legend(page: Page) -> Legend | None:
    """The page's key of abbreviations; None if it has none."""
    low = page.low
    if not holds_any(low, _WORDS):
        return None
    for i, line in enumerate(page.lines):
        opened = _OPENS.match(low, line.start, line.end)
        if opened is None:
            continue
        end = line.end
        if line.end - opened.end() < 4:  # a heading, its entries below it
            for below in page.lines[i + 1 :]:
                if below.blank_before and end != line.end:
                    break
                end = below.end
        codes = _codes(page.text, opened.end(), end)
        if len(codes) >= _FEWEST:
            return Legend(line.start, end, codes)
    return None


def _codes(text: str, start: int, end: int) -> list[Code]:
    pieces = [m.span() for m in _PIECE.finditer(text, start, end)]
    if len(pieces) == 1:  # "GM = gross misconduct, M = misconduct"
        pieces = _at_commas(text, *pieces[0])
    out = []
    for a, b in pieces:
        found = _TOLD.match(text, a, b) or _BARE.match(text, a, b) or _BEHIND.match(text[:b], a)
        if found is not None and any(c.isupper() for c in found["short"]):
            out.append(Code(found["short"].strip(), found.span("long")))
    return out if len(out) * 2 > len(pieces) else []


def _at_commas(text: str, start: int, end: int) -> list[Span]:
    out, at = [], start
    for m in re.finditer(r"[,.] ", text[start:end]):
        out.append((at, start + m.start()))
        at = start + m.end()
    return [*out, (at, end)]


def places(page: Page, legend: Legend, short: str) -> list[Span]:
    """Where an abbreviation stands outside the legend; one of a letter or two only where a cell begins."""
    text, out = page.text, []
    for at in find_all(text, (short,)):
        end = at + len(short)
        if not (
            legend.start <= at < legend.end
            or text[at - 1 : at].isalnum()
            or text[end : end + 1].isalnum()
            or text[end : end + 1] in ("&", "/")
            or text[at - 1 : at] in ("&", "/")
        ) and (len(short) > 2 or _in_cell(text, at, end)):
            out.append((at, end))
    return out


def _in_cell(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands at the beginning of a line, a cell or a list's next entry."""
    before = text[max(0, start - 2) : start].rstrip(" ")
    after = text[end : end + 2]
    opens = before[-1:] in ("", "|", ",", ";", ":", "\t", "\n")
    return opens and (
        after[:1] in ("", "|", ",", ";", "\n", "\t", ".") or (after[0] == " " and not after[1:].isupper())
    )
