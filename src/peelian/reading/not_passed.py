"""Whether a sentence that is told was not passed on whomever a page tells of: only feared, sought, felt, or told of several."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.possible import foreseen, only_possible, passed_on
from peelian.reading.prepared import Prepared
from peelian.reading.terms import Term

_NEAR: Final = 300  # characters of a sentence that can have to do with a term
# "not a community order", "no prison sentence"
_DENIED: Final = re.compile(r"\b(?:no|not|without)(?: \w+){0,3} \Z")


def only_feared(prepared: Prepared, term: Term) -> bool:
    """Whether a sentence is only spoken of as possible ("faces jail", "asked for a community order")."""
    s, low = prepared.page.sentences[term.sentence], prepared.page.low
    return (
        only_possible(low, s.start, term.start, term.end)
        or foreseen(low, term.end, s.end)
        or _DENIED.search(low, max(s.start, term.start - 40), term.start) is not None
    )


def never_passed(prepared: Prepared, term: Term) -> bool:
    """Whether a term of custody is only what would have been passed on other facts: "ten months |would have been unavoidable|"."""
    s, low = prepared.page.sentences[term.sentence], prepared.page.low
    end = max(term.end, term.length.end if term.length is not None else 0)
    if foreseen(low, end, s.end):
        return True
    start = term.length.start if term.length is not None else term.start
    if _MISPRINTED.search(low, max(s.start, start - 60), start) is not None:
        return True
    if _WOULD_HAVE.search(low, max(s.start, start - _NEAR), start) is not None:
        return True
    return (
        _REDUCED_FROM.search(low, max(s.start, start - _NEAR), start) is not None
        and _TO_ANOTHER.match(low, end, s.end) is None
    )


# "the report on page 5 gave his sentence as |three years|. It was three months": a correction
_MISPRINTED: Final = re.compile(
    r"\b(?:gave|reported|printed|put|stated|misreported|misstated|described|recorded) (?:his|her|the|their|(?:\w+ ){1,3}\w+'s) (?:jail |prison |original )?(?:sentence|term|punishment) (?:as|at|to be|to have been) (?:an? |one of )?\Z"
)
# "you would have gone to prison for |a year|", "the sentence would have been |27 months|"
_WOULD_HAVE: Final = re.compile(
    r"\b(?:would|could|might)(?:'ve| have)(?: \w+ly| otherwise)? (?:gone (?:to|inside)|been (?:sent|jailed|sentenced|imprisoned|locked up|given|one of|\Z|looking at|facing|in the region of|a)|received|got\b|had|passed|imposed|sent|jailed|given|faced|served|merited|warranted|attracted)[^.;,]{0,50}\Z"
    r"|\b(?:would|could|might) (?:now |well )?be (?:starting|beginning|facing|serving|looking at|going down for)[^.;,]{0,50}\Z"
)
# "I have reduced your sentence from |27 months|", "a starting point of |three years|": what was passed is less
_REDUCED_FROM: Final = re.compile(
    r"\b(?:(?:reduc\w+|lower\w+|discount\w*|brought down|came down|down)\b[^.;,]{0,40}\bfrom (?:what would have been |one of )?|starting point (?:was|is|of|would be)(?: one of)? )(?:an? |the )?(?:term of |sentence of )?\Z"
)
# ... "to two years": told of an appeal, and read there
_TO_ANOTHER: Final = re.compile(
    r"[^.;]{0,40}? to (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|an? |just )"
)


# "cannot |suspend the sentence of two years|", "said he would |serve half of a nine-year term|": passed all the same
_PASSED_ALL_THE_SAME: Final = re.compile(
    r"\b(?:suspend|serve|served|serving|avoid|escape|be released|be freed|be out|spend|complete|reduc\w+|less than)\b[^.;]*\Z"
)


# "to cut |his| two-year sentence": passed already
_HIS: Final = re.compile(r"(?:\b(?:his|her|their)|\w's) (?:[a-z]+ )?\Z")
# "|I served| a 20-year sentence with him", a wife says
_I_SERVED: Final = re.compile(
    r"\b(?:i|we|i've|we've)(?: have| had)?(?: also| now| just)? (?:served|been serving|suffered|endured|done|lived)(?: with)?(?: an?| my| our)? (?:own )?\Z"
)


def _is_passed_already(prepared: Prepared, start: int, end: int) -> bool:
    """Whether the words beside a term say that it was passed, whatever somebody now asks for."""
    low = prepared.page.low
    return passed_on(low, end) or _HIS.search(low, max(0, start - 24), start) is not None


def only_sought(prepared: Prepared, term: Term) -> bool:
    """Whether a term of custody is only what was asked for, feared or possible: "facing a possible |ten-year sentence|"."""
    s, low = prepared.page.sentences[term.sentence], prepared.page.low
    assert term.length is not None
    start = min(term.length.start, term.start) if term.start - term.length.end < 40 else term.length.start
    if _I_SERVED.search(low, max(s.start, start - 50), start):
        return True
    if not only_possible(low, s.start, start, start + 1):
        return False
    if _is_passed_already(prepared, start, max(term.end, term.length.end)):
        return False
    return _PASSED_ALL_THE_SAME.search(low, max(s.start, start - 60), start) is None


# "One got two years. |We got life|", a mother said.
_WE: Final = re.compile(r"\b(?:we|i|our family|we've|i've)(?: all| have)? \Z")
# "The victim said that |she had been given a life sentence|", "that is |a life sentence|"
_FEELS: Final = re.compile(
    r"\b(?:victim|widow|mother|father|parents|family|wife|husband|daughter|son|sister|brother|complainant|barrister|mitigating|defending)\b[^.;]*\b(?:said|says|told|described|felt|feels|spoke|called)\b[^.;]*\Z"
    r"|\b(?:said|says|told [^.;,]{2,30}) (?:that )?(?:she|he|they|we|i) (?:had|have|has)(?: all)?(?: been)? (?:\w+ )?\Z"
    r"|\b(?:that|this|it) (?:is|was|has been|had been|felt|feels)(?: like)?(?: itself)? (?:a )?\Z"
)


def is_of_mourners(prepared: Prepared, term: Term) -> bool:
    """Whether "life" is what those who mourn say that they were given."""
    low = prepared.page.low
    s = prepared.page.sentences[term.sentence]
    return (
        _WE.search(low, max(0, term.start - 24), term.start) is not None
        or _FEELS.search(low, max(s.start, term.start - 120), term.start) is not None
    )


_EACH: Final = re.compile(r"\b(?:both|each|all|they|the (?:pair|two|three|four|trio|couple))\b")


def of_them_all(prepared: Prepared, term: Term) -> bool:
    """Whether a bare word of punishment told of several ("Three jailed over pub fight") says that it is each one's, or names one."""
    if len(term.who) == 1:
        return True
    s, page = prepared.page.sentences[term.sentence], prepared.page
    if _EACH.search(page.low, max(s.start, term.start - _NEAR), min(s.end, term.end + 30)):
        return True
    return any(s.start <= m.start < s.end for p in term.who for m in p.mentions)
