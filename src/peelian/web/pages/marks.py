"""Status marks: a shape and its word for what a court or a panel decided, the same on every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from peelian.web.facets import BY_NAME
from peelian.web.models import Entry, Topic

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
    """Entries of a list, each with its ``marks``: one question to the index for all of them."""
    listed = list(entries)
    told: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = Topic.public.filter(entry__in=[entry.pk for entry in listed]).values_list(
        "entry_id", "facet", "value"
    )
    for pk, facet, value in rows:
        told[pk][facet].append(value)
    for entry in listed:
        here = told[entry.pk]
        entry.marks = marks_of(sorted(here["court_outcome"]), sorted(here["finding"]))
    return listed
