"""The desk's own tables: permissions (no rows), invitations, what is asked to be shown in spite of a rule, what all
processes remember for a while."""

from __future__ import annotations

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.utils import timezone

from peelian.casebook.managers import Held
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


class Loosening(Held):
    """Something asked for and perhaps granted: to show a place of a case in spite of a rule of policy.

    ``decision`` is the number of the casebook's decision of kind ``override`` once a second person has granted it.
    Names of those who act outlive their accounts.
    """

    internal: ClassVar[models.Manager[Loosening]]
    #: The place and the rule in words, the case's title: put there by ``publishing.loosening`` for a page.
    words = ""
    rule_title = ""
    title = ""

    WAITING, IN_FORCE, REFUSED, TAKEN_BACK = "waiting", "in_force", "refused", "taken_back"
    STATES: Final = [
        (WAITING, "waits for another person"), (IN_FORCE, "counts"), (REFUSED, "refused"), (TAKEN_BACK, "taken back"),
    ]  # fmt: skip

    case_id = models.CharField(max_length=40, db_index=True)
    place = models.CharField(max_length=200)
    rule = models.CharField(max_length=60)
    reason = models.TextField()
    review_on = models.DateField(db_index=True)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=STATES, default=WAITING, db_index=True)
    settled_by = models.CharField(max_length=150, default="", blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_reason = models.TextField(default="", blank=True)
    decision = models.BigIntegerField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.rule}"

    @property
    def lapsed(self) -> bool:
        """Whether its review date has come: then the rule counts again."""
        return self.state == self.IN_FORCE and self.review_on <= timezone.localdate()


class Remembered(Held):
    """Something that all processes of the server remember for a while (see ``accounts.memory``).

    ``key`` is a hash under the casebook's key, so that no address and no code can be read here.
    """

    internal: ClassVar[models.Manager[Remembered]]

    key = models.CharField(max_length=64, primary_key=True)
    value = models.TextField()
    until = models.DateTimeField(db_index=True)

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
