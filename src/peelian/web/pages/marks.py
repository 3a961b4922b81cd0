"""Status marks: a shape and its word for what a court or a panel decided, the same on every page."""

from __future__ import annotations

from collections.abc import Iterable

from peelian.web.facets import BY_NAME, COUNTS
from peelian.web.models import Entry

#: How a stage, finding or outcome is marked: a shape, and always its word beside it.
MARKS = {
    "alleged": "alleged", "pending": "pending", "charged": "charged", "convicted": "convicted",
    "cautioned": "convicted", "acquitted": "cleared", "discontinued": "cleared", "not_proven": "cleared",
    "no_case": "cleared", "gross_misconduct": "found", "misconduct": "found",
}  # fmt: skip
Mark = tuple[str, str]


def marks_of(court: Iterable[str], findings: Iterable[str]) -> list[Mark]:
    """Marks for stages in court, then for findings: (shape, word), each once."""
    told = [("court_outcome", value) for value in court] + [("finding", value) for value in findings]
    found = [(MARKS[value], BY_NAME[name].label(value)) for name, value in told if value in MARKS]
    return list(dict.fromkeys(found))


def with_marks(entries: Iterable[Entry]) -> list[Entry]:
    """Entries of a list, each with its ``marks``, from the index's bitmaps: no question for each."""
    listed = list(entries)
    maps = COUNTS.fresh().maps
    for entry in listed:
        stages, findings = (
            [value for value, within in sorted(maps.get(name, {}).items()) if entry.pk in within]
            for name in ("court_outcome", "finding")
        )
        entry.marks = marks_of(stages, findings)
    return listed
