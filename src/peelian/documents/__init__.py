"""documents: a path, an address or bytes go in; a ``Document`` (text and its carrier's metadata) comes out.

One file a format. Page furniture goes, facts stay. Bytes are hostile until read.
"""

from peelian.documents.document import Document

__all__ = ["Document"]
