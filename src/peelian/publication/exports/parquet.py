"""Parquet: the same tables with real types, written in row groups as the cases come."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.publication.exports.tables import Row, Table, rows, tables
from peelian.publication.shapes import PublishedCase

_TYPES: Final = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_GROUP: Final = 20_000


class ParquetWriter:
    """Writes one Parquet file a table."""

    def __init__(self, folder: Path) -> None:
        self.paths = {name: folder / f"{name}.parquet" for name in tables()}
        self._writers = {
            name: pq.ParquetWriter(self.paths[name], schema_of(table), compression="zstd")
            for name, table in tables().items()
        }
        self._waiting: dict[str, list[Row]] = {name: [] for name in tables()}

    def add(self, case: PublishedCase) -> None:
        """Write the rows of a case."""
        for name, waiting in self._waiting.items():
            waiting += rows(name, case)
            if len(waiting) >= _GROUP:
                self._flush(name)

    def _flush(self, name: str) -> None:
        waiting = self._waiting[name]
        if waiting:
            table = tables()[name]
            columns = {c.name: [_typed(row[c.name], c.type) for row in waiting] for c in table.columns}
            self._writers[name].write_table(pa.table(columns, schema=schema_of(table)))
            waiting.clear()

    def close(self) -> list[Path]:
        """Finish the files and return them."""
        for name, writer in self._writers.items():
            self._flush(name)
            writer.close()
        return list(self.paths.values())


def schema_of(table: Table) -> pa.Schema:
    """The Arrow schema of a table, its descriptions in the metadata of the fields."""
    return pa.schema(
        [pa.field(c.name, _TYPES[c.type], metadata={"description": c.description}) for c in table.columns],
        metadata={"description": table.description},
    )


def _typed(value: Any, type: str) -> Any:
    return date.fromisoformat(value) if type == "date" and value else value
