"""Whether the review by date is run: the operator schedules it, and what is spent stays public until it has run.

last_review   when it last ran, or None
overdue       how long it has not run, where it should have
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from peelian.casebook.models import AuditEntry
from peelian.publication.models import Publication

REVIEWED: Final = "publication.reviewed"
#: It is to run each day; an hour more for a machine that was busy or asleep.
LONGEST: Final = timedelta(days=1, hours=1)


def last_review() -> datetime | None:
    """When the public cases were last reviewed as of their day, by the audit trail."""
    entries = AuditEntry.internal.filter(action=REVIEWED).order_by("-sequence")
    return entries.values_list("at", flat=True).first()


def overdue(now: datetime | None = None) -> timedelta | None:
    """How long ago the last review was, if that is more than ``LONGEST``; None if all is well or nothing is public.

    Where none was ever made, the time since the first case was made public.
    """
    since = last_review()
    if since is None:
        approved = Publication.internal.filter(state=Publication.APPROVED).exclude(approved_at=None)
        since = approved.order_by("approved_at").values_list("approved_at", flat=True).first()
    elif not Publication.internal.filter(state=Publication.APPROVED).exists():
        return None
    if since is None:
        return None
    past = (now or timezone.now()) - since
    return past if past > LONGEST else None
