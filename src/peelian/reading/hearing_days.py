"""Which day told beside a hearing is its day: what is no day at all, how near it stands, what its own words say."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.begun import BEGUN_BEFORE
from peelian.reading.dates import MONTHS, Date
from peelian.reading.published import OWN_DAY

# Words that make the date after them another thing's: an arrest, a sentence, the conduct itself.
_ELSE_BEFORE: Final = re.compile(
    r"\b(?:between|born|convict(?:ed|ion)|sentenced?|arrest(?:ed)?|charged|joined|joining|resign(?:ed|ation|ing)|retir(?:ed|ing|ement)|quit|quitting|stood down|stepped down|papers|paperwork|served (?:on|with)|notified|hand(?:ed|s|ing) in|turned in|gave up|put in (?:his|her|their)|tendered|surrendered|suspended|cctv|spotted|filmed|footage|since|(?:until|till)(?! (?:(?:his|her|their|the) (?:dismissal|sacking|removal)|(?:you|he|she|they) (?:was|were)))|guilty(?! of (?:[\w-]+ ){0,3}?(?:misconduct(?! in )|breach))|pleaded|incident|referred|jailed|acquitted|cleared(?! (?:of|by) (?:[\w-]+ ){0,3}?(?:misconduct(?! in )|panel|wrongdoing|breach\w*|hearing|tribunal))|committed|promoted"
    r"|offences?|(?<!police )conduct\b|actions\b|behaviour\b|investigation (?:began|was completed|concluded)|completed our investigation|by (?:noon|\d)|(?<!decision )(?<!decision, )(?<!ruling )(?<!determination )(?<!judgment )dated|published|updated|regulations?(?! \d)|rules|act\b|met (?:her|him|a|an|the woman|the man|each)|(?<!appeared )(?<!appear )(?<!appearing )(?<!went )(?<!came )before(?! (?:chief constable|assistant chief|deputy chief|(?:an?|the) (?:[\w-]+ ){0,2}(?:panel|misconduct|disciplinary)))|with effect from|in force|birthday|left (?:the force|in|[\w' ]{2,24}(?:police|constabulary|met)\b)|court|trial|jury|warned|deadline|appeal by|fined|order of|restricted duties|accident|collision|pay from|backdated to|backdated|continuously)"
    r"[^.;]{0,32}\Z|\b(?:guilty|acquitted|cleared|convicted) of (?!(?:[\w-]+ ){0,3}?(?:misconduct(?! in )|wrongdoing|breach))[^.;,]{0,70}\Z|\b(?:arrest|death|collision|incident|murder|stop and search) (?:of|involving|on|in)\b[^.;]{0,75}\Z"
)
_BREAK: Final = re.compile(
    r"\b(?:convict(?:ed|ion)|sentenced|arrested|court|pleaded|resigned|retired|suspended|who|whom|which followed|joined|when|while|after (?:he|she|they|being|an incident)|offences?|alleged|allegation|incident|between|during)\b|[;]"
)


_YEAR_BEFORE: Final = re.compile(
    r"\b(?:in|during|of|early|late|mid|since|by|until|spring|summer|autumn|winter|,|\()[ -]?\Z"
)


_MONTH: Final = "|".join(MONTHS)
_PERIOD_TO: Final = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?: (?:19|20)\d\d)? ?(?:to|-|and|until) ?(?:the )?\Z"
)
_TO_PERIOD: Final = re.compile(
    rf" ?(?:to|-|and|until) ?(?:the )?(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? )?(?P<month>{_MONTH})\b"
)
_LONGEST_HEARING: Final = 21  # days from its first to its last, as written in one breath


def _of_a_period(low: str, d: Date) -> bool:
    """Whether a date bounds a period longer than a hearing ("1 April to 30 June 2021", "April - June 2018")."""
    before = _PERIOD_TO.search(low, max(0, d.start - 32), d.start)
    other = before or _TO_PERIOD.match(low, d.end)
    if other is None or not d.month:
        return False
    month, day = MONTHS[other["month"]], int(other["day"] or 0)
    if not d.day or not day:
        return month != d.month
    months, days = (d.month - month, d.day - day) if before else (month - d.month, day - d.day)
    return months % 12 * _DAYS_OF_MONTH + days > _LONGEST_HEARING


_DAYS_OF_MONTH: Final = 30  # near enough


_YEARS_TO: Final = re.compile(r"\b(?:19|20)\d\d ?(?:to|-|\u2013|and|until|,) ?\Z")
_TO_YEAR: Final = re.compile(r" ?(?:to|-|\u2013|and|until|,) ?(?:19|20)\d\d\b")


# "CORRECTION, |5 October|: We first reported ...", "This story was amended on |14 June|": the page's own day
_OF_NOTE: Final = re.compile(
    r"(?:\A|\n)(?:correction|clarification|update|updated|apology|editor's note|note)s?[,:]? (?:on )?(?:\w+day,? )?\Z"
    r"|\b(?:amended|corrected|updated|clarified) on (?:\w+day,? )?\Z"
)
# "your request of 9 August", "an e-mail received on 3 May": the day of what is answered.
_ASKED_BEFORE: Final = re.compile(
    r"\b(?:your|a|an|the) (?:[\w-]+ ){0,3}?(?:requests?|letter|e-?mail|correspondence|enquiry|question)(?: (?:of|on|dated|received|was|which|we|us|made|sent|to|by))* \Z"
)


def is_no_day(low: str, d: Date) -> bool:
    """Whether a date is only part of a name ("bonfire night 2020") or counts from now ("Monday week")."""
    if d.kind in ("day", "month") and (
        _of_a_period(low, d)
        or _OF_NOTE.search(low, max(0, d.start - 40), d.start)
        or OWN_DAY.search(low, max(0, d.start - 90), d.start)
    ):
        return True
    if d.kind == "day" and low.endswith(("of ", "on ", "dated ", "received ", "us "), 0, d.start):
        return _ASKED_BEFORE.search(low, max(0, d.start - 50), d.start) is not None
    if d.kind == "year" and d.relative is None:  # ("last summer" needs no word before it)
        if _YEARS_TO.search(low, max(0, d.start - 12), d.start) or _TO_YEAR.match(low, d.end):
            return True  # "Officers dismissed, 2017 to 2020"
        return _YEAR_BEFORE.search(low, max(0, d.start - 8), d.start) is None
    return False


_OWN_BEFORE: Final = re.compile(r"\b(?:hearing|meeting|panel|held|tribunal)\b[^.;,]{0,60}\Z")
_OF_PERSON: Final = re.compile(r"\b(?:who|whom|resigned|retired)\b")
_DECIDED_SINCE: Final = re.compile(
    r"\b(?:dismiss\w*|sack\w*|fired|hearing|panel|meeting|tribunal|prove[dn]|found|rul\w+|decid\w+|decision|warning|heard|held|reduced|demot\w+|reinstat\w+|advice|reprimand\w*|fined|quash\w*|uph\w+|appeal\w*)\b"
)
# "dismissed on |20 June|, a week |after| PC Moss was |dismissed|"
_AFTER_IT: Final = re.compile(
    r"\b(?:after|before|while|whereas|as) (?!a |an |the hearing|the panel|hearing)\w"
)
_ENDED_BEFORE: Final = re.compile(r"\b(?:concluded|ended|finished|closed|ending)(?: on| at)? \Z")
# "The panel gave its decision on Friday 25 June"
_DECIDED_BEFORE: Final = re.compile(
    r"\b(?:gave|given|announced|delivered|reached|handed down|made|returned|came to|published) (?:its|their|the|his|her|a) (?:\w+ )?(?:decisions?|findings?|ruling|outcome|determination|judgment|conclusions?|verdict)(?: (?:on|at [\w ]{3,30}))?(?: the)? \Z"
    r"|\b(?:decision|ruling|outcome|determination) (?:was|were) (?:given|announced|delivered|reached|made|handed down)(?: on)? \Z"
)
# "since |2018|, when the force dismissed her"
_WHEN: Final = re.compile(r",? when \w")
# "sat at Worcester from |Monday 14 June|": the first of its days
_FROM_BEFORE: Final = re.compile(r"\b(?:hearing|panel|meeting|tribunal|sat)\b[^.;]{0,60}\bfrom (?:the )?\Z")
_TO_AFTER: Final = re.compile(r",? ?(?:to|until|till|and|-|\u2013|through|for)\b|,? ?[-\u2013]")
_FIRST_LISTED_BEFORE: Final = re.compile(
    r"\b(?:first|originally|previously) (?:listed|fixed|scheduled|due|set)[^.;]{0,25}\Z"
)
# Of one to come: the day on which it should have been, and the day to which it was put off.
WAS_TO_BE_BEFORE: Final = re.compile(
    r"\b(?:was|were|had been) (?:to (?:have |be )|due\b|listed\b|fixed\b|scheduled\b|set\b)[^.;]{0,45}\Z"
)
PUT_OFF_BEFORE: Final = re.compile(
    r"\b(?:new (?:date|dates|start)|(?:adjourned|postponed)(?:(?! (?:from|to|until|till|for|on)\b)[^.;:\n]){1,40}? (?:to|until|till)|(?:put (?:off|back)|postponed|adjourned|moved|relisted|re-listed|rearranged|resum\w+|reconven\w+|restart\w*|start\w* (?:again|afresh))(?: (?:until|till|to|for|on|from|now|again))+)\b[^.;\n]{0,20}\Z"
)
_THEN_HE: Final = re.compile(r" (?:he|she|they|the officer|pc|ps|sgt|dc) (?!(?:was|were|would|had) )")


_NEXT_CLAUSE: Final = re.compile(r",? (?:and|but|while) (?!then |later |was |were |is |has |had )\w")
# "He hit a man in January 2020, a hearing was told.": the day is the deed's
_ONLY_TOLD: Final = re.compile(
    r"(?: (?:was|were|has|had|have))?(?: also| then| previously| been)* (?:told|heard|hears)\b(?: (?:on|yesterday|today)\b[^.;]{0,25})?[.\"]"
)


# "The hearing, which took place between 7 and |18 March|"
_SAT_BETWEEN: Final = re.compile(
    r"\b(?:took place|was held|held|sat|conducted)(?: (?:in|at|on|over|for) [\w' ]{2,30}?)? between (?:[\w ]{1,24} and )?(?:the )?\Z"
)
# "Between 14 and |16 September| a panel sat at Penrith"
_THEN_SAT: Final = re.compile(
    r",? (?:an?|the|this) (?:[\w-]+ ){0,4}?(?:panel|hearing|meeting|tribunal)\b,?(?: (?:into|in respect of|concerning|relating to|for|of|chaired by|led by) [^.;,]{2,60}?)? (?:sat|met|was held|took place|was convened|convened|heard|considered)\b"
)
_BETWEEN_AND: Final = re.compile(r"\bbetween (?:the )?(?:\d?[\w ]{0,24} and (?:the )?)?\Z")
# "The hearing was told that he met her in January": so is what was told there
_OF_THE_DEED: Final = re.compile(
    r"\b(?:heard|(?:was|were|is|been) told|hears) (?:how |that )?(?!on\b|evidence\b|the (?:case|evidence|matter|appeal|allegations?|charges?)\b|yesterday|today|this|over|last|in\b)\w"
)


# "The hearing found allegations that in |June 2023| she posted", "the panel found that on |5 May| he had": the deed's
_FOUND_THAT: Final = re.compile(
    r"\b(?:found|concluded|ruled|determined|decided|satisfied|proven|proved|heard|told|accepted|agreed)(?: (?:the|an|all|both|these|those|it|him|her|them|allegations?|claims?|proven|proved))* that,? (?:[\w' ]{1,30} )?(?:in|on|between|from|during|around|about|since|at|late|early)(?: or (?:around|about))? (?:the )?(?:\w+day,? )?\Z"
)


_AND_THEN: Final = re.compile(
    r",? (?:and|but|then)(?: (?:was|were|has been|had been|is|then|later|finally))+ \Z"
)
_LESSER_BEFORE: Final = re.compile(
    r"\b(?:warning|advice|reprimand(?:ed)?|warned|suspended|demoted|acquitted|promoted)(?: (?:in|on|back|of))+ (?:\w+day,? )?(?:the )?\Z"
)


def how_near(low: str, d: Date, start: int, end: int) -> float:
    """How well a date fits an anchor: near, and no other event between them."""
    gap_start, gap_end = (end, d.start) if d.start >= end else (d.end, start)
    gap = low[gap_start:gap_end] if gap_end > gap_start else ""
    fit = -min(len(gap), 150) / 45
    if d.start >= end and _BREAK.search(gap) and not _SAT_BETWEEN.search(gap):
        fit -= 3
    if d.start >= end and _OF_THE_DEED.search(low, max(start, end - 5), d.start):
        fit -= 6
    if d.start < start and _OF_PERSON.search(gap):
        fit -= 1.5
    elif d.start < start and _AFTER_IT.search(gap):
        fit -= 0.8
    if d.kind == "year" and d.start < start and _NEXT_CLAUSE.match(gap):
        fit -= 3  # "read her records in 2018 and four allegations were proven": of the deed
    if d.start >= end and _FOUND_THAT.search(low, max(start - 5, 0), d.start):
        fit -= 6
    if d.start < start and _AND_THEN.match(gap) and _LESSER_BEFORE.search(low, max(0, d.start - 60), d.start):
        fit -= 6  # "was given a warning in 2015 and was dismissed": of the warning
    if d.start < start and "," in gap and _ONLY_TOLD.match(low, end):
        fit -= 6
    return fit


def weight_of(low: str, sentence_start: int, d: Date, to_come: bool) -> float:
    """What speaks for or against a date by its own words: how exact it is, and what stands around it."""
    fit = {"day": 1.5, "relative": 1.2, "weekday": 1.2, "month": 0.6}.get(d.kind, 0.0)
    before = low[max(sentence_start, d.start - 90) : d.start]
    between = _BETWEEN_AND.search(before) is not None
    sat = _SAT_BETWEEN.search(before) is not None or (
        between and _THEN_SAT.match(low, d.end, d.end + 120) is not None
    )
    if between and not sat:
        fit -= 6
    other = _ELSE_BEFORE.search(before)
    if (
        other
        and not sat
        and _WHEN.match(low, d.end)
        and other.group().rstrip().endswith(("since", "until", "till"))
    ):
        other = None  # "barred since |2018|, when he was dismissed"
    if other and not sat and (before.endswith("since ") or not _OWN_BEFORE.search(before)):
        # "convicted and dismissed on 5 May": the day may still be the decision's
        fit -= 6 if _DECIDED_SINCE.search(other.group()) else 9
    if _ENDED_BEFORE.search(before):
        fit += 2
    if not to_come and BEGUN_BEFORE.search(before):
        fit -= 3
    if not to_come and _DECIDED_BEFORE.search(before):
        fit += 2.5
    if not to_come and _FROM_BEFORE.search(before) and not _TO_AFTER.match(low, d.end):
        fit -= 3
    if _FIRST_LISTED_BEFORE.search(before) or (to_come and WAS_TO_BE_BEFORE.search(before)):
        fit -= 4
    if to_come and PUT_OFF_BEFORE.search(before):
        fit += 3
    if _THEN_HE.match(low[d.end : d.end + 30]):
        fit -= 1.5
    return fit
