"""The links of a casebook of any size, in the shape that `links.link` gives for a small one.

Persons come from `large`, cases from `large_cases`. What `large` does not keep, since it would fill gigabytes,
is made again when it is asked for: each pair's waterfall, as many pairs at a time as fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, overload

import pyarrow as pa
import pyarrow.compute as pc

from peelian.linking import canonical, columns, constraints, explain, large, names, scoring, training
from peelian.linking import weights as weights_of
from peelian.linking.clusters import JOINED_THROUGH, Band
from peelian.linking.constraints import Decision, Judgement
from peelian.linking.large_cases import cases_table
from peelian.linking.links import Links, Previous, as_previous, entries
from peelian.linking.mentions import Mention, mentions_of
from peelian.linking.scoring import Pair
from peelian.linking.weights import Weights

#: Readings made into a part of the table at once.
_READINGS = 10_000
#: Pairs explained at once: a waterfall takes some eight kilobytes.
_PAIRS = 20_000


def flat_of(readings: Iterable[Any]) -> pa.Table:
    """Return readings as one flat table, sorted by the mentions' keys; they are taken a part at a time.

    Raises `ValueError` for a reading without an id, of another shape, or with an id that another has.
    """
    left, parts = iter(readings), [columns.flat([])]
    while some := list(islice(left, _READINGS)):
        try:
            parts.append(columns.flat(some))
        except (pa.ArrowException, AttributeError, KeyError, TypeError, ValueError) as error:
            raise _culprit(some, error) from error
    data = pa.concat_tables(parts).combine_chunks().sort_by("id")
    if data.num_rows and len(pc.unique(data.column("id"))) < data.num_rows:
        counted = pc.value_counts(data.column("id"))
        twice = counted.field(0).filter(pc.greater(counted.field(1), 1))[0].as_py()
        raise ValueError(
            f"two readings have the id {twice.rpartition('#')[0]!r}: each document needs its own"
        )
    return data


def _culprit(readings: Sequence[Any], cause: Exception) -> ValueError:
    """What is wrong with the first reading that is wrong."""
    for reading in readings:
        try:
            mentions_of(reading)
            columns.flat([reading])
        except (pa.ArrowException, AttributeError, KeyError, TypeError, ValueError) as error:
            if isinstance(error, ValueError) and not isinstance(error, pa.ArrowException):
                return error
            return ValueError(f"reading {reading['id']!r} has not the shape of a reading ({error})")
    return ValueError(f"a reading has not the shape of one ({cause})")


def link_flat(
    data: pa.Table,
    *,
    decisions: Iterable[Any] = (),
    previous: Previous | Mapping[str, str] | None = None,
    weights: Weights | None = None,
    retrain: bool = False,
) -> Links:
    """As `links.link`, of a flat table whose rows stand in the order of their keys (as `flat_of` gives it).

    ``pairs`` of the result explains its pairs when they are asked for. It has none of those that two forces
    or ages far apart keep from ever being joined by weight; `links.link` lists these for review.
    """
    said = constraints.decisions_of(decisions)
    if retrain:
        compared = columns.table(data)
        weights = training.retrain_table(compared, large.blended(compared, weights_of.load()))
        del compared
    found = large.link_table(data, decisions=said, weights=weights)
    matters = cases_table(data, found.persons)
    before = as_previous(previous)
    persons = canonical.assign(_groups(found.persons, "person"), before.persons, prefix="p")
    cases = canonical.assign(_groups(matters, "case"), before.cases, prefix="c")
    pairs = ExplainedPairs(data, found, said)
    return Links(
        entries=entries(persons.ids, cases.ids),
        pairs=pairs,
        redirects={**persons.redirects, **cases.redirects},
        trail=(*persons.trail, *cases.trail),
        contradictions=list(found.contradictions),
        previous=Previous(persons, cases),
        weights=found.weights,
        review=pairs.for_review(),
    )


def _groups(table: pa.Table, column: str) -> Iterable[list[str]]:
    grouped: dict[str, list[str]] = {}
    for key, first in zip(table.column("id").to_pylist(), table.column(column).to_pylist(), strict=True):
        grouped.setdefault(first, []).append(key)
    return grouped.values()


def _parts(name: str | None) -> names.NameParts | None:
    return names.parts(name) if name and name.strip() else None


class ExplainedPairs(Sequence[dict[str, Any]]):
    """The pairs of a large casebook as `explain.record` tells them, each made when it is asked for."""

    def __init__(self, data: pa.Table, found: large.Large, said: Sequence[Decision]) -> None:
        self._data, self._found = data, found
        self._prior = scoring.prior_for(data.num_rows, found.weights)
        judged = pa.array(sorted({key for d in said for key in d.pair}), pa.string())
        told_of = found.persons.filter(pc.is_in(found.persons["id"], value_set=judged))
        person = dict(zip(told_of["id"].to_pylist(), told_of["person"].to_pylist(), strict=True))
        self._said: Mapping[tuple[str, str], Judgement] = {
            d.pair: d.judgement for d in said if d.a in person and d.b in person
        }
        # A pair that a person judged is told though nothing else speaks for it.
        near = found.pairs.filter(
            pc.and_(
                pc.is_in(found.pairs["a"], value_set=judged), pc.is_in(found.pairs["b"], value_set=judged)
            )
        )
        scored = set(zip(near["a"].to_pylist(), near["b"].to_pylist(), strict=True))
        beside = [pair for pair in self._said if pair not in scored]
        told = pa.table(
            {
                "a": pa.array([a for a, _ in beside], pa.string()),
                "b": pa.array([b for _, b in beside], pa.string()),
                "weight": pa.array([None] * len(beside), pa.float64()),
                "joined": pa.array([person[a] == person[b] for a, b in beside], pa.bool_()),
            }
        )
        self._pairs = pa.concat_tables([found.pairs, told]).sort_by([("a", "ascending"), ("b", "ascending")])

    def __len__(self) -> int:
        return int(self._pairs.num_rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(index, slice):
            return self._explained(self._pairs.take(pa.array(range(len(self))[index], pa.int64())))
        return self._explained(self._pairs.take(pa.array([range(len(self))[index]])))[0]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for start in range(0, len(self), _PAIRS):
            yield from self[start : start + _PAIRS]

    def for_review(self) -> int:
        """Return how many are for review: those that neither a name nor a person keeps apart."""
        rows = self._pairs.filter(pc.invert(self._pairs["joined"]))
        left, right = (rows[c].to_pylist() for c in ("a", "b"))
        called = [
            self._data["name"].take(pc.index_in(rows[c], value_set=self._data["id"])).to_pylist()
            for c in ("a", "b")
        ]
        many = 0
        for a, b, one, other, weight in zip(left, right, *called, rows["weight"].to_pylist(), strict=True):
            said = self._said.get((a, b))
            if weight is None:
                many += said == "unsure"
            elif said != "different":
                many += not names.conflict(_parts(one), _parts(other))
        return many

    def _explained(self, pairs: pa.Table) -> list[dict[str, Any]]:
        """These rows with band, reason and waterfall."""
        rows = pairs.to_pylist()
        if not rows:
            return []
        keys = pa.chunked_array([*pairs["a"].chunks, *pairs["b"].chunks], pa.string())
        places = pc.index_in(pc.unique(keys), value_set=self._data["id"]).to_numpy()
        mentions = large.mentions_at(self._data, places)
        weighed = [(row["a"], row["b"]) for row in rows if row["weight"] is not None]
        compared = columns.table(large.documents_at(self._data, places))
        scored = {
            (p.left, p.right): p
            for p in scoring.score_table(compared, self._found.weights, only=weighed, prior=self._prior)
        }
        start = scoring.bits(self._prior)
        out = []
        for row in rows:
            pair = scored.get((row["a"], row["b"])) or Pair(row["a"], row["b"], weight=0.0)
            band, reason = self._judged(row, mentions[pair.left], mentions[pair.right])
            out.append(explain.record(pair, band, reason, start))
        return out

    def _judged(self, row: Mapping[str, Any], one: Mention, other: Mention) -> tuple[Band, str | None]:
        """The band of a pair, and why, as `clusters.cluster` would say it."""
        against = constraints.barred(one, other)
        said = self._said.get((one.key, other.key))
        if row["joined"]:
            band: Band = "joined"
        elif row["weight"] is None:
            band = "review" if said == "unsure" else "apart"
        else:
            band = "apart" if said == "different" or against else "review"
        if said is not None:
            return band, f"a person said: {said}"
        against = against or constraints.opposed(one, other) or constraints.misspelt(one, other)
        against = against or constraints.unsupported(one, other)
        against = against or self._found.refused.get((one.key, other.key))
        return band, JOINED_THROUGH if against and band == "joined" else against
