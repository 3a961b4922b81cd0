"""Divided words: a printed column breaks words at its line ends ("sus-" / "pended"); they are read as one word.

Reading goes over the text with its words made whole; every span is then given back in the document's own offsets.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.name_words import common_words
from peelian.reading.page import is_wrapped

# The halves of a word on two lines, with what follows the second half. A capital there is a double name's.
_DIVIDED: Final = re.compile(
    r"(?P<first>[^\W\d_]+)-[ \t\r]*\n[ \t]*(?P<second>[^\W\d_][^\s]*)(?P<after>[ \t\r]*\n?)", re.UNICODE
)
_LETTERS: Final = re.compile(r"[^\W\d_]+", re.UNICODE)
_FEWEST: Final = 2  # so many divided words before a page is taken to divide its words


class Whole:
    """A text with its divided words made whole; ``text`` is as given where no word is divided."""

    __slots__ = ("_at", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._at: list[int] | None = None  # the document's offset of each character
        if text.count("-\n") + text.count("- \n") + text.count("-\r\n") < _FEWEST or not is_wrapped(text):
            return
        out: list[str] = []
        at: list[int] = []

        def keep(start: int, end: int) -> None:
            out.append(text[start:end])
            at.extend(range(start, end))

        done = 0
        for m in _DIVIDED.finditer(text):
            if m.start() < done:
                continue
            keep(done, m.end("first") + _keeps_hyphen(m.group("first"), m.group("second")))
            keep(m.start("second"), m.end("second"))
            out.append("\n")  # the line goes on to the end of the word
            at.append(m.end("second") if m.end("second") < len(text) else len(text) - 1)
            done = m.end()
        keep(done, len(text))
        self.text, self._at = "".join(out), at

    @property
    def is_changed(self) -> bool:
        """Whether any word was divided."""
        return self._at is not None

    def given(self, span: Span) -> Span:
        """A span of ``text`` in the offsets of the document."""
        if self._at is None:
            return span
        start, end = span
        return self._at[start], self._at[end - 1] + 1

    def all_given(self, spans: Iterable[Span]) -> list[Span]:
        """Spans of ``text``, each in the offsets of the document."""
        return [self.given(span) for span in spans]


def _keeps_hyphen(first: str, second: str) -> bool:
    """Whether the hyphen at a line's end is the word's own: "off-" / "duty", "Hargreave-" / "Poole"."""
    rest = _LETTERS.match(second)
    half = rest.group() if rest is not None else second
    if half[0].isupper():
        return True
    known = common_words()
    if (first + half).lower() in known:
        return False
    return len(first) > 1 and first.lower() in known and half in known
