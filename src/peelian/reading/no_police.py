"""Pages that tell of no officer's case: a burglar's, a teacher's, a drug dealer's, in which the police only investigate.

Forces publish many more such pages than pages on misconduct. Whoever is named there with a crime, and without a word of
police work anywhere that could be theirs, is no subject.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Hit, Scan

_ROLES: Final = ("rank", "unnamed_role")
# "Officers searched the house": those who came to the scene of somebody else's crime, unless they are counted or described.
_SEVERAL: Final = re.compile(r"(?:police )?officers|detectives")
# "PC Lee, the officer in the case": who worked on it
_IN_THE_CASE: Final = (" in the case", " in charge of the case", " who led the ", " leading the ")
_DESCRIBED: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|former|ex|serving|retired|corrupt|rogue|disgraced|bent|sacked|dismissed|suspended|convicted|misconduct|which|those|both|these|between|among|of the|of its|of his|of her|other|fellow)[ -](?:[\w-]+ ){0,2}\Z"
)
_NAME_NEXT: Final = re.compile(r" [A-Z][a-z'\u2019-]+ [A-Z]")
# Who only worked on the case, or never was one: "the arresting officer", "a real police officer"
_OF_THE_INQUIRY: Final = re.compile(
    r"\b(?:arresting|investigating|senior investigating|attending|exhibits|disclosure|reporting|liaison|real|genuine|injured|no|never an?|not an?) (?:police )?\Z"
)
# Words of police work that may be anybody's of the page.
_WORK: Final = re.compile(
    r"\b(?:standards of professional behaviour|conduct regulations|professional standards (?:department|directorate|unit|branch|team)|directorate of professional standards|anti-corruption"
    r"|counter[- ]corruption|barred list|warrant card|police (?:computers?|systems?|databases?|national computer|work|career|service|role|job|uniform|staff|employee|worker|trainer|volunteer|civilian|station|custody|college|academy|pension|federation member|informa\w+)"
    r"|(?:on|off)[- ]duty|while (?:serving|working) (?:as|with|for|at)|(?:his|her|their) (?:force|beat|colleagues|sergeant|inspector|supervisors?|probation|shift|crewmate|police)|bent cop|cops?|coppers?|bobb(?:y|ies)|rozzers?|plod|policing"
    r"|custody (?:suite|sergeant|officer)|control room|999 call|call[- ]handlers?|member of staff (?:at|of|with)|members? of the force|in uniform|the uniform you|the (?:force|constabulary) (?:has |had |later |since |then )?(?:dismissed|sacked|fired|suspended) (?:him|her|them)|firearms instructor|whistle-?blow\w+|complaints (?:authority|commission))\b"
)
_SERVED: Final = re.compile(
    r"\b(?:work(?:ed|s|ing)? (?:as [^.;,]{3,60} )?(?:for|at|with|in)|employed (?:as [^.;,]{3,60} )?(?:by|at|with|in)|serv(?:ed|es|ing) (?:as [^.;,]{3,60} )?(?:with|in|at|for)|joined|based (?:at|in|with)|job (?:at|with)|career (?:at|with|in)|resigned from|retired from|left|late of|dismissed (?:by|from)|sacked (?:by|from)|suspended (?:by|from)) (?:the )?\Z"
)

# "Kent Police dismissed him", "Gwent Police have since sacked her"
_LET_GO: Final = re.compile(
    r" (?:(?:has|have|had|later|since|then|also|promptly|immediately) ){0,3}(?:dismissed|sacked|fired|suspended|disciplined|reinstated) (?:him|her|them|mr|mrs|ms|miss|both|the (?:pair|two|man|woman))\b"
)


def drop_others(persons: list[Person], page: Page, scan: Scan) -> None:
    """Where a page names no officer among its subjects and tells of police only as those who investigate, nobody is a subject."""
    subjects = [p for p in persons if p.is_subject]
    if not subjects or any(_holds_rank(p, page) for p in subjects):
        return
    if tells_of_police(persons, page, scan):
        return
    for person in subjects:
        person.role, person.background = "rival", False


def _holds_rank(person: Person, page: Page) -> bool:
    """Whether somebody has a rank, a collar number or a letter of the police."""
    ranks = [person.rank, *(m.rank for m in person.mentions)]
    held = any(r is not None and not is_councils(r, page) for r in ranks)
    return held or bool(person.label) or any(m.collar for m in person.mentions)


# "a former licensing officer at a Midlands council", "the council's licensing officer"
_AT_COUNCIL: Final = re.compile(r" (?:at|for|with|of|in|employed by) [^.;,\n]{0,40}?\bcouncil\b")
_COUNCILS: Final = re.compile(r"\bcouncil(?:'s)? (?:[\w-]+ )?\Z")


def is_councils(hit: Hit, page: Page) -> bool:
    """Whether a rank or role is a post of civilian staff that the words around give to a council."""
    if not hit.value.endswith("police_staff") and not hit.value.startswith("staff."):
        return False
    before = page.low[max(0, hit.start - 24) : hit.start]
    return _AT_COUNCIL.match(page.low, hit.end) is not None or _COUNCILS.search(before) is not None


def tells_of_police(persons: list[Person], page: Page, scan: Scan) -> bool:
    """Whether some words of police work on a page belong to nobody else who is named there."""
    others = sorted((m.start, m.end) for p in persons if not p.is_subject for m in p.mentions)
    if _WORK.search(page.low) is not None:
        return True
    roles = [hit for kind in _ROLES for hit in scan.of(kind)]
    roles += [hit for hit in scan.of("rank_weak") if page.text[hit.start : hit.end].isupper()]
    if any(_may_be_theirs(hit, others, page, scan) for hit in roles):
        return True
    return any(
        _SERVED.search(page.low, max(0, h.start - 90), h.start) or _LET_GO.match(page.low, h.end)
        for kind in ("force", "force_weak")
        for h in scan.of(kind)
    )


def _may_be_theirs(hit: Hit, others: list[tuple[int, int]], page: Page, scan: Scan) -> bool:
    """Whether a word for an officer stands for none of the ``others`` named, for no crowd and for no other calling."""
    i = bisect_right(others, (hit.start, len(page.text))) - 1
    if i >= 0 and hit.start < others[i][1]:
        return False
    if page.quoted(hit.start) or hit.value.startswith("none.") or is_councils(hit, page):
        return False
    if any(
        c.value in ("officer", "impostor") and c.end >= hit.end
        for c in scan.between("civilian", hit.start - 40, hit.end)
    ):
        return False
    before = page.low[max(0, hit.start - 50) : hit.start]
    if _SEVERAL.fullmatch(page.low, hit.start, hit.end) is not None:
        return _DESCRIBED.search(before) is not None or _NAME_NEXT.match(page.text, hit.end) is not None
    return _OF_THE_INQUIRY.search(before) is None and not page.low.startswith(_IN_THE_CASE, hit.end)
