"""Decisions: what people decided. Append-only: a decision is closed by a later one, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peelian.casebook.managers import Held


class Decision(Held):
    """One act of one person (or of a rule, then ``soft``), on a target, with a reason.

    ``kind`` says what: ``accept``, ``correct``, ``reject``, ``add`` (a statement); ``not_subject``
    (a mention); ``sensitive`` (words); ``same``, ``different``, ``unsure`` (two mentions); ``split_person``, ``split_case``, ``join_case``;
    ``stage`` (casework); ``restriction``, ``override``, ``publish``, ``withdraw`` (publication); ``close``
    (another decision, whose id is in ``closes``). ``target`` and ``other`` are keys (statement, mention,
    case, person); ``payload`` what the kind needs. ``actor_name`` outlives the account.
    """

    kind = models.CharField(max_length=30, db_index=True)
    target = models.CharField(max_length=120, db_index=True)
    other = models.CharField(max_length=120, default="", blank=True, db_index=True)
    payload = models.JSONField(default=dict)
    reason = models.TextField(default="", blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    actor_name = models.CharField(max_length=150)
    soft = models.BooleanField(default=False)
    at = models.DateTimeField()
    closes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="closed_by"
    )
    review_on = models.DateField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["id"]
