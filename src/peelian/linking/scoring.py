"""Scoring: mentions go in, pairs with their match weights and the reasons come out. Splink on DuckDB."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from peelian.linking import model
from peelian.linking.mentions import Mention
from peelian.linking.weights import Weights

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    from splink import Linker

Engine = Literal["duckdb", "spark"]
#: Whether a pair, by its keys, is worth returning.
Keep = Callable[[str, str], bool]
#: The columns of a prediction that are looked at; it has every value compared beside them.
_TOLD = "unique_id_l, unique_id_r, match_weight, columns('^(gamma|mw)_')"
#: Rows of a prediction that are in memory as Python's at one time.
_ROWS = 2_000
#: A casebook's own frequencies of names count as much as the shipped ones when it has so many mentions.
_BLEND = 20_000
#: Below so many mentions a casebook's own frequencies are not looked at.
_OWN = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """What one comparison gave: its level, the log2 Bayes factor, and what the frequency of the value added."""

    comparison: str
    level: str
    bits: float
    frequency_bits: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions (``left`` < ``right``) and their match weight: log2 of the odds that they are one person."""

    left: str
    right: str
    weight: float
    steps: tuple[Step, ...] = ()

    def step(self, comparison: str) -> Step | None:
        """Return what one comparison gave, or None if it said nothing."""
        return next((s for s in self.steps if s.comparison == comparison), None)


def connect() -> duckdb.DuckDBPyConnection:
    """Return a DuckDB in memory that never fetches an extension and spills to the system's temporary folder."""
    import os
    import tempfile

    import duckdb

    return duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "temp_directory": f"{tempfile.gettempdir()}/peelian-duckdb-{os.getpid()}",
        },
    )


def blended(mentions: Iterable[Mention], weights: Weights) -> Weights:
    """Return weights with a casebook's own frequencies of names, which count the more the larger it is.

    A casebook of fewer than 2,000 mentions has nothing to say of how common a name is.
    """
    from collections import Counter

    found = list(mentions)
    if len(found) < _OWN:
        return weights
    counted: dict[str, Counter[str]] = {column: Counter() for column in model.FREQUENCY_COLUMNS}
    for m in found:
        for column, value in model.frequency_values(m).items():
            if value is not None:
                counted[column][value] += 1
    shares = {column: blend(counts, column, weights) for column, counts in counted.items()}
    return replace(weights, frequencies=shares)


def blend(counts: Mapping[str, int], column: str, weights: Weights) -> dict[str, float]:
    """Return the shares of one column's values: what was counted, and the shipped ones as if counted too."""
    shipped, rare, total = weights.frequencies.get(column, {}), weights.rare[column], sum(counts.values())
    return {
        **shipped,
        **{value: (n + _BLEND * shipped.get(value, rare)) / (total + _BLEND) for value, n in counts.items()},
    }


def frequency_table(values: Iterable[str | None], column: str, weights: Weights) -> pa.Table:
    """Return the frequency of each value that occurs in a column, as Splink wants it."""
    import pyarrow as pa

    unique = sorted({v for v in values if v is not None})
    listed, rare = weights.frequencies.get(column, {}), weights.rare[column]
    return pa.table(
        {
            column: pa.array(unique, pa.string()),
            f"tf_{column}": pa.array([listed.get(v, rare) for v in unique], pa.float64()),
        }
    )


def prior_for(mentions: int, weights: Weights) -> float:
    """Return the probability that two mentions drawn at random are one person.

    In a small casebook it is the shipped one. The more mentions there are, the more people there are
    to be confused, and what makes a pair probable must grow with them.
    """
    return min(weights.prior, 2 / max(mentions, 2))


def linker(
    data: pa.Table, weights: Weights, connection: Any, *, explain: bool = True, prior: float | None = None
) -> Linker:
    """Return Splink's linker over the table of `model.table`, with the shipped frequencies registered."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    made = Linker(
        api.register(data, dataset_display_name="mentions"),
        model.settings(weights, explain=explain, prior=prior or prior_for(data.num_rows, weights)),
        log_level=None,
    )
    for column in model.FREQUENCY_COLUMNS:
        share = frequency_table(data.column(column).to_pylist(), column, weights)
        made.table_management.register_term_frequency_lookup(
            api.register(share, dataset_display_name=f"frequency_{column}"), column
        )
    return made


def score(
    mentions: Iterable[Mention],
    weights: Weights,
    *,
    engine: Engine = "duckdb",
    least: float | None = None,
    only: Iterable[tuple[str, str]] | None = None,
    prior: float | None = None,
    keep: Keep | None = None,
) -> list[Pair]:
    """Return the pairs that the blocking rules find, with weight and steps, sorted by their keys.

    `least` is the least weight of a pair that is returned, `keep` says of which keys. `only` gives the pairs to score
    instead; `prior` replaces that of the number of mentions (a part of a large casebook is scored as the whole would be).
    """
    data = model.table(mentions)
    return score_table(data, weights, engine=engine, least=least, only=only, prior=prior, keep=keep)


def score_table(
    data: pa.Table,
    weights: Weights,
    *,
    engine: Engine = "duckdb",
    least: float | None = None,
    only: Iterable[tuple[str, str]] | None = None,
    prior: float | None = None,
    keep: Keep | None = None,
) -> list[Pair]:
    """As `score`, of a table of `model.table`."""
    if data.num_rows < 2:
        return []
    if engine == "spark":
        from peelian.linking import spark

        found = spark.score(data, weights, least=least, only=only, prior=prior)
        return [p for p in found if keep is None or keep(p.left, p.right)]
    connection = connect()
    try:
        made = linker(data, weights, connection, prior=prior)
        if only is not None:
            register_pairs(made, only)
        result = made.inference.predict(threshold_match_weight=least, warning_mode="never")
        rows = result.as_duckdbpyrelation().project(_TOLD).to_arrow_table()
    finally:
        connection.close()
    return pairs_of((row for some in rows.to_batches(_ROWS) for row in some.to_pylist()), weights, keep)


def register_pairs(made: Linker, only: Iterable[tuple[str, str]]) -> None:
    """Have the linker score these pairs of keys instead of those that its rules find."""
    import pyarrow as pa

    wanted = [tuple(sorted(pair)) for pair in only]
    blocked = pa.table(
        {
            "match_key": pa.array(["0"] * len(wanted)),
            "join_key_l": pa.array([a for a, _ in wanted], pa.string()),
            "join_key_r": pa.array([b for _, b in wanted], pa.string()),
        }
    )
    api = made._db_api
    made.table_management.register_blocked_pairs_for_predict(
        api.register(blocked, dataset_display_name="blocked")
    )


def pairs_of(rows: Iterable[dict[str, Any]], weights: Weights, keep: Keep | None = None) -> list[Pair]:
    """Return the rows of a prediction (either engine's) as pairs."""
    labels = {
        c.name: {len(c.levels) - 1 - i: level.label for i, level in enumerate(c.levels)}
        for c in model.COMPARISONS
    }
    out = []
    for r in rows:
        left, right = sorted((r["unique_id_l"], r["unique_id_r"]))
        if keep is not None and not keep(left, right):
            continue
        steps = []
        for c in model.COMPARISONS:
            column = model.column_of(c.name)
            gamma = r[f"gamma_{column}"]
            if gamma == -1:
                continue
            steps.append(
                Step(
                    c.name,
                    labels[c.name][gamma],
                    round(float(r[f"mw_{column}"]), 3),
                    round(float(r.get(f"mw_tf_adj_{column}") or 0.0), 3),
                )
            )
        out.append(Pair(left, right, round(float(r["match_weight"]), 3), tuple(steps)))
    return sorted(out, key=lambda p: (p.left, p.right))


def bits(probability: float) -> float:
    """Return a probability as log2 of its odds: what a pair's weight begins with."""
    return math.log2(probability / (1 - probability))
