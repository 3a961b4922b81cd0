"""Whether a verdict, a sentence or an order is only possible: "could be jailed", "asked the jury to convict", "a maximum of ten years".

The one place that asks this of the words before and after. Three shapes are told apart, for a modal governs each
differently: a participle ("could be |jailed|"), a plain verb ("urged them to |acquit|") and a noun ("faces
|imprisonment|").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import MODAL_MAY

# Where another clause begins, or a verb of its own that tells what did happen.
_NO_CLAUSE: Final = (
    r"(?!(?:and|but|or|nor|who|whom|whose|which|that|if|when|where|while|because|after|before|until|since|as|he|she|they|it"
    r"|was|were|is|are|has|had|did|got|gets|received|gave|gives|passed|imposed|decided|ruled)\b)"
)
_WORD: Final = rf" {_NO_CLAUSE}[\w'\u00a3-]+"
_MODAL: Final = rf"\b(?:could|can(?:not)?|{MODAL_MAY}|might|should|ought to|would)(?:n't)?"
_WANTS: Final = (
    r"\b(?:ask(?:ed|s|ing)?|urg(?:e|es|ed|ing)|invit(?:e|es|ed|ing)|want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|likely|beg(?:s|ged|ging)?|implor(?:e|es|ed|ing)"
    r"|(?:pleaded|pleading|pleads) with|tr(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|reluctant|unwilling|call(?:ed|s|ing)? on|press(?:ed|es|ing)?|prepared|ready|minded|tempted|power)"
)
# What is asked for, weighed or feared, with its noun: "considered |a community order|".
_SOUGHT: Final = (
    r"\b(?:ask(?:ed|s|ing)? for|sought|seek(?:s|ing)?|request(?:ed|s|ing)?|call(?:ed|s|ing)? for|appl(?:y|ied|ies|ying) for|applications? for|bid for|argu(?:ed|es|ing) for|press(?:ed|es|ing) for|push(?:ed|es|ing) for|plea for"
    r"|consider(?:ed|s|ing)?|contemplat(?:ed|es|ing)|weigh(?:ed|s|ing)|recommend(?:ed|s|ing)?|propos(?:ed|es|ing)|suggest(?:ed|s|ing)?|urg(?:ed|es|ing)|minded to|thought of|(?<!-)fac(?:e|es|ed|ing)|possible|likely|expect(?:s|ed)?"
    r"|(?:threat|prospect|risk|fear|possibility|chance|likelihood|danger|question) of|instead of|rather than|short of|alternative to|opposed|within (?:a whisker|an inch|an ace|touching distance|days|hours) of|on the (?:brink|verge|cusp|edge) of|c(?:a|o)m(?:e|es|ing) (?:\w+ )?close to|close to|narrowly (?:avoid(?:ed|s|ing)?|escap(?:ed|es|ing)|missed)|threatened with)"
)
_BE: Final = r"(?:be|been|being|get|have)"
_AFTER_MODAL: Final = re.compile(rf"{_MODAL}(?:{_WORD}){{0,3}}? {_BE}(?:{_WORD}){{0,2}} \Z")
_AFTER_WANTS: Final = re.compile(rf"{_WANTS}(?:{_WORD}){{0,6}}? to {_BE}(?:{_WORD}){{0,2}} \Z")
_PLAIN_MODAL: Final = re.compile(
    rf"{_MODAL}(?: (?:not|still|also|now|yet|even|only|both|each|either|never|\w+ly)){{0,2}} \Z"
)
_PLAIN_WANTS: Final = re.compile(rf"{_WANTS}(?:{_WORD}){{0,6}}? to(?: \w+ly)? \Z")
# "could |convict| one and |acquit| the other": a plain verb joined to one that a modal governs
_PLAIN_JOINED: Final = re.compile(
    rf"(?:{_MODAL}|{_WANTS}(?:{_WORD}){{0,6}}? to)(?:{_WORD}){{1,6}} (?:and|or) \Z"
)
# ("said that he would sign the |register|" is an order told)
_NOUN_MODAL: Final = re.compile(
    rf"\b(?:could|can(?:not)?|{MODAL_MAY}|might|should|ought to|would (?:have(?! to\b)|face|mean|risk|otherwise))(?:n't)?(?:{_WORD}){{1,8}}(?<! the) \Z"
)
_NOUN_WANTS: Final = re.compile(rf"{_WANTS}(?:{_WORD}){{0,6}}? to(?:{_WORD}){{1,6}} \Z")
_NOUN_SOUGHT: Final = re.compile(rf"{_SOUGHT}(?:{_WORD}){{0,4}} \Z")
# "The maximum for theft is seven years' |imprisonment|": the law, and nobody's sentence
_BY_LAW: Final = re.compile(
    r"\b(?:maximum|carr(?:y|ies|ied|ying) (?!out)|punishable|starting point|guidelines?|sentencing range|up to)\b(?:(?!\b(?:but|and|he|she|they|was|were|got|received)\b)[^.;,]){0,80}\Z"
)
_GIVEN: Final = re.compile(
    r"\b(?:jailed|given|gave|got|gets|received|imposed|passed|handed|sentenced|sent|fined|served|serving)\b[^.;,]{0,40}\Z"
)
_AFTER: Final = re.compile(
    r"(?: (?:sentence|term|time))? (?:was|is|were|seemed|looks|would be|will be) (?:not )?(?:almost |all but |now |highly )?(?:inevitable|likely|certain|possible|expected|unavoidable|on the cards|to follow|uppermost|an option|a real possibility|out of the question|ruled out|inappropriate|impossible|the (?:maximum|most|usual|normal|mandatory|starting|likely))\b"
    r"|(?: (?:sentence|term|time))? (?:was|is|were|would be) not (?:appropriate|justified|possible|enough|sufficient|open to)\b"
    r"|(?: (?:sentence|term|order))? would (?:otherwise |normally )?(?:have (?:been|followed|resulted)|follow|mean)\b"
)
_PLAIN: Final = re.compile(
    r"(?:convict|acquit|clear|find|jail|imprison|fine|send|plead|admit|confess|lock|free|quash|charge|prosecute|caution|arrest|put)\b"
)
_NOUN_TOO: Final = ("jail", "fine", "caution")
_PARTICIPLE: Final = re.compile(
    r"(?:(?!suspended (?:prison |jail )?(?:sentence|term)|extended (?:sentence|term))\w+ed|found|sent|given|put|under)\b"
)
# "no realistic prospect of |convicting| him": left to the vocabulary
# "A police officer who steals will almost inevitably be |sent to prison|"
_BOUND_TO: Final = re.compile(
    r"\b(?:will|would|must|can|is|are) (?:(?:almost|nearly|all but|most|very) )?(?:inevitably|invariably|certainly|always|usually|normally|surely|likely|probably|bound to|going to|sure to|certain to) be \Z"
)
# "came close to being |jailed|", "narrowly avoided being |sent to prison|"
_NEARLY: Final = re.compile(
    r"\b(?:close to|(?:brink|verge|edge|cusp|prospect|possibility|risk|danger|threat|whisker|inch|ace) of|avoid(?:ed|s|ing)?|escap(?:ed|es|ing)|risk(?:ed|s|ing)?|fear(?:ed|s|ing)?|instead of|rather than|without) (?:\w+ )?being \Z"
)
_GERUND: Final = re.compile(r"(?:convict|acquitt|clear|jail|sentenc|find|admitt|plead|charg)ing\b")
_REACH: Final = 110
# ... of which one must stand before: most verdicts need no closer look.
_NEEDED: Final = (
    "could", "can", "may ", " be ", "might", "should", "ought", "would", " to ", " for ", " of ", "sought", "seek", "request", "consider", "contemplat", "weigh",
    "recommend", "close", "narrowly", "threatened", " being ", "propos", "suggest", "urg", "minded", "fac", "possible", "likely", "expect", "instead", "rather", "oppos", "maximum", "carr", "punishable", "guideline", "up to",
)  # fmt: skip


def only_possible(low: str, floor: int, start: int, end: int) -> bool:
    """Whether what ``[start, end)`` tells is only possible, by the words before it in its sentence (which begins at ``floor``)."""
    before = low[max(floor, start - _REACH) : start]
    if passed_on(low, end):
        return False
    if not any(word in before for word in _NEEDED):
        return False
    plain = _PLAIN.match(low, start, end)
    if plain is not None:
        if _PLAIN_MODAL.search(before) or _PLAIN_WANTS.search(before) or _PLAIN_JOINED.search(before):
            return True
        if plain.group() not in _NOUN_TOO:
            return False
    if _PARTICIPLE.match(low, start, end):
        return (
            _AFTER_MODAL.search(before) is not None
            or _AFTER_WANTS.search(before) is not None
            or _BOUND_TO.search(before) is not None
            or _NEARLY.search(before) is not None
        )
    if _GERUND.match(low, start, end):
        return False
    return (
        _NOUN_MODAL.search(before) is not None
        or _NOUN_WANTS.search(before) is not None
        or _NOUN_SOUGHT.search(before) is not None
        or by_law(before)
    )


# "asked judges to look again at the two-year sentence |imposed on| him": passed already
_PASSED_ON: Final = re.compile(
    r"'?(?: (?:sentence|term|imprisonment|order)s?)?,? (?:that was |which was |he was |she was )?(?:imposed|passed|handed|given|meted out)(?: down| out)? (?:on|upon|to|in|by|at|last)\b"
)


def passed_on(low: str, end: int) -> bool:
    """Whether the words after a sentence or an order say that it was passed, whatever somebody now asks for."""
    return _PASSED_ON.match(low, end) is not None


def is_verb(low: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` begins with a verb of charging, pleading or sentencing, and no noun."""
    return _PLAIN.match(low, start, end) is not None or _PARTICIPLE.match(low, start, end) is not None


def by_law(before: str) -> bool:
    """Whether the words before a term make it what the law allows: "carries a maximum of |ten years|"."""
    found = _BY_LAW.search(before)
    return found is not None and _GIVEN.search(before, 0, found.start()) is None


def foreseen(low: str, end: int, stop: int) -> bool:
    """Whether the words after a term say that it was only expected, or would have been passed on other facts."""
    return _AFTER.match(low, end, stop) is not None
