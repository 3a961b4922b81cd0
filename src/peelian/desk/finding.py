"""Finding a person, a case or a document from the desk's first page."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from peelian.casebook.models import Case, Person, Source
from peelian.casefile.wording import term_name
from peelian.desk.access import allowed

MOST = 25


@allowed("desk.read_desk", reads="search")
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """What is found by a few words or an id. The words stand in no log and not in the trail."""
    words = request.GET.get("q", "").strip()[:200]
    context: dict[str, object] = {"words": words, "section": "home"}
    if words:
        named = Q(name__icontains=words) | Q(other_names__icontains=words) | Q(public_id=words)
        context |= {
            "persons": [
                (one, term_name("forces", one.force))
                for one in Person.internal.filter(named, redirect=None)[:MOST]
            ],
            "cases": Case.internal.filter(
                Q(title__icontains=words) | Q(public_id=words), redirect=None
            ).defer("facts")[:MOST],
            "documents": Source.internal.filter(
                Q(title__icontains=words) | Q(public_id=words) | Q(publisher__icontains=words)
            )[:MOST],
        }
    return render(request, "desk/find.html", context)
