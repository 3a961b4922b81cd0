"""How django-allauth behaves here: nobody signs up; people come in by an invitation."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.utils.crypto import salted_hmac


class Closed(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """No sign-up. The trail and the axes lockout see each attempt."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up."""
        return False

    def get_client_ip(self, request: Any) -> str:
        """The visitor's address, through as many proxies as the settings name; the nearest one if somebody came past them."""
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:  # fewer addresses in X-Forwarded-For than proxies
            return str(request.META["REMOTE_ADDR"])


def client_address(request: Any) -> str | None:
    """The address under which axes counts failures: the same that allauth counts by. None for a request without one."""
    try:
        return Closed().get_client_ip(request)
    except PermissionDenied:
        return None


def counted_name(request: Any, credentials: Any = None) -> str | None:
    """The name under which axes counts failures: a hash under the casebook's key, since people type passwords there."""
    given = (credentials or {}).get("username") or (
        request.POST.get("login") if request is not None else None
    )
    if not given:
        return None
    return salted_hmac("peelian.desk.failures", str(given), algorithm="sha256").hexdigest()


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Second factors carry the casebook's name; who must have one cannot take the last away."""

    def _get_site_name(self) -> str:
        return "Peelian"

    def encrypt(self, text: str) -> str:
        """Secrets of authenticator apps are sealed under the casebook's key, which is not in the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Under another key (a restored database) nobody knows it any more: no code fits."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """The last one of an account that must have one stays."""
        from allauth.mfa.models import Authenticator

        from peelian.desk.accounts import second_factor

        if not second_factor.must_have(authenticator.user):
            return True
        real = Authenticator.objects.filter(user=authenticator.user).exclude(
            type=Authenticator.Type.RECOVERY_CODES
        )
        return bool(real.exclude(pk=authenticator.pk).exists())


def _box() -> Fernet:
    key = hashlib.sha256(b"peelian second factors\n" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
