"""Web archives (WARC, and WACZ, which is a ZIP of WARCs): each saved page a document."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple

from peelian.documents.errors import Broken, DocumentError, TooLarge

_READ = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
#: Most records looked at in one archive.
MAX_RECORDS = 1_000_000


class Saved(NamedTuple):
    """One saved response: address, bytes, media type and encoding as the server named them."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


def saved_pages(stream: IO[bytes], *, origin: str, max_bytes: int) -> Iterator[Saved | DocumentError]:
    """Yield each successful response (status 200) that is HTML, plain text or PDF.

    Pictures, scripts, redirects and error pages are passed over: they are no documents. A response
    over ``max_bytes``, or one that cannot be decoded, is yielded as the error, and reading goes on;
    damage to the archive itself ends it with an error as the last item.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for number, record in enumerate(ArchiveIterator(stream)):
            if number >= MAX_RECORDS:
                yield TooLarge(origin, f"the archive has over {MAX_RECORDS:,} records; the rest was not read")
                return
            if record.rec_type not in {"response", "resource"}:
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            headers = record.http_headers if record.rec_type == "response" else None
            if record.rec_type == "response" and (headers is None or headers.get_statuscode() != "200"):
                continue
            written = (
                headers.get_header("Content-Type")
                if headers
                else record.rec_headers.get_header("Content-Type")
            )
            kind, charset = content_type(written or "")
            if kind not in _READ:
                continue
            place = f"{origin}!{url}"
            try:
                data = record.content_stream().read(max_bytes + 1)
            except (ArchiveLoadFailed, zlib.error, OSError, EOFError, ValueError) as error:
                yield Broken(place, f"the saved page cannot be unpacked ({type(error).__name__})")
                continue
            if len(data) > max_bytes:
                yield TooLarge(place, f"the saved page has over {max_bytes:,} bytes")
                continue
            yield Saved(url, data, kind, charset)
    except (ArchiveLoadFailed, zlib.error, OSError, EOFError, ValueError, AttributeError, KeyError) as error:
        yield Broken(
            origin, f"the web archive is damaged; what came before is read ({error or type(error).__name__})"
        )


def content_type(header: str) -> tuple[str, str | None]:
    """Return (media type, encoding) of a Content-Type header.

    >>> content_type("text/html; charset=ISO-8859-1")
    ('text/html', 'ISO-8859-1')
    """
    kind, *parameters = header.split(";")
    charset = None
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            charset = value.strip().strip("\"'") or None
    return kind.strip().lower(), charset


def warcs_of(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the WARC members of a WACZ, in the order of their names."""
    found = [
        member
        for member in archive.infolist()
        if member.filename.startswith("archive/") and member.filename.endswith((".warc", ".warc.gz"))
    ]
    return sorted(found, key=lambda member: member.filename)
