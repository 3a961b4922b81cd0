"""The name of a record's head: as a mention of a person, and as written where two columns or labels part it."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.heads import Head
from peelian.reading.name_words import fold
from peelian.reading.persons import Mention


def mention_of(head: Head, text: str) -> Mention | None:
    """The head as a mention of a person by name (None if it has no name)."""
    if head.name is None:
        return None
    start, end = head.name
    tokens = tuple(t for t in (fold(w) for w in plain_name(head, text).split()) if t)
    return Mention(
        min(head.start, start),
        max(head.end, end),
        start,
        end,
        tokens,
        head.rank,
        None,
        5,
        None,
        False,
        head.collar,
    )


def plain_name(head: Head, text: str) -> str:
    """The head's name as written, its surname last ("Haxby, Ann"); one that stands in two columns ("Quill | Tobias") without what parts them."""
    assert head.name is not None
    written = _turned(text[head.name[0] : head.name[1]])
    parts = [p for p in _NAME_PARTS.split(written.replace("\u00a0", " ")) if p]
    if len(parts) < 2:
        return written
    return " ".join((*parts[1:], parts[0]) if head.turned else parts)


def _turned(name: str) -> str:
    """A name with its surname last: "Adeyemi-Pryce, Tomos" is "Tomos Adeyemi-Pryce"."""
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma else name


# What parts a name in two columns or under two labels: "Quill | Tobias", "Quill" / "Forename: Tobias".
_NAME_PARTS: Final = re.compile(r"\s*[|\t]\s*|\s*\n[^\n:]{2,30}:\s*|\s{2,}|\n|,(?! )")
