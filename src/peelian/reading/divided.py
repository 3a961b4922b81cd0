"""Divided words: a printed column breaks words at its line ends ("sus-" / "pended"); they are read as one word.

So are cells of a table that go on below (``wrapped_cells``), and running text that its carrier laid out (``running_text``);
what a page spells or sets otherwise than others is read in one style (``house_style``). The lines around an article are left out (``set_aside``).

Reading goes over the text with its words made whole; every span is then given back in the document's own offsets.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.broken_paragraphs import gaps, joints
from peelian.reading.house_style import Edit, respellings, typesetting
from peelian.reading.marked_paragraphs import marks_of_a_story
from peelian.reading.model import Span
from peelian.reading.page import is_wrapped
from peelian.reading.printed_pages import broken_off, unjustified
from peelian.reading.running_text import as_running_text, divides_words, keeps_hyphen
from peelian.reading.set_aside import lines_around
from peelian.reading.wrapped_cells import rows_made_whole

# The halves of a word on two lines, with what follows the second half. A capital there is a double name's.
_DIVIDED: Final = re.compile(
    r"(?P<first>[^\W\d_]+)-[ \t\r]*\n[ \t]*(?P<second>[^\W\d_][^\s]*)(?P<after>[ \t\r]*\n?)", re.UNICODE
)


class Whole:
    """A text with its divided words made whole; ``text`` is as given where no word is divided."""

    __slots__ = (
        "_at",
        "_at_around",
        "_at_printed",
        "_at_set",
        "_given_text",
        "_printed",
        "aside",
        "given_text",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.given_text = text
        # (a sheet's number in mid-sentence is gone before the lines around the article are looked for: the sentence goes on)
        text, unbroken = _edited(text, broken_off(text))
        around = lines_around(text)
        #: the lines around the article, which are not read
        self.aside = [_outer(unbroken, (start, end)) for start, end, _ in around]
        text, at = _edited(text, around)
        self._at_around = _composed(unbroken, at)
        # (lines are joined by their widths: what a typesetter added goes before, words are respelt after)
        text, self._at_set = _edited(text, typesetting(text))
        for step in (unjustified, broken_off, marks_of_a_story):
            text, at = _edited(text, step(text))
            self._at_set = _composed(self._at_set, at)
        self.text = text
        self._given_text: str | None = None  # where cells were put together, the page as it was set
        self._at: list[int] | None = None  # the place there of each character
        if not self._put_together(text):
            self._lay_out()
            self._join()
            if not is_wrapped(self.text):
                self._mend()
        self._printed = self.text
        self.text, self._at_printed = _edited(self.text, respellings(self.text))

    def _put_together(self, text: str) -> bool:
        """Make whole the rows of a table whose cells are wrapped; whether there are such."""
        rows = rows_made_whole(text)
        if rows is None:
            return False
        self.text = "".join(" " if at < 0 else text[at] for at in rows)
        self._at = _without_gaps(rows)
        self._given_text = text
        return True

    def _join(self) -> None:
        """Make whole the words that are divided in columns, whose lines stay."""
        text = self.text
        if not divides_words(text) or not is_wrapped(text):
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
            keep(done, m.end("first") + keeps_hyphen(m.group("first"), m.group("second")))
            keep(m.start("second"), m.end("second"))
            out.append("\n")  # the line goes on to the end of the word
            at.append(m.end("second") if m.end("second") < len(text) else len(text) - 1)
            done = m.end()
        if not done:
            return
        keep(done, len(text))
        self.text, self._at = "".join(out), _composed(self._at, at)

    def _lay_out(self) -> None:
        """Undo how a carrier laid out running text (``running_text``)."""
        places = as_running_text(self.text)
        if places is None:
            return
        text = self.text
        self.text = "".join([text[place] if place >= 0 else " " for place in places])
        self._at = [place if place >= 0 else ~place for place in places]

    def _mend(self) -> None:
        """Put paragraphs together that were broken into their sentences; or part those that nothing parts."""
        edits = [Edit(start, end, " ") for start, end in joints(self.text)]
        edits = edits or [Edit(end, end + 1, "\n\n") for end in gaps(self.text)]
        if edits:
            self.text, at = _edited(self.text, edits)
            self._at = _composed(self._at, at)

    @property
    def is_changed(self) -> bool:
        """Whether the text that is read is another than the document's."""
        return any(at is not None for at in (self._at, self._at_printed, self._at_set, self._at_around))

    def given(self, span: Span) -> Span:
        """A span of ``text`` in the offsets of the document."""
        return self._as_given(_outer(self._at, _outer(self._at_printed, span)))

    def _as_given(self, span: Span) -> Span:
        """A span of the text as it was set, in the offsets of the document."""
        return _outer(self._at_around, _outer(self._at_set, span))

    def as_printed(self, words: str, span: Span) -> str:
        """What the document prints where ``words`` were copied from ``span`` of ``text``; ``words`` where they are no copy."""
        start, end = span
        if self._at_printed is None or self.text[start:end].split() != words.split():
            return words
        start, end = _outer(self._at_printed, span)
        return " ".join(self._printed[start:end].split())

    def all_given(self, spans: Iterable[Span]) -> list[Span]:
        """Spans of ``text`` in the offsets of the document: each as one, or as the parts that a wrapped cell is in."""
        if self._at is None or self._given_text is None:
            return [self.given(span) for span in spans]
        out: list[Span] = []
        for span in spans:
            start, end = _outer(self._at_printed, span)
            at = start
            for i in range(start + 1, end + 1):
                if i == end or self._is_apart(i):
                    if self._printed[at:i].strip():
                        out.append(self._as_given(_outer(self._at, (at, i))))
                    at = i
        return out

    def _is_apart(self, i: int) -> bool:
        """Whether other words stand between two characters in the document as given, or they stand the other way round."""
        if self._at is None or self._given_text is None:
            return False
        before, here = self._at[i - 1], self._at[i]
        return here < before or self._given_text[before + 1 : here].strip() != ""


def _edited(text: str, edits: list[Edit]) -> tuple[str, list[int] | None]:
    """The text with these edits made, and the place in ``text`` of each of its characters; None where there are none."""
    if not edits:
        return text, None
    out: list[str] = []
    at: list[int] = []
    done = 0
    for start, end, new in edits:
        out += (text[done:start], new)
        at.extend(range(done, start))
        if new:
            # (the last letter of what is read stands for the last that is printed, so that a span ends where it did)
            at.extend(min(start + i, end - 1) for i in range(len(new) - 1))
            at.append(end - 1)
        done = end
    out.append(text[done:])
    at.extend(range(done, len(text)))
    return "".join(out), at


def _composed(outer: list[int] | None, inner: list[int] | None) -> list[int] | None:
    """The places of characters after two steps, each given by the places in the text before it."""
    if outer is None or inner is None:
        return inner if outer is None else outer
    return [outer[place] for place in inner]


def _outer(at: list[int] | None, span: Span) -> Span:
    """A span in the offsets of the text in which ``at`` gives each character's place."""
    if at is None:
        return span
    first, last = at[span[0]], at[span[1] - 1]
    return min(first, last), max(first, last) + 1


def _without_gaps(rows: list[int]) -> list[int]:
    """The places of characters, where one that was put in stands at the one before it."""
    out: list[int] = []
    for at in rows:
        out.append(at if at >= 0 else out[-1] if out else 0)
    return out
