"""CORS for reads, ETag and a rate limit on the API: nothing is kept about who asks but a counter for a minute.

The counter's key is a hash of the address with a key that changes each day, held in this process alone: of several
processes each counts for itself, so that nothing about who asks is written down.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import wraps
from time import monotonic
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

#: Requests a minute from one address; 0 for no limit.
PER_MINUTE = int(getattr(settings, "API_PER_MINUTE", 240))


class Limit:
    """How often each address asked in the present minute."""

    def __init__(self) -> None:
        self.minute = -1
        self.day: date | None = None
        self.key = b""
        self.asked: Counter[bytes] = Counter()

    def over(self, request: HttpRequest) -> bool:
        """Count this request; whether its address has asked too often this minute."""
        minute = int(monotonic() // 60)
        if minute != self.minute:
            self.minute = minute
            self.asked.clear()
        if self.day != date.today():
            self.day, self.key = date.today(), secrets.token_bytes(16)
        who = hashlib.blake2b(_address(request), key=self.key, digest_size=8).digest()
        self.asked[who] += 1
        return PER_MINUTE > 0 and self.asked[who] > PER_MINUTE


LIMIT = Limit()


def _address(request: HttpRequest) -> bytes:
    """The visitor's address: behind proxies the one that they tell, as sign-ins are counted (PEELIAN_PROXIES)."""
    try:
        return str(get_adapter().get_client_ip(request)).encode()
    except PermissionDenied:  # a socket of this machine has none
        return b""


def open_to_reads(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap a view: 429 when asked too often, CORS headers for reads, ETag and 304."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"  # the same answer; its body is left out on the way
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
        elif LIMIT.over(request):
            response = JsonResponse(
                {
                    "detail": f"More than {PER_MINUTE} requests in a minute. Wait a minute, or take the files at /data/."
                },
                status=429,
            )
            response["Retry-After"] = "60"
        else:
            response = view(request, *args, **kwargs)
            if response.status_code == 200 and not response.streaming and request.method in ("GET", "HEAD"):
                etag = quote_etag(hashlib.blake2b(response.content, digest_size=12).hexdigest())
                response["ETag"] = etag
                response["Cache-Control"] = "public, max-age=60"
                response = get_conditional_response(request, etag=etag, response=response) or response
        request.method = asked
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        return response

    wrapped.csrf_exempt = getattr(view, "csrf_exempt", False)  # type: ignore[attr-defined]
    return wrapped
