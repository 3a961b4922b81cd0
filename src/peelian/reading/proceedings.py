"""proceedings: to be written."""

from __future__ import annotations

from peelian.reading.prepared import Drafts, Prepared


def read_proceedings(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the drafts."""
