"""No part: words after a name that tell of an office, of finding a matter out, or of harm suffered in it.

Beside an officer of whom a page tells without a name, whoever is told of so is somebody else.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import follows_kin
from peelian.reading.page import Page
from peelian.reading.persons import Mention

# Up to the verb: "PC Lee|, 34, of Kent Police,|".
ASIDE: Final = r"(?:,? \(?(?:aged )?\d\d\)?)?(?:,? (?:of|from|with|at) [^.,;\"]{3,50})?,?"
# ... what tells that the one named only holds an office, or is one of others in the case.
_OFFICE: Final = re.compile(
    r"(?:(?!\b(?:once|former|formerly|retired|ex|used to be)\b)[^.;\"]){0,60}?\b(?:federation|professional standards|standards department|superintendents' association|unison|iopc|ipcc|spokes(?:man|woman|person)|secretary|head of|lead for|in charge of"
    r"|who (?:leads?|heads?|runs?|oversees|chairs|chaired|led|headed|ran(?! the (?:cell|custody|front desk|shift|night|late|early))|investigated|reported|found|spotted|arrested|complained|saw|supervised|is investigating))\b"
)
_NO_PART: Final = re.compile(
    ASIDE
    + r"(?: who)?(?: (?:had|has|have|was|were|is|then|later|also|first|only|alone|duly|immediately|soon))*"
    r" (?:investigat\w+|found\b(?! (?:guilty|himself|herself))|spotted|noticed|discovered|uncovered|unearthed|reported|arrested|interviewed|saw\b|seen\b|witnessed|heard|watched|told (?:the |a |an )?(?:panel|court|hearing|jury|jurors|magistrates|tribunal|conference|inquest|press|reporters)"
    r"|gave (?:evidence|chase)|presented|prosecut\w+|went (?:through|after|to)|looked (?:into|at|on)|led\b|leads\b|headed|heads\b|chair\w+|presid\w+|conduct(?:ed|ing)|oversaw|dismissed|sacked|suspended (?:him|her|the)|welcom\w+|praised|describ\w+|explain\w+|apologi\w+"
    r"|suffer\w+|hurt|injur\w+|hit\b|punched|bitten|struck|taken to hospital|treated|need(?:ed|s)|required|lost (?:an|his|her|two|three|four|several|\w+ teeth)|rais(?:ed|ing)|complain\w+|blew|ask(?:ed|s)|appoint\w+|called|on duty|took (?:over|the call|a statement)|came (?:to|upon|across)|replac\w+|succeed\w+"
    r"|warned|alert\w+|challeng\w+|tried to stop|stopped|traced|tracked|caught|seized|searched|questioned|confront\w+|thank\w+|paid tribute|hoped|hopes|(?:said|says)(?! (?:that )?(?:he|she)\b)|added|adds|comment\w+|urg\w+|promis\w+|refus\w+ to (?:name|comment)|declin\w+|read (?:out )?(?:a|the) statement|confirm\w+|announc\w+)\b"
)
# "Ann Lee, 34, |said the detective had ruined her life|": she speaks of the officer
_OF_THE_OFFICER: Final = re.compile(
    ASIDE
    + r" (?:has |had |later |also )?(?:said|says|told (?:the )?[\w ]{2,20}|claim\w*|recall\w*|describ\w+ how|alleg\w+)(?: that| how)? (?:the|this|that) (?:[\w-]+ )?(?:officer|detective|constable|sergeant|inspector|superintendent|policeman|policewoman|pc|dc|pcso)\b"
)
# "He was |arrested by| PC Lee", "the inquiry was |led by| DI Lee": whoever dealt with the case
_DEALT_WITH: Final = re.compile(
    r"\b(?:arrested|interviewed|questioned|stopped|searched|caught|spotted|challenged|reported|confronted|investigated|led|headed|overseen|supervised|presented|conducted|accompanied|assisted|trained|mentored|replaced|succeeded) by (?:the |then |now |his |her |their |former )*\Z"
)
# Of whom an officer's deed is told, besides a rank of theirs.
_ON_ANOTHER: Final = re.compile(
    r"\b(?:colleagues?|fellow (?:officers?|constables?|pcs?)|crewmates?|another (?:officer|constable|pc|sergeant|inspector)|(?:female|male|junior|younger|senior) (?:officer|constable|pc|colleague))\b"
)
_HARMED: Final = re.compile(
    ASIDE
    + r"(?: who)?(?: (?:had|has|was|were|later|also))* (?:suffer\w+|hurt|injured|hit|punched|bitten|struck|taken to hospital|treated|needed|required|lost (?:an|two|three|four|several|\w+ teeth))\b"
)
_CONSTABLES: Final = frozenset({"police_constable", "detective_constable"})


# "In November magistrates |fined |Keith Lee, 44,": whom a court dealt with
_TRIED: Final = re.compile(
    r"\b(?:magistrates|judge|jury|jurors|court|recorder|bench)\b[^.;:\"]{0,30}? (?:fined|jailed|convicted|sentenced|acquitted|cleared|found guilty|remanded|bailed) \Z"
)


def was_tried(m: Mention, page: Page) -> bool:
    """Whether a name stands as the object of what a court did: "magistrates fined Keith Lee"."""
    start = max(page.sentence_at(m.start).start, m.start - 60)
    return _TRIED.search(page.low, start, m.start) is not None


def can_be(rank: str | None, told: str | None) -> bool:
    """Whether somebody of ``rank`` may be the officer whose rank, if it is told at all, is ``told``."""
    return told is None or rank == told or (rank in _CONSTABLES and told in _CONSTABLES)


def stands_apart(m: Mention, page: Page) -> bool:
    """Whether the words around a name tell of an office, of kinship, of a part in the inquiry, of finding out, or of harm suffered."""
    if dealt_with_it(m, page):
        return True
    end = page.sentence_at(m.start).end
    apart = _OFFICE.match(page.low, m.end, end) or _NO_PART.match(page.low, m.end, end)
    return apart is not None or follows_kin(page, m)


def dealt_with_it(m: Mention, page: Page) -> bool:
    """Whether a name stands after words of an arrest or inquiry that its bearer made: "arrested by PC Lee"."""
    start = max(page.sentence_at(m.start).start, m.start - 60)
    return " by " in page.low[start : m.start] and _DEALT_WITH.search(page.low, start, m.start) is not None


def may_be_another(m: Mention, page: Page) -> bool:
    """Whether the words at a name may tell that its bearer is not the officer told of without one, whatever that one's rank."""
    if was_tried(m, page):
        return False
    return stands_apart(m, page) or (m.rank is None and _OF_THE_OFFICER.match(page.low, m.end) is not None)


def is_another(m: Mention, page: Page, told: str | None, start: int) -> bool:
    """Whether whoever is named is not the officer of rank ``told`` of whom the page told from ``start`` on without a name.

    Words that an officer's own story may hold too ("found the money", "suffered") say so beside another rank alone.
    """
    low, sentence = page.low, page.sentence_at(m.start)
    if was_tried(m, page):
        return False
    if _OFFICE.match(low, m.end, sentence.end) or follows_kin(page, m):
        return True
    if m.rank is None:
        return _OF_THE_OFFICER.match(low, m.end) is not None
    if not can_be(m.rank.value, told):
        return _NO_PART.match(low, m.end) is not None
    harmed = told is None and _HARMED.match(low, m.end) is not None
    return harmed and _ON_ANOTHER.search(low, start, sentence.start) is not None
