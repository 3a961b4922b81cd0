"""The source of one sample: a text file with a head of ``key: value`` lines, ``---``, and a light markup.

## heading      - list item      term:: description      | cell | cell      anything else: a paragraph
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

TEXTS: Final = Path(__file__).parent / "texts"
FICTION: Final = "This is a fictional sample document. Nobody in it exists and nothing in it happened."


class Block(NamedTuple):
    """A piece of the text: ``kind`` is heading, item, pair, row or para; ``parts`` its cells (one or more)."""

    kind: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """One sample's words. ``published`` is EDTF; ``head`` holds what only some formats use."""

    name: str
    title: str
    published: str
    publisher: str
    head: dict[str, str]
    blocks: tuple[Block, ...]
    body: str

    @property
    def day(self) -> datetime.date:
        """The day of publication (the first of the month where only that is known)."""
        return datetime.date.fromisoformat(
            self.published if len(self.published) == 10 else f"{self.published}-01"
        )

    @property
    def spoken_day(self) -> str:
        """The day as a page prints it: 3 September 2015."""
        return f"{self.day.day} {self.day:%B %Y}"

    @property
    def related(self) -> list[str]:
        """Headlines of other stories, for the furniture of a page."""
        return [part.strip() for part in self.head.get("related", "").split("|") if part.strip()]


def source(name: str) -> Source:
    """The source of that name. Raises KeyError if its head lacks title, published or publisher."""
    head_text, body = (TEXTS / f"{name}.txt").read_text("utf-8").split("\n---\n", 1)
    head = dict(line.split(": ", 1) for line in head_text.splitlines())
    blocks = tuple(_block(line) for line in body.splitlines() if line.strip())
    return Source(name, head["title"], head["published"], head["publisher"], head, blocks, body.strip())


def _block(line: str) -> Block:
    if line.startswith("## "):
        return Block("heading", (line[3:],))
    if line.startswith("- "):
        return Block("item", (line[2:],))
    if line.startswith("| "):
        return Block("row", tuple(cell.strip() for cell in line[2:].split(" | ")))
    if ":: " in line:
        term, value = line.split(":: ", 1)
        return Block("pair", (term, value))
    return Block("para", (line,))


def plain(text: Source, title: bool = False) -> str:
    """The words as a plain text file, with the line that says that it is fiction last."""
    body = text.body.replace(":: ", ": ").replace("\n## ", "\n")
    start = f"{text.title}\n\n" if title else ""
    return f"{start}{body.removeprefix('## ')}\n\n{FICTION}\n"
