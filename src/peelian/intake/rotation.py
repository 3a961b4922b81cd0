"""Sealing anew what is held, when people come or leave. By a person who has a key: the server cannot.

New messages go to the new keys from the first day. Old ones are opened with a key that still opens them and sealed
to the keys in force. Who left keeps what they copied while they could; no program takes that back.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from peelian.casebook.audit import Actor, record
from peelian.intake import crypto, recipients
from peelian.intake.crypto import CannotOpen, Identity
from peelian.intake.models import Attachment, IdentityRequest, Message, SourceIdentity
from peelian.intake.recipients import Role


@dataclass(slots=True)
class Rotation:
    """How many seals were made anew, were right already, and could not be opened with the given keys."""

    done: int = 0
    right: int = 0
    closed: int = 0


def rotate(identities: Sequence[Identity], by: Actor, today: datetime.date) -> Rotation:
    """Seal all that is held to the keys in force on ``today``; row by row, so that it can be stopped and resumed.

    A recipient's key does messages and files, a custodian's key identities; what the keys do not open is counted.
    Raises CannotSeal if there is no recipient.
    """
    to_recipients = recipients.keys(Role.RECIPIENT, today)
    to_custodians = recipients.keys(Role.CUSTODIAN, today)
    if not to_recipients:
        raise crypto.CannotSeal("There is no recipient to seal to. Add one first.")
    tally = Rotation()
    for message in Message.internal.select_related("report").iterator(chunk_size=50):
        own = [message.report.source_key] if message.direction == Message.Direction.REPLY else []
        _anew(message, ("sealed",), [*to_recipients, *own], identities, tally)
    for key in Attachment.internal.values_list("pk", flat=True):  # one at a time: each may be 20 MB
        attachment = Attachment.internal.filter(pk=key).first()
        if attachment is not None:
            _anew(attachment, ("sealed",), to_recipients, identities, tally)
    if to_custodians:
        for identity in SourceIdentity.internal.iterator(chunk_size=50):
            _anew(identity, ("sealed",), to_custodians, identities, tally)
    for request in IdentityRequest.internal.iterator(chunk_size=50):
        fields = ("reason_sealed",) + (("decision_sealed",) if request.decision_sealed is not None else ())
        _anew(request, fields, [*to_recipients, *to_custodians], identities, tally)
    record("intake.rotated", "", by, {"done": tally.done, "right": tally.right, "closed": tally.closed})
    return tally


def _anew(
    row: Any, fields: Sequence[str], keys: list[str], identities: Sequence[Identity], tally: Rotation
) -> None:
    """Seal the ``fields`` of ``row`` to ``keys``, unless they are."""
    name = crypto.sealed_for(keys)
    if row.sealed_for == name:
        tally.right += 1
        return
    try:
        opened = [crypto.unseal(bytes(getattr(row, held)), identities) for held in fields]
    except CannotOpen:
        tally.closed += 1
        return
    for held, content in zip(fields, opened, strict=True):
        setattr(row, held, crypto.seal(content, keys))
    row.sealed_for = name
    changed = [*fields, "sealed_for"]
    if isinstance(row, Attachment):
        row.size = len(row.sealed)
        changed.append("size")
    with transaction.atomic():
        row.save(update_fields=changed)
    tally.done += 1
