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
from typing import Any, Final, NamedTuple, TypeAlias

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
        self.hits = _find(page.low, page.text)
        by_kind: dict[str, list[Hit]] = {}
        for hit in self.hits:
            known = by_kind.get(hit[2])
            if known is None:
                by_kind[hit[2]] = [hit]
            else:
                known.append(hit)
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


Entry: TypeAlias = tuple[
    int, str, str, bool, bool
]  # layer, kind, value, whether opaque, whether it needs a capital


@cache
def _automaton() -> tuple[Any, int]:
    """The one automaton of all phrases, each leading to its length and entries; and how many layers there are."""
    layers: dict[str, int] = {}
    table: dict[str, dict[Entry, None]] = {}

    def add(phrase: str, layer: str, kind: str, value: str) -> None:
        # "the Met" and "DO 4417" have capitals; "the woman he met" and "must do 40 hours" are no such things
        capital = kind in _CAPITALS or (kind in ("rank", "rank_weak") and len(phrase) <= 3)
        entry = (layers.setdefault(layer, len(layers)), kind, value, kind in OPAQUE, capital)
        table.setdefault(phrase, {})[entry] = None

    for phrase, kind, value in law_phrases():
        add(phrase, "law:" + kind, kind, value)
    for layer, kinds in _cue_files():
        for kind, values in kinds.items():
            for value, templates in values.items():
                for template in templates:
                    for phrase in expand(template):
                        add(phrase, layer, kind, value)
    automaton = ahocorasick.Automaton()
    for phrase, entries in table.items():
        automaton.add_word(phrase, (len(phrase), tuple(entries)))
    automaton.make_automaton()
    # The vocabularies live as long as the process: keep the collector from walking them at every document.
    gc.collect()
    gc.freeze()
    return automaton, len(layers)


def _cue_files() -> Iterator[tuple[str, dict[str, dict[str, list[str]]]]]:
    folder = resources.files("peelian.reading") / "data"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            yield path.name[:-5], tomllib.loads(path.read_text("utf-8"))


def _joined(text: str, at: int) -> bool:
    """Whether a small letter stands before ``at`` and a capital there."""
    return text[at].isupper() and text[at - 1].islower()


_WORD: Final = bytes(chr(c).isalnum() for c in range(256))
_new_hit: Final = tuple.__new__


def _find(low: str, text: str) -> list[Hit]:
    """The phrases of a lower-case text that stand as whole words, by layer the leftmost and longest."""
    words = low.encode("latin-1", "replace").translate(_WORD) + b"\0"  # the last byte is also words[-1]
    automaton, layers = _automaton()
    matches = []
    for at, (length, entries) in automaton.iter(low):
        start = at + 1 - length
        if (words[start - 1] and words[start]) or (words[at + 1] and words[at]):
            continue
        matches.append((start, -at - 1, entries))
    matches.sort()
    out: list[Hit] = []
    reach = [0] * layers
    kept = [(-1, -1)] * layers
    opaque_end, opaque_layer = 0, -1
    for start, minus_end, entries in matches:
        end = -minus_end
        shut_end, shut_layer = opaque_end, opaque_layer  # a phrase is not inside itself
        for layer, kind, value, opaque, capital in entries:
            if start < reach[layer] and kept[layer] != (start, end):
                continue  # (one phrase may stand for two things in one layer)
            if end <= shut_end and layer != shut_layer:
                continue
            if capital and text[start:end].islower():
                continue
            out.append(_new_hit(Hit, (start, end, kind, value)))
            reach[layer] = end
            kept[layer] = (start, end)
            if opaque and end > opaque_end:
                opaque_end, opaque_layer = end, layer
    return out
