"""Which labelled documents weights may be trained on: the corpus and the practice documents, never those set aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

REPO = Path(__file__).parents[1]
HELD_OUT = frozenset(json.loads((REPO / "benchmarks/heldout.json").read_text("utf-8"))["corpus"])
#: Beginnings of the names of practice documents of which those with even numbers are set aside, by folder.
HALVED = {"later": "na", "wordings": "w", "siblings": "sx"}


def folders(*practice: str) -> list[Path]:
    """The corpus and the folders of practice documents that are named."""
    return [REPO / "corpus", *(REPO / "practice" / name for name in practice)]


def documents(folder: Path) -> Iterator[Path]:
    """The texts of a folder that have labels and may be trained on, in order."""
    for path in sorted(folder.glob("*.txt")):
        halved = HALVED.get(folder.name)
        even = halved is not None and path.stem.startswith(halved) and int(path.stem[-1]) % 2 == 0
        if path.with_suffix(".json").exists() and path.stem not in HELD_OUT and not even:
            yield path
