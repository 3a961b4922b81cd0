"""CSV: UTF-8, comma, RFC 4180. Spreadsheets are kept from running cells as formulas.

A cell of text that begins with ``=``, ``+``, ``-``, ``@``, a tab or an apostrophe gets an apostrophe before
it (OWASP, CSV injection); ``read_cell`` takes it off again.
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from peelian.publication.exports.tables import Column, rows, tables
from peelian.publication.shapes import PublishedCase

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "'")


class CsvWriter:
    """Writes one CSV file a table."""

    def __init__(self, folder: Path) -> None:
        self.paths = [folder / f"{name}.csv" for name in tables()]
        self._open = ExitStack()
        self._writers = {}
        for name, table in tables().items():
            stream = self._open.enter_context(
                (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            )
            writer = csv.DictWriter(stream, [column.name for column in table.columns], lineterminator="\r\n")
            writer.writeheader()
            self._writers[name] = writer

    def add(self, case: PublishedCase) -> None:
        """Write the rows of a case."""
        for name, writer in self._writers.items():
            for row in rows(name, case):
                writer.writerow({key: cell(value) for key, value in row.items()})

    def close(self) -> list[Path]:
        """Finish the files and return them."""
        self._open.close()
        return self.paths


def cell(value: Any) -> str:
    """A value as a cell: booleans as true and false, None as nothing, text made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def read_cell(text: str, column: Column) -> Any:
    """The value that a cell holds, by the column's type."""
    if column.type == "boolean":
        return None if text == "" else text == "true"
    if column.type == "integer":
        return None if text == "" else int(text)
    if column.type == "number":
        return None if text == "" else float(text)
    if column.type == "date":
        return text or None
    return text.removeprefix("'") if text.startswith("'") else text
