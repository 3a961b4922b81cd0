"""Changing accounts: roles, closing and opening, a second factor taken off after the person was recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.desk.accounts.roles import ROLES, roles_of


class ChangeRefused(ValueError):
    """The change cannot be made; the message says why."""


def everyone() -> Any:
    """Every account, by name."""
    return get_user_model().objects.prefetch_related("groups").order_by("username")


def set_roles(username: str, roles: Sequence[str], actor: Actor) -> None:
    """Give an account these roles and no others. Nobody changes their own. Raises `ChangeRefused`."""
    account = _other(username, actor)
    if unknown := [role for role in roles if role not in ROLES]:
        raise ChangeRefused(f"There is no role {', '.join(unknown)}.")
    with transaction.atomic():
        before = roles_of(account)
        account.groups.set(Group.objects.filter(name__in=roles))
        record("account.roles", account.username, actor, {"before": before, "after": sorted(roles)})
        end_sessions(account)


def set_open(username: str, open_: bool, actor: Actor) -> None:
    """Close an account, its sessions with it; or open it again. Raises `ChangeRefused`."""
    account = _other(username, actor)
    with transaction.atomic():
        account.is_active = open_
        account.save(update_fields=["is_active"])
        record("account.opened" if open_ else "account.closed", account.username, actor)
        end_sessions(account)


def take_factors(username: str, actor: Actor) -> None:
    """Take the second factors off an account whose owner lost them: they set one up at the next sign-in."""
    from allauth.mfa.models import Authenticator

    account = _other(username, actor)
    with transaction.atomic():
        Authenticator.objects.filter(user=account).delete()
        record("account.factor.taken", account.username, actor)
        end_sessions(account)


def end_sessions(account: Any) -> None:
    """End every session of an account."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(account.pk):
            session.delete()


def _other(username: str, actor: Actor) -> Any:
    account = get_user_model().objects.filter(username=username).first()
    if account is None:
        raise ChangeRefused(f"There is no account {username!r}.")
    if account.pk == actor.user_id:
        raise ChangeRefused(
            "Nobody changes their own roles or closes their own account: another administrator does."
        )
    return account
