"""Writers: a byline above a text, with a title, an e-mail address, a handle or a paper, is read as one that names nobody.

The line stays a byline (news has one), and the paper's name stays on a line of its own, where the masthead looks for it.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.house_style import Edit
from peelian.reading.name_words import given_names
from peelian.reading.page_rows import NAME, Row, is_headline, is_name
from peelian.reading.publisher import PAPER_WORDS

_TOP: Final = 12  # rows in which a byline may stand
_READ_AS: Final = "By staff reporter"
_BY: Final = re.compile(
    rf"(?:(?:By|BY|by|Words by|Written by|Exclusive by|Report by|Report:|Author:|Posted by|Follow):? )?(?P<names>{NAME}(?:(?:, {NAME})? (?:and|&) {NAME})?)"
)
_OF_WRITER: Final = re.compile(
    r"[\s,|\u2022\u2013-]{0,4}(?:(?P<mail>[\w.+-]{2,40}@[\w.-]{3,60})|(?P<handle>@\w{2,30})|(?:(?:[A-Z]?[\w&'\u2019-]+ ){0,4}(?i:reporter|correspondent|editor|journalist|writer|columnist))\b)"
)


# "Ann Lee, |Valley Echo|", "By Ann Lee for the |Valley Gazette|"
_OF_A_PAPER: Final = re.compile(
    r"(?:,| for| in| \|| -) (?:the |The )?(?P<paper>(?:[A-Z][\w&'\u2019-]+ ){0,4}(?P<last>[A-Z][\w'\u2019-]+))\Z"
)


def writers(text: str, rows: list[Row]) -> list[Edit]:
    """A writer's name with an e-mail address, a handle or a title above the text: read as a byline without them."""
    out: list[Edit] = []
    for i, row in enumerate(rows[:_TOP]):
        if row.is_prose:
            break
        by = _BY.match(row.words)
        if by is None or not PAPER_WORDS.isdisjoint(by["names"].lower().split()):
            continue  # (nobody is called Sky News)
        at, found = by.end(), 0
        while (m := _OF_WRITER.match(row.words, at)) is not None and m.end() > at:
            at, found = m.end(), found + 1
        start = text.find(row.words, row.start, row.end)
        known = by.start("names") or row.low.split(" ", 1)[0] in given_names()
        if not found and by.start("names") == 0:
            found = int(_is_writer_alone(text, rows, i))
        if not known or start < 0:
            continue
        paper = _OF_A_PAPER.match(row.words, at)
        if paper is not None and i and (paper["last"].lower() in PAPER_WORDS or paper[0].startswith(" for ")):
            out.append(Edit(start, start + paper.start("paper"), f"{_READ_AS}\n"))
        elif (found or by.start("names")) and at == len(row.words):
            out.append(Edit(start, start + at, _READ_AS))
    return out


_AND: Final = re.compile(r" (?:and|&) ")
_WHO_IS_TOLD_OF: Final = re.compile(
    r"\b(?:P[CSc]|D[CSc]|Sgt|Sergeant|Constable|Inspector|Insp|Superintendent) [A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z][a-z]+, (?:aged )?\d\d,"
)


def tells_of_another(text: str, row: Row) -> bool:
    """Whether the text names an officer outside a line."""
    return any(not row.start <= m.start() < row.end for m in _WHO_IS_TOLD_OF.finditer(text))


def _is_writer_alone(text: str, rows: list[Row], i: int) -> bool:
    """Whether a line under the headline is only a name that the story, which names an officer, never tells again."""
    row = rows[i]
    names = _AND.split(row.words)
    return (
        0 < i < len(rows) - 2
        and all(is_name(name) for name in names)
        and rows[i + 1].is_prose
        and is_headline(rows[i - 1])
        and not row.words.isupper()
        and all(text.count(name.rsplit(" ", 1)[-1]) == 1 for name in names)
        and tells_of_another(text, row)
    )
