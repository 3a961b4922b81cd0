"""A person's mentions as a graph: numbered circles, lines for what ties or parts them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from peelian.casebook import queues
from peelian.casebook.deciding import PAIR_KINDS
from peelian.casebook.models import Mention, Pair, Person

_SIZE = 460
#: What a decision on who is who says, in words.
JUDGED: Final = {
    "same": "one person",
    "different": "two people",
    "unsure": "not sure",
    "split_person": "some documents tell of somebody else",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One mention: its number in the table and where it stands in the drawing."""

    number: int
    mention: Mention
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """What stands between two mentions: ``joined``, ``review``, ``apart`` by linking; ``decided`` by a person."""

    left: Node
    right: Node
    kind: str
    said: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """A person's mentions and what ties them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    size: int = _SIZE


def cluster(person: Person) -> Cluster:
    """The graph of a person's current mentions."""
    mentions = list(
        Mention.internal.filter(person=person, current=True)
        .select_related("source", "case")
        .order_by("source__published", "source__public_id")
    )
    nodes = {m.key: _place(n, m, len(mentions)) for n, m in enumerate(mentions)}
    found = {
        (pair.left, pair.right): ({"join": "joined"}.get(pair.band, pair.band), "", pair.reason)
        for pair in Pair.internal.filter(left__in=nodes, right__in=nodes)
    }
    judged = queues.open_decisions(soft=False).filter(kind__in=PAIR_KINDS, target__in=nodes, other__in=nodes)
    for decision in judged:  # the last counts, and counts more than what linking thought
        said = f"{JUDGED[decision.kind]} ({decision.actor_name})"
        found[decision.target, decision.other] = ("decided", said, decision.reason)
    edges = []
    for (one, other), told in found.items():
        first, second = sorted((nodes[one], nodes[other]), key=lambda node: node.number)
        edges.append(Edge(first, second, *told))
    edges.sort(key=lambda edge: (edge.left.number, edge.right.number))
    return Cluster(tuple(nodes.values()), tuple(edges))


def _place(n: int, mention: Mention, many: int) -> Node:
    middle, radius = _SIZE / 2, (_SIZE / 2 - 30) if many > 1 else 0
    angle = 2 * math.pi * n / max(many, 1) - math.pi / 2
    return Node(
        n + 1,
        mention,
        round(middle + radius * math.cos(angle), 1),
        round(middle + radius * math.sin(angle), 1),
    )
