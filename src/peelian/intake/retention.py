"""What is over goes: reports, drafts, released identities, used tokens; and their bytes from SQLite's files.

PostgreSQL overwrites freed space in its own time, and its write-ahead log and backups keep copies until they
rotate; SQLite's copies lie in backups too. All of them are ciphertext.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection, transaction

from peelian.casebook.audit import Actor, record
from peelian.intake.models import Bucket, Draft, IdentityRequest, Report, SpentToken


@dataclass(frozen=True, slots=True)
class Expired:
    """How many rows of each kind went."""

    reports: int
    drafts: int
    releases: int


def expire(today: datetime.date, by: Actor, *, compact: bool = False) -> Expired:
    """Delete what was to be kept until before ``today``; empty SQLite's write-ahead log.

    ``compact`` also rewrites the whole SQLite file (VACUUM), which takes as long as the file is large.
    """
    with transaction.atomic():
        over = Report.internal.filter(expires_on__lt=today)
        handles = list(over.values_list("handle", flat=True))
        over.delete()
        drafts = Draft.internal.filter(expires_on__lt=today)
        drafts_gone = drafts.count()
        drafts.delete()
        releases = IdentityRequest.internal.filter(released_until__lt=today).update(
            released_sealed=None, released_until=None
        )
        SpentToken.internal.filter(day__lt=today - datetime.timedelta(days=1)).delete()
        Bucket.internal.all().delete()
        if handles:
            record("intake.expired", "", by, {"reports": handles})
    _forget_bytes(compact)
    return Expired(len(handles), drafts_gone, releases)


def delete(report: Report, by: Actor) -> None:
    """Delete one report and all that hangs on it, now."""
    with transaction.atomic():
        record("intake.deleted", report.handle, by)
        report.delete()
    _forget_bytes(compact=False)


def _forget_bytes(compact: bool) -> None:
    """Rows are overwritten by ``secure_delete``; their older copies in SQLite's log go with a truncating checkpoint.

    Inside a transaction of the caller's nothing of it is possible; it is then left to the next call.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if compact:
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
