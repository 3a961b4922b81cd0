"""Links: all mentions at once. Readings and people's decisions go in; persons, cases and reasons come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from peelian.linking import canonical, cases, constraints, explain, scoring
from peelian.linking import weights as weights_of
from peelian.linking.canonical import Assignment, Trail
from peelian.linking.clusters import Clusters, cluster
from peelian.linking.constraints import Decision
from peelian.linking.mentions import Mention, all_mentions, split_key, subjects_of
from peelian.linking.scoring import Engine, Pair
from peelian.linking.weights import Weights

#: More mentions than this are linked as tables. Mention by mention, memory grows by some 22 MB a thousand (2.2 GB
#: for 100,000, as tables 0.5 GB). Up to here both ways give the same; at 100,000 generated mentions 23 of 55,010
#: entries differ, since keys that too many share are passed over.
LARGE: Final = 50_000


@dataclass(frozen=True, slots=True)
class Previous:
    """The ids of an earlier run, so that this one keeps them."""

    persons: Assignment = field(default_factory=Assignment)
    cases: Assignment = field(default_factory=Assignment)


@dataclass(frozen=True, slots=True)
class Links:
    """What linking found.

    ``entries``: one a person and case, with their mentions as [document id, subject's place].
    ``pairs``: every pair that was joined or nearly so, with band, weight, reason and waterfall (see
    `explain.record`). ``redirects``: ids of earlier runs, persons' and cases', and where each leads
    (None: all its mentions are gone). ``trail``: what happened to ids in this run. ``contradictions``:
    "same" decisions that others forbid. ``previous`` is to be given to the next run. ``weights`` are
    those that were used, with the casebook's own frequencies of names. ``review``: how many pairs are for review.
    """

    entries: list[dict[str, Any]]
    pairs: Sequence[dict[str, Any]]
    redirects: dict[str, str | None]
    trail: tuple[Trail, ...]
    contradictions: list[Decision]
    previous: Previous
    weights: Weights
    review: int

    def of(self, band: str) -> list[dict[str, Any]]:
        """Return the pairs of one band: "joined", "review" or "apart"."""
        return [p for p in self.pairs if p["band"] == band]


def link(
    readings: Iterable[Any],
    *,
    decisions: Iterable[Any] = (),
    previous: Previous | Mapping[str, str] | None = None,
    weights: Weights | None = None,
    engine: Engine = "duckdb",
    retrain: bool = False,
) -> Links:
    """Return which mentions of the readings are one person, and which tell of one case.

    More than `LARGE` mentions are linked as tables (see `large_links`), to the same result but that a key that
    too many share is passed over for narrower ones; the readings are taken one at a time.

    `readings` are mappings in the guide's shape or `peelian.reading.Reading`s; `decisions` people's
    judgements ({"a": "a001#0", "b": "b002#1", "judgement": "same" | "different" | "unsure"}; of several
    on a pair the last holds); `previous` that of an earlier `Links`, or its persons as {mention: id};
    `weights` are used as they are (those that ship are blended with a large casebook's own frequencies).
    ``retrain`` fits the weights to these readings first (see `training.retrain`). The same input in any order gives
    the same result. Raises `ValueError` for readings without an id or with one twice, or too few to train on,
    `DecisionError` for decisions of another shape.
    """
    left, held, many = iter(readings), list[Any](), 0
    # Spark is for what one machine cannot hold; it is given the mentions as they are.
    most = float("inf") if engine == "spark" else LARGE
    for reading in left:
        held.append(reading)
        many += subjects_of(reading)
        if many > most:
            from peelian.linking.large_links import flat_of, link_flat

            data = flat_of(_handed_over(held, left))
            return link_flat(data, decisions=decisions, previous=previous, weights=weights, retrain=retrain)
    found = all_mentions(held)
    if retrain:
        from peelian.linking import training

        weights = training.retrain(found, weights)
    return link_mentions(found, decisions=decisions, previous=previous, weights=weights, engine=engine)


def _handed_over(held: list[Any], rest: Iterator[Any]) -> Iterator[Any]:
    """Readings held so far, then the rest; none is held any longer."""
    held.reverse()
    while held:
        yield held.pop()
    yield from rest


def link_mentions(
    found: Sequence[Mention],
    *,
    decisions: Iterable[Any] = (),
    previous: Previous | Mapping[str, str] | None = None,
    weights: Weights | None = None,
    engine: Engine = "duckdb",
) -> Links:
    """As `link`, of mentions."""
    mentions = {m.key: m for m in sorted(found, key=lambda m: m.key)}
    used = weights or scoring.blended(mentions.values(), weights_of.load())
    pairs = scoring.score(mentions.values(), used, engine=engine, least=used.bands.review)
    clusters = cluster(mentions, pairs, constraints.decisions_of(decisions), used.bands)
    start = scoring.bits(scoring.prior_for(len(mentions), used))
    return conclude(mentions, pairs, clusters, as_previous(previous), used, start)


def as_previous(previous: Previous | Mapping[str, str] | None) -> Previous:
    """Return what an earlier run left, also from a bare {mention: person's id}."""
    if previous is None:
        return Previous()
    return previous if isinstance(previous, Previous) else Previous(Assignment(dict(previous)))


def conclude(
    mentions: Mapping[str, Mention],
    pairs: Sequence[Pair],
    clusters: Clusters,
    previous: Previous,
    weights: Weights,
    start: float,
) -> Links:
    """Return the links of clusters: cases, ids, entries and explained pairs."""
    persons = canonical.assign(clusters.members, previous.persons, prefix="p")
    matters = canonical.assign(cases.cases(clusters.members, mentions), previous.cases, prefix="c")
    scored = {(p.left, p.right): p for p in pairs}
    told = [
        explain.record(scored.get(pair) or Pair(*pair, weight=0.0), band, clusters.reasons.get(pair), start)
        for pair, band in sorted(clusters.bands.items())
    ]
    return Links(
        entries=entries(persons.ids, matters.ids),
        pairs=told,
        redirects={**persons.redirects, **matters.redirects},
        trail=(*persons.trail, *matters.trail),
        contradictions=clusters.contradictions,
        previous=Previous(persons, matters),
        weights=weights,
        review=sum(band == "review" for band in clusters.bands.values()),
    )


def entries(persons: Mapping[str, str], matters: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return one record a person and case, in the order of their first mentions."""
    grouped: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for mention, person in persons.items():
        grouped.setdefault((person, matters[mention]), []).append(split_key(mention))
    rows = [(sorted(members), *ids) for ids, members in grouped.items()]
    return [
        {"person": person, "case": case, "mentions": [[document, index] for document, index in members]}
        for members, person, case in sorted(rows)
    ]
