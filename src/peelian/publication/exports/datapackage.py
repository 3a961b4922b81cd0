"""A Frictionless data package: ``datapackage.json`` that describes the CSV files beside it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from peelian.publication.exports.csv_files import CsvWriter
from peelian.publication.exports.tables import Table, tables
from peelian.publication.shapes import PublishedCase


class DataPackageWriter:
    """Writes ``datapackage.json``; the CSV files too unless ``csv_too`` says that another writer does."""

    def __init__(self, folder: Path, made_on: date | None, *, csv_too: bool) -> None:
        self.folder, self.made_on = folder, made_on
        self._latest = ""
        self._csv = CsvWriter(folder) if csv_too else None

    def add(self, case: PublishedCase) -> None:
        """Write the rows of a case, if the CSV files are ours."""
        self._latest = max(self._latest, case.as_of)
        if self._csv is not None:
            self._csv.add(case)

    def close(self) -> list[Path]:
        """Describe the CSV files, which must be finished by now, and return what was written."""
        paths = self._csv.close() if self._csv is not None else []
        day = self.made_on.isoformat() if self.made_on else self._latest
        made = self.folder / "datapackage.json"
        made.write_text(
            json.dumps(describe(self.folder, day), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        return [*paths, made]


def describe(folder: Path, made_on: str) -> dict[str, Any]:
    """The descriptor of the CSV files in a folder, with their sizes and hashes."""
    return {
        "profile": "tabular-data-package",
        "name": "peelian-cases",
        "title": "Published cases of police misconduct, England and Wales",
        "description": (
            "Made by Peelian's publication gate. Published cases are not all cases. Some rules change with the "
            "date: fetch again by the earliest next_review of cases.csv."
        ),
        **({"created": f"{made_on}T00:00:00Z"} if made_on else {}),
        "resources": [_resource(folder, table) for table in tables().values()],
    }


def _resource(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    data = path.read_bytes()
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": c.name,
                "type": c.type,
                "description": c.description,
                **({"constraints": {"required": True, "unique": True}} if c.name == table.key else {}),
            }
            for c in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    keys = [
        {"fields": c.name, "reference": {"resource": c.foreign, "fields": tables()[c.foreign].key}}
        for c in table.columns
        if c.foreign
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }
