"""E-mails and web archives of sources, with fixed times and record ids."""

from __future__ import annotations

import datetime
import email.utils
import io
import json
import uuid
from email.message import EmailMessage

from office import zipped
from source import FICTION, Source, plain
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

#: A saved exchange: address, status, media type, body.
Exchange = tuple[str, str, str, bytes]


def message(source: Source) -> bytes:
    """A news alert: plain part and HTML part, as mailing systems send it."""
    note = EmailMessage()
    note["From"], note["To"], note["Subject"] = source.head["from"], source.head["to"], source.title
    moment = datetime.datetime(source.day.year, source.day.month, source.day.day, 16, 5)
    note["Date"] = email.utils.format_datetime(moment)
    note["Message-ID"] = f"<{source.name}@peelian-sample.example>"
    note.set_content(plain(source), cte="quoted-printable")
    paragraphs = "".join(f"<p>{' '.join(b.parts)}</p>" for b in source.blocks)
    note.add_alternative(
        f"<html><body>{paragraphs}<p>{FICTION}</p></body></html>", subtype="html", cte="quoted-printable"
    )
    note.set_boundary(f"=_{source.name}")
    return note.as_bytes()


def warc(exchanges: list[Exchange], day: str, gzip: bool = True) -> bytes:
    """A WARC of one record of information and a response for each exchange, all of one day."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    moment = f"{day}T12:00:00Z"
    about = io.BytesIO(b"software: samples-source/make_samples.py\r\nformat: WARC File Format 1.0\r\n")
    writer.write_record(_record(writer, "about", "warcinfo", moment, about, None))
    for address, status, kind, body in exchanges:
        head = StatusAndHeaders(
            status, [("Content-Type", kind), ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
        )
        writer.write_record(_record(writer, address, "response", moment, io.BytesIO(body), head))
    return out.getvalue()


def _record(
    writer: WARCWriter, address: str, kind: str, moment: str, body: io.BytesIO, head: StatusAndHeaders | None
):  # type: ignore[no-untyped-def]
    fixed = {
        "WARC-Date": moment,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address + kind)}>",
    }
    media = "application/warc-fields" if kind == "warcinfo" else ""
    return writer.create_warc_record(
        address, kind, payload=body, http_headers=head, warc_headers_dict=fixed, warc_content_type=media
    )


def wacz(exchanges: list[Exchange], day: str, title: str) -> bytes:
    """A WACZ: the WARC, the list of pages and the package's description in one ZIP."""
    pages = [{"format": "json-pages-1.0", "id": "pages", "title": "All pages"}]
    pages += [
        {"url": a, "ts": f"{day}T12:00:00Z"}
        for a, status, kind, _ in exchanges
        if kind.startswith("text/html")
    ]
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "description": FICTION,
        "created": f"{day}T12:00:00Z",
    }
    return zipped({
        "archive/data.warc.gz": warc(exchanges, day),
        "pages/pages.jsonl": "".join(json.dumps(p) + "\n" for p in pages).encode(),
        "datapackage.json": json.dumps(package, indent=1).encode(),
    })  # fmt: skip
