"""Attachments: files on a case, kept once under the hash of their bytes, never changed, never shown in the browser.

``attachments/ab/abcdef…`` in the casebook's folder, beside the originals and laid out as they are, so that they
are in every backup. What kind of file it is, its bytes say, not its name.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.desk.casework.models import Attachment, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import plain_text
from peelian.intake.filetypes import NotTaken, kind_of

LARGEST: Final = 20 * 1024 * 1024
MOST: Final = 200
_PLAIN: Final = re.compile(r"[^\w .()\-]+")


class Damaged(Exception):
    """The kept bytes are missing, or are not those that their name says."""


def folder() -> Path:
    """Where attachments are kept."""
    path: Path = settings.CASEBOOK
    return path / "attachments"


def attach(work: WorkedCase, stream: IO[bytes], name: str, by: Actor, about: str = "") -> Attachment:
    """Keep a file on a case. Raises `NotPossible` if it is too large, empty, or of a kind that is not taken."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NotPossible(f"A file may have {LARGEST // 1024 // 1024} MB.")
    if work.attachments(manager="internal").filter(removed_at=None).count() >= MOST:
        raise NotPossible(f"A case holds {MOST} files.")
    try:
        kind = kind_of(data)
    except NotTaken as refused:
        raise NotPossible(str(refused)) from refused
    sha256 = _keep(data)
    with transaction.atomic():
        made = Attachment.internal.create(
            work=work, sha256=sha256, size=len(data), name=plain_name(name, kind.extension), kind=kind.name,
            media_type=kind.media_type, about=plain_text(about)[:200], by=by.name, at=timezone.now(),
        )  # fmt: skip
        record(
            "casework.file.added",
            work.case.public_id,
            by,
            {"file": made.pk, "sha256": sha256, "size": len(data)},
        )
    return made


def read(attachment: Attachment) -> bytes:
    """The bytes, verified. Raises `Damaged`."""
    try:
        data = path_of(attachment.sha256).read_bytes()
    except OSError as error:
        raise Damaged(
            f"The file with the hash {attachment.sha256} cannot be read ({error.strerror})."
        ) from error
    if hashlib.sha256(data).hexdigest() != attachment.sha256:
        raise Damaged(f"The file with the hash {attachment.sha256} has been changed on the disk.")
    return data


def remove(work: WorkedCase, number: int, by: Actor) -> None:
    """Take a file off a case. Its bytes go from the disk if no other case has them. Raises `NotPossible`."""
    with transaction.atomic():
        found = Attachment.internal.select_for_update().filter(work=work, pk=number, removed_at=None).first()
        if found is None:
            raise NotPossible("This case has no such file.")
        found.removed_by, found.removed_at = by.name, timezone.now()
        found.save(update_fields=["removed_by", "removed_at"])
        record("casework.file.removed", work.case.public_id, by, {"file": number, "sha256": found.sha256})
        if not Attachment.internal.filter(sha256=found.sha256, removed_at=None).exists():
            transaction.on_commit(lambda: path_of(found.sha256).unlink(missing_ok=True))


def plain_name(name: str, extension: str) -> str:
    """A file name without folders or odd characters, ending as its bytes do."""
    stem = _PLAIN.sub("_", Path(name.replace("\\", "/")).name)
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem).strip(" .") or "file"
    return stem[:100] + extension


def path_of(sha256: str) -> Path:
    """Where the bytes with this hash lie."""
    return folder() / sha256[:2] / sha256


def _keep(data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if path.exists() and path.stat().st_size == len(data):
        return sha256
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.parent / f".draft-{secrets.token_hex(8)}"
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:  # noqa: PTH123
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
    return sha256
