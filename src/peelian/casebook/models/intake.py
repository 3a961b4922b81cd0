"""What came in: files by the hash of their bytes, documents that were not read, signs of copies."""

from __future__ import annotations

from django.db import models

from peelian.casebook.managers import Held
from peelian.casebook.models.sources import Source


class Original(Held):
    """One file that was added, by the hash of its bytes. ``whole_at`` is set once each of its documents is stored.

    A file without ``whole_at`` is one whose adding was interrupted: the next ``add`` of it goes on.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField(default=0)
    name = models.TextField(default="", blank=True)
    documents = models.IntegerField(default=0)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    whole_at = models.DateTimeField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False


class Unread(Held):
    """One document that could not be read: which, why, what to do about it, when it was last tried.

    ``resolved_at`` is set when the same place was read after all.
    """

    place = models.TextField()
    sha256 = models.CharField(max_length=64, default="", blank=True, db_index=True)
    kind = models.CharField(max_length=40, default="DocumentError")
    cause = models.TextField()
    remedy = models.TextField(default="", blank=True)
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        ordering = ["-at", "place"]


class Signature(Held):
    """The MinHash of a source's words, by which near-duplicates are found (derived from its text)."""

    source = models.OneToOneField(
        Source, primary_key=True, on_delete=models.CASCADE, related_name="signature"
    )
    hashes = models.BinaryField()

    class Meta(Held.Meta):
        abstract = False


class SignatureBand(Held):
    """One band of a signature: sources that share a band may be copies of one another."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="bands")
    band = models.BigIntegerField(db_index=True)

    class Meta(Held.Meta):
        abstract = False
