"""Misread words: a scan's "rn" for "m" in words of a closed list, put right ("disrnissed", "Septernber", "cornmitted").

Only a spelling that is no word otherwise is mended; names, and every word that is not on the list, stay as they stand.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Final


def _misread() -> dict[str, str]:
    """Each spelling with "rn" for one or more of a word's "m"s, and the word."""
    out: dict[str, str] = {}
    text = (resources.files("peelian.documents") / "data" / "misread_words.txt").read_text("utf-8")
    for word in (w for line in text.split("\n") if not line.startswith("#") for w in line.split()):
        places = [i for i, letter in enumerate(word) if letter == "m"]
        for chosen in range(1, 1 << len(places)):
            spelt = "".join(
                "rn" if letter == "m" and chosen >> places.index(i) & 1 else letter
                for i, letter in enumerate(word)
            )
            out[spelt] = word
    return out


_SPELT: Final = _misread()
# ("January" and "Burnham" hold an "rn" too, and are on no list)
_HOLDS_RN: Final = re.compile(r"\b(?:(?P<half>[Dd]is|DIS) (?=rnis))?(?P<word>[A-Za-z]*rn[A-Za-z]+)\b")


def mend_misread(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with such words put right, and a note of how many there were.

    >>> mend_misread("He was disrnissed on 4 Septernber by Sgt Burnham.")
    ('He was dismissed on 4 September by Sgt Burnham.', ('mended 2 words that a scan misread (rn for m)',))
    """
    if "rn" not in text:
        return text, ()
    count = 0

    def put_right(match: re.Match[str]) -> str:
        nonlocal count
        half = match["half"] or ""
        word = _SPELT.get((half + match["word"]).lower())
        if word is None:
            return match[0]
        count += 1
        first = match[0][0]
        return word[0].upper() + word[1:] if first.isupper() else word

    mended = _HOLDS_RN.sub(put_right, text)
    if not count:
        return text, ()
    return mended, (f"mended {count} word{'s' if count > 1 else ''} that a scan misread (rn for m)",)
