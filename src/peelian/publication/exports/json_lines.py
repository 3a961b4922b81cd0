"""JSON Lines: one ``PublishedCase`` a line, all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peelian.publication.shapes import PublishedCase


class JsonLinesWriter:
    """Writes ``cases.jsonl``."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "cases.jsonl"
        self._stream = self.path.open("wb")

    def add(self, case: PublishedCase) -> None:
        """Write a case."""
        self._stream.write(case.to_json() + b"\n")

    def close(self) -> list[Path]:
        """Finish the file and return it."""
        self._stream.close()
        return [self.path]


def read_lines(path: Path) -> Iterator[PublishedCase]:
    """The cases of such a file. Raises ``msgspec.ValidationError`` for a line that is none."""
    with path.open("rb") as stream:
        for line in stream:
            if line.strip():
                yield PublishedCase.from_json(line)
