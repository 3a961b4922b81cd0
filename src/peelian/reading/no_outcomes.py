"""Outcomes that were none: weighed, expected, all but given, taken back, or an allegation's and not an officer's."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

# "The case against PC Lee, who was said to have laughed, was dismissed"
CASE_DISMISSED: Final = re.compile(
    r"\b(?:case|cases|allegations?|charges?|complaints?|matters?|proceedings) (?:made |brought |found )?(?:against|concerning|involving) (?:(?!\b(?:and (?:he|she|they|was|were)|prove[dn]|upheld|found)\b)[^.;\n]){2,70}?(?:, (?:who|whose|whom|also|aged|then|a|an|the|now|of|\d\d)\b[^;.\n]{1,100},)? ?(?:was|were|has been|have been|had been)(?: also| both| all| then| later)* \Z"
)

# Before an outcome: what might come of it, what somebody hoped for, and what nearly happened.
_WEIGHED: Final = re.compile(
    r"\b(?:(?:decid\w+|choos\w+|choice|chose|torn|toss-up|options?|outcomes?|sanctions?|rang\w+|anything)(?: \w+){0,3} (?:between|from)\b[^.;]{0,60}"
    r"|(?<!as )(?:expect(?:ed|s|ing)?|predict(?:ed|s|ing)?|hop(?:ed|es|ing) for|press(?:ed|ing) for|push(?:ed|ing) for|deserved?|bracing for)(?: (?:an?|the|no more than|at most|only|his|her|nothing worse than))*"
    r"|on the (?:point|verge|brink) of(?: being)?|(?:close|near) to(?: being)?|within (?:a whisker|an inch|an ace|a hair's breadth)[\"']? of(?: being)?"
    r"|(?:almost|virtually|nearly|practically|far from|not) certain[\"']? to be|about to be|(?:was|were|been|being|is) (?:very )?(?:nearly|almost|all but|virtually|practically)|(?:very |more than |highly |un)?likely to be|bound to be"
    r"|(?:could|might|can) (?:also |well |yet |still |then |ultimately |even )*(?:lead|result|end|mean|culminate)(?: to| in| with)?(?: (?:his|her|their|him|them|being|the officers?|both|either|pc|ps|dc|ds|sgt|mr|ms|mrs|the|an?|immediate|summary|instant|to|be))*(?: [\w'-]+ being)?) \Z"
)
# After the word dismissal: "is almost certain", "looks likely".
_LIKELY: Final = re.compile(
    r"[\"']? (?:(?:is|was|looks?|seems?|seemed|appears?) )?[\"']?(?:almost certain|(?:more than |un)?likely|probable|on the cards|a possibility|possible)\b"
)
_ALL_BUT: Final = re.compile(r"[\"']? in (?:all but|everything but) name\b")
_NOT_FROM: Final = re.compile(r"[\"']?,? ?[-\u2013\u2014]? ?(?:but|though) not from (?:the|his|her)\b")
# "All allegations against DS Lee, who retired in 1999, were dismissed"
_MATTER_DISMISSED: Final = re.compile(
    r"(?:all|both|the|an?|any|his|her|their|each of|two|three|four|five|other|remaining|further|public|formal|every|of| )*"
    r"(?:allegations?|complaints?|charges?|claims?|appeals?|accusations?|counts?|grievances?|applications?|challenges?)"
    r"(?: (?:against|about|concerning|by|from|of|that|made|brought|lodged)\b(?:(?!\b(?:was|were|had|has|have|he|she|they|and)\b)[^.;])*)?"
    r"(?:, (?:who|which)\b[^,.;]{3,90},)? (?:was|were|(?:has|have|had) been)(?: \w+ly| also| all| both| later| then)* \Z"
)
# A lesser sanction taken back: "the written warning has been removed", "set aside her written warning".
_TAKEN_BACK_AFTER: Final = re.compile(
    r"(?: [\w' -]{0,30}?)? (?:has|have|had|was|were|is) (?:now |since |also |been |then |therefore )*"
    r"(?:set aside|quashed|removed|rescinded|withdrawn|expunged|overturned|wiped|lifted|cancelled|annulled|revoked|struck out|deleted)\b(?! of)"
)
_TAKEN_BACK_BEFORE: Final = re.compile(
    r"\b(?:set aside|setting aside|quash(?:ed|ing)|rescind(?:ed|ing)|expung(?:ed|ing)|overturn(?:ed|ing)|annul(?:led|ling)|revok(?:ed|ing)|lift(?:ed|ing))(?: (?:the|his|her|their|that|an?|earlier|original|first|panel's))* \Z"
)
# "The High Court |quashed the| sacking of PC Lee": it stands no longer
_UNDONE_BEFORE: Final = re.compile(
    r"(?<!not )(?<!n't )(?<!refused to )(?<!declined to )(?<!failed to )(?<!refuses to )(?<!bid to )(?<!try to )(?<!tried to )(?<!trying to )(?<!asked to )(?<!wants to )(?<!wanted to )(?<!seeking to )(?<!sought to )(?<!fight to )(?<!attempt to )(?<!could )(?<!may )(?<!might )(?<!would )"
    r"\b(?:quash(?:ed|es|ing)|overturn(?:ed|s|ing)|set(?:s|ting)? aside|annul(?:led|s|ling)|rescind(?:ed|s|ing)|revers(?:ed|es|ing)|revok(?:ed|es|ing)|struck down|overrul(?:ed|es|ing)|cancel(?:led|s|ling))(?: (?:the|his|her|their|that|unlawful|unfair|original|first|earlier|decision|order|of|for|to|panel's|force's|last|year's))* \Z"
)
# "|Neither| PC Lee |nor| PC Moss |was| sacked"
_NEITHER: Final = re.compile(
    r"\b(?:neither|none of|no one|nobody|not one)\b(?:(?!\b(?:and|but|who|whom|after|when|while|because|as|so)\b)[^.;,]){1,90}\b(?:was|were|is|are|has been|have been|had been|got|received|lost|should be|will be|would be|could be)(?: \w+ly| to be| given| an?| the| any)* \Z"
)
_REGULATION: Final = re.compile(r"\b(?:regulations?|reg\.?) 1[23]\b")
# "PC Lee, |a probationer, was discharged| from the force"
_PROBATIONER: Final = re.compile(
    r"\b(?:probation(?:er|ary)?|student (?:officer|constable|police))\b(?:(?!\b(?:dismiss|sack))[^.;]){0,80}\bdischarged\b(?!(?:(?!\bnot\b)[^.;]){0,60}\bmisconduct\b)"
)
_GONE: Final = frozenset({"dismissed", "dismissed_without_notice"})
# "The names of those dismissed will be added to the barred list": who they are is told elsewhere
OF_THOSE: Final = re.compile(
    r"\b(?:those|anyone|everyone|(?:(?:any|all)(?: of)?(?: the)? )?officers?(?= who)|(?:any|all)(?: of)?(?: the)? officers?|people|persons|(?<!were )(?<!been )(?<!are )all)(?: who (?:were|was|are|is|have been|has been|had been))?(?: who)?(?: would have been)? \Z"
)
_LESSER: Final = frozenset({"final_written_warning", "written_warning", "management_advice"})


_TOOK: Final = re.compile(r"\b(?:took|taking|takes|taken) (?:absolutely |simply )?\Z")
_BODY_TOOK: Final = re.compile(
    r"\b(?:panel|hearing|meeting|tribunal|board|chair\w*)\b[^.;]{0,90}\b(?:but|and|although|yet|though)(?: then| it| they)? (?:took|taking|taken) (?:absolutely |simply )?\Z|\b(?:force|panel|cps|service|constabulary|police|department|authority|chair|tribunal|court|psd|ipcc|iopc|commission|it|they) (?:\w+ly |has |had |have |then |also |which |who ){0,3}(?:took|taking|takes|taken) (?:absolutely |simply )?\Z"
)


# "The sergeant |considered| an action plan for him |but did not| put one in place"
_THOUGHT_OF: Final = re.compile(
    r"\b(?:considered|discussed|thought (?:about|of)|contemplated) (?:putting (?:him|her|them) on )?(?:an? )?\Z"
)
_NEVER_DONE: Final = re.compile(
    r" (?:for [^.;,]{2,40}? )?(?:but|though|which) (?:\w+ )?(?:did not|didn't|never|failed to|was not|was never)\b"
)


def is_none(value: str, before: str, after: str, word: str) -> bool:
    """Whether an outcome ``word`` of kind ``value``, with the sentence ``before`` and ``after`` it, tells of no outcome."""
    if before.endswith(" ") and _WEIGHED.search(before):
        return True
    if _NEITHER.search(before):
        return True
    if (value in _GONE or value == "required_to_resign") and _UNDONE_BEFORE.search(before):
        return True
    against = after.startswith((" against", " in respect", " in relation", " with regard", " on "))
    if value == "no_action" and not against and _TOOK.search(before) and not _BODY_TOOK.search(before):
        return True  # the supervisor "saw both and took no action": what he is blamed for
    if value == "other" and (_THOUGHT_OF.search(before) or _NEVER_DONE.match(after)):
        return True
    if value in _GONE and OF_THOSE.search(before):
        return True
    if value == "dismissed" and (_LIKELY.match(after) or _NOT_FROM.match(after) or _ALL_BUT.match(after)):
        return True
    if value == "dismissed" and word == "dismissed" and _MATTER_DISMISSED.fullmatch(before.lstrip("\n\"'")):
        return True
    return value in _LESSER and bool(_TAKEN_BACK_AFTER.match(after) or _TAKEN_BACK_BEFORE.search(before))


def is_discharge(sentence: str) -> bool:
    """Whether a probationer was discharged without proceedings (Police Regulations 2003, reg. 13), which dismisses nobody."""
    return _REGULATION.search(sentence) is not None or _PROBATIONER.search(sentence) is not None
