"""exports: published cases as files. Only ``PublishedCase`` goes in, so nothing withheld can come out.

    tables        the rows of each table, and their columns with descriptions
    csv_files     CSV: cases.csv, statements.csv (long form), events.csv, sources.csv, checks.csv
    json_lines    cases.jsonl: one PublishedCase a line
    parquet       the same tables as Parquet
    sqlite        peelian.db with full-text search, metadata.yaml for Datasette
    ftm           FollowTheMoney: entities.ftm.json and evidence.parquet, proven outcomes of named people only
    datapackage   datapackage.json (Frictionless) over the CSV files

``export(cases, folder, formats)`` writes any of them in one pass over the cases.
"""

from peelian.publication.exports.writing import FORMATS, Exported, ExportRefused, approved_files, export

__all__ = ["FORMATS", "ExportRefused", "Exported", "approved_files", "export"]
