"""Persons and cases: ids that last, and rows that are derived and can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from peelian.casebook.managers import Held

if TYPE_CHECKING:
    from peelian.casefile.facts import CaseFile


class Person(Held):
    """A person as linking has it. ``public_id`` (``p-`` and 10 characters, random, no personal data) lasts:
    after a merge the old row stays and ``redirect`` points to the one that remains."""

    public_id = models.CharField(max_length=40, unique=True)
    name = models.TextField(default="", blank=True)
    other_names = models.JSONField(default=list)
    force = models.CharField(max_length=60, default="", blank=True, db_index=True)
    redirect = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="former_ids"
    )
    trail = models.JSONField(default=list)

    class Meta(Held.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.public_id


class Case(Held):
    """A case. ``facts`` is its ``CaseFile`` as JSON; the other columns are taken from it for lists.

    ``stage`` is where casework stands (an id of ``law.stages``), kept by decisions; empty for a case that
    only documents tell of. ``stale`` is true where something has changed since ``facts`` was computed.
    """

    public_id = models.CharField(max_length=40, unique=True)
    redirect = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="former_ids"
    )
    trail = models.JSONField(default=list)
    title = models.TextField(default="", blank=True)
    summary = models.TextField(default="", blank=True)
    facts = models.JSONField(null=True, blank=True)
    force = models.CharField(max_length=60, default="", blank=True, db_index=True)
    outcome = models.CharField(max_length=60, default="", blank=True, db_index=True)
    hearing = models.CharField(max_length=60, default="", blank=True)
    latest = models.CharField(max_length=40, default="", blank=True, db_index=True)
    sources_count = models.IntegerField(default=0)
    checks_count = models.IntegerField(default=0)
    conflicts_count = models.IntegerField(default=0)
    by_hand = models.BooleanField(default=False)
    stage = models.CharField(max_length=60, default="", blank=True)
    stale = models.BooleanField(default=False, db_index=True)

    class Meta(Held.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.public_id

    @property
    def casefile(self) -> CaseFile | None:
        """The case file as structs; None before it was first computed."""
        import msgspec

        from peelian.casefile.facts import CaseFile

        facts: Any = self.facts
        return None if facts is None else msgspec.convert(facts, CaseFile)


class Event(Held):
    """One event of a case, for calendars, lists and statistics (derived from the case file)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    key = models.CharField(max_length=200)
    track = models.CharField(max_length=30)
    kind = models.CharField(max_length=60, db_index=True)
    title = models.TextField()
    date = models.CharField(max_length=40, null=True, blank=True)
    earliest = models.DateField(null=True, blank=True, db_index=True)
    latest = models.DateField(null=True, blank=True)
    inferred = models.BooleanField(default=False)
    position = models.IntegerField(default=0)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["case", "position"]


class Pair(Held):
    """A scored pair of mentions (derived): joined, for review, or apart though near, with its waterfall."""

    left = models.CharField(max_length=64, db_index=True)
    right = models.CharField(max_length=64, db_index=True)
    weight = models.FloatField()
    band = models.CharField(max_length=10, db_index=True)
    reason = models.TextField(default="", blank=True)
    waterfall = models.JSONField(default=list)

    class Meta(Held.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["left", "right"], name="one_pair")]


class LinkModel(Held):
    """What linking took from the whole casebook when it last looked at all of it: how common each name is."""

    mentions = models.IntegerField()
    prior = models.FloatField()
    weights = models.JSONField()

    class Meta(Held.Meta):
        abstract = False
