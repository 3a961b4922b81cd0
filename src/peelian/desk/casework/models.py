"""The tables of the work around a case. Where a case stands in the process is in the casebook's decisions, not here.

No model has ``objects``: ``internal`` shows rows to the desk, ``public`` shows nothing (see ``casebook.managers``).
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from peelian.casebook.managers import Held
from peelian.casebook.models import Case


class WorkedCase(Held):
    """A case that people carry through the process: where it came from, whose it is.

    ``origin`` says from what a person opened it. ``receipt`` is the handle of the report received that led to
    it, if one did; no word of the report is here.
    """

    internal: ClassVar[models.Manager[WorkedCase]]

    class Origin(models.TextChoices):
        """From what the work on a case was begun."""

        DOCUMENTS = "documents", "from documents"
        REPORT = "report", "from a report received"
        HAND = "hand", "by hand"
        SPREADSHEET = "spreadsheet", "from a spreadsheet"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="work")
    origin = models.CharField(max_length=12, choices=Origin.choices)
    reference = models.CharField(max_length=80, default="", blank=True, db_index=True)
    receipt = models.CharField(max_length=80, default="", blank=True)
    opened_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField()
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return self.case.public_id


class Task(Held):
    """Something to do on a case, perhaps by a day, perhaps by somebody."""

    internal: ClassVar[models.Manager[Task]]

    work = models.ForeignKey(WorkedCase, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=200)
    due = models.DateField(null=True, blank=True, db_index=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    done_by = models.CharField(max_length=150, default="", blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = [models.F("due").asc(nulls_last=True), "pk"]


class Note(Held):
    """What somebody noted on a case. Never shown to the public, never read into facts."""

    internal: ClassVar[models.Manager[Note]]

    work = models.ForeignKey(WorkedCase, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = ["-at", "-pk"]


class Attachment(Held):
    """A file on a case, kept under the hash of its bytes (see ``attachments``). Not a source: nobody reads it into facts."""

    internal: ClassVar[models.Manager[Attachment]]

    work = models.ForeignKey(WorkedCase, on_delete=models.CASCADE, related_name="attachments")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=60)
    media_type = models.CharField(max_length=120)
    about = models.CharField(max_length=200, default="", blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    removed_by = models.CharField(max_length=150, default="", blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = ["-at", "-pk"]


class CalendarToken(Held):
    """The key of one person's calendar feed: SHA-256 of it, so that a copy of the database opens no feed."""

    internal: ClassVar[models.Manager[CalendarToken]]

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_token"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()


class SpreadsheetDraft(Held):
    """A spreadsheet on its way in: its rows and the mapping of its columns. Gone when imported or given up."""

    internal: ClassVar[models.Manager[SpreadsheetDraft]]

    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField()
    rows = models.JSONField()
    mapping = models.JSONField(default=dict)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()


class MediaStatement(Held):
    """A statement to the media on a case, on its way to approval by two people.

    ``facts`` are sentences taken from the public form of the case, ``quotations`` what named officials said:
    words, name, role. ``case_sha256`` is the hash of the public form that it rests on: where that has
    changed, it is drafted anew. ``approvals`` holds who approved when.
    """

    internal: ClassVar[models.Manager[MediaStatement]]

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", "draft"
        APPROVED = "approved", "approved by two people"
        WITHDRAWN = "withdrawn", "withdrawn"

    work = models.ForeignKey(WorkedCase, on_delete=models.CASCADE, related_name="statements")
    headline = models.CharField(max_length=200)
    facts = models.JSONField(default=list)
    quotations = models.JSONField(default=list)
    case_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    approvals = models.JSONField(default=list)

    class Meta(Held.Meta):
        abstract = False
        default_permissions = ()
        ordering = ["-at", "-pk"]
