"""The page: a document's text cut into lines, sentences and quotations, every one with its offsets.

Nothing is removed and nothing is moved: ``low`` is a lower-case twin of ``text`` of the same length
(curly quotes straight, all dashes ``-``, odd spaces plain, the points of "3.5.2018" slashes), so an offset into one is an offset into
the other.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Final, NamedTuple

from peelian.reading import patterns as re

_TWIN: Final = {
    "\u2019": "'", "\u2018": "'", "\u201b": "'", "\u0060": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\r": " ",
}  # fmt: skip

#: The capital letters of the languages of Europe, for a class of a pattern: "A-Z" is not all of them ("Łukasz").
CAPITALS: Final = "A-Z" + "".join(
    chr(code)
    for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00))
    for code in block
    if chr(code).isupper()
)
#: The hyphens that may join two parts of a name; the last two look like the first and one of them never breaks.
HYPHENS: Final = r"\-\u2010\u2011"
# A sentence ends at . ! or ? (with closing quotes) before white space and a capital, digit or quote.
_STOP: Final = re.compile(rf"[.!?]['\"\u2019\u201d)\]]*\s+(?=['\"\u2018\u201c(\[]*[{CAPITALS}0-9\u00a3])")
# ... unless the word before the stop is one of these, an initial, or a number in a list.
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms miss dr prof rev hon st no nos v vs pc p.c det sgt insp supt con cons ch dep ass asst cllr"
    " approx est inc ltd co jr sr para paras reg regs art cl p pp vol ed dept temp capt col gen lt maj"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun i.e e.g".split()
)
_BULLET: Final = re.compile(
    r"\s*(?:[-*\u2022\u25aa\u25cf\u00b7\u2013>]+|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([ivx]+\))\s+"
)
# ‘... in this force,’ said the chief: a mark stands before the one that closes speech, so that it is no apostrophe.
_SAID: Final = re.compile(r"\u2018(?<!\w\u2018)[^\u2018\n]{8,600}?[.,!?;]\u2019(?!\w)")
# "09.03.2018"
_DOTTED_DAY: Final = re.compile(r"\b([0-3]?\d)\.([01]?\d)\.((?:19|20)\d\d)\b")
_WORD_BEFORE: Final = re.compile(r"[\w.']*\Z")


_LETTER: Final = bytes(
    0 if not chr(c).isalnum() else 1 if chr(c).islower() else 2 if chr(c).isupper() else 3 for c in range(256)
)


class Line(NamedTuple):
    """One line of the text, ``[start, end)`` without its line break; ``blank_before`` says a gap stands above."""

    start: int
    end: int
    blank_before: bool
    bullet: bool


class Sentence(NamedTuple):
    """One sentence, ``[start, end)``; ``line`` is the index of its first line, ``paragraph`` of its paragraph."""

    start: int
    end: int
    line: int
    paragraph: int


class Page:
    """A document's text with its structure.

    ``lines``, ``sentences`` and ``quotes`` are in order. ``wrapped`` says that line breaks are only
    the carrier's wrapping (a PDF, a mail), in which case sentences run across them. ``letters`` says for every
    offset what kind of letter stands there: 0 none, 1 small, 2 capital, 3 a figure; one more 0 at the end.
    """

    __slots__ = (
        "_quote_starts",
        "_starts",
        "letters",
        "lines",
        "low",
        "quotes",
        "sentences",
        "text",
        "wrapped",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        plain = text
        for odd, usual in _TWIN.items():  # (much quicker than ``translate``: a page has few of them)
            plain = plain.replace(odd, usual)
        self.letters = plain.encode("latin-1", "replace").translate(_LETTER) + b"\0"
        low = plain.lower()
        if len(low) != len(text):  # a letter whose lower case is longer: lower letter by letter
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        if "." in low and _DOTTED_DAY.search(low):  # its points end no sentence and no clause
            low = _DOTTED_DAY.sub(r"\1/\2/\3", low)
        self.lines = cut_lines(text)
        self.wrapped = _is_wrapped(text, self.lines)
        # A phrase may run over a wrapped line's end but never from one line of a list to the next.
        self.low = low.replace("\n", " ") if self.wrapped else low
        self.sentences = self._cut()
        # (the number of a paragraph belongs to its first sentence, which begins behind it)
        self._starts = [self._with_number(s) for s in self.sentences]
        self.quotes = _quotes(low, self.lines)
        if "\u2018" in text:
            self.quotes = sorted(self.quotes + _said_in_single(text, self.quotes))
        self._quote_starts = [q[0] for q in self.quotes]

    def _with_number(self, sentence: Sentence) -> int:
        """Where a sentence begins, or the number of the paragraph that it opens."""
        line = self.lines[sentence.line].start if self.lines else 0
        number = _NUMBER.match(self.text, line) if line < sentence.start else None
        return line if number is not None and number.end() == sentence.start else sentence.start

    def sentence_index(self, at: int) -> int:
        """The index in ``sentences`` of the sentence that holds offset ``at`` (the one before, in a gap)."""
        after = bisect_right(self._starts, at)
        return after - 1 if after else 0

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that holds offset ``at``."""
        after = bisect_right(self._starts, at)
        return self.sentences[after - 1 if after else 0]

    def near(self, at: int, reach: int = 500) -> Sentence:
        """The sentence that holds ``at``, no further than ``reach`` from it (a text may never end its sentences)."""
        s = self.sentence_at(at)
        if at - s.start <= reach and s.end - at <= reach:
            return s
        return Sentence(max(s.start, at - reach), min(s.end, at + reach), s.line, s.paragraph)

    def quoted(self, at: int) -> bool:
        """Whether offset ``at`` stands inside double quotation marks."""
        i = bisect_right(self._quote_starts, at) - 1
        return i >= 0 and at < self.quotes[i][1]

    def _cut(self) -> list[Sentence]:
        text, out, paragraph = self.text, [], -1
        i, n = 0, len(self.lines)
        while i < n:
            first = i
            start, end = self.lines[i].start, self.lines[i].end
            if self.wrapped:
                while i + 1 < n and not self.lines[i + 1].blank_before and not self.lines[i + 1].bullet:
                    i += 1
                    end = self.lines[i].end
            paragraph += 1
            number = _NUMBER.match(text, start, end) if text[start] in _OPENS_NUMBER else None
            at = number.end() if number is not None else start
            for stop in _STOP.finditer(text, at, end):
                if _ends_sentence(text, at, stop.start()):
                    out.append(Sentence(at, stop.end(), first, paragraph))
                    at = stop.end()
            if at < end:
                out.append(Sentence(at, end, first, paragraph))
            i += 1
        return out or [Sentence(0, len(text), 0, 0)]


# The number of a paragraph, which is no part of its first sentence: "12. The Appellant's son ..."
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER: Final = re.compile(rf"[(\[]?\d{{1,3}}[.)\]]{{1,2}}[ \t]+(?!(?:{_MONTHS}) \d)(?=[A-Z\"\u201c])")
_OPENS_NUMBER: Final = frozenset("([0123456789")


def _ends_sentence(text: str, start: int, stop: int) -> bool:
    """Whether the mark at ``stop`` ends a sentence that began at ``start`` (not an abbreviation's point)."""
    if text[stop] != ".":
        return True
    word = text[max(start, stop - 12) : stop].rpartition(" ")[2].lower()
    if not word.isalnum():  # (nearly every word is nothing but letters)
        found = _WORD_BEFORE.search(text, max(start, stop - 12), stop)
        word = found.group().lower() if found else ""
    if word.isdigit():
        return stop - start > 4  # "1. On 30 June ..." is a list number
    return not (
        word in _ABBREVIATIONS or (len(word) == 1 and word != "i") or (len(word) > 1 and word[-2:-1] == ".")
    )


def ends_of_sentences(text: str, start: int, end: int) -> int:
    """How many sentences ``[start, end)`` of a text holds."""
    found = 1
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, start, stop.start()):
            found += 1
            start = stop.end()
    return found


def cut_lines(text: str) -> list[Line]:
    """The lines of a text that hold anything."""
    out, at, blank = [], 0, False
    for raw in text.split("\n"):
        end = at + len(raw)
        start = at + len(raw) - len(raw.lstrip())
        stripped = end - (len(raw) - len(raw.rstrip()))
        if stripped > start:
            # (a line that begins with a letter and no point or bracket behind it has no bullet)
            plain = text[start].isalpha() and text[start + 1 : start + 2] not in (".", ")")
            bullet = not plain and _BULLET.match(text, start, stripped) is not None
            out.append(Line(start, stripped, blank, bullet))
            blank = False
        else:
            blank = True
        at = end + 1
    return out


def is_wrapped(text: str) -> bool:
    """Whether a text's lines break in mid-sentence (see ``Page``)."""
    return _is_wrapped(text, cut_lines(text))


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether most lines break in mid-sentence at a steady width: wrapped by a carrier, not by the author.

    A line that opens on a small letter alone ("b dismissed without notice") is keyed by it and goes on with nothing.
    """
    if len(lines) < 8:
        return False
    full = broken = 0
    for here, after in pairwise(lines):
        if not after.blank_before and 25 <= here.end - here.start <= 110:
            full += 1
            keyed = text[after.start] in "bcdefgh" and text[after.start + 1 : after.start + 2] == " "
            broken += text[here.end - 1] not in '.!?:;"\u201d|' and text[after.start].islower() and not keyed
    return full >= 6 and broken / full > 0.4


def _quotes(low: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Double-quoted stretches. A paragraph that opens a quotation and does not close it is quoted to its end."""
    out = []
    for line in lines:
        at = low.find('"', line.start, line.end)
        while at != -1:
            close = low.find('"', at + 1, line.end)
            if close == -1:
                out.append((at, line.end))
                break
            out.append((at, close + 1))
            at = low.find('"', close + 1, line.end)
    return out


def _said_in_single(text: str, quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of speech in single curly marks, outside those in double ones."""
    starts = [start for start, _ in quotes]
    out = []
    for found in _SAID.finditer(text):
        before = bisect_right(starts, found.start()) - 1
        inside = before >= 0 and found.start() < quotes[before][1]
        across = bisect_right(starts, found.end()) - 1 > before
        if not inside and not across:
            out.append(found.span())
    return out
