"""Innocents: people whom the page itself says, in so many words, to be no subject, whatever stands near their names.

The officer who was murdered, the one of whom a newspaper that corrects itself says that he is of good character,
the sergeant who looked into a complaint. Words of a case whose subject or object the person plainly is outweigh
that of the dead and of the investigator; nothing outweighs a correction.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.outsiders import is_told_directly
from peelian.reading.own_fates import FATE_AFTER
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.spans import holds_any
from peelian.reading.surroundings import Surroundings

_RANK: Final = (
    r"(?:the |an? |off-duty |young |late |woman |female |unarmed |police officer |officer |probationary )*"
)
_KILLING: Final = r"(?:murdered|killed|gunned down|shot dead|stabbed to death|beaten to death|hacked to death|run down and killed|mown down|shot and killed)"
# "the murder of Constable Lee", "the men who shot dead PC Lee"
_KILLED_BEFORE: Final = re.compile(
    rf"\b(?:(?:murder(?:er|ers)?|killing|manslaughter|killers?|shooting|fatal stabbing) of|{_KILLING}|murdering|killing|shooting dead) {_RANK}\Z"
)
# "Sgt Lee murdered |his wife|": whom an officer killed, who is not the dead one
_WHOM: Final = (
    r" (?:(?:his|her|their|its) (?!(?:home|house|flat|desk|post|car|garden|doorstep|bed|kitchen|way|beat|station)\b)"
    r"|(?:an?|the|two|three|four|another|one|their) (?:[\w'-]+ ){0,4}?(?:man|men|woman|women|wife|husband|girl|boy|child|children|baby|son|daughter|mother|father|partner|girlfriend|boyfriend|lover|mistress|neighbour|stranger|colleague|officer|sergeant|constable|nurse|teacher|student|prisoner|suspect|burglar|driver|cyclist|pedestrian|pensioner|people|dog|cat)s?\b"
    r"|him\b|them\b)"
)
# ... and "Sgt Lee brutally murdered |Ann Obi|"
_OF_OTHERS: Final = re.compile(r" (?!was\b|had\b|were\b|has\b|who\b|died\b)[^,]*")
# "PC Lee, murdered at her post", "PC Lee was shot dead", "the murdered constable, Ann Lee"
_KILLED_AFTER: Final = re.compile(
    rf"(?:,? \(?\d\d\)?)?(?:,? (?:of|from) [^.,;\n]{{3,40}}?)?,?(?: who)?(?: (?:was|had been|were|has been))? (?:fatally |brutally |tragically |later |himself |herself )?(?:{_KILLING}(?!{_WHOM})|fatally (?:shot|stabbed|injured|wounded)(?!{_WHOM})|died (?:of|from) (?:his|her) (?:wounds|injuries))\b"
    r"|(?:,[^.;\"]{3,60},)? (?:had |later |then |also )?(?:(?:shot|hanged|killed|drowned|poisoned|gassed) (?:him|her)self|took (?:his|her) own life|died by suicide)\b"
    r"|'s? (?:murder|murderers?|killers?|killing|death|widow|memorial|sacrifice|grave)\b"
)
_OF_DEATH: Final = ("murder", "kill", "manslaughter", "dead", "fatal", "death", "gunned", "mown", "shoot", "widow", "grave", "memorial", "sacrifice", "wounds", "injuries", "himself", "herself", "own life", "suicide")  # fmt: skip

# "Sgt Lee has never been the subject of any misconduct proceedings", "is of good character"
_GOOD_NAME: Final = re.compile(
    r"(?:,[^,.;]{3,60},)? (?:is|was|has|had|remains)(?: [\w-]+){0,4}? (?:of (?:good|exemplary|unblemished) character"
    r"|never (?:been )?(?:the subject of any|subject to any|faced any|(?:accused|arrested|charged|disciplined|convicted|suspended|investigated) (?:(?:of|for|with|over|in connection with) )?(?:any|anything))"
    r"|not (?:been )?(?:the (?:officer|person|man|woman|constable|sergeant) (?:concerned|involved|in question|referred to|who|dismissed|convicted)|(?:in any way )?(?:connected|involved|linked) (?:with|to|in)))\b"
)
_OWN_PAPER: Final = re.compile(
    r"\b(?:we (?:apologi[sz]e|are (?:happy|pleased|glad|sorry)|accept|regret|wish to|would like to|reported|published|said|wrote|stated|named|printed)|(?:an?|our|the|this) (?:earlier |previous |online |original )?(?:article|report|story|headline|picture|caption|version)\b[^.;]{0,80}\b(?:said|stated|named|suggested|reported|wrongly|incorrectly|mistakenly|referred|identified|described))\b"
)

# "Sergeant Lee, who looked into it, found that", "I complained, and Inspector Lee was appointed to investigate"
_LOOKED_INTO: Final = re.compile(
    r"(?:,? of (?:the )?[^.,;]{3,50})?,? (?:who )?(?:had |was |then |later |also )*(?:(?:looked|looking|inquired|enquired) into|(?:investigated|investigating|reviewed|examined|handled|dealt with|took on|assessed) (?:it|the (?:matter|complaint|case|claim|allegations?|incident)|my|her|his|their)"
    r"|(?:ran|led|headed|oversaw|supervised|conducted|carried out) (?:the|that|an?|this) (?:first|second|third|original|later|internal|fresh|new|murder|homicide|local|ipcc|iopc|initial)? ?(?:inquiry|enquiry|investigation|reinvestigation|hunt|review)"
    r"|reinvestigated (?:the|it|her|his)|(?:appointed|asked|assigned|brought in|tasked|called in) (?:as (?:the )?investigat\w+|to (?:investigate|look into|inquire|review|examine|carry out)))\b"
)


def innocents(among: Surroundings) -> set[Person]:
    """Those of the people of a page of whom its words say that no case is theirs."""
    page = among.page
    corrects = _OWN_PAPER.search(page.low) is not None
    out = set()
    for person in among.persons:
        if person.label is not None:
            continue
        cleared = corrects and any(_is_cleared(m, page) for m in person.mentions)
        beside = any(
            _is_killed(m, page)
            or _investigates(m, page)
            or _HONOURED.match(page.low, m.end)
            or (m.rank is not None and _HELPED.match(page.low, m.end))
            for m in person.mentions
        )
        beside = beside or any(m.rank is None and _HANGED.match(page.low, m.end) for m in person.mentions)
        suffers = any(_suffers(m, page) for m in person.mentions) and not any(
            FATE_AFTER.match(page.low, m.end, page.sentence_at(m.start).end)
            or among.scan.between("outcome", m.start, page.sentence_at(m.start).end)
            for m in person.mentions
        )
        asked = all(_is_asked_about(m, page) for m in person.mentions) and not any(
            among.scan.between("outcome", m.end, page.sentence_at(m.start).end) for m in person.mentions
        )
        cleared = cleared or any(_is_not_accused(m, page) for m in person.mentions)
        praised = any(_is_praised(m, page) for m in person.mentions) and not among.deeds[person]
        if cleared or asked or suffers or ((beside or praised) and not is_told_directly(person, among)):
            out.add(person)
    return out


def _is_cleared(m: Mention, page: Page) -> bool:
    """Whether a paper that corrects itself says that nothing stands against whoever is named."""
    s = page.sentence_at(m.start)
    return _GOOD_NAME.match(page.low, m.end, s.end) is not None


# "|PC Lee| was 24 when her sergeant first put his hand up her skirt", "|Lee| left after being signed off, and won £38,000 at a tribunal"
_SUFFERS: Final = re.compile(
    r"[^.;\"]{0,90}?\b(?:when|after|because|that) (?:his|her|their) (?:own |then |shift |line |male |senior )*(?:sergeant|inspector|boss|supervisor|manager|colleagues?|superior|tutor|tutor constable|superintendent)(?: [\w-]+){0,2} (?:put|touched|groped|kissed|grabbed|slapped|sent|called|bullied|harassed|assaulted|raped|pushed|propositioned|pestered|exposed)\b"
    r"|[^.;\"]{0,110}?\b(?:won|was awarded|accepted|received|was paid) (?:[\w'-]+ ){0,3}£[\d,]+[^.;\"]{0,40}\b(?:tribunal|damages|compensation|settlement|payout|discrimination)\b"
)


# "Special constable Lee, who drives a van, is the Volunteer of the Year"; "the poisoner Ann Obi, hanged in 1952"
_HONOURED: Final = re.compile(
    r"(?:,[^.;\"]{3,70},)? (?:is|was|has been|were)(?: named| crowned| voted| chosen)?(?: as)? (?:the |our |its )?(?:[\w'-]+ ){0,4}of the (?:year|month)\b"
)
_HANGED: Final = re.compile(r",? (?:who was )?(?:later )?hanged (?:in|at|for)\b")


def _suffers(m: Mention, page: Page) -> bool:
    """Whether an officer's sentence goes on to tell what a superior did to him or her, or that a claim was won."""
    if page.quoted(m.start) or page.low.startswith("'s", m.end):
        return False
    return _SUFFERS.match(page.low, m.end, page.sentence_at(m.start).end) is not None


# "|PC Lee|, who held her hand till the ambulance came, wept"
_HELPED: Final = re.compile(
    r"(?:, \d\d)?, who (?:had |also |then )*(?:held (?:his|her|the \w+'s) hand|comforted (?:him|her|the)|cradled|stayed with (?:him|her|the)|went to (?:his|her|their) (?:aid|help)|(?:tried|fought|battled) to (?:save|revive|resuscitate)|gave (?:him|her) (?:cpr|first aid)|gave first aid|performed cpr|pulled (?:him|her|them) (?:from|out|clear))\b"
)


# "You asked about |DI Lee. He is not accused of anything|", "|PC Moss|, who is accused of nothing"
_NOT_ACCUSED: Final = re.compile(
    r"(?:,? (?:who )?|\. (?:he|she) |\. (?:mr|mrs|ms|miss) [\w'-]+ )(?:is|was|has been|stands) (?:not (?:himself |herself |being )?(?:accused|suspected) of (?:anything|any (?:wrongdoing|misconduct|offence|crime)|wrongdoing|misconduct)|(?:accused|suspected|guilty) of nothing|accused of no (?:wrongdoing|misconduct|offence|crime))\b(?! (?:until|before|then|at first|else|more|other|worse|by|but))"
)


def _is_not_accused(m: Mention, page: Page) -> bool:
    """Whether the words right behind a name say that nothing is alleged of its bearer."""
    return not page.quoted(m.start) and _NOT_ACCUSED.match(page.low, m.end) is not None


# "The first there were PCs Lee and Moss. |They did what they could, and the coroner commended them|"
_PRAISED: Final = re.compile(
    r"(?:he|she|they) [^.;\"]{0,90}?\b(?:coroner|judge|inquest|jury|family|parents|court|inquiry|chief constable)\b[^.;\"]{0,40}? (?:commended|praised|thanked|paid tribute to) (?:him|her|them)\b"
)


def _is_praised(m: Mention, page: Page) -> bool:
    """Whether the sentence after one that names an officer says by "she" or "they" that a coroner or a judge commended them."""
    index = page.sentence_index(m.start) + 1
    if index >= len(page.sentences) or not page.low.startswith(
        ("he ", "she ", "they "), page.sentences[index].start
    ):
        return False
    then = page.sentences[index]
    return _PRAISED.match(page.low, then.start, then.end) is not None


# "Mrs Lyne asked whether |Inspector Holt| had been disciplined"
_ASKED: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?|inquired|queried|question(?:s|ed)?) (?:whether|if)(?: the| former| that)* \Z"
)


def _is_asked_about(m: Mention, page: Page) -> bool:
    """Whether whoever is named is only asked about."""
    return _ASKED.search(page.low, max(page.sentence_at(m.start).start, m.start - 40), m.start) is not None


def _is_killed(m: Mention, page: Page) -> bool:
    """Whether an officer is named as one who was killed."""
    if m.rank is None:
        return False
    s = page.sentence_at(m.start)
    start = min(m.start, m.rank.start)
    before = max(s.start, start - 60)
    if not holds_any(page.low[before : min(s.end, m.end + 60)], _OF_DEATH):
        return False
    if _KILLED_BEFORE.search(page.low, before, start) is not None:
        return True
    killed = _KILLED_AFTER.match(page.low, m.end, s.end)
    return killed is not None and not (
        killed.group().startswith(" ")
        and _OF_OTHERS.fullmatch(killed.group())
        and page.text[killed.end() + 1 : killed.end() + 2].isupper()
    )


def _investigates(m: Mention, page: Page) -> bool:
    """Whether an officer is named as the one who looked into a complaint."""
    return m.rank is not None and _LOOKED_INTO.match(page.low, m.end) is not None
