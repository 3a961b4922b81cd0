"""The Django application of the casebook."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CasebookConfig(AppConfig):
    """The casebook's tables."""

    name = "peelian.casebook"
    label = "casebook"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Casebook"

    def ready(self) -> None:
        """Have the append-only tables protected again after each migration."""
        post_migrate.connect(_protect, sender=self, dispatch_uid="casebook.protect")


def _protect(using: str, **_: Any) -> None:
    from django.db import connections

    from peelian.casebook.protection import protect

    protect(connections[using])
