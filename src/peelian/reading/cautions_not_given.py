"""Cautions that nobody accepted: refused, ruled out, not available. Whoever declines one is charged, and was never cautioned."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page

# "refused |a caution|", "decided against |a police caution|", "instead of |a caution|"
_NOT_BEFORE: Final = re.compile(
    r"\b(?:refus\w+|declin\w+|reject\w+|turn(?:ed|ing|s)? down|spurn\w+|decid\w+ against|rul\w+ out|rather than|instead of|in place of|short of|more than|not|n't|no|without|never|neither|nor"
    r"|unwilling|could have|might have|would have|should have|hop(?:ed|ing) for|ask\w* for|wanted|consider\w*|discuss\w*|suggest\w*|offer(?:ed)? of|chance of|prospect of|possibility of)"
    r" (?:to )?(?:(?:accept|take|sign|be|get|have|receive|been|accepted|offered|given|issued with|giving|issuing|offering) )?(?:him |her |them )?(?:an? |the |any |his |her |by way of )?(?:adult |police |simple |formal |conditional )?\Z"
)
# "a caution |was not available|", "the caution |which he refused|"
_NOT_AFTER: Final = re.compile(
    r"(?: for (?:[\w-]+ ){1,5}?(?=was |is |had |has |but |which |and ))?,? ?(?:(?:was|were|is|had been|has been|being) )?(?:(?:not|n't|never) (?:be )?(?:available|appropriate|offered|given|possible|an option|suitable|accepted|open|issued|administered)"
    r"|unavailable|refused|declined|rejected|turned down|ruled out|considered|discussed|withdrawn|inappropriate|unsuitable|out of the question"
    r"|which (?:he|she|they|the \w+) (?:had |then |later )?(?:refused|declined|rejected|turned down|would not|did not|would not accept))\b"
)
# "was offered |a caution| for theft but declined it"
_OFFERED: Final = re.compile(r"\boffer(?:ed|ing|s)? (?:him |her |them )?(?:an? |the )?(?:[\w-]+ )?\Z")
_THEN_REFUSED: Final = re.compile(
    r"[^.;]{0,60}?\b(?:but|and|which|yet)\b(?: (?:he|she|they|the \w+))?(?: (?:had|then|later|has))? (?:refus|declin|reject|turn(?:ed|s) (?:it|this|that) down|would(?: not|n't)|did(?: not|n't))"
)


def not_given(page: Page, start: int, end: int) -> bool:
    """Whether the words around a caution told at ``[start, end)`` say that nobody was given it."""
    s = page.sentence_at(start)
    word = page.low.find("caution", start, end)
    if word < 0:
        return False
    lead = page.low[max(s.start, start - 60) : word]
    if _NOT_BEFORE.search(lead) or _NOT_AFTER.match(page.low, end, s.end):
        return True
    return _OFFERED.search(lead) is not None and _THEN_REFUSED.match(page.low, end, s.end) is not None


_FOR: Final = re.compile(r"\bcaution (?:for|over|in respect of) (?:an? |the |alleged |one count of )*\Z")
# ... "and was |charged|", and no crime behind it
_WITH: Final = re.compile(r" (?:with|over|in connection|for|under)\b")
_THEN: Final = re.compile(r"(?:he|she) (?:was|has been|had been) (?:\w+ )?\Z")


def charged_instead(page: Page, crime: int, start: int, end: int) -> bool:
    """Whether ``[start, end)`` says "charged" of whoever would not take a caution for the crime named at ``crime``."""
    if _FOR.search(page.low, max(0, crime - 50), crime) is None or _WITH.match(page.low, end):
        return False
    word = page.low.rfind("caution", max(0, crime - 50), crime)
    if not not_given(page, word, word + len("caution")) and not _refused_behind(page, crime):
        return False
    s, told = page.sentence_at(start), page.sentence_at(crime)
    return s.start == told.start or (
        s.start >= told.end
        and _THEN.fullmatch(page.low, s.start, page.low.index("charged", start)) is not None
    )


def _refused_behind(page: Page, crime: int) -> bool:
    """Whether the words behind the crime say so: "offered a caution for theft, which he refused"."""
    s = page.sentence_at(crime)
    word = page.low.rfind("caution", s.start, crime)
    return (
        _REFUSED.search(page.low, crime, s.end) is not None
        and _OFFERED.search(page.low, s.start, word) is not None
    )


_REFUSED: Final = re.compile(
    r",? (?:which (?:he|she) |but (?:he |she )?|and (?:he |she )?)(?:had |then |later )?(?:refused|declined|rejected|turned (?:it )?down|would not accept)\b"
)
