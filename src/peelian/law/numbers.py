"""Whole numbers in figures and in English words."""

from __future__ import annotations

import re

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SETS = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
_FIGURES = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})\Z")
_HYPHEN = re.compile(r"(?<=[a-z])[-‐-–](?=[a-z])")
_WORDS_AT_MOST = 24


def number(text: str) -> int | None:
    """Return the whole number that the whole of `text` names, or None.

    Figures ("22", "1,200") and words ("seven", "twenty-two", "one hundred and five", "a dozen",
    "half a dozen", "two dozen", "a couple"). "a" and "an" alone are no number here: whether an
    article counts as one is for the reader to say. Never negative; ordinals and fractions are None.
    """
    words = _HYPHEN.sub(" ", text.casefold()).split()
    if len(words) > 1 and words[-1] == "of" and words[-2] in _SETS:
        words.pop()
    if not words or len(words) > _WORDS_AT_MOST:
        return None
    if len(words) == 1 and _FIGURES.match(words[0]):
        return int(words[0].replace(",", ""))
    if words == ["half", "a", "dozen"]:
        return 6
    if words[-1] in _SETS and len(words) <= 2:
        many = 1 if len(words) == 1 or words[0] in ("a", "one") else _below_hundred(words[:1])
        return None if many is None else many * _SETS[words[-1]]
    return _cardinal(words)


def _cardinal(words: list[str]) -> int | None:
    """Read "two million three hundred thousand and five" scale by scale."""
    total = 0
    last_scale = 10**12
    group: list[str] = []
    for place, word in enumerate(words):
        if word in _SCALES:
            value = _below_thousand(group)
            if not value or _SCALES[word] >= last_scale:
                return None
            last_scale = _SCALES[word]
            total += value * last_scale
            group = []
        elif word == "and" and not group and place and place < len(words) - 1:
            continue
        else:
            group.append(word)
    if not group:
        return total if words[-1] in _SCALES else None
    rest = _below_thousand(group)
    return None if rest is None or (rest == 0 and total) else total + rest


def _below_thousand(words: list[str]) -> int | None:
    if "hundred" not in words:
        return _below_hundred(words)
    at = words.index("hundred")
    many = 1 if words[:at] == ["a"] else UNITS.get(words[0]) if at == 1 else None
    if not many:
        return None
    rest = words[at + 1 :]
    if rest[:1] == ["and"]:
        rest = rest[1:]
        if not rest:
            return None
    below = _below_hundred(rest) if rest else 0
    return None if below is None else many * 100 + below


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [one] if one in UNITS:
            return UNITS[one]
        case [ten] if ten in TENS:
            return TENS[ten]
        case [ten, one] if ten in TENS and 0 < UNITS.get(one, 0) < 10:
            return TENS[ten] + UNITS[one]
        case [figures] if _FIGURES.match(figures):
            return int(figures.replace(",", ""))
    return None
