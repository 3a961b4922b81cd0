"""Appeals for information: what is asked on a case's public page, and the way from there to the form."""

from __future__ import annotations

import datetime
import re
import secrets
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from peelian.casebook.audit import Actor, record
from peelian.casebook.models import Case
from peelian.intake import helplines
from peelian.intake.models import AppealLink

#: What `secrets.token_urlsafe` makes; anything else is not looked for.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,40}")


def open_appeal(
    case_public_id: str,
    asks: str,
    by: Actor,
    today: datetime.date,
    *,
    until: datetime.date | None = None,
    needs: Sequence[str] = (),
) -> AppealLink:
    """Open an appeal on a case: ``asks`` is shown to the public as it stands, ``needs`` choose the helplines.

    Raises ValueError if there is no such case, nothing is asked, the day is over or a need is unknown.
    """
    if not Case.internal.filter(public_id=case_public_id).exists():
        raise ValueError(f"There is no case {case_public_id!r}.")
    if not asks.strip():
        raise ValueError("Say what is asked for.")
    if until is not None and until < today:
        raise ValueError("The last day of the appeal is over already.")
    known = helplines.needs()
    if unknown := [need for need in needs if need not in known]:
        raise ValueError(f"No helpline is for {unknown[0]!r}. Known: {', '.join(known)}.")
    with transaction.atomic():
        made = AppealLink.internal.create(
            token=secrets.token_urlsafe(12),
            case_public_id=case_public_id,
            asks=asks.strip(),
            needs=list(needs),
            until=until,
            opened_on=today,
        )
        record("intake.appeal.opened", case_public_id, by)
    return made


def close_appeal(appeal: AppealLink, by: Actor, today: datetime.date) -> None:
    """Close an appeal: its link leads to the form all the same, but no longer to the case."""
    with transaction.atomic():
        appeal.closed_on = today
        appeal.save(update_fields=["closed_on"])
        record("intake.appeal.closed", appeal.case_public_id, by)


def open_for(case_public_id: str, today: datetime.date) -> list[AppealLink]:
    """The appeals of a case that stand on ``today``."""
    return list(_standing(today).filter(case_public_id=case_public_id))


def by_token(token: str, today: datetime.date) -> AppealLink | None:
    """The appeal of a link, if it stands."""
    return _standing(today).filter(token=token).first() if _TOKEN.fullmatch(token) else None


def _standing(today: datetime.date) -> QuerySet[AppealLink]:
    return AppealLink.internal.filter(closed_on__isnull=True, opened_on__lte=today).filter(
        Q(until__isnull=True) | Q(until__gte=today)
    )
