"""How fast the pages answer on 100,000 published cases, beside Datasette with the same cases and questions.

    make bench-web

or by hand:

    python benchmarks/web_cases.py --casebook /tmp/templates --templates 500 --out /tmp/templates.jsonl
    python benchmarks/web_speed.py --templates /tmp/templates.jsonl --cases 100000 --datasette .venv-datasette/bin/datasette

One process each (gunicorn as ``peelian serve`` starts it; ``datasette serve``), one after the other in the same
run. First each is asked one question at a time. Then a clock asks 20 times a second, whatever the answers take (an
open loop: a slow answer does not slow the questions), half searches, half cases, drawn with a fixed seed. Time is
from the moment a question was due to the last byte of its answer; one that is not answered ``GRACE`` seconds after
the last was due has failed. Figures go to benchmarks/web_speed.json with the load of the machine at the time, and
from there into docs/explanation/web-speed.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import socket
import sqlite3
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
from web_figures import filled

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "explanation" / "web-speed.md"
GRACE = 30
#: So many questions are asked before anything is measured, and so many one at a time.
WARM, ALONE = 20, 60
#: The forces of which most cases are told.
_FORCES = "SELECT force FROM web_entry WHERE force != '' GROUP BY force ORDER BY count(*) DESC, force LIMIT 8"
Asked = tuple[str, dict[str, str]]
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
    from peelian.publication.exports.sqlite import SqliteWriter

    folder.mkdir(parents=True, exist_ok=True)
    writer = SqliteWriter(folder, only=("cases",))
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
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:  # at work on questions that nobody waits for any more
            process.kill()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, address: str, timeout: float = 60) -> tuple[int, int]:
    """Status and number of bytes of one answer."""
    status, body = fetch(port, address, timeout)
    return status, len(body)


def fetch(port: int, address: str, timeout: float = 60) -> tuple[int, bytes]:
    """Status and bytes of one answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", address, headers={"Accept": "text/html"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def questions(count: int, ids: list[str], names: list[str], forces: list[str], seed: int = 2) -> list[Asked]:
    """(kind, what is asked): half cases; searches by name, by words, by facet, by words and facet, none."""
    rng = random.Random(seed)
    found: list[Asked] = []
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
            asked["force"] = rng.choice(forces)
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


def one_by_one(port: int, addresses: list[tuple[str, str]]) -> dict[str, Any]:
    """Ask one question after another; milliseconds of each answer, by kind."""
    took = []
    for kind, address in addresses:
        start = time.monotonic()
        try:
            status, size = ask(port, address)
        except OSError:
            status, size = 0, 0
        took.append((kind, 1000 * (time.monotonic() - start), status, size))
    return by_kind(took)


def measure(port: int, addresses: list[tuple[str, str]], rate: float, threads: int = 24) -> dict[str, Any]:
    """Ask at a steady rate; milliseconds from when each question was due, by kind."""
    took: list[tuple[str, float, int, int]] = []
    lock = threading.Lock()
    start = time.monotonic() + 0.5
    end = start + len(addresses) / rate + GRACE
    waiting = iter(list(enumerate(addresses)))

    def work() -> None:
        while True:
            with lock:
                n, (kind, address) = next(waiting, (-1, ("", "")))
            if n < 0:
                return
            due = start + n / rate
            time.sleep(max(0.0, due - time.monotonic()))
            status, size = 0, 0
            if time.monotonic() < end:
                with contextlib.suppress(OSError):
                    status, size = ask(port, address, timeout=max(1.0, end - time.monotonic()))
            with lock:
                took.append((kind, 1000 * (time.monotonic() - due), status, size))

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return by_kind(took)


def by_kind(took: list[tuple[str, float, int, int]]) -> dict[str, Any]:
    """The figures of all answers, of searches and of cases."""
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
        "most_bytes": max(row[3] for row in rows),
    }


def weights(port: int, ids: list[str], person: str, force: str) -> dict[str, int]:
    """Bytes of one page of each type with the style and script that it loads, uncompressed, without images and type."""
    shared: dict[str, int] = {}
    found = {}
    pages = {
        "home": "/", "search": "/cases/", "case": max(ids, key=lambda one: ask(port, f"/cases/{one}/")[1]),
        "person": f"/persons/{person}/", "forces": "/forces/", "force": f"/forces/{force}/",
        "offences": "/offences/", "courts": "/courts/", "standards": "/standards/", "statistics": "/statistics/",
        "data": "/data/", "about": "/about/", "request": "/requests/new", "alert": "/alerts/new?q=fraud",
    }  # fmt: skip
    pages["case"] = f"/cases/{pages['case']}/"
    for kind, address in pages.items():
        status, body = fetch(port, address)
        if status != 200:
            raise SystemExit(f"{address} answered {status}")
        for path in re.findall(
            r'<(?:link rel="stylesheet" href|script[^>]* src)="(/static/[^"]+)"', body.decode()
        ):
            if path not in shared:
                shared[path] = ask(port, path)[1]
        loaded = set(re.findall(r'"(/static/[^"]+\.(?:css|js))"', body.decode()))
        found[kind] = len(body) + sum(shared.get(path, 0) for path in loaded)
    return found


def peelian(
    options: argparse.Namespace, asked: list[Asked], ids: list[str], person: str, force: str
) -> dict[str, Any]:
    """Peelian's figures. As ``peelian serve`` starts it, but for its look whether the index is up to date: the
    index was made without the tables from which publication would make it again (and would be emptied)."""
    port = free_port()
    command = [sys.executable, "-c", f"from peelian.server.serving import serve; serve('127.0.0.1', {port})"]
    addresses = [(kind, for_peelian(kind, what)) for kind, what in asked]
    with server(command, port, "/health", {"PEELIAN_CASEBOOK": str(options.casebook)}):
        return figures(port, addresses, options.rate) | {"weights": weights(port, ids[:200], person, force)}


def datasette(options: argparse.Namespace, asked: list[Asked], exported: Path) -> dict[str, Any]:
    """Datasette's figures on the export: immutable, its counts worked out before, no limit that would leave a facet out."""
    port = free_port()
    counts = exported.with_name("inspect.json")
    subprocess.run([options.datasette, "inspect", exported, "--inspect-file", counts], check=True)
    command = [
        str(options.datasette),
        "serve",
        "-i",
        str(exported),
        "--inspect-file",
        str(counts),
        "-p",
        str(port),
    ]
    command += ["--setting", "sql_time_limit_ms", "20000", "--setting", "facet_time_limit_ms", "20000"]
    version = subprocess.run(
        [options.datasette, "--version"], check=True, capture_output=True, text=True
    ).stdout
    addresses = [(kind, for_datasette(kind, what, exported.stem)) for kind, what in asked]
    with server(command, port, "/-/versions.json", {}):
        return figures(port, addresses, options.rate) | {"version": version.split()[-1]}


def figures(port: int, addresses: list[tuple[str, str]], rate: float) -> dict[str, Any]:
    """Warmed up, asked one at a time, then at the rate; the machine's load before."""
    for _, address in addresses[:WARM]:
        with contextlib.suppress(OSError):
            ask(port, address)
    return {
        "load_before": [round(one, 1) for one in os.getloadavg()],
        "alone": one_by_one(port, addresses[:ALONE]),
        **measure(port, addresses, rate),
    }


def ratios(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """How many times as long the other takes, by kind; None where one gave no right answer."""
    return {
        kind: {
            p: round(theirs[kind][p] / ours[kind][p], 2) if p in theirs[kind] and p in ours[kind] else None
            for p in ("p50_ms", "p95_ms")
        }
        for kind in ("all", "search", "case")
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
    parser.add_argument("--page", type=Path, default=PAGE, help="the page whose figures are written anew")
    options = parser.parse_args()
    exported = options.casebook.with_name(f"{options.casebook.name}-export") / "peelian.db"
    if options.fill or not (options.casebook / "casebook.sqlite3").exists():
        fill(options.casebook, options.templates, options.cases)
    if options.export or (options.datasette and not exported.exists()):
        export_cases(exported.parent, options.templates, options.cases)
    if options.fill or options.export:
        return
    with sqlite3.connect(options.casebook / "casebook.sqlite3") as base:
        rows = base.execute("SELECT case_id, names FROM web_entry WHERE id % 37 = 0").fetchall()
        held = base.execute("SELECT count(*) FROM web_entry").fetchone()[0]
        forces = [row[0] for row in base.execute(_FORCES).fetchall()]
        (person,) = base.execute("SELECT person_id FROM web_personentry LIMIT 1").fetchone()
    ids, names = [row[0] for row in rows], [row[1] for row in rows if row[1]]
    asked = questions(int(options.seconds * options.rate), ids, names, forces)
    found: dict[str, Any] = {
        "cases": held,
        "rate_per_second": options.rate,
        "seconds": options.seconds,
        "cores": os.cpu_count(),
        "peelian": peelian(options, asked, ids, person, forces[0]),
    }
    if options.datasette:
        found["datasette"] = datasette(options, asked, exported)
        found["ratio"] = ratios(found["peelian"], found["datasette"])
        found["ratio_alone"] = ratios(found["peelian"]["alone"], found["datasette"]["alone"])
    options.out.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    options.page.write_text(filled(options.page.read_text("utf-8"), found), "utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
