"""How fast the casebook is: adding, linking, deriving, rebuilding, on casebooks of several sizes.

    python benchmarks/casebook_scale.py --cases 10000 --casebook /tmp/large --json benchmarks/casebook_figures.json

Makes the casebook with ``generate_casebook`` if it is not there, then measures on it, each in a process of its
own: adding 100 new documents (store, compare, link, derive), adding the same again, deciding, deriving every case
anew, rebuilding. Peak memory is the process's own; CPU seconds
are given too, since the machine may be at other work. Figures go into the JSON file under the number of cases.
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
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def _documents(count: int) -> Path:
    """Texts of officers that the casebook does not hold."""
    folder = Path(tempfile.mkdtemp(prefix="peelian-new-"))
    names = ("Zephyr", "Zinnia", "Zebedee", "Zillah")
    for n in range(count):
        (folder / f"new{n:04}.txt").write_text(
            f"Constable dismissed\n\nPublished {n % 26 + 1} July 2024\n\nPC {names[n % 4]} Harbottle-{chr(65 + n % 26)}ystone, "
            f"{25 + n % 30}, of Kent Police, was dismissed without notice after a misconduct hearing on {n % 25 + 1} June 2024. "
            f"The panel found breaches of the standards of honesty and integrity. Reference {time.time_ns()}.\n"
        )
    return folder


def _measured(act: Callable[[], Any]) -> dict[str, float]:
    started, cpu = time.perf_counter(), time.process_time()
    act()
    return {
        "seconds": round(time.perf_counter() - started, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _run(step: str, casebook: Path) -> dict[str, float]:
    """Do one step on the casebook, here."""
    from peelian.cli.casebook import open_casebook

    open_casebook(casebook)
    from peelian.casebook import adding, deriving
    from peelian.casebook.audit import Actor
    from peelian.casebook.deciding import decide
    from peelian.casebook.models import Case, Mention, Statement
    from peelian.casebook.rebuild import rebuild

    if step in ("add_100", "add_again"):
        places = [adding.Place(str(path)) for path in sorted(Path(os.environ["PEELIAN_NEW"]).iterdir())]
        return _measured(lambda: adding.add(places))
    if step == "decide_20":
        keys = list(Statement.internal.filter(field="rank").values_list("key", flat=True)[:20])
        return _measured(lambda: [decide("accept", key, actor=Actor("benchmark")) for key in keys])
    if step == "judge_10":
        pairs = list(Mention.internal.order_by("pk").values_list("key", flat=True)[:2000:100])
        return _measured(
            lambda: [
                decide("unsure", one, other, actor=Actor("benchmark"))
                for one, other in zip(pairs[::2], pairs[1::2], strict=True)
            ]
        )
    if step == "derive_1000":
        Case.internal.filter(
            pk__in=list(Case.internal.order_by("pk").values_list("pk", flat=True)[:1000])
        ).update(stale=True)
        return _measured(deriving.derive_stale)
    if step == "rebuild":
        return _measured(rebuild)
    raise SystemExit(f"no step {step}")


STEPS = ("add_100", "add_again", "decide_20", "judge_10", "derive_1000", "rebuild")


def main() -> None:
    """Measure and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--casebook", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--steps", default=",".join(STEPS))
    parser.add_argument("--step", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(_run(options.step, options.casebook)))
        return
    figures: dict[str, Any] = {}
    if not (options.casebook / "casebook.sqlite3").exists():
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, str(HERE / "generate_casebook.py"), "--cases", str(options.cases), "--casebook", str(options.casebook)],
            check=True,
        )  # fmt: skip
        figures["generate"] = {"seconds": round(time.perf_counter() - started, 1)}
    environment = {**os.environ, "PEELIAN_NEW": str(_documents(100))}
    for step in options.steps.split(","):
        run = subprocess.run(
            [sys.executable, __file__, "--casebook", str(options.casebook), "--step", step],
            check=True, capture_output=True, text=True, env=environment,
        )  # fmt: skip
        figures[step] = json.loads(run.stdout.splitlines()[-1])
        print(f"{step:12} {figures[step]}", flush=True)
    figures["database_mb"] = round((options.casebook / "casebook.sqlite3").stat().st_size / 1e6)
    figures["load_at_the_end"] = round(os.getloadavg()[0], 1)
    if options.json:
        held = json.loads(options.json.read_text()) if options.json.exists() else {}
        held[str(options.cases)] = figures
        options.json.write_text(json.dumps(held, indent=1) + "\n")


if __name__ == "__main__":
    main()
