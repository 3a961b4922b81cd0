"""Civilians: people outside the police whose own crimes or troubles a page tells of, and what follows for its officers.

A page may tell of a builder's conviction and name the officer whose dog he poisoned. The builder is no
subject, and neither is the officer, of whom nothing is told that could stand against anybody.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import is_kin, namesakes
from peelian.reading.others_appeals import appellants
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan

# Between a civilian's trade and the name: "solicitor Ann Lee", "the landlord, Ann Lee", "a boxer called Ann Lee".
_TO_NAME: Final = re.compile(r",?(?: (?:called|named|known as))? ?(?:mr |mrs |ms |miss |dr )?")
# "Robbers Ann Lee and Tom Moss": both are.
_FIRST_OF_LIST: Final = re.compile(r"(?: [A-Z][\w'-]+){1,3} and ")
# Between two names of one list: "Robbers Lee and Moss".
_LISTED: Final = re.compile(r"(?:,? \(?\d\d\)?)?(?:,? (?:and |& )?|, )")
# "Two men, Ann Lee, 31, and Tom Moss, 26, have been charged": people whom the police had to do with.
_PEOPLE: Final = re.compile(
    r"\b(?:an?|the|one|two|three|four|five|another|second|third) (?:other |local |young |further )?(?:men|women|man|woman|brothers|sisters|teenagers|youths|people)(?: (?:of|aged) \d\d| from [\w' -]{3,24})?,(?: (?:named|called))? \Z"
)
# "A sergeant has been charged with theft. A woman of 33, Ann Lee, was jailed": she is not the sergeant.
_AN_OFFICER: Final = re.compile(r"\b(?:an?|one) (?:[\w'-]+ ){0,4}\Z")
_INDEFINITE: Final = re.compile(
    r"(?:an?|two|three|four) (?:(?!(?:over|after|for|from|by|in|at|on|with|who|outside|near|as|and|to|into"
    r"|officers?|cops?|constables?|detectives?|sergeants?|pcs?|pcsos?)\b)[\w'-]+ ){0,3}\Z"
)
_PERSON_OPENS: Final = re.compile(
    r"an? (?:[\w'-]+ ){0,2}(?:man|woman|couple|teenager|youth|pensioner|boy|girl|firm|company|gang)\b"
)
# "a student police officer"
_POLICE_NEXT: Final = re.compile(
    r"'s?(?!\w)|,? (?:and (?:his|her|an?|the) |and |turned |cum )?(?:police|officer|constable|special|pc|sergeant|detective)\b"
)
_APPOSED: Final = re.compile(r"(?:,? \(?\d\d\)?)?,? (?:of|from|with|formerly of|a former|an?) (?:the )?")
# One of both: "a boxer who by day was a special constable", "the landlord, also a police officer".
ALSO_POLICE: Final = re.compile(
    r"(?:\b(?:(?:who|and|he|she)(?: also| then| once| now| had| has)* (?:is|was|been|works?|worked|working|serves?|served|serving|trained|joined|doubled|moonlight\w*)(?: also| both| once| then| as| in| with| for| himself| herself)*"
    r"|(?:who |and )?by (?:day|night)(?: (?:was|is|he was|she was))?|(?:his|her) (?:role|job|position|career|post|work|time|uniform) as|also|off-duty|while|when)"
    r" (?:an? |the |working as an? |serving as an? )?(?:[\w-]+ ){0,2}?(?:police (?:officer|constable|sergeant|staff|driver|worker)|policeman|policewoman|constable|constabulary|pcso|special|sergeant|inspector|detective|police)\b(?! (?:saw|spotted|stopped|caught|noticed|found|followed|arrested|pulled|chased|smelt|smelled|heard|recognised|realised|knocked|called|came|gave|tackled|detained|who (?:saw|spotted|stopped|was|had|happened))\b))"
)


def civilians(persons: list[Person], police: set[Person], page: Page, scan: Scan) -> set[Person]:
    """Those, of the persons without a ``police`` role, whom the page introduces as somebody outside the police."""
    others = [p for p in persons if p not in police and p.label is None]
    plainly = {p for p in others if all(m.rank is None for m in p.mentions) and is_kin(page, p.mentions[0])}
    plainly |= namesakes(persons, page) - police
    plainly |= appellants(page, persons)
    unranked = [p for p in persons if p.label is None and all(m.rank is None for m in p.mentions)]
    plainly |= _co_defendants(unranked, page, scan)
    beside = bool(police or scan.of("ours"))
    plainly |= {p for p in unranked if p in others and _is_pursued_driver(p.mentions[0], page)}
    people = {p for p in others if any(_among_people(m, page) for m in p.mentions)}
    plainly |= {p for p in people if beside or _officer_before(p.mentions[0], page, scan)}
    if beside:
        plainly |= {p for p in unranked if p in others and _is_chased(p.mentions[0], page)}
        plainly |= {p for p in others if any(_listed_with(m, plainly, page) for m in p.mentions)}
    if not scan.of("civilian"):
        return plainly
    alone = len(persons) == 1 and not opens_on_civilian(page, scan)
    found = {p for p in others if any(_by_trade(m, page, scan, bool(police), alone) for m in p.mentions)}
    found |= plainly
    opened = _opening(persons, police, page, scan)
    if opened is not None:
        found.add(opened)
    for p in others:
        if p not in found and any(_listed_with(m, found, page) for m in p.mentions):
            found.add(p)
    return found


# The heading of a list of those who stood trial with the officer: "SENTENCED ALONGSIDE HIM WERE:"
_ALONGSIDE: Final = re.compile(
    r"[^\n:.]{0,60}\b(?:alongside|co-(?:defendants?|accused|conspirators?)|(?:other|remaining|fellow) (?:defendants?|gang members|members|conspirators)"
    r"|also (?:sentenced|jailed|convicted|charged|appear\w*|in the dock|before the court|dealt with)|rest of the gang|the gang)\b[^\n.]{0,40}:\s*"
)


def _co_defendants(others: list[Person], page: Page, scan: Scan) -> set[Person]:
    """Those listed, a line each, under a heading that says they were tried beside somebody else."""
    out: set[Person] = set()
    starts: dict[int, Person] | None = None
    listing = False
    for line in page.lines:
        heading = page.low[line.end - 1] == ":" and line.end - line.start < 110
        if heading and _ALONGSIDE.fullmatch(page.low, line.start, line.end):
            listing = True
            starts = starts or {m.start: p for p in others for m in p.mentions}
        elif listing and starts is not None:
            spots = range(line.start, min(line.start + 4, line.end))
            person = next((starts[at] for at in spots if at in starts), None)
            listing = person is not None
            if person is not None and not scan.between("rank", line.start, line.end):
                out.add(person)
    return out


def _by_trade(m: Mention, page: Page, scan: Scan, beside_police: bool, alone: bool) -> bool:
    """Whether a trade stands right before a name.

    A word for a criminal counts only where somebody else is police; for the only person of a page (``alone``), who
    may be an officer with a second calling, nothing but another kind of officer counts.
    """
    for hit in reversed(scan.between("civilian", max(0, m.start - 60), m.start)):
        if hit.value in ("impostor", "body") or (hit.value == "criminal" and not beside_police):
            continue
        if alone and hit.value != "officer":
            continue
        if _TO_NAME.fullmatch(page.low, hit.end, m.start) or _FIRST_OF_LIST.fullmatch(
            page.text, hit.end, m.start
        ):
            return not _both(page, m)
    if beside_police and m.rank is None and not _VOLUNTEERS.search(page.low) and _is_apposed(m, page, scan):
        return True
    return any(
        hit.start == m.start and not alone and (hit.value == "trade" or beside_police)
        for hit in scan.between("civilian", m.start, m.end)
    )


# ... of a page on those who are police besides other work
_VOLUNTEERS: Final = re.compile(
    r"\b(?:specials?\b(?! (?:case|measures|branch|operations|school|needs|hearing|demonstration|investigation|escort))|volunteer|part-time|second job|off-duty)"
)
# "|Ned Obi|, 36, of Leeds, a plasterer": what somebody is, after the name
_APPOSED_TRADE: Final = re.compile(
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?:,? (?:of|from) [^.;:\"\n]{3,50})?,? (?:who (?:is|was|works as|worked as) )?an? (?:[\w'-]+ ){0,2}"
)


def _is_apposed(m: Mention, page: Page, scan: Scan) -> bool:
    """Whether a calling outside the police stands in apposition to a name, and no police role beside it."""
    for hit in scan.between("civilian", m.end, m.end + 90):
        if hit.value in ("trade", "criminal") and _APPOSED_TRADE.fullmatch(page.low, m.end, hit.start):
            return not _both(page, m) and not _POLICE_NEXT.match(page.low, hit.end)
    return False


def _among_people(m: Mention, page: Page) -> bool:
    """Whether a name without a rank opens a list of "two men" who are not said to be police."""
    before = _PEOPLE.search(page.low, max(page.sentence_at(m.start).start, m.start - 40), m.start)
    return before is not None and m.rank is None and not _both(page, m)


# "PC Lee pursued |Tom Moss| the wrong way down a street": whoever is named so is no police
_CHASED: Final = re.compile(
    r"\b(?:pursu(?:ed|ing)|chas(?:ed|ing)|gave chase to|giving chase to|tailed|tailing|restrain(?:ed|ing)|handcuff(?:ed|ing)|taser(?:ed|ing)|strip-search(?:ed|ing)) (?:mr |suspect |motorist |driver |joyrider |teenager )?\Z"
)


def _is_chased(m: Mention, page: Page) -> bool:
    """Whether a name comes in as whom the police pursued or restrained, and nothing says that its bearer is police."""
    start = max(page.sentence_at(m.start).start, m.start - 40)
    return _CHASED.search(page.low, start, m.start) is not None and not _both(page, m)


# "|The driver of the van, |Tom Moss, 23, was jailed", where police pursued that van
_DRIVER: Final = re.compile(
    r"\bthe (?:(?:young|teenage|male|female|banned|disqualified|uninsured|drunk) )?(?:driver|motorist|rider|motorcyclist|owner|occupant)"
    r"(?: of (?:the|that) (?!police|patrol|marked|panda|response|force)(?P<what>(?:[\w-]+ ){0,3}[\w-]+))?,? (?:was (?:later )?named as )?\Z"
)
_PURSUIT: Final = re.compile(
    r"\b(?:(?:officers?|police|constables?|pcs?|crews?|patrols?)\b[^.;\n]{0,60}\b(?:chas(?:e|ed|ing)|pursu(?:e|ed|ing|it)|follow(?:ed|ing)|gave chase|tried to stop|attempted to stop)"
    r"|pursuits?|police chase|(?:failed|refused|did not) to stop for (?:police|officers)|made off from (?:police|officers))\b"
)
_FLED: Final = ("stolen", "fleeing", "pursued", "suspect", "getaway", "target")


def _is_pursued_driver(m: Mention, page: Page) -> bool:
    """Whether a name comes in as who drove what the police pursued, and nothing says that its bearer is police."""
    start = max(page.sentence_at(m.start).start, m.start - 90)
    driver = _DRIVER.search(page.low, start, m.start)
    if driver is None or m.rank is not None or _both(page, m):
        return False
    fled = (driver.group("what") or "").startswith(_FLED)
    return fled or _PURSUIT.search(page.low, 0, start) is not None


def _officer_before(m: Mention, page: Page, scan: Scan) -> bool:
    """Whether a sentence before a mention brings in an officer without a name: "A sergeant has been charged"."""
    start = page.sentence_at(m.start).start
    return any(
        _AN_OFFICER.search(page.low, max(0, hit.start - 50), hit.start) is not None
        for hit in scan.between("unnamed_role", 0, start)
    )


def _both(page: Page, m: Mention) -> bool:
    """Whether the sentence of a mention goes on to say that the same person is police too."""
    return ALSO_POLICE.search(page.low, m.end, min(page.sentence_at(m.start).end, m.end + 120)) is not None


def opens_on_civilian(page: Page, scan: Scan) -> bool:
    """Whether the page's first words are about "a builder", or a man who only posed as police."""
    return _opening_at(page, scan, 400) is not None


def _opening(persons: list[Person], police: set[Person], page: Page, scan: Scan) -> Person | None:
    """The first named, where the page opens on somebody outside the police and names no officer before."""
    first = persons[0]
    if first in police or first.label is not None or _of_force(first.mentions[0], page, scan):
        return None
    return first if _opening_at(page, scan, first.mentions[0].start) is not None else None


def _opening_at(page: Page, scan: Scan, until: int) -> int | None:
    """Where a civilian is introduced before offset ``until``, as what a sentence is about."""
    for sentence in page.sentences[:4]:
        if sentence.start >= min(until, 300):
            return None
        for hit in scan.between("civilian", sentence.start, min(sentence.end, until)):
            if hit.value == "impostor":
                if _PERSON_OPENS.match(page.low, sentence.start) or hit.start - sentence.start < 60:
                    return hit.start
            elif (
                _INDEFINITE.fullmatch(page.low, sentence.start, hit.start)
                and not _POLICE_NEXT.match(page.low, hit.end)
                and (
                    hit.value == "body" or not ALSO_POLICE.search(page.low, hit.end, min(until, sentence.end))
                )
            ):
                return hit.start
    return None


def _of_force(m: Mention, page: Page, scan: Scan) -> bool:
    """Whether a force stands in apposition to a name: "Ann Lee, 25, of Wiltshire Police"."""
    return any(_APPOSED.fullmatch(page.low, m.end, h.start) for h in scan.between("force", m.end, m.end + 40))


def _listed_with(m: Mention, found: set[Person], page: Page) -> bool:
    """Whether a name goes on a list that a civilian's name began."""
    return any(
        0 < m.start - n.end < 12 and _LISTED.fullmatch(page.low, n.end, m.start)
        for p in found
        for n in p.mentions
    )
