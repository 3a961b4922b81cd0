"""A reading in the formats of the output: what is written for one document, as bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Final

from peelian.cli import words
from peelian.documents import Document
from peelian.reading.model import Offence, Order, Proceeding, Reading, Sentence, Subject

TABLE_COLUMNS: Final = ("Subject", "Rank", "Force", "Offences", "Sentence", "Hearing", "Outcome", "Source")


def encode(format: str, document: Document, reading: Reading) -> bytes:
    """What is written for one document: a line of JSON, its lines of CSV, or its rows of the table."""
    if format == "jsonl":
        return reading.to_json() + b"\n"
    if format == "json":
        return reading.to_json()
    if format == "csv":
        return csv_lines(
            csv_row(document, reading, n, subject) for n, subject in enumerate(reading.subjects, 1)
        )
    return json.dumps([table_row(reading, subject) for subject in reading.subjects]).encode()


# ---- csv


def csv_header() -> bytes:
    """The first line of a CSV output."""
    return csv_lines([[name for name, _ in _CSV]])


def csv_row(document: Document, reading: Reading, number: int, subject: Subject) -> list[str]:
    """One subject as a line of CSV. Lists are joined by ";", and those of one kind go side by side."""
    row = _Row(document, reading, number, subject)
    return [_cell(value(row)) for _, value in _CSV]


def csv_lines(rows: Iterable[list[str]]) -> bytes:
    """Rows as UTF-8 CSV, each ended by a line feed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


class _Row:
    """What a cell is made from."""

    def __init__(self, document: Document, reading: Reading, number: int, subject: Subject) -> None:
        self.document, self.reading, self.number, self.subject = document, reading, number, subject

    @property
    def proceeding(self) -> Proceeding | None:
        return self.subject.proceeding


_Value = str | int | float | bool | None | list[str]


def _cell(value: _Value) -> str:
    """A value as text. What a spreadsheet would take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = ";".join(part.replace(";", ",") for part in value) if isinstance(value, list) else str(value)
    text = words.one_line(text)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _of_subject(name: str) -> Callable[[_Row], _Value]:
    return lambda row: getattr(row.subject, name)


def _of_reading(name: str) -> Callable[[_Row], _Value]:
    return lambda row: getattr(row.reading, name)


def _of_proceeding(name: str) -> Callable[[_Row], _Value]:
    return lambda row: getattr(row.proceeding, name, None)


def _of_each(listed: str, name: str) -> Callable[[_Row], _Value]:
    def values(row: _Row) -> _Value:
        records: list[Offence | Sentence | Order] = getattr(row.subject, listed)
        return ["" if (v := getattr(record, name)) is None else f"{v:g}" if isinstance(v, float) else str(v) for record in records]  # fmt: skip

    return values


_CSV: Final[tuple[tuple[str, Callable[[_Row], _Value]], ...]] = (
    ("id", _of_reading("id")),
    ("source", lambda row: row.document.origin or row.document.url),
    ("sha256", lambda row: row.document.sha256),
    ("title", _of_reading("title")),
    ("published", _of_reading("published")),
    ("publisher", _of_reading("publisher")),
    ("kind", _of_reading("kind")),
    ("subject", lambda row: row.number),
    *((name, _of_subject(name)) for name in ("name", "label")),
    ("background", lambda row: row.subject.background is True or None),
    *(
        (name, _of_subject(name))
        for name in ("former", "rank", "collar_number", "age", "force", "posts", "residence", "joined")
    ),
    ("offences", _of_each("offences", "offence")),
    ("offence_titles", _of_each("offences", "title")),
    ("offence_counts", _of_each("offences", "count")),
    ("pleas", _of_each("offences", "plea")),
    ("stages", _of_each("offences", "stage")),
    ("courts", _of_subject("courts")),
    ("sentenced_on", _of_subject("sentenced_on")),
    ("sentences", _of_each("sentences", "kind")),
    ("sentence_lengths", _of_each("sentences", "length")),
    ("suspended_for", _of_each("sentences", "suspended_for")),
    ("sentence_amounts", _of_each("sentences", "amount")),
    ("sentence_hours", _of_each("sentences", "hours")),
    ("orders", _of_each("orders", "kind")),
    ("order_lengths", _of_each("orders", "length")),
    ("order_amounts", _of_each("orders", "amount")),
    ("order_hours", _of_each("orders", "hours")),
    ("investigated_by", lambda row: row.subject.investigation.bodies),
    ("oversight", lambda row: row.subject.investigation.oversight),
    ("mode", lambda row: row.subject.investigation.mode),
    ("proceeding", _of_proceeding("kind")),
    ("proceeding_date", _of_proceeding("date")),
    *((name, _of_proceeding(name)) for name in ("chair", "chair_role", "venue", "finding", "outcome", "standards")),
    ("appeal", lambda row: row.subject.appeal.kind if row.subject.appeal else None),
    ("appeal_result", lambda row: row.subject.appeal.result if row.subject.appeal else None),
    *((name, _of_subject(name)) for name in ("suspended", "restricted", "resigned", "barred")),
)  # fmt: skip


# ---- table


def table_row(reading: Reading, subject: Subject) -> list[str]:
    """One subject as the cells of the table, in the order of TABLE_COLUMNS."""
    proceeding = subject.proceeding
    left = words.plain(subject.resigned) if subject.resigned else ""
    return [
        words.who(subject) + (" (background)" if subject.background is True else ""),
        words.named("ranks", subject.rank) if subject.rank else "",
        words.named("forces", subject.force) if subject.force else "",
        "; ".join(words.offence(record) for record in subject.offences),
        "; ".join(words.term(record) for record in subject.sentences),
        words.hearing(proceeding) if proceeding else "",
        (words.outcome(proceeding) if proceeding else "") or left,
        reading.id,
    ]
