"""What surrounds every public page of this room: no cookie, no trace, nothing in a log but that it failed."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt

log = logging.getLogger("peelian.intake")

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
View = Callable[..., HttpResponse]


def page(template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page, made without the request: no session is looked at, no account, no message."""
    return HttpResponse(render_to_string(template, {"section": "come-forward", **context}), status=status)


def without_trace(view: View) -> View:
    """A view that leaves no trace: strict headers, no cookie, and no error report that could hold a person's words.

    The CSRF cookie is not used (a signed token in the form stands in its place): there is no account whose
    authority a forged form could borrow, and a cookie would be a mark on the device.
    """

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError):
            response = page("intake/trouble.html", {"trouble": "too_large"}, status=400)
        except Exception as error:  # the traceback's frames would hold the report
            log.error("A page of the public form failed: %s", type(error).__name__)
            response = page("intake/trouble.html", {"trouble": "failed"}, status=500)
        response.cookies.clear()
        # Django would log a refusal together with the request, and mail it to ADMINS with all that was posted.
        response._has_been_logged = True  # type: ignore[attr-defined]
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return csrf_exempt(wrapped)
