"""Originals: the bytes of each file as it came, kept once under the hash of them, never changed.

``originals/ab/abcdef…`` in the casebook's folder. A file is there wholly or not at all: it is written under
another name, forced to disk, then renamed. Nothing here deletes one.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from django.conf import settings

_PIECE: Final = 1 << 20
#: Seconds after which a draft is nobody's.
_OLD: Final = 86_400


class OriginalDamaged(Exception):
    """The kept bytes are missing, or are not those that their name says."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept file: the SHA-256 of its bytes, how many they are, and where they lie."""

    sha256: str
    size: int
    path: Path


def folder() -> Path:
    """The folder of originals of this casebook."""
    path: Path = settings.ORIGINALS
    return path


def path_of(sha256: str) -> Path:
    """Where the bytes with this hash lie, or would lie. Raises ``ValueError`` if it is no SHA-256."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise ValueError(f"{sha256!r} is no SHA-256 in hexadecimal digits")
    return folder() / sha256[:2] / sha256


def keep(stream: IO[bytes], limit: int | None = None) -> Kept:
    """Keep what ``stream`` holds and return where. Keeping the same bytes again writes nothing new.

    Raises ``ValueError`` if there are more than ``limit`` bytes, ``OSError`` if the disk refuses.
    """
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder() / f".draft-{secrets.token_hex(8)}"
    digest, size = hashlib.sha256(), 0
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:  # noqa: PTH123
            while piece := stream.read(_PIECE):
                size += len(piece)
                if limit is not None and size > limit:
                    raise ValueError(f"it has more than {limit:,} bytes")
                digest.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        kept = Kept(digest.hexdigest(), size, path_of(digest.hexdigest()))
        if kept.path.exists() and kept.path.stat().st_size == size:
            return kept
        kept.path.parent.mkdir(mode=0o700, exist_ok=True)
        draft.replace(kept.path)
        _sync_folder(kept.path.parent)
        _sync_folder(folder())
        return kept
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def keep_file(path: Path | str) -> Kept:
    """Keep a file. One whose bytes are kept already is only read, not written."""
    with Path(path).open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        there = path_of(sha256)
        size = stream.tell()
        if there.exists() and there.stat().st_size == size:
            return Kept(sha256, size, there)
        stream.seek(0)
        return keep(stream)


def verify(sha256: str) -> None:
    """Raise `OriginalDamaged` unless the bytes are there and have this hash."""
    path = path_of(sha256)
    try:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise OriginalDamaged(f"{path} cannot be read ({error.strerror})") from error
    if found != sha256:
        raise OriginalDamaged(f"{path} has been changed: its bytes have the hash {found}")


def read(sha256: str) -> bytes:
    """The bytes with this hash, verified. Raises `OriginalDamaged`."""
    try:
        data = path_of(sha256).read_bytes()
    except OSError as error:
        raise OriginalDamaged(f"{path_of(sha256)} cannot be read ({error.strerror})") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OriginalDamaged(f"{path_of(sha256)} has been changed")
    return data


def sweep() -> int:
    """Take away drafts that an interrupted run left a day ago or longer; return how many."""
    count, before = 0, time.time() - _OLD
    if folder().is_dir():
        for draft in folder().glob(".draft-*"):
            with suppress(FileNotFoundError):  # one that another process is done with
                if draft.stat().st_mtime < before:
                    draft.unlink()
                    count += 1
    return count


def _sync_folder(path: Path) -> None:
    """Have a rename in a folder survive a loss of power (where the system can)."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
