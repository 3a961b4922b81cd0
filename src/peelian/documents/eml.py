"""E-mail (EML): newsletters and alerts. The text part, else the HTML part; attachments apart."""

from __future__ import annotations

import email
import email.policy
import email.utils
from email.message import EmailMessage
from typing import NamedTuple, cast

from peelian.documents.contents import Contents, squeeze
from peelian.documents.errors import Broken, Empty
from peelian.documents.html import read_html
from peelian.documents.plain import clean, decode

_MAX_PARTS = 1000


class Attachment(NamedTuple):
    """An attached file: its name as the message has it, and its bytes."""

    name: str
    data: bytes


def read_eml(data: bytes, *, origin: str = "message") -> tuple[Contents, list[Attachment]]:
    """Return the message and its attachments.

    ``title`` is the subject, ``published`` the day in the Date header (in the sender's own time
    zone), ``publisher`` the sender's name. Pictures within the message are not attachments.

    Raises:
        Broken: it is no message.
        Empty: it has neither words nor attachments.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(_leaves(message))
    except (ValueError, TypeError, AttributeError, LookupError, IndexError, RecursionError) as error:
        raise Broken(origin, f"it is not a sound e-mail ({type(error).__name__})") from error
    if not message.keys() or len(parts) > _MAX_PARTS:
        raise Broken(origin, "it is not a sound e-mail")
    texts: list[str] = []
    pages: list[tuple[bytes, str | None]] = []
    attachments: list[Attachment] = []
    notes: list[str] = []
    for part in parts:
        kind = part.get_content_type()
        body = _payload(part)
        name = _header(part.get_filename)
        if kind == "message/rfc822":
            attachments.append(Attachment(name or "message.eml", body))
        elif part.get_content_disposition() == "attachment" or (name and not kind.startswith("image/")):
            attachments.append(Attachment(name or "attachment", body))
        elif kind == "text/plain" and body.strip():
            text, told = decode(body, origin=origin, declared=part.get_content_charset())
            texts.append(text.strip("\r\n"))
            notes.extend(told)
        elif kind == "text/html" and body.strip():
            pages.append((body, part.get_content_charset()))
    text = "\n\n".join(texts)
    if not text.strip() and pages:
        read = [read_html(body, origin=origin, declared=charset, whole=True) for body, charset in pages]
        text = "\n".join(contents.text for contents in read)
        notes.extend(note for contents in read for note in contents.notes)
    elif pages:
        notes.append("the plain text of the message is read, not its HTML form")
    text, cleaned = clean(text.strip("\n") + "\n" if text else "")
    if not text.strip() and not attachments:
        raise Empty(origin, "the message holds no text")
    sender = _header(lambda: message["From"])
    named, address = email.utils.parseaddr(sender or "")
    contents = Contents(
        text,
        title=_header(lambda: message["Subject"]),
        published=_date(_header(lambda: message["Date"])),
        publisher=squeeze(named) or address or None,
        notes=(*dict.fromkeys(notes), *cleaned),
    )
    return contents, attachments


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts that hold something, in order; an attached message is one part."""
    found: list[EmailMessage] = []
    stack: list[EmailMessage] = [message]
    while stack and len(found) <= _MAX_PARTS:
        part = stack.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            stack.extend(reversed(cast("list[EmailMessage]", part.get_payload())))
        else:
            found.append(part)
    return found


def _payload(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return cast(EmailMessage, inner[0]).as_bytes() if isinstance(inner, list) and inner else b""
    try:
        body = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return body if isinstance(body, bytes) else b""


def _header(read: object) -> str | None:
    """Return a header as a plain string; a header that cannot be parsed is None."""
    try:
        value = read()  # type: ignore[operator]
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        return None
    return clean(squeeze(str(value)))[0] or None if value else None


def _date(header: str | None) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(header or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
