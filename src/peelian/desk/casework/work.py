"""Tasks, notes, assignment: the work around a case. Each act is in the audit trail, without its words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import PEELIAN, Actor, record
from peelian.desk.casework.models import Attachment, MediaStatement, Note, Task, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import plain_text

LONGEST_NOTE = 10_000


def add_task(work: WorkedCase, title: str, by: Actor, *, due: date | None = None, to: Any = None) -> Task:
    """Set a task. Raises `NotPossible` without a title, or for somebody who does not work on cases."""
    title = plain_text(title)
    if not title:
        raise NotPossible("Say what is to be done.")
    _may_work(to)
    with transaction.atomic():
        made = Task.internal.create(
            work=work,
            title=title[:200],
            due=due,
            assigned_to=to,
            made_by=by.name,
            made_at=timezone.now(),
        )
        record("casework.task.added", work.case.public_id, by, {"task": made.pk})
    return made


def finish_task(work: WorkedCase, number: int, by: Actor) -> Task:
    """Say that a task is done. Raises `NotPossible` if the case has no such task, or it was done already."""
    with transaction.atomic():
        found = Task.internal.select_for_update().filter(work=work, pk=number).first()
        if found is None:
            raise NotPossible("This case has no such task.")
        if found.done_at is not None:
            raise NotPossible(f"{found.done_by} has done it already.")
        found.done_at, found.done_by = timezone.now(), by.name
        found.save(update_fields=["done_at", "done_by"])
        record("casework.task.done", work.case.public_id, by, {"task": number})
    return found


def add_note(work: WorkedCase, text: str, by: Actor) -> Note:
    """Note something. Raises `NotPossible` for nothing, or for more than a note holds."""
    text = plain_text(text)
    if not text:
        raise NotPossible("The note is empty.")
    if len(text) > LONGEST_NOTE:
        raise NotPossible(f"A note holds {LONGEST_NOTE:,} characters. Attach longer things.")
    with transaction.atomic():
        made = Note.internal.create(work=work, text=text, by=by.name, at=timezone.now())
        record("casework.note.added", work.case.public_id, by, {"note": made.pk})
    return made


def assign(work: WorkedCase, to: Any, by: Actor) -> None:
    """Give a case to somebody, or to nobody. Raises `NotPossible` for somebody who does not work on cases."""
    _may_work(to)
    with transaction.atomic():
        work.assigned_to = to
        work.save(update_fields=["assigned_to"])
        record("casework.assigned", work.case.public_id, by, {"to": to.get_username() if to else None})


def follow_merges() -> int:
    """Have the work on cases that were merged into others go on there; return how many were moved.

    Where work stands on both, tasks, notes, files and statements come together on the case that remains.
    """
    moved = 0
    while (
        old := WorkedCase.internal.exclude(case__redirect=None).select_related("case__redirect").first()
    ) is not None:
        with transaction.atomic():
            case = old.case.redirect
            assert case is not None
            there = WorkedCase.internal.filter(case=case).first()
            if there is None:
                WorkedCase.internal.filter(pk=old.pk).update(case=case)
            else:
                for model in (Task, Note, Attachment, MediaStatement):
                    model.internal.filter(work=old).update(work=there)
                for name in ("reference", "receipt", "assigned_to"):
                    setattr(there, name, getattr(there, name) or getattr(old, name))
                there.save(update_fields=["reference", "receipt", "assigned_to"])
                old.delete()
            record("casework.moved", case.public_id, PEELIAN, {"from": old.case.public_id})
        moved += 1
    return moved


def _may_work(user: Any) -> None:
    if user is not None and not (user.is_active and user.has_perm("desk.work_cases")):
        raise NotPossible(f"{user.get_username()} does not work on cases.")
