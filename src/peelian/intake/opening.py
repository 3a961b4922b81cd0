"""Messages and files, opened with a recipient's key. No Django: it runs on the recipient's own machine too."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from peelian.intake import crypto
from peelian.intake.crypto import CannotOpen, Identity
from peelian.intake.envelope import Damaged, unpack

#: The form's fields in words, in its order.
FIELDS: Final = {
    "what": "What was said",
    "where": "Where",
    "when": "When",
    "officer": "Officer or force",
    "reach": "How to answer",
}
_REACH: Final = {
    "code": "through the code",
    "contact": "through the code, or by a contact that the custodian holds",
    "none": "no answer is wanted",
}


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file, opened. ``extension`` and ``media_type`` are told by its bytes; ``name`` is the source's, or empty.

    One that was left sealed has no ``media_type``; its ``size`` is then the seal's.
    """

    number: int
    size: int
    extension: str = ""
    media_type: str = ""
    cleaned: bool = False
    name: str = field(default="", repr=False)
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class OpenedMessage:
    """A message, opened: ``labels`` by the form's fields. ``trouble`` says why if it could not be."""

    number: int
    from_source: bool
    day: datetime.date
    labels: dict[str, str] = field(repr=False)
    files: tuple[OpenedFile, ...] = ()
    trouble: str = ""

    @property
    def told(self) -> list[tuple[str, str]]:
        """What was filled in, each under its name, in the form's order."""
        found = [(words, self.labels.get(name, "")) for name, words in FIELDS.items()]
        return [
            (words, _REACH.get(value, value) if words == FIELDS["reach"] else value)
            for words, value in found
            if value
        ]


def open_message(
    number: int,
    from_source: bool,
    day: datetime.date,
    sealed: bytes,
    files: Sequence[tuple[int, bytes]],
    identities: Sequence[Identity],
) -> OpenedMessage:
    """One message and its files, opened. What no key opens says so; the rest is still shown."""
    try:
        labels = unpack(crypto.unseal(sealed, identities)).labels
        opened = tuple(open_file(at, content, identities) for at, content in files)
    except (CannotOpen, Damaged) as error:
        return OpenedMessage(number, from_source, day, {}, (), str(error))
    return OpenedMessage(number, from_source, day, labels, opened)


def open_file(number: int, sealed: bytes, identities: Sequence[Identity]) -> OpenedFile:
    """One file, opened. Raises CannotOpen, Damaged."""
    held = unpack(crypto.unseal(sealed, identities))
    labels = held.labels
    return OpenedFile(
        number,
        len(held.payload),
        labels.get("extension", ".bin"),
        labels.get("media_type", "application/octet-stream"),
        labels.get("cleaned") == "yes",
        labels.get("name", ""),
        held.payload,
    )
