"""Training: how often each level occurs, counted where the truth is known, or found by EM where it is not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from peelian.linking import model, scoring
from peelian.linking.mentions import Mention
from peelian.linking.weights import Weights, load

if TYPE_CHECKING:
    import pyarrow as pa

Counts = dict[str, Counter[str]]
#: No level is so sure that one observation could not happen.
_LEAST = 1e-5


def count_levels(data: pa.Table, pairs: Iterable[tuple[str, str]]) -> Counts:
    """Return, for each comparison, how many of the pairs reach each level (what is not said is left out).

    `data` is a table of `model.table`; the pairs are of its `unique_id`.
    """
    blank = _blank()
    connection = scoring.connect()
    try:
        made = scoring.linker(data, blank, connection)
        scoring.register_pairs(made, pairs)
        result = made.inference.predict(warning_mode="never").as_duckdbpyrelation()
        counts: Counts = {}
        for c in model.COMPARISONS:
            column = f"gamma_{model.column_of(c.name)}"
            found = result.aggregate(f"{column}, count(*) as n", column).fetchall()
            labels = [level.label for level in reversed(c.levels)]
            counts[c.name] = Counter({labels[gamma]: n for gamma, n in found if gamma >= 0})
    finally:
        connection.close()
    return counts


def _blank() -> Weights:
    """Weights with which levels can be counted: every level has the same."""
    from peelian.linking.weights import Bands

    levels = {c.name: {level.label: (0.5, 0.5) for level in c.levels} for c in model.COMPARISONS}
    return Weights(1e-4, Bands(0, 0, 0), levels, {}, dict.fromkeys(model.FREQUENCY_COLUMNS, 1e-4))


def shares(
    counts: Mapping[str, int], labels: Sequence[str], base: Mapping[str, float] | None, strength: float
) -> dict[str, float]:
    """Return the share of each level: what was counted, and `strength` observations spread as `base` is."""
    spread = base or {label: 1 / len(labels) for label in labels}
    total = sum(counts.values()) + strength
    raw = {label: max((counts.get(label, 0) + strength * spread[label]) / total, _LEAST) for label in labels}
    whole = sum(raw.values())
    return {label: share / whole for label, share in raw.items()}


def same_pairs(
    person: Mapping[str, str], document: Mapping[str, str], most: int = 20
) -> list[tuple[str, str]]:
    """Return the pairs of mentions of one person, at most `most` of each, so that nobody outweighs the rest."""
    by_person: dict[str, list[str]] = {}
    for mention in sorted(person):
        by_person.setdefault(person[mention], []).append(mention)
    out = []
    for members in by_person.values():
        found = [(a, b) for i, a in enumerate(members) for b in members[:i] if document[a] != document[b]]
        out.extend(found[:most])
    return out


def other_pairs(
    person: Mapping[str, str], document: Mapping[str, str], many: int, seed: int
) -> list[tuple[str, str]]:
    """Return up to `many` random pairs of mentions of two persons in two documents. The same seed gives the same."""
    rng, names = random.Random(seed), sorted(person)  # noqa: S311 - a sample, no secret
    out = set()
    for _ in range(many):
        a, b = rng.choice(names), rng.choice(names)
        if person[a] != person[b] and document[a] != document[b]:
            out.add((min(a, b), max(a, b)))
    return sorted(out)


def frequencies(values: Iterable[str | None], least: float = 5e-5) -> tuple[dict[str, float], float]:
    """Return the share of each value that is common enough to be listed, and that of one that is not.

    The latter is the mean over people who have an unlisted value: how many share it with them.
    """
    counted = Counter(v for v in values if v is not None)
    total = sum(counted.values())
    listed = {v: round(n / total, 7) for v, n in sorted(counted.items()) if n / total >= least}
    rest = [n / total for v, n in counted.items() if v not in listed]
    rare = sum(s * s for s in rest) / sum(rest) if rest else least / 5
    return listed, min(rare, least)


def retrain(mentions: Iterable[Mention], weights: Weights | None = None, *, seed: int = 1) -> Weights:
    """Return weights fitted to a large casebook that nobody has labelled (Splink's u by sampling, m by EM).

    Levels that the casebook does not show keep the weights given (those that ship). Raises `ValueError` for a casebook
    too small to teach anything (fewer than 2,000 mentions).
    """
    found = list(mentions)
    return retrain_table(model.table(found), scoring.blended(found, weights or load()), seed=seed)


def retrain_table(data: pa.Table, weights: Weights, *, seed: int = 1) -> Weights:
    """As `retrain`, of a table of `model.table`."""
    from splink import block_on

    if data.num_rows < 2000:
        raise ValueError(
            f"{data.num_rows} mentions are too few to train on (2,000 at least): use the weights that ship"
        )
    connection = scoring.connect()
    try:
        made = scoring.linker(data, weights, connection, explain=False)
        made.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=seed)
        for rule in (block_on("key_name"), block_on("key_given_hearing"), block_on("key_collar")):
            made.training.estimate_parameters_using_expectation_maximisation(rule)
        learned = made.misc.save_model_to_json()
    finally:
        connection.close()
    levels: dict[str, dict[str, tuple[float, float]]] = {}
    by_column = {c["output_column_name"]: c["comparison_levels"] for c in learned["comparisons"]}
    for c in model.COMPARISONS:
        kept, found = weights.levels[c.name], by_column[model.column_of(c.name)]
        by_label = {x["label_for_charts"]: x for x in found if not x.get("is_null_level")}
        levels[c.name] = {
            label: (
                max(float(by_label[label].get("m_probability") or m), _LEAST),
                max(float(by_label[label].get("u_probability") or u), _LEAST),
            )
            for label, (m, u) in kept.items()
        }
    about = {**weights.about, "retrained_on": data.num_rows}
    return replace(weights, levels=levels, about=about)
