"""investigation: to be written."""

from __future__ import annotations

from peelian.reading.prepared import Drafts, Prepared


def read_investigation(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the drafts."""
