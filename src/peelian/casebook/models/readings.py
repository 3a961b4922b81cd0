"""Readings, mentions and statements: what each source says, by which reader's word."""

from __future__ import annotations

from django.db import models

from peelian.casebook.managers import Held
from peelian.casebook.models.persons import Case, Person
from peelian.casebook.models.sources import Source


class Reading(Held):
    """What one version of a reader made of one source. ``current`` is true for the newest."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=80)
    version = models.CharField(max_length=80)
    made_at = models.DateTimeField()
    current = models.BooleanField(default=True, db_index=True)
    body = models.JSONField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=150, default="", blank=True)

    class Meta(Held.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["source", "reader", "version"], name="one_reading_per_version")
        ]


class Mention(Held):
    """One subject of one source. ``key`` lasts through reader versions; person and case are derived.

    ``subject`` is the subject as the newest reading that tells of it has it, in the guide's shape.
    ``scored`` is true once it was compared with the others as it is now.
    """

    key = models.CharField(max_length=64, unique=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="mentions")
    index = models.IntegerField()
    name = models.TextField(default="", blank=True)
    subject = models.JSONField(default=dict)
    current = models.BooleanField(default=True, db_index=True)
    background = models.BooleanField(default=False)
    scored = models.BooleanField(default=False, db_index=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions"
    )
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions")

    class Meta(Held.Meta):
        abstract = False


class MentionKey(Held):
    """A key under which linking finds a mention again (derived)."""

    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=200, db_index=True)

    class Meta(Held.Meta):
        abstract = False


class Statement(Held):
    """One value with its words (see ``casefile.facts.Statement``). ``key`` lasts through reader versions.

    Statements that a person wrote (``origin`` person) belong to no reading; they are re-made from the
    decision that added them. ``beside`` then holds keys of statements of the record that they belong to.
    """

    key = models.CharField(max_length=64, db_index=True)
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="statements")
    reading = models.ForeignKey(
        Reading, null=True, blank=True, on_delete=models.PROTECT, related_name="statements"
    )
    pointer = models.CharField(max_length=200)
    field = models.CharField(max_length=100, db_index=True)
    value = models.JSONField()
    spans = models.JSONField(default=list)
    quote = models.TextField(default="", blank=True)
    origin = models.CharField(max_length=10, default="reader")
    beside = models.JSONField(default=list, blank=True)
    current = models.BooleanField(default=True, db_index=True)

    class Meta(Held.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "mention", "pointer"], name="one_statement_per_pointer"
            )
        ]
