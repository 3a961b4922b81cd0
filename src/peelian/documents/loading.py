"""From a path, bytes, an archive or an address to documents: the one way in for all formats."""

from __future__ import annotations

import datetime
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from peelian.documents import sniff
from peelian.documents.contents import MAX_BYTES, Contents, document_id, url_id
from peelian.documents.document import Document
from peelian.documents.errors import (
    Broken,
    DocumentError,
    Empty,
    Failure,
    Missing,
    SeveralDocuments,
    TooLarge,
    Unsupported,
)

#: Most bytes of an archive (a member of it is bound by ``max_bytes``).
MAX_ARCHIVE_BYTES = 4_000_000_000
_ARCHIVE_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"WARC/", b"\x1f\x8b")


def load(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Return the one document that ``source`` (a path, or the bytes themselves) holds.

    ``name`` is the file name to go by when bytes are given: its stem is the id, its extension helps to
    tell text formats apart. ``published`` (EDTF: ``2014``, ``2014-04``, ``2014-04-11``) is the date of
    publication if the caller knows it; it goes before what the carrier says. ``max_bytes`` is the
    largest file that is read.

    Raises:
        DocumentError: the document was not read; the message says which, why, and what to do.
        SeveralDocuments: it is an archive of more than one document (use `load_all`).
        ValueError: ``published`` is not an EDTF date.
    """
    given = _edtf(published)
    found: list[Document] = []
    failed: list[DocumentError] = []
    origin = _origin(source, name)
    for item in _items(source, name, max_bytes):
        if isinstance(item, DocumentError):
            failed.append(item)
        else:
            found.append(item)
        if len(found) + len(failed) > 1:
            raise SeveralDocuments(origin, "it is an archive of several documents")
    if failed:
        raise failed[0]
    if not found:
        raise Empty(origin, "the archive holds no document that can be read")
    return _dated(found[0], given)


def load_all(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document | Failure]:
    """Yield every document of ``source``, one by one, and a `Failure` for each that was not read.

    Archives (WARC, WACZ, ZIP, e-mail with attachments, and these in one another to a depth of
    three) yield many; any other file yields one. Never raises a DocumentError: the batch goes on.

    Raises:
        ValueError: ``published`` is not an EDTF date.
    """
    given = _edtf(published)
    return (
        Failure.of(item) if isinstance(item, DocumentError) else _dated(item, given)
        for item in _items(source, name, max_bytes)
    )


def fetch(url: str, *, published: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Return the document at an http(s) address. This, and nothing else here, opens a connection.

    Raises:
        NotFetched: nothing came back. Others as `load`.
    """
    from peelian.documents.web import fetch_bytes

    given = _edtf(published)
    page = fetch_bytes(url, max_bytes=max_bytes)
    kind = page.media_type if page.media_type in {sniff.HTML, sniff.PDF} else None
    item = _one(page.data, page.url, url, charset=page.charset, claimed=kind, ident=url_id(page.url))
    if isinstance(item, DocumentError):
        raise item
    return _dated(replace(item, url=item.url or page.url), given)


def _edtf(published: str | None) -> str | None:
    """Check a date given by the caller."""
    if published is None:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", published)
    if not match:
        raise ValueError(f"published must be YYYY, YYYY-MM or YYYY-MM-DD, not {published!r}")
    datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return published


def _dated(document: Document, published: str | None) -> Document:
    if published is None or document.published == published:
        return document
    notes = document.notes
    if document.published is not None:
        notes += (f"published {published} as given, not {document.published} as the document has it",)
    return replace(document, published=published, notes=notes)


def _origin(source: str | Path | bytes, name: str | None) -> str:
    if isinstance(source, bytes | bytearray | memoryview):
        return name or "bytes"
    return str(source)


def _items(
    source: str | Path | bytes, name: str | None, max_bytes: int
) -> Iterator[Document | DocumentError]:
    """Yield the documents of ``source`` and the errors of what was not read."""
    origin = _origin(source, name)
    try:
        if isinstance(source, bytes | bytearray | memoryview):
            data = bytes(source)
            if len(data) > max_bytes and not data.startswith(_ARCHIVE_MAGIC):
                raise _too_large(origin, len(data), max_bytes)
            yield from _read(io.BytesIO(data), len(data), name or "bytes", origin, max_bytes, 1)
            return
        if isinstance(source, str) and re.match(r"https?://", source, re.I):
            raise Unsupported(
                origin, "it is a web address, not a file", "Use fetch, which opens a connection."
            )
        path = Path(source)
        try:
            if path.is_dir():
                raise Unsupported(origin, "it is a folder", "Give the files in it, one by one.")
            if path.exists() and not path.is_file():  # to open a pipe would wait for ever
                raise Unsupported(
                    origin, "it is no ordinary file (a pipe or a device)", "Save it as a file first."
                )
            size = path.stat().st_size
            with path.open("rb") as stream:
                head = stream.read(8)
                stream.seek(0)
                limit = MAX_ARCHIVE_BYTES if head.startswith(_ARCHIVE_MAGIC) else max_bytes
                if size > limit:
                    raise _too_large(origin, size, limit)
                yield from _read(stream, size, name or path.name, origin, max_bytes, 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise Missing(origin, f"it cannot be opened ({reason})") from error
    except DocumentError as error:
        yield error
    except MemoryError:
        yield TooLarge(origin, "there is not enough memory to read it")


def _too_large(origin: str, size: int, limit: int) -> TooLarge:
    return TooLarge(origin, f"it has {size:,} bytes, more than the limit of {limit:,}")


def _read(
    stream: IO[bytes], size: int, name: str, origin: str, max_bytes: int, depth: int
) -> Iterator[Document | DocumentError]:
    """Yield what one file holds, itself or, of an archive, its members."""
    from peelian.documents.archive import MAX_DEPTH

    kind = sniff.media_type_of_stream(stream, name)
    if (kind in sniff.ARCHIVES or kind == sniff.EML) and depth > MAX_DEPTH:
        raise TooLarge(
            origin, f"archives nested more than {MAX_DEPTH} deep", "Unpack it and give the inner one."
        )
    if kind == sniff.WARC:
        stream.seek(0)
        yield from _saved(stream, origin, max_bytes)
    elif kind in {sniff.ZIP, sniff.WACZ}:
        yield from _unpacked(stream, kind, origin, max_bytes, depth)
    else:
        if size > max_bytes:
            raise _too_large(origin, size, max_bytes)
        stream.seek(0)
        data = stream.read(max_bytes + 1)
        if kind == sniff.EML:
            yield from _message(data, name, origin, max_bytes, depth)
        else:
            yield _one(data, name, origin, claimed=kind)


def _guarded(
    data: bytes, name: str, origin: str, max_bytes: int, depth: int
) -> Iterator[Document | DocumentError]:
    """Read a member of an archive; its errors are yielded, so that the rest is read."""
    try:
        yield from _read(io.BytesIO(data), len(data), name, origin, max_bytes, depth)
    except DocumentError as error:
        yield error


def _saved(stream: IO[bytes], origin: str, max_bytes: int) -> Iterator[Document | DocumentError]:
    from peelian.documents.warc import saved_pages

    for page in saved_pages(stream, origin=origin, max_bytes=max_bytes):
        if isinstance(page, DocumentError):
            yield page
            continue
        claimed = None if page.media_type == sniff.PLAIN else page.media_type
        item = _one(
            page.data,
            page.url,
            f"{origin}!{page.url}",
            charset=page.charset,
            claimed=sniff.HTML if claimed == "application/xhtml+xml" else claimed,
            ident=url_id(page.url),
        )
        yield item if isinstance(item, DocumentError) else replace(item, url=page.url)


def _unpacked(
    stream: IO[bytes], kind: str, origin: str, max_bytes: int, depth: int
) -> Iterator[Document | DocumentError]:
    from peelian.documents.archive import Member, climbs, members
    from peelian.documents.package import DAMAGED_ZIP, is_bomb
    from peelian.documents.warc import warcs_of

    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGED_ZIP as error:
        raise Broken(origin, "the ZIP archive is damaged") from error
    with archive:
        if kind == sniff.WACZ:
            for warc in warcs_of(archive):
                place = f"{origin}!{warc.filename}"
                if is_bomb(warc) or warc.flag_bits & 1 or warc.file_size > MAX_ARCHIVE_BYTES:
                    yield TooLarge(
                        place, "it is encrypted, or would unpack to far more than a web archive holds"
                    )
                    continue
                try:
                    with archive.open(warc) as inner:
                        yield from _saved(inner, origin, max_bytes)
                except DAMAGED_ZIP as error:
                    yield Broken(place, f"the web archive is damaged ({error})")
            return
        for member in members(archive, origin=origin, max_bytes=max_bytes):
            if not isinstance(member, Member):
                yield member
                continue
            note = (
                ("its name in the archive points outside it; used as a label only",)
                if climbs(member.name)
                else ()
            )
            for item in _guarded(member.data, member.name, f"{origin}!{member.name}", max_bytes, depth + 1):
                yield (
                    item
                    if isinstance(item, DocumentError) or not note
                    else replace(item, notes=item.notes + note)
                )


def _message(
    data: bytes, name: str, origin: str, max_bytes: int, depth: int
) -> Iterator[Document | DocumentError]:
    from peelian.documents.eml import read_eml

    try:
        contents, attachments = read_eml(data, origin=origin)
    except DocumentError as error:
        yield error
        return
    if contents.text.strip():
        yield _document(contents, data, document_id(name), sniff.EML, origin)
    for attached in attachments:
        yield from _guarded(attached.data, attached.name, f"{origin}!{attached.name}", max_bytes, depth + 1)


def _one(
    data: bytes,
    name: str,
    origin: str,
    *,
    charset: str | None = None,
    claimed: str | None = None,
    ident: str | None = None,
) -> Document | DocumentError:
    """Return the document that ``data`` is, or the error."""
    try:
        if not data:
            raise Empty(origin, "the file is empty (0 bytes)")
        kind = sniff.media_type(data, name)
        if kind == sniff.PLAIN and claimed == sniff.HTML:
            kind = sniff.HTML  # a server or an archive says what the bytes alone do not show
        if kind is None:
            raise Unsupported(origin, f"Peelian does not read this format ({_seeming(data, name)})")
        contents = _contents(kind, data, origin, charset)
        return _document(contents, data, ident or document_id(name), kind, origin)
    except DocumentError as error:
        return error
    except (MemoryError, RecursionError) as error:
        return TooLarge(origin, f"it is too large or too deep to be read ({type(error).__name__})")
    except Exception as error:  # the last net: a reader's unforeseen fault must not end a batch
        broken = Broken(
            origin,
            f"reading it failed unexpectedly ({type(error).__name__}: {error})",
            "Please report this with the file; meanwhile, save its text as a .txt file.",
        )
        broken.__cause__ = error
        return broken


def _seeming(data: bytes, name: str) -> str:
    return sniff.describe(data) or sniff.extension(name).lstrip(".") or "unknown"


def _contents(kind: str, data: bytes, origin: str, charset: str | None) -> Contents:
    """Have ``data`` read by its format's reader."""
    if kind == sniff.PLAIN:
        from peelian.documents.plain import read_plain

        text, notes = read_plain(data, origin=origin)
        return Contents(text, notes=notes)
    if kind == sniff.HTML:
        from peelian.documents.html import read_html

        return read_html(data, origin=origin, declared=charset)
    if kind == sniff.PDF:
        from peelian.documents.pdf import read_pdf

        return read_pdf(data, origin=origin)
    if kind == sniff.DOCX:
        from peelian.documents.docx import read_docx

        return read_docx(data, origin=origin)
    if kind == sniff.ODT:
        from peelian.documents.odt import read_odt

        return read_odt(data, origin=origin)
    if kind == sniff.RTF:
        from peelian.documents.rtf import read_rtf

        return read_rtf(data, origin=origin)
    raise Unsupported(origin, f"{kind} is not read here")


def _document(contents: Contents, data: bytes, ident: str, kind: str, origin: str) -> Document:
    return Document(
        id=ident,
        text=contents.text,
        title=contents.title,
        published=contents.published,
        publisher=contents.publisher,
        url=contents.url,
        media_type=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        notes=contents.notes,
        origin=origin,
    )
