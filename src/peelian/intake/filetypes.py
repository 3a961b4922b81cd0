"""Which files are taken, told by their bytes (puremagic), never by their name or what the browser claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import puremagic

Way = Literal["image", "pdf", "docx", "none", "nothing_in_it"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. ``cleaned``: how hidden data is taken out; "none": we cannot; "nothing_in_it": plain text."""

    name: str
    media_type: str
    extension: str
    cleaned: Way = "none"


class NotTaken(ValueError):
    """A file of a kind that is not taken. The message is for the person."""


_JPEG = Kind("a JPEG picture", "image/jpeg", ".jpg", "image")
_PDF = Kind("a PDF", "application/pdf", ".pdf", "pdf")
_WORD = Kind(
    "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docx",
    "docx",
)
_MP3 = Kind("a sound recording", "audio/mpeg", ".mp3")
_OGG = Kind("a sound recording", "audio/ogg", ".ogg")
_MP4 = Kind("a film", "video/mp4", ".mp4")
_PHONE = Kind("a film", "video/3gpp", ".3gp")
TEXT: Final = Kind("plain text", "text/plain", ".txt", "nothing_in_it")

#: By the endings that puremagic tells from the bytes.
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys((".jpg", ".jpeg", ".jfif", ".jpe"), _JPEG),
    ".png": Kind("a PNG picture", "image/png", ".png", "image"),
    ".webp": Kind("a WebP picture", "image/webp", ".webp", "image"),
    **dict.fromkeys((".heic", ".heif"), Kind("a HEIC picture", "image/heic", ".heic")),
    ".pdf": _PDF,
    ".docx": _WORD,
    **dict.fromkeys((".mp3", ".mpga"), _MP3),
    ".m4a": Kind("a sound recording", "audio/mp4", ".m4a"),
    ".wav": Kind("a sound recording", "audio/wav", ".wav"),
    ".amr": Kind("a sound recording", "audio/amr", ".amr"),
    **dict.fromkeys((".ogg", ".oga", ".opus"), _OGG),
    **dict.fromkeys((".mp4", ".m4v"), _MP4),
    ".mov": Kind("a film", "video/quicktime", ".mov"),
    **dict.fromkeys((".3gp", ".3ga"), _PHONE),
    ".webm": Kind("a film", "video/webm", ".webm"),
}


def kind_of(content: bytes) -> Kind:
    """The kind of a file by its bytes. Raises NotTaken, with a message for the person."""
    if not content:
        raise NotTaken("This file is empty.")
    try:
        endings = [match.extension for match in puremagic.magic_string(content)]
    except (puremagic.PureError, ValueError):
        endings = []
    for ending in endings:
        if ending == ".docx" and not _holds_word(content):
            continue
        if ending in _KINDS:
            return _KINDS[ending]
    if _is_text(content):
        return TEXT
    raise NotTaken(
        "We do not take this kind of file. We take pictures, PDF, Word (.docx), plain text, sound and film."
    )


def _holds_word(content: bytes) -> bool:
    """Whether a ZIP names Word's main part: puremagic offers .docx for every Office file."""
    return b"word/document.xml" in content


def _is_text(content: bytes) -> bool:
    """Whether ``content`` is UTF-8 text without control characters."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(letter < " " and letter not in "\t\r\n\f" for letter in text)
