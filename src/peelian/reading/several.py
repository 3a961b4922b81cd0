"""Where a story tells of several of its officers by number ("two Fenshire officers"), of all of them, or of the last."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.quantities import GROUPS
from peelian.reading.spans import holds_any

OFFICERS: Final = r"(?:officers|constables|pcs|sergeants|detectives|policemen|pcsos|specials)"
_SOME: Final = re.compile(rf"\b(?:two|three|four|five) (?!{OFFICERS})(?:[\w'-]+ ){{1,3}}?{OFFICERS}\b")
_REST: Final = re.compile(
    r"(?:\b(?:and|while|with|but|;|,) |(?<=[.\n\"] )|(?<=\n))(?:an?|the) (?:third|fourth|fifth|sixth|other)\b(?! (?:count|charge|offence|allegation|day|time|panel|member|party|hearing|man|woman|person|count))"
)


# "suspended all three", and not "denied all three charges"
_ALL_THREE: Final = re.compile(
    r"\b(?<!\bto )(?<!\bof )(?<!\bon )(?<!\bdeny )(?<!denied )(?<!denies )(?<!denying )(?<!admits )(?<!admitted )(?<!admitting )all (?P<n>three|four|five|six)\b(?! (?:of (?:the|his|her|these|those|which)\b|(?:[\w-]+ )?(?:counts?|charges?|offences?|allegations?|matters|standards|breaches|women|victims"
    r"|complainants|boys|girls|times|occasions|incidents|categories|cases|years|days|images|devices|phones|panel|judges|members|forces|witnesses)\b))"
)
_ALL_OF_SO_MANY: Final = ("all three", "all four", "all five", "all six")
# "The West Midlands Police constables are on restricted duties"
_OF_FORCE: Final = re.compile(
    rf"\bthe (?:[a-z-]+ ){{1,3}}(?:police|constabulary|met) {OFFICERS}(?= (?:are|were|have|had|will|all|both|each|deny|denied|face)\b)"
)


# "|The men| were dismissed": nobody but officers is
_THE_MEN: Final = re.compile(
    r"\bthe (?:men|women)(?= (?:were|are|have been|had been)(?: all| both| each| now| then| also)* (?:dismissed|sacked|fired|suspended from duty|thrown out|kicked out|drummed out|removed from the force)\b)"
)


# "|Each| must pay £500 in costs", "|Each man| was given": of all who were told of last, and of no counts or charges
_EACH: Final = re.compile(
    r"(?:(?<=[.;:\n] )|(?<=\n)|(?<=[\"\u201d] )|(?<=\band )|(?<=\bbut ))each(?: (?:man|woman|officer|constable|defendant)| of (?:them|the (?:pair|two|three|men|women|officers|constables|defendants)))?"
    r"(?= (?:also |now |then |later )?(?:must (?:also |now )?(?:pay|serve|do|complete|carry|sign|perform|register|observe|abide)|(?:was|were|is|has been) (?:also |then |later )?(?:ordered|told|given|fined|jailed|sentenced|banned|handed|dismissed|sacked|convicted|found guilty|made|required|barred|suspended|disqualified)"
    r"|will (?:also |now )?(?:pay|serve|have to|be)|(?:has|had|have|is|was) to|got|gets|received|pleaded|resigned|admitted|denied|lost)\b)"
)
_FEWEST: Final = 3  # officers, for "the third" or "the other" to mean the last of them


def told_of_several(page: Page, officers: int) -> list[tuple[int, int, str]]:
    """Where a page of so many ``officers`` tells of some (``many``), of all, and of the last of them (``rest``).

    "Two Fenshire officers ... and a third", "the force suspended all three".
    """
    found = [*_SOME.finditer(page.low), *_OF_FORCE.finditer(page.low)]
    # ("all four deny" of three officers and a civilian is told of the three too)
    if holds_any(page.low, _ALL_OF_SO_MANY):
        found += [m for m in _ALL_THREE.finditer(page.low) if GROUPS[m.group("n")] >= officers]
    if holds_any(page.low, ("the men ", "the women ")):
        found += _THE_MEN.finditer(page.low)
    if officers > 1 and "each " in page.low:
        found += _EACH.finditer(page.low)
    out = [(m.start(), m.end(), "many") for m in found]
    if officers < _FEWEST:
        return out
    return out + [(m.start(), m.end(), "rest") for m in _REST.finditer(page.low)]
