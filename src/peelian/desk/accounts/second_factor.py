"""Second factor: whoever may publish, withdraw, administer or read intake must have one before anything else."""

from __future__ import annotations

from typing import Any

from peelian.desk.accounts.roles import GUARDED


def must_have(user: Any) -> bool:
    """Whether this account's permissions ask for a second factor."""
    return bool(user.is_superuser or any(user.has_perm(permission) for permission in GUARDED))


def has(user: Any) -> bool:
    """Whether this account has one (an authenticator app or a security key)."""
    from allauth.mfa.utils import is_mfa_enabled

    return bool(is_mfa_enabled(user))


def missing(user: Any) -> bool:
    """Whether this account must set one up before it goes on."""
    return must_have(user) and not has(user)
