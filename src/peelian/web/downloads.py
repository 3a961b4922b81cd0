"""The files of the last public export: of approved cases only, or none is served.

A file that holds what is shown no longer is taken down at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings

from peelian.publication.exports import approved_files
from peelian.publication.exports.tables import tables

_OTHERS: Final = {
    "cases.jsonl": "Every published case whole, one JSON document a line, as on its page.",
    "peelian.db": "All tables in one SQLite file with full-text search, ready for Datasette.",
    "metadata.yaml": "What the tables and columns are called, for Datasette.",
    "entities.ftm.json": "FollowTheMoney: what is proven of people who are named, and the organisations.",
    "evidence.parquet": "The words that each FollowTheMoney statement rests on.",
    "approved.json": "That these files hold approved cases only, how many, and which files they are.",
    "datapackage.json": "The CSV files described (Frictionless data package): types, keys, what each column means.",
}
"""What the files of an export that are no table hold."""


def folder() -> Path:
    """The folder of the last public export (``peelian export`` to it takes approved cases only)."""
    return Path(settings.CASEBOOK) / "public-export"


def files() -> list[Path]:
    """The files that may be served, by name; none without an export, after taking down, or if ``refused``."""
    return approved_files(folder())


def refused() -> bool:
    """Whether files lie in the folder that no export of approved cases vouches for: none of them is served."""
    return not files() and bool(_all())


def _all() -> list[Path]:
    here = folder()
    return sorted(path for path in here.iterdir() if path.is_file()) if here.is_dir() else []


def told_of(path: Path) -> str:
    """What a file of an export holds, in a sentence; empty for a file that no export makes."""
    table = tables().get(path.stem)
    if table is not None and path.suffix in (".csv", ".parquet"):
        return table.description
    return _OTHERS.get(path.name, "")


def take_down() -> None:
    """Remove the files: a case in them was withdrawn or changed. The next export brings them back."""
    for path in _all():
        path.unlink(missing_ok=True)
