"""What comes from outside: files held sealed until sending, the report itself, later answers.

Everything is sealed here, before any row is written. The only words that leave are the receipt code.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max, Sum

from peelian.intake import crypto, receipt, recipients
from peelian.intake.envelope import Envelope, pack
from peelian.intake.filetypes import Kind
from peelian.intake.models import (
    AppealLink,
    Attachment,
    Draft,
    Installation,
    Message,
    Report,
    SourceIdentity,
)
from peelian.intake.recipients import Role

#: A report is kept so long after the last word in it, one closed so long after it was closed.
KEPT_DAYS = 365
CLOSED_DAYS = 90
#: Files that were uploaded and not sent go at the end of the next day.
DRAFT_DAYS = 1
#: No files are taken when so many bytes of them are held; text still is.
MOST_STORED = 5 * 1024**3
MOST_MESSAGES = 500
_HANDLE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class Full(Exception):
    """No more is taken. The message is for the person."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came, or cleaned. ``name`` is the source's own and goes only into the seal."""

    content: bytes = field(repr=False)
    kind: Kind
    name: str = field(default="", repr=False)
    cleaned: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What a source tells, by the form's fields. ``reach``: code, contact or none."""

    what: str = field(repr=False)
    where: str = field(default="", repr=False)
    when: str = field(default="", repr=False)
    officer: str = field(default="", repr=False)
    reach: str = "code"


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the source is, where they wish to say: sealed to the custodians alone."""

    name: str = field(default="", repr=False)
    how: str = field(default="", repr=False)


def salt() -> bytes:
    """The salt of this installation's receipt codes, made at the first call."""
    held, _ = Installation.internal.get_or_create(pk=1, defaults={"salt": secrets.token_bytes(16)})
    return bytes(held.salt)


def hold(uploads: Sequence[Upload], today: datetime.date, token: str = "") -> str:
    """Seal ``uploads`` to the recipients and hold them; return the draft's token (``token``, if it is one).

    Raises CannotSeal without a recipient, Full if the store of files is full. Without uploads and token: "".
    """
    draft = _draft(token, today)
    if not uploads:
        return token if draft else ""
    stored = Attachment.internal.aggregate(total=Sum("size"))["total"] or 0
    if stored + sum(len(upload.content) for upload in uploads) > MOST_STORED:
        raise Full(
            "We cannot take more files just now. You can send your words, and come back for the files."
        )
    keys = recipients.keys(Role.RECIPIENT, today)
    with transaction.atomic():
        if draft is None:
            token = secrets.token_urlsafe(24)
            draft = Draft.internal.create(
                digest=_digest(token), expires_on=today + datetime.timedelta(days=DRAFT_DAYS)
            )
        _attach(uploads, keys, draft=draft)
    return token


def held(token: str, today: datetime.date) -> int:
    """How many files the draft ``token`` holds."""
    draft = _draft(token, today)
    return Attachment.internal.filter(draft=draft).count() if draft else 0


def drop(token: str, today: datetime.date) -> None:
    """Delete the draft ``token`` and its files, if it is there."""
    if draft := _draft(token, today):
        draft.delete()


def submit(
    account: Account,
    today: datetime.date,
    *,
    contact: Contact | None = None,
    draft: str = "",
    appeal: AppealLink | None = None,
) -> str:
    """Seal and keep a report; return its receipt code, which is kept nowhere.

    ``draft`` is the token of files held before. A contact is sealed to the custodians; without a custodian it
    raises CannotSeal, as it does without a recipient: nothing is kept in clear, nothing is thrown away in silence.
    """
    keys = recipients.keys(Role.RECIPIENT, today)
    labels = {"what": account.what, "where": account.where, "when": account.when, "officer": account.officer}
    sealed = crypto.seal(pack(Envelope({**labels, "reach": account.reach})), keys)
    given = contact is not None and bool(contact.name or contact.how)
    custodians = recipients.keys(Role.CUSTODIAN, today) if given else []
    identity = (
        crypto.seal(pack(Envelope({"name": contact.name, "how": contact.how})), custodians)
        if contact is not None and given
        else None
    )
    code = receipt.new_code()
    made = receipt.derive(code, salt())
    with transaction.atomic():
        report = Report.internal.create(
            handle=_new_handle(),
            lookup=made.lookup,
            source_key=made.identity.public,
            received_on=today,
            expires_on=today + datetime.timedelta(days=KEPT_DAYS),
            appeal=appeal,
            case_public_id=appeal.case_public_id if appeal else "",
        )
        message = _add(report, Message.Direction.SOURCE, sealed, keys, today)
        if waiting := _draft(draft, today):
            Attachment.internal.filter(draft=waiting).update(message=message, draft=None)
            waiting.delete()
        if identity is not None:
            SourceIdentity.internal.create(
                report=report, sealed=identity, sealed_for=crypto.sealed_for(custodians)
            )
    return code


def add_answer(report: Report, text: str, uploads: Sequence[Upload], today: datetime.date) -> None:
    """A further message of the source, sealed to the recipients. Raises CannotSeal, Full."""
    _check_room(uploads)
    keys = recipients.keys(Role.RECIPIENT, today)
    sealed = crypto.seal(pack(Envelope({"what": text})), keys)
    with transaction.atomic():
        message = _add(report, Message.Direction.SOURCE, sealed, keys, today)
        _attach(uploads, keys, message=message)


def add_reply(report: Report, text: str, today: datetime.date) -> None:
    """A reply, sealed to the source's key and the recipients. Needs no private key. Raises CannotSeal, Full."""
    readers = recipients.keys(Role.RECIPIENT, today)
    if not readers:
        raise crypto.CannotSeal(
            "Nobody but the source could read this reply: no recipient's key is in force."
        )
    keys = [*readers, report.source_key]
    # "side" is inside the seal: `resealing` adds a source's key to nothing else.
    sealed = crypto.seal(pack(Envelope({"what": text, "side": "reply"})), keys)
    with transaction.atomic():
        _add(report, Message.Direction.REPLY, sealed, keys, today)


def _add(
    report: Report, direction: Message.Direction, sealed: bytes, keys: Iterable[str], today: datetime.date
) -> Message:
    """One more message of ``report``; its time to be kept begins anew."""
    Report.internal.select_for_update().filter(pk=report.pk).first()  # numbers come one after another
    last = Message.internal.filter(report=report).aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_MESSAGES:
        raise Full("This report holds as many messages as it can. Please send a new report.")
    message = Message.internal.create(
        report=report,
        number=last + 1,
        direction=direction,
        sent_on=today,
        sealed=sealed,
        sealed_for=crypto.sealed_for(keys),
    )
    report.expires_on = today + datetime.timedelta(days=KEPT_DAYS)
    report.save(update_fields=["expires_on"])
    return message


def _attach(
    uploads: Sequence[Upload],
    keys: Sequence[str],
    *,
    message: Message | None = None,
    draft: Draft | None = None,
) -> None:
    """Seal each file with its kind, its name (unless it was cleaned) and whether it was."""
    first = Attachment.internal.filter(message=message, draft=draft).count() + 1
    for number, upload in enumerate(uploads, first):
        labels = {
            "media_type": upload.kind.media_type,
            "extension": upload.kind.extension,
            "name": "" if upload.cleaned else upload.name[:200],
            "cleaned": "yes" if upload.cleaned else "no",
        }
        sealed = crypto.seal(pack(Envelope(labels, upload.content)), keys)
        Attachment.internal.create(
            message=message,
            draft=draft,
            number=number,
            sealed=sealed,
            size=len(sealed),
            sealed_for=crypto.sealed_for(keys),
        )


def _check_room(uploads: Sequence[Upload]) -> None:
    """Raises Full if the files of all reports together would be too much."""
    if not uploads:
        return
    stored = Attachment.internal.aggregate(total=Sum("size"))["total"] or 0
    if stored + sum(len(upload.content) for upload in uploads) > MOST_STORED:
        raise Full(
            "We cannot take more files just now. You can send your words, and come back for the files."
        )


def _draft(token: str, today: datetime.date) -> Draft | None:
    if not token:
        return None
    return Draft.internal.filter(digest=_digest(token), expires_on__gte=today).first()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _new_handle() -> str:
    """``R-`` and six letters: nothing like a receipt code, so that the two are not taken for one another."""
    while True:
        handle = "R-" + "".join(secrets.choice(_HANDLE_LETTERS) for _ in range(6))
        if not Report.internal.filter(handle=handle).exists():
            return handle
