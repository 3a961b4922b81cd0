"""sensitive: to be written."""
from __future__ import annotations
from peelian.reading.model import Sensitive
from peelian.reading.prepared import Prepared


def find_sensitive(prepared: Prepared) -> list[Sensitive]:
    """Spans that publication must weigh."""
    return []
