"""kill -9 at any moment loses nothing that was reported as done and leaves no half document."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SURNAMES = ("Ashdown", "Birkett", "Cranleigh", "Dunmore", "Everdene", "Farthing", "Garraway", "Hollis")
FORCES = ("Kent Police", "Essex Police", "Sussex Police", "Norfolk Constabulary", "Durham Constabulary")


def _documents(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        name = f"{('Alwyn', 'Bram', 'Corin', 'Dorcas')[n % 4]} {SURNAMES[n % 8]}-{SURNAMES[(n // 8) % 8]}"
        force = FORCES[n % 5]
        (folder / f"d{n:03}.txt").write_text(
            f"{force} officer dismissed\n\nPublished {n % 27 + 1} May 2021\n\nPC {name}, {30 + n % 20}, of {force}, was "
            f"dismissed without notice after a misconduct hearing on {n % 26 + 1} May 2021. He had pleaded guilty to "
            f"theft at Maidstone Crown Court and was fined £{200 + n}.\n"
        )
    return folder


def _environment() -> dict[str, str]:
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("PEELIAN", "DJANGO", "DATABASE"))}
    return {**keep, "PYTHONUNBUFFERED": "1"}


def _start(clippings: Path, casebook: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "peelian", "add", str(clippings), "--casebook", str(casebook), "--list"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment(),
    )  # fmt: skip


def _ids(out: str) -> set[str]:
    """The ids of what was told as stored; half a line tells of nothing."""
    return {line.partition("\t")[0] for line in out.split("\n")[:-1]}


def _rows(casebook: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(casebook / "casebook.sqlite3")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _check_whole(casebook: Path, reported: set[str]) -> None:
    """All that was reported is there, and each document that is there is there wholly."""
    assert _rows(casebook, "PRAGMA integrity_check") == [("ok",)]
    assert _rows(casebook, "PRAGMA foreign_key_check") == []
    there = {row[0] for row in _rows(casebook, "SELECT public_id FROM casebook_source")}
    assert reported <= there
    half = _rows(
        casebook,
        """SELECT s.public_id FROM casebook_source s
           LEFT JOIN casebook_sourcetext t ON t.source_id = s.id
           LEFT JOIN casebook_reading r ON r.source_id = s.id AND r.current
           LEFT JOIN casebook_mention m ON m.source_id = s.id
           LEFT JOIN casebook_statement w ON w.mention_id = m.id
           GROUP BY s.id HAVING count(t.source_id) = 0 OR count(r.id) = 0 OR count(w.id) = 0""",
    )
    assert half == []
    for (sha256,) in _rows(casebook, "SELECT sha256 FROM casebook_source"):
        assert (casebook / "originals" / sha256[:2] / sha256).is_file()


def _state(casebook: Path) -> list[Any]:
    return [
        _rows(casebook, "SELECT public_id, facts FROM casebook_case ORDER BY public_id"),
        _rows(casebook, "SELECT public_id, name FROM casebook_person ORDER BY public_id"),
        _rows(casebook, "SELECT c.public_id, e.key FROM casebook_event e JOIN casebook_case c ON c.id = e.case_id "
                        "ORDER BY 1, e.position"),
        _rows(casebook, "SELECT key, pointer, value FROM casebook_statement ORDER BY key"),
    ]  # fmt: skip


@pytest.mark.slow
def test_killed_at_any_moment_and_gone_on_with(tmp_path: Path) -> None:
    clippings = _documents(tmp_path / "clippings", 60)
    begun = time.monotonic()
    whole = _start(clippings, tmp_path / "whole")
    out, err = whole.communicate(timeout=300)
    took = time.monotonic() - begun
    assert whole.returncode == 0, err
    assert len(_ids(out)) == 60
    assert out.split("\n")[0].endswith("\t" + str(clippings / "d000.txt"))

    chance = random.Random(20261122)
    casebook, reported, killed = tmp_path / "killed", set[str](), 0
    for _ in range(40):
        begun = time.monotonic()
        process = _start(clippings, casebook)
        try:
            out, _ = process.communicate(timeout=chance.uniform(0.15, 0.7) * took)
            reported |= _ids(out)
            assert process.returncode == 0
            if killed:
                break
            took = time.monotonic() - begun  # the machine is less busy than it was: anew, and sooner
            shutil.rmtree(casebook)
            reported.clear()
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            out, _ = process.communicate(timeout=300)
            killed += 1
            reported |= _ids(out)
            if (casebook / "casebook.sqlite3").exists() and _rows(
                casebook, "SELECT 1 FROM sqlite_master WHERE name = 'casebook_statement'"
            ):
                _check_whole(casebook, reported)
        if killed >= 8:
            break
    assert (
        killed >= 1
    )  # how often depends on how far each run came before; a machine that is quick is done soon
    last = _start(clippings, casebook)
    _, err = last.communicate(timeout=300)
    assert last.returncode == 0, err
    _check_whole(casebook, reported)
    assert _state(casebook) == _state(tmp_path / "whole")


@pytest.mark.slow
def test_killed_while_cases_are_worked_out(tmp_path: Path) -> None:
    """Killed after all is stored: the next run links and derives what is left, and says so until then."""
    clippings = _documents(tmp_path / "clippings", 30)
    casebook = tmp_path / "casebook"
    process = _start(clippings, casebook)
    assert process.stdout is not None
    for _ in range(30):
        assert process.stdout.readline()
    process.kill()
    process.communicate(timeout=300)
    _check_whole(casebook, set())
    told = subprocess.run(
        [sys.executable, "-m", "peelian", "cases", "--casebook", str(casebook)],
        capture_output=True, text=True, env=_environment(), check=True,
    )  # fmt: skip
    if not _rows(casebook, "SELECT 1 FROM casebook_case WHERE facts IS NOT NULL"):
        assert "peelian add` without a path" in told.stderr
    subprocess.run(
        [sys.executable, "-m", "peelian", "add", "--casebook", str(casebook)],
        capture_output=True, env=_environment(), check=True,
    )  # fmt: skip
    assert len(_rows(casebook, "SELECT 1 FROM casebook_mention WHERE person_id IS NULL")) == 0
    assert len(_rows(casebook, "SELECT 1 FROM casebook_case WHERE facts IS NULL")) == 0


@pytest.mark.slow
def test_two_that_start_at_once_on_a_new_casebook(tmp_path: Path) -> None:
    """One makes the tables and the other waits for them; one adds, and the other adds after it or is told to wait."""
    clippings = [_documents(tmp_path / name, 3) for name in ("one", "two")]
    both = [_start(some, tmp_path / "book") for some in clippings]
    told = [process.communicate(timeout=240)[1] for process in both]
    for process, words in zip(both, told, strict=True):
        assert process.returncode == 0 or "Another process is writing" in words, words
    assert any(process.returncode == 0 for process in both)
    _check_whole(tmp_path / "book", set())
