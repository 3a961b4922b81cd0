"""The document: what every format is turned into, and all that reading ever sees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One published document as text, with what its carrier said about it.

    ``id`` is the file's stem (the caller makes it unique in a batch). ``text`` is Unicode with
    ``\\n`` line ends; every offset that Peelian gives counts its characters. ``published`` is an
    EDTF date (``2014-04-11``, ``2014-04``, ``2014``) taken from the carrier's own metadata, never
    guessed. ``sha256`` is of the original bytes. ``notes`` say, in plain words, what was cut or
    mended on the way ("cookie banner removed", "decoded as Mac Roman").
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    sha256: str = ""
    notes: tuple[str, ...] = ()
    origin: str | None = None
