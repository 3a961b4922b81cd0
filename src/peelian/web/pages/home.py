"""The first page: search, the latest outcomes, the forces; and suggestions for the search box."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peelian import law
from peelian.web.facets import BY_NAME, COUNTS
from peelian.web.models import Entry
from peelian.web.names import persons_starting
from peelian.web.pages.marks import with_marks

LATEST = 8
MOST_SUGGESTED = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """``/``."""
    counts = COUNTS.fresh()
    forces = sorted(
        (BY_NAME["force"].label(value), value, count) for value, count in counts.counted("force", None)
    )
    return render(
        request,
        "web/home.html",
        {
            "latest": with_marks(Entry.public.defer("body").order_by("-latest", "pk")[:LATEST]),
            "forces": forces,
            "total": Entry.public.count(),
            "outcomes": [
                (BY_NAME["outcome"].label(value), value, count)
                for value, count in counts.counted("outcome", None)[:6]
            ],
        },
    )


def suggestions(words: str) -> list[dict[str, str]]:
    """Names, forces, courts and offences that begin with some words: published ones only.

    ``words`` is what somebody has typed so far; two letters at least. Each suggestion has ``label``,
    ``kind`` and ``url``.
    """
    start = law.fold_name(words)[:60]
    if len(start) < 2:
        return []
    found: list[dict[str, str]] = []
    persons = persons_starting(start).values_list("person_id", "name").distinct()
    for person_id, name in persons[:MOST_SUGGESTED]:
        found.append({"label": name, "kind": "person", "url": f"/persons/{person_id}/"})
    for name in ("force", "offence", "court"):
        facet = BY_NAME[name]
        for value, _ in COUNTS.fresh().counted(name, None):
            label = facet.label(value)
            if any(word.startswith(start) for word in (label.casefold(), *label.casefold().split())):
                found.append({"label": label, "kind": facet.heading, "url": f"/cases/?{name}={value}"})
    return found[:MOST_SUGGESTED]


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """``/suggest?q=``: a list for the search box (JSON)."""
    return JsonResponse({"suggestions": suggestions(request.GET.get("q", ""))})
