"""Ranks in the plural: "PCs Ann Lee, Tom Moss and Una Bell", "sergeants Lee and Moss": one word is the rank of all."""

from __future__ import annotations

from functools import cache
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.name_lists import in_one_list
from peelian.reading.persons import Mention
from peelian.reading.scan import Hit

_BEFORE: Final = 44  # characters: no rank in the plural is longer
_WORDS: Final = 4
_SURE: Final = 3  # reasons to be a name, as for a name after its own rank


@cache
def _plurals() -> dict[str, str]:
    """Every rank in the plural, in lower case, and its id: "pcs", "detective sergeants"."""
    out: dict[str, str] = {}
    for term in law.vocabulary("ranks"):
        for alias in (*term.aliases, *term.weak_aliases):
            if alias[-1].isalpha() and alias[-1] not in "sS" and term.id != "police_staff":
                out.setdefault(alias.lower() + "s", term.id)
    return out


def plural_before(text: str, low: str, at: int) -> Hit | None:
    """The rank in the plural that ends just before ``at``: its longest form."""
    start = max(0, at - _BEFORE)
    end = start + len(low[start:at].rstrip(" ,:\n"))
    if end == at or low[end - 1 : end] != "s" or text[end - 1].isupper():
        return None  # "DCS Lee" is one chief superintendent
    plurals = _plurals()
    best: Hit | None = None
    begin = end
    for _ in range(_WORDS):
        if begin <= start:
            break
        begin = max(low.rfind(" ", start, begin - 1), low.rfind("\n", start, begin - 1), start - 1) + 1
        value = plurals.get(low[begin:end].removeprefix("ex-"))
        if value is not None:
            best = Hit(begin, end, "rank", value)
    return best


# "Two inspectors| who put their names to them, |Ann Lee and Tom Moss": what parts the rank from the list
_CLAUSE: Final = re.compile(
    r"(?<=s)(?= (?:who|whose|from|based|serving|with|in|at|on|of) [^.;,:\n]{3,70}, \Z)"
)
_CLAUSE_REACH: Final = 90  # characters


def _rank_of_list(text: str, low: str, at: int) -> Hit | None:
    """The rank in the plural of the list that begins at ``at``: just before it, or before a clause about all of them."""
    rank = plural_before(text, low, at)
    if rank is not None or not low.startswith(", ", at - 2):
        return rank
    start = low.rfind("\n", max(0, at - _CLAUSE_REACH), at) + 1 or max(0, at - _CLAUSE_REACH)
    spots = (plural_before(text, low, m.start() + 1) for m in _CLAUSE.finditer(low, start, at))
    return next((rank for rank in spots if rank is not None), None)


def share_ranks(
    text: str, low: str, found: list[Mention], bare: list[tuple[int, int, tuple[str, ...]]]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Give the people of each list after a rank in the plural that rank.

    ``found`` are the names known, with rank or title; ``bare`` the runs of capitals of which it is not
    known yet whether they are names. Those of a list are added to ``found``; the others are given back.
    """
    spots: list[tuple[int, int, Mention | None, tuple[str, ...]]] = [
        *((m.name_start, m.end, m, m.tokens) for m in found),
        *((start, end, None, tokens) for start, end, tokens in bare),
    ]
    spots.sort(key=lambda spot: spot[:2])
    taken: set[int] = set()
    i = 0
    while i < len(spots) - 1:
        rank = _rank_of_list(text, low, spots[i][0])
        j = i + 1
        if rank is None:
            i = j
            continue
        alone = len(spots[i][3]) == 1
        while j < len(spots) and in_one_list(low, spots[j - 1][1], spots[j][0]):
            other = spots[j][2]
            if (other is not None and (other.rank or other.title)) or (len(spots[j][3]) == 1) != alone:
                break
            if other is None and low[spots[j - 1][1] : spots[j][0]] in (" ", ""):
                break
            j += 1
        if j - i > 1:
            for n, (start, end, mention, tokens) in enumerate(spots[i:j]):
                if mention is None:
                    whole = start if n else rank.start
                    found.append(Mention(whole, end, start, end, tokens, rank, None, _SURE))
                    taken.add(start)
                else:
                    mention.rank = rank
        i = j
    return [run for run in bare if run[0] not in taken]
