"""Bystanders: officers whom a page names without telling anything against them; none of them is a subject.

An officer to whom somebody complained or lied, who was shot or given a medal, who was a witness or led the
inquiry, or whom a correction clears. A single word told against an officer outweighs every such frame.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.civilians import civilians, opens_on_civilian
from peelian.reading.hurt_by_others import HURT, OPENING, hurt_police, is_hit, opens_on_harm_or_witness
from peelian.reading.innocents import innocents
from peelian.reading.kin import has_kin
from peelian.reading.leads import opens_on_an_officers_deed
from peelian.reading.outsiders import beside_the_one, is_told_directly, outsiders_case
from peelian.reading.own_case import is_tried_with
from peelian.reading.own_fates import DEALT_WITH
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.role_signs import CASE_OF, DONE_TO, OF_CASE, SPEAKS_OF_IT
from peelian.reading.scan import Hit, Scan
from peelian.reading.sitting import in_attendance
from peelian.reading.surroundings import Surroundings

_OFFICER: Final = r"(?: the| an?| off-duty| fellow| serving| retired| police officer| officer| another officer| colleague| motorist| his sergeant| her sergeant| his inspector| her inspector| named| called| another| a (?:second|third|fourth|further)| woman| man| female| male| known(?: only)?(?: as)?| referred to as| identified(?: only)? as|,)*"
# Before a name: whom somebody met, told, lied to, hurt or killed.
_MET: Final = re.compile(
    r"\b(?:(?:complain|complained|lied|lying|lie|spoke|spoken|reported|surrendered|confessed|apologised|apology|boasted|shouted|tribute|tributes|gave himself up|gave herself up|handed over|made|a lie|statement|attentive) to"
    r"|(?:swore|sworn|spat|spitting|swearing|shot|shouted|yelled|screamed|threw [a-z ]{3,20}|lunged|aimed) at"
    r"|(?:stopped|arrested|detained|pulled over|challenged|interviewed|questioned|chased|caught|spotted|rescued|comforted|found|discovered|investigated|reported|breathalysed|searched|seen|pursued|tackled|flagged down|helped|saved) by"
    r"|(?:ran|run|running|mowed|mown|knocked) (?:down|over|into)|hit|struck|killed|killing|murdered|murdering|stabbed|stabbing|wounded|injured|bit|punched|headbutted|attacked|assaulted|assaulting|attacking"
    r"|(?:death|murder|killing|drowning|shooting|stabbing|loss|bravery|courage|memory|funeral|widow|family|parents|evidence|account|testimony|word|statement|wounding|injuring) of"
    r"|(?:evidence|testimony|statements?|accounts?|calls?) from(?: (?:him|her|them|both|[\w'-]+ [\w'-]+) and(?: from)?)?"
    r"|(?:heard|hears|hear|hearing)(?: also| earlier| yesterday| first)* from"
    r"|groped|groping|kissed|kissing|slapped|slapping|touched|touching|fondled|stroked|squeezed|hugged|propositioned|pestered|harassed|harassing|bullied|bullying|belittled|grabbed|pinched|messaged|texted|leered at"
    r"|(?:sent|sending|made|making) (?:[\w-]+ ){0,5}(?:messages?|texts?|photographs?|pictures?|images?|comments?|remarks?|advances?) (?:to|about|at|towards)|(?:put|placed|putting|placing|ran|running|rubbed|rubbing) his (?:hands?|arms?|fingers?|groin|face|lips) (?:up|on|round|around|down|against|over|between|inside|under|near|to|through|in)"
    r"|(?:attack|assault|tribute|tributes) (?:on|to)|(?:certificates?|awards?|commendations?|medals?|prizes?) from)"
    + _OFFICER
    + r" ?\Z"
)
# "PC Lee's skirt", "PC Lee, who has waived her anonymity": to whom it was done
_DONE_TO_HER: Final = re.compile(
    r"'s? (?:skirt|bottom|buttocks|breasts?|bra|underwear|crotch)\b"
    r"|(?:,? \(?\d\d\)?)?,? who (?:has |had )?(?:waived|given up|gave up) (?:her|his|their) (?:right to )?(?:lifelong )?anonymity"
)
# "his hand on PC Lee's knee"; but "the thud of Sgt Lee's knee" is a blow of his own
_TOUCHED: Final = re.compile(
    r"\b(?:hands?|arms?|touch\w*|strok\w+|squeez\w+|grab\w*|rubb\w+|pinch\w+|groped)\b"
)
_LIMB: Final = re.compile(r"'s? (?:thighs?|knees?|waist)\b")
_TOLD: Final = re.compile(r"\b(?:told|telling|tells|informed|warned)" + _OFFICER + r" ?\Z")
# "told PC Lee he would be dismissed" is against him; "told PC Lee that his client had been away" is not.
_OF_FATE: Final = re.compile(
    r"[^.;]{0,60}\b(?:dismiss|sack|guilty|convict|jail|sentenc|custod|conduct|misconduct|you\b|your\b|career|job)"
)
_BENCH: Final = re.compile(
    r"\b(?:judge|recorder|magistrates?|justice|chair\w*|panel|bench|sheriff|tribunal|court|hearing|chief|honour|was|were|been|be)\b|\""
)
_AGE: Final = r"(?:,? \(?\d\d\)?)?(?: of [^,.;]{3,40})?"
# After a name: what an officer suffered, was thanked for, or did in somebody else's case.
_DID: Final = re.compile(
    _AGE + r"(?:, who (?:retired|retires|is retiring|is to retire)\b[^.;,]{0,50},)?"
    r",?(?: who)?(?: (?:was|were|had|has|have|been|later|also|then|is|both|each|all|since|only)(?! (?:shot|stabbed|killed|murdered|run|knocked|wounded|injured|headbutted|bitten|spat|attacked)))*"
    r" (?:(?:(?:was|were|been) (?:\w+ly |also |later )?)(?:shot|stabbed|killed|murdered|run over|run down|knocked down|wounded|injured|headbutted|bitten|spat at|attacked)|died|drowned"
    r"|(?:treated|spoken to|interviewed|called|named|regarded|heard) (?:only |just |merely |solely )?as an? (?:significant |key |mere )?witness|a (?:key |mere |prosecution )?witness"
    r"|(?:given|awarded|handed|received?|presented with|honoured with|nominated for|won|recommended for) (?:an? |the |his |her )?(?:[\w'-]+ ){0,3}(?:award|medal|commendation|bravery|prize|honour)"
    r"|in (?:a wheelchair|a coma|intensive care|agony)|paralysed|fighting for (?:his|her) life|with (?:[\w-]+ ){0,3}(?:injuries|brain damage|a broken \w+)"
    r"|commended|praised for|thanked by|(?:reported|report(?:s|ing)) (?:him|her|them|it|the matter|his|her)|found (?:him|her|them|the body)"
    r"|(?:led|conducted|carried out|undertook) (?:the|an?|his|her) (?:[\w-]+ )?(?:inquiry|enquiry|investigation|case|interview|review)|investigated (?:the|it|them)|gave evidence (?:against|for the (?:prosecution|crown))|[^.;:]{3,80}?(?:,| and) (?:also |later |then )?(?:gave|giving|give) evidence for the (?:prosecution|crown)|had no part in|no part in|not (?:in court|accused|involved|charged|under investigation|suspected)"
    r"|(?:won|wins|win|awarded|received|accepted|settled|sued|suing|suffered|brought) [^.;]{0,50}?(?:\b(?:payout|pay-out|damages|compensation|claim|tribunal|discrimination|victimi[sz]ation)|£[\d,]+)"
    r"|blew the whistle|told an? (?:inquest|employment tribunal|public inquiry|coroner)|made (?:a |several )?protected disclosures?|(?:reported|complained about|gave evidence about) (?:her|his|their) (?:sergeant|inspector|colleagues?|boss|supervisor)"
    r"|an unblemished (?:record|career)|(?:faces|facing|faced) no (?:allegation|charge|action|complaint|disciplinary)|no (?:criticism|suggestion|allegation))\b"
)
# "PC Lee, who drove the car, told the inquest": a witness of how somebody died.
_AT_INQUEST: Final = re.compile(
    r"(?:,[^,.;]{3,60},)? (?:also |then )?(?:told|gave evidence (?:to|at)|said at|told jurors at) (?:the|an|his|her) (?:\w+ )?inquest\b"
)
# ... of a page whose first words tell of an inquest: "PC Lee, of Kent Police, told the jury that"
_TOLD_JURY: Final = re.compile(
    r"(?:,? (?:of|from) [^,.;]{3,50},?|,[^,.;]{3,60},)? (?:also |then )?(?:told|gave evidence to|said to|explained to) (?:the |a )?(?:jury|jurors|coroner|court)\b"
)
_INQUEST: Final = re.compile(r"\binquest\b")
_IN_LIST: Final = re.compile(r"[^.;:]{0,60}(?:,| and|&) (?:pc |pcs |sgt |mr |ms |mrs )?")
_TURNS: Final = re.compile(r"\b(?:and (?:the (?:other|second)|another)|while|whereas|but)\b")
_SEX: Final = re.compile(r"\b(?:she|her|he|his|him)\b")
_PRIZE: Final = re.compile(
    r" (?:an? |the |his |her )?(?:[\w'-]+ ){0,3}(?:award|medal|commendation|bravery|prize|honour|first aid|treatment|life support|by (?:colleagues|family)|as a witness)\b"
)
# Log-odds from which a person is a subject even beside a civilian whose own case the page tells.
_PLAIN: Final = 3.0
# A field of a notice: "Officer: PC Lee".
_LABEL: Final = re.compile(r"(?:\A|\n)[^\n:|]{2,28}(?<!\d\d\d\d)[:|] ?\Z")
_LED: Final = re.compile(
    r",? who (?:had )?(?:led|headed|ran|supervised|oversaw|carried out) (?:the|an?) (?:\w+ )?(?:inquiry|enquiry|investigation|case|operation|hunt)\b"
)
_TAKEN_BACK: Final = re.compile(
    r"\b(?:(?:that|this|which|it|report|article|story|name|picture) (?:is|was|were) (?:wrong|incorrect|untrue|not (?:so|true|correct|the case)|inaccurate|an error|a mistake|false|mistaken)"
    r"|wrongly (?:named|said|reported|stated|identified)|mistakenly|in error|apologise|apology|correction|mix-up|mistaken identity)\b"
)


def set_aside(among: Surroundings, police: set[Person]) -> tuple[set[Person], bool]:
    """Those who are no subjects: civilians, and officers of whom nothing is told; and whether the page tells a civilian's own case."""
    persons, page, scan = among.persons, among.page, among.scan
    outside = civilians(persons, police, page, scan)
    first = next((p for p in persons if not in_attendance(page, p.anchor)), persons[0])
    own_case = bool(outside) and (
        opens_on_civilian(page, scan) or (first in outside and _against(first, among))
    )
    harmless = set()
    hurt = opens_on_harm_or_witness(page.low[:OPENING])
    if hurt and not opens_on_an_officers_deed(page, OPENING):
        outside |= {p for p in persons if p not in police and p.label is None}  # one of them did it
    attackers = {p for p in persons if p not in police and p.label is None and hurt_police(p, page)}
    outside |= attackers
    own_case = own_case or (bool(attackers) and not police)
    for person in persons:
        if any(_is_out_of_it(m, page) for m in person.mentions) or (
            person not in police and all(_only_parent(m, page) for m in person.mentions)
        ):
            harmless.add(person)
            continue
        if any(is_tried_with(page, m.start, m.end) for m in person.mentions):
            continue
        if person in outside or (
            _against(person, among, hurt and person in police)
            and not any(_is_done_to_her(m, page) for m in person.mentions)
        ):
            continue
        meek = (hurt and person in police) or all(has_kin(page, m.start, m.end) for m in person.mentions)
        if (
            meek
            or any(_stands_by(m, page, among) for m in person.mentions)
            or (own_case and person.score < _PLAIN and not _serves_time(person, among))
        ):
            harmless.add(person)
    beside = outsiders_case(among, police)
    if beside is not None:
        harmless |= beside
        own_case = True
    harmless |= {p for p in beside_the_one(among, police) if not _against(p, among)}
    harmless |= innocents(among)
    if hurt:
        harmless |= {
            p for p in police if any(is_hit(m, page) for m in p.mentions) and not is_told_directly(p, among)
        }
    return harmless | outside | _cleared_by_correction(persons, page), own_case


# "the wife of PC Tom Lee, |who is serving nine years|": his own case, though the page is on hers
_SERVES_TIME: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:who )?(?:(?:is|was) (?:now |already |still |currently )?serving (?:[\w-]+ ){1,5}?(?:years?|months?|sentence|term|life)|(?:was|has been|had been) (?:later |also |already |himself |herself )?(?:jailed|convicted|imprisoned|dismissed|sacked))\b"
)


def _serves_time(person: Person, among: Surroundings) -> bool:
    return any(
        m.rank is not None and not among.page.quoted(m.start) and _SERVES_TIME.match(among.page.low, m.end)
        for m in person.mentions
    )


# "Inspector Lee retired last year and isn't part of these proceedings"
_OUT_OF_IT: Final = re.compile(
    r"[^.;\"]{0,70}?\b(?:is|are|was|were)(?:n't| not) (?:an? )?(?:part of|subject to|party to|facing|before) (?:any of )?(?:these|those|the|this|any) (?:[\w-]+ )?(?:proceedings|hearing|panel)\b"
)


def _is_out_of_it(m: Mention, page: Page) -> bool:
    """Whether the words after a mention say that its bearer's own case is not what the page tells of."""
    end = page.sentence_at(m.start).end
    return _OUT_OF_IT.match(page.low, m.end, end) is not None


# "messages that made fun of |Ann Lee|'s disabled son": named only to say whose child it is
_WHOSE_CHILD: Final = re.compile(
    r"'s (?:[\w-]+ ){0,3}?(?:son|daughter|child|children|baby|toddler|mother|father|parents|family|widow|husband|wife|death|murder|body|disappearance|funeral)\b"
)


def _only_parent(m: Mention, page: Page) -> bool:
    """Whether somebody without a rank is named only to say of whose child, family or death the page speaks."""
    return (
        m.rank is None
        and m.start - page.sentence_at(m.start).start > _LEAD_IN
        and _WHOSE_CHILD.match(page.low, m.end) is not None
    )


_LEAD_IN: Final = 12  # characters: whoever opens a sentence may be whom it tells of


def _stands_by(m: Mention, page: Page, among: Surroundings) -> bool:
    """Whether a mention's words make its bearer a witness, a victim, or somebody at work."""
    low = page.low
    start = max(page.sentence_at(m.start).start, m.start - 70)
    after = among.list_of(m)[-1].end  # "Lee, Moss and Bell each received the chief constable's commendation"
    if _MET.search(low, start, m.start) or _DID.match(low, after) or _AT_INQUEST.match(low, m.end):
        return True
    if _LEAVES_WELL.match(low, m.end) or _CONTACT.search(low, max(0, m.start - 24), m.start):
        return True
    if _TOLD_JURY.match(low, m.end) and _INQUEST.search(low, 0, OPENING):
        return True
    if m.rank is not None and _then_harmed(m, after, page, among):
        return True
    if _is_done_to_her(m, page):
        return True
    end = page.sentence_at(m.start).end
    told = _TOLD.search(low, start, m.start)
    return (
        told is not None
        and _BENCH.search(low, page.sentence_at(m.start).start, told.start()) is None
        and _OF_FATE.match(low, m.end, end) is None
    )


def _is_done_to_her(m: Mention, page: Page) -> bool:
    """Whether the words around a mention say that its bearer was touched, or has waived anonymity."""
    if _DONE_TO_HER.match(page.low, m.end):
        return True
    start = max(page.sentence_at(m.start).start, m.start - 60)
    return _LIMB.match(page.low, m.end) is not None and _TOUCHED.search(page.low, start, m.start) is not None


# What the sentences after a name go on to say of officers who came to harm or did well.
_HARMED_NEXT: Final = re.compile(
    rf"(?:both|(?:the|his|her) (?:two )?(?:officers|pair|constable|sergeant|pc|inspector|detective|colleague))(?: (?:was|were|has|have|had|been|since|later|also|then|both))+"
    rf" (?:{HURT}|treated|taken to hospital|commended|praised|honoured|thanked|hailed)\b"
)


def _then_harmed(m: Mention, after: int, page: Page, among: Surroundings) -> bool:
    """Whether the paragraph goes on to say that those named there were hurt or thanked: "Both have been commended"."""
    index = page.sentence_index(m.start)
    own = page.sentences[index].paragraph
    i = index + 1
    while i < len(page.sentences) and page.sentences[i].paragraph == own:
        s = page.sentences[i]
        if among.named_in(after, s.start):
            return False
        if _HARMED_NEXT.match(page.low, s.start, s.end) and not page.quoted(s.start):
            return True
        i += 1
    return False


def _against(person: Person, among: Surroundings, heard: bool = False) -> bool:
    """Whether anything is told that could stand against a person; ``heard``: not merely what a hearing was told of them."""
    others = among.others(person)
    return any(_told_against(m, others, among.page, among.scan, heard) for m in person.mentions)


# "The jury heard from |Sgt Lee|": a witness
_HEARD_FROM: Final = re.compile(
    r"\b(?:heard|hears|hear)(?: also| earlier| yesterday| first| evidence)* from \Z"
)
_HEARD: Final = re.compile(r"\b(?:heard|told|said|claim(?:ed|s)) that [^.;]*\Z")


# "a crash that left |PC Lee| in a wheelchair": what was done to whoever is named
_LEFT: Final = re.compile(r"\b(?:left|leaving|leaves|put|putting)(?: [\w'-]+){0,5} \Z")
_SO_HURT: Final = re.compile(
    _AGE
    + r",? (?:in (?:a wheelchair|a coma|hospital|intensive care|agony)|paralysed|unconscious|brain[- ]damaged|for dead|fighting for|needing|unable to|with (?:[\w-]+ ){0,3}(?:injuries|fractures?|brain damage|a broken \w+))\b"
)


def _told_against(m: Mention, others: list[int], page: Page, scan: Scan, heard: bool) -> bool:
    """Whether the words around a mention tell of its bearer's own charge, hearing or punishment."""
    if has_kin(page, m.start, m.end):
        return False
    low = page.low
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    start = max(sentence.start, m.start - 70)
    if _HEARD_FROM.search(low, start, m.start) or (
        _LEFT.search(low, start, m.start) and _SO_HURT.match(low, m.end)
    ):
        return False
    if DEALT_WITH.match(low, m.end, sentence.end):
        return True
    case = CASE_OF.search(low, start, m.start) is not None
    if (
        (case and not (heard and _HEARD.search(low, start, m.start)))
        or OF_CASE.match(low, m.end)
        or _is_done_to(low, start, m.start)
    ):
        return True
    if _LABEL.search(low, max(0, m.start - 30), m.start):
        return True
    i = bisect_right(others, m.start)
    while i < len(others) and _IN_LIST.fullmatch(low, m.end, others[i]):
        i += 1  # "Lee, 40, and Moss, 43, deny": what follows is told of both
    end = min(sentence.end, others[i] if i < len(others) else sentence.end)
    if any(_is_deed(h, page) for h in scan.among(("does", "passive"), m.end, end)):
        return True
    if end < sentence.end or index + 1 == len(page.sentences):
        return False
    if _LED.match(low, m.end) or (i and SPEAKS_OF_IT.match(low, m.end, sentence.end)):
        return (
            False  # whoever "he" is in the next sentence, it is whom the inquiry or the quotation was about
        )
    then = page.sentences[index + 1]
    opens = next(iter(scan.between("described", then.start, then.start + 12)), None)
    if (
        opens is None
        or opens.value == "many"
        or (i and others[i - 1] >= sentence.start and opens.value == "pronoun")
    ):
        return False
    words = low[opens.start : opens.end]
    if _other_sex(low, m.end, sentence.end, words) or _other_rank(m, words):
        return False
    return any(_is_deed(h, page) for h in scan.between("does", then.start, min(then.end, then.start + 90)))


def _is_done_to(low: str, start: int, at: int) -> bool:
    """Whether a name is the object of a charge or a punishment, in the same clause."""
    done = DONE_TO.search(low, start, at)
    return done is not None and _TURNS.search(done.group()) is None


def _other_sex(low: str, start: int, end: int, pronoun: str) -> bool:
    """Whether the words from a name on call its bearer "she" and the next sentence goes on with "he", or the reverse."""
    told = _SEX.search(low, start, end)
    return (
        told is not None
        and pronoun in ("he", "she")
        and (told.group() in ("she", "her")) != (pronoun == "she")
    )


def _other_rank(m: Mention, words: str) -> bool:
    """Whether "the sergeant" goes on about somebody other than the constable just named."""
    if m.rank is None:
        return False
    called = next(
        (rank for rank in ("sergeant", "inspector", "superintendent", "constable") if rank in words), None
    )
    return called is not None and called not in m.rank.value


# "Ann Lee, who retires after 30 years", "... followed him into the police and retired as a superintendent"
_RETIRED: Final = (
    r"(?:has |had |is |was )?retir(?:es|ed|ing) (?:as an? (?:[a-z]+ ){0,2}(?:constable|sergeant|inspector|superintendent|detective|commander)\b(?! (?:and|but|before|when|after))"
    r"|after (?:more than |nearly |almost )?(?:\d+|[a-z-]+) years\b(?![^.;]{0,60}\b(?:investigat|misconduct|disciplin|alleg|charge|hearing)))"
)
_SERVED_OUT: Final = re.compile(_RETIRED)
# "Media enquiries: attention |Sgt Lee|"
_CONTACT: Final = re.compile(
    r"\b(?:attention(?: of)?|attn|contact(?: officer)?|speak to|ask for|enquiries(?: to)?)[:.]? \Z"
)
_LEAVES_WELL: Final = re.compile(
    rf",? (?:who |and )?(?:{_RETIRED}|retired in (?:19|20)\d\d (?:and (?:whom|who|is|now|lives)|but is)\b|followed (?:him|her|[\w' ]{{2,24}}) into (?:the police|the force|uniform)\b)"
)


def _is_deed(hit: Hit, page: Page) -> bool:
    """Whether what is told is a charge or a punishment, and neither a prize nor said in a quotation."""
    if page.low.endswith("medically ", 0, hit.start) or _SERVED_OUT.match(page.low, hit.start):
        return False  # retired hurt, or at the end of their service
    return not page.quoted(hit.start) and _PRIZE.match(page.low, hit.end) is None


def _cleared_by_correction(persons: list[Person], page: Page) -> set[Person]:
    """Whom a correction says to have been named wrongly: the other bearer of a surname is told of instead."""
    out = set()
    for p in persons:
        twins = [q for q in persons if q is not p and p.name and q.name and _surname(q) == _surname(p)]
        told_of_twin = any(_taken_back(m, page) for q in twins for m in q.mentions)
        if twins and not told_of_twin and any(_taken_back(m, page) for m in p.mentions):
            out.add(p)
    return out


def _surname(person: Person) -> str:
    return person.mentions[0].surname


def _taken_back(m: Mention, page: Page) -> bool:
    """Whether the sentence of a mention, or the next, takes it back."""
    index = page.sentence_index(m.start)
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    return _TAKEN_BACK.search(page.low, m.end, last.end) is not None
