"""What this is and how to read it; corrections; data protection; the data to take away."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

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
            "operator": getattr(settings, "OPERATOR", {}),
            "policy": settings.POLICY,
            "total": Entry.public.count(),
        },
    )


def downloads() -> Path:
    """The folder of the last public export (``peelian export`` puts it there, or the nightly task)."""
    return Path(settings.CASEBOOK) / "public-export"


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """``/data/``: the files of the last export, their sizes; how to use them and the API."""
    folder = downloads()
    files = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return render(
        request,
        "web/data.html",
        {"section": "data", "files": [(path.name, path.stat().st_size) for path in files]},
    )


@require_safe
def download(request: HttpRequest, name: str) -> FileResponse:
    """``/data/<file>``: one file of the last export, as an attachment."""
    folder = downloads()
    if not folder.is_dir() or name not in {path.name for path in folder.iterdir() if path.is_file()}:
        raise Http404("There is no such file.")
    return FileResponse((folder / name).open("rb"), as_attachment=True, filename=name)
