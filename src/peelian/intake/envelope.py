"""What goes into a seal: a few labelled values, a payload, and padding that hides how long they are.

Lengths tell much (a one-line report, a film of 8 MB), and age does not hide them. Text is padded to the next
power of two from 4 KiB; files by Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
Communication with PURBs", PoPETs 2019): at most 12 % more, and many lengths become one.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field

_MAGIC = b"PEELIAN1"
_HEAD = struct.Struct(">8sII")  # magic, length of the labels, length of the payload
SMALLEST = 4_096


class Damaged(ValueError):
    """These bytes are no envelope."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """``labels``: short named texts (``what``, ``where``, ``name``); ``payload``: a file's bytes, or none."""

    labels: dict[str, str] = field(default_factory=dict)
    payload: bytes = b""


def padded_length(length: int) -> int:
    """The length that ``length`` bytes become: never less, and one of few."""
    if length <= SMALLEST:
        return SMALLEST
    if length <= 1 << 16:
        return 1 << (length - 1).bit_length()
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def pack(envelope: Envelope) -> bytes:
    """The bytes of ``envelope``, padded."""
    labels = json.dumps(envelope.labels, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    body = _HEAD.pack(_MAGIC, len(labels), len(envelope.payload)) + labels + envelope.payload
    return body.ljust(padded_length(len(body)), b"\0")


def unpack(content: bytes) -> Envelope:
    """The envelope in ``content``. Raises Damaged."""
    try:
        magic, of_labels, of_payload = _HEAD.unpack_from(content)
        end = _HEAD.size + of_labels
        if magic != _MAGIC or end + of_payload > len(content):
            raise Damaged("These bytes are no envelope of Peelian.")
        labels = json.loads(content[_HEAD.size : end].decode("utf-8", "surrogatepass"))
    except (struct.error, UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise Damaged("These bytes are no envelope of Peelian.") from None
    if not isinstance(labels, dict) or not all(isinstance(value, str) for value in labels.values()):
        raise Damaged("The labels of this envelope are not text.")
    return Envelope(labels, content[end : end + of_payload])
