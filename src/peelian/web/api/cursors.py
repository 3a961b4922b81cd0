"""Opaque cursors: where a list goes on. They hold a sort key and an id, nothing secret."""

from __future__ import annotations

import base64
import binascii
import json


class CursorError(ValueError):
    """A cursor that this service did not make."""


def encode(key: str, pk: int) -> str:
    """A cursor for the last row of a page."""
    return base64.urlsafe_b64encode(json.dumps([key, pk]).encode()).decode().rstrip("=")


def decode(cursor: str) -> tuple[str, int]:
    """Key and id of a cursor. Raises ``CursorError`` if it is none of ours."""
    try:
        key, pk = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, TypeError, RecursionError) as error:
        raise CursorError(
            "The cursor is not one that this service gave. Leave it out to begin again."
        ) from error
    if not isinstance(key, str) or not isinstance(pk, int) or isinstance(pk, bool) or not 0 <= pk < 2**62:
        raise CursorError("The cursor is not one that this service gave. Leave it out to begin again.")
    if not key.isprintable():
        raise CursorError("The cursor is not one that this service gave. Leave it out to begin again.")
    return key, pk
