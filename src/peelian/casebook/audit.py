"""The audit trail: ``record`` adds an entry, ``verify`` finds what has been tampered with.

Each entry holds the hash of the one before it, so an entry that is changed, taken out or put in breaks
the chain. What a chain cannot show, that its end was cut off and perhaps grown anew, the file
``audit-hashes`` in the casebook's folder does: it holds each entry's number and hash, a line each, apart
from the database. Each decision's entry holds a hash of the decision, so that a changed decision is found
too.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from peelian.casebook import protection
from peelian.casebook.models import AuditEntry, Decision

#: The file of numbers and hashes in the casebook's folder.
HASHES: Final = "audit-hashes"
#: What stands before the first entry.
START: Final = "0" * 64
#: The number of PostgreSQL's advisory lock that has entries come one after another.
_LOCK: Final = 5_070_829


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name that is kept for ever, and the account if there is one."""

    name: str
    user: Any = None

    @classmethod
    def of(cls, user: Any) -> Actor:
        """The actor that an account is."""
        return cls(user.get_username(), user)

    @property
    def user_id(self) -> int | None:
        """The account's number, if any."""
        return None if self.user is None else self.user.pk


#: Who acts where no person does: reading, linking, deriving.
PEELIAN: Final = Actor("peelian")


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that is not as it was written: where, and what is wrong."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def record(
    action: str,
    target: str = "",
    actor: Actor = PEELIAN,
    detail: dict[str, Any] | None = None,
    at: datetime.datetime | None = None,
) -> AuditEntry:
    """Add an entry to the trail and return it. It stands or falls with the transaction it is made in.

    ``action`` is a word or two with dots (``decision.same``, ``person.viewed``); ``target`` the public id
    or key concerned; ``detail`` plain JSON. Never put a subject's name, a quotation or other personal
    data into ``detail``: the trail outlives their erasure.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        last = AuditEntry.internal.order_by("-sequence").values_list("sequence", "hash").first()
        sequence, previous = (last[0] + 1, last[1]) if last else (1, START)
        entry = AuditEntry(
            sequence=sequence,
            at=(at or timezone.now()).astimezone(datetime.UTC),
            actor_id=actor.user_id,
            actor_name=actor.name[:150],
            action=action[:60],
            target=target[:120],
            detail=detail or {},
            previous=previous,
        )
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        transaction.on_commit(lambda: _note(entry.sequence, entry.hash))
    return entry


def hash_of(entry: AuditEntry) -> str:
    """The hash that an entry ought to have."""
    return _digest(
        [
            entry.previous,
            entry.sequence,
            _moment(entry.at),
            entry.actor_id,
            entry.actor_name,
            entry.action,
            entry.target,
            entry.detail,
        ]
    )


def decision_hash(decision: Decision) -> str:
    """The hash of a decision that its audit entry keeps."""
    return _digest(
        [
            decision.pk,
            decision.kind,
            decision.target,
            decision.other,
            decision.payload,
            decision.reason,
            decision.actor_id,
            decision.actor_name,
            decision.soft,
            _moment(decision.at),
            decision.closes_id,
            None if decision.review_on is None else str(decision.review_on),
        ]
    )


def verify() -> list[Break]:
    """Every break in the trail, in order; an empty list if all is as it was written.

    Looks at: the chain, the numbers, every entry against the file ``audit-hashes``, each decision against
    its entry, and whether the triggers are in place.
    """
    return [*_chain(), *_decisions(), *_triggers()]


def _chain() -> Iterator[Break]:
    expected, previous = 1, START
    noted = _noted()
    for entry in AuditEntry.internal.order_by("sequence").iterator(2000):
        where = f"audit entry {entry.sequence}"
        if entry.sequence != expected:
            gap = f"{expected}" if entry.sequence == expected + 1 else f"{expected} to {entry.sequence - 1}"
            yield Break(where, f"missing before it: {gap}")
        if entry.previous != previous:
            yield Break(where, "does not follow the entry before it")
        if entry.hash != hash_of(entry):
            yield Break(where, "has been changed since it was written")
        if noted.pop(entry.sequence, entry.hash) != entry.hash:
            yield Break(where, f"is not the one that {HASHES} tells of")
        expected, previous = entry.sequence + 1, entry.hash
    if expected > 1 and not _notes_path().exists():
        yield Break(str(_notes_path()), "is missing: whether the trail's end was cut off cannot be told")
    for sequence in sorted(noted):
        yield Break(f"audit entry {sequence}", f"was written ({HASHES} tells of it) and is gone")


def _decisions() -> Iterator[Break]:
    told: dict[int, str] = {}
    for entry in AuditEntry.internal.filter(action__startswith="decision.").iterator(2000):
        if isinstance(entry.detail, dict) and isinstance(entry.detail.get("decision"), int):
            told[entry.detail["decision"]] = str(entry.detail.get("sha256"))
    for decision in Decision.internal.order_by("pk").iterator(2000):
        where, written = f"decision {decision.pk}", told.pop(decision.pk, None)
        if written is None:
            yield Break(where, "has no entry in the audit trail")
        elif written != decision_hash(decision):
            yield Break(where, "has been changed since it was made")
    for pk in sorted(told):
        yield Break(f"decision {pk}", "was made and is gone")


def _triggers() -> Iterator[Break]:
    for name in protection.missing(connection):
        yield Break(f"trigger {name}", "is not in place; `peelian rebuild` puts it back")


def _digest(parts: list[Any]) -> str:
    plain = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _moment(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


# ---- number and hash of each entry, apart from the database


def _notes_path() -> Path:
    folder: Path = settings.CASEBOOK
    return folder / HASHES


def _noted() -> dict[int, str]:
    """What the file tells first of each number; a line cut off in the writing is passed over."""
    noted: dict[int, str] = {}
    with suppress(FileNotFoundError), _notes_path().open() as lines:
        for line in lines:
            number, _, digest = line.strip().partition(" ")
            if number.isdigit() and len(digest) == 64:
                noted.setdefault(int(number), digest)
    return noted


def _note(sequence: int, digest: str) -> None:
    """Add a line, on disk before we go on. One short write at the end of the file is never torn by another."""
    handle = os.open(_notes_path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, f"{sequence} {digest}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)
