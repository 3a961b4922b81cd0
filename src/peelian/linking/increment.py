"""New documents into a casebook that is linked already, without linking the whole of it again.

The new mentions are compared with those that the blocking keys find. Only persons that one of them may
be are clustered again, and only cases that these share are worked out again; all else keeps its ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from peelian.linking import constraints, links, model, scoring
from peelian.linking import weights as weights_of
from peelian.linking.clusters import Clusters, cluster
from peelian.linking.links import Links, Previous
from peelian.linking.mentions import Mention
from peelian.linking.scoring import Engine
from peelian.linking.weights import Weights


class Store(Protocol):
    """What `link_new` asks of a casebook. Mentions may be given more than once; order does not matter."""

    def count(self) -> int:
        """Return how many mentions the casebook holds."""
        ...

    def under(self, keys: Iterable[str]) -> Iterable[Mention]:
        """Return the mentions that have one of the keys of `model.keys`."""
        ...

    def persons_of(self, mentions: Iterable[str]) -> Iterable[Mention]:
        """Return all mentions of the persons whose mentions are given by key, these among them."""
        ...

    def cases_of(self, mentions: Iterable[str]) -> Iterable[Mention]:
        """Return all mentions of all persons who have a part in a case of the mentions given by key."""
        ...

    def ids(self, mentions: Iterable[str]) -> Previous:
        """Return the ids of these mentions' persons and cases."""
        ...

    def decisions(self, mentions: Iterable[str]) -> Iterable[Any]:
        """Return people's decisions in which one of these mentions takes part, in order of time."""
        ...


def link_new(
    new: Sequence[Mention], store: Store, *, weights: Weights | None = None, engine: Engine = "duckdb"
) -> Links:
    """Return links of the new mentions and of the part of the casebook that they touch.

    ``entries`` and ``previous`` of the result cover that part: its ids replace those that the store has
    for the same mentions, and ``redirects`` and ``trail`` say what was merged. Give the `weights` of the
    casebook's last whole run, so that a name is as common as it was there. Raises `ValueError` if a new
    mention is in the store under the same key.
    """
    used = weights or weights_of.load()
    fresh = {m.key: m for m in new}
    prior = scoring.prior_for(store.count() + len(fresh), used)
    found = {m.key: m for m in store.under(sorted({key for m in new for key in model.keys(m)}))}
    if double := sorted(found.keys() & fresh.keys()):
        raise ValueError(f"{double[0]} is in the casebook already")
    asked = list(store.decisions(fresh))
    named = {m for d in constraints.decisions_of(asked) for m in (d.a, d.b)} - fresh.keys()
    wanted = _pairs(fresh, found)
    near = scoring.score(
        [*fresh.values(), *found.values()], used, engine=engine, least=used.bands.review, only=wanted, prior=prior
    ) if wanted else []  # fmt: skip
    touched = ({p.left for p in near} | {p.right for p in near}) - fresh.keys()
    part = {m.key: m for m in (*store.persons_of(sorted(touched | named)), *fresh.values())}
    known = {(p.left, p.right) for p in near}
    inner = (
        scoring.score(part.values(), used, engine=engine, least=used.bands.review, prior=prior)
        if touched
        else []
    )
    pairs = sorted(
        near + [p for p in inner if (p.left, p.right) not in known], key=lambda p: (p.left, p.right)
    )
    pairs = [p for p in pairs if p.left in part and p.right in part]
    decisions = constraints.decisions_of([*store.decisions(sorted(part.keys() - fresh.keys())), *asked])
    clusters = cluster(part, pairs, decisions, used.bands)
    return _conclude(part, fresh, store, clusters, pairs, used, scoring.bits(prior))


def _conclude(
    part: Mapping[str, Mention],
    fresh: Mapping[str, Mention],
    store: Store,
    clusters: Clusters,
    pairs: Sequence[scoring.Pair],
    weights: Weights,
    start: float,
) -> Links:
    """Work out the cases of the part, together with those who share them."""
    old = sorted(part.keys() - fresh.keys())
    around = {m.key: m for m in store.cases_of(old)} if old else {}
    whole = {**around, **part}
    before = store.ids(sorted(whole.keys() - fresh.keys()))
    others: dict[str, list[str]] = {}
    for mention in around.keys() - part.keys():
        others.setdefault(before.persons.ids[mention], []).append(mention)
    persons = [*clusters.members, *(sorted(group) for group in others.values())]
    complete = Clusters(sorted(persons), clusters.bands, clusters.reasons, clusters.contradictions)
    return links.conclude(whole, pairs, complete, before, weights, start)


def _pairs(fresh: Mapping[str, Mention], found: Mapping[str, Mention]) -> list[tuple[str, str]]:
    """The pairs that the blocking rules make of the new mentions with all, as `model.blocking_rules` would."""
    under: dict[str, list[Mention]] = {}
    for m in (*fresh.values(), *found.values()):
        for key in model.keys(m):
            under.setdefault(key, []).append(m)
    out = set()
    for m in fresh.values():
        for key in model.keys(m):
            unnamed = model.needs_unnamed(key)
            for other in under[key]:
                if other.document != m.document and not (unnamed and not m.anonymous and not other.anonymous):
                    out.add((m.key, other.key) if m.key < other.key else (other.key, m.key))
    return sorted(out)
