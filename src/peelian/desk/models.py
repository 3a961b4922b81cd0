"""The desk's own tables: permissions (no rows) and invitations."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from peelian.desk.accounts.permissions import PERMISSIONS


class Desk(models.Model):
    """No rows: the place where Django keeps the desk's permissions."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = PERMISSIONS


class Invitation(models.Model):
    """An invitation by link: for one name, for some roles, once, until a day.

    ``digest`` is SHA-256 of the secret in the link, so that a copy of the database lets nobody in.
    """

    digest = models.CharField(max_length=64, unique=True)
    username = models.CharField(max_length=150)
    email = models.EmailField(blank=True, default="")
    roles = models.JSONField(default=list)
    invited_by = models.CharField(max_length=150)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    invitations = models.Manager["Invitation"]()

    class Meta:
        default_permissions = ()
        ordering = ["-invited_at"]

    def __str__(self) -> str:
        return self.username

    @property
    def open(self) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and self.withdrawn_at is None and timezone.now() < self.expires_at
