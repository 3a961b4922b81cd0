"""The page of the reader's measured precision."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from peelian.casebook.models import Reading
from peelian.desk.access import allowed
from peelian.desk.corpus.precision import precision


@allowed("desk.read_desk")
@require_GET
def measured(request: HttpRequest) -> HttpResponse:
    """By field: accepted, corrected, rejected, added."""
    reviewed = Reading.internal.filter(current=True).exclude(reviewed_at=None).count()
    return render(
        request, "desk/precision.html", {"measured": precision(), "reviewed": reviewed, "section": "home"}
    )
