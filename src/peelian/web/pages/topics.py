"""Forces, offences, courts and standards: what each is, its cases, its figures over the years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_safe

from peelian import law
from peelian.web.facets import BY_NAME, COUNTS
from peelian.web.pages.marks import with_marks
from peelian.web.search import Question, answer

#: The word in the address, the facet, the heading of the list of all.
KINDS = {
    "forces": ("force", _("Forces")),
    "offences": ("offence", _("Offences")),
    "courts": ("court", _("Courts")),
    "standards": ("standard", _("Standards of Professional Behaviour")),
}
MOST_LISTED = 50


@dataclass(frozen=True)
class Row:
    """A year with its cases and, of these, those in which the officer was (or would have been) dismissed."""

    year: int
    cases: int
    dismissed: int


@require_safe
def topics(request: HttpRequest, kind: str) -> HttpResponse:
    """``/forces/`` and its like: all values that a published case has."""
    name, heading = KINDS[kind]
    facet = BY_NAME[name]
    counted = sorted(
        (facet.label(value), value, count) for value, count in COUNTS.fresh().counted(name, None)
    )
    return render(
        request, "web/topics.html", {"section": kind, "kind": kind, "heading": heading, "counted": counted}
    )


@require_safe
def topic(request: HttpRequest, kind: str, value: str) -> HttpResponse:
    """``/forces/<id>/`` and its like."""
    name, heading = KINDS[kind]
    facet = BY_NAME[name]
    maps = COUNTS.fresh().maps
    within = maps.get(name, {}).get(value)
    if within is None:
        raise Http404(f"No published case is under {value!r}.")
    dismissed = [entries for outcome, entries in maps.get("outcome", {}).items() if "dismissed" in outcome]
    rows = []
    for year, entries in sorted(maps.get("year", {}).items(), reverse=True):
        here = entries & within
        if here:
            gone = Counter(pk for one in dismissed for pk in one & here)
            rows.append(Row(int(year), len(here), len(gone)))
    others = [
        (
            BY_NAME[other].heading,
            other,
            [(BY_NAME[other].label(v), v, n) for v, n in COUNTS.counted(other, within)[:8]],
        )
        for other in ("outcome", "conduct", "court_outcome", "hearing", "finding", "rank")
        if other != name
    ]
    listed = answer(Question(choices={name: [value]}), size=MOST_LISTED).entries
    return render(
        request,
        "web/topic.html",
        {
            "section": kind,
            "kind": kind,
            "all_heading": heading,
            "facet": name,
            "value": value,
            "heading": facet.label(value),
            "about": _about(facet.vocabulary, value),
            "rows": rows,
            "total": len(within),
            "others": [other for other in others if other[2]],
            "entries": with_marks(listed),
        },
    )


def _about(vocabulary: str | None, value: str) -> tuple[str, bool] | None:
    """The law behind a value and whether it was verified, or None."""
    if vocabulary is None:
        return None
    try:
        found = law.term(vocabulary, value)
    except LookupError:
        return None
    return found.source, found.verified
