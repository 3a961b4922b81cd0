"""The Django application of casework: its own label, so that its migrations stand apart from the desk's."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Label ``casework``."""

    name = "peelian.desk.casework"
    label = "casework"
    verbose_name = "Casework"
    default_auto_field = "django.db.models.BigAutoField"
