"""Words of prison that tell of none: "locked up her desk", "sent down to Dover", "a night in the cells", "the dog was caged"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.prepared import Prepared
from peelian.reading.spans import holds_any
from peelian.reading.terms import Term

_WORDS: Final = ("locked", "put ", "caged", "banged", "sent ")
# "she |locked up her| desk", "|put away a| burglar for three years": done by whoever is told of, to something or somebody
_BY_THEM: Final = re.compile(
    r"(?:locked up|put away|caged|banged up) (?:an?|the|his|her|their|its|drug|cash)\b(?! total)"
)
_A_COURT: Final = ("judge", "court", "magistrate", "recorder", "bench", "jury", "sentence")
_TO_THEM: Final = re.compile(
    r"\b(?:was|were|is|are|been|be|being|get|gets|got|getting)(?: \w+ly| also| then| later| now| both| all)? \Z"
)
# "|sent down| to Dover", "|sent to prison| for two days to interview an inmate", "|locked up| for twelve hours, overnight"
_ELSEWHERE: Final = re.compile(
    r"(?:locked|banged) up(?: for)?[^.;,]{0,24}? (?:hours?|overnight|a night|the night|a day)\b"
    r"|sent down to (?!the cells|prison|jail|begin|serve|start)"
    r"|sent to (?:prison|jail)[^.;,]{0,30} to (?:interview|visit|see|speak|inspect|talk|meet|question|collect|work|assist|teach|help)\b"
)
# "the dog was |caged|"
_AN_ANIMAL: Final = re.compile(
    r"\b(?:dogs?|puppy|puppies|cats?|birds?|parrots?|animals?|pets?|horses?)\b[^.;]{0,60}\b(?:was|were|been|being|is|are) \Z"
)


def is_no_prison(prepared: Prepared, term: Term) -> bool:
    """Whether a word that may tell of prison tells here of a desk, a place, some hours in a cell or an animal."""
    low, s = prepared.page.low, prepared.page.sentences[term.sentence]
    if not low.startswith(_WORDS, term.start):
        return False
    if _ELSEWHERE.match(low, term.start, s.end):
        return True
    before = low[s.start : term.start]
    if _BY_THEM.match(low, term.start) and not (_TO_THEM.search(before) or holds_any(before, _A_COURT)):
        return True
    return _AN_ANIMAL.search(before) is not None
