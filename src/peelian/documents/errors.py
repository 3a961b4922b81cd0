"""Why a document was not read.

    DocumentError
    ├── Missing        no such file, or it may not be opened
    ├── Empty          nothing in it
    ├── TooLarge       over a limit of size, count, depth or time
    ├── Encrypted      needs a password
    ├── NoTextLayer    pictures of pages: needs OCR
    ├── Broken         the format's own reader gives up
    ├── Unsupported    a format that Peelian does not read
    ├── SeveralDocuments   an archive was given to ``load``
    └── NotFetched     the web address gave no page

Every message names the file, says the cause, and says what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass


class DocumentError(Exception):
    """A document could not be read.

    ``origin`` names the file (or archive and member, or address); ``cause`` says what is wrong;
    ``remedy`` says what to do next. ``str(error)`` is the three together.
    """

    remedy = "Open the file to see what it holds, and give Peelian a readable copy."

    def __init__(self, origin: str, cause: str, remedy: str | None = None) -> None:
        self.origin = origin
        self.cause = cause
        if remedy is not None:
            self.remedy = remedy
        super().__init__(f"{origin}: {cause}. {self.remedy}")


class Missing(DocumentError):
    """There is no such file, or it may not be opened."""

    remedy = "Check the path and the permissions."


class Empty(DocumentError):
    """The file has no bytes, or no words."""

    remedy = "Save or download the document again."


class TooLarge(DocumentError):
    """The document passes a limit that keeps memory and time bounded."""

    remedy = "Divide it, or raise the limit with max_bytes if you trust it."


class Encrypted(DocumentError):
    """The document needs a password."""

    remedy = "Save a copy without the password and give Peelian that."


class NoTextLayer(DocumentError):
    """The pages are pictures of text (a scan)."""

    remedy = "Run OCR on it (for example with ocrmypdf) and give Peelian the result."


class Broken(DocumentError):
    """The bytes are not what their format asks for."""

    remedy = "Download or export the document again."


class Unsupported(DocumentError):
    """Peelian does not read this format."""

    remedy = "Save it as text, HTML, PDF, DOCX, RTF or ODT."


class SeveralDocuments(DocumentError):
    """An archive was given where one document was asked for."""

    remedy = "Use load_all, which gives its documents one by one."


class NotFetched(DocumentError):
    """A web address gave no document. ``status`` is what the server answered (404), if it did."""

    remedy = "Open the address in a browser, save the page, and give Peelian the file."
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that was not read, for the summary of a batch.

    ``origin`` and ``cause`` are those of the error; ``kind`` is the error's name
    (``"Encrypted"``), so that a summary can count by it; ``remedy`` is what to do next.
    """

    origin: str
    cause: str
    kind: str = "DocumentError"
    remedy: str = ""

    @classmethod
    def of(cls, error: DocumentError) -> Failure:
        """Return the record of ``error``."""
        return cls(error.origin, error.cause, type(error).__name__, error.remedy)

    def __str__(self) -> str:
        return f"{self.origin}: {self.cause}. {self.remedy}".rstrip()
