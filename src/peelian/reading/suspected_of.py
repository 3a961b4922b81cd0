"""Suspected of: what a criminal inquiry into an officer is for, and over which complaint of a crime one was moved or suspended.

"The IOPC is carrying out a criminal investigation into a Dorset constable for possible perjury", "was taken off patrol
over a complaint of sexual assault; no arrest has been made".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import NOUNS, Token
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

_OFFICER: Final = r"(?:officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|policem[ae]n|policewom[ae]n|pcsos?|pcs?|dcs?|ds|sgt|insp|specials?|call handlers?|police staff|investigators?|him|her|them)"
_POSSIBLE: Final = r"(?:(?:an?|the|possible|potential|alleged|suspected|suspicion of|allegations? of|claims? of|offences? of|crimes? of|having committed) )*"
_INQUIRY: Final = re.compile(
    rf"\bcriminal (?P<noun>investigation|inquiry|enquiry|probe)s?,? (?:is (?:under way|being carried out) )?(?:into|of|against) (?!how\b|whether\b|why\b)(?:[\w'.-]+,? ){{0,9}}?{_OFFICER}(?:[ ,]+(?!who\b|whom\b|whose\b|after\b|and\b|but\b|when\b)[\w'.-]+){{0,5}}?,? (?:for|over|about|on) {_POSSIBLE}\Z"
    rf"|\b(?:subject (?:of|to)|facing|faces|faced|under) (?:a |an )(?:\w+ )?criminal (?:investigation|inquiry|enquiry|probe) (?:for|over|about|into|on) {_POSSIBLE}\Z"
)
_MOVED: Final = re.compile(
    r"\b(?:suspended|moved|removed|restricted|taken off|taken away|pulled off|transferred|switched|confined|reassigned|redeployed|(?:put|placed|working|doing|given|now|is) (?:on|in|to)? ?(?:an? )?(?:\w+ )?(?:desk|office|back[- ](?:room|office)|restricted|light|limited|administrative|non-public)[- ]?(?:\w+)?)\b[^.;]{0,90}?"
    r" (?P<over>over|after|following|because of|amid|in the wake of|in connection with) (?:an? |the |one |two |several |a number of )?(?:\w+ )?(?:complaints?|allegations?|accusations?|claims?) of (?:an? )?(?:serious |alleged )?\Z"
)
_OWN_FAULT: Final = re.compile(
    r"\b(?:fail\w*|neglect\w*|refus\w+|ignor\w+|mishandl\w+|handling|dealing|dealt|delay\w*)\b"
)
_CRIMINAL: Final = re.compile(
    r"\b(?:arrest(?:s|ed)?|criminal (?:investigation|inquiry|enquiry|charges?|matter|allegation)|under caution|crown prosecution service|cps|prosecutors|police bail|on bail|bailed|detectives are|investigation by detectives)\b"
)
_WORDS: Final = ("complain", "allegation", "accusation", "claim", "criminal ")


def suspected_of(page: Page, known: list[Token]) -> list[Token]:
    """A frame for every offence of which words before it say that an officer is only suspected."""
    if not holds_any(page.low, _WORDS):
        return []
    out: list[Token] = []
    for token in known:
        if token.kind == "frame" or token.kind == "ref":
            continue
        s = page.sentence_at(token.start)
        before = page.low[max(s.start, token.start - 220) : token.start]
        found = _INQUIRY.search(before) if "criminal " in before else None
        if found is None and holds_any(before, _WORDS[:4]):
            moved = _MOVED.search(before)
            if (
                moved is not None
                and _OWN_FAULT.search(before, moved.start()) is None
                and _told_of_crime(page, token.start)
            ):
                found = moved
        if found is not None:
            start = token.start - len(before) + found.start()
            between = [t for t in known if t.kind == "frame" and start <= t.start < token.start]
            if all(t.value in ("alleged", *NOUNS) for t in between):
                out.append(Token(token.start - 1, token.start, "frame", "alleged", (start, token.start)))
    return out


def _told_of_crime(page: Page, at: int) -> bool:
    """Whether the sentence at ``at``, or one of the two behind it, speaks of an arrest or a criminal inquiry."""
    i = page.sentence_index(at)
    last = page.sentences[min(i + 2, len(page.sentences) - 1)]
    return _CRIMINAL.search(page.low, page.sentences[i].start, last.end) is not None
