"""Backups: whole, verified, restored to the same; what is damaged or hostile is refused."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from peelian.casebook import archive, backup, originals
from peelian.casebook.adding import Added
from peelian.casebook.archive import BackupProblem
from peelian.casebook.audit import Actor
from peelian.casebook.deciding import decide
from peelian.casebook.models import Case, Source, Statement

pytestmark = pytest.mark.django_db(transaction=True)
Adding = Callable[..., Added]


@pytest.fixture
def made(clippings: Path, adding: Adding, folder: Path, tmp_path: Path) -> Path:
    """A backup of a casebook of three documents, a decision, and a file of another room."""
    adding(clippings)
    decide("accept", Statement.internal.filter(field="rank").first().key, actor=Actor("ada"))  # type: ignore[union-attr]
    (folder / "attachments").mkdir()
    (folder / "attachments" / "note.txt").write_text("a note")
    (folder / "secret-key").write_text("not for the backup")
    backup.back_up(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_a_backup_holds_tables_originals_and_files_and_no_key(made: Path) -> None:
    with zipfile.ZipFile(made) as zipped:
        names = set(zipped.namelist())
        assert "secret-key" not in names and not any("lock" in name for name in names)
        assert {"casebook.sqlite3", "manifest.json", "audit-hashes", "attachments/note.txt"} <= names
        assert sum(name.startswith("originals/") for name in names) == 3
        manifest = json.loads(zipped.read("manifest.json"))
    assert ["casebook", "0001_initial"] in manifest["migrations"]
    assert made.stat().st_mode & 0o077 == 0


def test_what_is_unpacked_is_what_was_backed_up(made: Path, tmp_path: Path) -> None:
    archive.unpack(made, tmp_path / "back")
    tables = sqlite3.connect(tmp_path / "back" / "casebook.sqlite3")
    assert {row[0] for row in tables.execute("SELECT public_id FROM casebook_case")} == set(
        Case.internal.values_list("public_id", flat=True)
    )
    assert tables.execute("SELECT count(*) FROM casebook_decision").fetchone() == (1,)
    for sha256 in Source.internal.values_list("sha256", flat=True):
        kept = tmp_path / "back" / "originals" / sha256[:2] / sha256
        assert kept.read_bytes() == originals.read(sha256)
    assert (tmp_path / "back" / "attachments" / "note.txt").read_text() == "a note"


def test_a_casebook_that_is_there_is_not_overwritten(made: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "casebook.sqlite3").write_text("the old one")
    with pytest.raises(BackupProblem, match="--replace"):
        archive.unpack(made, there)
    assert (there / "casebook.sqlite3").read_text() == "the old one"
    _, aside = archive.unpack(made, there, replace=True)
    assert aside is not None and (aside / "casebook.sqlite3").read_text() == "the old one"
    with pytest.raises(BackupProblem, match="there already"):
        backup.back_up(made)


def _rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as zipped:
        held = {name: zipped.read(name) for name in zipped.namelist()}
    change(held)
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as zipped:
        for name, data in held.items():
            zipped.writestr(name, data)
    return other


def _original(held: dict[str, bytes]) -> str:
    return next(name for name in held if name.startswith("originals/"))


def _told(held: dict[str, bytes], name: str) -> None:
    """Have the manifest tell of a file truly."""
    import hashlib

    manifest = json.loads(held["manifest.json"])
    manifest["files"][name] = {"sha256": hashlib.sha256(held[name]).hexdigest(), "size": len(held[name])}
    held["manifest.json"] = json.dumps(manifest).encode()


def _hostile(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(held: dict[str, bytes]) -> None:
        held[name] = b"x"
        _told(held, name)

    return change


CHANGES: dict[str, Callable[[dict[str, bytes]], None]] = {
    "an original changed": lambda held: held.update({_original(held): b"other words"}),
    "an original gone": lambda held: held.pop(_original(held)) and None,  # type: ignore[func-returns-value]
    "a file too many": lambda held: held.update({"attachments/evil.sh": b"x"}),
    "no manifest": lambda held: held.pop("manifest.json") and None,  # type: ignore[func-returns-value]
    "a manifest that is none": lambda held: held.update({"manifest.json": b"[1, 2"}),
    "outside the folder": _hostile("../../evil.txt"),
    "an absolute path": _hostile("/tmp/evil.txt"),
    "a key of one's own": _hostile("secret-key"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_damaged_or_hostile_is_refused_and_leaves_nothing(
    made: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    with pytest.raises(BackupProblem) as problem:
        archive.unpack(_rewritten(made, change), tmp_path / "back")
    assert "changed.zip" in str(problem.value)
    assert not (tmp_path / "back").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_backup_that_is_cut_off_is_refused(made: Path, tmp_path: Path, share: float) -> None:
    data = made.read_bytes()
    made.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(BackupProblem):
        archive.verify(made)


def test_bytes_that_flip_are_refused_and_never_a_traceback(made: Path) -> None:
    """Damage shows as a wrong hash, a wrong checksum, data that do not unpack, or headers that ask for the unknown."""
    data, chance, refused = made.read_bytes(), random.Random(7), 0
    for _ in range(120):
        some = bytearray(data)
        for _ in range(3):
            some[chance.randrange(len(some))] ^= 1 << chance.randrange(8)
        made.write_bytes(some)
        try:
            archive.verify(made)
        except BackupProblem as problem:
            refused += 1
            assert str(made) in str(problem)
    assert refused > 100


def test_a_full_disk_leaves_no_half_backup(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "write", full)
    there = set(tmp_path.iterdir())
    with pytest.raises(OSError, match="No space"):
        backup.back_up(tmp_path / "full.zip")
    assert set(tmp_path.iterdir()) == there


def test_changed_originals_and_texts_are_found(made: Path) -> None:
    assert backup.damaged() == []
    source = Source.internal.earliest("pk")
    originals.path_of(source.sha256).write_bytes(b"changed")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE casebook_sourcetext SET text = 'changed' WHERE source_id = %s", [source.pk])
    assert len(backup.damaged()) == 2


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="its own test: test_on_postgresql")
def test_the_way_back_by_the_command_line(made: Path, tmp_path: Path) -> None:
    import os

    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PEELIAN", "DJANGO", "DATABASE"))}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "peelian", *arguments], capture_output=True, text=True, env=environment
        )  # fmt: skip

    back = str(tmp_path / "back")
    assert run("restore", str(made), "--verify-only").returncode == 0
    assert run("restore", str(made), "--casebook", back).returncode == 0
    verified = run("audit", "verify", "--originals", "--casebook", back)
    assert verified.returncode == 0, verified.stdout
    shown = run("cases", "--format", "jsonl", "--casebook", back).stdout
    assert {json.loads(line)["id"] for line in shown.splitlines()} == set(
        Case.internal.values_list("public_id", flat=True)
    )
    refused = run("restore", str(made), "--casebook", back)
    assert refused.returncode == 4 and "Traceback" not in refused.stderr
    shutil.rmtree(back)
