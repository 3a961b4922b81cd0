"""Another's end: verbs in a sentence on a named officer that tell of somebody whom it does not name.

"PC Lee, whose sergeant was dismissed", "PC Lee chaired the panel that sacked a sergeant", "all but PC Lee were
cleared", "the inspector who accused PC Lee resigned": none of it is told of PC Lee.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared

_ROLE: Final = (
    r"(?:sergeant|inspector|superintendent|constable|officer|detective|colleague|partner|boss|supervisor|manager|crewmate|friend|pal|mate|superior|tutor|probationer|trainee|recruit|special|pcso"
    r"|wife|husband|girlfriend|boyfriend|brother|sister|father|mother|son|daughter|cousin|predecessor|successor|deputy|driver|passenger)"
)
_WAS: Final = r"(?: (?:was|is|had|has|been|be|got|then|later|also|since|himself|herself|eventually|subsequently|already|now|being))+ ?\Z"
# "whose sergeant |was dismissed|", "at which his sergeant |was dismissed|"
_HIS_OWN: Final = re.compile(rf"\b(?:whose|his|her|their) (?:own |former |then )?(?:[\w-]+ )?{_ROLE}{_WAS}")
# "as police friend to a constable who |was sacked|"
_TO_ANOTHER: Final = re.compile(
    rf"\b(?:to|for|with|against|alongside|behind|about|reported|accused|helped|told|knew|married|dated|replaced|supervised|befriended|defended|warned) (?:an?|another|the) (?:[\w-]+ ){{0,3}}{_ROLE} (?:who|that){_WAS}"
)
# "All but PC Lee |were cleared|"
_ALL_BUT: Final = re.compile(
    r"\b(?:all(?: of them)? but|(?:all|everybody|everyone|both|each)[^.;,]{0,30} (?:except(?: for)?|apart from|other than|excepting|save(?: for)?)|all[^.;]{0,30},? with the exception of) (?:the |former )?\Z"
)
# "|The sergeant who reported| PC Lee |has| resigned": who resigned is the sergeant
_WHO_DID_TO: Final = re.compile(
    r"(?:\A|[.;:,\"\n] ?|\b(?:and|but|that|while) )(?:the|an?|another|one|his|her|their) (?:[\w'-]+ ){1,4}who (?!(?:was|were|is|are|has|had|have|will|would|became|remains?)\b)(?:[\w-]+ ){1,4}?(?:former |ex-)?\Z"
)
_THEN_VERB: Final = re.compile(
    r"(?: (?:of|from|at) (?:the )?[\w' -]{2,30}?)? (?:has|had|have|was|were|is|are|then|later|also|himself|herself|since|been|resigned|retired|quit|received|got|lost|given|handed)(?: (?:has|had|have|was|were|is|been|be|then|later|also|since|now|himself|herself|given|handed|issued|an?|with|received))* ?\Z"
)
# "the panel that |sacked| a sergeant"
_AN_OBJECT: Final = re.compile(
    rf" (?:an?|another|his|her|their|the other) (?:[\w-]+ ){{0,3}}?{_ROLE}\b(?!,? (?:pc|ps|dc|sgt|called|named)\b)"
)
_ACTIVE: Final = re.compile(r"(?:dismiss|sack|fir|demot|clear)(?:ed|es|ing|s)\b")


def is_anothers(prepared: Prepared, who: tuple[Person, ...], start: int, at: int) -> bool:
    """Whether words at ``at``, in a sentence told from ``start`` on, tell of somebody unnamed and not of ``who``, one named officer."""
    if len(who) != 1 or not who[0].name:
        return False
    low = prepared.page.low
    m = _last(who[0], start, at)
    if m is None:
        return False
    if _ALL_BUT.search(low, max(start, m.start - 50), m.start):
        return True
    if _HIS_OWN.search(low, m.end, at) or _TO_ANOTHER.search(low, m.end, at):
        return not _named_between(prepared, m.end, at)
    return (
        _WHO_DID_TO.search(low, start, m.start) is not None and _THEN_VERB.match(low, m.end, at) is not None
    )


def has_another_object(prepared: Prepared, who: tuple[Person, ...], start: int, verb: int, end: int) -> bool:
    """Whether the verb of dismissal at ``[verb, end)`` has an unnamed object, in a sentence that named the officer before."""
    low = prepared.page.low
    if len(who) != 1 or not who[0].name or _ACTIVE.match(low, verb) is None:
        return False
    found = _AN_OBJECT.match(low, end)
    if found is None or _last(who[0], start, verb) is None:
        return False
    if any(found.end() <= m.start < found.end() + _APPOSED for m in who[0].mentions):
        return False
    return low[max(start, verb - 5) : verb].rstrip().rpartition(" ")[2] not in ("was", "were", "been", "be")


_APPOSED: Final = 40  # characters: "sacked a sergeant at Dover, Ann Lee"


def _last(person: Person, start: int, at: int) -> Mention | None:
    return max(
        (m for m in person.mentions if start <= m.start and m.end <= at), key=lambda m: m.end, default=None
    )


def _named_between(prepared: Prepared, start: int, end: int) -> bool:
    return bool(prepared.cast.named_in(start, end))
