"""Police friends: who stands by an officer before a panel, of the Federation or a union; in the case and not its subject."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention
from peelian.reading.spans import holds_any

_WHOSE: Final = r"(?:his|her|their|whose|the (?:officer|constable|sergeant|inspector|detective)'s|the two (?:officers|constables)'|[a-z]{2,}'s)"
_OFFICE: Final = (
    r"(?:(?:own|local|appointed|chosen|then|branch|force) )*"
    r"(?:(?:police )?federation (?:friend|rep\w*|adviser|advisor|advocate|official|lead|supporter|companion|officer)|police friend|(?:union|unison|gmb|workplace|staff association|superintendents' association|trade union|staff side) (?:friend|rep\w*|adviser|official|companion))"
)
# "Her Federation friend, |Sgt Lee|", "represented by his police friend |DC Lee|"
_BEFORE: Final = re.compile(rf"\b{_WHOSE} {_OFFICE},? \Z")
# "Sgt Lee|, her Federation representative, |", "DC Lee|, who accompanied him as his police friend|"
_AFTER: Final = re.compile(
    rf"(?:,| \()(?: (?:acting as|there as|attending as))? ?{_WHOSE} {_OFFICE}\b"
    r"|,? (?:who )?(?:had )?(?:accompanied|represented|supported|assisted|advised|sat (?:with|beside)|spoke for|appeared for|attended with|acted for) [^.;,]{2,30}? as (?:an?|the|his|her|their) "
    + _OFFICE
    + r"\b"
)
_WORDS: Final = ("friend", "rep", "advis", "advoc", "official", "companion", "lead", "supporter", "officer")
# ... of whom an end is told after all
_OWN_END: Final = re.compile(
    r"(?:,[^.;]{2,60},)? (?:(?:was|were|has been|had been|is)(?: also| later| himself| herself)* (?:dismissed|sacked|given|jailed|suspended|convicted|charged|found|cleared|demoted|arrested)|(?:also |later )?(?:resigned|received|admitted|faces|pleaded))\b"
)


def is_police_friend(m: Mention, page: Page) -> bool:
    """Whether a mention is of who stands by an officer at a hearing, and the sentence tells no end of that one's own."""
    low = page.low
    start = max(page.sentence_at(m.start).start, m.start - 80)
    if holds_any(low[max(start, m.start - 24) : m.start], _WORDS) and _BEFORE.search(low, start, m.start):
        return _OWN_END.match(low, m.end) is None
    found = _AFTER.match(low, m.end)
    return found is not None and _OWN_END.match(low, found.end()) is None
