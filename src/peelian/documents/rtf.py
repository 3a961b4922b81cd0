"""RTF, by striprtf."""

from __future__ import annotations

import re
from typing import Any, cast

from peelian.documents.contents import Contents, join_blocks, squeeze
from peelian.documents.errors import Broken, Empty
from peelian.documents.plain import clean

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE = re.compile(r"\{\\title\s+([^{}\\]{1,500})\}")


def read_rtf(data: bytes, *, origin: str = "document") -> Contents:
    """Return the text of an RTF file, a paragraph a block, a table row a line with `` | ``.

    Raises:
        Broken: striprtf cannot make sense of it.
        Empty: there are no words.
    """
    from striprtf import striprtf

    page = _CODE_PAGE.search(data[:4096])
    codec = f"cp{page[1].decode()}" if page else "cp1252"
    source = data.decode("latin-1")  # RTF is ASCII; characters beyond it are written as escapes
    try:
        "".encode(codec)
    except LookupError:
        codec = "cp1252"
    try:
        written = str(cast("Any", striprtf).rtf_to_text(source, encoding=codec, errors="replace"))
    except Exception as error:  # striprtf has no errors of its own
        raise Broken(origin, f"it is not sound RTF ({type(error).__name__})") from error
    blocks: list[str] = []
    in_table = False
    for line in written.split("\n"):
        row = line.rstrip().endswith("|")
        text = (
            " | ".join(squeeze(cell) for cell in line.rstrip().rstrip("|").split("|"))
            if row
            else squeeze(line)
        )
        if not text:
            in_table = False
            continue
        if (row and in_table) or (_is_item(text) and blocks and _is_item(blocks[-1].split("\n")[-1])):
            blocks[-1] += "\n" + text
        else:
            blocks.append(text)
        in_table = row
    text, cleaned = clean(join_blocks(blocks))
    if not text.strip():
        raise Empty(origin, "the document holds no text")
    title = _TITLE.search(source[:65536])
    return Contents(text, title=squeeze(title[1]) if title else None, notes=cleaned)


def _is_item(line: str) -> bool:
    return line.startswith(("- ", "• ", "· ", "* "))
