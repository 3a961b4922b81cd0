"""A person who is named in published cases: the cases, other names, who is not the same person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peelian import law
from peelian.web.facets import BY_NAME
from peelian.web.models import PersonEntry
from peelian.web.pages.marks import with_marks


@require_safe
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """``/persons/<id>/``."""
    rows = list(
        PersonEntry.public.filter(person_id=person_id).select_related("entry").order_by("-entry__latest")
    )
    if not rows:
        raise Http404("No published case names such a person.")
    name = max((row.name for row in rows), key=len)
    surname = law.fold_name(name).rsplit(" ", 1)[-1]
    namesakes = (
        PersonEntry.public.filter(words__word=surname)
        .exclude(person_id=person_id)
        .values_list("person_id", "name", "entry__force")
        .order_by("name", "person_id")
        .distinct()[:20]
    )
    return render(
        request,
        "web/person.html",
        {
            "section": "cases",
            "name": name,
            "person_id": person_id,
            "other_names": sorted({other for row in rows for other in [row.name, *row.other_names]} - {name}),
            "entries": with_marks(row.entry for row in rows),
            "namesakes": [
                (id_, other, BY_NAME["force"].label(force) if force else "")
                for id_, other, force in namesakes
            ],
        },
    )
