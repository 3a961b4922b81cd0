"""Runs of capitals that may be a name: how they are written, and which of them are only words of a headline or a table."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_words import (
    ALSO_SURNAMES,
    NOT_A_NAME,
    PARTICLE,
    common_words,
    given_names,
    word_surnames,
)
from peelian.reading.nicknames import FILL, without_nicknames
from peelian.reading.page import CAPITALS, HYPHENS, Page
from peelian.reading.persons import Mention
from peelian.reading.scan import Hit

_UP: Final = CAPITALS
_LETTER: Final = r"[\w'\u2019\u0300-\u036f]"  # with the accents that some files write as signs of their own
_REST: Final = rf"{_LETTER}*(?:[{HYPHENS}]\n?{_LETTER}+)*"
_PIECE: Final = rf"(?:[{_UP}]{_REST})"
RUN: Final = re.compile(
    # (a look-behind after the first letter, not before it, lets the search skip straight to capitals)
    rf"[{_UP}](?<![\w{HYPHENS}].){_REST}(?:(?:(?<=[\s(\"'\u201c\u2018:,][{_UP}])|(?<=Mr)|(?<=Wm)|(?<=Geo)|(?<=Jas)|(?<=Thos)|(?<=Chas)|(?<=Robt)|(?<=Mrs)|(?<=Ms)|(?<=Dr)|(?<=St))\.(?=[ ]?[{_UP}]))?(?:[ \u00a0]{FILL}*(?:{PARTICLE}[ -]){{0,2}}{_PIECE}(?:(?:(?<=[ .][{_UP}])|(?<= St))\.(?=[ ]?[{_UP}]))?)*"
)
# A surname's own small words may follow a rank: "PC van der Merwe".
AFTER_RANK: Final = re.compile(rf"{FILL}*(?:{PARTICLE}[ -]){{0,2}}{RUN.pattern}")
# A collar or warrant number between rank and name: "PC 4417 Pryce", "Sgt C1234 Hall", "PC (2290) Speakman".
COLLAR: Final = re.compile(
    r"[ \u00a0](?:no\.? |number )?\(?([A-Za-z]{0,2}\d{2,6}[A-Za-z]{0,2})\)?,?(?=[ \u00a0]|$)"
)

_GLUED: Final = re.compile(
    r"\d|(?:[a-z]|[A-Z]{2})(?:Police|Special|Detective|Chief|Temporary|Acting|Former|Constable|Sergeant|Inspector|Superintendent|Officer|Staff|Date|Rank|Outcome|Finding|Sanction|Result|Chair|Venue|Allegation|Hearing|Misconduct|Dismissed|PC|PCSO|PS|DC|DS|DI|Sgt|Insp)(?![a-z])"
)

# What stands behind a surname and not behind the first word of a title: "PC Ward said", "Sgt Price's", "PC Green, of".
_NAME_ENDS: Final = re.compile(r"['\u2019]s? |[ ](?:[a-z]|\d)|[,;.)\"\u201d]|[ ]?\(|\n|\Z")


# The end of a line in the midst of a paragraph; "Hargreave-" at a line's end goes on without a space.
_LINE_END: Final = re.compile(r"(?<=[^\s-])\n(?=\S)")


def plain_text(page: Page) -> str:
    """A page's text as names are looked for in it: over the ends of wrapped lines (never from one line of a list to the next), without nicknames."""
    return without_nicknames(_LINE_END.sub(" ", page.text) if page.wrapped else page.text)


def are_words(words: list[tuple[int, int, str]]) -> bool:
    """Whether all that stands behind a rank is words of a headline: "PC Found Guilty"."""
    last = words[-1][2]
    return (
        all(word in common_words() for _, _, word in words)
        and words[0][2] not in given_names()
        and last not in ALSO_SURNAMES
        and last not in word_surnames()
    )


def is_the_word(text: str, rank: Hit, word: tuple[int, int, str]) -> bool:
    """Whether an everyday word alone behind a rank is the word and no surname: "PC Jailed", not "PC Ward said"."""
    if word[2] not in common_words() and word[2] not in NOT_A_NAME:
        return False
    return word[2] not in word_surnames() or not (
        text[rank.start].isupper() and _NAME_ENDS.match(text, word[1]) is not None
    )


_OWNS: Final = re.compile(r"['\u2019]S ")  # what somebody owns is no part of a name


_MATTER_OF: Final = re.compile(r"\b(?:MATTER|CASE|CONDUCT|MISCONDUCT) OF (?:FORMER |EX-)?\Z")


def shouted(text: str, m: Mention) -> bool:
    """Whether a run in an all-capitals headline is only its words: no such name stands anywhere else."""
    name = text[m.name_start : m.name_end]
    if not name.isupper() or m.title == "judge":
        return False
    if m.rank is None and _OWNS.search(name):
        return True  # "THE BILL'S BOOZE CRUISE"
    if m.rank is not None and text[m.end : m.end + 1] in ("!", "?") and name.title() not in text:
        return True  # "PC PORKIES! Cop who ..."
    if len(m.tokens) < 2:
        return False
    start = text.rfind("\n", 0, m.start) + 1
    end = text.find("\n", m.end)
    line = text[start : end if end != -1 else len(text)]
    if not line.isupper() or len(line.split()) < 5:
        return False
    if m.rank is not None and (m.collar is not None or _MATTER_OF.search(line[: m.start - start])):
        return False  # the heading of a decision: "IN THE MATTER OF PC 7102 ANN LEE"
    surname = name.rsplit(" ", 1)[-1]
    return surname.title() not in text and text.count(surname) < 2


def glued(text: str, m: Mention) -> bool:
    """Whether a figure or the next cell of a table is stuck to a run: "Wright-HalePolice Constable11" is no name."""
    name = text[m.name_start : m.name_end]
    if (name.istitle() or name.isupper()) and name.replace(" ", "").isalpha():
        return False
    return _GLUED.search(name) is not None
