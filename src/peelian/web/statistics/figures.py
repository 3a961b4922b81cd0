"""The numbers of the statistics page, each with how many cases stand behind it.

A rate is given only where at least ``FEWEST_FOR_RATE`` cases stand behind it, with a 95% interval for a
Poisson count (Byar's approximation). A cell of a cross table under ``SMALL`` is held back.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import median

from django.utils.translation import gettext_noop as _
from pyroaring import BitMap

from peelian import law
from peelian.web.facets import BY_NAME, CONDUCT, COUNTS
from peelian.web.models import Length

SMALL = 3
FEWEST_FOR_RATE = 5
#: How a case ended for the officer, in the order of the charts: words, and the outcomes that count as it.
ENDINGS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        _("Dismissed"),
        frozenset(
            {
                "dismissed",
                "dismissed_without_notice",
                "dismissed_with_immediate_effect",
                "dismissed_with_notice",
            }
        ),
    ),
    (_("Would have been dismissed"), frozenset({"would_have_been_dismissed"})),
    (
        _("Warned or reduced in rank"),
        frozenset({"final_written_warning", "written_warning", "reduction_in_rank"}),
    ),
    (_("Other or no action"), frozenset({"no_action", "management_advice", "reflective_practice", "other"})),
)


@dataclass(frozen=True)
class Rate:
    """Cases per 1,000 officers of a force, with a 95% interval; the denominator's year and source."""

    force: str
    label: str
    cases: int
    officers: int
    per_thousand: float
    low: float
    high: float
    source: str


@dataclass(frozen=True)
class Took:
    """How long one step took over the cases in which both days are known well enough (within 31 days)."""

    kind: str
    heading: str
    cases: int
    middle: float
    shortest: int
    longest: int
    days: tuple[int, ...]


def _union(facet: str, values: frozenset[str]) -> BitMap:
    either = BitMap()
    for value, entries in COUNTS.maps.get(facet, {}).items():
        if value in values:
            either |= entries
    return either


def endings_by_year() -> list[tuple[int, dict[str, int]]]:
    """Cases of each ending in each year, oldest first."""
    years = COUNTS.fresh().maps.get("year", {})
    kinds = {words: _union("outcome", values) for words, values in ENDINGS}
    return [
        (int(year), {words: entries.intersection_cardinality(kind) for words, kind in kinds.items()})
        for year, entries in sorted(years.items())
    ]


def endings_by_force() -> list[tuple[str, str, dict[str, int]]]:
    """(force, its name, cases of each ending), most cases first."""
    kinds = {words: _union("outcome", values) for words, values in ENDINGS}
    rows = [
        (
            force,
            BY_NAME["force"].label(force),
            {words: entries.intersection_cardinality(kind) for words, kind in kinds.items()},
        )
        for force, entries in COUNTS.fresh().maps.get("force", {}).items()
    ]
    return sorted(rows, key=lambda row: (-sum(row[2].values()), row[1]))


def endings_by_conduct() -> list[tuple[str, dict[str, int | None]]]:
    """(group of offences, cases of each ending); a cell under ``SMALL`` is None: held back."""
    kinds = {words: _union("outcome", values) for words, values in ENDINGS}
    rows: dict[str, dict[str, int]] = {}
    for group, entries in COUNTS.fresh().maps.get("conduct", {}).items():
        row = rows.setdefault(CONDUCT.get(group, group), dict.fromkeys(kinds, 0))
        for words, kind in kinds.items():
            row[words] += entries.intersection_cardinality(kind)
    return [
        (label, {words: count if count == 0 or count >= SMALL else None for words, count in row.items()})
        for label, row in sorted(rows.items(), key=lambda pair: -sum(pair[1].values()))
    ]


@dataclass(frozen=True)
class Left:
    """Of all cases with an outcome: dismissed, would have been dismissed, resigned first, retired first."""

    all: int
    dismissed: int
    would: int
    resigned: int
    retired: int


def left_first() -> Left:
    """How many cases ended in a dismissal, in one that would have been, and with somebody who had left first."""
    maps = COUNTS.fresh().maps
    ended = _union("outcome", frozenset(value for _, values in ENDINGS for value in values))
    left = maps.get("resigned", {})
    return Left(
        all=len(ended),
        dismissed=len(_union("outcome", ENDINGS[0][1])),
        would=len(_union("outcome", ENDINGS[1][1])),
        resigned=left.get("resigned", BitMap()).intersection_cardinality(ended),
        retired=left.get("retired", BitMap()).intersection_cardinality(ended),
    )


def rates() -> list[Rate]:
    """Cases per 1,000 officers for forces with enough cases, highest first."""
    found = []
    for force, entries in COUNTS.fresh().maps.get("force", {}).items():
        try:
            term = law.term("forces", force)
        except LookupError:
            continue
        officers = term.extra.get("officers") or {}
        number = officers.get("value") if hasattr(officers, "get") else None
        if not number or len(entries) < FEWEST_FOR_RATE:
            continue
        low, high = poisson_interval(len(entries))
        found.append(
            Rate(
                force=force,
                label=term.name,
                cases=len(entries),
                officers=int(number),
                per_thousand=1000 * len(entries) / number,
                low=1000 * low / number,
                high=1000 * high / number,
                source=f"{officers.get('basis', '')}, {officers.get('year', '')}".strip(", "),
            )
        )
    return sorted(found, key=lambda rate: -rate.per_thousand)


def poisson_interval(count: int) -> tuple[float, float]:
    """A 95% interval for a Poisson count by Byar's approximation to the exact one (within 1% from 5 on)."""
    if count == 0:
        return 0.0, 3.69
    z = 1.959964
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    up = count + 1
    return low, up * (1 - 1 / (9 * up) + z / (3 * sqrt(up))) ** 3


def took() -> list[Took]:
    """Each step with at least ``SMALL`` cases whose length is known within 31 days."""
    rows: dict[tuple[str, str], list[int]] = {}
    for kind, heading, shortest, longest in Length.public.values_list(
        "kind", "heading", "shortest", "longest"
    ):
        if longest - shortest <= 31:
            rows.setdefault((kind, heading), []).append((shortest + longest) // 2)
    return [
        Took(kind, heading, len(days), median(days), min(days), max(days), tuple(sorted(days)))
        for (kind, heading), days in sorted(rows.items(), key=lambda pair: -len(pair[1]))
        if len(days) >= SMALL
    ]
