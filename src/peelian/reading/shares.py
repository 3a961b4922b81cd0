"""Shares: of how many of a group words tell, where a page says it of a number of them or of one.

"Two of the four were dismissed"; "Bar brawl: one resigns".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import number

# "Taser officer sacked, colleague keeps job", "Bar brawl: one resigns": a headline's one of several, it does not say which.
_ONE: Final = re.compile(
    r"\b(?:officer|constable|pc|sergeant|sgt|cop|detective|inspector|policeman|policewoman|bobby|copper|superintendent|special|pcso|one|another|chief|ex-pc|ex-cop|ex-officer|colleague|boss)(?: (?!and\b|officers\b|cops\b|pcs\b|constables\b|sergeants\b)[\w'-]+){0,7}? \Z"
)


def of_one(prepared: Prepared, at: int) -> bool:
    """Whether words before anybody is named tell of one of several officers, without saying of which."""
    page, first = prepared.page, min(p.anchor for p in prepared.cast.subjects)
    if at >= first:
        return False
    start = max(page.sentence_at(at).start, page.low.rfind(",", 0, at) + 1, page.low.rfind(";", 0, at) + 1)
    words = page.low[start:at]
    return _ONE.search(words) is not None and not re.search(
        r"\b(?:and|both|all|each|every|any|such|two|three|four|five|six|pair|trio|officers|cops|pcs|constables)\b",
        words,
    )


_NUMBER: Final = re.compile(
    r"\b(?:(one|two|three|four|five|six|seven|eight|nine)|(?:an?|the) (?:second|third|fourth|fifth|sixth|other))\b"
)


_AND_ANOTHER: Final = re.compile(
    r" and (?:the|an?|another) (?:[\w-]+ ){1,3}(?:(?!\b(?:was|were|had|has)\b)[^.;])*\b(?:were|both|each|have)\b"
)


_AND: Final = re.compile(r" [^.;,]{2,30}(?:,| and|, and) ")


def share_of(before: str, many: int) -> float:
    """How much of a group of ``many`` the last number before an outcome tells of ("Two of the four were ...")."""
    numbers = list(_NUMBER.finditer(before))
    if not numbers:
        return 1.0
    if _AND_ANOTHER.search(before, numbers[-1].end()):
        return 1.0  # "the other officer and the detention officer were given advice"
    word = numbers[-1].group(1)
    told = (number(word) or 1) if word else 1
    for first, second in pairwise(reversed(numbers)):  # "One PC and one PCSO from Holt received ..."
        if not _AND.fullmatch(before, second.end(), first.start()):
            break
        told += (number(second.group(1)) or 1) if second.group(1) else 1
    return min(1.0, told / many)
