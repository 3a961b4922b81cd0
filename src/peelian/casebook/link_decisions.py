"""People's decisions on who is who and which case is which, as linking takes them.

Only people's decisions bind. An automatic one (``soft``) is a note that keeps a pair out of the queue for a
while (see ``queues``); it never keeps two mentions apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from peelian.casebook.models import Decision

Judged = tuple[str, str, str]


@dataclass(slots=True)
class Judgements:
    """What people said of pairs of mentions, in the order in which they said it; the last on a pair holds."""

    said: dict[tuple[str, str], str] = field(default_factory=dict)
    by_mention: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, a: str, b: str, judgement: str) -> None:
        """Note what was said of two mentions."""
        left, right = sorted((a, b))
        self.said[left, right] = judgement
        self.by_mention[left].add(right)
        self.by_mention[right].add(left)

    def all(self) -> list[Judged]:
        """Every judgement that holds, in a settled order."""
        return [(a, b, judgement) for (a, b), judgement in sorted(self.said.items())]

    def partners(self, keys: Iterable[str]) -> set[str]:
        """The mentions that a judgement ties to one of these."""
        return {other for key in keys for other in self.by_mention.get(key, ())}


def judgements() -> Judgements:
    """The open decisions of people on pairs of mentions; a split person counts as "different" across the parts."""
    found = Judgements()
    kinds = ("same", "different", "unsure", "split_person")
    for decision in Decision.internal.filter(kind__in=kinds, soft=False, closed_by=None).order_by("pk"):
        if decision.kind == "split_person":
            first, second = decision.payload["mentions"], decision.payload["others"]
            for a, b in product(first, second):
                found.add(a, b, "different")
        else:
            found.add(decision.target, decision.other, decision.kind)
    return found


@dataclass(slots=True)
class CaseRules:
    """What people said of cases, in order: mentions that are one matter, mentions that are not."""

    steps: list[tuple[str, list[str], list[str]]] = field(default_factory=list)

    def partners(self, keys: Iterable[str]) -> set[str]:
        """The mentions that a decision on cases ties to one of these."""
        wanted = set(keys)
        found: set[str] = set()
        for _, first, second in self.steps:
            members = {*first, *second}
            if members & wanted:
                found |= members
        return found

    def apply(self, groups: Sequence[Sequence[str]]) -> list[list[str]]:
        """Cases with these decisions applied, one after the other; mentions that are no more are passed over."""
        of = {key: n for n, group in enumerate(groups) for key in group}
        next_number = len(groups)
        for kind, first, second in self.steps:
            one = [key for key in first if key in of]
            other = [key for key in second if key in of]
            if kind == "join_case":
                if one and other:
                    joined = {of[key] for key in (*one, *other)}
                    for key, number in of.items():
                        if number in joined:
                            of[key] = next_number
                    next_number += 1
            elif one:
                numbers = {of[key] for key in other}
                moved = [key for key in one if of[key] in numbers]
                for key in moved:
                    of[key] = next_number
                next_number += 1
        merged: dict[int, list[str]] = defaultdict(list)
        for key in sorted(of):
            merged[of[key]].append(key)
        return sorted(merged.values())


def case_rules() -> CaseRules:
    """The open decisions of people on cases."""
    rules = CaseRules()
    kinds = ("split_case", "join_case")
    for decision in Decision.internal.filter(kind__in=kinds, soft=False, closed_by=None).order_by("pk"):
        rules.steps.append((decision.kind, decision.payload["mentions"], decision.payload["others"]))
    return rules
