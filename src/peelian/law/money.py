"""Sums of money in pounds."""

from __future__ import annotations

import re

from peelian.law.numbers import number

_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_FIGURES = r"(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,3})?)(?![,.]?\d)"
_SIGNED = re.compile(
    r"(?:£|\bGBP ?)\s*" + _FIGURES + r"(?:[ -]?(?P<scale>k|thousand|mn|m|million|bn|billion)\b)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    _FIGURES + r"(?:[ -]?(?P<scale>k|thousand|m|million|bn|billion))?[ -](?:pounds?|quid|sterling)\b",
    re.IGNORECASE,
)
_PENCE = re.compile(r"(?<![\d£.,])(?P<figures>\d{1,2})(?:p\b| pence\b)")
_IN_WORDS = re.compile(r"\b([a-z]+(?:[ -][a-z]+){0,13}?)[ -](?:pounds?|quid)\b", re.IGNORECASE)


def money(text: str) -> float | None:
    """Return the one sum of pounds in `text`, or None if there is none or there are several.

    "£1,900" -> 1900.0; "£1.2m" -> 1200000.0; "£85 surcharge" -> 85.0; "700 pounds" -> 700.0;
    "two hundred pounds" -> 200.0; "50p" -> 0.5. A range or two different sums give None: which is
    meant is not for this function. Other currencies are none.
    """
    sums = set()
    for pattern in (_SIGNED, _NAMED):
        for match in pattern.finditer(text):
            scale = _SCALE[match["scale"].casefold()] if match["scale"] else 1.0
            sums.add(round(float(match["figures"].replace(",", "")) * scale, 2))
    if not sums:
        sums = {int(match["figures"]) / 100 for match in _PENCE.finditer(text)}
    if not sums:
        sums = {value for match in _IN_WORDS.finditer(text) if (value := _words(match[1])) is not None}
    return sums.pop() if len(sums) == 1 else None


def _words(said: str) -> float | None:
    """Read the longest tail of a run of words that is a number ("fined two hundred")."""
    words = said.replace("-", " ").split()
    for start in range(len(words)):
        value = number(" ".join(words[start:]))
        if value is not None:
            return float(value)
    return None
