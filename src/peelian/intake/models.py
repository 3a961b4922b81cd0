"""The tables. What a source says is ciphertext; what stands in clear is listed in docs/explanation/threat-model.md.

No field holds a time of day, an address of a machine, a browser's name or a file's name. Keys are random, so
that they tell no order. A test holds the list of the fields that are in clear.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from peelian.casebook.managers import Held


class Installation(Held):
    """One row: the salt of the receipt codes. Without it no code finds its report."""

    internal: ClassVar[models.Manager[Installation]]

    salt = models.BinaryField(max_length=32)

    class Meta(Held.Meta):
        abstract = False


class Recipient(Held):
    """Somebody to whom reports are sealed (``recipient``) or identities (``custodian``): a public key only."""

    internal: ClassVar[models.Manager[Recipient]]

    class Role(models.TextChoices):
        """What is sealed to the key."""

        RECIPIENT = "recipient", "Reads reports"
        CUSTODIAN = "custodian", "Keeps identities"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100, unique=True)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.RECIPIENT)
    public_key = models.CharField(max_length=100, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AppealLink(Held):
    """An appeal for information on a case's public page: what is asked, until when, its own way to the form."""

    internal: ClassVar[models.Manager[AppealLink]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=40, unique=True)
    case_public_id = models.CharField(max_length=40, db_index=True)
    asks = models.TextField()
    needs = models.JSONField(default=list)
    until = models.DateField(null=True, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False


class Report(Held):
    """One person's coming forward. ``lookup`` and ``source_key`` are made from the receipt code, which is not
    stored; ``handle`` is what the people of the desk call it."""

    internal: ClassVar[models.Manager[Report]]

    class State(models.TextChoices):
        """Where triage stands; the transitions are in ``triage``."""

        NEW = "new", "New"
        IN_TALK = "in_talk", "In talk"
        LINKED = "linked", "Linked to a case"
        REFERRED = "referred", "Referred"
        CLOSED = "closed", "Closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handle = models.CharField(max_length=12, unique=True)
    lookup = models.BinaryField(max_length=32, unique=True)
    source_key = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW, db_index=True)
    received_on = models.DateField()
    expires_on = models.DateField(db_index=True)
    case_public_id = models.CharField(max_length=40, default="", blank=True, db_index=True)
    appeal = models.ForeignKey(AppealLink, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta(Held.Meta):
        abstract = False
        ordering = ["-received_on", "handle"]
        permissions = [
            ("read_intake", "May see that reports exist, open them with a key, reply and triage"),
            ("custody_intake", "May decide requests to open an identity"),
        ]

    def __str__(self) -> str:
        return self.handle


class Message(Held):
    """A message of the source, sealed to the recipients; or a reply, sealed to the source and the recipients."""

    internal: ClassVar[models.Manager[Message]]

    class Direction(models.TextChoices):
        """Who speaks."""

        SOURCE = "source", "From the source"
        REPLY = "reply", "Reply"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    direction = models.CharField(max_length=6, choices=Direction.choices)
    sent_on = models.DateField()
    sealed = models.BinaryField()
    sealed_for = models.CharField(max_length=16, db_index=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["report", "number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="intake_message_number")]


class Draft(Held):
    """Files that wait between preview and sending, sealed. The token is in the page; here is its SHA-256."""

    internal: ClassVar[models.Manager[Draft]]

    digest = models.BinaryField(max_length=32, unique=True)
    expires_on = models.DateField(db_index=True)

    class Meta(Held.Meta):
        abstract = False


class Attachment(Held):
    """A file, sealed with its kind and name inside (``size`` is the seal's, padded); of a message, or of a draft that is not sent yet."""

    internal: ClassVar[models.Manager[Attachment]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(Message, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    draft = models.ForeignKey(Draft, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()
    size = models.PositiveIntegerField()
    sealed_for = models.CharField(max_length=16, db_index=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(message__isnull=True, draft__isnull=False)
                | models.Q(message__isnull=False, draft__isnull=True),
                name="intake_attachment_of_one",
            )
        ]


class SourceIdentity(Held):
    """Who the source is and how to be reached, where given: sealed to the custodians alone."""

    internal: ClassVar[models.Manager[SourceIdentity]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    sealed_for = models.CharField(max_length=16, db_index=True)

    class Meta(Held.Meta):
        abstract = False


class IdentityRequest(Held):
    """A recipient asks to know who a source is. Reasons are sealed to custodians and recipients; what a
    custodian releases is sealed to the one who asked, and goes when ``released_until`` has passed."""

    internal: ClassVar[models.Manager[IdentityRequest]]

    class State(models.TextChoices):
        """What the custodian has said."""

        ASKED = "asked", "Asked"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identity = models.ForeignKey(SourceIdentity, on_delete=models.CASCADE, related_name="+")
    requester = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    custodian = models.ForeignKey(
        Recipient, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=7, choices=State.choices, default=State.ASKED)
    asked_on = models.DateField()
    decided_on = models.DateField(null=True, blank=True)
    reason_sealed = models.BinaryField()
    decision_sealed = models.BinaryField(null=True, blank=True)
    released_sealed = models.BinaryField(null=True, blank=True)
    released_until = models.DateField(null=True, blank=True)
    sealed_for = models.CharField(max_length=16, db_index=True)

    class Meta(Held.Meta):
        abstract = False


class Bucket(Held):
    """A token bucket for all the world together: no address, and a clock that counts from the machine's start."""

    internal: ClassVar[models.Manager[Bucket]]

    name = models.CharField(max_length=20, primary_key=True)
    level = models.FloatField()
    minute = models.BigIntegerField()

    class Meta(Held.Meta):
        abstract = False


class SpentToken(Held):
    """A form's token that was used: no form is sent twice. Forgotten after a day."""

    internal: ClassVar[models.Manager[SpentToken]]

    digest = models.BinaryField(max_length=32, unique=True)
    day = models.DateField(db_index=True)

    class Meta(Held.Meta):
        abstract = False
