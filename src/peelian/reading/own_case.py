"""Own cases: an officer of whom a page plainly tells an allegation, a hearing or an outcome is a subject, whatever their rank.

The weights of ``roles`` know senior officers as those who speak and decide. "The deputy chief constable, Ann
Lee, faces seven allegations" tells of her own case all the same.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.co_defendants import is_a_civilian
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Mention, Person
from peelian.reading.surroundings import Surroundings

LATER: Final = r"(?: (?:also|later|now|then|since|already|himself|herself|both|all|each|[a-z]+ly))*"
_HOW_MANY: Final = r"(?:all|any|the|his|her|their|that|breaching|an?|of|both|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
_FATE: Final = (
    rf"{LATER} (?:(?:is |was |will |must |is due to |is to |are to |are |were |has been |have been )?(?:face|faces|facing|faced) [^.;]{{0,40}}\b(?:misconduct|disciplinary|allegations?|charges?|proceedings|dismissal|panel|sack)\b"
    rf"|(?:(?:has|have|had){LATER} )?(?:denies|deny|disputes|denied|admits|admitted|accepts|accepted|contests|contested) (?:{_HOW_MANY} )*(?:gross |allegations?|charges?|counts?|offences?|misconduct|wrongdoing|breach\w*|conduct|standards)"
    r"|(?:is|was|are|were|has been|had been|have been)"
    + LATER
    + r" (?:(?:up )?(?:before|in front of) (?:the same|a|that|this|another) (?:\w+ )?(?:panel|hearing|board)|arrested (?:with|alongside|on suspicion|in|last|over|at|and|too)|dismissed|sacked|fired|exonerated|booted out|kicked out|struck off|remanded (?:in|on)|(?:conditionally |absolutely )discharged|cautioned for|suspended (?:from|on|while|in|since|after|for|and|by)|cleared of|disciplined (?:in|for|over|twice|at)|tried (?:at|in|for|with|over)|found (?:guilty|to have (?:breached|committed))|"
    r"given (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice|reflective)|handed (?:an? )?(?:final |first )?(?:written )?warning|fined £|reduced in rank|demoted|stripped of|acquitted|convicted|charged (?:with|over)|jailed|sentenced|(?:(?:placed|put|still|now) )?on restricted|(?:ordered|required|told) to (?:resign|quit)|accused of|alleged to have|barred from)"
    r"|(?:has |had |have )?(?:pleads?|pleaded|entered) (?:not guilty|guilty|a plea|no plea)|(?:has |had )?(?:denie[sd]|deny|admits?|admitted) (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a single|both|all) (?:further |other |single |separate )?(?:counts?|charges?|offences?)\b"
    r"|(?:(?:is|was|goes|went|comes|came|will go|is going|is due to go|is due|will be)"
    + LATER
    + r" )?(?:up )?(?:before|in front of|up for) (?:an?|the|that|this|his|her|their|another) (?:own )?(?:gross |fresh |new |further )?(?:misconduct|disciplinary|accelerated|special case|fast-track|hearing|panel|board|discipline)\b"
    r"|(?:(?:was|were|is|has been|had been) (?:told|informed)[^.;]{0,20} |was found to have |(?:has|had|have) )(?:(?:that )?(?:he|she|they|there) (?:has|had|have|is|was|would|will) )?(?:an?|no) case to answer\b"
    r"|(?:was|were|is|has been|will) (?:never|not)(?: be| been)? (?:charged|prosecuted|disciplined|dismissed|sacked)\b"
    r"|(?:is|was|had been|has been) (?:(?:being|under) investigat(?:ed|ion)|the subject of an investigation)\b(?! (?:of|by) (?:him|her))|(?:faces|faced|will face) no (?:further )?action\b|(?:was|has been|is) (?:refused|granted|denied) (?:leave|permission) to appeal\b"
    r"|(?:lost|won|loses|wins|has (?:lost|won|lodged|launched)|lodged|launched) (?:an|his|her|the) appeal\b(?! against (?:the|a) (?:conviction|sentence) of)"
    r"|(?:was|were|is|has been|had been) (?:told|informed)[^.;]{0,30} (?:he|she|they) (?:will|would|wo)(?:n't| not) (?:be|face)\b"
    r"|(?:kept|keeps|has kept) (?:his|her) (?:job|rank|stripes|post|warrant card)\b"
    r"|(?:was|were|is|are|had been|has been|became) the subject of [^.;]{0,30}\b(?:disciplinary|misconduct|criminal) (?:charges?|proceedings|allegations?)"
    r"|(?:is|was|are)(?: (?:now|already|still|currently|himself|herself))* serving (?:[\w-]+ ){1,5}?(?:years?|months?|sentence|term|imprisonment)\b(?! (?:in|with|as))"
    r"|(?:gets|got|received|was given|were given|is given) (?:(?:an?|\d+|[a-z-]+) ){1,3}(?:years|months|weeks)\b(?:'|\u2019| in (?:prison|jail|custody)|,? suspended| at | for |[,.;])"
    r"|(?:escaped|escapes|got away|got off|walked away|left) with (?:an? )?(?:final |first )?(?:written )?(?:warning|advice|reprimand|caution)\b"
    r"|(?:got|was given|was shown) (?:the boot|the sack|the push|the door|his marching orders|her marching orders)|(?:lost|has lost|loses) (?:his|her) job"
    r"|would have been (?:dismissed|sacked)|(?:would|will|must|should) (?:also )?(?:be (?:given an? |issued with an? )?(?:final |first )?(?:written warning|dismissed|sacked|demoted|reduced in rank)|(?:get|receive) an? (?:final |first )?written warning|become an? (?:pc|constable|sergeant|inspector)\b)|(?:received|got|was issued with|accepted) (?:an? (?:final |first |formal )?(?:written )?warning|(?:formal )?(?:management (?:advice|action)|words of advice|reflective practice))|(?:resigned|retired|quit)(?: (?:in|last|earlier)(?: [\w]+){1,2}| on [\w ]{3,20})?,? (?:before|while|ahead of|after (?:being|an investigation))"
    r"|whose (?:own )?(?:dismissal|sacking|demotion|conviction|appeal|(?:final )?written warning)\b"
    r"|(?:will|(?:is|are|was|were) (?:due |set |shortly |about )?to|(?:has|have|had) been (?:called|summoned|told|asked|ordered) to) (?:appear|attend|answer)\b[^.;]{0,40}\b(?:misconduct|disciplinary|panel)|appeared before an? (?:[\w-]+ )?(?:misconduct|disciplinary)|committed gross|breached (?:the )?(?:standards|professional))"
)
# "Sergeant Lee was dealt with separately", "PC Lee's case was heard on its own"
DEALT_WITH: Final = re.compile(
    r"(?:'s case|'s matter)?,? (?:was|had been|has been|has since been) (?:himself |herself |later |also |then |separately )?"
    r"(?:dealt with(?! by (?:him|her))|heard separately|disciplined|proceeded against)\b"
)
# Nothing but an age, a home, or what somebody is stands between a name and what is told of them.
ASIDE: Final = (
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?: (?:of|from|with|at) [^.,;:\"\n]{3,45}?)?"
    r"(?: we [^.,;:\"\n]{3,40})?(?: \([^()\n]{1,40}\)|, (?:[^.;:\"\n]|\"[^\".;:\n]{1,60}\"){2,90}?,)?,?(?: who)?"
)
FATE_AFTER: Final = re.compile(rf"{ASIDE}{_FATE}")
# "|On 7 July 1977| he was convicted"
_SETTING: Final = r"(?:(?:on|in|at|by|after|later|last|yesterday|that|the following|the same|two|three|four|five|six|seven|eight|nine|ten|a)\b[^.,;:\"]{0,40},? )?"
_THEN: Final = re.compile(rf"{_SETTING}(?:he|she|they){_FATE}")
_THEN_WITH: Final = re.compile(
    rf"(?:he|she) and [a-z][\w'-]+(?: [a-z][\w'-]+)?(?:, who [^.,;]{{3,60}},)?{_FATE}"
)
# "Police denied reports that |Inspector Lee| was to be disciplined"
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied)|no truth in|untrue|without foundation)(?: [\w-]+){0,3}? (?:reports?|claims?|rumours?|suggestions?|speculation|that|the) [^.;]*\Z"
)
# "asked whether |Inspector Holt| had been disciplined": a question
_ASKED: Final = re.compile(
    r"\b(?:whether|asks? if|asked if|wondered if|wonders if)(?: the| former| that)* \Z"
)
# "The statements were collected by Inspector Lee and Sergeant Moss. |In May both were tried| ..."
_THEN_BOTH: Final = re.compile(
    rf"(?:(?:in|on) [^.,;]{{3,24}},? )?both(?: men| women| officers| of them)?{_FATE}"
)
_NO_LETTERS: Final = re.compile(r"[^a-z]*\Z")
# "Mr Lee's staff officer, |Sgt Ann Moss|, described": who opens a sentence by what he or she is to another
_OPENS_BESIDE: Final = re.compile(
    r"(?:[a-z]{2,6} )?[\w' -]{2,40}'s? (?:[\w-]+ ){0,2}(?:officer|sergeant|constable|inspector|partner|crewmate|colleague|deputy|supervisor|boss),? "
    # "His passenger, |PC Lee|, was", "A third man from the squad, |DC Moss|, told"
    r"|(?:his|her|their) (?:[\w-]+ ){0,2}(?:passenger|partner|crewmate|colleague|deputy|supervisor|manager|sergeant|inspector),? "
    r"|(?:an?|the) (?:second|third|fourth|fifth|sixth|other|further) (?:man|woman|officer|constable|detective|sergeant|member)(?: (?:from|of|on|in|at) [^.,;:\n]{2,30})?, "
)
# A plea told without the word for a charge: "has denied", "pleaded not guilty to"; an offence must follow.
PLEA: Final = re.compile(
    rf"{ASIDE}{LATER} (?:(?:has|have|had){LATER} )?(?:denie[sd]|deny|admit(?:s|ted)?|plead(?:s|ed) (?:not )?guilty to)\b"
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


# What only a police force, or the employer of police staff, does to its own
_WARNED: Final = re.compile(
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?:, (?:(?!said|told|mitigat|defend|represent|prosecut)[^,.;:\"\n]){2,70},)?(?: who)?"
    rf"{LATER} (?:(?:was|had been|has been|were)(?: also| later| then)? (?:given|issued with|handed) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)"
    r"|(?:received|got|accepted|was left with) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)"
    r"|(?:was|has been|had been) (?:dismissed without notice|required to resign|reduced in rank)|would have been dismissed)\b"
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
            if not among.page.quoted(m.start) and _WARNED.match(among.page.low, m.end, end):
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
        if least == _LEAST and any(_is_jailed(m, person, among) for m in person.mentions):
            least = _LEAST_JAILED
        if least < person.score < _PLAINLY and any(is_told(m, person, among) for m in person.mentions):
            person.score = _PLAINLY
        if person.score < _PLAINLY and any(
            is_warned(m, among) or is_warned_next(m, person, among) for m in person.mentions
        ):
            person.score = _PLAINLY


# "PC Tindall told the inquest that he had not read the log. |He received a final written warning|"
_THEN_WARNED: Final = re.compile(
    rf"{_SETTING}(?:he|she){LATER} (?:(?:was|had been|has been)(?: also| later| then| since)? (?:(?:given|issued with|handed) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)|dismissed|sacked|required to resign|reduced in rank)"
    r"|(?:received|got|accepted) (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice))\b"
    r"|the (?:allegations?|case|charges?|matters?|complaints?) against (?:him|her) (?:was|were)(?: later| then| also| all)? (?:found )?(?:not )?(?:proven|proved|upheld|dismissed|thrown out|dropped|withdrawn)\b"
)
# "Inspector Lee |had the case against her thrown out|", "DS Moss |was cleared of gross misconduct|"
_CLEARED: Final = re.compile(
    rf"{ASIDE}{LATER} (?:(?:had|saw) the (?:case|allegations?|charges?|proceedings) against (?:him|her) (?:thrown out|dropped|dismissed|withdrawn|collapse)"
    r"|(?:was|has been|had been) (?:cleared of (?:gross )?misconduct|found to have no case to answer)|(?:had|has) no case to answer)\b"
)


def is_warned(m: Mention, among: Surroundings) -> bool:
    """Whether the words after an officer's name say that a panel warned or cleared them, whatever else the page has them for."""
    if m.rank is None or among.page.quoted(m.start):
        return False
    low = among.page.low
    return _WARNED.match(low, m.end) is not None or _CLEARED.match(low, m.end) is not None


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
    opens = _NO_LETTERS.match(page.low, s.start, m.start) is not None
    opens = opens or _OPENS_BESIDE.fullmatch(page.low, s.start, m.start) is not None
    opens = opens and _TESTIFIED.match(page.low, m.end, s.end) is not None
    return opens and _THEN_WARNED.match(page.low, then.start, then.end) is not None


# "Commander Lee was jailed", "Chief Supt Moss, the former head of the squad, who got 12 years", "On 7 July |he was convicted|"
_JAILED: Final = (
    rf"{LATER} (?:(?:was|were|had been|has been|is)(?: (?:also|later|then|himself|herself|eventually|now))* (?:jailed|convicted (?:of|on|at|in|and)|imprisoned|sent (?:down|to prison)|sentenced to|found guilty|serving|charged with|gaoled)"
    r"|pleaded (?:not )?guilty|(?:got|received|served) (?:[\w-]+ ){1,3}?(?:years|months)\b(?! (?:in|of) (?:the|service|command|charge|uniform|office)))"
)
_WAS_JAILED: Final = re.compile(rf"{ASIDE}{_JAILED}")
_THEN_JAILED: Final = re.compile(rf"{_SETTING}(?:he|she){_JAILED}")
_LEAST_JAILED: Final = -7.5


def _is_jailed(m: Mention, person: Person, among: Surroundings) -> bool:
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
    if page.low.find("earing", sentence.start, m.start) >= 0 and _HEARING_OF.search(
        page.low, max(sentence.start, m.start - 130), m.start
    ):
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
    if _THEN_BOTH.match(page.low, then.start, then.end) and _are_two(among, sentence.start, sentence.end):
        return True
    if not _NO_LETTERS.match(page.low, sentence.start, m.start) and not _OPENS_BESIDE.fullmatch(
        page.low, sentence.start, m.start
    ):
        return _told_by_pronoun(m, person, among)
    alone = among.next_other(person, m.start) >= then.end
    if alone and _THEN.match(page.low, then.start, then.end) is not None:
        return True
    if _THEN_WITH.match(page.low, then.start, then.end) is not None:
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
    r"\b(?P<who>he|she) (?:(?:also|then|later|himself|herself) )?(?:was|is|has been|had been|is to be|will be)(?: also| later| then| now| only)*"
    r" (?:given (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice)|dismissed|sacked|demoted|reduced in rank|required to resign|convicted|jailed|fined £|cleared of|acquitted"
    r"|(?:due )?to (?:appear|attend|answer|go)\b[^.;]{0,40}\b(?:misconduct|disciplinary|panel))\b"
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
