"""Backup: the whole casebook in one file, verified, and the way back into either engine.

A backup holds all that the casebook holds: keep it as closely. How it is laid out: see ``archive``.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from peelian import __version__
from peelian.casebook import archive, audit, originals, tables
from peelian.casebook.archive import DATABASE, BackupProblem, Report
from peelian.casebook.audit import PEELIAN, Actor
from peelian.casebook.models import Source


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds: where it is, how many files and bytes, the hash of the file itself."""

    path: Path
    files: int
    size: int
    sha256: str


def back_up(path: Path, *, actor: Actor = PEELIAN, report: Report = lambda name: None) -> BackedUp:
    """Write a backup of the casebook to ``path``, read it again, and compare every hash.

    The file is there wholly or not at all. Raises `BackupProblem` if there is a file already, or if what was
    written is not what was read; ``OSError`` if the disk refuses.
    """
    if path.exists():
        raise BackupProblem(f"{path} is there already. Choose another name, or move it away.")
    if not path.parent.is_dir():
        raise BackupProblem(f"There is no folder {path.parent} to write {path.name} in.")
    audit.record("casebook.backed_up", "", actor, {})
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    about = {
        "peelian": __version__,
        "made_at": timezone.now().astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "migrations": tables.migrations(),
    }
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.CASEBOOK) as here:
            archive.write(draft, _parts(Path(here)), about, report)
        manifest = archive.verify(draft)
        with draft.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return BackedUp(path, len(manifest["files"]), path.stat().st_size, digest)


def _parts(here: Path) -> Iterator[tuple[str, Path]]:
    """The tables as of one moment, and the files.

    The hashes of the audit trail are taken before the tables: an entry made meanwhile is then in the tables
    and not in the hashes, as after a loss of power. Originals are only ever added, so they come after.
    """
    hashes = settings.CASEBOOK / audit.HASHES
    if hashes.exists():
        shutil.copy(hashes, here / audit.HASHES)
        yield audit.HASHES, here / audit.HASHES
    snapshot = here / DATABASE
    _snapshot(snapshot)
    yield DATABASE, snapshot
    for name, path in archive.files_of(settings.CASEBOOK):
        if name != audit.HASHES:
            yield name, path


def _snapshot(to: Path) -> None:
    """Write every table as of one moment to a new SQLite file."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(to)) as copy:
            connection.connection.backup(copy)
            copy.execute("DELETE FROM django_session")
            copy.commit()
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("VACUUM")
    else:
        tables.export_to_sqlite(to)
    to.chmod(0o600)


def take_over(folder: Path, *, replace: bool, actor: Actor = PEELIAN) -> None:
    """After a backup was unpacked and Django set up: have the database hold what the backup's tables hold.

    With SQLite they are in place already; PostgreSQL gets them in one transaction. Raises `BackupProblem`
    if the PostgreSQL database holds rows and is not to be replaced.
    """
    if connection.vendor != "sqlite":
        if not replace and tables.count_rows():
            raise BackupProblem(
                "The PostgreSQL database of DATABASE_URL holds a casebook. Name an empty one, or give --replace."
            )
        tables.import_from_sqlite(folder / DATABASE)
        (folder / DATABASE).unlink()
    audit.record("casebook.restored", "", actor, {})


def damaged() -> list[str]:
    """What is wrong with a casebook's files and texts: originals missing or changed, texts changed."""
    found = []
    for sha256 in Source.internal.order_by("sha256").values_list("sha256", flat=True).distinct():
        try:
            originals.verify(sha256)
        except originals.OriginalDamaged as problem:
            found.append(str(problem))
    for source in Source.internal.select_related("body").order_by("pk").iterator(200):
        if hashlib.sha256(source.body.text.encode()).hexdigest() != source.text_sha256:
            found.append(f"the text of {source.public_id} has been changed")
    return found
