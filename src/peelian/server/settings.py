"""Settings. Secure by default and local only; what differs between machines comes from the environment.

PEELIAN_CASEBOOK     folder of the casebook (originals, database, key); default ./casebook
DATABASE_URL         PostgreSQL (postgres://user:password@host/name); default SQLite in the folder
PEELIAN_SECRET_KEY   Django's key; default: made once and kept in the folder, readable by its owner
PEELIAN_HOSTS        host names to answer to, comma-separated; default this machine only
PEELIAN_TLS          1 behind a TLS proxy: secure cookies, HSTS, redirect
PEELIAN_PROXIES      how many proxies before the server write X-Forwarded-For; default 0: the header is not trusted
PEELIAN_MAIL_URL     smtp://user:password@host:587 (STARTTLS) or smtps://…:465; default: mail is written to the folder's mail/
PEELIAN_POLICY       publication policy of the public pages: cautious (default) or journalism
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from peelian.desk.accounts.configuration import SETTINGS as DESK
from peelian.desk.accounts.configuration import oidc, proxies

CASEBOOK = Path(os.environ.get("PEELIAN_CASEBOOK", "casebook")).resolve()
ORIGINALS = CASEBOOK / "originals"
POLICY = os.environ.get("PEELIAN_POLICY", "cautious")
# `peelian demo` leaves the mark: whatever serves its casebook later says, too, that all in it is invented.
FICTIONAL = os.environ.get("PEELIAN_FICTIONAL") == "1" or (CASEBOOK / "demonstration").is_file()
OPERATOR = {
    "name": os.environ.get("PEELIAN_OPERATOR", ""),
    "contact": os.environ.get("PEELIAN_CONTACT", ""),
    "lawful_basis": os.environ.get("PEELIAN_LAWFUL_BASIS", ""),
}


def _secret_key() -> str:
    """The key from the environment, or one made once and kept beside the database."""
    if given := os.environ.get("PEELIAN_SECRET_KEY"):
        return given
    CASEBOOK.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = CASEBOOK / "secret-key"
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text().strip()


SECRET_KEY = _secret_key()
DEBUG = False
TLS = os.environ.get("PEELIAN_TLS") == "1"
ALLOWED_HOSTS = [
    host.strip()
    for host in os.environ.get("PEELIAN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
    if host.strip()
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    # Before allauth: the desk's own login pages stand in the place of allauth's.
    "peelian.casebook",
    "peelian.publication",
    "peelian.web",
    "peelian.desk",
    "peelian.desk.casework",
    "peelian.intake",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "peelian.server.frame.fresh",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "peelian.server.frame.told",
]
ROOT_URLCONF = "peelian.server.urls"
WSGI_APPLICATION = "peelian.server.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "peelian.server.frame.frame",
            ]
        },
    }
]

SQLITE = f"sqlite:///{CASEBOOK / 'casebook.sqlite3'}"
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(os.environ.get("DATABASE_URL", SQLITE), conn_max_age=60)
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A writer that waits is told so at once, not after it has read what has changed since.
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS
_OIDC_APPS, _OIDC = oidc(os.environ)
INSTALLED_APPS += _OIDC_APPS
globals().update(DESK | _OIDC | proxies(os.environ))
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]

SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
if TLS:  # bound to this very host and its root: no neighbour under the same domain can set them
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
STATIC_ROOT = CASEBOOK / "static"
STATIC_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
# Straight from the packages: nothing to collect before the first start; a server that collects may.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

if mail := os.environ.get("PEELIAN_MAIL_URL"):
    _mail = urlsplit(mail)
    EMAIL_HOST, EMAIL_PORT = (
        _mail.hostname or "localhost",
        _mail.port or (465 if _mail.scheme == "smtps" else 587),
    )
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp", _mail.scheme == "smtps"
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = CASEBOOK / "mail"
EMAIL_TIMEOUT = 10  # a page waits for its mail no longer
DEFAULT_FROM_EMAIL = os.environ.get("PEELIAN_MAIL_FROM", "peelian@localhost")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
