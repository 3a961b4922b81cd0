"""The audit trail: append-only, each entry holding the hash of the one before it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peelian.casebook.managers import Held


class AuditEntry(Held):
    """Who did or saw what, when. ``hash`` is SHA-256 over ``previous`` and the entry's canonical JSON.

    A trigger on both engines refuses update and delete; ``peelian audit verify`` walks the chain.
    ``actor_name`` outlives the account; no name of a subject is ever written into ``detail``.
    """

    sequence = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    actor_name = models.CharField(max_length=150)
    action = models.CharField(max_length=60, db_index=True)
    target = models.CharField(max_length=120, default="", blank=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["sequence"]
