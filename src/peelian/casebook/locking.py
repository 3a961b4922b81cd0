"""One writer at a time: adding, rebuilding and restoring exclude each other (pages and decisions go on).

A lock of the system on a file in the casebook's folder: it ends with the process, however that ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

#: PostgreSQL's advisory lock of the same meaning, for writers on several machines.
_NUMBER = 5_070_830


class Busy(Exception):
    """Another process is writing to this casebook."""


@contextmanager
def writing(folder: Path | None = None) -> Iterator[None]:
    """Hold the casebook for writing. Raises `Busy` at once if another process holds it."""
    where: Path = folder or settings.CASEBOOK
    handle = os.open(where / "writing.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(f"Another process is writing to {where}. Wait until it has done.") from error
        with _advisory(where):
            yield
    finally:
        os.close(handle)


@contextmanager
def _advisory(where: Path) -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_NUMBER])
        row = cursor.fetchone()
        if row is None or not row[0]:
            raise Busy(f"Another process is writing to the database of {where}. Wait until it has done.")
    with _given_back(_NUMBER):
        yield


@contextmanager
def _given_back(number: int) -> Iterator[None]:
    """Give an advisory lock that is held back in the end."""
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextmanager
def upgrading(folder: Path) -> Iterator[None]:
    """Have processes that find the tables missing or old make them one after the other. Waits for its turn."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_NUMBER + 2])
        with _given_back(_NUMBER + 2):
            yield
    finally:
        os.close(handle)


def turn() -> None:
    """Within a transaction: have those that decide on who is who wait for one another."""
    if connection.vendor == "postgresql":  # on SQLite a transaction that writes is alone anyway
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_NUMBER + 1])
