"""Hurt by others: pages that open on what was done to officers, and who did it to them.

"PC stabbed at station", "Ned Obi, who bit a constable": the officers are whom it was done to, or witnesses of it, and whoever did it is
no police."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.leads import opens_on_an_officers_deed
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.spans import holds_any

HURT: Final = r"(?:stabbed|attacked|assaulted|shot|bitten|spat at|punched|kicked|headbutted|injured|hurt|killed|run over|knocked down|dragged|stalked|harassed|threatened|mown down|rammed|burned|blinded)"
_HURTING: Final = r"(?:stabb|attack|assault|shoot|bit|spitt|punch|kick|headbutt|injur|kill|murder|running over|knocking down|dragg|stalk|harass|threaten|ramm|bombard)ing"
_HURT_ONE: Final = r"(?:stabbed|attacked|assaulted|shot|bit|spat (?:at|on|in)|punched|kicked|headbutted|injured|killed|murdered|ran over|knocked (?:down|out)|dragged|stalked|threatened|mowed down|rammed|blinded|struck|beat|hit|floored|felled|maimed|crippled|paralysed|hospitalised|disabled|slashed|throttled|strangled|tried to (?:kill|run over|stab|strangle|bite))"
_POLICE: Final = r"(?:police officers?|policem[ae]n|policewom[ae]n|officers?|constables?|pcs?|pcsos?|call[ -]handlers?|dispatchers?|sergeants?|detectives?|cops?|bobby)"
# A page that opens with an officer as somebody's victim: "stabbed", "jailed for stalking police officer".
_OPENS_ON_HARM: Final = re.compile(
    rf"\b{_POLICE} (?:(?:was|were|is|are|who was|being|left|feared|found|fatally|seriously|badly) )+{HURT}\b"
    rf"|\b(?:left|leaving) (?:an?|the|two|three|four|off-duty|on-duty|young|serving| )*{_POLICE} (?:for dead|fighting for|with (?:life|serious|terrible|brain|broken|a broken|multiple)|paralysed|unconscious|injured|hurt)\b"
    # "a crash that left British Transport Police constable Ann Lee in a wheelchair"
    rf"|\b(?:left|leaving) (?:[\w'-]+ ){{0,5}}?{_POLICE}(?: [a-z][\w'-]+){{0,3}} (?:in (?:a wheelchair|a coma|hospital|intensive care|agony)|paralysed|unconscious|brain[- ]damaged|needing|unable to (?:walk|work|speak)|with (?:[\w-]+ ){{0,3}}(?:injuries|fractures?|brain damage))\b"
    # a headline's "PC stabbed at station"; but "PC punched colleague" is what the PC did
    rf"|\b{_POLICE} {HURT}(?=[.,;:'\"\n]|\Z| (?:by|in|at|on|during|after|with|while|outside|near|as|when|trying|to death|and|inside|from|repeatedly|before|who|over)\b)"
    rf"|\b(?:who|and|he|she|man|woman|men|women|teenager|youth|boy|girl|driver|drunk|drunken|thug|yob|reveller|suspect|motorist|passenger|fan|pair|duo|gang|trio) (?:\w+ )?{_HURT_ONE}(?: (?:an?|the|two|three|one|another|off-duty|on-duty|female|male|young|serving|uniformed|fellow|police|\d\d-year-old))* {_POLICE}\b"
    rf"|\b(?:{_HURTING}|(?:attack|assault|attempted murder|murder|killing|stabbing|shooting|manslaughter|death) (?:on|of)) (?:an?|the|two|three|four|off-duty|on-duty|female|male|young|serving|police|\d\d-year-old| )*{_POLICE}\b"
)
_HARM_WORDS: Final = (  # ... and of which it needs one
    "stab", "attack", "assault", "shot", "shoot", "bit", "spat", "spit", "punch", "kick", "headbutt", "injur",
    "hurt", "kill", "run over", "ran over", "running over", "knock", "drag", "stalk", "harass", "threat", "mow",
    "ram", "burned", "blind", "murder", "bombard", "struck", "beat", "slash", "throttl", "strangl", "tried to",
    "manslaughter", "death", "left ", "leaving ", "hit ", "floor", "felled", "maim", "crippl", "paralys", "hospitalis", "disabl",
)  # fmt: skip
OPENING: Final = 320  # characters
# A page that opens with an officer as a witness to a death, as somebody honoured, or as one who spoke up.
_OPENS_ON_WITNESS: Final = re.compile(
    rf"\b{_POLICE}(?: [\w'-]+){{0,3}} (?:tell|tells|told) (?:an? |the )?(?:[\w'-]+ )?(?:inquest|coroner|public inquiry)\b"
    rf"|\b{_POLICE}(?: [\w'-]+){{0,4}} (?:hailed|honoured|commended|praised for|bravery|nominated|wins? (?:an? |the )?(?:bravery|payout|pay-out|damages|compensation|discrimination|whistle\w+|£\d))"
    rf"|\b{_POLICE} who [^.;]{{3,110}}? (?:has|have|had) been (?:hailed|honoured|commended|praised|nominated|recognised)\b"
    rf"|\b(?:bravery|heroism|gallantry|courage|heroic) (?:[\w'-]+ ){{0,2}}(?:for|to) (?:[\w'-]+ ){{0,2}}{_POLICE}\b"
    rf"|\btributes? (?:[\w'-]+ ){{0,4}}?(?:to|for) (?:[\w'-]+ ){{0,4}}?{_POLICE}(?:,| who)? (?:[\w'-]+ ){{0,2}}?(?:died|killed|collapsed|lost)\b"
    rf"|\b{_POLICE}\b[^.;\n]{{0,70}} (?:named|voted|crowned) (?:[\w'-]+ ){{0,5}}?of the year\b"
    rf"|\bwhistle-?blow\w+ (?:[\w'-]+ )?{_POLICE}\b|\b{_POLICE} (?:who blew|blows|who reported) "
)
_WITNESS_WORDS: Final = (  # ... and of which it needs one
    "inquest", "coroner", "public inquiry", "hailed", "honoured", "commended", "praised", "bravery", "recognised", "heroism", "gallantry", "courage", "heroic",
    "nominated", "tribute", "of the year", " win", "whistle", " blew", " blows", " reported",
)  # fmt: skip


def opens_on_harm(page: Page) -> bool:
    """Whether a page opens on what was done to officers, and on nothing that an officer did."""
    opening = page.low[:OPENING]
    hurt = holds_any(opening, _HARM_WORDS) and _OPENS_ON_HARM.search(opening) is not None
    return hurt and not opens_on_an_officers_deed(page, OPENING)


# "Ned Obi, |who bit a police constable| as he was arrested": no police himself, on a page that opens on no officer's deed
_HURT_POLICE: Final = re.compile(
    rf"(?:,? \(?\d\d\)?)?(?:,? of [^.,;]{{3,40}},)?,? (?:who )?(?:had |also |then |later )*(?:{_HURT_ONE}|assaulted) (?:an? |the |two |three |one |several )?(?:female |male |young |off-duty |on-duty )?(?:police )?{_POLICE}\b"
)


def hurt_police(person: Person, page: Page) -> bool:
    """Whether somebody without a rank is told of as hurting an officer, where the page opens on no officer's deed."""
    if any(m.rank is not None for m in person.mentions):
        return False
    hurts = any(_HURT_POLICE.match(page.low, m.end, page.sentence_at(m.start).end) for m in person.mentions)
    return hurts and not opens_on_an_officers_deed(page, OPENING)


# "She headbutted |PC Lee|": whom somebody struck or abused
_HIT_BEFORE: Final = re.compile(
    r"\b(?:headbutted|butted|bit|punched|kicked|kneed|elbowed|slapped|scratched|spat (?:at|on|in)|pushed|shoved|struck|stabbed|rammed|threatened|attacked|assaulted|insulted|abused|swore at)(?: the| an?| another)? \Z"
)


def is_hit(m: Mention, page: Page) -> bool:
    """Whether an officer is named as whom somebody struck or abused, on a page that opens on such harm."""
    start = max(page.sentence_at(m.start).start, m.start - 30)
    return m.rank is not None and _HIT_BEFORE.search(page.low, start, m.start) is not None


def opens_on_harm_or_witness(opening: str) -> bool:
    """Whether the first words of a page tell of an officer as a victim, a witness, or somebody honoured."""
    return (holds_any(opening, _HARM_WORDS) and _OPENS_ON_HARM.search(opening) is not None) or (
        holds_any(opening, _WITNESS_WORDS) and _OPENS_ON_WITNESS.search(opening) is not None
    )
