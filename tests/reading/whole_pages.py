"""Pages read whole, as a user's are: what the tests of many modules ask of a text."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    """Everybody read as a subject, in order, as plain values."""
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


def the_one(text: str) -> dict[str, Any]:
    """The one subject of a text; a test fails that has none or more."""
    (subject,) = subjects(text)
    return subject
