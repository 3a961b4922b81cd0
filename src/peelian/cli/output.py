"""Where outcomes are written: a stream or a file, as JSON lines, a JSON list or CSV.

A file is written as the readings come, with a journal beside it (see ``journal``), so that whatever
stops the run, what is done stays done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypeVar

from peelian.cli.exits import NOT_WRITTEN, Stop
from peelian.cli.formats import csv_header

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before, between and after what is written for each document."""

    head: bytes = b""
    between: bytes = b""
    foot: bytes = b""


def frame(format: str) -> Frame:
    """The frame of a format."""
    return {"jsonl": Frame(), "json": Frame(b"[\n", b",\n", b"\n]\n"), "csv": Frame(csv_header())}[format]


class Stream:
    """Writes to a binary stream (stdout). A closed pipe raises BrokenPipeError."""

    def __init__(self, stream: IO[bytes], format: str) -> None:
        self.stream, self.frame, self.count = stream, frame(format), 0

    def add(self, data: bytes) -> None:
        """Write what belongs to one document."""
        self.stream.write((self.frame.between if self.count else self.frame.head) + data)
        self.stream.flush()
        self.count += 1

    def close(self) -> None:
        """Write what ends the output."""
        self.stream.write((b"" if self.count else self.frame.head) + self.frame.foot)
        self.stream.flush()


class File:
    """Writes to a file, from byte ``end`` on, where ``count`` documents stand before it.

    Each document is one write; ``end`` is where the whole ones end. Raises Stop if the disk refuses.
    """

    def __init__(self, path: Path, format: str, end: int = 0, count: int = 0) -> None:
        self.path, self.frame, self.end, self.count = path, frame(format), end, count
        self.stream: IO[bytes] = self._try(lambda: path.open("r+b" if end else "wb", buffering=0))
        self._try(lambda: self.stream.truncate(end))
        self._try(lambda: self.stream.seek(end))

    def add(self, data: bytes) -> None:
        """Write what belongs to one document, and count it as whole."""
        data = (self.frame.between if self.count else self.frame.head) + data
        self._write(data)
        self.end += len(data)
        self.count += 1

    def close(self) -> None:
        """Take away what is not whole, write what ends the output, and close the file."""
        if self.stream.closed:
            return
        try:
            self._try(lambda: self.stream.truncate(self.end))
            self._try(lambda: self.stream.seek(self.end))
            self._write((b"" if self.count else self.frame.head) + self.frame.foot)
        finally:
            self.stream.close()

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:  # an unbuffered file may take less than it is given
            left = left[self._try(lambda: self.stream.write(left)) :]  # noqa: B023

    def _try(self, act: Callable[[], T]) -> T:
        try:
            return act()
        except OSError as error:
            raise Stop(f"{self.path} could not be written: {error.strerror}.", NOT_WRITTEN) from error


_SUFFIXES: Final = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv"}


def format_of(path: Path) -> str | None:
    """The format that an output's name asks for, if it is one of ours."""
    return _SUFFIXES.get(path.suffix.lower())
