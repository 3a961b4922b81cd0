"""How fast the pages answer on 100,000 published cases, beside Datasette with the same cases and questions.

    python benchmarks/web_cases.py --casebook /tmp/templates --templates 500 --out /tmp/templates.jsonl
    python benchmarks/web_speed.py --templates /tmp/templates.jsonl --cases 100000 --datasette /tmp/venv/bin/datasette

One process each (gunicorn as ``peelian serve`` starts it; ``datasette serve``), one after the other in the same
run. A clock asks 20 times a second, whatever the answers take (an open loop: a slow answer does not slow the
questions), half searches, half cases, drawn with a fixed seed. Time is from the moment a question was due to
the last byte of its answer. Figures go to benchmarks/web_speed.json with the load of the machine at the time.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).parent))
HERE = Path(__file__).parent
FORCES = ("kent", "essex", "gwent", "sussex", "west_midlands", "norfolk", "metropolitan", "surrey")
OUTCOMES = ("dismissed_without_notice", "final_written_warning", "written_warning")
WORDS = (
    "computer misuse",
    "honesty integrity",
    "perverting justice",
    "Maidstone Crown Court",
    "dismissed",
    "fraud",
)


def fill(casebook: Path, templates: Path, cases: int) -> None:
    """Index the cases, as after a publication of all (run as a process of its own: ``--fill``)."""
    os.environ["PEELIAN_CASEBOOK"] = str(casebook)
    os.environ["DJANGO_SETTINGS_MODULE"] = "peelian.server.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import connection

    from peelian.web import index

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    index.rebuild(told(templates, cases), lambda n: print(f"\r{n:,}", end="", file=sys.stderr))


def told(templates: Path, cases: int) -> Iterator[Any]:
    """The published cases."""
    from peelian.publication.shapes import PublishedCase
    from web_cases import tellings

    return (PublishedCase.from_json(body) for body in tellings(templates, cases))


def export_cases(folder: Path, templates: Path, cases: int) -> None:
    """The export's SQLite file with its table of cases alone (``--export``).

    The statements, events and sources that a row's page in Datasette also counts are left out: with some four
    million rows of them it would have more to do, not less.
    """
    from peelian.publication.exports import sqlite, tables

    only = {"cases": tables.tables()["cases"]}
    sqlite.tables = lambda: only  # type: ignore[assignment]
    sqlite._INDEXED = {"cases": sqlite._INDEXED["cases"]}  # type: ignore[misc]
    folder.mkdir(parents=True, exist_ok=True)
    writer = sqlite.SqliteWriter(folder)
    for case in told(templates, cases):
        writer.add(case)
    writer.close()


@contextlib.contextmanager
def server(
    command: list[str], port: int, health: str, env: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A server until the block ends; ready when ``health`` answers."""
    process = subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                if ask(port, health)[0] == 200:
                    break
            time.sleep(0.2)
        yield process
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, address: str) -> tuple[int, int]:
    """Status and number of bytes of one answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", address, headers={"Accept": "text/html"})
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    finally:
        connection.close()


def questions(
    count: int, ids: list[str], names: list[str], seed: int = 2
) -> list[tuple[str, dict[str, str]]]:
    """(kind, what is asked): half cases; searches by name, by words, by facet, by words and facet, none."""
    rng = random.Random(seed)
    found: list[tuple[str, dict[str, str]]] = []
    for n in range(count):
        if n % 2:
            found.append(("case", {"id": rng.choice(ids)}))
            continue
        kind = rng.choice(("name", "words", "facet", "both", "newest"))
        asked = {}
        if kind == "name":
            asked["q"] = rng.choice(names)
        if kind in ("words", "both"):
            asked["q"] = rng.choice(WORDS)
        if kind in ("facet", "both"):
            asked["force"] = rng.choice(FORCES)
        if kind == "facet":
            asked["outcome"] = rng.choice(OUTCOMES)
        found.append(("search", asked))
    return found


def for_peelian(kind: str, asked: dict[str, str]) -> str:
    """The address of a question here."""
    return f"/cases/{asked['id']}/" if kind == "case" else f"/cases/?{urlencode(asked)}"


def for_datasette(kind: str, asked: dict[str, str], database: str) -> str:
    """The address of the same question at Datasette: the same words, filters and facets, 20 rows, newest first."""
    if kind == "case":
        return f"/{database}/cases/{quote(asked['id'])}"
    pairs = [("_size", "20"), ("_sort_desc", "proceeding_dates")] + [
        ("_facet", name) for name in ("forces", "outcomes")
    ]
    if "q" in asked:
        pairs.append(("_search", asked["q"]))
    pairs += [(f"{name}s__contains", asked[name]) for name in ("force", "outcome") if name in asked]
    return f"/{database}/cases?{urlencode(pairs)}"


def measure(port: int, addresses: list[tuple[str, str]], rate: float, threads: int = 24) -> dict[str, Any]:
    """Ask at a steady rate; milliseconds from when each question was due, by kind."""
    took: list[tuple[str, float, int, int]] = []
    lock = threading.Lock()
    start = time.monotonic() + 0.5
    waiting = iter(list(enumerate(addresses)))

    def work() -> None:
        while True:
            with lock:
                n, (kind, address) = next(waiting, (-1, ("", "")))
            if n < 0:
                return
            due = start + n / rate
            time.sleep(max(0.0, due - time.monotonic()))
            try:
                status, size = ask(port, address)
            except OSError:
                status, size = 0, 0
            with lock:
                took.append((kind, 1000 * (time.monotonic() - due), status, size))

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return {
        kind: summary([row for row in took if kind in ("all", row[0])]) for kind in ("all", "search", "case")
    }


def summary(rows: list[tuple[str, float, int, int]]) -> dict[str, Any]:
    """Percentiles of the answers that were right, and how many were not."""
    right = sorted(row[1] for row in rows if row[2] == 200)
    if not right:
        return {"asked": len(rows), "failed": len(rows)}
    at = {f"p{p}_ms": round(right[min(len(right) - 1, int(len(right) * p / 100))], 1) for p in (50, 95, 99)}
    return {
        "asked": len(rows),
        "failed": len(rows) - len(right),
        **at,
        "most_ms": round(right[-1], 1),
        "middle_bytes": sorted(row[3] for row in rows)[len(rows) // 2],
    }


def main() -> None:
    """Fill, measure both, write the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--templates", type=Path, required=True)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--casebook", type=Path, default=Path("/tmp/web-speed"))
    parser.add_argument(
        "--datasette", type=Path, help="datasette's program; without it only Peelian is measured"
    )
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--fill", action="store_true", help="only fill the casebook")
    parser.add_argument("--export", action="store_true", help="only make Datasette's file")
    parser.add_argument("--out", type=Path, default=HERE / "web_speed.json")
    options = parser.parse_args()
    exported = options.casebook.with_name(f"{options.casebook.name}-export") / "peelian.db"
    if options.fill or not (options.casebook / "casebook.sqlite3").exists():
        fill(options.casebook, options.templates, options.cases)
    if options.export or (options.datasette and not exported.exists()):
        export_cases(exported.parent, options.templates, options.cases)
    if options.fill or options.export:
        return
    import sqlite3

    with sqlite3.connect(options.casebook / "casebook.sqlite3") as base:
        rows = base.execute("SELECT case_id, names FROM web_entry WHERE id % 37 = 0").fetchall()
        held = base.execute("SELECT count(*) FROM web_entry").fetchone()[0]
    ids, names = [row[0] for row in rows], [row[1] for row in rows if row[1]]
    asked = questions(int(options.seconds * options.rate), ids, names)
    found: dict[str, Any] = {
        "cases": held,
        "rate_per_second": options.rate,
        "seconds": options.seconds,
        "cores": os.cpu_count(),
    }
    port = free_port()
    # As `peelian serve` starts it, but for its look whether the index is up to date: the index was made without
    # the tables from which publication would make it again (and would be emptied).
    command = [sys.executable, "-c", f"from peelian.server.serving import serve; serve('127.0.0.1', {port})"]
    with server(command, port, "/health", {"PEELIAN_CASEBOOK": str(options.casebook)}):
        addresses = [(kind, for_peelian(kind, what)) for kind, what in asked]
        for _, address in addresses[:40]:
            ask(port, address)
        found["load_before"] = [round(one, 1) for one in os.getloadavg()]
        found["peelian"] = measure(port, addresses, options.rate)
    if options.datasette:
        port = free_port()
        command = [
            str(options.datasette),
            "serve",
            "-i",
            str(exported),
            "-p",
            str(port),
            "--setting",
            "sql_time_limit_ms",
            "20000",
        ]
        command += ["--setting", "facet_time_limit_ms", "20000"]
        with server(command, port, "/-/versions.json", {}):
            addresses = [(kind, for_datasette(kind, what, exported.stem)) for kind, what in asked]
            for _, address in addresses[:40]:
                ask(port, address)
            found["load_between"] = [round(one, 1) for one in os.getloadavg()]
            found["datasette"] = measure(port, addresses, options.rate)
        found["ratio"] = {
            kind: {
                p: round(found["datasette"][kind][p] / found["peelian"][kind][p], 2)
                for p in ("p50_ms", "p95_ms")
                if p in found["datasette"][kind]
            }
            for kind in ("all", "search", "case")
        }
    options.out.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
