"""Adding 100 documents to a linked casebook against linking the whole of it again.

    python benchmarks/linking_incremental.py [--sizes 10000,100000,1000000] [--documents 100] [--json FILE]

A casebook of generated mentions is linked whole (`large.link_table`, timed) without the documents to be
added, and put into a DuckDB file: its mentions, their keys, its persons. Then `link_new` adds the documents,
asking that file only for what it needs (timed; opening the file is part of it). What it decides for the new
mentions is compared, up to 100,000 mentions, with what a run over everything decides. For this measurement each
person of the stored casebook has one case. The figures go to linking_scale.json under "incremental".
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.linking import columns, model
from peelian.linking.canonical import Assignment
from peelian.linking.generate import generate
from peelian.linking.increment import link_new
from peelian.linking.large import link_table
from peelian.linking.links import Previous
from peelian.linking.mentions import Mention, all_mentions, mentions_of

Figures = dict[str, Any]
TARGET = Path(__file__).parent / "linking_scale.json"
SEED = 11
#: Up to so many mentions, everything is linked again to compare.
JUDGED = 100_000


class FileStore:
    """A casebook in a DuckDB file, as `link_new` asks for it."""

    def __init__(self, path: Path) -> None:
        self.connection = duckdb.connect(str(path), config={"threads": 2, "memory_limit": "1GB"})

    def count(self) -> int:
        return int(self._rows("select count(*) from flat")[0][0])

    def under(self, keys: Iterable[str]) -> list[Mention]:
        return self._mentions("select id from keys where key in (select v from asked)", keys)

    def persons_of(self, mentions: Iterable[str]) -> list[Mention]:
        sql = "select id from persons where person in (select person from persons where id in (select v from asked))"
        return self._mentions(sql, mentions)

    cases_of = persons_of

    def ids(self, mentions: Iterable[str]) -> Previous:
        self._ask(mentions)
        found = dict(self._rows("select id, person from persons where id in (select v from asked)"))
        return Previous(Assignment(found), Assignment({m: f"c-{p}" for m, p in found.items()}))

    def decisions(self, mentions: Iterable[str]) -> list[Any]:
        return []

    def _ask(self, values: Iterable[str]) -> None:
        self.connection.register("asked", pa.table({"v": pa.array(list(values), pa.string())}))

    def _rows(self, sql: str) -> list[Any]:
        return self.connection.execute(sql).fetchall()

    def _mentions(self, wanted: str, values: Iterable[str]) -> list[Mention]:
        self._ask(values)
        self.connection.execute(f"create or replace temp table wanted as select distinct id from ({wanted})")
        found = self.connection.execute(
            "select * from flat where document in (select document from flat where id in (select id from wanted)) "
            "order by document, subject_index"
        ).to_arrow_table()
        ids = {row[0] for row in self._rows("select id from wanted")}
        return [m for r in columns.readings(found) for m in mentions_of(r) if m.key in ids]


def store(path: Path, data: pa.Table, persons: pa.Table) -> None:
    """Put a linked casebook into a file."""
    keys = columns.table(data).select(["unique_id", *model.KEYS])
    with duckdb.connect(str(path), config={"threads": 2, "memory_limit": "2GB"}) as connection:
        connection.register("given", data)
        connection.register("keyed", keys)
        connection.register("linked", persons)
        connection.execute("create table flat as select * from given")
        connection.execute("create table persons as select * from linked")
        connection.execute("create table keys (key varchar, id varchar)")
        for column in model.KEYS:
            connection.execute(
                f"insert into keys select '{column}:' || {column}, unique_id from keyed where {column} is not null"
            )


def measure(size: int, documents: int, folder: Path) -> Figures:
    """Measure one size."""
    made = generate(size, seed=SEED).mentions
    names = made.column("document").unique()
    chosen = np.random.default_rng(SEED).choice(len(names), documents, replace=False)
    is_new = pc.is_in(made.column("document"), value_set=names.take(pa.array(chosen)))
    new, old = made.filter(is_new), made.filter(pc.invert(is_new))

    start = time.perf_counter()
    linked = link_table(old, threads=2)
    whole = time.perf_counter() - start
    path = folder / f"casebook-{size}.duckdb"
    store(path, old, linked.persons)

    start = time.perf_counter()
    casebook = FileStore(path)
    added = link_new(all_mentions(columns.readings(new)), casebook, weights=linked.weights)
    seconds = time.perf_counter() - start
    casebook.connection.close()

    figures: Figures = {
        "mentions": made.num_rows,
        "documents_added": documents,
        "mentions_added": new.num_rows,
        "mentions_looked_at_again": len(added.previous.persons.ids) - new.num_rows,
        "seconds_whole": round(whole, 1),
        "seconds_added": round(seconds, 2),
        "ratio": round(seconds / whole, 4),
    }
    if size <= JUDGED:
        again = link_table(made, threads=2).persons
        figures |= _agreement(added.previous.persons.ids, again, set(new.column("id").to_pylist()))
    return figures


def _agreement(added: dict[str, str] | Any, again: pa.Table, new: set[str]) -> Figures:
    """In how many new mentions the person is the same set of mentions as in a run over everything."""
    members: dict[str, set[str]] = {}
    for mention, person in added.items():
        members.setdefault(person, set()).add(mention)
    person_of = dict(zip(again.column("id").to_pylist(), again.column("person").to_pylist(), strict=True))
    asked = {person_of[m] for m in new}
    whole: dict[str, set[str]] = {}
    for mention, person in person_of.items():
        if person in asked:
            whole.setdefault(person, set()).add(mention)
    same = sum(members[added[m]] == whole[person_of[m]] for m in new)
    return {"new_mentions_with_the_same_person": same}


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--json", type=Path, help="put the figures into this file, under 'incremental'")
    asked = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.sizes.split(","):
            runs.append(measure(int(size), asked.documents, Path(folder)))
            print(json.dumps(runs[-1]), flush=True)
    if asked.json:
        found = json.loads(asked.json.read_text("utf-8")) if asked.json.exists() else {}
        found["incremental"] = runs
        asked.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
