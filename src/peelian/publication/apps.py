"""The Django application of publication: what was prepared, approved, asked for and answered."""

from __future__ import annotations

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """Publications, corrections, replies, requests, retention."""

    name = "peelian.publication"
    label = "publication"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Publication"
