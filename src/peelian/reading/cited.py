"""Cited cases: surnames that stand for an older case which a paper cites ("in Lumb, where a constable ...")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_words import word_surnames
from peelian.reading.scan import Hit

# A surname that stands for a case: "the case of Lumb, in which a constable", "R v Dacre, a chief inspector".
_CASE_BEFORE: Final = re.compile(
    r"(?:\b(?:cases? of|matter of|appeal of|r (?:\([^()]{3,70}\) )?v\.?|(?:decisions?|court|judgment|tribunal|judge|said|held) in|authority of|facts of|referred to|attention to|taken to|(?:compar|contrast)\w* (?:it )?with|distinguish\w* from|reference no\.? \d+ of (?:19|20)\d\d \((?:\w+ )?)|[.;(] ?in|\bin [\w'&-]+ v\.?) \*?\Z"
)
_CASE_ENDS: Final = ("of ", "v ", "v. ", "in ", "to ", "with ", "from ", "*", "(")  # ... ends on one of these
_CASE_AFTER: Final = re.compile(
    r"\*?(?: and [\w-]+)?(?: \[(?:19|20)\d\d\][^,.;]{0,40}?| \((?:19|20)\d\d\)[^,.;]{0,40}?|\))?(?:,| \[| \(| where| in which| an? | the | two | three | upheld| concerned| involved)[^.;]{0,90}"
    r"|[^.;,]{3,50}\. (?:there|in that case|that was a case)\b[^.;]{0,60}"
)
# Officers told of by number alone, or without a rank: "two detectives of the Northumbria force had received".
_SEVERAL_OFFICERS: Final = re.compile(
    r"\b(?:two|three|four|several) (?:[\w-]+ ){0,2}(?:officers|constables|sergeants|detectives|inspectors|pcsos|pcs|specials)\b"
    r"|\bthe (?:police )?officer\b"
)


_SHORTEST: Final = 2  # letters of a surname
_REACH: Final = 90  # characters: "R (Commissioner of Police) v "


def cited_case(low: str, ranks: Mapping[int, Hit], start: int, end: int) -> tuple[bool, Hit | None]:
    """Whether the surname at ``[start, end)`` stands for a case about an officer, with the rank: "the case of Lumb, in which a constable".

    ``ranks`` are the page's ranks by where they stand; officers told of by number have none.
    """
    if end - start < _SHORTEST:
        return False, None  # the Crown: "In R (Ann Lee) v ..."
    first = max(0, start - _REACH)
    if not low.endswith(_CASE_ENDS, first, start) or not _CASE_BEFORE.search(low, first, start):
        return False, None
    after = _CASE_AFTER.match(low, end) or _told_next(low, start, end)
    if after is None:
        return False, None
    rank = next((ranks[at] for at in range(end, after.end()) if at in ranks), None)
    return rank is not None or _SEVERAL_OFFICERS.search(low, end, after.end()) is not None, rank


# "the case of |Day|, a Norfolk inspector who", "In |Sharp| (a Nottinghamshire sergeant given": surnames that are words, at first none
_BY_A_WORD: Final = re.compile(
    r"(?:\b[Cc]ases? of|\bR v\.?|\bauthority of|\b(?:referred|taken) to|(?:[.;(] |\n)[Ii]n) ([A-Z][a-z]{2,})(?=,| \()"
)


def cited_by_words(text: str, low: str, ranks: Mapping[int, Hit]) -> list[tuple[int, int, Hit | None]]:
    """Where a surname that is an everyday word stands for such a case: place, and the rank told."""
    found = []
    for m in _BY_A_WORD.finditer(text):
        if m[1].lower() in word_surnames():
            cited, rank = cited_case(low, ranks, *m.span(1))
            if cited:
                found.append((*m.span(1), rank))
    return found


_TOLD_NEXT: Final = re.compile(r" (?:was|had|were)\b[^.;]{0,50}")


def _told_next(low: str, start: int, end: int) -> re.Match[str] | None:
    """The next sentence, if it tells who that was: "The facts of R v Lumb are far from these. Lumb was an inspector"."""
    stop, name = low.find(". ", end, end + 100), low[start:end]
    if stop < 0 or not low.startswith(name, stop + 2):
        return None
    return _TOLD_NEXT.match(low, stop + 2 + len(name))
