"""Victims: people named because something was done to them; they are no subjects.

A name that is the object of a harmful act ("stalking his former wife Ann Lee"), that stands in
apposition to a word for a victim, or of which the harm is told ("Ann Lee, 38, was stalked") is a victim's,
unless the page gives that person a police role.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention

_HARM: Final = (
    r"(?:stalk|harass|rap|assault|attack|strangl|throttl|murder|kill|groom|molest|abus|threaten|punch|kick(?!(?:ed|ing|s) (?:out|off))|slapp|headbutt|bombard|pester|coerc|terroris"
    r"|menac|grop|stabb|burgl|defraud|blackmail|injur|batter|bull(?:y|i)|victimis|imprison|kidnapp|abduct|shoot|handcuff|taser|pepper-spray)(?:ed|ing|es|s)"
)
_OF_HARM: Final = (
    r"(?:(?:murder|manslaughter|killing|rape|stalking|harassment|abuse|death|assault|strangulation|kidnap|kidnapping|attack|disappearance|suicide|shooting|tasering|stabbing|drowning|restraint|strip[- ]search) (?:of|on|against)"
    r"|(?:used|using|uses|use of|fired|firing|deployed|drew|discharged|emptied|applied|put) (?:(?!on\b|at\b)[\w-]+ ){0,3}(?:taser|spray|pava|cs gas|incapacitant|baton|device|weapon|force|handcuffs|cuffs|leg restraints|spit hood|headlock|chokehold)(?: (?:again|once|twice|(?:two|three|four|five|six) times))? (?:on|at|against|to)"
    r"|spying on|spied on|preyed on|preying on|stole from|stealing from|exposed himself to|shot|struck|beat|beating|controlled|controlling)"
)
_WORDS: Final = r"(?: (?!(?:by|and|that|when|while|who|after|before|with|alongside|said|told|because|if|then|he|she|they)\b)(?:[a-z'\u2019-]+|\d\d?-(?:year|month|week|day)-old))"
_TITLE: Final = r" ?(?:mr |mrs |ms |miss |dr )?"
# "stalking his former wife Ann Lee", "the murder of Ann Lee", "assaulted Ann Lee"
_DONE_TO: Final = re.compile(
    rf"\b(?:{_HARM}|{_OF_HARM}){_WORDS}{{0,2}}(?:(?: (?:his|her|their|an?|the|one|former|ex|then|estranged|late)[a-z'\u2019-]*){_WORDS}{{0,4}})?,?{_TITLE}\Z"
)
# "PC Moss, 30, had arrested Ann Lee": whom a single officer dealt with at work
_DEALT_WITH: Final = re.compile(
    rf"\b(?:pc|dc|sgt|ps|constable|sergeant|pcso) (?:[\w'-]+ ?){{1,3}}(?:, [^.;]{{2,50}},)? ?(?:had |then |first |also )*(?:arrested|detained|stopped|searched|cautioned|questioned|pulled over){_TITLE}\Z"
)
_NOUN_BEFORE: Final = re.compile(
    rf"\b(?:victim|complainant|survivor|the deceased|injured party),?(?: (?:named|called|was|is))?{_TITLE}\Z"
)
_AGE: Final = r"(?:,? \(?(?:who (?:is|was) )?(?:aged )?\d\d\)?)?"
# "Ann Lee, 38, was stalked for two years"
_TOLD_AFTER: Final = re.compile(
    rf"{_AGE},? (?:who )?(?:was|were|had been|has been|is|being) (?:also |later |then |repeatedly |allegedly |being )?{_HARM.replace('(?:ed|ing|es|s)', 'ed')}\b(?! (?:in the act|himself|herself))"
)
# "Ann Lee, 45, survived", "was shot in the leg": whom somebody hurt, where no harm is named by its verb
_SURVIVED: Final = re.compile(
    rf"{_AGE},? (?:(?:who )?(?:later |only |just |narrowly |also )?survived(?=[.,;]| (?:the|his|her|after|with|being|but|and) ?(?:shooting|attack|crash|injuries|ordeal|stabbing|collision|fall|life|shot|was|is|has)?\b)"
    r"|(?:who )?(?:was|were|had been) (?:also |then |later |twice |fatally )?(?:shot|wounded|run over|knocked down|knocked over|bitten by a police dog|tasered)\b)"
)
# "Ann Lee, a mother of two, was found dead", "Lee's body", "the Lee family": somebody who died or is mourned
_DIED: Final = re.compile(
    rf"{_AGE}(?:, (?:an?|the|his|her|of|from|who|known|originally|formerly) [^.;:\"\n]{{2,90}}?,)?(?: who)? (?:(?:had |later |also |sadly |suddenly )?(?:died|drowned|bled to death|collapsed|suffocated|took (?:his|her) own life|lost (?:his|her) life)|(?:was|were|had been|is|been) (?:later |then |also |subsequently |last )?(?:found (?:dead|unresponsive|hanged|hanging|unconscious|collapsed|not breathing|with fatal)|pronounced dead|declared dead|fatally|left (?:paralysed|brain damaged|with (?:life|serious|a fractured|a broken)))\b)"
    r"|['\u2019]s? (?:death|killer|killing|murder|murderer|body|inquest|post-mortem|bereaved|loved ones|grieving)\b"
)
# "Ann Lee, 16, ": nobody of that age is an officer
_A_CHILD: Final = re.compile(
    r",? \(?(?:who (?:is|was) )?(?:aged )?1[0-7]\)?(?=[,.;)]| (?:and|who|was|were|of|from)\b)"
)
# "the inquiry into the loss of |8-year-old |Ann Lee"
_CHILD_BEFORE: Final = re.compile(
    r"\b(?:(?:1[0-7]|\d)-year-old|\d\d?-(?:month|week|day)-old)(?: (?:[a-z]+ ){0,2}|, )?\Z"
)
_CIVIL: Final = frozenset({"mr", "mrs", "ms", "miss"})
_OFFICER_BEFORE: Final = re.compile(
    r"\b(?<!probation )(?<!prison )(?<!housing )(?<!council )(?<!welfare )(?<!press )(?:officers?|constables?|sergeants?|detectives?|inspectors?|policem[ae]n|policewom[ae]n|pcs?|pcsos?|specials?|cops?|bobby|call handlers?|superintendents?|commander|dog[ -]handlers?|custody (?:officer|assistant)s?|detention officers?|firearms instructor|accused|defendants?|appellant|(?:the|her|that|this) colleague(?=,)),? \Z"
)
_ALSO_POLICE: Final = re.compile(
    rf"{_AGE},? (?:who (?:is|was|(?:has |had )?ceased to be|(?:has |had )?(?:resigned|retired|stepped down) as) )?(?:also |both |herself |himself )*(?:an? |the )?(?:serving |former |fellow |retired |now-?former |off-duty )?(?:(?:[a-z'-]+ ){0, 2}?(?:traffic|response|beat|neighbourhood|firearms|patrol|custody|motorway|schools) (?:officer|cop|bobby)|police|officer|constable|pcso|special constable|detective|sergeant|inspector|call handler|detention officer|(?:police )?dog[ -]handler|civilian (?:who (?:kept|ran|worked|staffed|answered|served)|(?:member of|clerk|worker|employee|detention|investigator|officer|staff)))"
)


def has_police_words(m: Mention, page: Page) -> bool:
    """Whether the words around a mention give a police role: a rank, "officer Ann Lee", "Ann Lee, also a police officer"."""
    low = page.low
    if m.rank is not None or m.collar is not None:
        return True
    before = max(0, m.start - 24)
    return (
        _OFFICER_BEFORE.search(low, before, m.start) is not None or _ALSO_POLICE.match(low, m.end) is not None
    )


# "Mrs Lee's nephew said": the family of somebody whom the page calls by a civil title
_MOURNED: Final = re.compile(
    r"['\u2019]s? (?:\w+ )?(?:family|nephew|niece|son|daughter|widow|widower|parents|mother|father|sister|brother|husband|wife|partner|grandson|granddaughter|relatives)\b"
)
_THEN_DIED: Final = re.compile(
    r"(?:he|she) (?:later |also |sadly )?(?:died|was pronounced dead|was declared dead|could not be saved|never regained consciousness|suffered (?:fatal|serious|life-changing|severe)|was taken to hospital)\b"
)


# "Ann Lee's conviction": her own, whatever else is told of her family
_CONVICTED: Final = re.compile(
    r"['\u2019]s? (?:(?!victim)\w+ )?(?:conviction|sentence|dismissal|sacking|suspension|guilty plea|acquittal|prosecution)\b"
)


def is_dealt_with(m: Mention, page: Page) -> bool:
    """Whether a mention tells of its bearer's own conviction or dismissal: "quashing Ann Lee's conviction"."""
    return _CONVICTED.match(page.low, m.end) is not None


def _dies_next(m: Mention, page: Page) -> bool:
    """Whether a sentence opens with a name, and the next says that he or she died or was badly hurt."""
    index = page.sentence_index(m.start)
    if index + 1 >= len(page.sentences) or m.start - page.sentences[index].start > 3:
        return False
    then = page.sentences[index + 1]
    return _THEN_DIED.match(page.low, then.start, then.end) is not None


# "|Officers had gone to a flat to arrest |Ann Lee": whom the police went to see
_CALLED_ON: Final = re.compile(
    rf"\b(?:officers|police|constables|pcs|they) (?:(?:had|were|who|also|first|then) )*(?:gone|went|attended|called|sent|visited|travelled|tried|attempted|arrived|came|were called|forced)\b[^.;]{{0,80}} to (?:try to )?(?:arrest|detain|search|check on|speak to|restrain|section|help|talk to|remove|look for|find){_TITLE}\Z"
)


def is_called_on(m: Mention, page: Page) -> bool:
    """Whether a mention is of whom officers, told of in the plural, went to arrest or to help."""
    start = max(page.sentence_at(m.start).start, m.start - 160)
    return _CALLED_ON.search(page.low, start, m.start) is not None


def is_harmed(m: Mention, page: Page) -> bool:
    """Whether a mention is of somebody to whom something was done."""
    low = page.low
    if _dies_next(m, page) or (m.title in _CIVIL and _MOURNED.match(low, m.end)):
        return True
    start = max(page.sentence_at(m.start).start, m.start - 90)
    return (
        _DONE_TO.search(low, start, m.start) is not None
        or _DEALT_WITH.search(low, start, m.start) is not None
        or _NOUN_BEFORE.search(low, start, m.start) is not None
        or _TOLD_AFTER.match(low, m.end) is not None
        or _DIED.match(low, m.end) is not None
        or _SURVIVED.match(low, m.end) is not None
        or _A_CHILD.match(low, m.end) is not None
        or _CHILD_BEFORE.search(low, start, m.start) is not None
    )
