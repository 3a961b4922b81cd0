"""Quotations: short context around the evidence, every withheld word masked, never the whole text.

A quotation is at most ``LIMIT`` characters of one sentence. From one source no more than a part of its
text is ever quoted (``SHARE``): when that is used up, only the marked words are given, and those too
only up to ``CORE_SHARE``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from peelian.casefile.facts import Citation
from peelian.publication import rulebook
from peelian.publication.context import Context, citations_of
from peelian.publication.filtering import Decided, gone, withheld_facts
from peelian.publication.rules.victims import A_CHILD, span_target
from peelian.publication.scanning import own_ages, pointer_of
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import MASK, Quote

LIMIT: Final = 200
SHARE: Final = 0.4
"""How much of a source's text quotations may show with context."""
CORE_SHARE: Final = 0.7
"""How much they may show in all, the marked words alone."""
MOST_OF_ONE_VALUE: Final = 3
_END: Final = re.compile(r"[.!?…][\"”’')\]]*\s|\n")

#: The rules under which the criminal side of a case is gone, and the words that would tell that there was one.
SPENT: Final = ("spent_conviction", "conviction_of_unknown_age")
CRIMINAL: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(word) for word in sorted(rulebook.words("criminal"))) + r")(?!\w)",
    re.IGNORECASE,
)

Range = tuple[int, int, str]


class Quoting:
    """Makes the quotations of one published case, and keeps count of how much of each source they show."""

    def __init__(self, context: Context, decided: Decided, secrets: Secrets) -> None:
        self.context, self.decided, self.secrets = context, decided, secrets
        self.texts: Mapping[str, str] = context.texts
        self._hidden = _hidden_spans(context, decided)
        self._pointer = pointer_of(context, decided)
        self._own_ages = own_ages(context, decided)
        self._ranges: dict[str, list[Range]] = {}
        self._shown: dict[str, set[int]] = {}

    def quotes(self, citations: Iterable[Citation]) -> tuple[Quote, ...]:
        """At most three quotations, one a source (a copy counts as its original), for what citations say.

        Where none can be given, the sources without their words (see ``wordless``).
        """
        citations = tuple(citations)
        made: dict[str, Quote] = {}
        for citation in citations:
            source = self.context.original(citation.source)
            if source in made or len(made) == MOST_OF_ONE_VALUE:
                continue
            quote = self.quote(citation)
            if quote is not None:
                made[source] = quote
        return tuple(made.values()) or self.wordless(citations)

    def wordless(self, citations: Iterable[Citation]) -> tuple[Quote, ...]:
        """Where a fact stands whose words may not be shown: its sources that may be named, each once, no words."""
        sources = dict.fromkeys(self.context.original(citation.source) for citation in citations)
        told = [one for one in sources if one in self.context.sources and not gone(self.decided, one)]
        return tuple(Quote(source=one, text="", masked=True) for one in told[:MOST_OF_ONE_VALUE])

    def quote(self, citation: Citation) -> Quote | None:
        """One quotation, or None if nothing of it may be shown."""
        ruling = self.decided.get(citation.source)
        if ruling is not None and ruling.effect in ("withhold", "remove"):
            return None
        narrow = ruling is not None and ruling.effect == "mask"
        text = self.texts.get(citation.source)
        spans: Sequence[tuple[int, int]] = citation.spans
        if text is None:
            # Without the text nothing says where withheld words stand in it: the words alone, cleaned.
            text, spans = citation.quote, ((0, len(citation.quote)),) if citation.quote else ()
            ranges = merged([*self.secrets.found(text), *self._pointing("", text)])
            if any(item.source == citation.source and item.quote in text for item in self.context.sensitive):
                return None
            narrow = True
        else:
            ranges = self._all(citation.source, text)
        spans = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
        if not spans:
            return None
        low, high = _core(spans)
        if not narrow:
            low, high = _widen(text, low, high)
        low, high = self._afford(citation.source, text, low, high, spans)
        if low >= high:
            return None
        made = _compose(text, low, high, [s for s in spans if s[0] < high and s[1] > low], ranges)
        if made is None:
            return None
        words, marks, masked = made
        if ruling is not None and ruling.rule in SPENT and CRIMINAL.search(words):
            return None
        return Quote(
            source=self.context.original(citation.source),
            text=words,
            marks=marks,
            before=low > 0,
            after=high < len(text),
            masked=masked,
            statement=citation.statement,
        )

    def _all(self, source: str, text: str) -> list[Range]:
        if source not in self._ranges:
            spans = [r for r in self._hidden.get(source, ()) if r[0] < len(text)]
            spans += [(start, end, MASK) for start, end in self.secrets.spans.get(source, ())]
            self._ranges[source] = merged([*spans, *self.secrets.found(text), *self._pointing(source, text)])
        return self._ranges[source]

    def _pointing(self, source: str, text: str) -> list[Range]:
        """Where words stand that could point at a protected victim, whatever a reading marked."""
        if self._pointer is None:
            return []
        return [
            (start, end, MASK) for start, end in self._pointer.found(text, self._own_ages.get(source, ()))
        ]

    def _afford(
        self, source: str, text: str, low: int, high: int, spans: Sequence[tuple[int, int]]
    ) -> tuple[int, int]:
        shown = self._shown.setdefault(source, set())
        for (start, end), share in (((low, high), SHARE), (_core(spans), CORE_SHARE)):
            new = set(range(start, end)) - shown
            if not new or len(shown) + len(new) <= len(text) * share:
                shown |= new
                return start, end
        return 0, 0


def _hidden_spans(context: Context, decided: Decided) -> dict[str, list[Range]]:
    """The spans of each source that are masked: words that rules mark, and the words of withheld values."""
    hidden: dict[str, list[Range]] = {}
    for item in context.sensitive:
        ruling = decided.get(span_target(item))
        if ruling is not None and ruling.effect != "note":
            instead = A_CHILD if ruling.effect == "generalise" else MASK
            hidden.setdefault(item.source, []).append((item.start, item.end, instead))
    for _, _, _, fact in withheld_facts(context.case.parties, decided):
        for citation in citations_of(fact):
            for start, end in citation.spans:
                hidden.setdefault(citation.source, []).append((start, end, MASK))
    return hidden


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, overlapping ones as one; a mask wins over a general word."""
    made: list[Range] = []
    for start, end, instead in sorted(ranges):
        if made and start < made[-1][1]:
            first, last, before = made[-1]
            made[-1] = (first, max(last, end), MASK if MASK in (before, instead) else before)
        else:
            made.append((start, end, instead))
    return made


def _core(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first words cited, with those after them that stand near enough to be quoted with them."""
    low, high = spans[0]
    for start, end in spans[1:]:
        if start >= low and max(high, end) - low <= LIMIT * 3 // 4:
            high = max(high, end)
    return low, min(high, low + LIMIT)


def _widen(text: str, low: int, high: int) -> tuple[int, int]:
    """The sentence around the words, as far as the limit goes, whole words only."""
    room = LIMIT - (high - low)
    if room <= 0:
        return low, high
    left = max(0, low - room // 2)
    ends = [m.end() for m in _END.finditer(text, left, low)]
    start = ends[-1] if ends else left
    if not ends and left > 0:
        start = next((i + 1 for i in range(left, low) if text[i].isspace()), low)
    right = min(len(text), high + LIMIT - (high - start))
    stop = _END.search(text, high, right)
    if stop is not None:
        return start, stop.start() + 1 if text[stop.start()] != "\n" else stop.start()
    if right < len(text):
        right = next((i for i in range(right, high, -1) if text[i - 1].isspace()), high)
        right = max(high, right)
    return start, max(high, len(text[:right].rstrip()))


def _compose(
    text: str, low: int, high: int, spans: Sequence[tuple[int, int]], ranges: Sequence[Range]
) -> tuple[str, tuple[tuple[int, int], ...], bool] | None:
    """The words between two places with masks, the marks in them, and whether anything was masked.

    None if no marked word is left to see.
    """
    made: list[str] = []
    place: dict[int, int] = {}  # from places in the text to places in what is made
    length, at, masked, seen = 0, low, False, False
    for start, end, instead in [
        *((max(s, low), min(e, high), w) for s, e, w in ranges if s < high and e > low),
        (high, high, ""),
    ]:
        for i in range(at, start):
            place[i] = length + (i - at)
        made.append(text[at:start])
        length += start - at
        for i in range(start, end):
            place[i] = length
        if instead:
            made.append(instead)
            length += len(instead)
            masked = True
        at = max(at, end)
    place[high] = length
    whole = re.sub(r"\s", " ", "".join(made))
    marks = []
    for start, end in spans:
        start, end = max(start, low), min(end, high)
        first, last = place[start], place[end]
        if (
            end < high and place[end - 1] == place[end]
        ):  # the mark ends within a mask: the mask is marked whole
            last = next((place[i] for i in range(end, high + 1) if place[i] > first), length)
        covered = any(s <= start and end <= e for s, e, _ in ranges)
        seen = seen or not covered
        if first < last:
            marks.append((first, last))
    return (whole, tuple(marks), masked) if seen else None
