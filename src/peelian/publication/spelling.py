"""How one name or phrase may be written: accents, ligatures, kinds of apostrophe, letters that nobody sees, addresses.

Folded    a text as it is searched, with the way back to its places
slug      words in small letters, for titles and web addresses
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote

_QUOTES: Final = str.maketrans("‘’ʼ`´‐‑‒–—\u00a0\u202f", "'''''-----  ")
#: What may stand between the parts of a name.
_JOINED: Final = r"[\s._-]*"
#: Soft hyphens, marks of no width, and the hyphen at which a word was parted between two lines.
_UNSEEN: Final = re.compile(r"[\u00ad\u034f\u200b-\u200f\u2060\ufeff]+|(?<=[a-z])-[^\S\n]*\n\s*(?=[a-z])")
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "Æ": "Ae"}
)


class Folded(NamedTuple):
    """A text without accents, of one kind of apostrophe and hyphen, without what is not seen.

    ``places`` are the places of its characters in the text as it was, and its end; None if they are the same.
    """

    text: str
    places: Sequence[int] | None

    def spans(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
        """Where a pattern stands in the text as it was."""
        for match in pattern.finditer(self.text):
            start, end = match.span()
            if start == end:
                continue
            if self.places is None:
                yield start, end, match
            else:
                yield self.places[start], self.places[end - 1] + 1, match


def fold(text: str) -> Folded:
    """A text as it is searched for withheld words."""
    plain = text.translate(_QUOTES)
    if plain.isascii() and ("-" not in plain or not _UNSEEN.search(plain)):
        return Folded(plain, None)
    made: list[str] = []
    places: list[int] = []
    at = 0
    for match in [*_UNSEEN.finditer(plain), None]:
        stop = len(plain) if match is None else match.start()
        for place in range(at, stop):
            char = plain[place]
            if char.isascii():
                made.append(char)
                places.append(place)
                continue
            for one in unicodedata.normalize("NFKD", char.translate(_LETTERS)):
                if not unicodedata.combining(one):
                    made.append(one)
                    places.append(place)
        at = stop if match is None else match.end()
    places.append(len(text))
    return Folded("".join(made), places)


def slug(words: str) -> str:
    """Words in small letters with single spaces: no accents, no marks, "O'Dee" one word."""
    plain = fold(words).text.replace("'", "")
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def address_words(address: str) -> str:
    """A web address as words, whatever it is encoded in."""
    return slug(unquote(unquote(address.replace("+", " "))))


def name_bits(full: str) -> list[str]:
    """The parts of a name by which somebody may be called: "Ian Oldacre-Venn" has three beside the double name."""
    words = [bit for bit in re.split(r"[\s.]+", full) if len(bit) > 1]
    halves = [half for word in words if "-" in word for half in word.split("-") if len(half) > 2]
    return list(dict.fromkeys([*words, *halves]))


def name_pattern(bit: str) -> str:
    """A part of a name in a folded text: with a capital ("Green", not green), in the plural, in any further writing."""
    first, rest = bit[:1], bit[1:]
    return rf"(?<!\w){_letters(first.upper())}(?i:{_letters(rest)}(?:'?s)?)(?!\w)"


def handle_pattern(bit: str) -> str:
    """A part of a name in small letters where only names stand so: in an address for mail, after an @."""
    return rf"(?<=[@#._/]){_letters(bit)}\d*(?!\w)|(?<!\w){_letters(bit)}(?=[._]?\w*@)"


def run_pattern(bits: Sequence[str]) -> str:
    """A whole name however its parts are joined: with blanks, hyphens, stops, or not at all."""
    return rf"(?<!\w){_JOINED.join(_letters(bit) for bit in bits)}(?!\w)"


def phrase_pattern(words: str) -> str:
    """A phrase in a folded text however its words are spaced or hyphenated."""
    plain = fold(words).text.strip()
    bits = [_letters(bit) for bit in re.split(r"[\s\-]+", plain) if bit]
    start = r"(?<!\w)" if plain[:1].isalnum() else ""
    end = r"(?!\w)" if plain[-1:].isalnum() else ""
    return start + r"[\s\-]+".join(bits) + end


def _letters(bit: str) -> str:
    """The letters of a folded bit; an apostrophe may be left out."""
    return re.escape(bit).replace("'", "'?")
