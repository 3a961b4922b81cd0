"""documents: a path, an address or bytes go in; a ``Document`` (text and its carrier's metadata) comes out.

One file a format. Page furniture goes, facts stay. Bytes are hostile until read.
"""

from peelian.documents.document import Document
from peelian.documents.errors import (
    Broken,
    DocumentError,
    Empty,
    Encrypted,
    Failure,
    Missing,
    NoTextLayer,
    NotFetched,
    SeveralDocuments,
    TooLarge,
    Unsupported,
)
from peelian.documents.loading import fetch, load, load_all

__all__ = [
    "Broken",
    "Document",
    "DocumentError",
    "Empty",
    "Encrypted",
    "Failure",
    "Missing",
    "NoTextLayer",
    "NotFetched",
    "SeveralDocuments",
    "TooLarge",
    "Unsupported",
    "fetch",
    "load",
    "load_all",
]
