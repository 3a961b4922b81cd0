"""Officers meant by their place in a list: "the first was dismissed, the second ...", "the first two", "the last", "the other two".

Who they are is asked of the list told of last; where that does not say, the words are of nobody.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person, Topic
from peelian.reading.quantities import GROUPS
from peelian.reading.spans import holds_any

_ORDER: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5}
_WORDS: Final = (
    "the first", "the second", "the third", "the fourth", "the fifth", "the last", "the final", "the other ", "the remaining ", "the former", "the latter",
)  # fmt: skip
# What becomes of a person, or what one does, and never of an allegation alone.
_FATE: Final = (
    r"(?=,? (?:who |also |then |later |has |have |had |would |will |both |each |been |since |himself |herself )*"
    r"(?:(?:was|were|be|been) (?:\w+ly |also |then |later |both |each )?(?:given|handed|issued|dismissed|sacked|fired|cleared|acquitted|demoted|reduced|reprimanded|warned|suspended|required|fined|jailed|sentenced|exonerated|told|allowed|spared)"
    r"|given|handed|dismissed|sacked|cleared|demoted|required|received?|got|resigned|retired|quit|kept|keeps?|lost|escaped|walked|faces?|faced|have been dismissed)\b)"
)
_PLACED: Final = re.compile(
    r"\bthe (?:(?P<nth>first|second|third|fourth|fifth|sixth|last|final)(?: of (?:them|these|those|the (?:two|three|four|five|six)))?(?: (?:named|officer|man|woman))?"
    r"|(?P<end>first|last|final) (?P<many>two|three|four)(?: (?:named|officers|men|women))?|(?P<rest>other|remaining) (?P<others>two|three|four)(?: (?:officers|men|women))?|(?P<half>former|latter))"
    + _FATE
)
# What else a page counts off: "There were three allegations. The first was dismissed".
_THINGS: Final = re.compile(
    r"\b(?:allegations?|charges?|counts?|complaints?|claims?|incidents?|occasions|appeals?|cases|hearings|grounds|breaches|matters)\b"
)


def places(page: Page) -> list[tuple[int, int, str]]:
    """Where a page tells what became of those it means by their place in a list, in order."""
    if not holds_any(page.low, _WORDS):
        return []
    return [(m.start(), m.end(), "placed") for m in _PLACED.finditer(page.low)]


# "|The first was |dismissed, and the other two were proved"
_OF_THINGS: Final = re.compile(
    r"\b(?:the (?:first|second|third|fourth|fifth|last|final|others?|rest|remainder|remaining)|one|two|three|all|both|none|each|neither)(?: (?:one|two|three|four))?(?: of (?:them|these|those|which))? (?:was|were|is|are|has been|have been|had been)(?: also| later| then| both| all)* \Z"
)


def counts_off_things(page: Page, start: int, before: str) -> bool:
    """Whether "The first was", in the sentence that begins at ``start``, is said of an allegation told of just before."""
    if _OF_THINGS.search(before) is None:
        return False
    i = page.sentence_index(start)
    told = _THINGS.search(page.low, page.sentences[max(0, i - 1)].start, start + len(before))
    return told is not None


def who_is_placed(page: Page, at: int, group: Topic, told: set[Person]) -> Topic | None:
    """Whom such words at ``at`` mean of a ``group`` named in order, of whom those ``told`` have had their turn.

    None where the words are of no list of people; nobody where the list does not say whom they mean.
    """
    found = _PLACED.match(page.low, at)
    before = [m.end for p in group for m in p.mentions if m.end <= at]
    if found is None or len(group) < 2 or not before or any(p.anchor > at for p in group):
        return None
    if found["half"]:
        return (group[found["half"] == "latter"],) if len(group) == 2 else ()
    if _THINGS.search(page.low, max(before), at):
        return ()
    if found["nth"]:
        place = len(group) - 1 if found["nth"] in ("last", "final") else _ORDER[found["nth"]]
        return (group[place],) if place < len(group) else None
    if found["end"]:
        n = GROUPS[found["many"]]
        if n >= len(group):
            return None
        return group[:n] if found["end"] == "first" else group[-n:]
    rest = tuple(p for p in group if p not in told)
    return rest if len(rest) == GROUPS[found["others"]] else None
