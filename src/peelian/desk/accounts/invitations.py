"""Invitations by link: for one name, for some roles, once, until a day. Only the link's hash is stored."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from collections.abc import Sequence
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.desk.accounts.roles import ROLES
from peelian.desk.models import Invitation

#: How long a link holds.
DAYS: Final = 7


class InvitationRefused(ValueError):
    """It cannot be made or used; the message says why and what to do."""


def invite(username: str, roles: Sequence[str], actor: Actor, email: str = "", days: int = DAYS) -> str:
    """Make an invitation and return the secret of its link: it is shown once and stored nowhere.

    An earlier open invitation for the name is withdrawn. Raises `InvitationRefused`.
    """
    username = username.strip()
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not roles:
        raise InvitationRefused(f"Choose from these roles: {', '.join(ROLES)}.")
    try:
        UnicodeUsernameValidator()(username)
    except ValidationError as error:
        raise InvitationRefused("A name has letters, digits and . _ - + @ only.") from error
    if len(username) > 150 or get_user_model().objects.filter(username__iexact=username).exists():
        raise InvitationRefused(f"There is an account {username!r} already.")
    secret = secrets.token_urlsafe(32)
    now = timezone.now()
    with transaction.atomic():
        earlier = Invitation.invitations.filter(username__iexact=username, used_at=None, withdrawn_at=None)
        earlier.update(withdrawn_at=now)
        Invitation.invitations.create(
            digest=_digest(secret), username=username, email=email.strip(), roles=sorted(set(roles)),
            invited_by=actor.name[:150], invited_at=now, expires_at=now + datetime.timedelta(days=days),
        )  # fmt: skip
        record("account.invited", username, actor, {"roles": sorted(set(roles))})
    return secret


def find(secret: str) -> Invitation:
    """The open invitation of a link. Raises `InvitationRefused` for one that is used, over or withdrawn."""
    found = Invitation.invitations.filter(digest=_digest(secret)).first()
    if found is None or not found.open:
        raise InvitationRefused(
            "This link is not valid: it was used, is over, or was withdrawn. Ask for another."
        )
    return found


def accept(secret: str, password: str) -> Any:
    """Make the account with its password and roles, use the invitation up, and return the account.

    Raises `InvitationRefused`, and ``ValidationError`` for a password that the rules refuse.
    """
    with transaction.atomic():
        found = Invitation.invitations.select_for_update().filter(digest=_digest(secret)).first()
        if found is None or not found.open:
            raise InvitationRefused(
                "This link is not valid: it was used, is over, or was withdrawn. Ask for another."
            )
        model = get_user_model()
        if model.objects.filter(username__iexact=found.username).exists():
            raise InvitationRefused("There is an account of this name already. Ask for another invitation.")
        made = model(username=found.username, email=found.email)
        validate_password(password, made)
        made.set_password(password)
        made.save()
        made.groups.set(Group.objects.filter(name__in=found.roles))
        found.used_at, found.account = timezone.now(), made
        found.save(update_fields=["used_at", "account"])
        record("account.made", found.username, Actor.of(made), {"roles": found.roles})
    return made


def withdraw(pk: int, actor: Actor) -> None:
    """Have an open link hold no more."""
    with transaction.atomic():
        found = (
            Invitation.invitations.select_for_update().filter(pk=pk, used_at=None, withdrawn_at=None).first()
        )
        if found is None:
            raise InvitationRefused("That invitation is not open.")
        found.withdrawn_at = timezone.now()
        found.save(update_fields=["withdrawn_at"])
        record("account.invitation_withdrawn", found.username, actor)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
