"""Who receives: public keys in force on a day, people who come and who leave."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Q, QuerySet

from peelian.intake import crypto
from peelian.intake.models import Recipient

Role = Recipient.Role


class NoSuchRecipient(LookupError):
    """No recipient has this name. The message says what to do."""


def in_force(role: Recipient.Role, today: datetime.date) -> QuerySet[Recipient]:
    """Those whose keys are in force on ``today``: from ``active_from``, until the day before ``active_to``."""
    return Recipient.internal.filter(role=role, active_from__lte=today).filter(
        Q(active_to__isnull=True) | Q(active_to__gt=today)
    )


def keys(role: Recipient.Role, today: datetime.date) -> list[str]:
    """The public keys in force, in a fixed order. May be empty."""
    return sorted(in_force(role, today).values_list("public_key", flat=True))


def add(
    name: str,
    public_key: str,
    today: datetime.date,
    *,
    role: Recipient.Role = Role.RECIPIENT,
    user: Any = None,
) -> Recipient:
    """Put a public key in force from ``today``. ``user`` is the account of the desk, if there is one.

    Raises CannotSeal if it is no public key, ValueError if the name or the key is held already. One key serves
    one role: who reads reports does not thereby open identities.
    """
    key = crypto.check_public(public_key)
    if Recipient.internal.filter(name=name).exists():
        raise ValueError(f"There is a recipient named {name!r} already. Retire it, and add a new name.")
    if Recipient.internal.filter(public_key=key).exists():
        raise ValueError("This key is held already. Make a key of its own for each person and role.")
    return Recipient.internal.create(name=name, public_key=key, role=role, user=user, active_from=today)


def retire(name: str, today: datetime.date) -> Recipient:
    """From ``today`` nothing new is sealed to this recipient. What they held they may still have: rotate, then
    their key opens nothing that stays here. Raises NoSuchRecipient; ValueError if nobody else of the role is left.
    """
    held = Recipient.internal.filter(name=name).first()
    if held is None:
        raise NoSuchRecipient(
            f"No recipient is named {name!r}. `peelian intake list --recipients` shows the names."
        )
    if not in_force(Role(held.role), today).exclude(pk=held.pk).exists():
        raise ValueError(f"{name} is the last {held.get_role_display().lower()!r}. Add another one first.")
    held.active_to = today
    held.save()
    return held
