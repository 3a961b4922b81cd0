"""One page from the web, only when a person names its address. Nothing else in Peelian opens a connection."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from typing import IO, NamedTuple
from urllib.parse import urlsplit

from peelian.documents.contents import MAX_BYTES
from peelian.documents.errors import NotFetched, TooLarge

#: Seconds that the server may be silent; seconds for the whole; redirects followed.
TIMEOUT = 20.0
MAX_SECONDS = 120.0
MAX_REDIRECTS = 5


class Fetched(NamedTuple):
    """What a server gave: the last address, the bytes, media type and encoding as it named them."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, and only to http and https."""

    max_redirections = MAX_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NotFetched(url, f"it is no valid web address ({error})", "Check how it is written.") from error
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise NotFetched(url, "only http and https addresses are fetched")


def fetch_bytes(
    url: str, *, max_bytes: int = MAX_BYTES, timeout: float = TIMEOUT, max_seconds: float = MAX_SECONDS
) -> Fetched:
    """Return what stands at an http(s) address.

    ``timeout`` is the silence allowed, ``max_seconds`` the time for the whole, both in seconds.

    Raises:
        NotFetched: another scheme, no answer, an error page, too many redirects, too slow.
        TooLarge: more than ``max_bytes`` bytes.
    """
    _check(url)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    deadline = time.monotonic() + max_seconds
    try:
        headers = {"User-Agent": "Peelian", "Accept": "text/html, */*;q=0.5"}
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme is checked above
        with opener.open(request, timeout=timeout) as response:
            chunks: list[bytes] = []
            size = 0
            while chunk := response.read1(65536):
                size += len(chunk)
                if size > max_bytes:
                    raise TooLarge(url, f"the page has over {max_bytes:,} bytes")
                if time.monotonic() > deadline:
                    raise NotFetched(url, f"the page took over {max_seconds:.0f} seconds")
                chunks.append(chunk)
            told = response.headers
            return Fetched(
                response.geturl(), b"".join(chunks), told.get_content_type(), told.get_content_charset()
            )
    except urllib.error.HTTPError as error:
        with error:
            raise NotFetched(url, f"the server answered {error.code} ({error.reason})") from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise NotFetched(url, f"no page came back ({reason})") from error
