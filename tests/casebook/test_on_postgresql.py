"""The same tests on PostgreSQL: a throw-away cluster, and this folder's tests run against it.

Runs where Debian's PostgreSQL is installed, or must be (PEELIAN_TEST_POSTGRES=1: then it fails without).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook.conftest import SAMPLES
from tests.casebook.postgresql_cluster import binaries, cluster, environment, run_tests

HERE = Path(__file__).parent
MUST = os.environ.get("PEELIAN_TEST_POSTGRES") == "1"
#: Tests that look into the SQLite file itself, or need no database. Backups of PostgreSQL open a second database,
#: which Django's test cases forbid: they are tested below, by the command line.
NOT_THESE = (
    "test_on_postgresql.py",
    "test_interrupted.py",
    "test_commands.py",
    "test_backup.py",
    "test_originals.py",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(binaries() is None and not MUST, reason="PostgreSQL is not installed"),
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="this run is on a database of its own"),
]


@pytest.fixture
def url() -> Iterator[str]:
    """The address of an empty database."""
    with cluster() as address:
        yield address


def test_the_casebook_on_postgresql(url: str) -> None:
    ignored = [f"--ignore={HERE / name}" for name in NOT_THESE]
    run_tests(url, str(HERE), *ignored)


def _peelian(url: str | None, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "peelian", *arguments], env=environment(url), capture_output=True, text=True
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


def _cases(url: str | None, casebook: Path) -> list[str]:
    told = _peelian(url, "cases", "--casebook", str(casebook), "--format", "jsonl")
    return sorted(json.dumps(json.loads(line), sort_keys=True) for line in told.splitlines())


def test_a_casebook_moves_from_sqlite_to_postgresql_and_back(url: str, tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    _peelian(None, "add", *map(str, sorted(SAMPLES.glob("[o-v]*"))), "--casebook", str(first))
    cases = _cases(None, first)
    assert len(cases) > 5
    _peelian(None, "backup", str(tmp_path / "one.zip"), "--casebook", str(first))
    _peelian(url, "restore", str(tmp_path / "one.zip"), "--casebook", str(second))
    assert not (second / "casebook.sqlite3").exists()
    assert _cases(url, second) == cases
    # What comes next gets numbers of its own, and the trail goes on.
    _peelian(url, "add", str(SAMPLES / "blewett-ansah-dismissed.rtf"), "--casebook", str(second))
    mention = _peelian(url, "decide", "list", json.loads(cases[0])["id"], "--casebook", str(second)).split()[
        0
    ]
    _peelian(url, "decide", "add", mention, "residence", "Ely", "--actor", "ada", "--casebook", str(second))
    _peelian(url, "audit", "verify", "--originals", "--casebook", str(second))
    _peelian(url, "rebuild", "--casebook", str(second))
    cases = _cases(url, second)
    _peelian(url, "backup", str(tmp_path / "two.zip"), "--casebook", str(second))
    _peelian(None, "restore", str(tmp_path / "two.zip"), "--casebook", str(third))
    assert _cases(None, third) == cases
    _peelian(None, "audit", "verify", "--originals", "--casebook", str(third))
    again = subprocess.run(
        [sys.executable, "-m", "peelian", "restore", str(tmp_path / "one.zip"), "--casebook", str(tmp_path / "fourth")],
        env=environment(url), capture_output=True, text=True,
    )  # fmt: skip
    assert again.returncode == 4 and "holds a casebook" in again.stderr
    assert not (tmp_path / "fourth").exists()
    assert _cases(url, second) == cases
