"""The archive of a backup: a ZIP file of a folder's files with the SHA-256 of each. Needs no Django.

    casebook.sqlite3    every table, from SQLite or PostgreSQL alike: a backup of either restores into either
    originals/…         the bytes of every source
    (other files)       what other rooms keep in the folder
    manifest.json       each file's size and hash, the migrations applied, when and by which version

Left out are the server's secret key (a restored casebook makes its own), people's sessions, and lock files.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from peelian.documents.package import DAMAGED_ZIP

DATABASE: Final = "casebook.sqlite3"
MANIFEST: Final = "manifest.json"
#: Names in the casebook's folder that are no part of a backup (nor is what begins with a dot).
LEFT_OUT: Final = (
    "secret-key",
    "static",
    "mail",
    "writing.lock",
    DATABASE,
    f"{DATABASE}-wal",
    f"{DATABASE}-shm",
)
_PIECE: Final = 1 << 20
#: A manifest longer than this is none.
_LONGEST_MANIFEST: Final = 500_000_000

Report = Callable[[str], None]


class BackupProblem(Exception):
    """A backup cannot be made or restored. The message says why and what to do."""


# ---- writing one


def write(path: Path, files: Iterable[tuple[str, Path]], about: dict[str, Any], report: Report) -> None:
    """Write files, each under its name, and the manifest, to a new file that is on disk when this returns."""
    told: dict[str, dict[str, Any]] = {}
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w+b") as raw:  # noqa: PTH123
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, allowZip64=True, compresslevel=6) as archive:
            for name, file in files:
                digest, size = hashlib.sha256(), 0
                with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as out:
                    while piece := source.read(_PIECE):
                        digest.update(piece)
                        size += len(piece)
                        out.write(piece)
                told[name] = {"sha256": digest.hexdigest(), "size": size}
                report(name)
            archive.writestr(MANIFEST, json.dumps({**about, "format": 1, "files": told}, indent=1))
        raw.flush()
        os.fsync(raw.fileno())


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a casebook's folder that belongs into a backup, with its name there."""
    for at, folders, names in os.walk(folder):
        top = Path(at) == folder
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not (top and f in LEFT_OUT))
        for name in sorted(names):
            path = Path(at) / name
            if not name.startswith(".") and not (top and name in LEFT_OUT) and path.is_file():
                yield path.relative_to(folder).as_posix(), path


# ---- reading one


def verify(path: Path, report: Report = lambda name: None) -> dict[str, Any]:
    """Compare every file of a backup with its hash, and return the manifest.

    Raises `BackupProblem` that names what is missing, changed or not told of in the manifest.
    """
    with _opened(path) as archive:
        manifest = _read_manifest(path, archive)
        files: dict[str, dict[str, Any]] = manifest["files"]
        there = set(archive.namelist()) - {MANIFEST}
        if missing := sorted(files.keys() - there):
            raise BackupProblem(f"{path} is not whole: {missing[0]} is missing. Use another backup.")
        if extra := sorted(there - files.keys()):
            raise BackupProblem(
                f"{path} holds {extra[0]}, of which its manifest does not tell. Use another backup."
            )
        for name, told in files.items():
            _safe(path, name)
            digest, size = hashlib.sha256(), 0
            try:
                with archive.open(name) as source:
                    while piece := source.read(_PIECE):
                        digest.update(piece)
                        size += len(piece)
                        if size > told["size"]:
                            break
            except DAMAGED_ZIP as error:
                raise BackupProblem(f"{path} is damaged at {name} ({error}). Use another backup.") from error
            if (digest.hexdigest(), size) != (told["sha256"], told["size"]):
                raise BackupProblem(
                    f"{path} is damaged: {name} is not what was backed up. Use another backup."
                )
            report(name)
    return manifest


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BackupProblem(f"There is no file {path}.") from error
    except DAMAGED_ZIP as error:
        raise BackupProblem(f"{path} is no backup of Peelian's, or is cut off ({error}).") from error


def _read_manifest(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
            raise ValueError("too long")
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        files = manifest["files"]
        if manifest["format"] != 1 or DATABASE not in files:
            raise ValueError("another format")
        for told in files.values():
            _ = int(told["size"]), str(told["sha256"])
    except (KeyError, TypeError, AttributeError, *DAMAGED_ZIP) as error:
        raise BackupProblem(f"{path} is no backup that this version of Peelian reads ({error}).") from error
    return manifest


def _safe(path: Path, name: str) -> None:
    """Refuse a name that would be written outside the folder, or over what is not the backup's to write."""
    pure = PurePosixPath(name)
    inside = not pure.is_absolute() and ".." not in pure.parts and "\\" not in name and pure.parts
    if not inside or (pure.parts[0] in LEFT_OUT and name != DATABASE):
        raise BackupProblem(f"{path} holds a file with the name {name!r}, which no backup of Peelian's has.")


def unpack(
    path: Path, folder: Path, *, replace: bool = False, report: Report = lambda name: None
) -> tuple[dict[str, Any], Path | None]:
    """Verify a backup and lay its files into ``folder``, comparing each hash again.

    Return the manifest, and where the casebook is that was there before (None if there was none).

    The folder is there wholly or as it was. One that holds a casebook is refused, unless ``replace``: then
    the old one is kept beside it, under a name with the day and time. Raises `BackupProblem`, ``OSError``.
    """
    manifest = verify(path)
    held = folder.exists() and any(folder.iterdir())
    if held and not replace:
        raise BackupProblem(
            f"{folder} is not empty. Name an empty folder with --casebook, or give --replace: the casebook "
            "that is there is then kept beside it under another name."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(folder) if held else None
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        with _opened(path) as archive:
            for name, told in manifest["files"].items():
                with archive.open(name) as source:
                    _lay(source, draft / name, told["sha256"])
                report(name)
        if held and (folder / "secret-key").is_file():
            shutil.copy2(folder / "secret-key", draft / "secret-key")
        if folder.exists():
            if aside is not None:
                folder.rename(aside)
            else:
                folder.rmdir()
        draft.rename(folder)
    finally:
        if draft.exists():
            shutil.rmtree(draft)
    return manifest, aside


def _aside(folder: Path) -> Path:
    stamp = datetime.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = folder.with_name(f"{folder.name}.before-{stamp}")
    n = 1
    while aside.exists():
        n += 1
        aside = folder.with_name(f"{folder.name}.before-{stamp}-{n}")
    return aside


def _lay(source: IO[bytes], to: Path, sha256: str) -> None:
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with open(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:  # noqa: PTH123
        while piece := source.read(_PIECE):
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != sha256:
        raise BackupProblem(f"{to} could not be written as it was backed up. Is the disk sound?")
