"""Co-defendants: who stands trial beside the one officer of whom a page tells, and is nowhere told of as police.

"A former detective has been jailed ... His co-conspirator Ned Obi, 47, got 12 years": a court did the same to
both, so that the words around the name look like an officer's; only what each is told to be keeps them apart.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.counterparts import counterparts
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.role_cues import TRADE
from peelian.reading.spans import holds_any
from peelian.reading.surroundings import Surroundings

# Before a name: "His co-conspirator ", "A third defendant, ", "Also sentenced was "
_CALLED: Final = re.compile(
    r"\b(?:(?:co-?(?:conspirators?|accused|defendants?)|accomplices?|fellow conspirators?|partners? in crime)(?: (?:at|in|on|during|from) [^.,;:\"]{2,30})?,?"
    r"|(?:an?|the|another|one) (?:second|third|fourth|fifth|sixth|other|further|last|final )? ?(?:defendant|accused|conspirator|gang member|member of the (?:gang|ring|plot)),?"
    r"|(?:also|alongside (?:him|her)|in the dock with (?:him|her)|with (?:him|her) in the dock) (?:jailed|sentenced|convicted|charged|appearing|fined|facing trial|on trial|in the dock|before the court)?(?: (?:at|in|on|during|for|over) [^.,;:\"]{2,40})? ?(?:was|were|is|are))"
    r" (?:mr |mrs |ms |miss )?\Z"
)
_CALLED_WORDS: Final = (
    "conspirator", "accused", "defendant", "accomplice", "gang", "ring,", "plot,", "partner in crime", "partners in crime",
    " was ", " were ", " is ", " are ",
)  # fmt: skip
# Words by which several officers are told of; then a name without a rank may be one of theirs.
_SEVERAL: Final = re.compile(
    r"\b(?:(?:both|two|three|four|five|six|seven|several|other|fellow|second|third|another|more|further|all|the|former|serving|corrupt) (?:[\w-]+ ){0,3}?(?:police officers|officers|constables|pcs|sergeants|detectives|policemen|policewomen|specials|pcsos)"
    r"|(?:an?|his|her|their|one) (?:[\w-]+ ){0,2}?(?:colleague|crewmate|fellow officer)|(?:another|second|third|fellow|other) (?:[\w-]+ ){0,2}?(?:officer|constable|sergeant|inspector|detective|policeman|policewoman|special|pcso))\b"
)
_POLICE_NEAR: Final = re.compile(
    r"\b(?:police|constabulary|force|officers?|constable|sergeant|inspector|detective|colleagues?|pcso|special|cid|squad|custody|control room|met)\b"
)
# An officer brought in anew, who may be whoever is named next: "An ex-policeman accused of theft ... Ned Obi, 57"
_ANEW: Final = re.compile(
    r"\b(?:an?|another|one|two|three|several) (?:(?!(?:as|by|to|from|of|for)\b)[\w'&-]+ ){0,4}?(?:ex-)?(?:officers?|constables?|policem[ae]n|policewom[ae]n|sergeants?|inspectors?|detectives?|pcs?|pcsos?|specials?)\b"
)
# A civilian whom the police employ may stand beside officers and bear no rank.
_STAFF: Final = re.compile(
    r"\b(?:staff|civilian (?:worker|employee|member|officer|clerk|investigator|detention)|detention officers?|call[ -]handlers?|dispatchers?|control room|pcsos?|community support|former colleague|trainer|analyst|clerk|special)\b"
)
_NEAR: Final = 60  # characters after a name
_AGED: Final = re.compile(r",? \(?(?:aged )?[1-9]\d\)?(?:,|\)| |\.)")


def _is_called(m: Mention, page: Page) -> bool:
    """Whether a name stands right after the word for a defendant beside another, and nothing of police."""
    start = max(page.sentence_at(m.start).start, m.start - 110)
    before = page.low[start : m.start]
    if not holds_any(before, _CALLED_WORDS):
        return False
    return _CALLED.search(before) is not None and _POLICE_NEAR.search(before) is None


def co_defendants(among: Surroundings, police: set[Person]) -> set[Person]:
    """Those without a police role who stand trial beside the officers of a page, or for whom its officer did what is told."""
    return _tried_beside(among, police) | counterparts(among)


def _tried_beside(among: Surroundings, police: set[Person]) -> set[Person]:
    """Those without a police role who stand trial beside the officers whom the page counts; none where they may be of them."""
    page, opening = among.page, among.opening
    if opening is None or not opening.police or opening.number is None:
        return set()
    ranked = sorted(p.anchor for p in among.persons if p.mentions[0].rank is not None)
    if opening.number == 1:
        first = next(
            (p.anchor for p in among.persons if p.mentions[0].title is None and among.turns.get(p) == 0), None
        )
    else:  # "Two detectives and a man": two have a rank, and the third has none
        first = ranked[0] if len(ranked) == opening.number else None
    if first is None:
        return set()
    anew = _ANEW.search(page.low, first)
    others = [
        p
        for p in among.persons
        if p.label is None
        and first < p.anchor <= (anew.end() if anew is not None else len(page.low))
        and all(m.rank is None for m in p.mentions)
        and not _POLICE_NEAR.search(
            page.low, p.mentions[0].end, min(page.sentence_at(p.anchor).end, p.mentions[0].end + _NEAR)
        )
        and not any(among.is_police(m) for m in p.mentions)
    ]
    called = {p for p in others if any(_is_called(m, page) for m in p.mentions)}
    if (_SEVERAL if opening.number == 1 else _STAFF).search(page.low):
        return called
    return called | {
        p
        for p in others
        if p not in police
        and among.deeds[p]
        and (_AGED.match(page.low, p.mentions[0].end) or len(among.list_of(p.mentions[0])) > 1)
    }


# "she has |never been employed by the police|"
_NEVER_POLICE: Final = re.compile(
    r"\b(?:never|not|n't)(?: \w+)? (?:employed|worked|served|been (?:employed|a police|an officer|in the police)|an officer|a police|in the (?:police|force|job))\b"
)


def is_a_civilian(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether the words after a name without rank tell a trade outside the police, or that its bearer never was an officer."""
    page = among.page
    s = page.sentence_at(m.start)
    if among.has_role(person):
        return _NEVER_POLICE.search(page.low, m.end, s.end) is not None
    trade = TRADE.match(page.low, m.end, s.end)
    return trade is not None or _NEVER_POLICE.search(page.low, m.end, s.end) is not None
