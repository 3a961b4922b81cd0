"""The text in pieces: each piece knows which facts, sensitive words and inconsistencies rest on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


class WordsNotFound(ValueError):
    """The words are not in the text; the message says so."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same keys rest on (none: plain text)."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]

    @property
    def sensitive(self) -> bool:
        """Whether words are marked as sensitive here."""
        return any(key.startswith("sensitive") for key in self.keys)

    @property
    def facts(self) -> str:
        """The keys of the facts, apart by blanks, for the page's script."""
        return " ".join(key for key in self.keys if not key.startswith("sensitive"))


def pieces(text: str, spans: Iterable[tuple[str, Span]]) -> list[Piece]:
    """Cut ``text`` where any span begins or ends. The pieces joined are the text; spans may overlap as they like.

    Spans that do not lie in the text are left out.
    """
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for key, (start, end) in spans:
        if 0 <= start < end <= len(text):
            opens.setdefault(start, []).append(key)
            closes.setdefault(end, []).append(key)
    made: list[Piece] = []
    active: list[str] = []
    cuts = sorted({0, len(text), *opens, *closes})
    for start, end in pairwise(cuts):
        for key in closes.get(start, ()):
            active.remove(key)
        active.extend(opens.get(start, ()))
        made.append(Piece(start, end, text[start:end], tuple(dict.fromkeys(active))))
    return made


def find_words(text: str, words: str, near: Sequence[Span] = ()) -> Span:
    """Where ``words`` stand in ``text`` (blanks and line ends count as the same), nearest to ``near`` if they stand
    several times. Raises `WordsNotFound`.
    """
    wanted = words.split()
    if not wanted:
        raise WordsNotFound("Type the words of the document that say it.")
    pattern = r"\s+".join(re.escape(word) for word in wanted)
    found = [match.span() for match in re.finditer(pattern, text)] or [
        match.span() for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    if not found:
        raise WordsNotFound(
            f"The document does not say “{' '.join(wanted)[:80]}”. Type its words as they stand."
        )
    if not near:
        return found[0]
    here = near[0][0]
    return min(found, key=lambda span: abs(span[0] - here))
