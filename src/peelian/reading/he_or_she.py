"""He or she of several: "she" after two women is one of them and nobody says which; "her career is over; his goes on" is told of each.

The first gives the floor to nobody, the second to each by his or her sex, where the page lets it be known.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topic
from peelian.reading.sexes import is_outsider_between
from peelian.reading.spans import holds_any

_SINGULAR: Final = ("he", "she")
# "She later said", "He told the panel": whoever speaks, no end is told
_VERB: Final = re.compile(r" (?!said\b|says\b|told\b|added\b|and\b|or\b)[a-z]")
# "|Her career| is over; |his| goes on", "his punishment was dismissal, |hers| a final written warning"
_WHOSE: Final = re.compile(
    r"\b(?P<who>hers|her|his)"
    r"(?: (?:own |police |short |long )?(?:career|job|punishment|sanction|penalty|end|fate|service|time in the (?:force|job|police)|time with the force|outcome)\b"
    r"| (?:is|was|will|would|goes|went|continues|continued|ended|ends|came|remains|has|had)\b|,? (?:an?|the|only an?) (?=[\w-]+)|,? (?:dismissal|final written|written|reduction|demotion|management|words of)\b)"
)
_WORDS: Final = ("her ", "hers", "his ")


def is_one_unnamed(page: Page, start: int, end: int) -> bool:
    """Whether the pronoun at ``[start, end)`` is "he" or "she" and tells something of one person."""
    return (
        page.low[start:end] in _SINGULAR and not page.quoted(start) and _VERB.match(page.low, end) is not None
    )


def whose_ends(
    page: Page,
    sentence: Sentence,
    main: list[Person],
    known: dict[Person, bool],
    turns: list[tuple[int, Topic]],
) -> list[tuple[int, Topic]]:
    """The turns of a sentence whose clauses open on "her career" and "his", each given to the only one so called."""
    if len(main) < 2 or not holds_any(page.low[sentence.start : sentence.end], _WORDS):
        return turns
    for found in _WHOSE.finditer(page.low, sentence.start, sentence.end):
        at = found.start("who")
        if page.quoted(at) or not _opens(page, sentence, at):
            continue
        she = found["who"] != "his"
        told = [p for p in main if p.anchor < at]
        able = [p for p in told if known.get(p, she) == she]
        if len(told) < 2 or not able:
            continue
        one = len(able) == 1 and all(p in known for p in told if p is not able[0])
        last = max(m.end for p in told for m in p.mentions if m.start < at) if one else at
        if one and is_outsider_between(page, last, at, she):
            continue
        who = (able[0],) if one else ()
        turns = sorted([*(t for t in turns if t[0] != at), (at, who)], key=lambda t: t[0])
    return turns


def _opens(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether a clause of its own begins at ``at``."""
    if page.low[sentence.start : at].strip(" \"'") == "":
        return True
    return page.low.endswith(
        ("; ", ", ", ": ", " - ", "\u2013 ", "\u2014 ", " and ", " while ", " but ", " whereas ", " whilst "),
        sentence.start,
        at,
    )
