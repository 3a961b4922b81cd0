"""One page from the web, only when a person names its address. Nothing else in Peelian opens a connection."""

from __future__ import annotations

import http.client
import ipaddress
import socket
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

    def __init__(self, *, public: bool) -> None:
        self.public = public

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check(newurl, public=self.public)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str, *, public: bool) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotFetched(url, f"it is no valid web address ({error})", "Check how it is written.") from error
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise NotFetched(url, "only http and https addresses are fetched")
    if public and not _is_public(parts.hostname, port):
        raise NotFetched(url, "it is an address of this machine or its network")


def _is_public(host: str, port: int | None) -> bool:
    """Whether no machine of this name is off the public internet; a name that nobody knows is not asked anyway."""
    try:
        found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return True
    return all(ipaddress.ip_address(str(a[4][0]).partition("%")[0]).is_global for a in found)


def fetch_bytes(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    max_seconds: float = MAX_SECONDS,
    public: bool = False,
) -> Fetched:
    """Return what stands at an http(s) address.

    ``timeout`` is the silence allowed, ``max_seconds`` the time for the whole, both in seconds. ``public`` is for
    addresses that no person wrote: nothing of this machine or its network is asked, redirects included.

    Raises:
        NotFetched: another scheme, no answer, an error page, too many redirects, too slow, not public.
        TooLarge: more than ``max_bytes`` bytes.
    """
    _check(url, public=public)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(public=public),
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
            refused = NotFetched(url, f"the server answered {error.code} ({error.reason})")
            refused.status = error.code
            raise refused from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise NotFetched(url, f"no page came back ({reason})") from error
