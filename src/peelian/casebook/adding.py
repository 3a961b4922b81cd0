"""Adding: files and addresses become sources, persons and cases.

    keep the bytes -> read -> store each document in one transaction -> copies -> link -> derive

What is reported as stored is on disk. A run that is stopped at any moment, by ``kill -9`` too, leaves whole
documents only; the next run goes on where it stopped. Adding the same again changes nothing but when it
was last seen. A document that cannot be read is listed (table ``Unread``) and never stops the rest.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from peelian.casebook import copies, deriving, linking_step, originals
from peelian.casebook.link_store import Linked
from peelian.casebook.models import Case, Original, Source, Unread
from peelian.casebook.readers import File, Outcome, ReadDocument, on_the_web, read_all
from peelian.casebook.storing import seen_again, store
from peelian.documents import DocumentError, Failure


@dataclass(frozen=True, slots=True)
class Place:
    """A file or an address to add. ``published`` is its date if the caller knows it and the document has none."""

    where: str
    published: str | None = None

    @property
    def is_url(self) -> bool:
        """Whether it is to be fetched."""
        return on_the_web(self.where)


@dataclass(slots=True)
class Added:
    """What adding came to. ``new`` and ``known`` count documents, ``unread`` are those that could not be read."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    known: int = 0
    unread: list[Failure] = field(default_factory=list)
    copies: int = 0
    linked: Linked = field(default_factory=Linked)
    derived: int = 0


Report = Callable[[str, str], None]
"""Called as things are done: ``("stored", source id)``, ``("known", place)``, ``("unread", place)``,
``("file", place)``, ``("stage", name)``, ``("derived", count)``. What is told as stored is on disk."""


def _silent(what: str, which: str) -> None:
    pass


def add(places: Iterable[Place], *, jobs: int = 1, report: Report = _silent) -> Added:
    """Add every document of ``places`` and finish what earlier runs left undone.

    ``jobs`` processes read. Gives what it came to. Raises ``OSError`` if the disk refuses, and whatever the
    database raises if it does; what was reported as stored is there all the same.
    """
    added = Added()
    originals.sweep()
    files = _files(places, added, report)
    for file, outcome in read_all(files, jobs):
        _take(file, outcome, added, report)
    finish(added, report)
    return added


def finish(added: Added | None = None, report: Report = _silent) -> Added:
    """Do what is left to do after storing: find copies, link, derive. Does nothing if nothing is left."""
    added = added or Added()
    unmarked = Source.internal.filter(compared=False).order_by("pk")
    if unmarked.exists():
        report("stage", "copies")
        for some in deriving.batches(unmarked.iterator(500), 200):
            copies.sign(some)
            added.copies += len(copies.mark(some))
            Source.internal.filter(pk__in=[source.pk for source in some]).update(compared=True)
    if linking_step.unlinked():
        report("stage", "linking")
        added.linked = linking_step.link_new()
    report("stage", "cases")
    added.derived = deriving.derive_stale(lambda n: report("derived", str(n)))
    return added


def unfinished() -> bool:
    """Whether something is stored and not yet linked or derived (a run was interrupted)."""
    return linking_step.unlinked() or Case.internal.filter(stale=True).exists()


# ---- files


def _files(places: Iterable[Place], added: Added, report: Report) -> Iterator[File]:
    """Keep the bytes of each place and yield those files that are not stored wholly yet."""
    for place in places:
        try:
            file = _fetched(place) if place.is_url else _kept(place)
        except DocumentError as error:
            _unread(Failure.of(error), "", added, report)
            report("file", place.where)
            continue
        now = timezone.now()
        original, _ = Original.internal.get_or_create(
            sha256=file.sha256,
            defaults={"size": file.size, "name": file.name, "first_seen_at": now, "last_seen_at": now},
        )
        if original.whole_at is not None:
            added.known += _seen_again(original, now, fetched=place.is_url)
            report("known", place.where)
            report("file", place.where)
            continue
        yield file


def _kept(place: Place) -> File:
    path = Path(place.where)
    if path.exists() and not path.is_file():  # to open a pipe would wait for ever
        raise DocumentError(place.where, "it is no ordinary file", "Save it as a file first.")
    try:
        if path.stat().st_size == 0:
            raise DocumentError(place.where, "the file is empty (0 bytes)", "Save or download it again.")
        kept = originals.keep_file(path)
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise DocumentError(
            place.where, f"it cannot be opened ({error.strerror})", "Check the path and the permissions."
        ) from error
    return File(kept.path, kept.sha256, kept.size, path.name, place.where, None, place.published)


def _fetched(place: Place) -> File:
    from peelian.documents.contents import url_id
    from peelian.documents.web import fetch_bytes

    page = fetch_bytes(place.where)
    kept = originals.keep(io.BytesIO(page.data))
    suffix = ".html" if (page.media_type or "").endswith("html") else ""
    return File(
        kept.path, kept.sha256, kept.size, url_id(page.url) + suffix, place.where, page.url, place.published
    )


def _seen_again(original: Original, at: datetime.datetime, *, fetched: bool) -> int:
    """Note that a file that is stored wholly was seen again; return how many documents it holds."""
    with transaction.atomic():
        Original.internal.filter(pk=original.pk).update(last_seen_at=at)
        return seen_again(Source.internal.filter(sha256=original.sha256), at, published=fetched)


# ---- documents


def _take(file: File, outcome: Outcome | None, added: Added, report: Report) -> None:
    """Store one outcome; after a file's last, note that the file is whole."""
    if outcome is None:
        _whole(file)
        report("file", file.origin)
    elif isinstance(outcome, Failure):
        _unread(outcome, file.sha256, added, report)
    else:
        _store(outcome, added, report)


def _store(read: ReadDocument, added: Added, report: Report) -> None:
    known = Source.internal.filter(sha256=read.sha256, part=read.part).exists()
    source, changed = store(read, timezone.now())
    Unread.internal.filter(place=read.origin, resolved_at=None).update(resolved_at=timezone.now())
    if not known:
        added.new.append(source.public_id)
    elif changed:
        added.changed.append(source.public_id)
    else:
        added.known += 1
    report("stored", source.public_id)


def _whole(file: File) -> None:
    """A file of which at least one document was read is whole; one of which none was is tried again next time."""
    count = Source.internal.filter(sha256=file.sha256).count()
    if count:
        now = timezone.now()
        Original.internal.filter(sha256=file.sha256).update(documents=count, whole_at=now, last_seen_at=now)


def _unread(failure: Failure, sha256: str, added: Added, report: Report) -> None:
    now = timezone.now()
    with transaction.atomic():
        row, _ = Unread.internal.update_or_create(
            place=failure.origin,
            resolved_at=None,
            defaults={
                "sha256": sha256, "kind": failure.kind[:40], "cause": failure.cause, "remedy": failure.remedy,
                "at": now,
            },
        )  # fmt: skip
    added.unread.append(failure)
    report("unread", row.place)
