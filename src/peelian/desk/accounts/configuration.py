"""What the project's settings take from the desk: django-allauth, axes, OpenID Connect. No Django imported.

PEELIAN_OIDC_ISSUER         https://login.example.org/realms/desk: turns "Sign in with …" on
PEELIAN_OIDC_CLIENT         the client id that the provider gave
PEELIAN_OIDC_SECRET         its secret
PEELIAN_OIDC_NAME           what the button says; default "your organisation"
PEELIAN_PROXIES             how many proxies stand before the server and write X-Forwarded-For; default 0: no header is trusted
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

SETTINGS: Final[dict[str, Any]] = {
    "ACCOUNT_ADAPTER": "peelian.desk.accounts.adapter.Closed",
    "ACCOUNT_SESSION_REMEMBER": False,
    "ACCOUNT_LOGOUT_REDIRECT_URL": "/accounts/login/",
    "ACCOUNT_PREVENT_ENUMERATION": True,
    # What was changed, ``accounts.telling`` says; nobody has the server write to addresses that no account has.
    "ACCOUNT_EMAIL_NOTIFICATIONS": False,
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
    "ACCOUNT_LOGIN_ON_PASSWORD_RESET": False,
    # What allauth counts and which codes were used, all processes know together.
    "CACHES": {"default": {"BACKEND": "peelian.desk.accounts.memory.SharedMemory"}},
    # Axes locks a name from an address after five failures; this slows down who tries many names from one address,
    # and who tries one name, or the codes of one account, from many.
    "ACCOUNT_RATE_LIMITS": {"login_failed": "20/m/ip,10/10m/key"},
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
    "MFA_ADAPTER": "peelian.desk.accounts.adapter.Factors",
    "MFA_TOTP_ISSUER": "Peelian",
    "MFA_PASSKEY_LOGIN_ENABLED": False,
    "AXES_LOCKOUT_TEMPLATE": "desk/locked.html",
    "AXES_HTTP_RESPONSE_CODE": 429,
    "AXES_RESET_ON_SUCCESS": True,
    "AXES_CLIENT_IP_CALLABLE": "peelian.desk.accounts.adapter.client_address",
    "AXES_USERNAME_CALLABLE": "peelian.desk.accounts.adapter.counted_name",
    # What was posted is kept with a failure: not what was typed as a name (allauth's field is "login").
    "AXES_SENSITIVE_PARAMETERS": ["username", "ip_address", "login"],
    # The audit trail tells who signed in: no second list with addresses and browsers beside it.
    "AXES_ENABLE_ACCESS_FAILURE_LOG": False,
    "AXES_DISABLE_ACCESS_LOG": True,
}
"""Fixed settings, to be put into the project's settings as they are."""


def proxies(environ: Mapping[str, str]) -> dict[str, Any]:
    """How many proxies are trusted to say where a visitor comes from: the lock after failures counts by that.

    Raises ``ValueError`` if it is no small number.
    """
    given = environ.get("PEELIAN_PROXIES", "").strip() or "0"
    if not (given.isdecimal() and int(given) <= 9):
        raise ValueError(
            f"PEELIAN_PROXIES is the number of proxies before the server, 0 to 9, not {given!r}."
        )
    return {"ALLAUTH_TRUSTED_PROXY_COUNT": int(given)}


def oidc(environ: Mapping[str, str]) -> tuple[list[str], dict[str, Any]]:
    """The apps and settings that sign-in through an OpenID Connect provider needs; nothing without an issuer.

    Raises ``ValueError`` if the issuer is given without client or secret, or not over https.
    """
    issuer = environ.get("PEELIAN_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return [], {}
    client, secret = environ.get("PEELIAN_OIDC_CLIENT", ""), environ.get("PEELIAN_OIDC_SECRET", "")
    if not client or not secret:
        raise ValueError("PEELIAN_OIDC_ISSUER needs PEELIAN_OIDC_CLIENT and PEELIAN_OIDC_SECRET beside it.")
    if not issuer.startswith("https://"):
        raise ValueError(f"PEELIAN_OIDC_ISSUER must begin with https://, not {issuer!r}.")
    app = {
        "provider_id": "desk",
        "name": environ.get("PEELIAN_OIDC_NAME", "your organisation"),
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return (
        ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"],
        {
            "SOCIALACCOUNT_ADAPTER": "peelian.desk.accounts.social.KnownPeople",
            "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
            "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
            "SOCIALACCOUNT_LOGIN_ON_GET": False,
            "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}},
        },
    )
