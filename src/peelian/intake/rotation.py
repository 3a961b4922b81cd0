"""Sealing anew what is held, when people come or leave. By a person who has a key: the server cannot.

New messages go to the new keys from the first day. Old ones are opened with a key that still opens them and sealed
to the keys in force: here, where the key and the database are together (``rotate``), or by a file that goes to the
recipient's machine and comes back (``export_work``, ``resealing.do_work``, ``import_done``). Who left keeps what they
copied while they could; no program takes that back.
"""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import transaction

from peelian.casebook.audit import Actor, record
from peelian.intake import crypto, recipients, resealing
from peelian.intake.crypto import CannotOpen, Identity
from peelian.intake.models import Attachment, IdentityRequest, Message, SourceIdentity
from peelian.intake.recipients import Role

_TABLES: dict[str, Any] = {
    "message": Message,
    "attachment": Attachment,
    "identity": SourceIdentity,
    "request": IdentityRequest,
}


@dataclass(slots=True)
class Rotation:
    """How many rows were sealed anew, were right already, and could not be opened (or had changed meanwhile)."""

    done: int = 0
    right: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A row to be sealed anew: its seals by field, the keys, and the source's own key if it is a reply."""

    table: str
    row: Any
    fields: tuple[str, ...]
    keys: list[str]
    source_key: str = ""

    @property
    def sealed_for(self) -> str:
        """The name of the keys that it is to be sealed to."""
        return crypto.sealed_for([*self.keys, self.source_key] if self.source_key else self.keys)


def keys_in_force(today: datetime.date) -> list[str]:
    """All keys that a rotation on ``today`` seals to, for comparing their fingerprints."""
    return recipients.keys(Role.RECIPIENT, today) + recipients.keys(Role.CUSTODIAN, today)


def rotate(identities: Sequence[Identity], by: Actor, today: datetime.date) -> Rotation:
    """Seal all that is held to the keys in force on ``today``; row by row, so that it can be stopped and resumed.

    A recipient's key does messages and files, a custodian's key identities; what the keys do not open is counted.
    Raises CannotSeal if there is no recipient.
    """
    tally = Rotation()
    for task in _tasks(today, tally):
        try:
            sealed = {
                name: resealing.reseal(bytes(getattr(task.row, name)), task.keys, task.source_key, identities)
                for name in task.fields
            }
        except CannotOpen:
            tally.closed += 1
            continue
        _replace(task.row, sealed, task.sealed_for)
        tally.done += 1
    _record(by, tally)
    return tally


def export_work(out: IO[bytes], by: Actor, today: datetime.date) -> int:
    """Write what is to be sealed anew to ``out``, seals only; return how many rows. Raises CannotSeal."""
    rows: list[dict[str, Any]] = []
    with zipfile.ZipFile(out, "w") as packed:
        for task in _tasks(today, Rotation()):
            members = {}
            for name in task.fields:
                members[name] = f"{len(rows)}-{name}.age"
                packed.writestr(zipfile.ZipInfo(members[name]), bytes(getattr(task.row, name)))
            rows.append(
                {
                    "table": task.table,
                    "pk": str(task.row.pk),
                    "keys": task.keys,
                    "source_key": task.source_key,
                    "fields": members,
                }
            )
        packed.writestr(
            zipfile.ZipInfo("manifest.json"), json.dumps({"format": resealing.WORK, "rows": rows})
        )
    record("intake.rotation.exported", "", by, {"rows": len(rows)})
    return len(rows)


def import_done(path: Path, by: Actor) -> Rotation:
    """Put the seals of a done file into their rows, where the old seal is still the one that was taken out.

    The server cannot see what is inside the new seals; it trusts the person who brings the file. Raises NotWork.
    """
    tally = Rotation()
    for told in resealing.read_done(path):
        model = _TABLES.get(told.table)
        if model is None or not told.fields or not all(name.endswith("sealed") for name in told.fields):
            raise resealing.NotWork(f"{path} is damaged.")
        try:
            row = model.internal.filter(pk=told.pk).first()
        except (ValueError, ValidationError):
            raise resealing.NotWork(f"{path} is damaged.") from None
        same = row is not None and all(
            resealing.digest(bytes(getattr(row, name, None) or b"")) == old
            for name, (old, _) in told.fields.items()
        )
        if not same:
            tally.closed += 1
            continue
        _replace(row, {name: new for name, (_, new) in told.fields.items()}, told.sealed_for)
        tally.done += 1
    _record(by, tally)
    return tally


def _tasks(today: datetime.date, tally: Rotation) -> Iterator[Task]:
    """All rows that are sealed to other keys than those in force; those that are right are counted."""
    to_recipients = recipients.keys(Role.RECIPIENT, today)
    to_custodians = recipients.keys(Role.CUSTODIAN, today)
    if not to_recipients:
        raise crypto.CannotSeal("There is no recipient to seal to. Add one first.")
    for task in _all(to_recipients, to_custodians):
        if task.row.sealed_for == task.sealed_for:
            tally.right += 1
        else:
            yield task


def _all(to_recipients: list[str], to_custodians: list[str]) -> Iterator[Task]:
    for message in Message.internal.select_related("report").iterator(chunk_size=50):
        own = message.report.source_key if message.direction == Message.Direction.REPLY else ""
        yield Task("message", message, ("sealed",), to_recipients, own)
    for key in list(Attachment.internal.values_list("pk", flat=True)):  # one at a time: each may be 20 MB
        attachment = Attachment.internal.filter(pk=key).first()
        if attachment is not None:
            yield Task("attachment", attachment, ("sealed",), to_recipients)
    if to_custodians:
        for identity in SourceIdentity.internal.iterator(chunk_size=50):
            yield Task("identity", identity, ("sealed",), to_custodians)
    for request in IdentityRequest.internal.iterator(chunk_size=50):
        fields = ("reason_sealed",) + (("decision_sealed",) if request.decision_sealed is not None else ())
        yield Task("request", request, fields, [*to_recipients, *to_custodians])


def _replace(row: Any, sealed: dict[str, bytes], sealed_for: str) -> None:
    for name, content in sealed.items():
        setattr(row, name, content)
    row.sealed_for = sealed_for
    changed = [*sealed, "sealed_for"]
    if isinstance(row, Attachment):
        row.size = len(row.sealed)
        changed.append("size")
    with transaction.atomic():
        row.save(update_fields=changed)


def _record(by: Actor, tally: Rotation) -> None:
    record("intake.rotated", "", by, {"done": tally.done, "right": tally.right, "closed": tally.closed})
