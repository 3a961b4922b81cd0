"""What the database or the disk refused, in words that say what to do. Needs no Django."""

from __future__ import annotations

import sqlite3
import sys
from typing import Final

#: What an engine's message tells of, and what helps. The first that fits is said.
_ADVICE: Final = (
    (("disk is full", "no space left"), "Free some space on its disk, then give the same command again"),
    (
        ("readonly", "read-only", "unable to open database file", "permission denied"),
        "A casebook's folder and the files in it must be ones that you can write, even to look at it: change "
        "their permissions, or copy the folder to where you can write",
    ),
    (("is locked",), "Others are writing: try again when they have done"),
    (
        ("malformed", "not a database", "disk i/o error"),
        "The file is damaged: restore a backup with `peelian restore FILE --casebook FOLDER`",
    ),
    (
        ("could not connect", "connection failed", "connection to server", "could not translate host name"),
        "See that the server of DATABASE_URL runs and lets you in",
    ),
)


def of_database(error: BaseException) -> bool:
    """Whether an error is the database's, Django's or SQLite's own."""
    django = sys.modules.get("django.db")
    return isinstance(error, sqlite3.Error) or (
        django is not None and isinstance(error, django.DatabaseError)
    )


def words(error: BaseException) -> str:
    """What was refused and what helps, as sentences without the last full stop."""
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        said = f"{error.filename}: {said}" if error.filename else said
    else:
        said = str(error)
    said = " ".join(said.split()).rstrip(".") or type(error).__name__
    advice = next((help for signs, help in _ADVICE if any(sign in said.lower() for sign in signs)), None)
    return f"{said}. {advice}" if advice else said
