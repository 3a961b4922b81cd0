"""OpenID Connect: only people who were invited, found by the address that the provider vouches for."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class KnownPeople(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """No account is made by signing in through a provider."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Nobody signs up."""
        return False
