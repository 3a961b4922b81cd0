"""Parts of a group named first: "Of the two |detention officers| on shift, |one| kept no record. The other ..."."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page

_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_PART: Final = re.compile(
    r"(?:'s?)? ?[^.;:,]{0,60}(?:,[^.;:,]{3,60})?, (?P<number>the first|one|two|three|four)(?=,? (?!of (?:the|these|those)\b)[a-z]|,)"
)
_ORDINALS: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
# "Of the constables, the first took no statement. |The second| wrote a report."
_THE_NEXT: Final = re.compile(
    r"(?:and )?the (?P<which>second|third|fourth|fifth)(?=,? [a-z]|,)(?! (?:officer|constable|sergeant|of)\b)"
)


def parts_of_group(page: Page, found: list[Description]) -> list[Description]:
    """The descriptions with "of the two constables, one" made one: one of the two constables.

    ``found`` is in order; so is what comes back.
    """
    starts = [d.start for d in found]
    swaps: dict[int, Description] = {}
    gone: set[int] = set()
    more: list[Description] = []
    for i, d in enumerate(found):
        if d.family == "any" or d.number == 1 or d.form not in ("known", "new", "all"):
            continue
        sentence = page.sentence_at(d.start)
        if page.low[sentence.start : d.start].strip(" \"'\u201c\u2018") != "of":
            continue
        part = _PART.match(page.low, d.end, sentence.end)
        if part is None:
            continue
        n = _NUMBERS.get(part.group("number"), 1)
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
    ends = {d.start for d in more}
    kept = [
        swaps.get(i, d) for i, d in enumerate(found) if (i not in gone and d.start not in ends) or i in swaps
    ]
    return sorted([*kept, *more], key=lambda d: (d.start, -d.end))


def _the_next(page: Page, first: Description) -> list[Description]:
    """The second and the third of those of whom a paragraph tells the first, where a sentence opens on them."""
    out = []
    index = page.sentence_index(first.start)
    paragraph = page.sentences[index].paragraph
    for sentence in page.sentences[index + 1 :]:
        if sentence.paragraph != paragraph:
            break
        found = _THE_NEXT.match(page.low, sentence.start, sentence.end)
        if found is not None:
            n = _ORDINALS[found.group("which")]
            out.append(replace(first, start=sentence.start, end=found.end(), ordinal=n))
    return out
