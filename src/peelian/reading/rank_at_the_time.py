"""The rank held when it happened, where a page tells a later one beside the name ("At the material time the officer was a superintendent")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any

_HELD: Final = r"(?:was|were|had been|served as|held the rank of|held the post of|was serving as|was acting as|was then|worked as|was (?:carrying out|performing|discharging|undertaking|fulfilling) the (?:duties|role|functions?|post) of)"
_GRADE: Final = r"(?: (?:an?|the|then|still|only|temporary|acting|substantive|probationary|serving|police|uniformed|custody|response|newly promoted))* \Z"
# "At the material time the officer was a (temporary) ", "..., at which time she was carrying out the duties of "
_THEN_HELD: Final = re.compile(
    r"\b(?:at (?:the|that) (?:material |relevant |same )?times?(?: of (?:the|his|her|this|these|those|all) [^.;,]{3,50})?,?|at which (?:point|time)|(?<!joined )(?<!began )\b(?:in|between|during|throughout) (?:[\w-]+ ){0,4}?(?:19|20)\d\d,? when|during (?:the|this|that) (?:material |relevant )?period,?|when (?:the|this|these) (?:\w+ )?(?:incidents?|events?|offences?|messages?|conduct) (?:took place|happened|occurred|were sent|was sent),?)"
    r" (?:(?:he|she|the (?:officer|appellant|claimant|respondent|defendant)|(?:mr|mrs|ms|miss|pc|ps|sgt|insp|ch insp|dc|ds|di|dci|ci|ch|acc|supt|sergeant|inspector|chief inspector|superintendent) [\w'-]+) )?"
    + _HELD
    + _GRADE
)
# "who was a |sergeant| at the time of the offences", "He was a |constable| when he sent the messages"
_WAS: Final = re.compile(r"\b(?:he|she|who|the officer)(?: had)? " + _HELD + _GRADE)
_AT_THE_TIME: Final = re.compile(
    r"(?:,? (?:in|at|on|with|based at|stationed at|serving at|posted to) [^.;,]{2,40}?)?,? (?:at (?:the|that) (?:material |relevant )?time(?:s)?\b|when (?:the|this|these) (?:\w+ )?(?:incidents?|events?|offences?|offending|misconduct|messages?|conduct) (?:took|happened|occurred|was|were)"
    r"|when (?:he|she) (?!(?:joined|retired|left|resigned|was|were|became|had been|moved|transferred|met|married|died|won|received|got|started|began|arrived|returned|first|then)\b)[a-z]+(?:ed|ent|ook|ole|ade|ave|ent|ote|ied|it|ld|ew)\b)"
)
# "Sgt Lee, |then| an acting |inspector|"
_THEN_A: Final = re.compile(r"(?:,? \(?\d\d\)?)?,? (?:\()?then (?:an?|the)" + _GRADE)
_WORDS: Final = (" time", "which point", " period", " when ", " then ", "(then ")
_REACH: Final = 150  # characters


def rank_at_the_time(prepared: Prepared, person: Person) -> Hit | None:
    """The rank that a person is said to have held when what is told happened."""
    page, low = prepared.page, prepared.page.low
    if not holds_any(low, _WORDS):
        return None
    taken = {m.rank.start for p in prepared.cast.persons for m in p.mentions if m.rank is not None}
    ends = sorted(m.end for m in person.mentions)
    for hit in prepared.scan.of("rank"):
        if hit.start in taken or low.startswith("s", hit.end) or page.quoted(hit.start):
            continue
        if any(0 < hit.start - end < _REACH and _THEN_A.fullmatch(low, end, hit.start) for end in ends):
            return hit
        if prepared.cast.who(hit.start) != (person,):
            continue
        s = page.sentence_at(hit.start)
        start = max(s.start, hit.start - _REACH)
        if _THEN_HELD.search(low, start, hit.start) is not None:
            return hit
        if _WAS.search(low, start, hit.start) and _AT_THE_TIME.match(low, hit.end, s.end):
            return hit
    return None
