"""Changing accounts: roles, mail address, closing and opening, a second factor taken off after the person was
recognised; whose sessions are open, and their end."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.desk.accounts.roles import ROLES, roles_of
from peelian.desk.accounts.telling import tell

#: Where a session keeps since when somebody is signed in.
SINCE: Final = "peelian.since"


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
        tell(account, "account.roles")
        end_sessions(account)


def set_open(username: str, open_: bool, actor: Actor) -> None:
    """Close an account, its sessions with it; or open it again. Raises `ChangeRefused`."""
    account = _other(username, actor)
    with transaction.atomic():
        account.is_active = open_
        account.save(update_fields=["is_active"])
        action = "account.opened" if open_ else "account.closed"
        record(action, account.username, actor)
        tell(account, action)
        end_sessions(account)


def take_factors(username: str, actor: Actor) -> None:
    """Take the second factors off an account whose owner lost them: they set one up at the next sign-in."""
    from allauth.mfa.models import Authenticator

    account = _other(username, actor)
    with transaction.atomic():
        Authenticator.objects.filter(user=account).delete()
        record("account.factor.taken", account.username, actor)
        tell(account, "account.factor.taken")
        end_sessions(account)


def set_email(username: str, email: str, actor: Actor) -> None:
    """Give an account another mail address, or none; the one before is told. Raises `ChangeRefused`."""
    from allauth.account.models import EmailAddress

    account, email = _other(username, actor), email.strip()
    try:
        if email:
            validate_email(email)
    except ValidationError as error:
        raise ChangeRefused("That is no mail address.") from error
    with transaction.atomic():
        before = account.email
        account.email = email
        account.save(update_fields=["email"])
        EmailAddress.objects.filter(user=account).delete()  # nobody is found by the one before any more
        record("account.email", account.username, actor)
        tell(account, "account.email", before)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Somewhere that somebody is signed in: since when, and whether it is the one that asks."""

    since: datetime.datetime | None
    here: bool


def sessions_of(account: Any, key: str) -> list[OpenSession]:
    """An account's open sessions, the last first; ``key`` is that of the session that asks."""
    found = []
    for session in _sessions(account):
        since = session.get_decoded().get(SINCE)
        day = datetime.datetime.fromisoformat(since) if since else None
        found.append(OpenSession(day, session.session_key == key))
    return sorted(
        found, key=lambda one: (one.here, one.since.timestamp() if one.since else 0.0), reverse=True
    )


def end_sessions(account: Any, but: str = "") -> int:
    """End every session of an account but the one with this key; return how many were ended."""
    over = [session for session in _sessions(account) if session.session_key != but]
    for session in over:
        session.delete()
    return len(over)


def end_other_sessions(account: Any, key: str) -> int:
    """Have somebody sign themselves out everywhere else; return how many sessions were ended."""
    with transaction.atomic():
        ended = end_sessions(account, key)
        record("account.sessions_ended", account.username, Actor.of(account), {"sessions": ended})
    return ended


def _sessions(account: Any) -> Iterator[Session]:
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(account.pk):
            yield session


def _other(username: str, actor: Actor) -> Any:
    account = get_user_model().objects.filter(username=username).first()
    if account is None:
        raise ChangeRefused(f"There is no account {username!r}.")
    if account.pk == actor.user_id:
        raise ChangeRefused(
            "Nobody changes their own roles or closes their own account: another administrator does."
        )
    return account
