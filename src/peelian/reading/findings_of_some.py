"""Findings of some: what a page says was found of a number of its officers, or of one allegation of several.

"A hearing into five officers found three committed gross misconduct and two committed misconduct": who the three
are is told elsewhere, or not at all. "A second allegation was found not proven" clears nobody of the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peelian.reading import patterns as re
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import number

if TYPE_CHECKING:
    from peelian.reading.findings import Finding

_LEVELS: Final = frozenset({"gross_misconduct", "misconduct"})
# "three of the former officers had committed |gross misconduct|"
_COUNTED: Final = re.compile(
    r"\b(?<!was )(?<!is )(?<!were )(?<!been )(?P<n>one|two|three|four|five|six|seven|eight|nine)(?: of (?:them|the (?:officers|group|men|women|two|three|four|five|six|seven|eight|nine|ten)))?"
    r"(?: (?:others?|former|serving|more|officers?|constables?|sergeants?|pcs?|had|have|has|was|were|been|found|each|both|all|also|be|to|guilty|of|committed|the|lesser|offence|level))* \Z"
)
_ANOTHER_ALLEGATION: Final = re.compile(
    r"\b(?:(?:an?|the|his|her|their) (?:second|third|fourth|fifth|sixth|further|separate|final|other|remaining|additional)|another|one (?:other|further|of the)|the other|(?:two|three|four) (?:other|further|remaining|more)) (?:(?!and\b|but\b)[\w-]+ ){0,2}?(?:allegations?|charges?|counts?|breach(?:es)?|matters?|parts?|elements?)\b(?:(?!\b(?:and|but|while)\b)[^.;]){0,90}\Z"
)


# "A challenge to the order |was rejected| by the chair": no allegation was
_ASKED_FOR: Final = re.compile(
    r"\b(?:challenges?|applications?|appeals?|requests?|bids?|submissions?|pleas?|attempts?|objections?|calls?) (?:to|for|by|from|against|that|made|on)\b(?:(?!\b(?:allegations?|case|and|but)\b)[^.;]){0,70}\Z"
)


def is_of_another_matter(before: str) -> bool:
    """Whether "not proven" with ``before`` it is said of one of several allegations only ("a second allegation of ..."), or of none."""
    return _ANOTHER_ALLEGATION.search(before) is not None or _ASKED_FOR.search(before) is not None


# "|Four out of five officers| who stood by have no case to answer"
_SO_MANY_OF: Final = re.compile(
    r"\W*(?P<n>one|two|three|four|five|six|seven|eight|nine|ten) (?:out of|of) (?:the )?(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d\d?) (?:[\w-]+ ){0,3}?(?:officers|constables|sergeants|detectives|pcs|men|women|staff)\b"
)


def _is_of_so_many(prepared: Prepared, f: Finding) -> bool:
    """Whether a sentence opens on more officers than a finding is taken to tell of, and on fewer than all."""
    s = prepared.page.near(f.start)
    opened = _SO_MANY_OF.match(prepared.page.low, s.start, f.start)
    return opened is not None and 0 < len(f.who) < (number(opened["n"]) or 0)


def narrowed(prepared: Prepared, findings: list[Finding]) -> list[Finding]:
    """The findings, those told of a number of several officers taken from the others.

    Where the page itself so tells several levels apart, its headline tells of no one of them.
    """
    low = prepared.page.low
    apart = False
    for f in findings:
        if f.value not in _LEVELS or len(f.who) < 2:
            continue
        start = prepared.page.near(f.start).start
        counted = _COUNTED.search(low, max(start, f.start - 100), f.start)
        many = (number(counted["n"]) or 0) if counted is not None else 0
        if not 0 < many < len(f.who):
            continue
        told = {p for x in findings if x.value == f.value and len(x.who) < len(f.who) for p in x.who}
        them = tuple(p for p in f.who if p in told)
        f.who = them if len(them) == many else ()
        apart = True
    first = min((p.anchor for p in prepared.cast.subjects), default=0)
    for f in findings:
        if f.start < first and f.who and _is_of_so_many(prepared, f):
            f.who = ()
    if apart:
        for f in findings:
            if f.value in _LEVELS and len(f.who) > 1 and f.start < first:
                f.who = ()
    return findings
