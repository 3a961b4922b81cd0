"""What makes a run of capitals somebody's name: the surname used alone, the party of a case that it is printed as."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from peelian.reading.name_words import NOT_A_NAME, common_words, given_names, is_common

Bare: TypeAlias = tuple[int, int, tuple[str, ...]]

# After a word that opens a sentence: it is somebody's name.
_AS_NAME: Final = re.compile(
    r"'s |, (?:who|of|from|now|then|aged|\d\d|a |an |the |formerly)| (?:was|had|has|is|did|pleaded|admitted|denied|told|said|resigned|retired|will|must|could|would|joined|served|worked|and [A-Z])\b"
)


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is only a part of a longer or a hyphened word."""
    beside = text[start - 1 : start] + text[end : end + 1]
    return any(c.isalnum() or c in "-_" for c in beside)


def everyday_surnames(text: str, bare: list[Bare]) -> list[Bare]:
    """Where a surname that is an everyday word ("Power", "Savage") stands alone, as a name and not as the word.

    ``bare`` are the runs of capitals of the page: start, end, folded words.
    """
    small = common_words()
    whole = {
        text[e - len(tokens[-1]) : e].title(): tokens[-1]
        for _, e, tokens in bare
        if 1 < len(tokens) < 4
        and tokens[-1] in small
        and tokens[-1] not in NOT_A_NAME
        and (tokens[0] in given_names() or not is_common(tokens[0]))
    }
    out: list[Bare] = []
    for word, token in whole.items():
        start = text.find(word)
        while start != -1:
            end = start + len(word)
            if not _in_a_word(text, start, end):
                words = text[max(0, start - 40) : start]
                if words[-1:] == " " and (words[-2:-1].isalpha() or words[-2:-1] == ","):
                    alone = not words.split()[-1][0].isupper()
                else:
                    alone = _AS_NAME.match(text, end) is not None
                if alone:
                    out.append((start, end, (token,)))
            start = text.find(word, end)
    return out


_VERSUS: Final = re.compile(
    r"(?:\bv\.?|-v-|- ?and ?-|\bvs\.?)\s*(?:\(1\)\s*|\(1\)[^()]{3,60}(?:\([2-6]\)[^()]{3,60}){0,4}\([2-6]\)\s*)?\Z"
)
_VERSUS_ENDS: Final = ("v", ".", "-", "s", ")")  # what it ends with: few names need the whole search
_PARTY_AFTER: Final = re.compile(
    r"[^\S\n]*\n?[^\S\n]*[(-]?(appellant|claimant|applicant|defendant|respondent|interested party)\b(?!s?:)"
)
_PARTY_BEFORE: Final = re.compile(
    r"\b(appellant|claimant|applicant|defendant|respondent)s?(?::| ?-)\s*(?:mr |mrs |ms |miss |former |pc |the )*\Z"
)


# "Hale v Commissioner of Police of the Metropolis": who brings a case against a force.
_AGAINST_FORCE: Final = re.compile(
    r"\s*(?:\bv\.?|-v-|\bvs\.?|and)\s+(?:the )?(?:commissioner of|chief constable|police appeals tribunal)\b"
)


def party(low: str, start: int, end: int) -> str | None:
    """What party to a case the name at ``[start, end)`` is printed as: ``appellant``, ``defendant``, ..., or None."""
    after = _PARTY_AFTER.match(low, end, min(len(low), end + 90))
    if after:
        return after.group(1)
    if _AGAINST_FORCE.match(low, end):
        return "claimant"
    ahead = low[max(0, start - 30) : start]
    if ":" in ahead or "-" in ahead:
        before = _PARTY_BEFORE.search(low, max(0, start - 30), start)
        if before:
            return before.group(1)
    if not ahead.rstrip().endswith(_VERSUS_ENDS):
        return None
    reach = 240 if ahead.rstrip().endswith(")") else 14  # "(1) Ann Hale (2) Rhys Dace"
    return "defendant" if _VERSUS.search(low, max(0, start - reach), start) else None
