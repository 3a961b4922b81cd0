"""Answers to appeals: what the sentence after an appeal says that a tribunal did with it ("It was dismissed", "It would not").

Also what an appeal to a tribunal is, and the words by which one is a court's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.hearings import Hearing
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.spans import find_all

CRIMINAL: Final = re.compile(
    r"\b(?:conviction|sentences?|court of appeal|crown court|appeal court|lord justice|criminal|verdict|custodial|jail(?:ed)?|prison|high court|judicial review|leave to appeal|single judge)\b"
)


@dataclass(slots=True)
class TribunalAppeal:
    """An appeal against a panel's decision: its ``result`` and the words ``[start, end)`` that tell it."""

    result: str
    start: int
    end: int
    who: tuple[Person, ...]
    sentence: int


# "Her appeal came before Mr Lee and two others on 3 July. |It was dismissed|", in a paper that names the tribunal.
_CAME_BEFORE: Final = re.compile(
    r"\b(?:his|her|the (?:claimant|officer|appellant|applicant|constable|sergeant|inspector|interested party)'s|that|an|[a-z]'s) appeal\b"
    r"(?: to (?:the )?(?:police appeals )?tribunal)? (?:(?:then|later|in due course) )?(?:came|went|was (?:heard|listed|argued|considered|before)|followed)\b"
)
_IT_WAS: Final = re.compile(
    r"(?:it|the appeal|that appeal|this) (?:was|were|is|has been|had been) (?:in turn |then |also |later |unanimously )?(?:(dismissed|rejected|refused|unsuccessful)|(allowed|upheld|successful))\b"
)


def then_decided(prepared: Prepared) -> list[TribunalAppeal]:
    """Appeals of which the next sentence tells the end: "Her appeal came before ... It was dismissed"."""
    page, low = prepared.page, prepared.page.low
    out = []
    for at in find_all(low, (" appeal ",)):
        index = page.sentence_index(at)
        if index + 1 >= len(page.sentences):
            continue
        own, then = page.sentences[index], page.sentences[index + 1]
        if _CAME_BEFORE.search(low, max(own.start, at - 30), own.end) is None or CRIMINAL.search(
            low, own.start, own.end
        ):
            continue
        found = _IT_WAS.match(low, then.start, then.end)
        if found is not None and then.paragraph == own.paragraph:
            result = "dismissed" if found.group(1) else "allowed"
            out.append(TribunalAppeal(result, found.start(), found.end(), prepared.cast.who(at), index + 1))
    return out


# "asked the tribunal to give him his job back. |It would not|"
_ASKED_TRIBUNAL: Final = re.compile(
    r"\b(?:ask(?:ed|s)?|urg(?:ed|es)|invit(?:ed|es)|want(?:ed|s)|begged|petitioned|implored|applied to|appealed to|sought) (?:for )?(?:the |a |an )?(?:police )?(?:appeals?'? )?(?:tribunal|pat|panel)?\b[^.;]{0,20}?\bto (?:overturn|quash|set aside|reverse|undo|rescind|revoke|cancel|change|reduce|reinstate|give|let|restore)\b"
)
_IT_REFUSED: Final = re.compile(
    r"(?:it|the tribunal|they|its members|the (?:three )?members) (?:would not|wouldn't|refused|declined|said no|did not|disagreed|was not (?:persuaded|moved|convinced)|turned (?:him|her|them) down|rejected|dismissed)\b"
)


def asked_in_vain(prepared: Prepared, hearings: list[Hearing]) -> list[TribunalAppeal]:
    """Appeals told as what a tribunal was asked and the next sentence says that it would not do."""
    page, low = prepared.page, prepared.page.low
    out = []
    for h in hearings:
        if h.kind != "appeal_tribunal" or h.sentence + 1 >= len(page.sentences):
            continue
        own, then = page.sentences[h.sentence], page.sentences[h.sentence + 1]
        asked = _ASKED_TRIBUNAL.search(low, own.start, own.end)
        refused = _IT_REFUSED.match(low, then.start, then.end)
        if asked is None or refused is None or not asked.start() <= h.start < asked.end():
            continue
        out.append(TribunalAppeal("dismissed", *refused.span(), h.who, h.sentence + 1))
    return out


_OFFICER: Final = r"(?:officers?|constables?|sergeants?|inspectors?|superintendent|detectives?|pcs?|pcsos?|special|policem[ae]n|policewom[ae]n)"
# "dismissed an appeal by |another Kent officer|", "another officer's appeal"
_ANOTHER: Final = re.compile(
    rf"\b(?:appeals?|challenges?|bids?|case)(?: (?!by\b|from\b|of\b)[\w-]+){{0,3}} (?:by|from|of|for) (?:another|an? (?:different|second|fellow|unrelated)|two other|three other|other)\b(?: [\w-]+){{0,3}}? {_OFFICER}\b"
    rf"|\banother(?: [\w-]+){{0,3}}? {_OFFICER}'s (?:\w+ )?(?:appeal|challenge|bid)\b|\bin (?:another|a separate|an unrelated|a different) case\b"
)
# ... and below a page's opening "an appeal by |a Kent constable|", where the page names its own officers
_SOMEBODY: Final = re.compile(
    rf"\b(?:appeals?|challenges?|bids?)(?: (?!by\b|from\b)[\w-]+){{0,3}} (?:by|from) an?(?: [\w-]+){{0,3}}? {_OFFICER}\b"
)
_OPENING: Final = 300  # characters


def is_of_another_officer(prepared: Prepared, at: int, s: Sentence) -> bool:
    """Whether the appeal told at ``at``, in the sentence ``s``, is said to be that of an officer who is none of the page's."""
    if prepared.cast.subjects_in(s.start, s.end):
        return False
    if _ANOTHER.search(prepared.page.low, s.start, s.end) is not None:
        return True
    named = bool(prepared.cast.subjects) and all(p.name is not None for p in prepared.cast.subjects)
    return named and at > _OPENING and _SOMEBODY.search(prepared.page.low, s.start, s.end) is not None
