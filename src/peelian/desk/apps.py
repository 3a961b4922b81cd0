"""The Django application of the desk."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    """Label ``desk``. Its roles are made again after each migration; signing in and out goes to the trail."""

    name = "peelian.desk"
    label = "desk"
    verbose_name = "Desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what is told in the audit trail, and the making of roles."""
        from peelian.desk.accounts import trail

        trail.connect()
        post_migrate.connect(_roles, dispatch_uid="desk.roles")


def _roles(using: str, **_: Any) -> None:
    from peelian.desk.accounts.roles import make_roles

    make_roles(using)
