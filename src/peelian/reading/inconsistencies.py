"""inconsistencies: to be written."""
from __future__ import annotations
from typing import Any
from peelian.reading.model import Inconsistency
from peelian.reading.prepared import Prepared
from peelian.reading.settle import Evidence


def find_inconsistencies(prepared: Prepared, subjects: list[Any], evidence: Evidence) -> list[Inconsistency]:
    """Where the document disagrees with itself or the law."""
    return []
