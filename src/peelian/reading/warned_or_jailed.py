"""Warned or jailed: whatever the rank, an officer of whom a page says so in so many words has a case of their own."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.own_fates import ASIDE, LATER, SETTING
from peelian.reading.persons import SENIOR, Mention, Person
from peelian.reading.surroundings import Surroundings

NO_LETTERS: Final = re.compile(r"[^a-z]*\Z")
# "Mr Lee's staff officer, |Sgt Ann Moss|, described": who opens a sentence by what he or she is to another
OPENS_BESIDE: Final = re.compile(
    r"(?:[a-z]{2,6} )?[\w' -]{2,40}'s? (?:[\w-]+ ){0,2}(?:officer|sergeant|constable|inspector|partner|crewmate|colleague|deputy|supervisor|boss),? "
    # "His passenger, |PC Lee|, was", "A third man from the squad, |DC Moss|, told"
    r"|(?:his|her|their) (?:[\w-]+ ){0,2}(?:passenger|partner|crewmate|colleague|deputy|supervisor|manager|sergeant|inspector),? "
    r"|(?:an?|the) (?:second|third|fourth|fifth|sixth|other|further) (?:man|woman|officer|constable|detective|sergeant|member)(?: (?:from|of|on|in|at) [^.,;:\n]{2,30})?, "
)
# What only a police force, or the employer of police staff, does to its own
WARNED: Final = re.compile(
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?:, (?:(?!said|told|mitigat|defend|represent|prosecut)[^,.;:\"\n]){2,70},)?(?: who)?"
    rf"{LATER} (?:(?:was|had been|has been|were)(?: also| later| then)? (?:given|issued with|handed) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)"
    r"|(?:received|got|accepted|was left with) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)"
    r"|(?:was|has been|had been) (?:dismissed without notice|required to resign|reduced in rank)|would have been dismissed)\b"
)
# "PC Tindall told the inquest that he had not read the log. |He received a final written warning|"
_THEN_WARNED: Final = re.compile(
    rf"{SETTING}(?:he|she){LATER} (?:(?:was|had been|has been)(?: also| later| then| since)? (?:(?:given|issued with|handed) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)|dismissed|sacked|required to resign|reduced in rank)"
    r"|(?:received|got|accepted) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice))\b"
    r"|the (?:allegations?|case|charges?|matters?|complaints?) against (?:him|her) (?:was|were)(?: later| then| also| all)? (?:found )?(?:not )?(?:proven|proved|upheld|dismissed|thrown out|dropped|withdrawn)\b"
)
# "Inspector Lee |had the case against her thrown out|", "DS Moss |was cleared of gross misconduct|"
_CLEARED: Final = re.compile(
    rf"{ASIDE}{LATER} (?:(?:had|saw) the (?:case|allegations?|charges?|proceedings) against (?:him|her) (?:thrown out|dropped|dismissed|withdrawn|collapse)"
    r"|(?:was|has been|had been) (?:cleared of (?:gross )?misconduct|found to have no case to answer)|(?:had|has) no case to answer)\b"
)

# "Former PC Lee|: 2 years|", "Sgt Moss|: dismissed without notice|": a list in one line says it of each
_ITSELF: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:, of [^.;:\"\n]{3,40})?: (?:£\d|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen) ?-?(?:years?|months?|weeks?)\b|life (?:sentence|imprisonment|with)\b"
    r"|(?:jailed|sentenced|fined|dismissed|sacked|acquitted|cleared|convicted|final written warning|written warning|would have been dismissed|required to resign|reduced in rank|no case to answer|suspended sentence|community order)\b)"
)


def is_warned(m: Mention, among: Surroundings) -> bool:
    """Whether the words after an officer's name say that they were warned, cleared or sentenced, whatever else the page has them for."""
    if m.rank is None or among.page.quoted(m.start):
        return False
    low = among.page.low
    told = WARNED.match(low, m.end) or _CLEARED.match(low, m.end) or _ITSELF.match(low, m.end)
    return told is not None


_TESTIFIED: Final = re.compile(
    r"(?:,[^.;\"]{2,60},)? (?:had |has |later )?(?:told|admitted|accepted|conceded|gave evidence|denied)\b(?! (?:reporters|the paper|the press|us\b))"
)


def is_warned_next(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether an officer below superintendent opens a sentence, names nobody else in it, and the next tells of a warning."""
    page = among.page
    index = page.sentence_index(m.start)
    s = page.sentences[index]
    if m.rank is None or m.rank.value in SENIOR or page.quoted(m.start) or index + 1 == len(page.sentences):
        return False
    then = page.sentences[index + 1]
    if then.paragraph != s.paragraph or among.next_other(person, m.start) < then.end:
        return False
    opens = NO_LETTERS.match(page.low, s.start, m.start) is not None
    opens = opens or OPENS_BESIDE.fullmatch(page.low, s.start, m.start) is not None
    opens = opens and _TESTIFIED.match(page.low, m.end, s.end) is not None
    return opens and _THEN_WARNED.match(page.low, then.start, then.end) is not None


# "Commander Lee was jailed", "Chief Supt Moss, the former head of the squad, who got 12 years", "On 7 July |he was convicted|"
_JAILED: Final = (
    rf"{LATER} (?:(?:was|were|had been|has been|is)(?: (?:also|later|then|himself|herself|eventually|now))* (?:jailed|convicted (?:of|on|at|in|and)|imprisoned|sent (?:down|to prison)|sentenced to|found guilty|serving|charged with|gaoled)"
    r"|pleaded (?:not )?guilty|(?:got|received|served) (?:[\w-]+ ){1,3}?(?:years|months)\b(?! (?:in|of) (?:the|service|command|charge|uniform|office)))"
)
_WAS_JAILED: Final = re.compile(rf"{ASIDE}{_JAILED}")
_THEN_JAILED: Final = re.compile(rf"{SETTING}(?:he|she){_JAILED}")
LEAST_JAILED: Final = -7.5


def is_jailed(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether an officer, whatever the rank, is told of in so many words as charged, convicted or imprisoned."""
    page = among.page
    index = page.sentence_index(m.start)
    s = page.sentences[index]
    if (
        m.rank is None
        or page.quoted(m.start)
        or _GOVERNS.search(page.low, max(s.start, m.start - 40), m.start)
    ):
        return False
    if _WAS_JAILED.match(page.low, among.list_of(m)[-1].end, s.end):
        return True
    if index + 1 == len(page.sentences) or among.next_other(person, m.start) < page.sentences[index + 1].end:
        return False
    then = page.sentences[index + 1]
    return (
        then.paragraph == s.paragraph
        and not among.named_in(s.start, m.start)
        and _THEN_JAILED.match(page.low, then.start, then.end) is not None
    )


# "the man who shot |Supt Lee| was jailed": somebody else
_GOVERNS: Final = re.compile(
    r"\b(?:who|that) (?:\w+ ){0,3}?(?:\w+ed|shot|bit|hit|struck|beat|told|by) (?:the )?\Z|\b(?:of|to|at|by|for|with|against|on|attacked|assaulted|told|killed|murdered|stabbed|shot|threatened|harassed|stalking|attacking|assaulting|threatening) (?:the )?\Z"
)
