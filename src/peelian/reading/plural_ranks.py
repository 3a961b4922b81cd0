"""Plural ranks: the rank of several officers told of at once ("Two constables", "Three officers, all of them PCSOs")."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.scan import Hit

_PLURALS: Final = {
    "constables": "police_constable", "pcs": "police_constable", "police constables": "police_constable", "sergeants": "sergeant",
    "police sergeants": "sergeant", "inspectors": "inspector", "detective constables": "detective_constable", "dcs": "detective_constable",
    "detective sergeants": "detective_sergeant", "special constables": "special_constable", "pcsos": "pcso", "call handlers": "police_staff",
    "police community support officers": "pcso", "detention officers": "police_staff", "members of staff": "police_staff",
    "members of police staff": "police_staff", "chief inspectors": "chief_inspector", "detective inspectors": "detective_inspector",
    "police officers": "", "officers": "", "control room operators": "police_staff", "dispatchers": "police_staff",
}  # fmt: skip
_PLURAL_WORD: Final = re.compile(r"(?:[a-z]+ ){0,3}?[a-z]+s\b")
_ALL_OF: Final = re.compile(
    r",? ?\(?(?:both|all)(?: of them| of whom (?:were|are))? (?P<rank>(?:[a-z]+ ){0,2}?(?:constables|sergeants|inspectors|pcs|dcs|pcsos)\b)"
)


class Several(NamedTuple):
    """Words for several officers that end at ``end``, and the rank of all of them, if one is told."""

    end: int
    rank: Hit | None


def plural_rank(low: str, at: int, end: int) -> Several | None:
    """The officers of whom the words at ``at`` speak: "constables", "members of police staff", "officers, both constables"."""
    found = _PLURAL_WORD.match(low, at, end)
    if found is None:
        return None
    words = found.group()
    for phrase in (words, " ".join(words.split()[-2:]), words.split()[-1]):
        if phrase in _PLURALS:
            value = _PLURALS[phrase]
            hit = Hit(found.end() - len(phrase), found.end(), "rank", value) if value else None
            return Several(found.end(), hit or _of_all(low, found.end(), end))
    return None


def _of_all(low: str, at: int, end: int) -> Hit | None:
    """The one rank that is said of several officers at once: "Two officers, both of them constables"."""
    found = _ALL_OF.match(low, at, end)
    value = _PLURALS.get(found.group("rank"), "") if found is not None else ""
    return Hit(found.start("rank"), found.end("rank"), "rank", value) if found and value else None
