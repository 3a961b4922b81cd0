"""Own cases: an officer of whom a page plainly tells an allegation, a hearing or an outcome is a subject, whatever their rank.

The weights of ``roles`` know senior officers as those who speak and decide. "The deputy chief constable, Ann
Lee, faces seven allegations" tells of her own case all the same.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.co_defendants import is_a_civilian
from peelian.reading.own_fates import (
    ASIDE,
    DEALT_WITH,
    FATE_AFTER,
    LATER,
    PLEA,
    THEN,
    THEN_BOTH,
    THEN_WITH,
)
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Mention, Person
from peelian.reading.surroundings import Surroundings
from peelian.reading.warned_or_jailed import (
    LEAST_JAILED,
    NO_LETTERS,
    OPENS_BESIDE,
    WARNED,
    is_jailed,
    is_warned,
    is_warned_next,
)

# "Police denied reports that |Inspector Lee| was to be disciplined"
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied)|no truth in|untrue|without foundation)(?: [\w-]+){0,3}? (?:reports?|claims?|rumours?|suggestions?|speculation|that|the) [^.;]*\Z"
)
# "asked whether |Inspector Holt| had been disciplined": a question
_ASKED: Final = re.compile(
    r"\b(?:whether|asks? if|asked if|wondered if|wonders if)(?: the| former| that)* \Z"
)
# Before the name of somebody who stands in the dock beside those told of: "is on trial with", "was jailed alongside".
_TRIED_WITH: Final = re.compile(
    r"\b(?:(?:(?:on|stood|standing|stands|facing|faces|faced) trial|in the dock|appeared in (?:court|the dock)|jointly (?:charged|accused|tried)) (?:alongside|beside|with|together with)"
    r"|(?:charged|accused|convicted|jailed|cleared|acquitted|arrested|dismissed|sacked|sentenced|tried|prosecuted|fined|in court|before the court) (?:alongside|together with)"
    r"|(?:fac(?:es|ed|ing)|den(?:y|ies|ied)|admit(?:s|ted)?|answer(?:s|ed)?|appeared before) (?:[\w'-]+ ){0,6}(?:allegations?|charges?|misconduct|proceedings|hearing|panel),? (?:alongside|together with))"
    r"(?: (?:his|her|their|the|former|ex-|serving|fellow|two|three|other|officers?|colleagues?|co-accused|co-defendants?|then|partner|supervisor|husband|wife))* \Z"
)
# "a meeting with |Chief Inspector Lee|, who found that": whoever decides, whatever is told next
_DECIDES: Final = re.compile(r"\b(?:with|by|before|under|chair(?:ed|s)?) \Z")
_DECIDED: Final = re.compile(
    r",? (?:who )?(?:had |has |also |then |later )*(?:found|decided|ruled|concluded|chaired|heard|gave|issued|determined|imposed|dealt with|administered|presided|sat)\b"
)
# "A misconduct hearing took place on 8 November regarding |Officer B|": whose hearing it was
_HEARING_OF: Final = re.compile(
    r"\b(?:(?:misconduct|special case|accelerated|disciplinary) (?:misconduct )?hearing|the hearing (?=in respect of |into the conduct of ))(?:(?!\b(?:heard|told|evidence|concerns?|statements?|allegations? (?:made )?by)\b)[^.;\n]){0,70}"
    r"\b(?:regarding|concerning|in respect of|in relation to|into the conduct of)(?: the| former| ex-)* \Z"
)
# "His co-accused at the trial, |Ann Lee|": charged too
_ACCUSED_TOO: Final = re.compile(
    r"\b(?:co-accused|co-defendants?|co-conspirator|accomplice|partner in crime)(?: (?:at|in|on|during) [^.,;:\"]{2,30})?,? \Z"
)
# Ranks below superintendent whose bearer a story goes on to call by them.
_RANK_WORD: Final = {
    "police_constable": "constable", "sergeant": "sergeant", "detective_sergeant": "sergeant", "inspector": "inspector",
    "detective_inspector": "inspector", "detective_constable": "detective", "special_constable": "special constable",
}  # fmt: skip
# Somebody speaks for an accused: "Mr Lee was represented by", "Mr Lee's barrister", "counsel for PC Lee".
_DEFENDED_AFTER: Final = re.compile(
    r"'s? (?:(?:own|defence|federation|police federation|legal) )?(?:barrister|solicitor|counsel|lawyers?|brief|advocate|legal team|representative|rep|mitigation|defence)\b"
    rf"|{ASIDE}{LATER} (?:was|is|were|had been)(?: being| not)? (?:(?:legally )?represented|defended)\b"
)
_DEFENDED_BEFORE: Final = re.compile(
    r"(?:\A|[\n.\"] ?|\b(?:barrister|counsel|solicitor|solicitor-advocate|lawyer|advocate|[qk]c),? )(?:for|representing|defending|acting for|in mitigation for|mitigating for|on behalf of) (?:the |former |ex-)?\Z"
)
# "Mr Lee had been on restricted duties since August": nobody's who only decides or speaks
_OFF_DUTY: Final = re.compile(
    rf"{ASIDE}{LATER} (?:is|was|has been|had been|remains?){LATER} (?:(?:placed|put|still|now) )?(?:on restricted duties|suspended (?:from duty|from the force|on full pay|since))\b"
)
_NEVER: Final = -9.0  # whoever sits, speaks or pleads (``roles``)
_LEAST: Final = -4.5  # log-odds below which somebody is in the case by office: chair, judge, spokesman
_PLAINLY: Final = 1.0


def _told_by_rank(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether a later sentence opens on the only sergeant whom the page names, and tells his case: "The sergeant denied assault"."""
    word = _RANK_WORD.get(m.rank.value, "") if m.rank is not None else ""
    if not word or person.mentions[0] is not m:
        return False
    alike = [
        p
        for p in among.persons
        if any(x.rank is not None and word in x.rank.value.replace("_", " ") for x in p.mentions)
    ]
    if alike != [person]:
        return False
    page = among.page
    for hit in among.scan.between("described", m.end, len(page.low)):
        if (
            hit.value != "police"
            or not page.low.startswith(f"the {word}", hit.start)
            or page.quoted(hit.start)
        ):
            continue
        sentence = page.sentence_at(hit.start)
        if hit.start - sentence.start > 3:
            continue
        if FATE_AFTER.match(page.low, hit.end, sentence.end):
            return True
        plea = PLEA.match(page.low, hit.end, sentence.end)
        if plea is not None and among.scan.between("offence", plea.end(), plea.end() + 40):
            return True
    return False


def _in_one_breath(m: Mention, after: int, person: Person, among: Surroundings) -> bool:
    """Whether the sentence of an officer's name goes on to an outcome or a finding, with nobody speaking or named between."""
    page, scan = among.page, among.scan
    if m.rank is None or m.rank.value in SENIOR or _DECIDES.search(page.low, max(0, m.start - 10), m.start):
        return False
    end = min(page.sentence_at(m.start).end, among.next_other(person, after))
    if _DECIDED.match(page.low, after, end):
        return False
    told = next((h for h in scan.among(("outcome", "finding"), after, end) if not page.quoted(h.start)), None)
    return told is not None and not scan.between("speaks", m.start - 8, end)


def is_tried_with(page: Page, at: int, end: int) -> bool:
    """Whether the one named at ``[at, end)`` stands in the dock with somebody told of: "Lee is on trial with |Moss|"."""
    s = page.sentence_at(at)
    start = max(s.start, at - 80)
    if page.low.startswith("'s", end):
        return False
    return (
        _TRIED_WITH.search(page.low, start, at) is not None
        or _ALONG_WITH.search(page.low, max(s.start, at - 150), at) is not None
    )


# "He was jailed in 2000 for conspiracy to supply drugs, along with |DS Moss|"
_ALONG_WITH: Final = re.compile(
    r"\b(?:was|were|is|been) (?:later |also |then )?(?:jailed|convicted|sentenced|dismissed|sacked|charged|tried|cleared|acquitted|imprisoned|found guilty)\b(?:(?!\b(?:and|who|when|after|because|by)\b)[^.;:\"]){0,110}?,? (?:along with|alongside|together with)"
    r"(?: (?:his|her|their|the|former|ex-|serving|fellow|two|three|other|officers?|colleagues?|co-accused|then|partner|supervisor))* \Z"
)


_DISCIPLINED_LEAST: Final = -8.0  # log-odds; whoever sits or pleads is below


def _raise_disciplined(among: Surroundings, others: set[Person]) -> None:
    """Raise whoever has no rank and is plainly said to have been warned or dismissed as police staff are: "Mrs Lee was given a final written warning"."""
    if not among.scan.of("force"):
        return
    for person in others:
        if not _DISCIPLINED_LEAST < person.score < _PLAINLY or len(person.mentions) > _MOST_MENTIONS:
            continue
        for m in person.mentions:
            end = among.page.sentence_at(m.start).end
            if not among.page.quoted(m.start) and WARNED.match(among.page.low, m.end, end):
                person.score = _PLAINLY


_MOST_MENTIONS: Final = 6


# "A was the custody sergeant. B, a constable, ...": officers who go by bare letters, of whom most of the page tells
_BARE_LETTER: Final = re.compile(
    r"(?<![\w.])[A-HJ-Z](?:,| was| is) (?:an?|the) (?:[a-z-]+ ){0,3}(?:constable|sergeant|inspector|officer|detective|pcso)\b"
)
_LETTERS: Final = 2


def _goes_by_letters(page: Page) -> bool:
    return len({found.group()[0] for found in _BARE_LETTER.finditer(page.text)}) >= _LETTERS


def raise_own_cases(among: Surroundings, police: set[Person], aside: set[Person]) -> None:
    """Raise to a subject's log-odds every officer of whom an own case is plainly told."""
    _raise_disciplined(among, set(among.persons) - police - aside)
    if _goes_by_letters(among.page):
        return  # whoever is named beside them would be given what is told of them
    for person in police - aside:
        least = _NEVER if any(_is_off_duty(m, among.page) for m in person.mentions) else _LEAST
        if least == _LEAST and any(is_jailed(m, person, among) for m in person.mentions):
            least = LEAST_JAILED
        if least < person.score < _PLAINLY and any(is_told(m, person, among) for m in person.mentions):
            person.score = _PLAINLY
        if person.score < _PLAINLY and any(
            is_warned(m, among) or is_warned_next(m, person, among) for m in person.mentions
        ):
            person.score = _PLAINLY


def _is_off_duty(m: Mention, page: Page) -> bool:
    """Whether a mention's sentence goes on to say that its bearer is off duty or on lesser duties."""
    end = page.sentence_at(m.start).end
    return not page.quoted(m.start) and _OFF_DUTY.match(page.low, m.end, end) is not None


def _are_two(among: Surroundings, start: int, end: int) -> bool:
    """Whether just two people are named between two offsets, an officer of rank among them."""
    here = [p for p in among.persons if any(start <= m.start < end for m in p.mentions)]
    return len(here) == 2 and any(among.has_role(p) for p in here)


def _surname(person: Person) -> str:
    return person.mentions[0].surname if person.mentions else ""


_DENIED_WITHIN: Final = 400  # characters from "denied reports that" to the name


def is_told(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether the words at a mention tell an own case of its bearer: an allegation, a hearing, a charge, an outcome."""
    page = among.page
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    denied = _DENIED.search(page.low, max(sentence.start, m.start - _DENIED_WITHIN), m.start)
    if page.quoted(m.start) or m.title == "judge" or denied is not None:
        return False
    if _ASKED.search(page.low, max(sentence.start, m.start - 30), m.start):
        return False
    if _DEFENDED_AFTER.match(page.low, m.end, sentence.end) or _DEFENDED_BEFORE.search(
        page.low, max(0, m.start - 40), m.start
    ):
        return True
    if DEALT_WITH.match(page.low, m.end, sentence.end) or _is_alleged(m, page):
        return True
    near = max(sentence.start, m.start - 130)
    if page.low.find("earing", near, m.start) >= 0 and _HEARING_OF.search(page.low, near, m.start):
        return True
    if len(m.tokens) == 1 and any(p is not person and _surname(p) == m.surname for p in among.persons):
        return False  # "Mrs Lee", of a couple who are both named
    listed = among.list_of(m)
    after = listed[-1].end  # "PC Lee and his crewmate PC Moss were both given": of both
    if FATE_AFTER.match(page.low, after, sentence.end):
        return True
    plea = PLEA.match(page.low, after, sentence.end)
    if plea is not None and among.scan.between("offence", plea.end(), min(sentence.end, plea.end() + 40)):
        return True
    if is_tried_with(page, listed[0].start, m.end):
        return True
    beside = _ACCUSED_TOO.search(page.low, max(sentence.start, m.start - 60), m.start)
    if beside is not None and (m.rank is not None or not is_a_civilian(m, person, among)):
        return True
    if among.sacked_by_force(m) or _told_by_rank(m, person, among) or _in_one_breath(m, after, person, among):
        return True
    if index + 1 >= len(page.sentences):
        return False
    then = page.sentences[index + 1]
    if m.rank is not None and m.rank.start >= then.start and m.end + 3 > sentence.end:
        # "Remember Ann Lee? The former superintendent, who retired, has been charged"
        return FATE_AFTER.match(page.low, m.rank.end, then.end) is not None
    if THEN_BOTH.match(page.low, then.start, then.end) and _are_two(among, sentence.start, sentence.end):
        return True
    if not NO_LETTERS.match(page.low, sentence.start, m.start) and not OPENS_BESIDE.fullmatch(
        page.low, sentence.start, m.start
    ):
        return _told_by_pronoun(m, person, among)
    alone = among.next_other(person, m.start) >= then.end
    if alone and THEN.match(page.low, then.start, then.end) is not None:
        return True
    if THEN_WITH.match(page.low, then.start, then.end) is not None:
        return True
    return _told_by_pronoun(m, person, among)


# "|Against Mr Lee it is alleged| that": whose conduct a notice sets out
_AGAINST: Final = re.compile(r"\bagainst (?:the )?(?:former )?\Z")
_IS_ALLEGED: Final = re.compile(
    r",? (?:it is (?:also |further )?alleged|the allegations? (?:is|are)|is that|are that)\b"
)


def _is_alleged(m: Mention, page: Page) -> bool:
    start = max(page.sentence_at(m.start).start, m.start - 24)
    return (
        _IS_ALLEGED.match(page.low, m.end) is not None
        and _AGAINST.search(page.low, start, m.start) is not None
    )


# "... Superintendent Maeve Lee, was criticised as well. She had said so. |She was given| a written warning"
_PRONOUN_FATE: Final = re.compile(
    r"\b(?P<who>he|she) (?:(?:also|then|later|himself|herself) )?"
    r"(?:(?:(?:has |had )?(?:received|accepted|got|escaped with)|(?:receives|gets|will receive)) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)"
    r"|(?:was|is|has been|had been|is to be|will be)(?: also| later| then| now| only)*"
    r" (?:(?:given|handed|issued with|placed on|let off with) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)|dismissed|sacked|demoted|reduced in rank|required to resign|convicted|jailed|fined £|cleared of|acquitted"
    r"|(?:due )?to (?:appear|attend|answer|go)\b[^.;]{0,40}\b(?:misconduct|disciplinary|panel)))\b"
)


def _told_by_pronoun(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether the paragraph that brings in an officer tells by "she" what became of her, and names no other woman before."""
    page = among.page
    if m.rank is None or person.mentions[0] is not m:
        return False
    known = among.sexes()
    sex = known.get(person)
    if sex is None:
        return False
    opening = page.sentence_at(m.start)
    last = bisect_right(page.sentences, opening.paragraph, key=lambda s: s.paragraph) - 1
    end = min(page.sentences[last].end, among.next_other(person, m.start))
    if any(known.get(p, sex) == sex for p in among.who_in(opening.start, m.start)):
        return False
    return any(
        found["who"] == ("she" if sex else "he") and not page.quoted(found.start())
        for found in _PRONOUN_FATE.finditer(page.low, m.end, end)
    )
