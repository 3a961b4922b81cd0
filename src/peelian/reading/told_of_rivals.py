"""Told of rivals: what "she" or "he" was charged with or given, where only somebody with a name who is no subject can be meant.

"PC Tom Lee and Ann Lee appeared ... She faces four charges and he is accused of one": hers are not his. So with
"a dealer, Ann Obi, 46, turned informer. She was jailed for 14 years".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.crimes_of_the_named import FATE
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Mention, Person
from peelian.reading.sexes import sexes
from peelian.reading.spans import holds_any

# A clause that opens on "he" or "she"
_OPENS: Final = re.compile(
    r"(?:\A|; |,? (?:and|but|while|whereas|although|whilst) |, )(?P<who>he|she)(?= (?!said|says|told|added))"
)
_SINCE: Final = 3  # sentences over which "she" still means whoever was named
# The one named is whom the sentence tells of, and no object: "a dealer, Ann Obi, 46, |turned informer|"
_ACTS: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,?(?: (?:of|from) [^,.;]{3,40},)?(?: (?:who|had|has|was|were|is|later|then|also|himself|herself|eventually|initially|already))*"
    r" (?:[a-z]+ed|was|had|has|is|became|told|ran|sold|took|gave|made|bought|got|paid|kept|left|lost|stole|went|came|began|broke|sent|fled|drove)\b"
)
_GOVERNED: Final = re.compile(
    r"\b(?:to|of|with|by|from|for|on|against|about|at|and|his|her|arrested|charged|told|helped|met|dated|attacked|assaulted|punched|kicked|stopped|called)(?: (?:mr|mrs|ms|miss|the|an?))? \Z"
)


_KIN_WORDS: Final = (
    "husband", "wife", "boyfriend", "girlfriend", "father", "mother", "brother", "sister", " son", "daughter", "friend", "lover",
    "accomplice", "cousin", "neighbour", "associate", "uncle", "aunt", "niece", "nephew", "mistress", "lodger", "landlord", "tenant",
)  # fmt: skip


_RIVALS: Final = ("rival", "victim", "other")


def told_of_rivals(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page tells by a pronoun of somebody with a name who is no subject, in order and apart."""
    subjects = [p for p in persons if p.is_subject]
    if not subjects or (len(subjects) == len(persons) and not holds_any(page.low, _KIN_WORDS)):
        return []
    known = sexes(page, persons)
    first = min(p.anchor for p in subjects)
    unlike = {
        she: min((p.anchor for p in subjects if known.get(p) is not (not she)), default=len(page.low))
        for she in (True, False)
    }
    own = sorted(m.start for p in subjects for m in p.mentions)
    named = sorted(
        ((m.start, m, p) for p in persons if not p.is_subject for m in p.mentions), key=lambda n: n[0]
    )
    starts = [start for start, _, _ in named]
    out: list[Span] = []
    held: Person | None = None  # the rival of whom the last sentence told by a pronoun
    for index, s in enumerate(page.sentences):
        opened: list[tuple[int, bool]] = []
        for found in _OPENS.finditer(page.low, s.start, s.end):
            if not page.quoted(found.start("who")):
                opened.append((found.start("who"), found["who"] == "she"))
        if s.start and page.low.startswith(("he ", "she "), s.start):
            opened = [(s.start, page.low.startswith("she", s.start)), *(o for o in opened if o[0] != s.start)]
        for i, (at, she) in enumerate(opened):
            meant = None
            if first < at <= unlike[she]:  # every subject named till then is called otherwise
                floor = page.sentences[max(0, index - _SINCE)].start
                meant = _by_sex(floor, at, she, named, starts, known)
            if meant is None and at == s.start and index:
                meant = _named_alone(page, page.sentences[index - 1], own, named, starts, known, she)
            if meant is None and at == s.start and held is not None and known.get(held, she) == she:
                meant = held
            kin = index > 0 and at == s.start and _is_kins(page, page.sentences[index - 1], own, she)
            if meant is not None or kin:
                end = opened[i + 1][0] if i + 1 < len(opened) else s.end
                j = bisect_left(own, at)
                out.append((at, min(end, own[j]) if j < len(own) else end))
            held = meant if at == s.start else held
        if not opened:
            held = None
    return out


def _by_sex(
    floor: int,
    at: int,
    she: bool,
    named: list[tuple[int, Mention, Person]],
    starts: list[int],
    known: dict[Person, bool],
) -> Person | None:
    """The one rival called so who is named in ``[floor, at)``."""
    here = named[bisect_left(starts, floor) : bisect_left(starts, at)]
    meant = {p for _, _, p in here if p.role in _RIVALS and p.name is not None and known.get(p) is she}
    return meant.pop() if len(meant) == 1 else None


# "|Her husband Stephen|, 36, was fined. He"; "|His friend| admitted handling. He"
_KIN_OPENS: Final = re.compile(
    r"(?P<of>his|her|the (?:couple's|officer's|constable's|sergeant's)) (?:[\w-]+ ){0,2}?(?:(?P<he>husband|boyfriend|father|brother|son|stepfather|stepson|uncle|nephew|ex-husband)"
    r"|(?P<she>wife|girlfriend|mother|sister|daughter|mistress|aunt|niece|stepmother|ex-wife|ex-girlfriend)|friend|lover|accomplice|cousin|neighbour|associate|lodger|landlord|tenant|drinking companion)\b(?!'s)"
)
_KIN_IS_POLICE: Final = re.compile(
    r"\b(?:police|officers?|constable|sergeant|inspector|detective|pc|sgt|dc|colleagues?|pcso|special|both|they|couple|pair)\b"
)


def _is_kins(page: Page, before: Sentence, own: list[int], she: bool) -> bool:
    """Whether the sentence before opens on a relative or friend, named or not, of whom a court's doings are told, and "he" or "she" can be that one."""
    found = _KIN_OPENS.match(page.low, before.start, before.end)
    if found is None or _KIN_IS_POLICE.search(page.low, found.end(), before.end) is not None:
        return False
    i = bisect_left(own, before.start)
    if i < len(own) and own[i] < before.end:
        return False
    sex = True if found["she"] else False if found["he"] else None
    if sex is not None and sex is not she:
        return False
    return _TRIED.search(page.low, found.end(), before.end) is not None


_TRIED: Final = re.compile(
    r"\b(?:admitted|pleaded|convicted|sentenced|jailed|fined|cleared|acquitted|charged|found (?:not )?guilty|denied|denies|accused|given|ordered|cautioned|faces|faced|arrested)\b"
)


def _named_alone(
    page: Page,
    before: Sentence,
    own: list[int],
    named: list[tuple[int, Mention, Person]],
    starts: list[int],
    known: dict[Person, bool],
    she: bool,
) -> Person | None:
    """The rival whom alone the sentence before names and of whom it tells: "a dealer, Ann Obi, turned informer"."""
    i, j = bisect_left(own, before.start), bisect_left(own, before.end)
    if i != j:
        return None
    here = named[bisect_left(starts, before.start) : bisect_left(starts, before.end)]
    people = {id(p) for _, _, p in here}
    if len(people) != 1:
        return None
    start, m, person = here[-1]
    if known.get(person, she) != she or page.quoted(start):
        return None
    if person.role == "official" and FATE.match(page.low, m.end, before.end) is None:
        return None
    if _GOVERNED.search(page.low, max(before.start, start - 40), start) is not None:
        return None
    return person if _ACTS.match(page.low, m.end, before.end) is not None else None
