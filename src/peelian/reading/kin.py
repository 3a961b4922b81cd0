"""Kin: people told of by whose son, wife or friend they are, and officers who are named only for that.

"Ann Lee, 41, the wife of PC Tom Lee, was jailed" tells of Ann Lee alone.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person, tells_of_spouses
from peelian.reading.spans import holds_any

KIN: Final = (
    r"(?:(?:step-?|grand|half-|god|foster )?(?:sons?|daughters?|brothers?|sisters?|father|mother|children|child)(?:-in-law)?|dad|mum|twin|uncle|aunt|nephews?|nieces?|cousins?|"
    r"(?:ex-|former |estranged |late |second |first |common-law )?(?:wife|husband|partner|boyfriend|girlfriend|fianc\w{1,2}|lover|spouse|mistress)|ex|widow(?:er)?|lodger|tenant|neighbour|"
    r"flatmate|housemate|landlord|nanny|babysitter|cleaner|carer|accomplice)"
)
_RANKED: Final = r"(?:police|officer|constable|sergeant|inspector|superintendent|detective|commander|policeman|policewoman|pcso|pc|ps|dc|ds|di|sgt|cop)"
# After a name: "..., 41, the wife of", "whose father is", "who is married to"
_IS_KIN: Final = re.compile(
    rf"(?:,? \(?\d\d\)?)?(?:,? (?:of|from) [^,.;]{{3,40}})?,? (?:(?:and )?(?:the |an? |eldest |youngest |elder |younger |only |then )*{KIN} (?:of|to)|whose {KIN}(?:,| is| was)|who (?:is|was)(?: then)? (?:married|engaged|related) to|married to)"
    rf"(?: [\w'&-]+){{0,6}}? {_RANKED}\b"
)
# Before a name: who is named as the one that somebody else belongs to
_OF_KIN: Final = re.compile(
    rf"\b(?:{KIN} (?:of|to)|whose {KIN}(?:,| is| was)|(?:married|engaged|related) to)(?: [\w'&-]+){{0,5}} \Z"
)
_OF_WORDS: Final = (" of ", " to ", "whose ")  # ... needs one of these
_MARKS: Final = ("'", "\u2019")
_HIS_KIN: Final = re.compile(rf"['\u2019]s? (?:own )?{KIN}\b")
# "his brother Owen Lee"
_KIN_BEFORE: Final = re.compile(
    rf"(?:\b(?:his|her|their)|['\u2019]s?)(?: (?:then|former|ex|estranged|late|own|elderly|new|current|ex-|older|younger|twin|common-law)| \d\d-year-old){{0,3}}[ -](?:ex-)?{KIN}(?:,| named| called)? \Z"
)
_WHOSE: Final = ("his", "her", "their", "'", "\u2019")  # ... needs one of these
# Between two names: "|, 29, and his girlfriend, |"
AND_HIS_KIN: Final = re.compile(
    rf"(?:,? \(?\d\d\)?)?,? and (?:his|her) (?:(?:then|ex|older|younger|elder|twin)[ -])?{KIN},? "
)
_REACH: Final = 110  # characters


def is_kin(page: Page, m: Mention) -> bool:
    """Whether a name without a rank is told of as an officer's kin: "Ann Lee, 41, the wife of PC Tom Lee"."""
    return m.rank is None and _IS_KIN.match(page.low, m.end, m.end + _REACH) is not None


def follows_kin(page: Page, m: Mention) -> bool:
    """Whether a name stands after the word for a relative or somebody of the household ("his brother Owen Lee")."""
    start = max(0, m.start - 70)
    return (
        holds_any(page.low[start : m.start], _WHOSE)
        and _KIN_BEFORE.search(page.low, start, m.start) is not None
    )


# "Ann Lee, 45, of the roads policing unit at Merton": police without a rank
_OF_A_UNIT: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:then |also |formerly )?(?:of|from|with|in|on) (?:the|its|[\w' ]{2,24}'s) (?:[\w'-]+ ){0,4}(?:unit|team|squad|section|command|police|constabulary|force|branch|group|department|cid)\b"
)


def namesakes(persons: list[Person], page: Page) -> set[Person]:
    """Those without a rank who bear another's surname where the page opens on spouses ("while his wife was cleared").

    The other is whoever has a rank, or, if nobody has, was named first. Neither is one who is said to serve in a unit.
    """
    by_surname: dict[str, list[Person]] = {}
    for person in persons:
        if person.label is None and person.mentions:
            by_surname.setdefault(person.mentions[0].surname, []).append(person)
    out: set[Person] = set()
    for same in by_surname.values():
        if len(same) != 2 or not tells_of_spouses(page.low):
            continue
        ranked = [p for p in same if any(m.rank is not None for m in p.mentions)]
        other = ranked or [min(same, key=lambda p: p.anchor)]
        out |= {
            p
            for p in same
            if p not in other and not any(_OF_A_UNIT.match(page.low, m.end) for m in p.mentions)
        }
    return out


def has_kin(page: Page, start: int, end: int) -> bool:
    """Whether ``[start, end)`` means somebody only to say whose kin another is: "the wife of |PC Tom Lee|", "|a PC|'s wife"."""
    low = page.low
    floor = max(page.sentence_at(start).start, start - _REACH)
    if holds_any(low[floor:start], _OF_WORDS) and _OF_KIN.search(low, floor, start):
        return True
    return low.startswith(_MARKS, end) and _HIS_KIN.match(low, end) is not None
