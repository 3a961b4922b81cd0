"""How often the reader errs, by field, as people have found it: what stands in for a confidence that readings lack."""

from __future__ import annotations

from typing import Final

from django.core.cache import cache

from peelian.desk.corpus.precision import precision

#: Facts that people must have decided on before their share of errors says anything.
ENOUGH: Final = 50
#: A field's own share counts for half once people have decided on so many facts of it; before, that of all fields.
_STEADY: Final = 20
_SECONDS: Final = 600
_KEY: Final = "desk.error_rates"


def error_rates() -> dict[str, float]:
    """The share of facts of each field that people corrected or rejected; under "" that of all fields together.

    A field with few decisions is drawn to the share of all. Empty while fewer than ``ENOUGH`` facts are decided.
    Kept for ten minutes: a queue is not reordered under somebody's hands.
    """
    found: dict[str, float] | None = cache.get(_KEY)
    if found is None:
        found = _measured()
        cache.set(_KEY, found, _SECONDS)
    return found


def _measured() -> dict[str, float]:
    measured = precision()
    every = next((one for one in measured if not one.field), None)
    if every is None or every.decided < ENOUGH:
        return {}
    overall = (every.corrected + every.rejected) / every.decided
    return {
        one.field: round(
            (one.corrected + one.rejected + _STEADY * overall) / (one.decided + _STEADY) if one.field else overall, 4
        )
        for one in measured
    }  # fmt: skip
