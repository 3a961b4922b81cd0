"""Home Office totals that an operator loads (``peelian totals FILE.csv``), and the share of them covered here.

The file has the columns ``year`` (in which the statistical year to 31 March ends), ``measure`` (an id of
``MEASURES``), ``value``, ``source`` and, if not for all forces, ``force`` (a force's id). Peelian ships no
totals: they are published each January in "Police misconduct, England and Wales".
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from pyroaring import BitMap

from peelian import law
from peelian.web.facets import COUNTS
from peelian.web.models import Entry, OfficialTotal

#: What can be compared: the words, and the facet values that count as it here.
MEASURES = {
    "meetings": ("Misconduct meetings", "hearing", {"misconduct_meeting"}),
    "hearings": ("Misconduct hearings", "hearing", {"misconduct_hearing", "special_case_hearing"}),
    "accelerated_hearings": ("Accelerated hearings", "hearing", {"accelerated_hearing"}),
}
MOST_ROWS = 20_000


class TotalsError(ValueError):
    """A file of totals that cannot be taken: the message names the line and the cause."""


@dataclass(frozen=True)
class Share:
    """A total and how many of these cases the casebook has."""

    year: int
    force: str
    words: str
    official: int
    here: int
    source: str

    @property
    def percent(self) -> float:
        """The share covered, in per cent."""
        return 100 * self.here / self.official if self.official else 0.0


def load(path: Path) -> int:
    """Load totals from a CSV file, in the place of those of the same year, force and measure; how many.

    Raises ``TotalsError``: nothing is loaded then.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = _read(path, csv.DictReader(file))
    except (UnicodeDecodeError, csv.Error) as error:
        raise TotalsError(f"{path} is no CSV file in UTF-8: save the spreadsheet as one") from error
    with transaction.atomic():
        OfficialTotal.public.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["year", "force", "measure"],
            update_fields=["value", "source"],
        )
    return len(rows)


def _read(path: Path, reader: csv.DictReader[str]) -> list[OfficialTotal]:
    rows: list[OfficialTotal] = []
    missing = {"year", "measure", "value", "source"} - set(reader.fieldnames or ())
    if missing:
        raise TotalsError(f"{path}: the column {sorted(missing)[0]!r} is missing")
    for number, row in enumerate(reader, 2):
        if number > MOST_ROWS:
            raise TotalsError(f"{path}: more than {MOST_ROWS:,} rows")
        force = (row.get("force") or "").strip()
        try:
            year, value = int(row["year"]), int(row["value"])
        except (TypeError, ValueError) as error:
            raise TotalsError(f"{path}, line {number}: year and value must be whole numbers") from error
        if row["measure"] not in MEASURES:
            raise TotalsError(
                f"{path}, line {number}: the measure {row['measure']!r} is none of {', '.join(MEASURES)}"
            )
        if force and force not in set(law.ids("forces")):
            raise TotalsError(f"{path}, line {number}: there is no force {force!r}")
        if not (row["source"] or "").strip() or not 0 <= value < 10**9 or not 1990 < year < 2100:
            raise TotalsError(
                f"{path}, line {number}: a source, a year and a value of 0 or more (below a billion) are needed"
            )
        rows.append(
            OfficialTotal(year=year, force=force, measure=row["measure"], value=value, source=row["source"])
        )
    return rows


def shares() -> list[Share]:
    """Each total that was loaded beside the number of published cases of that year, newest first."""
    counts = COUNTS.fresh()
    found = []
    for total in OfficialTotal.public.order_by("-year", "measure", "force"):
        words, facet, values = MEASURES[total.measure]
        days = Entry.public.filter(latest__gte=f"{total.year - 1}-04-01", latest__lte=f"{total.year}-03-31")
        within = BitMap(list(days.values_list("pk", flat=True)))
        choices = {facet: sorted(values), **({"force": [total.force]} if total.force else {})}
        here = within.intersection_cardinality(counts.chosen(choices) or BitMap())
        found.append(Share(total.year, total.force, words, total.value, here, total.source))
    return found
