"""Tables: every row of every room from one database into another, PostgreSQL or SQLite alike.

Through the models, in one transaction and as of one moment, so that a backup of one engine restores into
the other. Sessions are left out: they are keys to accounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from peelian.casebook.protection import unprotected

_OTHER: Final = "other"
_LEFT_OUT: Final = frozenset(("sessions.session", "desk.remembered"))
_BATCH: Final = 500


def migrations(alias: str = "default") -> list[list[str]]:
    """The migrations that a database has, as pairs of room and name."""
    return [list(key) for key in sorted(MigrationRecorder(connections[alias]).applied_migrations())]


def models(*aliases: str) -> list[type[Model]]:
    """Every table of every room that a backup holds, as far as the databases have it."""
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    there = [set(connections[alias].introspection.table_names()) for alias in aliases or ("default",)]
    return [
        model
        for model in found
        if model._meta.label_lower not in _LEFT_OUT and all(model._meta.db_table in names for names in there)
    ]


def export_to_sqlite(path: Path) -> None:
    """Write every table as of one moment to a new SQLite file."""
    with _beside(path):
        call_command("migrate", database=_OTHER, verbosity=0, interactive=False)
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            _copy("default", _OTHER)


def import_from_sqlite(path: Path) -> None:
    """Have the database hold what a SQLite file of ``export_to_sqlite`` holds, and nothing else."""
    with _beside(path):
        call_command("migrate", database=_OTHER, verbosity=0, interactive=False)  # one of an older version
        call_command("migrate", verbosity=0, interactive=False)
        _copy(_OTHER, "default")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models()):
                cursor.execute(statement)


def count_rows() -> int:
    """How many rows of the casebook the database holds: none in a fresh one."""
    own = apps.get_app_config("casebook").get_models()
    return sum(model._base_manager.count() for model in own)


@contextmanager
def _beside(path: Path) -> Iterator[None]:
    """Have a SQLite file at hand as a second database."""
    connections.databases[_OTHER] = {
        **connections.databases["default"],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {},
        "CONN_MAX_AGE": 0,
        "ATOMIC_REQUESTS": False,
    }
    try:
        yield
    finally:
        connections[_OTHER].close()
        del connections[_OTHER]
        del connections.databases[_OTHER]


def _copy(origin: str, to: str) -> None:
    """Replace every row of ``to`` by those of ``origin``, in one transaction."""
    target = connections[to]
    with transaction.atomic(using=to), target.constraint_checks_disabled(), unprotected(target):
        found = models(origin, to)
        _clear(target, models(to))
        for model in found:
            _copy_table(model, origin, to)
        target.check_constraints()  # before the triggers come back: PostgreSQL wants no check pending then


def _clear(target: Any, found: list[type[Model]]) -> None:
    with target.cursor() as cursor:
        if target.vendor == "postgresql":
            names = ", ".join(target.ops.quote_name(model._meta.db_table) for model in found)
            cursor.execute(f"TRUNCATE {names} CASCADE")
        else:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            for model in found:
                cursor.execute(f"DELETE FROM {target.ops.quote_name(model._meta.db_table)}")  # noqa: S608


def _copy_table(model: type[Model], origin: str, to: str) -> None:
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.using(origin).order_by("pk").values_list(*names).iterator(_BATCH)
    batch: list[Model] = []
    for row in rows:
        batch.append(model(**dict(zip(names, row, strict=True))))
        if len(batch) == _BATCH:
            _put(model, batch, to)
            batch = []
    _put(model, batch, to)


def _put(model: type[Model], batch: list[Model], to: str) -> None:
    if batch:
        with _as_given(model):
            model._base_manager.using(to).bulk_create(batch)


@contextmanager
def _as_given(model: type[Model]) -> Iterator[None]:
    """Have moments that a field sets by itself stay as they were."""
    fields: list[Any] = [
        f
        for f in model._meta.concrete_fields
        if getattr(f, "auto_now", False) or getattr(f, "auto_now_add", False)
    ]
    before = [(field, field.auto_now, field.auto_now_add) for field in fields]
    for field in fields:
        field.auto_now = field.auto_now_add = False
    try:
        yield
    finally:
        for field, now, add in before:
            field.auto_now, field.auto_now_add = now, add
