"""Charges: one place where an offence of somebody is told, and what frames of plea and verdict do to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from peelian.reading.counts import Count
from peelian.reading.model import Span
from peelian.reading.persons import Person

# Frame -> (stage, plea).
FRAMES: Final[dict[str, tuple[str | None, str | None]]] = {
    "charged": ("charged", None),
    "accused": ("charged", None),
    "charge_noun": ("charged", None),
    "alleged_noun": ("alleged", None),
    "guilty_plea": ("convicted", "guilty"),
    "denial": ("charged", "not_guilty"),
    "convicted": ("convicted", None),
    "sentenced": ("convicted", None),
    "acquitted": ("acquitted", None),
    "discontinued": ("discontinued", None),
    "hung": ("charged", None),
    "alleged": ("alleged", None),
    "cautioned": ("cautioned", None),
    "quashed": ("acquitted", None),
}
# How far a stage has gone; a later word never takes a charge back to an earlier stage.
RANK: Final = {"alleged": 0, "charged": 1, "discontinued": 2, "cautioned": 3, "convicted": 3, "acquitted": 4}
# Frames that are nouns: a verb before them says more.
NOUNS: Final = frozenset({"charge_noun", "alleged_noun"})


@dataclass(slots=True, eq=False)
class Charge:
    """One place where an offence of somebody is told, with what the words around it say of it."""

    offence: str
    start: int
    end: int
    strong: bool
    sentence: int
    who: tuple[Person, ...]
    title: str = ""
    count: Count | None = None
    stage: str | None = None
    plea: str | None = None
    hung: bool = False
    quashed: bool = False
    headline: bool = False
    group: int = 0
    used: int = 0
    by_noun: bool = False
    numbers: frozenset[int] = frozenset()
    stage_spans: list[Span] = field(default_factory=list)
    plea_spans: list[Span] = field(default_factory=list)

    def like(
        self, sentence: int, who: tuple[Person, ...], count: Count | None = None, group: int = 0
    ) -> Charge:
        """Another charge of the same offence in the same words: of ``who``, so many counts, nothing told of it yet."""
        return Charge(self.offence, self.start, self.end, True, sentence, who, self.title, count, group=group)

    def put(self, frame: str, at: Span) -> None:
        """Note that a frame of the given kind, standing at ``at``, tells of this charge."""
        stage, plea = FRAMES[frame]
        if frame == "cautioned" and self.stage == "convicted" and self.plea == "guilty":
            # "admitted possession and was cautioned": an admission to the police, not a plea
            self.stage, self.stage_spans, self.plea = "cautioned", [at], None
            return
        if plea == "guilty" and self.stage == "acquitted" and not self.quashed:
            return  # a plea told after the verdict is to the other charges
        if plea is not None and (self.plea is None or plea == "guilty"):
            self.plea = plea
            self.plea_spans = [at]
        if frame == "hung":
            self.hung = True
        if frame == "quashed":
            self.quashed = True
        if stage is None or (
            self.stage is not None and RANK[stage] <= RANK[self.stage] and frame != "quashed"
        ):
            return
        if frame == "discontinued" and self.stage == "convicted":
            return
        self.stage = stage
        self.stage_spans = [at]


class Token:
    """A frame, an offence or a reference in a sentence."""

    __slots__ = ("end", "kind", "span", "start", "value")

    def __init__(self, start: int, end: int, kind: str, value: str, span: Span | None = None) -> None:
        self.start, self.end, self.kind, self.value = start, end, kind, value
        self.span = span or (start, end)  # the words it rests on: those of the list's opening, for its lines
