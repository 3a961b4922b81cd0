"""Reading a spreadsheet (CSV, XLSX) as rows of plain text, within limits. Nothing in it is carried out."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import Any, Final

LARGEST: Final = 10 * 1024 * 1024
UNPACKED: Final = 150 * 1024 * 1024
ROWS: Final = 5_000
COLUMNS: Final = 60
CELL: Final = 4_000

Table = tuple[list[str], list[list[str]]]


class NoSheet(ValueError):
    """This is no spreadsheet that can be read. The message says why and what to do."""


def read(data: bytes) -> Table:
    """The heads of the columns and the rows under them, empty rows left out. Raises `NoSheet`."""
    if not data.strip():
        raise NoSheet("The file is empty.")
    if len(data) > LARGEST:
        raise NoSheet(f"The file is larger than {LARGEST // 1024 // 1024} MB: divide it.")
    rows = _xlsx(data) if data[:4] == b"PK\x03\x04" else _csv(data)
    kept = [row for row in rows if any(row)]
    if len(kept) < 2:
        raise NoSheet("There is no row under the heads of the columns.")
    heads = kept[0]
    while heads and not heads[-1]:
        heads.pop()
    if not heads or len(heads) > COLUMNS:
        raise NoSheet(f"The first row names the columns, at most {COLUMNS} of them.")
    if len(kept) - 1 > ROWS:
        raise NoSheet(f"There are more than {ROWS:,} rows: divide the file.")
    named = [head or f"Column {n}" for n, head in enumerate(heads, 1)]
    return named, [(row + [""] * len(named))[: len(named)] for row in kept[1:]]


def _xlsx(data: bytes) -> list[list[str]]:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED:
                raise NoSheet("Unpacked, this file is too large: save it as CSV.")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=ROWS + 2, max_col=COLUMNS + 1, values_only=True)
        return [[_cell(value) for value in row] for row in rows]
    except NoSheet:
        raise
    except Exception as error:  # openpyxl raises of every kind on what is no workbook
        raise NoSheet("This is not read as an Excel workbook (.xlsx). Save it anew, or as CSV.") from error


def _csv(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise NoSheet(
            "This is no CSV and no Excel workbook (.xlsx). Old .xls files are saved as .xlsx first."
        )
    try:
        dialect: Any = csv.Sniffer().sniff(text[:8192], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    found = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), dialect):
            found.append([_cell(value) for value in row])
            if len(found) > ROWS + 2:
                break
    except csv.Error as error:
        raise NoSheet(f"Row {len(found) + 1} is not read: {error}.") from error
    return found


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())[:CELL]
