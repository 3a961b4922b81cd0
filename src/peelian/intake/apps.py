"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Label ``intake``. SQLite's ``secure_delete`` is set by ``peelian.server.settings``."""

    name = "peelian.intake"
    label = "intake"
    verbose_name = "Coming forward"
    default_auto_field = "django.db.models.BigAutoField"
