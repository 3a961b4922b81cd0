"""The Django application of the casebook."""

from __future__ import annotations

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    """The casebook's tables."""

    name = "peelian.casebook"
    label = "casebook"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Casebook"
