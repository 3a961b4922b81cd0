"""Given names that are words of another sense too: "Will", "April", "Charity", "Chase"."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def given_words() -> frozenset[str]:
    """Given names that are everyday words, months, titles or places: names only where something tells so."""
    text = (resources.files("peelian.reading") / "data" / "given_words.txt").read_text("utf-8")
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split() if word != "--")
