"""Outsiders: people of whom the words themselves say that they are no police.

"His wife, who is not an officer, was also arrested", "a third person, who does not work for the police, was jailed":
what follows is told of nobody whom a page on the police reads.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.spans import holds_any

_POLICE: Final = r"(?:officers?|constables?|sergeants?|detectives?|police|policem[ae]n|policewom[ae]n|force|constabulary|met)"
_NEEDED: Final = (" not ", "n't ", "n\u2019t ", " never ", " nor ", " no ", "civilian", "outside the police")
_NO_POLICE: Final = re.compile(
    r",? (?:(?:who|and) (?:is|was|are|were|has|had)(?: not|n['\u2019]t| never)(?: been| now| then| currently| himself| herself| themselves)*"
    r"|not|neither of (?:whom|them) (?:is|was))(?: an?| any)?(?: [\w-]+){0,2}? " + _POLICE + r"\b"
    r"|,? who (?:do(?:es)?|did) not (?:work|serve|belong)(?: [\w-]+){0,2} (?:for|in|with|to) [^,.;]{0,24}?"
    + _POLICE
    + r"\b"
    r"|,? who (?:has|had|have) no (?:connections?|links?|ties) (?:with|to) [^,.;]{0,24}?" + _POLICE + r"\b"
    r"|,? (?:who (?:is|was) )?(?:a |both )?(?:civilians?|members? of the public)(?=,)"
)
# Whose turn it is in such a sentence: "His wife", "A man of 40", "Two other people", "Ann Lee, 40,"
_OPENS: Final = re.compile(
    r"(?:\W*(?:but|and|meanwhile|separately|later),? )?(?:the|an?|one|two|three|four|another|his|her|their|both)\b[^.;:\"]{0,70}?\Z"
)


def is_of_outsider(low: str, start: int, at: int) -> bool:
    """Whether the sentence that begins at ``start`` opens on somebody said to be no police, and goes on about them at ``at``."""
    opening = low[start : min(at, start + 160)]
    if not holds_any(opening, _NEEDED):
        return False
    said = _NO_POLICE.search(opening)
    return (
        said is not None
        and (
            "," in said.group() or opening.startswith(",", said.end()) or said.end() == len(opening.rstrip())
        )
        and _OPENS.match(opening[: said.start()]) is not None
    )


# "|Holt, 33, was| jailed for life": a surname and an age that nobody's name on the page explains
_STRANGER: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]{2,}), [1-9]\d, (?:of [^.,;]{3,40}, )?(?:who )?(?:was|is|has|had|got|received|admitted|pleaded|denied|will|must) "
)


def opens_on_stranger(text: str, start: int, at: int) -> str | None:
    """The surname with an age on which the sentence at ``start`` opens, if it goes on about its bearer at ``at``."""
    found = _STRANGER.match(text, start, at + 1)
    return None if found is None or ";" in text[found.end() : at] else found["name"]
