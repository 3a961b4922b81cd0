"""Crimes of their own: who is named on a page about an officer without a name, and is no officer but what the officer came upon.

"A constable has been sacked for sharing details of an inquiry. Keith Lee, 44, was jailed for life for murder.": a page about a
killer in uniform opens on the killing. "Magistrates fined Keith Lee, 44, the driver whom he had stopped.": told from the officer's side.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.leads import opens_on_an_officers_deed
from peelian.reading.no_part import ASIDE
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person

_OFFICER: Final = r"(?:officer|constable|sergeant|inspector|detective|policeman|policewoman|pc)"
# "Keith Lee|, 44, the driver whom he had stopped|"
_WHOM_HE: Final = re.compile(
    ASIDE
    + rf"(?: the| an?) (?:[\w-]+ ){{1,2}}whom? (?:he|she|they|the {_OFFICER}) (?:had |has |was |were )?[a-z]+"
)
_CONVICTED_BEFORE: Final = re.compile(r"\b(?:convicted|jailed|sentenced|found) \Z")
_KILLED: Final = re.compile(
    r"[^.;\"]{0,90}?\b(?:convicted|guilty|jailed|sentenced|serving|imprisoned|given|got)\b[^.;\"]{0,60}?\b(?:murder(?:ing|ed)?|manslaughter|killing|life)\b"
)
# What an opening that knows of a killing, or of a trial, would say.
_KILLS: Final = re.compile(
    r"\b(?:murder|manslaughter|kill|dea(?:d|th)|die[ds]?\b|stabb|strangl|shot\b|shoot|life\b|beat|attack|bod(?:y|ies)\b|crash|collision|drown"
    r"|jailed\b|prison\b|sentence|convict|guilty\b|court\b|trial\b|tried\b|charged\b)"
)


def told_of_own_crime(person: Person, page: Page) -> bool:
    """Whether somebody without a rank, first named after a page opened on an officer's deed, is told of for a crime that is not that deed."""
    m = person.mentions[0]
    if any(x.rank is not None for x in person.mentions) or page.quoted(m.start):
        return False
    return _is_of_another_crime(m, page) and opens_on_an_officers_deed(page, m.start)


def _is_of_another_crime(m: Mention, page: Page) -> bool:
    sentence = page.sentence_at(m.start)
    if _WHOM_HE.match(page.low, m.end, sentence.end) is not None:
        return True
    start = m.end
    before = _CONVICTED_BEFORE.search(page.low, max(sentence.start, m.start - 12), m.start)
    if before is not None:  # "a jury |convicted Keith Lee|, 44, of murder"
        start = before.start()
    killed = _KILLED.match(page.low, start, sentence.end) is not None
    return killed and _KILLS.search(page.low, 0, sentence.start) is None
