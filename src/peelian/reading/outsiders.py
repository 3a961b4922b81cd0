"""Outsiders: pages that tell the case of somebody outside the police, and name officers only beside it.

The attacker, the sergeant's son, the conman who took a detective's name: what they did is theirs. On such a page an
officer is a subject only by words of his own: a verb whose subject he is ("PC Lee was dismissed"), one whose object he
is ("dismissed PC Lee"), a case that is called his ("PC Lee's trial"), or a label ("Officer: PC Lee").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.civilians import ALSO_POLICE
from peelian.reading.kin import KIN, has_kin
from peelian.reading.own_case import is_told, is_tried_with
from peelian.reading.own_fates import ASIDE, DEALT_WITH, FATE_AFTER, LATER, PLEA
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any
from peelian.reading.surroundings import Surroundings

_STOP: Final = r"(?:who|whose|whom|which|that|has|have|had|was|were|is|are|will|would|can|must|of|from|for|to|after|over|with|by|in|on|at|as|while|when|but|told|said|admits|admitted|denies|denied|jailed|attacked|accused|stole|killed|lied|hit)"
# What a sentence is about: its words up to the first verb or preposition.
_ABOUT: Final = re.compile(rf"[\"']?(?:(?!{_STOP}\b)[\w'&-]+,? ){{1,8}}(?:(?!{_STOP}\b)[\w'-]+)?")
_POLICE: Final = re.compile(
    r"(?<!\w)(?:police(?! dogs?\b| helicopter| horse| car| van| and crime)|(?<!prison )(?<!probation )(?<!housing )(?<!council )(?<!court )(?<!army )(?<!customs )(?<!immigration )(?<!enforcement )(?<!fire )(?<!welfare )(?<!border force )officers?|constables?|sergeants?"
    r"|inspectors?|superintendents?|detectives?|commander|chief constable|policem[ae]n|policewom[ae]n|pcs?|wpcs?|pcsos?|dcs?|sgts?|cops?|coppers?|bobby|bobbies|specials?|call[ -]handlers?|dispatchers?|dog[ -]handlers?|detention officers?|probationers?|ex-(?:cop|pc|officer|detective|sergeant|constable|inspector|police)|force|constabulary|staff|employees?|members?|pair|team|group|one|colleagues?|custody|civilian workers?)(?!\w)(?!'s)"
)
_INDEFINITE: Final = re.compile(
    rf"[\"']?(?:(?:an?|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty) |(?:the |his |her )?(?:[\w-]+ )?{KIN}\b|the (?:[\w'-]+ ){{1,3}}of an? )"
)
# "A panel has given its decision", "A meeting was held": nobody whose crime a page tells
_NO_PERSON: Final = re.compile(
    r"\b(?:panels?|meetings?|hearings?|tribunals?|courts?|jury|jurors|judges?|inquir(?:y|ies)|enquiry|inquests?|reports?|reviews?|investigations?|committees?|boards?|decisions?|appeals?|trials?|cases?|summary|statements?|notes?|letters?|columns?|weeks?|years?|days?|months?|watchdog|chair\w*|verdicts?|allegations?|complaints?|films?|videos?|messages?|things?|questions?|versions?|editions?|articles?|posts?|tweets?|stor(?:y|ies)|corrections?|apolog(?:y|ies)|claims?|rumours?|figures|spokes\w+|lawyers? for|charges?|documents?)\b"
)
# "while the policeman who helped him was sacked", "worked in our control room", "at a police store"
_POLICE_TOO: Final = re.compile(
    r"\b(?:while|and|but|alongside) (?:the|an?|his|her|two|three|one|another|former) (?:(?:corrupt|bent|former|serving|police|crooked|married|female|male|detective) ){0,3}(?:officers?|constables?|sergeants?|inspectors?|detectives?|policem[ae]n|policewom[ae]n|pcs?|pcsos?|cops?)\b"
    r"|\b(?:control room|becom(?:e|ing) an? (?:police|special|constable|officer|pc)|police (?:headquarters|hq|store|call centre|college|garage|canteen|property|training)|(?:employed|works?|worked|working|serv(?:es|ed|ing)) (?:as (?:an? |the )?(?:[\w'-]+ ){1,4})?(?:by|for|with|in|at) (?:an? |the |its |our )?(?:[\w-]+ ){0,2}(?:police|constabulary|force)\b)"
)
_LEADS: Final = 6  # sentences, headline, byline and date among them
_NEWS: Final = 2000  # characters; a longer page that opens on nobody is no story of one case
_SHORT: Final = 45  # characters; a shorter sentence is furniture, or a headline


def _lead(page: Page) -> Sentence | None:
    """The story's own first sentence; a text without a headline opens on it."""
    first = page.sentences[0] if page.sentences else None
    if (
        first is not None
        and first.end - first.start >= _SHORT
        and page.low[first.start : first.end].rstrip().endswith(".")
    ):
        return first
    for s in page.sentences[1:_LEADS]:
        if s.end - s.start >= _SHORT:
            return s
    return None


def opens_on_outsider(page: Page) -> bool:
    """Whether the story's first sentence is about somebody who is not police: "A man who ...", "The son of a sergeant ..."."""
    lead = _lead(page)
    if lead is None or _INDEFINITE.match(page.low, lead.start, lead.end) is None:
        return False
    about = _ABOUT.match(page.low, lead.start, lead.end)
    if about is None:
        return False
    if _KIN_OF.match(page.low, lead.start, lead.end):
        return True
    owner = _OF_WHAT.match(page.low, about.end(), lead.end)
    end = owner.end() if owner is not None else about.end()
    if _POLICE.search(page.low, lead.start, end) or _NO_PERSON.search(page.low, lead.start, about.end()):
        return False
    if _POLICE_TOO.search(page.low, about.end(), lead.end):
        return False
    return ALSO_POLICE.search(page.low, about.end(), min(lead.end, about.end() + 90)) is None


def _lead_is_of_kin(page: Page) -> bool:
    """Whether the story's first sentence is about an officer's son, wife or friend: "The son of a Kent Police sergeant"."""
    lead = _lead(page)
    kin = _KIN_OF.match(page.low, lead.start, lead.end) if lead is not None else None
    return kin is not None and _OF_AN_OFFICER.match(page.low, kin.end()) is not None


_OF_AN_OFFICER: Final = re.compile(
    r"(?:an?|the|one|two|former|ex|serving|retired|senior|late)[ -](?:[\w'&-]+ ){0,4}?(?:police officers?|officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|policem[ae]n|policewom[ae]n|pcs?|pcsos?|commissioner|commander)\b"
)
_OF_WHAT: Final = re.compile(rf"(?:of|at|for|with|in|from) (?:(?!{_STOP}\b)[\w'&-]+ ){{1,6}}")
_KIN_OF: Final = re.compile(rf"[\"']?(?:the |an? |two |three )?(?:[\w-]+ ){{0,2}}{KIN} (?:of|to) ")
# Words of police discipline: a page that has them and does not open on an outsider may tell of an officer.
_DISCIPLINE: Final = (
    "misconduct", "disciplin", "dismiss", "sacked", "professional standards", "iopc", "ipcc", "watchdog",
    "reduced in rank", "written warning", "complaints authority",
)  # fmt: skip
_VERDICT: Final = re.compile(
    r"\b(?:(?:has|have|was|were|is|been) (?:also |now |today |yesterday )?(?:jailed|convicted|sentenced|fined|found guilty|cleared|acquitted|charged|given|handed|spared|ordered|sent|detained|locked up|banned|struck off|dismissed|sacked|remanded|found not guilty)"
    r"|(?:has |have )?(?:pleaded|admitted|admits|denied|resigned|walked free|avoided|escaped)|jailed|guilty)\b"
)
# Besides the verbs of ``own_case``: "is serving 12 years", "was sent to prison", "must sign the register".
_SERVES: Final = re.compile(
    rf"{ASIDE}{LATER} (?:(?:is|was) (?:now |already |also )?serving|(?:was|has been|had been) (?:later |also |then )?(?:given|handed|sent to|detained|locked up|imprisoned|spared|bound over|ordered to|made subject|struck off|put on|found (?:guilty|not guilty))|must|pleaded|admitted|admits|denied|denies|had admitted|got)\b"
)
_BETWEEN: Final = re.compile(rf"{ASIDE}{LATER}(?: (?:had|has|have))? ?")
_OBJECT: Final = re.compile(
    r"\b(?:dismiss|sack|jail|convict|acquit|charg|suspend|disciplin|sentenc|fin|demot|arrest|fir)(?:ed|ing|es|s)(?: (?:the|an?|his|her|its|their|former|ex|disgraced|corrupt|serving|retired|officer|police|constable|sergeant|inspector|detective|chief|colleague|also))*,? \Z"
)
_CASE_FOR: Final = re.compile(
    r"\b(?:(?:case|proceedings|charges?|disciplinary action|misconduct (?:case|action|charges|proceedings)) (?:was |were |brought |made )?(?:against|concerning)|(?:misconduct|disciplinary) (?:hearing|meeting|panel|case|proceedings) (?:of|for|into|concerning|involving)|(?:trial|sentencing|conviction|dismissal|sacking|suspension|misconduct|crimes|downfall) of)"
    r"(?: (?:the|former|ex|disgraced|serving|retired))* \Z"
)
_HIS_CASE: Final = re.compile(
    r"'s? (?:(?:misconduct|disciplinary|criminal|own) )?(?:trial|hearing|dismissal|sacking|guilty plea|sentence|conviction|crimes?|offending|misconduct|barrister|suspension)\b"
)
_LABEL: Final = re.compile(r"(?:\A|\n)[^\n:|]{2,28}(?<!\d\d\d\d)[:|] ?\Z")
_RETIRED: Final = ("retir", "resign", "quit")
_FALSELY: Final = re.compile(
    r"\b(?:false(?:ly)? (?:claim|accus|allegation|complain|report)\w*|(?:made[ -]up|invented|fabricated|bogus|malicious) (?:[\w-]+ )?(?:claims?|complaints?|allegations?|stor\w+)|(?:made up|invented|fabricated) (?:an? )?(?:[\w-]+ )?(?:claims?|complaints?|allegations?|story)|to frame|framed|frame an?|truth came out|wrongly accused|(?:claims?|allegations?|complaints?) (?:was|were) (?:false|untrue|invented|made up|malicious|lies)|cleared of any)\b"
)
_SUSPECTED: Final = re.compile(
    r"(?:was|were|has been|had been|been)(?: \w+ly)? (?:arrested|suspended|cleared|exonerated|interviewed|investigated|restricted|accused|taken off|placed)"
)
# "faces no action", "was interviewed but will not be charged"
_NOTHING: Final = re.compile(
    r"[^.;]{0,110}\b(?:fac(?:es|ed|ing) no|no (?:further )?action|never charged|not (?:be )?charged)\b"
)


def _deed_after(m: Mention, end: int, page: Page, scan: Scan, blameless: bool) -> bool:
    """Whether a charge, plea or punishment is told right after ``end``, with nothing but an aside between."""
    s = page.sentence_at(m.start)
    return _deed_at(end, s.end, page, scan, blameless)


def _deed_at(at: int, stop: int, page: Page, scan: Scan, blameless: bool) -> bool:
    found = FATE_AFTER.match(page.low, at, stop)
    if found is None:
        plea = PLEA.match(page.low, at, stop)
        if plea is not None and scan.between("offence", plea.end(), min(stop, plea.end() + 40)):
            found = plea
    end = found.end() if found is not None else -1
    if found is None:
        for h in scan.among(("does", "passive"), at, min(stop, at + 140)):
            if page.low.startswith(_RETIRED, h.start) or page.quoted(h.start):
                continue
            if _PRIZE.match(page.low, h.end):
                continue
            if _BETWEEN.fullmatch(page.low, at, h.start):
                end = h.end
                break
    if end < 0:
        return False
    words = page.low[at:end]
    if _NOTHING.match(page.low, at, stop):
        return False
    return not (blameless and _SUSPECTED.search(words))


_PRIZE: Final = re.compile(
    r" (?:an? |the |his |her |£[\d,]+ )?(?:[\w'-]+ ){0,3}(?:award|medal|commendation|bravery|prize|honour|first aid|treatment|life support|compensation|damages|by (?:colleagues|family|his|her)|as a witness|stitches|a lift|hospital)\b"
)


# "obstructing |Sgt Lee| was dismissed", "the man who bit |PC Lee| was jailed": what follows is of somebody else
_GOVERNED: Final = re.compile(
    r"\b(?:(?!(?:serving|acting|including|retiring|following|during|meeting|hearing)\b)\w{3,}ing|of|on|to|at|by|with|from|towards|into|upon|and told"
    r"|(?:who|that|which) (?:[\w'-]+ ){0,4}?(?:\w+ed|bit|hit|shot|spat at|ran over|struck|beat|threw|left|sent|held|drove at)) (?:the |an? |his |her |police officer |officer )*\Z"
)


# "the case of |Ann Lee|, 40, who was jailed": her own after all
_WHO: Final = re.compile(r"(?:,? \(?\d\d\)?)?(?:,? (?:of|from|with) [^.,;:\"\n]{3,40},)?,? who\b")


def _is_governed(m: Mention, page: Page) -> bool:
    """Whether a name is the object of a verb or preposition right before it, so that no verb after it is its bearer's."""
    start = m.start if m.rank is None else min(m.start, m.rank.start)
    return _GOVERNED.search(page.low, max(page.sentence_at(start).start, start - 80), start) is not None


def _is_twins(m: Mention, person: Person, among: Surroundings) -> bool:
    """Whether a bare surname may be another's of the same name: "Lee", of PC Ann Lee and her brother Tom Lee."""
    return (
        len(m.tokens) == 1
        and m.rank is None
        and any(p is not person and p.mentions and p.mentions[0].surname == m.surname for p in among.persons)
    )


def is_told_directly(person: Person, among: Surroundings, blameless: bool = False) -> bool:
    """Whether a case of his own is told of a person, in words of which he is the subject or the object.

    ``blameless``: an arrest, a suspension, a clearing are not his case, where a false accuser's is told.
    """
    page, scan = among.page, among.scan
    for m in person.mentions:
        if page.quoted(m.start) or has_kin(page, m.start, m.end) or _is_twins(m, person, among):
            continue
        index = page.sentence_index(m.start)
        s = page.sentences[index]
        start = max(s.start, m.start - 90)
        after = among.list_of(m)[-1].end
        free = _WHO.match(page.low, after) or not _is_governed(among.list_of(m)[0], page)
        if (free and _deed_after(m, after, page, scan, blameless)) or DEALT_WITH.match(
            page.low, m.end, s.end
        ):
            return True
        if (
            _OBJECT.search(page.low, start, m.start)
            or _CASE_FOR.search(page.low, start, m.start)
            or _HIS_CASE.match(page.low, m.end)
            or _LABEL.search(page.low, max(0, m.start - 30), m.start)
            or is_tried_with(page, m.start, m.end)
        ):
            return True
        if _told_next(m, index, person, among, blameless):
            return True
    return False


_PRONOUN: Final = re.compile(r"(?:he|she)\b")
_OTHERS: Final = {
    "he": re.compile(r"\b(?:him|she|herself|her)\b"),
    "she": re.compile(r"\b(?:her|he|himself|him|his)\b"),
}


def _told_next(m: Mention, index: int, person: Person, among: Surroundings, blameless: bool) -> bool:
    """Whether a sentence is about a person alone and the next goes on: "He admitted"."""
    page = among.page
    if index + 1 >= len(page.sentences):
        return False
    s, then = page.sentences[index], page.sentences[index + 1]
    if m.start - s.start > 3 or among.next_other(person, m.start) < s.end:
        return False
    pronoun = _PRONOUN.match(page.low, then.start, then.end)
    if pronoun is not None and _OTHERS[pronoun.group()].search(page.low, m.end, s.end):
        return False  # "Sgt Lee arrested him. He must sign": the other's
    return pronoun is not None and _deed_at(pronoun.end(), then.end, page, among.scan, blameless)


def outsiders_case(among: Surroundings, police: set[Person]) -> set[Person] | None:
    """Whom a page that tells an outsider's own case does not tell of: the culprits and the officers beside; None of other pages."""
    page, scan = among.page, among.scan
    if any(p.label is not None for p in among.persons):
        return None
    if _lead_is_harmless(page):
        return {p for p in among.persons if p not in police or not is_told_directly(p, among, True)}
    if not opens_on_outsider(page):
        return None
    culprits = {
        p
        for p in among.persons
        if p not in police
        and sum(q.anchor < p.anchor for q in police) <= _POLICE_BEFORE
        and (is_told_directly(p, among) or any(_serves(m, page) for m in p.mentions))
    }
    if not culprits and not _is_decided(page):
        return None
    if unnamed_officer_told(page, scan):
        return None
    if not police:  # "The son of a sergeant has been jailed": nobody else need be named
        return culprits if _lead_is_of_kin(page) else None
    blameless = _FALSELY.search(page.low) is not None
    told = {p for p in police if is_told_directly(p, among, blameless)}
    return {p for p in among.persons if p not in told}


#: officers whom a story of an outsider's case names before the outsider: who made the arrest
_POLICE_BEFORE: Final = 1


def _is_decided(page: Page) -> bool:
    """Whether the story's first sentence tells a charge or a verdict."""
    lead = _lead(page)
    return lead is not None and _VERDICT.search(page.low, lead.start, lead.end) is not None


def beside_the_one(among: Surroundings, police: set[Person]) -> set[Person]:
    """The officers beside whom a short story that opens on one officer tells of, where no case of their own is told.

    Each is then a colleague who stopped, saw or suffered what the one did.
    """
    opening, page = among.opening, among.page
    if opening is None or not opening.police or opening.number != 1 or len(page.low) > _STORY:
        return set()
    ranked = sorted((p for p in police if p.label is None), key=lambda p: p.anchor)
    if len(ranked) < 2 or len(ranked) != len(police) or _OTHERS_TOO.search(page.low):
        return set()
    first = ranked[0]
    if first.score <= 0:
        return set()
    return {
        p
        for p in ranked[1:]
        if not is_told_directly(p, among)
        and not _is_judged(p, among)
        and not any(is_told(m, p, among) for m in p.mentions)
    }


def _is_judged(person: Person, among: Surroundings) -> bool:
    """Whether an outcome or a finding is told in the words from any mention on, until somebody else is named."""
    page, scan = among.page, among.scan
    for m in person.mentions:
        own = page.sentence_at(m.start).paragraph
        after = among.list_of(m)[-1].end  # "Lee and Moss will be given advice": both
        stop = among.next_other(person, after)
        for s in page.sentences[page.sentence_index(m.start) :]:
            if s.start >= stop or s.paragraph != own:
                break
            told = scan.among(("outcome", "finding"), max(s.start, after), min(s.end, stop))
            if any(not page.quoted(h.start) for h in told) or _CONDUCT.match(page.low, s.start, s.end):
                return True
    return False


# "His conduct was assessed"
_CONDUCT: Final = re.compile(r"(?:his|her) (?:own )?(?:conduct|actions|case|part|behaviour)\b")


_STORY: Final = 2000  # characters
# More officers than one are in the case.
_OTHERS_TOO: Final = re.compile(
    r"\b(?:both|neither|(?:two|three|four|five|second|third|another|other|fellow|more|same) (?:[\w-]+ )?(?:officers?|constables?|sergeants?|detectives?|pcs?|colleagues?|m[ae]n|wom[ae]n|defendants?|hearing|panel)|pair|co-accused|alongside|same|as well|so (?:was|did|had)|husband and wife|couple)\b"
)
# A story that opens on an officer to whom something good or bad befell, or who speaks of it.
_HARMLESS: Final = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are) (?:been )?(?:also |now |finally )?(?:found safe|found dead|recommended for|nominated|honoured|praised|commended|appointed|elected|selected|chosen|given (?:an? )?(?:\w+ )?(?:award|medal)|reunited)"
    r"|(?:has|have) (?:spoken|told of|paid tribute|called for|urged|thanked|announced)|(?:is|are) (?:to stand|standing|to run|running|to lead|to become|missing|recovering|fighting for)|(?:who had been|has been|went|reported) missing"
    r"|(?:has |have )?w(?:o|i)ns? (?:an? |his |her |their )?(?:[\w-]+ ){0,2}(?:case|claim|£[\d,]+|damages|payout|pay-out|award|medal|discrimination|tribunal|compensation) ?(?!back))\b"
)


def _lead_is_harmless(page: Page) -> bool:
    """Whether a story opens on an officer of whom no deed is told, and has no word of police discipline."""
    lead = _lead(page)
    if lead is None or len(page.low) > _NEWS or holds_any(page.low, _DISCIPLINE):
        return False
    about = _ABOUT.match(page.low, lead.start, lead.end)
    return (
        about is not None
        and _POLICE.search(page.low, lead.start, about.end()) is not None
        and _HARMLESS.search(page.low, about.end(), lead.end) is not None
        and _VERDICT.match(page.low, about.end(), lead.end) is None
    )


def _serves(m: Mention, page: Page) -> bool:
    s = page.sentence_at(m.start)
    return not page.quoted(m.start) and _SERVES.match(page.low, m.end, s.end) is not None


_AN_OFFICER: Final = re.compile(
    r"\b(?:an?|the|one|another|two|three|second|former|ex) (?:(?!(?:who|of|for|to|by|on|at)\b)[\w'-]+ ){0,3}?(?:police officers?|officers?|constables?|sergeants?|inspectors?|detectives?|policem[ae]n|policewom[ae]n|pcs?|pcsos?)"
)


def unnamed_officer_told(page: Page, scan: Scan) -> bool:
    """Whether an officer whom the page does not name there is told of as tried or punished: "the former constable was jailed"."""
    for found in _AN_OFFICER.finditer(page.low):
        if page.quoted(found.start()) or page.text[found.end() : found.end() + 2].strip().istitle():
            continue
        s = page.sentence_at(found.start())
        if found.start() - s.start < 4 and _deed_at(found.end(), s.end, page, scan, True):
            return True
    return False
