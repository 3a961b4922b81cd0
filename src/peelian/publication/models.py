"""What was prepared, approved, asked for and answered. Only ``PublishedRow`` may be read by public pages.

No model has ``objects``. Those that hold withheld data have ``public``, which shows nothing, and
``internal``; ``PublishedRow``, made of approved bodies alone, has ``public``.
"""

from __future__ import annotations

from django.db import models

from peelian.casebook.managers import Held
from peelian.publication.shapes import PublishedCase


class Publication(Held):
    """One case on its way to the public, or there. Two people act: who prepared, who approved.

    ``state`` says what the public sees: nothing yet (``draft``, ``prepared``), the ``body``
    (``approved``), or nothing any more (``withdrawn``). ``proposal`` is a form that waits for a second
    person; an approved case can have one, and its body stays as it was until then. Names of those who act
    outlive their accounts. ``case_id`` is the case's public id.
    """

    DRAFT, PREPARED, APPROVED, WITHDRAWN = "draft", "prepared", "approved", "withdrawn"
    STATES = [(DRAFT, "Draft"), (PREPARED, "Prepared"), (APPROVED, "Approved"), (WITHDRAWN, "Withdrawn")]

    case_id = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=12, choices=STATES, default=DRAFT, db_index=True)
    policy = models.CharField(max_length=20, default="cautious")
    proposal = models.TextField(default="", blank=True)
    proposal_reason = models.TextField(default="", blank=True)
    prepared_by = models.CharField(max_length=150, default="", blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    body = models.TextField(default="", blank=True)
    approved_by = models.CharField(max_length=150, default="", blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    next_review = models.DateField(null=True, blank=True, db_index=True)
    withdrawn_by = models.CharField(max_length=150, default="", blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(default="", blank=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["case_id"]

    def __str__(self) -> str:
        return f"{self.case_id} ({self.state})"

    @property
    def published(self) -> PublishedCase | None:
        """What the public sees, or None."""
        if self.state != self.APPROVED or not self.body:
            return None
        return PublishedCase.from_json(self.body)

    @property
    def proposed(self) -> PublishedCase | None:
        """The form that waits for approval, or None."""
        return PublishedCase.from_json(self.proposal) if self.proposal else None


class PublishedRow(models.Model):
    """One approved case as the public may see it: the only table of publication that public pages read.

    ``body`` is the ``PublishedCase`` as JSON. Rows are derived from approved bodies and can be made again
    (``services.rebuild_rows``).
    """

    case_id = models.CharField(max_length=40, unique=True)
    policy = models.CharField(max_length=20)
    title = models.TextField()
    noindex = models.BooleanField(default=False)
    first_published = models.DateTimeField()
    updated = models.DateTimeField(db_index=True)
    body = models.TextField()

    public = models.Manager["PublishedRow"]()

    class Meta:
        ordering = ["case_id"]

    def __str__(self) -> str:
        return self.case_id

    @property
    def case(self) -> PublishedCase:
        """The published case."""
        return PublishedCase.from_json(self.body)


class Correction(Held):
    """A public correction note: what was wrong and what is right, beside the case or one fact of it.

    It becomes public with the next approved form of the case. ``about`` as in ``shapes.Note``.
    """

    case_id = models.CharField(max_length=40, db_index=True)
    about = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField()
    on = models.DateField()
    made_by = models.CharField(max_length=150)
    request = models.ForeignKey(
        "PublicRequest", null=True, blank=True, on_delete=models.SET_NULL, related_name="corrections"
    )

    class Meta(Held.Meta):
        abstract = False
        ordering = ["on", "id"]


class Reply(Held):
    """A reply (right of reply) as it stands beside the case. ``by``: how the person wishes to be called."""

    case_id = models.CharField(max_length=40, db_index=True)
    about = models.CharField(max_length=200, default="", blank=True)
    by = models.CharField(max_length=200)
    text = models.TextField()
    on = models.DateField()
    made_by = models.CharField(max_length=150)
    request = models.ForeignKey(
        "PublicRequest", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies"
    )

    class Meta(Held.Meta):
        abstract = False
        ordering = ["on", "id"]


class PublicRequest(Held):
    """Somebody asks for a correction, a removal, or to reply. Answered within a month (UK GDPR Art. 12(3)).

    ``contact`` is kept apart from the text, is never shown with it in lists, and is deleted by retention
    once the request is closed long enough. ``reference`` is what the person is given to ask again.
    """

    KINDS = [("correction", "Correction"), ("removal", "Removal"), ("reply", "Right of reply")]
    RECEIVED, IN_HAND, ANSWERED, REFUSED = "received", "in_hand", "answered", "refused"
    STATES = [
        (RECEIVED, "Received"),
        (IN_HAND, "In hand"),
        (ANSWERED, "Answered"),
        (REFUSED, "Refused, with reasons"),
    ]

    reference = models.CharField(max_length=20, unique=True)
    case_id = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=12, choices=KINDS)
    about = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField()
    contact = models.TextField(default="", blank=True)
    state = models.CharField(max_length=12, choices=STATES, default=RECEIVED, db_index=True)
    received_on = models.DateField()
    due = models.DateField(db_index=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.reference


class RequestStep(Held):
    """One step in answering a request: append-only trail of who did what, when, and what was said."""

    request = models.ForeignKey(PublicRequest, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    state = models.CharField(max_length=12, choices=PublicRequest.STATES)
    text = models.TextField(default="", blank=True)
    sent = models.BooleanField(default=False)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["at", "id"]


class RetentionRule(Held):
    """How long a kind of data is kept. Overrides ``data/retention.yaml`` for this casebook.

    ``keep`` is an ISO 8601 length after the day named by ``since`` in the data.
    """

    what = models.CharField(max_length=40, unique=True)
    keep = models.CharField(max_length=10)
    reason = models.TextField()
    set_by = models.CharField(max_length=150)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["what"]
