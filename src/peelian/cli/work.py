"""One source read: its documents as outcomes, each ready to be written. Runs in any process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peelian.cli.inputs import Source

if TYPE_CHECKING:
    from peelian.documents import Document, Failure


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with each source: the format of its outcomes, and a date for those without."""

    format: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """One document read. ``data`` is what is written for it, ``subjects`` how many it tells of."""

    data: bytes
    subjects: int


@dataclass(frozen=True, slots=True)
class NotRead:
    """One document not read: which, why, and what to do about it."""

    origin: str
    cause: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.origin}: {self.cause}. {self.remedy}".rstrip()


Outcome = Read | NotRead


def outcomes(source: Source, plan: Plan) -> Iterator[Outcome]:
    """Read ``source`` and yield an outcome for each document in it, after the first ``source.skip``.

    Never raises for a bad document: whatever goes wrong becomes a NotRead, and the rest is read.
    """
    for number, item in enumerate(documents(source)):
        if number >= source.skip:
            yield item if isinstance(item, NotRead) else _outcome(item, plan)


_REPORT = "This is a fault of Peelian's: please report it."


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def documents(source: Source) -> Iterator[Document | NotRead]:
    """Load ``source`` and yield its documents, with their ids, and what was not read. Never raises."""
    from peelian.documents import Document

    ids: set[str] = set()
    try:
        for item in _loaded(source):
            named = _named(item, source, ids)
            yield named if isinstance(named, Document) else NotRead(named.origin, named.cause, named.remedy)
    except Exception as error:  # what no reader foresaw must not end a batch
        yield NotRead(source.place, f"it could not be opened ({_told(error)})", _REPORT)


def _loaded(source: Source) -> Iterator[Document | Failure]:
    from peelian.documents import DocumentError, Failure, fetch, load_all

    if not source.is_url:
        yield from load_all(source.place)
        return
    try:
        yield fetch(source.place)
    except DocumentError as error:
        yield Failure.of(error)


def _named(item: Document | Failure, source: Source, ids: set[str]) -> Document | Failure:
    """The document with an id that no other of the batch has: the source's, or, in an archive, the source's and its own."""
    from peelian.documents import Document

    if not isinstance(item, Document):
        return item
    id = source.id
    if not source.is_url and item.origin not in (None, source.place):
        id = f"{source.id}#{item.id}"
    unique, n = id, 1
    while unique in ids:
        n += 1
        unique = f"{id}~{n}"
    ids.add(unique)
    return replace(item, id=unique)


def _outcome(document: Document, plan: Plan) -> Outcome:
    try:
        return read_document(document, plan)
    except Exception as error:
        origin = document.origin or document.url or document.id
        return NotRead(origin, f"the reader failed on it ({_told(error)})", _REPORT)


def read_document(document: Document, plan: Plan) -> Read:
    """Read one document into what is written for it."""
    from peelian.cli.formats import encode
    from peelian.reading import read

    reading = read(dated(document, plan.published))
    return Read(encode(plan.format, document, reading), len(reading.subjects))


def dated(document: Document, published: str | None) -> Document:
    """The document with ``published`` as its date, if its carrier gives none."""
    if published is None or document.published is not None:
        return document
    return replace(document, published=published)


def fingerprint(place: str) -> str:
    """The SHA-256 of a file's bytes; "" if it cannot be opened."""
    path = Path(place)
    with suppress(OSError):
        if path.is_file():  # to open a pipe would wait for ever
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
    return ""
