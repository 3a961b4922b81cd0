"""Files of a form, kept in memory only.

Django's usual handlers write an upload of more than 2.5 MB to the disk as it is. These bytes are somebody's evidence:
they stay in memory until they are sealed, within limits.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

#: One file, all files of one form, and how many. What does not fit can be sent in further messages.
LARGEST_FILE = 20 * 1024 * 1024
LARGEST_FORM = 24 * 1024 * 1024
MOST_FILES = 5
#: A request longer than this is cut off unread.
LONGEST_REQUEST = 2 * LARGEST_FORM


class InMemory(FileUploadHandler):
    """Gathers files in memory. A file too many or too large is read past, and counted in ``left_out``."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.left_out = 0
        self._total = 0
        self._files = 0
        self._chunks: list[bytes] = []
        self._size = 0

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Refuse a request that is plainly too long before reading it. Raises RequestDataTooBig."""
        if content_length > LONGEST_REQUEST:
            raise RequestDataTooBig("The request is longer than any form of ours.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self._chunks, self._size = [], 0
        self._files += 1
        if self._files > MOST_FILES:
            self.left_out += 1
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """More of it."""
        self._size += len(raw_data)
        self._total += len(raw_data)
        if self._size > LARGEST_FILE or self._total > LARGEST_FORM:
            self._chunks = []
            self.left_out += 1
            raise SkipFile
        self._chunks.append(raw_data)
        return None

    def file_complete(self, file_size: int) -> SimpleUploadedFile | None:
        """It has ended: hand it over."""
        content, self._chunks = b"".join(self._chunks), []
        return SimpleUploadedFile(self.file_name or "file", content, self.content_type or "")


def keep_in_memory(request: HttpRequest) -> InMemory:
    """Make ``request`` gather its files by ``InMemory``. Before its POST is looked at; the handler is returned."""
    handler = InMemory(request)
    request.upload_handlers = [handler]
    return handler
