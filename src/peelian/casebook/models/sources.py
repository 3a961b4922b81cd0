"""Sources: published documents, each kept once by the hash of its bytes."""

from __future__ import annotations

from django.db import models

from peelian.casebook.managers import Held


class Source(Held):
    """One document. A file with several (an archive) gives one source for each ``part``.

    ``public_id`` is ``s-`` and the first 12 hex digits of SHA-256 over the bytes' hash and the part.
    The original bytes lie in ``originals/ab/abcdef…`` of the casebook's folder. ``carrier`` is what the
    document's carrier said of it (id, title, published, publisher): with the text, all that reading sees.
    ``compared`` is true once copies of it were looked for. ``title``, ``publisher``, ``published``, ``kind``, ``official`` and ``copy_of`` are derived.
    """

    public_id = models.CharField(max_length=40, unique=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    part = models.CharField(max_length=500, default="", blank=True)
    size = models.BigIntegerField(default=0)
    origin = models.TextField(default="", blank=True)
    url = models.TextField(null=True, blank=True)
    media_type = models.CharField(max_length=100, default="text/plain")
    title = models.TextField(null=True, blank=True)
    publisher = models.TextField(null=True, blank=True)
    published = models.CharField(max_length=40, null=True, blank=True)
    kind = models.CharField(max_length=40, default="other")
    official = models.BooleanField(default=False)
    notes = models.JSONField(default=list, blank=True)
    carrier = models.JSONField(default=dict, blank=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    copy_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies"
    )
    compared = models.BooleanField(default=False, db_index=True)
    added_at = models.DateTimeField()
    retrieved_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Held.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["sha256", "part"], name="one_source_per_bytes_and_part")
        ]

    def __str__(self) -> str:
        return self.public_id


class SourceText(Held):
    """The text of a source, apart from its row: lists of sources never fetch it."""

    source = models.OneToOneField(Source, primary_key=True, on_delete=models.PROTECT, related_name="body")
    text = models.TextField()

    class Meta(Held.Meta):
        abstract = False
