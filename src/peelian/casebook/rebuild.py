"""Rebuilding: everything that is derived is made again from statements and decisions, to the same result.

``reread`` first has every document read anew by the reader as it is now: its statements take the place of
those before, and every decision stays (see ``carrying``).
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from peelian.casebook import audit, copies, deciding, deriving, linking_step, protection
from peelian.casebook.audit import PEELIAN, Actor
from peelian.casebook.link_store import Linked
from peelian.casebook.models import Case, Decision, Signature, SignatureBand, Source, Statement
from peelian.casebook.readers import Reader, read_anew, read_some
from peelian.casebook.storing import document_of, store_reading
from peelian.documents import Document

Report = Callable[[str, int], None]
#: Documents read by one call of a worker.
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What rebuilding came to: documents read anew, of which changed; linking; cases derived."""

    reread: int
    changed: int
    linked: Linked
    derived: int


def rebuild(
    *,
    reread: bool = False,
    jobs: int = 1,
    reader: Reader = read_anew,
    actor: Actor = PEELIAN,
    report: Report = lambda stage, count: None,
) -> Rebuilt:
    """Make everything derived again, and return what it came to.

    Canonical ids stay, since they are published. Stopped at any moment it leaves a whole casebook, with
    cases to derive that the next ``add`` or ``rebuild`` derives. ``report`` is told the stage and how many
    more of it are done. ``reader`` reads, in ``jobs`` processes, if ``reread``.
    """
    protection.protect(connection)
    read, changed = _reread(reader, jobs, report) if reread else (0, 0)
    _write_added()
    report("copies", 0)
    with transaction.atomic():
        SignatureBand.internal.all().delete()
        Signature.internal.all().delete()
    copies.mark_all()
    Source.internal.filter(compared=False).update(compared=True)
    report("linking", 0)
    linked = linking_step.link_all(anew=reread)  # scores every pair anew, and replaces those that are kept
    Case.internal.update(stale=True)
    derived = deriving.derive_stale(lambda n: report("cases", n))
    audit.record(
        "casebook.rebuilt",
        "",
        actor,
        {"reread": reread, "documents": read, "changed": changed, "cases": derived},
    )
    return Rebuilt(read, changed, linked, derived)


def _write_added() -> None:
    """Make the statements that people wrote again from their decisions; those of no decision go."""
    with transaction.atomic():
        Statement.internal.filter(origin="person").delete()
        for decision in Decision.internal.filter(kind="add", closed_by=None).order_by("pk").iterator(500):
            deciding.write_added(decision)


def _reread(reader: Reader, jobs: int, report: Report) -> tuple[int, int]:
    read = changed = 0
    for source, text, reading in _readings(reader, jobs):
        read += 1
        changed += store_reading(source, text, reading, timezone.now())
        report("reading", 1)
    return read, changed


def _readings(reader: Reader, jobs: int) -> Iterator[tuple[Source, str, Mapping[str, Any]]]:
    """Each source with its text and its new reading."""
    sources = Source.internal.order_by("pk").values_list("pk", flat=True)
    chunks = deriving.batches(sources.iterator(2000), _CHUNK)
    if jobs <= 1:
        for some in chunks:
            for source, document in _documents(some):
                yield source, document.text, reader(document)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        for group in deriving.batches(chunks, jobs * 2):
            known = [_documents(some) for some in group]
            done = pool.map(read_some, [(reader, [document for _, document in some]) for some in known])
            for some, readings in zip(known, done, strict=True):
                for (source, document), reading in zip(some, readings, strict=True):
                    yield source, document.text, reading


def _documents(numbers: list[int]) -> list[tuple[Source, Document]]:
    return [(source, document_of(source)) for source in Source.internal.filter(pk__in=numbers).order_by("pk")]
