"""What this is and how to read it; corrections; data protection; the data to take away."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peelian.web import downloads
from peelian.web.models import Entry

PAGES = {"": "web/about.html", "data-protection": "web/data-protection.html"}


@require_safe
def about(request: HttpRequest, page: str = "") -> HttpResponse:
    """``/about/`` and its pages."""
    return render(
        request,
        PAGES[page],
        {
            "section": "about",
            "policy": settings.POLICY,
            "total": Entry.public.count(),
        },
    )


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """``/data/``: the files of the last export, their sizes; how to use them and the API."""
    return render(
        request,
        "web/data.html",
        {
            "section": "data",
            "files": [
                (path.name, downloads.told_of(path), path.stat().st_size) for path in downloads.files()
            ],
            "refused": downloads.refused(),
        },
    )


@require_safe
def download(request: HttpRequest, name: str) -> FileResponse:
    """``/data/<file>``: one file of the last export, as an attachment; 404 for one of no approved export."""
    if name not in {path.name for path in downloads.files()}:
        raise Http404("There is no such file.")
    return FileResponse((downloads.folder() / name).open("rb"), as_attachment=True, filename=name)
