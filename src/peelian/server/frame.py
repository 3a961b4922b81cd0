"""What every page shares: its frame's words, how long others may keep a copy of it, and what an address says that
is asked in a way that it does not answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import is_valid_path

DESK: Final = "/desk/"


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


def told(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: an address that only takes a form and was opened, or the other way round, says so on a page.

    Whoever's session ended while they filled in a form comes to such an address after signing in.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.streaming or response.content:
            return response
        desk = request.path.startswith(DESK)
        takes_a_form = "GET" not in response.get("Allow", "")
        context = {
            "frame": "desk/base.html" if desk else "peelian/base.html",
            "takes_a_form": takes_a_form,
            "page": request.path if not takes_a_form else above(request.path) if desk else "/",
            "start": DESK if desk else "/",
        }
        response.content = render_to_string("peelian/405.html", context, request)
        response["Content-Type"] = "text/html; charset=utf-8"
        return response

    return middleware


def above(path: str) -> str:
    """The page of the desk that an address belongs to: what it acts on, else its room, else the desk's first page."""
    parts = path.removeprefix(DESK).strip("/").split("/")
    higher = [DESK + "/".join(parts[:n]) + "/" for n in range(1, len(parts))]
    there = [address for address in higher if is_valid_path(address)]
    inside = [address for address in there if address != higher[0]]
    return (*inside, *there, DESK)[0]
