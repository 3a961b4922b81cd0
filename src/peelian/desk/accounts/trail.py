"""What happens to accounts, told in the audit trail: signing in and out, failures, passwords, second factors.

What was changed is told to the person by mail too.

The name that somebody tried who could not sign in is not written down: people type passwords there.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils import timezone

from peelian.casebook.audit import PEELIAN, Actor, record
from peelian.desk.accounts.people import SINCE
from peelian.desk.accounts.telling import tell


def connect() -> None:
    """Listen."""
    from allauth.account import signals as account
    from allauth.mfa import signals as mfa
    from axes.signals import user_locked_out

    user_logged_in.connect(_signed_in, dispatch_uid="desk.in")
    user_logged_out.connect(_signed_out, dispatch_uid="desk.out")
    user_login_failed.connect(_failed, dispatch_uid="desk.failed")
    user_locked_out.connect(_locked, dispatch_uid="desk.locked")
    account.password_changed.connect(_told("account.password.changed"), weak=False, dispatch_uid="desk.pw")
    account.password_reset.connect(_told("account.password.reset"), weak=False, dispatch_uid="desk.reset")
    mfa.authenticator_added.connect(_told("account.factor.added"), weak=False, dispatch_uid="desk.f+")
    mfa.authenticator_removed.connect(_told("account.factor.removed"), weak=False, dispatch_uid="desk.f-")
    mfa.authentication_failed.connect(_factor_failed, weak=False, dispatch_uid="desk.f?")
    mfa.authenticator_reset.connect(_told("account.factor.reset"), weak=False, dispatch_uid="desk.f0")


def _signed_in(sender: Any, user: Any, request: Any = None, **_: Any) -> None:
    if request is not None:
        request.session[SINCE] = timezone.now().isoformat()
    record("account.signed_in", user.get_username(), Actor.of(user))


def _signed_out(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        record("account.signed_out", user.get_username(), Actor.of(user))


def _failed(sender: Any, **_: Any) -> None:
    record("account.sign_in_failed", "", PEELIAN)


def _locked(sender: Any, **_: Any) -> None:
    record("account.locked_out", "", PEELIAN)


def _factor_failed(sender: Any, user: Any, authenticator: Any, **_: Any) -> None:
    record("account.factor.failed", user.get_username(), Actor.of(user), {"type": str(authenticator.type)})


def _told(action: str) -> Any:
    def receiver(sender: Any, user: Any, authenticator: Any = None, **_: Any) -> None:
        detail = {} if authenticator is None else {"type": str(authenticator.type)}
        record(action, user.get_username(), Actor.of(user), detail)
        tell(user, action)

    return receiver
