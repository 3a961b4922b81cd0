"""What kind of document some bytes are: by their content first, by the name only between text formats.

A name can lie: a page saved as ``report.pdf`` that is HTML is read as HTML.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import IO

from peelian.documents.package import DAMAGED_ZIP

PLAIN = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
EML = "message/rfc822"
WARC = "application/warc"
WACZ = "application/wacz"
ZIP = "application/zip"

ARCHIVES = frozenset({WARC, WACZ, ZIP})

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"</?(?:p|div|br|table|tr|td|h[1-6]|ul|li|a|span|article|section|title|meta)\b", re.I)
_HEADER = re.compile(
    rb"(?:From|To|Date|Subject|Received|MIME-Version|Message-ID|Return-Path|Delivered-To|Content-Type|"
    rb"X-[\w-]+|DKIM-Signature|Reply-To|Sender|ARC-[\w-]+|Authentication-Results|List-[\w-]+):",
    re.I,
)
_TEXT_EXTENSIONS = frozenset({".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".log", ""})
_DATA_EXTENSIONS = frozenset(
    {".json", ".jsonl", ".xml", ".yaml", ".yml", ".css", ".js", ".py", ".rss", ".atom"}
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def extension(name: str) -> str:
    """Return the lower-case extension of a file name, with its dot (``""`` if it has none)."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def media_type(data: bytes, name: str = "") -> str | None:
    """Return the media type of ``data``, or None when it is no format that Peelian reads.

    ``name`` is the file's name; its extension decides only where content cannot (a letter that
    begins with "From:" is e-mail as ``.eml`` and text as ``.txt``).
    """
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(_ZIP_STARTS):
        return _kind_of_zip(io.BytesIO(data))
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(b"WARC/"):
        return WARC
    if head.startswith(b"\x1f\x8b"):
        return WARC if re.search(r"\.warc(\.gz)?$", name, re.I) or _gzip_of_warc(data) else None
    suffix = extension(name)
    if head.startswith(_BOMS):
        return HTML if suffix in {".html", ".htm", ".xhtml"} else PLAIN
    if _looks_binary(head) and describe(data) is not None:
        return None
    if _HTML_START.match(head):
        return HTML
    if suffix in _DATA_EXTENSIONS:
        return None
    if suffix in {".html", ".htm", ".xhtml"}:
        return HTML
    if suffix in {".eml", ".mhtml", ".mht"} or (suffix not in _TEXT_EXTENSIONS and _is_mail(head)):
        return EML
    if suffix == "" and _is_mail(head):
        return EML
    if suffix not in _TEXT_EXTENSIONS - {""} and len(_HTML_TAG.findall(head)) >= 5:
        return HTML
    return PLAIN


def media_type_of_stream(stream: IO[bytes], name: str = "") -> str | None:
    """Return what `media_type` does, for an open file, from its beginning (and, of a ZIP, its index)."""
    stream.seek(0)
    head = stream.read(65536)
    stream.seek(0)
    return _kind_of_zip(stream) if head.startswith(_ZIP_STARTS) else media_type(head, name)


def describe(data: bytes) -> str | None:
    """Return what ``data`` seems to be, in a word or two ("image/png"), or None if nothing is known."""
    import puremagic

    try:
        found = puremagic.magic_string(data[:65536])
    except (puremagic.PureError, ValueError, IndexError):
        return None
    best = max(found, key=lambda match: match.confidence, default=None)
    if best is None or best.confidence < 0.3:
        return None
    return best.mime_type or best.extension or None


def _looks_binary(head: bytes) -> bool:
    """Tell whether the first bytes hold control characters that no text has."""
    return any(byte < 9 or 13 < byte < 27 for byte in head)


def _is_mail(head: bytes) -> bool:
    """Tell whether the first lines are the header of an e-mail (three known fields at least)."""
    lines = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].split(b"\n")
    return (
        len(lines) >= 3 and bool(_HEADER.match(lines[0])) and sum(bool(_HEADER.match(x)) for x in lines) >= 3
    )


def _gzip_of_warc(data: bytes) -> bool:
    """Tell whether a gzip member begins like a WARC record."""
    import zlib

    try:
        return zlib.decompressobj(31).decompress(data[:65536], 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _kind_of_zip(stream: IO[bytes]) -> str | None:
    """Tell DOCX, ODT and WACZ from a plain ZIP by the names inside."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except DAMAGED_ZIP:
        return ZIP
    if "word/document.xml" in names:
        return DOCX
    if "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names):
        return ODT
    if "datapackage.json" in names and any(
        name.startswith("archive/") and name.endswith((".warc", ".warc.gz")) for name in names
    ):
        return WACZ
    if "[Content_Types].xml" in names:
        return DOCX if any(name.startswith("word/") for name in names) else None
    return ZIP
