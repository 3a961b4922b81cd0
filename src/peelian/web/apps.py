"""The Django application of the public pages."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The public pages and their index."""

    name = "peelian.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Public pages"
