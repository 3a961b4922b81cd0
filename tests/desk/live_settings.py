"""The project's settings for a desk that runs in a process of its own: quick hashing, the desk's settings."""

from peelian.desk.accounts.configuration import SETTINGS
from peelian.server.settings import *  # noqa: F403
from peelian.server.settings import INSTALLED_APPS as _APPS

globals().update(SETTINGS)
INSTALLED_APPS = [
    *(app for app in _APPS if app.startswith("peelian.")),
    *(app for app in _APPS if not app.startswith("peelian.")),
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SILENCED_SYSTEM_CHECKS: list[str] = []
