"""Peelian's linking beside nomenklatura's cross-referencing, on the same generated mentions.

    python benchmarks/linking_peers.py [--mentions 1500] [--json benchmarks/linking_scale.json]

nomenklatura (with which OpenSanctions resolves entities) gets each mention that has a name as a
FollowTheMoney `Person`: name, birth year from the age, rank and force as position, police places as address,
country. Its `xref` finds and scores the candidates; each of its algorithms is given the threshold, found with
the truth, at which its F1 is best. Mentions without a name are nobody to it, and so count as missed; the
figures on the named alone stand beside. It is made to propose pairs to people, not to decide, and knows
nothing of ranks, hearings or courts: the comparison says what a general tool does with this matter, not that
it is a bad one. Runs only where nomenklatura is installed (it is no dependency of Peelian), on 10,000 mentions
at most. The figures go to linking_scale.json under "peers".
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from linking_scale import SEED, pairs_quality, persons_quality

Figures = dict[str, Any]
MOST = 10_000
ALGORITHMS = ("logic-v2", "name-based", "regression-v1")


def entities(mentions: pa.Table, path: Path) -> None:
    """Write the named mentions as FollowTheMoney entities, one a line."""
    with path.open("w", encoding="utf-8") as out:
        for row in mentions.to_pylist():
            if row["name"] is None:
                continue
            told = {
                "name": [row["name"]],
                "birthDate": [str(int(row["published"][:4]) - row["age"])]
                if row["age"] and row["published"]
                else [],
                "position": [" ".join(v for v in (row["rank"], row["force"]) if v)],
                "address": [row["residence"]] if row["residence"] else [],
                "country": ["gb"],
            }
            entity = {"id": row["id"], "schema": "Person", "properties": {k: v for k, v in told.items() if v}}
            out.write(json.dumps(entity) + "\n")


def nomenklatura(path: Path, folder: Path, algorithm: str) -> tuple[pa.Table, float]:
    """Cross-reference a file of entities; gives the pairs (a, b, match_probability) and the seconds."""
    from nomenklatura.db import Session as Work
    from nomenklatura.db import close_db, get_engine
    from nomenklatura.matching import get_algorithm
    from nomenklatura.resolver import Resolver
    from nomenklatura.store import load_entity_file_store
    from nomenklatura.xref import xref

    used = get_algorithm(algorithm)
    assert used is not None
    url = f"sqlite:///{folder / algorithm}.db"
    start = time.perf_counter()
    with Work(get_engine(url)) as work:
        resolver: Any = Resolver(work, create=True)
        store = load_entity_file_store(path, resolver=resolver)
        xref(
            resolver,
            work,
            store,
            folder / f"index-{algorithm}",
            limit=1_000_000,
            limit_factor=1,
            discount_internal=1.0,
            min_threshold=0.3,
            algorithm=used,
            user="benchmark",
        )
        seconds = time.perf_counter() - start
        found = list(resolver.get_candidates())
    close_db(url)
    pairs = {
        "a": pa.array([f[0] for f in found], pa.string()),
        "b": pa.array([f[1] for f in found], pa.string()),
        "match_probability": pa.array([float(f[2] or 0) for f in found], pa.float64()),
    }
    return pa.table(pairs), seconds


def peelian(mentions: pa.Table) -> tuple[pa.Table, float]:
    """Link with the model and weights that ship; gives id and person, and the seconds."""
    from peelian.linking.large import link_table

    start = time.perf_counter()
    found = link_table(mentions, threads=2)
    return found.persons, time.perf_counter() - start


def named_only(truth: pa.Table, mentions: pa.Table) -> pa.Table:
    """The truth about mentions that have a name."""
    named = mentions.filter(pc.is_valid(mentions.column("name"))).column("id")
    return truth.filter(pc.is_in(truth.column("id"), value_set=named))


def best(pairs: pa.Table, truth: pa.Table) -> Figures:
    """The threshold at which the pairs are best, and the quality there."""
    thresholds = tuple(round(0.3 + 0.05 * i, 2) for i in range(15))
    found: Figures = max(pairs_quality(pairs, truth, thresholds), key=lambda t: t["pairs"]["f1"])
    return found


def main() -> None:
    """Measure one size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mentions", type=int, default=1500)
    parser.add_argument("--json", type=Path, help="put the figures into this file, under 'peers'")
    asked = parser.parse_args()
    try:
        import nomenklatura as _  # noqa: F401
    except ImportError:
        sys.exit("nomenklatura is not installed: pip install nomenklatura, then run this again")
    if asked.mentions > MOST:
        sys.exit(f"{asked.mentions} mentions: {MOST} at most, or it takes hours")
    from peelian.linking.generate import generate

    logging.disable(logging.WARNING)
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    made = generate(asked.mentions, seed=SEED)
    named = named_only(made.truth, made.mentions)
    figures: Figures = {"mentions": made.mentions.num_rows, "named": named.num_rows}
    persons, seconds = peelian(made.mentions)
    figures["peelian"] = {
        "seconds": round(seconds, 1),
        "all": persons_quality(persons, made.truth),
        "named": persons_quality(persons, named),
    }
    print("peelian", json.dumps(figures["peelian"]), flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entities(made.mentions, folder / "entities.json")
        for algorithm in ALGORITHMS:
            pairs, seconds = nomenklatura(folder / "entities.json", folder, algorithm)
            figures[f"nomenklatura {algorithm}"] = {
                "seconds": round(seconds, 1),
                "pairs_proposed": pairs.num_rows,
                "all": best(pairs, made.truth),
                "named": best(pairs, named),
            }
            print(algorithm, json.dumps(figures[f"nomenklatura {algorithm}"]), flush=True)
    if asked.json:
        found = json.loads(asked.json.read_text("utf-8")) if asked.json.exists() else {}
        found["peers"] = figures
        asked.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
