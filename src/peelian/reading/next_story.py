"""Next stories: on a page of several stories a headline belongs to the story below it, not to the one above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person

_LONGEST: Final = 110  # characters of a headline
_AHEAD: Final = 2  # sentences between a headline and the name of whom its story tells
# How a story begins that does not name its subject at once: "A constable who read ...", "Former sergeant ..."
# and not "The officer worked ...", who was told of above.
_INTRODUCES: Final = re.compile(
    r"(?:an?|another|one|former|ex-?|disgraced|the(?! (?:officer|constable|sergeant|inspector|detective|court|panel|hearing|jury|judge|force|pair|two|men|case|trial|incident|offences?|investigation)\b)) \w"
)
_ENDS: Final = tuple(".!?:;,\"'\u201d\u2019")


def opened_by_headings(page: Page, persons: Sequence[Person]) -> dict[int, Person]:
    """The headlines inside a page, each by the index of its sentence, with the subject whom its story introduces.

    A headline is a short paragraph without a stop. It belongs to whoever is first named in the
    story's opening; ``persons`` are the page's subjects.
    """
    out = {}
    told = min(person.anchor for person in persons)
    for person in persons:
        first = page.sentence_index(person.anchor)
        if person.anchor <= told:
            continue
        for index in range(first - 1, max(first - 2 - _AHEAD, 0), -1):
            if _is_headline(page, index):
                if page.sentences[index].start > told and _is_opening(page, index, first, persons):
                    out[index] = person
                break
    return out


def _is_headline(page: Page, index: int) -> bool:
    """Whether a sentence is a short paragraph of its own that no stop ends."""
    here = page.sentences[index]
    alone = all(
        page.sentences[i].paragraph != here.paragraph
        for i in (index - 1, index + 1)
        if 0 <= i < len(page.sentences)
    )
    words = page.text[here.start : here.end].strip()
    return (
        alone
        and len(words) <= _LONGEST
        and words.count(" ") >= 2
        and not words.endswith(_ENDS)
        and "|" not in words
    )


def _is_opening(page: Page, index: int, first: int, persons: Sequence[Person]) -> bool:
    """Whether the sentences from a headline to a first name only introduce whoever is named there."""
    start, end = page.sentences[index].start, page.sentences[first].start
    if any(start <= m.start < end for p in persons for m in p.mentions):
        return False
    return first == index + 1 or _INTRODUCES.match(page.low, page.sentences[index + 1].start) is not None
