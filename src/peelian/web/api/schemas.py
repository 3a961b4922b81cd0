"""The shapes of the API's answers. Keys are added, never renamed."""

from __future__ import annotations

from typing import Any

from ninja import Schema


class CaseLine(Schema):
    """A case in a list."""

    id: str
    title: str
    summary: str
    force: str | None
    year: int | None
    latest: str | None
    updated: str
    url: str


class CaseList(Schema):
    """A page of cases. ``next`` is the cursor of the page after it, or null."""

    total: int
    cases: list[CaseLine]
    next: str | None


class Statement(Schema):
    """One fact with its provenance: what is said, by which source, in which words."""

    case: str
    party: str
    record: str | None
    field: str
    state: str
    value: Any
    label: str
    preferred: bool
    reason: str
    source: str | None
    publisher: str | None
    source_url: str | None
    quote: str | None
    marks: list[tuple[int, int]]


class StatementList(Schema):
    """All statements of a case that may be shown."""

    case: str
    statements: list[Statement]


class Person(Schema):
    """A person who is named in published cases."""

    id: str
    name: str
    other_names: list[str]
    cases: list[CaseLine]


class Value(Schema):
    """A value of a facet with its number of published cases."""

    id: str
    label: str
    cases: int


class Values(Schema):
    """All values of a facet."""

    facet: str
    values: list[Value]


class Download(Schema):
    """One file of the last public export."""

    name: str
    bytes: int
    url: str


class Downloads(Schema):
    """The files of the last public export."""

    files: list[Download]


class Problem(Schema):
    """What went wrong, in one sentence, and what to do."""

    detail: str


class Invalid(Schema):
    """Which parameters do not fit, and why."""

    detail: list[dict[str, Any]]
