"""Linking at scale: Peelian's model beside plain Splink on the same generated mentions, in one run.

    python benchmarks/linking_scale.py [--sizes 10000,100000,1000000] [--json benchmarks/linking_scale.json]
    python benchmarks/linking_scale.py --page        put the figures into docs/explanation/linking-at-scale.md

Each linker runs in a process of its own on two cores, from the same Parquet file of readings' values to a
person for each mention; its time begins after the imports, its memory is the process' peak. Plain Splink is
what its own tutorial would have one do: the name split in two, `ForenameSurnameComparison`, `ExactMatch`,
`LevenshteinAtThresholds` and `ArrayIntersectAtSizes` on the other columns, u by random sampling, m by EM,
connected components at 0.95. It is judged there and at the threshold, found with the truth, that is its best;
Peelian at the band that ships, and at a lower one ("wider", join from a weight of 4).

Precision and recall are of pairs of mentions; "pairs" are Splink's predictions, "persons" what follows when
they are joined to persons. Nothing here is a test: machines differ, ratios tell.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

Figures = dict[str, Any]
TARGET = Path(__file__).parent / "linking_scale.json"
PAGE = Path(__file__).parents[1] / "docs/explanation/linking-at-scale.md"
SEED = 7
LIMIT_KB = 4 * 1024 * 1024
#: The threshold of most of Splink's own examples.
USUAL = 0.95
#: A lower band for joins than the model's, to show what it trades.
WIDER = 4.0
THRESHOLDS = (0.2, 0.35, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999)


def make(mentions: int, folder: Path) -> Path:
    """Write generated mentions and their truth as Parquet, if not there; gives the file of mentions."""
    from peelian.linking.generate import generate

    path = folder / f"mentions-{mentions}.parquet"
    if not path.exists():
        made = generate(mentions, seed=SEED)
        pq.write_table(made.mentions, path)
        pq.write_table(made.truth, folder / f"truth-{mentions}.parquet")
    return path


def peelian(path: Path, memory: str, join: float | None = None) -> tuple[pa.Table, Figures]:
    """Link with the model and weights that ship, and its band or another; gives id and person."""
    import splink  # noqa: F401  (imports are timed for neither)

    from peelian.linking.large import link_table

    start = time.perf_counter()
    found = link_table(pq.read_table(path), memory=memory, threads=2, join=join)
    seconds = time.perf_counter() - start
    return found.persons, {
        "seconds": seconds,
        "candidates": found.candidates,
        "clustered_singly": found.by_hand,
    }


def matters(path: Path, memory: str) -> tuple[pa.Table, Figures]:
    """Make the cases of the persons that `peelian` found, which lie beside the mentions."""
    from peelian.linking.large_cases import cases_table

    data = pq.read_table(path)
    persons = pq.read_table(path.with_name(path.name.replace("mentions", "peelian")))
    start = time.perf_counter()
    found = cases_table(data, persons, memory=memory)
    return found, {"seconds": time.perf_counter() - start}


_SPLIT = """
create table mentions as select id as unique_id, document, force, rank, label, collar_number,
    nullif(regexp_extract(name, '^(\\S+)\\s', 1), '') as first_name,
    regexp_extract(name, '(\\S+)$', 1) as surname,
    (left(published, 4)::int - age)::varchar as birth_year,
    sentenced_on, proceeding_date, outcome,
    case when len(offences) > 0 then offences end as offences, courts[1] as court
from read_parquet(?)
"""


def plain(path: Path, memory: str) -> tuple[pa.Table, Figures]:
    """Link with plain Splink; gives the pairs (a, b, probability) from 0.2 on, clustered once in its time."""
    import logging

    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    start = time.perf_counter()
    connection = duckdb.connect()
    connection.execute(f"set threads = 2; set memory_limit = '{memory}'")
    connection.execute(_SPLIT, [str(path)])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.LevenshteinAtThresholds("birth_year", 1),
            cl.ExactMatch("force").configure(term_frequency_adjustments=True),
            cl.ExactMatch("rank").configure(term_frequency_adjustments=True),
            cl.ExactMatch("collar_number"),
            cl.ExactMatch("label"),
            cl.LevenshteinAtThresholds("sentenced_on", [1, 2]),
            cl.LevenshteinAtThresholds("proceeding_date", [1, 2]),
            cl.ExactMatch("outcome"),
            cl.ExactMatch("court"),
            cl.ArrayIntersectAtSizes("offences", [2, 1]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("surname", "force", "substr(first_name, 1, 1)"),
            block_on("surname", "proceeding_date"),
            block_on("surname", "sentenced_on"),
            block_on("force", "proceeding_date", "rank"),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register("mentions", dataset_display_name="mentions"), settings, log_level=None)
    sure = [block_on("first_name", "surname", "force", "proceeding_date")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("force", "proceeding_date"))
    pairs = linker.inference.predict(threshold_match_probability=0.2, warning_mode="never")
    linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    seconds = time.perf_counter() - start
    found = connection.execute(
        f"select unique_id_l as a, unique_id_r as b, match_probability from {pairs.physical_name}"
    ).to_arrow_table()
    return found, {"seconds": seconds}


def measured(which: str, path: Path, memory: str, out: Path) -> Figures:
    """Run one linker in a process of its own; its result goes to `out`."""
    command = [sys.executable, __file__, "--one", which, str(path), memory, str(out)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def one(which: str, path: Path, memory: str, out: Path) -> None:
    """Run one linker here, write what it found, print its figures."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    if which == "plain":
        table, figures = plain(path, memory)
    elif which == "cases":
        table, figures = matters(path, memory)
    else:
        table, figures = peelian(path, memory, WIDER if which == "wider" else None)
    figures["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    pq.write_table(table, out)
    print(json.dumps(figures))


def persons_quality(persons: pa.Table, truth: pa.Table) -> Figures:
    """Pairwise precision, recall and F1 of persons."""
    with duckdb.connect() as connection:
        connection.register("persons", persons)
        connection.register("truth", truth)
        row = connection.execute(
            "with x as (select t.person as t, p.person as p from persons p join truth t using (id)), "
            "n as (select (select sum(n * (n - 1) / 2) from (select count(*) n from x group by t)) as t, "
            "(select sum(n * (n - 1) / 2) from (select count(*) n from x group by p)) as p, "
            "(select sum(n * (n - 1) / 2) from (select count(*) n from x group by t, p)) as both_ways) "
            "select both_ways, p, t from n"
        ).fetchone()
    return _quality(*row) if row else {}


def pairs_quality(
    pairs: pa.Table, truth: pa.Table, thresholds: tuple[float, ...] = THRESHOLDS
) -> list[Figures]:
    """Pairwise quality at each threshold of the predictions as they are, and of the persons they make."""
    import numpy as np

    from peelian.linking.large import components

    out = []
    with duckdb.connect() as connection:
        connection.register("pairs", pairs)
        connection.register("truth", truth)
        total = connection.execute(
            "select sum(n * (n - 1) / 2) from (select count(*) n from truth group by person)"
        ).fetchone()
        connection.execute(
            "create table numbered as select id, person, row_number() over () - 1 as place from truth"
        )
        connection.execute(
            "create table judged as select x.place as l, y.place as r, x.person = y.person as right_one, "
            "match_probability as p from pairs join numbered x on a = x.id join numbered y on b = y.id"
        )
        order = connection.execute("select id, person from numbered order by place").to_arrow_table()
        for threshold in thresholds:
            told = connection.execute(
                "select l, r, right_one from judged where p >= ?", [threshold]
            ).to_arrow_table()
            left, right = (told.column(c).to_numpy().astype(np.int64) for c in "lr")
            made = pa.table({"id": order.column("id"), "person": components(order.num_rows, left, right)})
            right_ones = int(told.column("right_one").to_numpy().sum())
            out.append(
                {
                    "threshold": threshold,
                    "pairs": _quality(right_ones, told.num_rows, total[0] if total else 0),
                    "persons": persons_quality(made, truth),
                }
            )
    return out


def _quality(both: float, predicted: float, true: float) -> Figures:
    precision, recall = both / max(predicted, 1), both / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def judged_cases(size: int, folder: Path, memory: str) -> Figures:
    """Make and judge the cases of one size, of which the persons are in the folder."""
    out = folder / f"cases-{size}.parquet"
    found = measured("cases", folder / f"mentions-{size}.parquet", memory, out)
    truth = pq.read_table(folder / f"truth-{size}.parquet").select(["id", "case"])
    found["seconds"] = round(found["seconds"], 1)
    made = pq.read_table(out).rename_columns(["id", "person"])
    found["cases"] = persons_quality(made, truth.rename_columns(["id", "person"]))
    print(size, "cases", json.dumps(found), flush=True)
    return found


def compare(size: int, folder: Path, memory: str) -> Figures:
    """Run both on one size and judge them."""
    path = make(size, folder)
    truth = pq.read_table(folder / f"truth-{size}.parquet")
    figures: Figures = {"mentions": truth.num_rows, "officers": len(truth.column("person").unique())}
    for which in ("plain", "peelian", "wider"):
        out = folder / f"{which}-{size}.parquet"
        found = measured(which, path, memory, out)
        found["seconds"] = round(found["seconds"], 1)
        if which != "plain":
            found["persons"] = persons_quality(pq.read_table(out), truth)
        else:
            found["thresholds"] = pairs_quality(pq.read_table(out), truth)
            found["best_pairs"] = max(found["thresholds"], key=lambda t: t["pairs"]["f1"])
            found["best_persons"] = max(found["thresholds"], key=lambda t: t["persons"]["f1"])
        figures[which] = found
        print(size, which, json.dumps({k: v for k, v in found.items() if k != "thresholds"}), flush=True)
    figures["cases"] = judged_cases(size, folder, memory)
    ours, theirs = figures["peelian"], figures["plain"]
    figures["ratio"] = {
        "seconds": round(ours["seconds"] / theirs["seconds"], 2),
        "peak_mb": round(ours["peak_mb"] / theirs["peak_mb"], 2),
    }
    usual = next(x for x in theirs["thresholds"] if x["threshold"] == USUAL)
    figures["better_in_precision_and_recall"] = {
        "peelian than plain at 0.95": _better(ours, usual),
        "peelian than plain at its best F1": _better(ours, theirs["best_persons"]),
        "wider than plain at its best F1": _better(figures["wider"], theirs["best_persons"]),
    }
    figures["within_4_gb"] = ours["peak_mb"] * 1024 <= LIMIT_KB
    return figures


def _better(ours: Figures, theirs: Figures) -> bool:
    """Whether ours are better in precision and in recall than both the pairs and the persons of theirs."""
    return all(
        ours["persons"][k] > theirs[kind][k] for k in ("precision", "recall") for kind in ("pairs", "persons")
    )


def page(found: Figures) -> str:
    """The figures as they stand on the page about linking at scale."""
    out = [
        "| mentions | linker | seconds | peak memory | precision | recall | F1 |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]

    def line(run: Figures, name: str, timed: Figures, quality: Figures) -> None:
        told = " | ".join(f"{quality[k]:.3f}" for k in ("precision", "recall", "f1"))
        gb = f"{timed['peak_mb'] / 1024:.1f} GB"
        out.append(f"| {run['mentions']:,} | {name} | {timed['seconds']:.0f} | {gb} | {told} |")

    for run in found["runs"]:
        theirs = run["plain"]
        usual = next(x for x in theirs["thresholds"] if x["threshold"] == USUAL)
        line(run, "Peelian", run["peelian"], run["peelian"]["persons"])
        line(run, "Peelian, wider", run["wider"], run["wider"]["persons"])
        line(run, f"plain Splink, {USUAL}", theirs, usual["persons"])
        least = theirs["best_persons"]["threshold"]
        line(run, f"plain Splink, {least} (its best)", theirs, theirs["best_persons"]["persons"])
    last = found["runs"][-1]
    out += [
        "",
        f"At {last['mentions']:,} mentions Peelian takes {last['ratio']['seconds']} times the seconds of plain Splink "
        f"and {last['ratio']['peak_mb']} times its memory; it weighs {last['peelian']['candidates']:,} pairs.",
    ]
    if all("cases" in run for run in found["runs"]):
        made = "; ".join(
            f"{run['mentions']:,} mentions in {run['cases']['seconds']:.0f} s, precision "
            f"{run['cases']['cases']['precision']:.3f}, recall {run['cases']['cases']['recall']:.3f}"
            for run in found["runs"]
        )
        out += ["", f"Cases, made of the persons afterwards: {made} (pairs of mentions of one case)."]
    if "incremental" in found:
        out += [
            "",
            "Adding 100 documents with `link_new` to a linked casebook in a DuckDB file:",
            "",
            "| mentions | linking the whole | adding 100 documents | ratio | mentions looked at again |",
            "| ---: | ---: | ---: | ---: | ---: |",
        ]
        for run in found["incremental"]:
            out.append(
                f"| {run['mentions']:,} | {run['seconds_whole']:.0f} s | {run['seconds_added']:.1f} s "
                f"| {run['ratio']:.3f} | {run['mentions_looked_at_again']} |"
            )
        judged = [r for r in found["incremental"] if "new_mentions_with_the_same_person" in r]
        if judged:
            same = " and ".join(
                f"{r['new_mentions_with_the_same_person']} of {r['mentions_added']}" for r in judged
            )
            out += ["", f"Against a run over everything, {same} new mentions have the very same person."]
    if "peers" in found:
        peers = found["peers"]
        out += [
            "",
            f"Beside nomenklatura's `xref`, on {peers['mentions']:,} mentions of which {peers['named']:,} have a name "
            "(figures on these alone; nomenklatura's pairs at the threshold that is best for it):",
            "",
            "| linker | seconds | precision | recall | F1 |",
            "| --- | ---: | ---: | ---: | ---: |",
        ]
        for name, run in peers.items():
            if isinstance(run, dict):
                quality = run["named"].get("pairs", run["named"])
                told = " | ".join(f"{quality[k]:.3f}" for k in ("precision", "recall", "f1"))
                out.append(f"| {name.replace('peelian', 'Peelian')} | {run['seconds']:.0f} | {told} |")
    return "\n".join(out)


def write_page() -> None:
    """Put the figures of linking_scale.json into the page."""
    text = PAGE.read_text("utf-8")
    start, end = "<!-- figures: python benchmarks/linking_scale.py --page -->", "<!-- end of figures -->"
    before, _, rest = text.partition(start)
    made = page(json.loads(TARGET.read_text("utf-8")))
    PAGE.write_text(f"{before}{start}\n\n{made}\n\n{end}{rest.partition(end)[2]}", "utf-8")


def main() -> None:
    """Measure the sizes asked for."""
    if sys.argv[1:] == ["--page"]:
        write_page()
        return
    if sys.argv[1:2] == ["--one"]:
        which, path, memory, out = sys.argv[2:6]
        one(which, Path(path), memory, Path(out))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--memory", default="2GB", help="DuckDB's limit, for both (default 2GB)")
    parser.add_argument("--folder", type=Path, help="where to keep the tables (default: nowhere)")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    parser.add_argument(
        "--only-cases", action="store_true", help="only the cases, of an earlier run's folder and file"
    )
    asked = parser.parse_args()
    if asked.only_cases:
        found = json.loads(asked.json.read_text("utf-8"))
        for size, run in zip(asked.sizes.split(","), found["runs"], strict=True):
            run["cases"] = judged_cases(int(size), asked.folder, asked.memory)
        asked.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        return
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        runs = [compare(int(size), folder, asked.memory) for size in asked.sizes.split(",")]
    found = {"seed": SEED, "memory_limit": asked.memory, "cores": 2, "runs": runs}
    if asked.json:
        kept = json.loads(asked.json.read_text("utf-8")) if asked.json.exists() else {}
        asked.json.write_text(json.dumps({**kept, **found}, indent=1) + "\n", "utf-8")
    for run in runs:
        told = run["better_in_precision_and_recall"]
        print(run["mentions"], run["ratio"], told, "within 4 GB:", run["within_4_gb"])


if __name__ == "__main__":
    main()
