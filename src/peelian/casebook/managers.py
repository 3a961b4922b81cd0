"""Why no model has ``objects``: every query says what may be seen.

``public`` comes first, so it is the default manager that related sets, generic views and forgotten
filters use, and it shows nothing: what the public may see is made by ``publication`` and kept in tables
of its own. ``internal`` shows all and is asked for by name, in the rooms that may.
"""

from __future__ import annotations

from typing import TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class NothingManager(models.Manager[M]):
    """A manager that never shows a row."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the empty query."""
        return super().get_queryset().none()


class Held(models.Model):
    """Base of every table that holds what the public may not see."""

    public = NothingManager["Held"]()
    internal = models.Manager["Held"]()

    class Meta:
        abstract = True
        base_manager_name = "internal"
