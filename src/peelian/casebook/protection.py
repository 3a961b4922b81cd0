"""Protection: database triggers that refuse to change or delete audit entries and decisions.

On SQLite and PostgreSQL. They are made by a migration and again after every ``migrate`` (SQLite makes a
table anew to alter it, and its triggers go with the old one). A person who owns the database can drop a
trigger; the audit trail's chain of hashes is there for that (see ``audit``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

#: Tables that only grow.
APPEND_ONLY: Final = ("casebook_auditentry", "casebook_decision")

_FUNCTION: Final = "peelian_append_only"


def _names(table: str) -> dict[str, str]:
    return {act: f"{table}_no_{act.lower()}" for act in ("UPDATE", "DELETE", "TRUNCATE")}


def statements(vendor: str) -> list[str]:
    """The SQL that makes the triggers on ``vendor`` (``sqlite`` or ``postgresql``); doing it twice is harmless."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for table in APPEND_ONLY
            for act, name in _names(table).items()
            if act != "TRUNCATE"
        ]
    if vendor == "postgresql":
        made = [
            f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
            "END $$"
        ]
        for table in APPEND_ONLY:
            for act, name in _names(table).items():
                each = "STATEMENT" if act == "TRUNCATE" else "ROW"
                made.append(
                    f"CREATE OR REPLACE TRIGGER {name} BEFORE {act} ON {table} "
                    f"FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}()"
                )
        return made
    raise ValueError(f"Peelian keeps casebooks in SQLite or PostgreSQL, not in {vendor}")


def removals(vendor: str) -> list[str]:
    """The SQL that takes the triggers away."""
    on = {"sqlite": "", "postgresql": " ON {table}"}[vendor]
    return [
        f"DROP TRIGGER IF EXISTS {name}{on.format(table=table)}"
        for table in APPEND_ONLY
        for name in _names(table).values()
    ]


def protect(connection: Any) -> None:
    """Make the triggers in the database of ``connection``, as far as its tables are there."""
    there = set(connection.introspection.table_names())
    if there.issuperset(APPEND_ONLY):
        with connection.cursor() as cursor:
            for statement in statements(connection.vendor):
                cursor.execute(statement)


def missing(connection: Any) -> list[str]:
    """The names of triggers that ought to be there and are not (or, on PostgreSQL, are disabled)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            wanted = {n for table in APPEND_ONLY for act, n in _names(table).items() if act != "TRUNCATE"}
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')")
            wanted = {name for table in APPEND_ONLY for name in _names(table).values()}
        return sorted(wanted - {row[0] for row in cursor.fetchall()})


@contextmanager
def unprotected(connection: Any) -> Iterator[None]:
    """Take the triggers away for as long as a restore replaces everything (and tests clear tables)."""
    with connection.cursor() as cursor:
        for statement in removals(connection.vendor):
            cursor.execute(statement)
    try:
        yield
    except BaseException:
        if not connection.in_atomic_block:  # else the transaction's end brings the triggers back
            protect(connection)
        raise
    protect(connection)
