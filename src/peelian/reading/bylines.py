"""Bylines: who wrote a page. A name alone in a line above the text, or in a cell of one, is the writer's and nobody's case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention
from peelian.reading.publisher import PAPER_WORDS

# What parts a line above the text into cells, and what a writer is called after the name.
_BEFORE: Final = re.compile(
    r"(?:\A|[|\u2022/\u2013\u2014-] ?|\bby:? |\b(?:reporter|reporting|correspondent|editor|journalist|writer|words|story|report|author|text)(?::|,)? )"
    r"(?:[|\u2022\u2013\u2014-] ?)?\Z"
)
_AFTER: Final = re.compile(
    r"(?: [\w.+-]{2,40}@[\w.-]+| ?[|\u2022/\u2013\u2014-]| ?\Z|,? (?:on |at )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,4}[/.:-]\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)| in [\w' ]{3,25}\Z|(?:,| and| &)? (?:in |the )?[\w' ]{0,28}\b(?:reporter|correspondent|editor|affairs|desk|journalist|writer|pa|bbc)\b)"
)


def without_writers(names: list[Mention], page: Page, lines: Sequence[tuple[int, int]]) -> list[Mention]:
    """The names without those that fill a cell of one of ``lines`` (above the text) and stand nowhere else."""
    if not lines:
        return names
    papers = {
        m.surname
        for m in names
        for a, b in lines
        if a <= m.start < b
        and m.rank is None
        and (page.low[a : m.start] == "the " or m.surname.lower() in PAPER_WORDS)
    }
    # "The Ouse Valley Packet", "Thanet Bugle" over a text that goes on to speak of "the Packet", "the Bugle"
    names = [m for m in names if m.surname not in papers or not page.low.endswith("the ", 0, m.start)]
    told = {m.surname for m in names if not any(a <= m.start < b for a, b in lines)}
    return [
        m for m in names if not (m.surname not in told and any(_is_cell(m, page, a, b) for a, b in lines))
    ]


def _is_cell(m: Mention, page: Page, start: int, end: int) -> bool:
    if not start <= m.start < m.end <= end or m.rank is not None or len(m.tokens) < 2:
        return False
    before = page.low[start : m.start]
    return _BEFORE.search(before) is not None and _AFTER.match(page.low[m.end : end]) is not None


_TITLE: Final = re.compile(
    r"[\w' ]{0,40}\b(?:reporter|correspondent|editor|affairs|desk|journalist|writer|columnist)"
)
_OPENING: Final = 900  # characters


# "The case was reopened last year. - Credit: |Ann Lee|": who took the picture
_CREDIT: Final = re.compile(
    r"(?:\b(?:credit|(?:picture|photo|image|photograph|pic)s?(?: credit| courtesy| by)?|photographer):|\b(?:picture|photo|photograph|image)s? by|\u00a9) ?\Z"
)
_ENDS_CREDIT: Final = re.compile(r" ?(?:\Z|[\n)\]/|]|, (?:pa|afp|getty|reuters|swns)\b)")


def without_credits(names: list[Mention], page: Page) -> list[Mention]:
    """The names without those of photographers, who are named in a picture's credit and nowhere else."""
    credited = [
        m
        for m in names
        if m.rank is None
        and _CREDIT.search(page.low, max(0, m.start - 24), m.start)
        and _ENDS_CREDIT.match(page.low, m.end)
    ]
    told = {m.surname for m in names if m not in credited}
    return [m for m in names if m not in credited or m.surname in told]


def without_signatures(names: list[Mention], page: Page) -> list[Mention]:
    """The names without one that fills a line above the text whose next line is a reporter's title, and stands nowhere else."""
    lines = [line for line in page.lines if line.start < _OPENING]
    signed = {
        (a.start, a.end)
        for a, b in pairwise(lines)
        if a.end - a.start < _LONGEST and _TITLE.fullmatch(page.low, b.start, b.end)
    }
    if not signed:
        return names
    inside = [m for m in names if any(a <= m.start < b <= m.end + 1 for a, b in signed) and m.rank is None]
    told = {m.surname for m in names if m not in inside}
    return [m for m in names if m not in inside or m.surname in told]


_LONGEST: Final = 45
