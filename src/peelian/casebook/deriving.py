"""Deriving: a case's facts, columns and events from its statements and decisions.

Each case is derived in a transaction of its own and is marked as stale until that is done, so an
interruption leaves cases to be derived, never half derived ones.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final

import msgspec
from django.db import transaction

from peelian.casebook.inputs import case_inputs
from peelian.casebook.models import Case, Event, Person
from peelian.casefile import CaseFile, CaseInput, build
from peelian.casefile.facts import Party

#: Cases derived in one transaction.
BATCH: Final = 100
#: Columns of a case that are taken from its case file.
COLUMNS: Final = (
    "title", "summary", "facts", "force", "outcome", "hearing", "latest", "sources_count", "checks_count",
    "conflicts_count", "stale",
)  # fmt: skip


def derive_stale(progress: Callable[[int], None] = lambda n: None) -> int:
    """Derive every case that is marked as stale. Return how many there were."""
    done, last = 0, 0
    while True:
        cases = list(Case.internal.filter(stale=True, pk__gt=last).order_by("pk")[:BATCH])
        if not cases:
            return done
        derive(cases)
        done, last = done + len(cases), cases[-1].pk
        progress(len(cases))


def derive(cases: Sequence[Case]) -> None:
    """Compute cases anew from what the tables hold, in one transaction, and take the mark off them."""
    with transaction.atomic():
        locked = list(
            Case.internal.select_for_update().filter(pk__in=[case.pk for case in cases]).order_by("pk")
        )
        inputs = case_inputs(locked)
        files = {pk: build(case_input) for pk, case_input in inputs.items()}
        for case in locked:
            _fill(case, files.get(case.pk), inputs.get(case.pk))
            case.save(update_fields=COLUMNS)
        Event.internal.filter(case__in=[case.pk for case in locked]).delete()
        persons = _persons(files.values())
        Event.internal.bulk_create(
            (
                event
                for case in locked
                if (file := files.get(case.pk)) is not None
                for event in _events(case, file, persons)
            ),
            batch_size=500,
        )


def _fill(case: Case, file: CaseFile | None, told: CaseInput | None) -> None:
    """Put what a case file says into the columns of its case."""
    case.stale = False
    if file is None or told is None:
        if not case.by_hand:
            case.facts, case.force, case.outcome, case.hearing, case.latest = None, "", "", "", ""
            case.sources_count = case.checks_count = case.conflicts_count = 0
        return
    first = file.parties[0] if file.parties else None
    case.facts = msgspec.to_builtins(file)
    case.title, case.summary = file.title, file.summary
    case.force = _text(first and first.get("force"))
    decided = first.proceedings[-1] if first is not None and first.proceedings else None
    case.outcome = _text(decided and decided.get("outcome"))
    case.hearing = _text(decided and decided.get("kind"))
    case.latest = max((event.date or "" for event in file.events), default="")[:40]
    case.sources_count = sum(
        1 for source in file.sources if source.copy_of is None or not _among(source, file)
    )
    case.checks_count = len(file.checks)
    case.conflicts_count = sum(_conflicts(party) for party in file.parties)


def _text(value: Any) -> str:
    return str(value or "")[:60]


def _among(source: Any, file: CaseFile) -> bool:
    return any(other.id == source.copy_of for other in file.sources)


def _conflicts(party: Party) -> int:
    single = [*party.facts.values(), *(fact for facts in party.lists.values() for fact in facts)]
    records = (*party.offences, *party.sentences, *party.orders, *party.proceedings, *party.appeals)
    parts = [fact for record in records for fact in record.facts.values()]
    return sum(fact.conflict for fact in (*single, *parts))


def _persons(files: Iterable[CaseFile]) -> dict[str, int]:
    ids = {party.person for file in files for party in file.parties}
    return dict(Person.internal.filter(public_id__in=ids).values_list("public_id", "pk"))


def _events(case: Case, file: CaseFile, persons: dict[str, int]) -> Iterable[Event]:
    for position, event in enumerate(file.events):
        yield Event(
            case=case,
            person_id=persons.get(event.person or ""),
            key=event.id[:200],
            track=event.track,
            kind=event.kind[:60],
            title=event.title,
            date=event.date,
            earliest=_day(event.earliest),
            latest=_day(event.latest),
            inferred=event.inferred,
            position=position,
        )


def _day(iso: str | None) -> datetime.date | None:
    return None if iso is None else datetime.date.fromisoformat(iso)


def batches(items: Iterable[Any], size: int) -> Iterable[list[Any]]:
    """``items`` in lists of at most ``size``."""
    here = iter(items)
    while some := list(islice(here, size)):
        yield some
