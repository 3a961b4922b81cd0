"""The scan: one pass over a page finds every word and phrase that any family of facts looks for.

Phrases come from the law's vocabularies and from ``data/*.toml`` (how such pages are written). Each
file of cues is a *layer*: inside a layer the leftmost, longest phrase wins. A phrase that stands
wholly inside a name of another layer (an offence, a court, a force, a hearing) is not a phrase of its
own: "misconduct" in "misconduct in public office" is no finding.

    >>> from peelian.reading.page import Page
    >>> [h.value for h in Scan(Page("He was dismissed without notice.")).of("outcome")]
    ['dismissed_without_notice']
"""

from __future__ import annotations

import gc
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

import ahocorasick

from peelian.reading.page import Page
from peelian.reading.phrases import expand, law_phrases

# Names that swallow shorter phrases of other layers.
OPAQUE: Final = frozenset(
    {"offence", "court", "force", "proceeding", "body", "standard", "order", "organisation", "opaque"}
)


_CAPITALS: Final = frozenset({"force", "force_weak"})


class Hit(NamedTuple):
    """A phrase found at ``[start, end)``: its ``kind`` (the table it comes from) and ``value`` (its id there)."""

    start: int
    end: int
    kind: str
    value: str


class Scan:
    """All phrases of a page, in order, by kind."""

    __slots__ = ("_starts", "by_kind", "hits", "page")

    def __init__(self, page: Page) -> None:
        self.page = page
        text = page.text
        # A force or a court is written with a capital: "the Met", but "the woman he met".
        self.hits = [
            h for h in _find(page.low, page.text) if h.kind not in _CAPITALS or not text[h.start : h.end].islower()
        ]
        by_kind: dict[str, list[Hit]] = {}
        for hit in self.hits:
            by_kind.setdefault(hit.kind, []).append(hit)
        self.by_kind = by_kind
        self._starts: dict[str, list[int]] = {}

    def of(self, kind: str) -> list[Hit]:
        """Every hit of one kind, in order."""
        return self.by_kind.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Hit]:
        """The hits of one kind that begin in ``[start, end)``, in order."""
        hits = self.by_kind.get(kind)
        if not hits:
            return []
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = [h.start for h in hits]
        return hits[bisect_left(starts, start) : bisect_left(starts, end)]

    def any_between(self, kinds: tuple[str, ...], start: int, end: int) -> Iterator[Hit]:
        """The hits of several kinds that begin in ``[start, end)``, kind by kind."""
        for kind in kinds:
            yield from self.between(kind, start, end)


@cache
def _automaton() -> Any:
    """The one automaton of all phrases; each leads to its ``(layer, kind, value)`` entries."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for phrase, kind, value in law_phrases():
        table.setdefault(phrase, []).append(("law:" + kind, kind, value))
    for layer, kinds in _cue_files():
        for kind, values in kinds.items():
            for value, templates in values.items():
                for template in templates:
                    for phrase in expand(template):
                        entry = (layer, kind, value)
                        entries = table.setdefault(phrase, [])
                        if entry not in entries:
                            entries.append(entry)
    automaton = ahocorasick.Automaton()
    for phrase, entries in table.items():
        automaton.add_word(phrase, (len(phrase), tuple(entries)))
    automaton.make_automaton()
    # The vocabularies live as long as the process: keep the collector from walking them at every document.
    gc.collect()
    gc.freeze()
    return automaton


def _cue_files() -> Iterator[tuple[str, dict[str, dict[str, list[str]]]]]:
    folder = resources.files("peelian.reading") / "data"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            yield path.name[:-5], tomllib.loads(path.read_text("utf-8"))


def _joined(text: str, at: int) -> bool:
    """Whether a small letter stands before ``at`` and a capital there."""
    return text[at].isupper() and text[at - 1].islower()


def _find(low: str, text: str) -> list[Hit]:
    matches: list[tuple[int, int, tuple[tuple[str, str, str], ...]]] = []
    last = len(low)
    for at, (length, entries) in _automaton().iter(low):
        end = at + 1
        start = end - length
        # A phrase is made of whole words, but a small letter and then a capital ("OutcomeDismissed") are two
        # words that a page's maker has run together.
        if start and low[start - 1].isalnum() and low[start].isalnum() and not _joined(text, start):
            continue
        if end < last and low[end].isalnum() and low[at].isalnum() and not _joined(text, end):
            continue
        matches.append((start, -end, entries))
    matches.sort()
    out: list[Hit] = []
    reach: dict[str, int] = {}
    kept: dict[str, tuple[int, int]] = {}
    opaque_end, opaque_layer = 0, ""
    for start, minus_end, entries in matches:
        end = -minus_end
        shut_end, shut_layer = opaque_end, opaque_layer  # a phrase is not inside itself
        for layer, kind, value in entries:
            if start < reach.get(layer, 0):
                if kept.get(layer) != (start, end):
                    continue  # (one phrase may stand for two things in one layer)
            if end <= shut_end and layer != shut_layer:
                continue
            out.append(Hit(start, end, kind, value))
            reach[layer], kept[layer] = end, (start, end)
            if kind in OPAQUE and end > opaque_end:
                opaque_end, opaque_layer = end, layer
    return out
