"""``export``: any number of formats in one pass over the cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Protocol

import msgspec

from peelian.publication import rulebook
from peelian.publication.shapes import PublishedCase

FORMATS: Final = ("csv", "jsonl", "parquet", "sqlite", "ftm", "datapackage")


MARK: Final = "approved.json"
"""The file beside an export that says it holds approved cases only, and which files are of it."""


class ExportRefused(ValueError):
    """Something that is not for the public would be exported, or a format does not exist."""


class Writer(Protocol):
    """What writes one format."""

    def add(self, case: PublishedCase) -> None: ...

    def close(self) -> list[Path]: ...


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: files, number of cases, and the first day on which the data must be made again."""

    files: tuple[Path, ...]
    cases: int
    next_review: str | None


def export(
    cases: Iterable[PublishedCase],
    folder: Path,
    formats: Sequence[str] = FORMATS,
    *,
    made_on: date | None = None,
    approved: bool = False,
) -> Exported:
    """Write published cases to a folder (made if missing; files of the same names are replaced).

    Held cases are left out. ``made_on`` stands in the data package; default: the latest ``as_of``.
    ``approved`` says that the cases are those two people made public: only then ``approved.json`` is written,
    without which the web serves nothing of the folder; one that stands there goes first. Raises
    ``ExportRefused`` for an unknown format, and for a case made under a policy that is not for the public
    (nothing made under ``internal`` may leave the desk); ``OSError`` if the folder cannot be written.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ExportRefused(
            f"no such format: {', '.join(unknown) or 'none given'}; there are {', '.join(FORMATS)}"
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).unlink(missing_ok=True)  # before any file changes: what it vouched for is no more
    writers = _writers(folder, list(dict.fromkeys(formats)), made_on)
    count, review, done = 0, None, False
    try:
        for case in cases:
            if not rulebook.policy(case.policy).public:
                raise ExportRefused(
                    f"case {case.id} was made under policy {case.policy!r}, which is not for the public: nothing is exported"
                )
            if case.held:
                continue
            for writer in writers:
                writer.add(case)
            count += 1
            if case.next_review is not None:
                review = case.next_review if review is None else min(review, case.next_review)
        done = True
    finally:
        files = [path for writer in writers for path in writer.close()]
        if not done:  # half an export is none
            for path in files:
                path.unlink(missing_ok=True)
    if approved:
        mark = folder / MARK
        told = {"approved": True, "cases": count, "files": sorted(path.name for path in files)}
        mark.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
        files.append(mark)
    return Exported(files=tuple(files), cases=count, next_review=review)


def approved_files(folder: Path) -> list[Path]:
    """The files of the last export to a folder, by name, if it was of approved cases only; else none."""
    try:
        told = json.loads((folder / MARK).read_text(encoding="utf-8"))
        names = sorted({Path(name).name for name in told["files"]}) if told["approved"] is True else []
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [folder / name for name in names if (folder / name).is_file()]


def _writers(folder: Path, formats: Sequence[str], made_on: date | None) -> list[Writer]:
    made: list[Writer] = []
    for name in formats:
        if name == "csv":
            from peelian.publication.exports.csv_files import CsvWriter

            made.append(CsvWriter(folder))
        elif name == "jsonl":
            from peelian.publication.exports.json_lines import JsonLinesWriter

            made.append(JsonLinesWriter(folder))
        elif name == "parquet":
            from peelian.publication.exports.parquet import ParquetWriter

            made.append(ParquetWriter(folder))
        elif name == "sqlite":
            from peelian.publication.exports.sqlite import SqliteWriter

            made.append(SqliteWriter(folder))
        elif name == "ftm":
            from peelian.publication.exports.ftm import FtmWriter

            made.append(FtmWriter(folder))
    if "datapackage" in formats:  # last: it describes CSV files that are finished
        from peelian.publication.exports.datapackage import DataPackageWriter

        made.append(DataPackageWriter(folder, made_on, csv_too="csv" not in formats))
    return made
