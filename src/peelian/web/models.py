"""The index of what is published. Made from ``PublishedCase`` alone, so all of it may be seen by all.

Every row can be thrown away and made again from the approved cases (``index.rebuild``), but for saved
searches, which belong to the people who asked for them.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from peelian.publication.shapes import PublishedCase


class Entry(models.Model):
    """One published case, with what lists, sorting and pages need. ``body`` is the ``PublishedCase`` as JSON."""

    case_id = models.CharField(max_length=40, unique=True)
    title = models.TextField()
    summary = models.TextField()
    names = models.TextField(default="")
    force = models.CharField(max_length=60, default="", db_index=True)
    year = models.IntegerField(null=True, db_index=True)
    latest = models.CharField(max_length=10, default="", db_index=True)
    #: The same as exactly as it is known (EDTF): a day that only sorts is not shown as one.
    told = models.CharField(max_length=10, default="")
    updated = models.DateTimeField(auto_now=True)
    noindex = models.BooleanField(default=False)
    body = models.TextField()

    public = models.Manager["Entry"]()
    #: Status marks (shape, word), put there by ``pages.marks`` for a list.
    marks: list[tuple[str, str]]

    class Meta:
        indexes = [models.Index(fields=["-latest", "id"], name="web_entry_newest")]

    def __str__(self) -> str:
        return self.case_id

    @property
    def case(self) -> PublishedCase:
        """The published case."""
        return PublishedCase.from_json(self.body)


class PersonEntry(models.Model):
    """A person who is named in a published case. Anonymised people have no row."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="persons")
    person_id = models.CharField(max_length=60, db_index=True)
    name = models.TextField()
    folded = models.TextField(db_index=True)
    other_names = models.JSONField(default=list)

    public = models.Manager["PersonEntry"]()


class NameWord(models.Model):
    """One word of the name of a person who is named in a published case, folded: what suggestions look up."""

    person = models.ForeignKey(PersonEntry, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=80, db_index=True)

    public = models.Manager["NameWord"]()


class FacetCount(models.Model):
    """A value of a facet with the ids of its entries as a Roaring bitmap."""

    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=160)
    entries = models.BinaryField()

    public = models.Manager["FacetCount"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="one_facet_value")]


class Length(models.Model):
    """How long one step of one case took, in days (``shortest`` and ``longest`` differ where a day is known
    in part): for the dots of the statistics."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="lengths")
    kind = models.CharField(max_length=60, db_index=True)
    heading = models.CharField(max_length=120)
    shortest = models.IntegerField()
    longest = models.IntegerField()

    public = models.Manager["Length"]()


class OfficialTotal(models.Model):
    """A total of the Home Office's statistics that the operator loaded, to say what share is covered here.

    ``year`` is the year in which the statistical year ends (to 31 March); ``force`` is empty for all forces.
    """

    year = models.IntegerField()
    force = models.CharField(max_length=60, default="", blank=True)
    measure = models.CharField(max_length=40)
    value = models.IntegerField()
    source = models.TextField()

    public = models.Manager["OfficialTotal"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "force", "measure"], name="one_official_total")
        ]


class IndexVersion(models.Model):
    """One row: the mark of the index's present state. What is cached is cached for one version.

    ``format`` says by what rules the rows were made (``index.FORMAT``): an older Peelian's are made again.
    """

    number = models.BigIntegerField(default=0)
    format = models.IntegerField(default=0)

    public = models.Manager["IndexVersion"]()


class SavedSearch(models.Model):
    """A search about which somebody wants mail. Nothing is sent before the address is confirmed."""

    email = models.EmailField()
    query = models.TextField()
    token = models.CharField(max_length=64, unique=True)
    confirmed = models.BooleanField(default=False)
    asked_on = models.DateField()
    last_latest = models.DateTimeField(null=True)

    public: Any = None  # nobody's list of addresses
    internal = models.Manager["SavedSearch"]()

    class Meta:
        base_manager_name = "internal"
