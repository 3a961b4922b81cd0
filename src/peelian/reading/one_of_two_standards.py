"""One of two standards: "The panel found the first breach proved, not the second", said of two standards named before."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person


class Standard(NamedTuple):
    """A standard named at ``[start, end)``: ``found`` breached, only ``alleged``, or ``cleared``."""

    value: str
    start: int
    end: int
    state: str
    who: tuple[Person, ...]


_PROVED: Final = r"(?:proved|proven|made out|upheld|established|substantiated|found|breached)"
_THING: Final = r"(?:(?: of (?:these|the two|them|those))| (?:breach|allegation|charge|standard|matter|count|head|limb|of the two|one|complaint))*"
_ONE: Final = re.compile(
    rf"\bthe (?P<yes>first|second|former|latter){_THING} (?:(?:was|were|to be|had been|is|being|found|held) )*{_PROVED}(?: \w+)?,? (?:but |and |though |while )*(?:not the (?:first|second|former|latter|other)|the (?:first|second|former|latter|other){_THING} (?:was |had |were )?(?:not\b|un\w+|dismissed|rejected))"
    rf"|\b(?:found|upheld|proved|established) (?:only )?the (?P<upheld>first|second|former|latter){_THING}(?: {_PROVED})?,? (?:but |and )*not the (?:first|second|former|latter|other)"
    rf"|\bonly the (?P<only>first|second|former|latter){_THING} (?:(?:was|were|to be|had been|is|found|held) )*{_PROVED}"
)
_REACH: Final = 2  # sentences before, in which the two are named


def one_of_two(page: Page, standards: list[Standard]) -> list[Standard]:
    """The standards, of two of which a sentence below says that one alone was found breached."""
    if len(standards) < 2 or not any(
        word in page.low for word in (" first", " second", " latter", " former")
    ):
        return standards
    for found in _ONE.finditer(page.low):
        which = found["yes"] or found["upheld"] or found["only"]
        index = page.sentence_index(found.start())
        since = page.sentences[max(0, index - _REACH)].start
        near = [s for s in standards if since <= s.start < found.start()]
        if len(near) != 2 or near[0].value == near[1].value:
            continue
        kept = near[0] if which in ("first", "former") else near[1]
        standards = [
            s if s not in near else s._replace(state="found" if s is kept else "cleared") for s in standards
        ]
    return standards
