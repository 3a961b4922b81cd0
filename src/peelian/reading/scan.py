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
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar, cast

import ahocorasick

from peelian.reading.legend import Legend, find_legend, places
from peelian.reading.page import Page
from peelian.reading.phrases import law_phrases
from peelian.reading.synonyms import in_template
from peelian.reading.templates import cut, firsts, tail_pattern

# Names that swallow shorter phrases of other layers.
OPAQUE: Final = frozenset(
    {"offence", "court", "force", "proceeding", "body", "standard", "order", "organisation", "opaque"}
)


T = TypeVar("T")
_CAPITALS: Final = frozenset({"force", "force_weak"})


class Hit(NamedTuple):
    """A phrase found at ``[start, end)``: its ``kind`` (the table it comes from) and ``value`` (its id there)."""

    start: int
    end: int
    kind: str
    value: str


class Scan:
    """All phrases of a page, in order, by kind."""

    __slots__ = ("_among", "_once", "_places", "by_kind", "hits", "legend", "page")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.legend = find_legend(page)
        hits = _find(page)
        self._sort(hits if self.legend is None else _decoded(page, self.legend, hits))

    def _sort(self, hits: list[Hit]) -> None:
        self.hits = hits
        by_kind: defaultdict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_kind[hit[2]].append(hit)
        self.by_kind: dict[str, list[Hit]] = dict(by_kind)  # (none is added by asking)
        self._places: dict[str, tuple[list[int], list[Hit]]] = {}
        self._among: dict[tuple[str, ...], tuple[list[int], list[Hit]]] = {}
        self._once: dict[object, object] = {}

    def leave_out(self, spans: Sequence[tuple[int, int]]) -> None:
        """Forget the hits that begin in ``spans`` (in order, apart): they are no part of the text."""
        if not spans:
            return
        starts = [start for start, _ in spans]
        self._sort(
            [h for h in self.hits if h[0] >= (spans[i - 1][1] if (i := bisect_right(starts, h[0])) else 0)]
        )

    def forget(self, hits: Sequence[Hit]) -> None:
        """Forget these hits: the page names what they stand for and does not tell it."""
        if hits:
            lost = frozenset(hits)
            self._sort([h for h in self.hits if h not in lost])

    def restate(self, changes: Sequence[tuple[Hit, Hit]]) -> None:
        """Read each first hit as the second: the same words, of another value."""
        if changes:
            instead = dict(changes)
            self._sort([instead.get(h, h) for h in self.hits])

    def of(self, kind: str) -> list[Hit]:
        """Every hit of one kind, in order."""
        return self.by_kind.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Hit]:
        """The hits of one kind that begin in ``[start, end)``, in order."""
        known = self._places.get(kind)
        if known is None:
            hits = self.by_kind.get(kind, [])
            known = self._places[kind] = [h.start for h in hits], hits
        starts, hits = known
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:  # nearly always
            return []
        return hits[first : bisect_left(starts, end, first)]

    def among(self, kinds: tuple[str, ...], start: int, end: int) -> list[Hit]:
        """The hits of any of ``kinds`` that begin in ``[start, end)``, in order of their places: one look for all kinds."""
        known = self._among.get(kinds)
        if known is None:
            hits = sorted((h for kind in kinds for h in self.of(kind)), key=lambda h: h.start)
            known = self._among[kinds] = [h.start for h in hits], hits
        starts, hits = known
        first = bisect_left(starts, start)
        return hits[first : bisect_left(starts, end, first)]

    def once(self, find: Callable[[Page, Scan], T]) -> T:
        """What ``find`` finds on this page: worked out once, however many readers ask."""
        if find not in self._once:
            self._once[find] = find(self.page, self)
        return cast(T, self._once[find])


Entry: TypeAlias = tuple[int, str, str, bool, bool, str]
"""Layer, kind, value, whether opaque, whether it needs a capital, and the pattern of its tail ("" for none)."""


@cache
def _automaton() -> tuple[Any, int]:
    """The one automaton of all phrases, each leading to its length and entries; and how many layers there are."""
    layers: dict[str, int] = {}
    table: dict[str, dict[Entry, None]] = {}
    begins: dict[str, frozenset[str]] = {}  # what each tail can begin with

    def add(phrase: str, layer: str, kind: str, value: str, tail: str = "") -> None:
        # "the Met" and "DO 4417" have capitals; "the woman he met" and "must do 40 hours" are no such things
        capital = kind in _CAPITALS or (kind in ("rank", "rank_weak") and len(phrase) <= 3)
        entry = (layers.setdefault(layer, len(layers)), kind, value, kind in OPAQUE, capital, tail)
        table.setdefault(phrase, {})[entry] = None

    for phrase, kind, value in law_phrases():
        add(phrase, "law:" + kind, kind, value)
    for layer, kinds in _cue_files():
        for kind, values in kinds.items():
            for value, written in values.items():
                for template in map(in_template, written):
                    heads, tail = cut(template)
                    if tail:
                        begins[tail] = firsts(template)
                    for phrase in heads:
                        add(phrase, layer, kind, value, tail)
    automaton = ahocorasick.Automaton()
    shared: dict[
        Any, Any
    ] = {}  # phrases of one meaning and length lead to the same: less to hold, sooner found
    for phrase, entries in table.items():
        whole = tuple(e for e in entries if not e[5])
        tails = tuple((begins[e[5]], e) for e in entries if e[5])
        meaning = (len(phrase), whole, tails)
        if meaning not in shared:
            shared[meaning] = (len(phrase), whole, _by_first_letters(tails))
        automaton.add_word(phrase, shared[meaning])
    automaton.make_automaton()
    # The vocabularies live as long as the process: keep the collector from walking them at every document.
    gc.collect()
    gc.freeze()
    return automaton, len(layers)


def _by_first_letters(
    tails: tuple[tuple[frozenset[str], Entry], ...],
) -> tuple[dict[str, tuple[Entry, ...]], tuple[Entry, ...]] | None:
    """The entries whose tail can begin with each one or two letters, and those whose tail can begin with any; None if there are none.

    Look up the first two letters of a text, then the first alone.
    """
    if not tails:
        return None
    openings = frozenset[str]().union(*(begin for begin, _ in tails))
    return (
        {
            opening: tuple(e for begin, e in tails if not begin or opening in begin or opening[0] in begin)
            for opening in openings
        },
        tuple(e for begin, e in tails if not begin),
    )


def _cue_files() -> Iterator[tuple[str, dict[str, dict[str, list[str]]]]]:
    folder = resources.files("peelian.reading") / "data"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            yield path.name[:-5], tomllib.loads(path.read_text("utf-8"))


_new_hit: Final = tuple.__new__


def _find(page: Page) -> list[Hit]:
    """The phrases of a page that stand as whole words, by layer the leftmost and longest."""
    out: list[Hit] = []
    text = page.text
    automaton, layers = _automaton()
    reach = [0] * layers
    kept = [-1] * layers  # the end of the last phrase kept in each layer, if it began where ``reach`` says
    opaque_end, opaque_layer = 0, -1
    last_start = last_end = -1
    shut_end, shut_layer = 0, -1
    for start, minus_end, entries in _matches(automaton, page.low, page.letters):
        end = -minus_end
        if start != last_start or end != last_end:  # a phrase is not inside itself
            last_start, last_end = start, end
            shut_end, shut_layer = opaque_end, opaque_layer
        for layer, kind, value, opaque, capital, _ in entries:
            if start < reach[layer] and kept[layer] != (start << 24) + end:
                continue  # (one phrase may stand for two things in one layer)
            if end <= shut_end and layer != shut_layer:
                continue
            if capital and text[start:end].islower():
                continue
            hit = _new_hit(Hit, (start, end, kind, value))
            if out and out[-1][0] == start and hit in out[-3:]:
                continue  # two templates for the same phrase
            out.append(hit)
            reach[layer] = end
            kept[layer] = (start << 24) + end
            if opaque and end > opaque_end:
                opaque_end, opaque_layer = end, layer
    return out


_WOULD: Final = {"dismissed": "would_have_been_dismissed"}


def _decoded(page: Page, legend: Legend, hits: list[Hit]) -> list[Hit]:
    """The hits with those of the page's key of abbreviations put where each abbreviation stands, and none in the key."""
    inside = [h for h in hits if legend.start <= h.start < legend.end]
    out = {h for h in hits if not legend.start <= h.start < legend.end}
    for code in legend.codes:
        meant = [h for h in inside if code.meaning[0] <= h.start and h.end <= code.meaning[1]]
        would = "would have" in page.low[slice(*code.meaning)]
        for start, end in places(page, legend, code.short) if meant else ():
            out = {h for h in out if h.start < start or h.end > end}
            for h in meant:
                value = _WOULD.get(h.value, h.value) if would else h.value
                out.add(_new_hit(Hit, (start, end, h.kind, value)))
    return sorted(out, key=lambda h: (h.start, -h.end))


def _matches(automaton: Any, low: str, kinds: bytes) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Every phrase that stands as whole words, in order: its start, its end negated (longest first), its entries.

    ``kinds`` are the page's ``letters`` (the last is also the one before the first). A small letter or a figure
    before a capital is two words run together ("OutcomeDismissed", "May 2021Dismissed").
    """
    found = []
    for at, (length, whole, tailed) in automaton.iter(low):
        start = at + 1 - length
        left = kinds[start - 1]
        if left and (here := kinds[start]) and (here != 2 or left == 2):
            continue
        if whole:
            here = kinds[at + 1]
            if not here or not (left := kinds[at]) or (here == 2 and left == 1):
                found.append((start, -at - 1, whole))
        if tailed is None:
            continue
        by_letters, others = tailed
        for entry in by_letters.get(low[at + 1 : at + 3]) or by_letters.get(low[at + 1 : at + 2], others):
            m = tail_pattern(entry[5]).match(low, at + 1)
            if m is None:
                continue
            end = m.end()
            while low[end - 1] == " ":
                end -= 1
            here, left = kinds[end], kinds[end - 1]
            if not (here and left) or (here == 2 and left == 1):
                found.append((start, -end, (entry,)))
    found.sort()
    return found
