"""Parts of a group named first: "Of the two |detention officers| on shift, |one| kept no record. The other ..."."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from peelian.reading.page import Page

if TYPE_CHECKING:
    from peelian.reading.descriptions import Description

_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_PART: Final = re.compile(
    r"(?:'s?)? ?[^.;:,]{0,60}(?:,[^.;:,]{3,60})?, (?P<number>one|two|three|four)(?=,? (?!of (?:the|these|those)\b)[a-z]|,)"
)


def parts_of_group(page: Page, found: list[Description]) -> list[Description]:
    """The descriptions with "of the two constables, one" made one: one of the two constables.

    ``found`` is in order; so is what comes back.
    """
    starts = [d.start for d in found]
    swaps: dict[int, Description] = {}
    gone: set[int] = set()
    for i, d in enumerate(found):
        if d.family == "any" or d.number == 1 or d.form not in ("known", "new", "all"):
            continue
        sentence = page.sentence_at(d.start)
        if page.low[sentence.start : d.start].strip(" \"'\u201c\u2018") != "of":
            continue
        part = _PART.match(page.low, d.end, sentence.end)
        if part is None:
            continue
        n = _NUMBERS[part.group("number")]
        if d.number is not None and n >= d.number:
            continue
        start, end = part.span("number")
        at = bisect_left(starts, start)
        while at < len(found) and found[at].start < end:
            gone.add(at)
            at += 1
        swaps[i] = replace(
            d, start=start, end=end, form="part", number=n, of=d.number, relative=False, deed=()
        )
    if not swaps:
        return found
    kept = (swaps.get(i, d) for i, d in enumerate(found) if i not in gone or i in swaps)
    return sorted(kept, key=lambda d: (d.start, -d.end))
