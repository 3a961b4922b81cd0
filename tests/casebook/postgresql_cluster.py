"""A PostgreSQL for one test run: made in a temporary folder, reached by a socket there, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder of Debian's PostgreSQL programs, the newest version; None if it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


def _as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root: then its own user runs it."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def cluster() -> Iterator[str]:
    """Run a PostgreSQL and yield the DATABASE_URL of an empty database in it."""
    programs = binaries()
    assert programs is not None, "PostgreSQL is not installed"
    where = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(where, "postgres")
    as_postgres, data = _as_postgres(), where / "data"

    def run(*command: str) -> None:
        subprocess.run([*as_postgres, *command], check=True, capture_output=True, cwd="/tmp")

    try:
        run(
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "peelian",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        options = f"-k {where} -c listen_addresses='' -c fsync=off -c max_connections=40"
        run(str(programs / "pg_ctl"), "-D", str(data), "-o", options, "-w", "-l", str(where / "log"), "start")
        try:
            run(str(programs / "createdb"), "-h", str(where), "-U", "peelian", "casebook")
            yield f"postgres://peelian@{str(where).replace('/', '%2F')}/casebook"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        subprocess.run([*as_postgres, "rm", "-rf", str(where)], check=False, cwd="/tmp")
        shutil.rmtree(where, ignore_errors=True)


def environment(url: str | None) -> dict[str, str]:
    """This process's environment without its casebook, on the database of an address, if one is given."""
    keep = {
        k: v for k, v in os.environ.items() if not k.startswith(("PEELIAN", "DJANGO", "DATABASE", "PYTEST_"))
    }
    return {**keep, "DATABASE_URL": url} if url else keep


def run_tests(url: str, *arguments: str) -> None:
    """Run these tests against the database of an address, in a process of its own; fail as they fail."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments],
        cwd=Path(__file__).parent.parent.parent, env=environment(url), capture_output=True, text=True, timeout=1800,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert " passed" in run.stdout or "[100%]" in run.stdout
