"""Deeds told in court: "Sgt Lee stole £400 from a flat, Hull Crown Court heard. He was jailed for a year".

A plain verb for a deed is no charge. But where a court heard that the officer did it, and the page tells that the
officer was sentenced and names no other offence, it was for that deed.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.persons import Person

_HEARD: Final = re.compile(
    r"\b(?:court|jury|jurors|judge|magistrates|justices|bench|old bailey|recorder|sheriff)\b (?:was told|were told|heard|has heard|had heard|hears|is told)\b"
    r"|\b(?:told|tells) (?:the |a )?(?:[\w' -]{3,30} )?(?:court|jury|jurors|judge|magistrates|bench|old bailey)\b"
)
_DID: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:,? (?:of|from|an?|the|who)\b[^,.;]{2,50},)?(?: (?:had|has|then|later|also|who|secretly|repeatedly|twice|once|brutally|deliberately|allegedly))* "
)
_HE: Final = re.compile(
    r"(?:\A|[.;,] |\bthat |\bhow |\band |\bwhen |\bafter )(?:he|she|the (?:[\w-]+ ){0,3}(?:officer|constable|sergeant|inspector|detective|pcso|policeman|policewoman))(?: (?:had|then|later|also|secretly|repeatedly|twice|brutally))* \Z"
)
_NOT_DONE: Final = ("assault", "attack", "exposure", "possession", "abduction", "grooming", "bestiality")


# "He pleaded guilty", "She had denied the charge": to what the court heard
_PLEADED: Final = re.compile(
    r"\b(?:he|she)(?: had| has)?(?: earlier| previously| always)? (?:(?P<guilty>pleaded guilty|admitted (?:it|the charge|the offence|his guilt|her guilt))|pleaded not guilty|denied (?:it|the charge|the offence|any offence))\b(?! to)"
)
_SOON: Final = 4  # sentences


def plea_to_deed(page: Page, charge: Charge) -> tuple[str, Span] | None:
    """The plea told with no object, or of "the charge", in the sentence of a deed or one of the next."""
    last = page.sentences[min(charge.sentence + _SOON, len(page.sentences) - 1)]
    found = _PLEADED.search(page.low, charge.end, last.end)
    return None if found is None else ("guilty" if found["guilty"] else "not_guilty", found.span())


def told_in_court(page: Page, charge: Charge, person: Person) -> bool:
    """Whether a court heard that this officer did what a plain verb tells."""
    if charge.strong or charge.headline or charge.who != (person,) or charge.title.startswith(_NOT_DONE):
        return False
    if not charge.title.split(" ")[0].endswith(("ed", "stole")):
        return False
    s = page.sentences[charge.sentence]
    if _HEARD.search(page.low, s.start, s.end) is None or page.quoted(charge.start):
        return False
    near = [m.end for m in person.mentions if s.start <= m.start < charge.start]
    if near and _DID.fullmatch(page.low, near[-1], charge.start) is not None:
        return True
    return _HE.search(page.low[s.start : charge.start]) is not None
