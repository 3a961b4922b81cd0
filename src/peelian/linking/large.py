"""A casebook of any size linked as tables: the same model, constraints and result as `links`, in bounded memory.

1. The table that is compared is made a column at a time (`columns`).
2. Pairs: the model's keys, as long as few enough mentions share one. A key that more share ("smith" in the
   largest force) is passed over for narrower ones made of it (the same with the month of the hearing, the
   sentence, a post, a year of birth).
3. Pairs that speak against each other for certain (two forces and nothing but a name in common) are left
   out; Splink scores the rest, and nothing is kept of those under the band for review.
4. What must stay apart is asked in SQL. Where nothing in a group speaks against anything, a group is what
   its joins connect; in the few where something may, `clusters.cluster` decides as it always does.

Only step 2 can give another result than `links.link`, and only where a key is shared by more than `_MOST`.
"""

# ruff: noqa: S608 (the SQL is put together from this file's own pieces only)

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from peelian.linking import columns, constraints, model, scoring
from peelian.linking import mentions as of
from peelian.linking import weights as weights_of
from peelian.linking.clusters import Clusters, cluster
from peelian.linking.conditions import CLEAR, OPPOSED, SUPPORTED, UNNAMED, VAGUE, of_two
from peelian.linking.constraints import Decision
from peelian.linking.mentions import Mention, mentions_of
from peelian.linking.scoring import Pair
from peelian.linking.weights import Weights

Ints = npt.NDArray[np.int64]

#: A key that more mentions share is passed over for the narrower ones.
_MOST = 60
#: So many pairs are scored at once: what Splink holds in memory grows with them.
_AT_ONCE = 4_000_000
#: So many mentions are clustered by `constraints` at once.
_IN_PYTHON = 20_000

_FORCE = "split_part(key_sound, '|', 2)"
_HEARD = "split_part(key_hearing, '|', 2)"
_SENTENCED = "split_part(key_sentence, '|', 2)"
#: Keys made of the model's own, so that each finds only pairs that the wider one would: (SQL, most that share it).
_NARROWER: tuple[tuple[str, bool, int], ...] = (
    (f"surname || '|' || given || '|' || {_FORCE}", False, 400),
    ("case when length(given) > 1 then key_name || '|' || surname || '|' || given end", False, _MOST),
    ("key_start || '|' || substr(given, 2, 1)", False, 60),
    (f"key_sound || '|' || {_HEARD}", False, 400),
    (f"key_sound || '|' || {_SENTENCED}", False, 400),
    (f"key_part || '|' || {_HEARD}", False, 400),
    ("key_sound || '|' || offences[1] || '|' || (day // 366)", False, 400),
    ("key_sound || '|' || posts[1]", False, 400),
    ("key_sound || '|' || ((born_from + 183) // 366)", False, 400),
    ("case when hearing_from = hearing_to then key_hearing || '|' || hearing_from end", True, 200),
    ("key_hearing || '|' || outcome", True, _MOST),
    ("case when sentenced_from = sentenced_to then key_sentence || '|' || sentenced_from end", True, 200),
)


@dataclass(frozen=True, slots=True)
class Large:
    """What linking a flat table found.

    ``persons``: `id` (the mention) and `person`, the first mention of that person in the table's order.
    ``pairs``: `a`, `b`, `weight`, and `joined`, of each pair from the band for review on.
    ``candidates``: how many pairs were scored; ``by_hand``: how many mentions stood in groups in which
    something may speak against a join. ``weights`` are those used. ``refused``: why a pair that was heavy enough
    and free by itself was not joined. ``contradictions``: as in `links.Links`.
    """

    persons: pa.Table
    pairs: pa.Table
    candidates: int
    by_hand: int
    weights: Weights
    refused: Mapping[tuple[str, str], str] = field(default_factory=dict)
    contradictions: tuple[Decision, ...] = ()


def link_table(
    data: pa.Table,
    *,
    decisions: Iterable[Any] = (),
    weights: Weights | None = None,
    join: float | None = None,
    memory: str = "2GB",
    threads: int | None = None,
) -> Large:
    """Link a flat table (`columns.FLAT`) of any size; see `links.link_mentions`.

    `join` is the match weight from which a pair is joined, if not the model's: a lower one finds more and errs
    more. `memory` is DuckDB's limit, beyond which it uses the disk; `threads` how many it may use. Raises
    `ValueError` if a column that must be there is not, `DecisionError` for decisions of another shape.
    """
    said = constraints.decisions_of(decisions)
    if data.num_rows == 0:
        return _empty(weights or weights_of.load())
    compared = columns.table(data)
    used = weights or blended(compared, weights_of.load())
    if join is not None:
        used = replace(used, bands=replace(used.bands, join=join, review=min(used.bands.review, join)))
    with (
        tempfile.TemporaryDirectory(prefix="peelian-") as spill,
        scoring.connect() as connection,
    ):
        connection.execute(f"set memory_limit = '{memory}'; set preserve_insertion_order = false")
        connection.execute("set temp_directory = ?", [spill])
        if threads is not None:
            connection.execute(f"set threads = {int(threads)}")
        linker = _load(connection, compared, used)
        del compared
        candidates = _block(connection)
        _score(connection, linker, used, candidates)
        return _conclude(connection, data, said, used, candidates)


def blended(compared: pa.Table, weights: Weights) -> Weights:
    """As `scoring.blended`, of the table that is compared."""
    if compared.num_rows < scoring._OWN:
        return weights
    shares = {}
    for column in model.FREQUENCY_COLUMNS:
        counted = pc.value_counts(compared.column(column).drop_null())
        counts = dict(zip(counted.field(0).to_pylist(), counted.field(1).to_pylist(), strict=True))
        shares[column] = scoring.blend(counts, column, weights)
    return replace(weights, frequencies=shares)


def _empty(weights: Weights) -> Large:
    text = pa.string()
    return Large(
        pa.schema([("id", text), ("person", text)]).empty_table(),
        pa.schema([("a", text), ("b", text), ("weight", pa.float64()), ("joined", pa.bool_())]).empty_table(),
        0,
        0,
        weights,
    )


def _load(connection: duckdb.DuckDBPyConnection, compared: pa.Table, weights: Weights) -> Any:
    """Put the mentions into DuckDB, numbered, their keys into a table of its own; return Splink's linker."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    coded, codes = _coded(compared)
    connection.register("coded", coded)
    connection.execute("create table mentions as select * from coded order by unique_id")
    connection.unregister("coded")
    numbered = compared.drop_columns(["unique_id", "document"])
    for column in ("unique_id", "document"):
        numbered = numbered.append_column(column, coded.column(column))
    del coded
    connection.register("numbered", numbered)
    connection.execute(
        "create table keys (key ubigint, id integer, document integer, named boolean, most smallint)"
    )
    wide = [(column, unnamed, _MOST) for column, unnamed in model._RULES]
    for rule, (sql, unnamed, most) in enumerate((*wide, *_NARROWER)):
        # Pairs of two with names are not looked for under keys of the unnamed.
        named = "named = 1" if unnamed else "false"
        connection.execute(
            f"insert into keys select hash({rule}, {sql}), unique_id, document, {named}, {most} "
            f"from numbered where ({sql}) is not null"
        )
    connection.unregister("numbered")
    api = DuckDBAPI(connection)
    linker = Linker(
        api.register("mentions", dataset_display_name="mentions"),
        model.settings(weights, explain=False, prior=scoring.prior_for(compared.num_rows, weights)),
        log_level=None,
    )
    for column in model.FREQUENCY_COLUMNS:
        if column in codes:
            share = scoring.frequency_table(codes[column], column, weights)
            number = pc.index_in(share.column(column), value_set=pa.array(codes[column], pa.string()))
            share = share.set_column(0, column, number.cast(pa.int32()))
        else:
            values = pc.unique(compared.column(column)).to_pylist()
            share = scoring.frequency_table(values, column, weights)
        linker.table_management.register_term_frequency_lookup(
            api.register(share, dataset_display_name=f"frequency_{column}"), column
        )
    return linker


#: Texts of which more is asked than whether two are the same. All others are compared as numbers.
_READ = ("surname", "given", "middle")


def _coded(compared: pa.Table) -> tuple[pa.Table, dict[str, list[str]]]:
    """The table without its keys, a number for each text, and what the numbers of each column stand for."""
    out: dict[str, Any] = {"unique_id": pa.array(np.arange(compared.num_rows, dtype=np.int32))}
    codes: dict[str, list[str]] = {}
    for kept in compared.schema:
        if kept.name.startswith("key_") or kept.name in out:
            continue
        column = compared.column(kept.name).combine_chunks()
        if pa.types.is_list(kept.type):
            words = pc.list_flatten(column).dictionary_encode().indices
            sizes = pc.fill_null(pc.list_value_length(column), 0).to_numpy()
            offsets = pa.array(np.concatenate(([0], np.cumsum(sizes))).astype(np.int32))
            column = pa.ListArray.from_arrays(offsets, words, mask=pc.is_null(column))
        elif kept.type == pa.string() and kept.name not in _READ:
            whole = column.dictionary_encode()
            column, codes[kept.name] = whole.indices, whole.dictionary.to_pylist()
        out[kept.name] = column
    out["sworn"] = columns.mapped(
        compared.column("rank").combine_chunks(), lambda r: of._rank(r)[1], pa.bool_()
    )
    return pa.table(out), codes


def _block(connection: duckdb.DuckDBPyConnection) -> int:
    """Make the table of candidates: each two mentions that share a key which not too many share. Return how many."""
    connection.execute(
        "create table shared as select k.* from keys k semi join "
        "(select key from keys group by key having count(*) between 2 and any_value(most)) s using (key)"
    )
    connection.execute("drop table keys")
    connection.execute(
        "create table found as select l.id as l, r.id as r "
        "from shared l join shared r on l.key = r.key and l.id < r.id "
        "where l.document <> r.document and not (l.named and r.named) group by all"
    )
    connection.execute("drop table shared")
    connection.execute(
        f"create table candidates as select l, r from {of_two('found', OPPOSED)} where not {OPPOSED}"
    )
    connection.execute("drop table found")
    return _number(connection, "select count(*) from candidates")


def _number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0


def _score(connection: duckdb.DuckDBPyConnection, linker: Any, weights: Weights, candidates: int) -> None:
    """Score the candidates, part by part, into the table `scored` (l, r, weight)."""
    connection.execute("create table scored (l integer, r integer, weight double)")
    parts = max(1, -(-candidates // _AT_ONCE))
    api = linker._db_api
    for part in range(parts):
        connection.execute(
            "create or replace table part as select '0' as match_key, l as join_key_l, r as join_key_r "
            f"from candidates where l % {parts} = {part}"
        )
        blocked = api.register("part", dataset_display_name=f"part_{part}")
        linker.table_management.register_blocked_pairs_for_predict(blocked)
        found = linker.inference.predict(threshold_match_weight=weights.bands.review, warning_mode="never")
        connection.execute(
            "insert into scored select unique_id_l, unique_id_r, round(match_weight, 3) "
            f"from {found.physical_name}"
        )
        found.drop_table_from_database_and_remove_from_cache()
    connection.execute("drop table candidates")


def _conclude(
    connection: duckdb.DuckDBPyConnection,
    data: pa.Table,
    said: list[Decision],
    weights: Weights,
    candidates: int,
) -> Large:
    """Make persons of the scored pairs."""
    many, bands = data.num_rows, weights.bands
    # Splink gives the two in any order.
    connection.execute(
        "create table weighed as select least(l, r) as l, greatest(l, r) as r, weight, "
        f"{VAGUE} as vague, "
        f"{SUPPORTED} and weight >= {bands.join} as joins from {of_two('scored', VAGUE, SUPPORTED)}"
    )
    connection.execute("drop table scored")
    ties = connection.execute(
        f"select l, r from weighed where joins or (vague and weight >= {bands.join - bands.margin})"
    ).to_arrow_table()
    ids = data.column("id").combine_chunks()
    left, right = _ints(ties, "l"), _ints(ties, "r")
    asked = _places(ids, said)
    told = [(asked[d.a], asked[d.b]) for d in said if d.a in asked and d.b in asked]
    group = components(
        many,
        np.concatenate((left, [a for a, _ in told])).astype(np.int64),
        np.concatenate((right, [b for _, b in told])).astype(np.int64),
    )
    doubtful = _doubtful(connection, group)
    doubtful[group[list(asked.values())]] = True
    joins = connection.execute("select l, r from weighed where joins").to_arrow_table()
    left, right = _ints(joins, "l"), _ints(joins, "r")
    plain = ~doubtful[group[left]]
    person = components(many, left[plain], right[plain])
    by_hand = np.flatnonzero(doubtful[group])
    refused: dict[tuple[str, str], str] = {}
    contradictions: list[Decision] = []
    for place_of, found in _by_hand(connection, data, ids, group, by_hand, said, weights):
        for members in found.members:
            places = np.array([place_of[m] for m in members])
            person[places] = places.min()
        refused |= {pair: why for pair, why in found.reasons.items() if found.bands[pair] != "apart"}
        contradictions += found.contradictions
    connection.register("person_of", pa.table({"id": np.arange(many), "person": person}))
    pairs = connection.execute(
        "select l, r, weight, p.person = q.person as joined from weighed "
        "join person_of p on l = p.id join person_of q on r = q.id order by l, r"
    ).to_arrow_table()
    return Large(
        persons=pa.table({"id": ids, "person": ids.take(pa.array(person))}),
        pairs=pa.table(
            {
                "a": ids.take(pairs.column("l").combine_chunks()),
                "b": ids.take(pairs.column("r").combine_chunks()),
                "weight": pairs.column("weight"),
                "joined": pairs.column("joined"),
            }
        ),
        candidates=candidates,
        by_hand=len(by_hand),
        weights=weights,
        refused=refused,
        contradictions=tuple(contradictions),
    )


def components(many: int, left: Ints, right: Ints) -> Ints:
    """Return, for each of `many` places, the first place to which pairs connect it."""
    least: Ints = np.arange(many)
    while True:
        before = least.copy()
        lower = np.minimum(least[left], least[right])
        np.minimum.at(least, left, lower)
        np.minimum.at(least, right, lower)
        # A root that another root took over takes what hangs on it along.
        np.minimum.at(least, before[left], lower)
        np.minimum.at(least, before[right], lower)
        least = least[least]
        if np.array_equal(before, least):
            return least


def _ints(table: pa.Table, column: str) -> Ints:
    values: Ints = table.column(column).to_numpy().astype(np.int64)
    return values


def _places(ids: pa.Array, said: list[Decision]) -> dict[str, int]:
    """The rows of the mentions that people judged."""
    keys = pa.array(sorted({key for d in said for key in d.pair}), pa.string())
    found = pc.index_in(keys, value_set=ids).to_pylist()
    return {key: place for key, place in zip(keys.to_pylist(), found, strict=True) if place is not None}


def _doubtful(connection: duckdb.DuckDBPyConnection, group: Ints) -> npt.NDArray[np.bool_]:
    """Say of each group (by its first place) whether something may speak against two of its members."""
    size = np.bincount(group, minlength=len(group))
    out: npt.NDArray[np.bool_] = size > 60  # too many pairs to ask of all
    places = np.flatnonzero((size[group] > 1) & ~out[group])
    members = pa.table({"id": places.astype(np.int32), "grp": group[places].astype(np.int32)})
    connection.register("members", members)
    connection.execute(
        "create or replace table together as select x.id as l, y.id as r, x.grp from members x join members y "
        "on x.grp = y.grp and x.id < y.id"
    )
    # A vague mention is joined only if nobody else fits: two who may be two people, and it, are a doubt.
    found = connection.execute(
        f"select grp from {of_two('together', CLEAR, VAGUE, SUPPORTED)} group by grp having bool_or(not {CLEAR}) "
        f"or (bool_or({VAGUE}) and bool_or(not {UNNAMED} and not {SUPPORTED}))"
    ).to_arrow_table()
    connection.unregister("members")
    connection.execute("drop table together")
    out[_ints(found, "grp")] = True
    return out


def _by_hand(
    connection: duckdb.DuckDBPyConnection,
    data: pa.Table,
    ids: pa.Array,
    group: Ints,
    places: Ints,
    said: list[Decision],
    weights: Weights,
) -> Iterator[tuple[dict[str, int], Clusters]]:
    """Cluster the mentions of doubtful groups with `clusters`, a part at a time; gives their places too."""
    places = places[np.argsort(group[places], kind="stable")]
    starts = np.flatnonzero(np.diff(group[places], prepend=-1))
    at = 0
    while at < len(places):
        # Whole groups, about so many mentions.
        nearest = int(np.searchsorted(starts, at + _IN_PYTHON))
        end = int(starts[nearest]) if nearest < len(starts) else len(places)
        part = places[at:end]
        at = end
        found = mentions_at(data, part)
        connection.register("part_of", pa.table({"id": part.astype(np.int32), "grp": group[part]}))
        rows = connection.execute(
            "select l, r, weight from weighed join part_of a on l = a.id join part_of b on r = b.id "
            "where a.grp = b.grp"
        ).to_arrow_table()
        connection.unregister("part_of")
        left, right = (ids.take(rows.column(c).combine_chunks()).to_pylist() for c in "lr")
        pairs = [
            Pair(min(a, b), max(a, b), weight)
            for a, b, weight in zip(left, right, rows.column("weight").to_pylist(), strict=True)
        ]
        place_of = dict(zip(ids.take(pa.array(part)).to_pylist(), part.tolist(), strict=True))
        inside = [d for d in said if d.a in place_of and d.b in place_of]
        yield place_of, cluster(found, pairs, inside, weights.bands)


def mentions_at(data: pa.Table, places: Ints) -> Mapping[str, Mention]:
    """Return the mentions in some rows of a flat table; their documents are read whole."""
    whole = documents_at(data, places).sort_by([("document", "ascending"), ("subject_index", "ascending")])
    wanted = set(data.column("id").take(pa.array(places)).to_pylist())
    return {m.key: m for reading in columns.readings(whole) for m in mentions_of(reading) if m.key in wanted}


def documents_at(data: pa.Table, places: Ints) -> pa.Table:
    """Return the rows of a flat table that are of the documents of some rows."""
    documents = data.column("document").take(pa.array(places)).unique()
    return data.filter(pc.is_in(data.column("document"), value_set=documents))
