"""What a format's reader gives back: the text and what the carrier says of it, before it is a Document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

#: Default for the largest document that is read, in bytes.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of one document and its carrier's metadata (fields as in `Document`)."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def document_id(name: str) -> str:
    """Return the id for a file name: its stem in ``[A-Za-z0-9._-]``, accents dropped.

    >>> document_id("Misconduct outcomes (May 2023).pdf")
    'Misconduct-outcomes-May-2023'
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return _slug(path.stem)


def url_id(url: str) -> str:
    """Return the id for a web address: host and path as a slug.

    >>> url_id("https://www.avonshire.example/news/2014/pc-jailed.html?x=1")
    'www.avonshire.example-news-2014-pc-jailed-x-1'
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[bad": no address, but the page that was saved under it can be read
        return _slug(url)[:120].strip("-.")
    path = re.sub(r"\.(?:html?|php|aspx?|pdf|txt)$", "", unquote(parts.path))
    return _slug("-".join(piece for piece in (parts.netloc, path, parts.query) if piece))[:120].strip("-.")


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9._-]+", "-", plain)).strip("-.") or "document"


def squeeze(text: str) -> str:
    """Return ``text`` on one line: runs of white space (and no-break spaces) become one space."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").replace("\u2060", "").split())


def join_blocks(blocks: list[str]) -> str:
    """Return blocks (each one or more lines) as a text, a blank line between them, one line end last."""
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def table_blocks(rows: list[list[list[str]]], *, nested: bool = False) -> list[str]:
    """Return the blocks of a word processor's table: ``rows`` of cells of blocks of text.

    A table of one column, or one ``nested`` too deeply, is layout: its blocks follow each other. Any
    other is one block with a line a row and `` | `` between its cells, as `tables` of reading expects.
    """
    if nested or max((len(row) for row in rows), default=0) < 2:
        return [block for row in rows for cell in row for block in cell]
    lines = []
    for row in rows:
        cells = ["; ".join(line for block in cell for line in block.split("\n")) for cell in row]
        if any(cells):
            lines.append(" | ".join(cells))
    return ["\n".join(lines)]
