"""What every page shares: its frame's words, and how long others may keep a copy of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame's part of a template's context."""
    return {"fictional": settings.FICTIONAL, "operator": settings.OPERATOR}


def fresh(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a page that says nothing else is asked for anew each time, so that what is withdrawn or
    corrected does not live on in a cache; one that sets a cookie is kept by nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.cookies:
            response["Cache-Control"] = "no-store, private"
        elif not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-cache"
        return response

    return middleware
