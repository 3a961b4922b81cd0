"""The recipient's part: states and the ways between them, replies, opening with a key, a link to a case.

Each act names who does it and goes into the audit trail, with the report's handle and never a word of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from django.db import transaction

from peelian.casebook.audit import Actor, record
from peelian.casebook.models import Case
from peelian.intake import submission
from peelian.intake.crypto import Identity
from peelian.intake.models import Attachment, Message, Report
from peelian.intake.opening import OpenedFile, OpenedMessage, open_file, open_message

State = Report.State

#: From each state, where it may go. "Linked" only with a case; "closed" may be opened again.
TRANSITIONS: Final[dict[str, tuple[State, ...]]] = {
    State.NEW: (State.IN_TALK, State.LINKED, State.REFERRED, State.CLOSED),
    State.IN_TALK: (State.LINKED, State.REFERRED, State.CLOSED),
    State.LINKED: (State.IN_TALK, State.REFERRED, State.CLOSED),
    State.REFERRED: (State.IN_TALK, State.LINKED, State.CLOSED),
    State.CLOSED: (State.IN_TALK,),
}


class NotPossible(ValueError):
    """This step cannot be taken. The message says which can."""


def move(report: Report, to: str, by: Actor, today: datetime.date) -> None:
    """Put ``report`` into the state ``to``. Raises NotPossible.

    To ``linked`` use ``link``. A closed report is kept CLOSED_DAYS more; one opened again as long as any.
    """
    if to == State.LINKED and not report.case_public_id:
        raise NotPossible("Name the case to link the report to.")
    _go(report, to, by, today)


def link(report: Report, case_public_id: str, by: Actor, today: datetime.date) -> None:
    """Tie ``report`` to a case by a person's act. No word of it goes into the case. Raises NotPossible."""
    if "\0" in case_public_id or not Case.internal.filter(public_id=case_public_id).exists():
        raise NotPossible(f"There is no case {case_public_id!r}.")
    report.case_public_id = case_public_id
    with transaction.atomic():
        if report.state == State.LINKED:
            report.save(update_fields=["case_public_id"])
            record("intake.linked", report.handle, by, {"case": case_public_id})
        else:
            _go(report, State.LINKED, by, today)


def reply(report: Report, text: str, by: Actor, today: datetime.date) -> None:
    """Answer the source. A new report is then in talk. Raises ValueError for no text, CannotSeal, Full."""
    if not text.strip():
        raise ValueError("The reply is empty.")
    with transaction.atomic():
        submission.add_reply(report, text, today)
        record("intake.replied", report.handle, by)
        if report.state == State.NEW:
            _go(report, State.IN_TALK, by, today)


def read(
    report: Report, identities: Sequence[Identity], by: Actor, *, most: int | None = None
) -> list[OpenedMessage]:
    """All messages of ``report``, opened by the first of ``identities`` that can; the reading is in the trail.

    With ``most``, files are opened until they come to so many bytes together; further ones are named only.
    """
    record("intake.read", report.handle, by)
    left = most
    found = []
    for message in Message.internal.filter(report=report).order_by("number"):
        held: list[tuple[int, bytes]] = []
        shut: list[OpenedFile] = []
        listed = Attachment.internal.filter(message=message).order_by("number")
        for key, number, size in listed.values_list("pk", "number", "size"):
            if left is not None and size > left:
                shut.append(OpenedFile(number, size))
                continue
            left = None if left is None else left - size
            held.append((number, bytes(Attachment.internal.get(pk=key).sealed)))
        opened = open_message(
            message.number,
            message.direction == Message.Direction.SOURCE,
            message.sent_on,
            bytes(message.sealed),
            held,
            identities,
        )
        found.append(replace(opened, files=(*opened.files, *shut)) if shut else opened)
    return found


def read_file(
    report: Report, message: int, number: int, identities: Sequence[Identity], by: Actor
) -> OpenedFile | None:
    """One file of ``report``, opened; None if there is none. Raises CannotOpen, Damaged."""
    held = Attachment.internal.filter(message__report=report, message__number=message, number=number).first()
    if held is None:
        return None
    record("intake.file.read", report.handle, by, {"message": message, "file": number})
    return open_file(number, bytes(held.sealed), identities)


def _go(report: Report, to: str, by: Actor, today: datetime.date) -> None:
    allowed = TRANSITIONS[report.state]
    if to not in allowed:
        ways = ", ".join(State(state).label.lower() for state in allowed)
        raise NotPossible(f"A report that is {report.get_state_display().lower()} can become: {ways}.")
    before, report.state = report.state, to
    days = submission.CLOSED_DAYS if to == State.CLOSED else submission.KEPT_DAYS
    report.expires_on = today + datetime.timedelta(days=days)
    with transaction.atomic():
        report.save(update_fields=["state", "expires_on", "case_public_id"])
        detail = {"from": before, "to": str(to)} | (
            {"case": report.case_public_id} if to == State.LINKED else {}
        )
        record("intake.state", report.handle, by, detail)
