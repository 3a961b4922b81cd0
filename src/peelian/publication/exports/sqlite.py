"""SQLite ready for Datasette: tables with keys and indexes, full-text search, ``metadata.yaml``."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

import yaml

from peelian.publication.exports.tables import Table, rows, tables
from peelian.publication.shapes import PublishedCase

_TYPES: Final = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}
_INDEXED: Final = {
    "cases": ("forces", "outcomes", "proceeding_dates"),
    "statements": ("case_id", "field", "person"),
    "events": ("case_id", "kind", "earliest"),
    "sources": ("case_id", "source_id"),
    "checks": ("case_id", "rule"),
}
_SEARCHED: Final = ("title", "summary", "search_text")


class SqliteWriter:
    """Writes ``peelian.db`` and ``metadata.yaml``, with all tables or with some."""

    def __init__(self, folder: Path, only: Collection[str] | None = None) -> None:
        self._tables = {name: table for name, table in tables().items() if only is None or name in only}
        self.path, self.metadata = folder / "peelian.db", folder / "metadata.yaml"
        for old in (
            self.path,
            Path(f"{self.path}-wal"),
            Path(f"{self.path}-shm"),
            Path(f"{self.path}-journal"),
        ):
            old.unlink(missing_ok=True)
        self._db = sqlite3.connect(self.path, isolation_level=None)
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("BEGIN")
        for table in self._tables.values():
            self._db.execute(_create(table))
        self._insert = {
            name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608
            for name, table in self._tables.items()
        }

    def add(self, case: PublishedCase) -> None:
        """Write the rows of a case."""
        for name, table in self._tables.items():
            self._db.executemany(
                self._insert[name],
                [tuple(_plain(row[c.name]) for c in table.columns) for row in rows(name, case)],
            )

    def close(self) -> list[Path]:
        """Make indexes and full-text search, finish the files and return them."""
        for name in self._tables:
            for column in _INDEXED[name]:
                self._db.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")
        searched = ", ".join(_SEARCHED)
        self._db.execute(
            f"CREATE VIRTUAL TABLE cases_fts USING fts5({searched}, content=[cases], tokenize='unicode61 remove_diacritics 2')"
        )
        self._db.execute("INSERT INTO cases_fts(cases_fts) VALUES ('rebuild')")
        self._db.execute("COMMIT")
        self._db.execute("ANALYZE")
        self._db.execute("VACUUM")
        self._db.close()
        self.metadata.write_text(
            yaml.safe_dump(metadata(), sort_keys=False, allow_unicode=True, width=100), encoding="utf-8"
        )
        return [self.path, self.metadata]


def metadata() -> dict[str, Any]:
    """What Datasette shows of the database: titles, descriptions of tables and columns."""
    described = {
        name: {
            "description": table.description,
            "columns": {c.name: c.description for c in table.columns},
            **({"label_column": "title", "sort": "case_id"} if name == "cases" else {}),
        }
        for name, table in tables().items()
    }
    return {
        "title": "Peelian: published cases of police misconduct",
        "description": (
            "Made by Peelian's publication gate from published documents. Published cases are not all cases. "
            "An allegation or a charge is no conviction. Fetch again by the earliest next_review."
        ),
        "databases": {"peelian": {"tables": described}},
    }


def _create(table: Table) -> str:
    columns = []
    for column in table.columns:
        words = f"{column.name} {_TYPES[column.type]}"
        if column.name == table.key:
            words += " PRIMARY KEY"
        if column.foreign:
            words += f" REFERENCES {column.foreign} ({tables()[column.foreign].key})"
        columns.append(words)
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value
