"""What a decision on who is who would change, seen before it is taken: persons, cases, public pages.

The decision is really taken, looked at, and undone with its transaction: what is shown is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from peelian.casebook.audit import Actor
from peelian.casebook.deciding import decide
from peelian.casebook.models import Case, Mention, Person
from peelian.publication import services
from peelian.publication.assembling import NotPublishable
from peelian.publication.changes import changes_between
from peelian.publication.models import Publication
from peelian.publication.shapes import Change, PublishedCase


@dataclass(slots=True)
class PersonAfter:
    """A person as it would be: id, name, the documents that tell of them."""

    public_id: str
    name: str
    mentions: list[Mention]


@dataclass(slots=True)
class PageAfter:
    """What would change on the public page of one case."""

    case_id: str
    title: str
    changes: tuple[Change, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Effect:
    """What a decision would change."""

    persons: list[PersonAfter] = field(default_factory=list)
    cases_before: int = 0
    cases_after: int = 0
    pages: list[PageAfter] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that is to be taken, as ``decide`` takes it."""

    kind: str
    target: str
    other: str = ""
    payload: dict[str, Any] = field(default_factory=dict)


def effect(steps: Sequence[Step], mentions: Iterable[str], actor: Actor) -> Effect:
    """What these decisions would do together. Nothing stays. ``mentions`` are those that they can concern.

    Raises ``DecisionRefused`` where the decision would be refused.
    """
    keys = set(mentions)
    found = Effect()
    with transaction.atomic():
        before = _cases(keys)
        shown = {row.case_id: _form(row) for row in _public(before)}
        take(steps, "a preview", actor)
        after = _cases(keys)
        found.cases_before, found.cases_after = len(before), len(after)
        for person in Person.internal.filter(mentions__key__in=keys).distinct().order_by("pk"):
            told = list(
                Mention.internal.filter(person=person, current=True).select_related("source").order_by("pk")
            )
            found.persons.append(PersonAfter(person.public_id, person.name, told))
        for row in _public(before | after):
            page = PageAfter(row.case_id, row.published.title if row.published else row.case_id)
            now = _form(row)
            if isinstance(now, str):
                page.note = now
            else:
                was = shown.get(row.case_id)
                page.changes = changes_between(was if isinstance(was, PublishedCase) else row.published, now)
            if page.changes or page.note:
                found.pages.append(page)
        transaction.set_rollback(True)
    return found


def _public(cases: set[str]) -> list[Publication]:
    found = Publication.internal.filter(state=Publication.APPROVED, case_id__in=cases)
    return list(found.order_by("case_id"))


def _form(row: Publication) -> PublishedCase | str:
    """What the gate would show of a case now; or why it would show nothing. Set beside what it shows afterwards,
    this leaves out what would change anyhow."""
    try:
        return services.preview(row.case_id, row.policy).case
    except NotPublishable as gone:
        return str(gone)


def take(steps: Sequence[Step], reason: str, actor: Actor) -> None:
    """Take the decisions together, all or none. Raises ``DecisionRefused``."""
    with transaction.atomic():
        for step in steps:
            decide(step.kind, step.target, step.other, step.payload, reason, actor=actor)


def _cases(keys: set[str]) -> set[str]:
    return set(Case.internal.filter(mentions__key__in=keys).values_list("public_id", flat=True))
