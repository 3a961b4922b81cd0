"""The next officer: whoever a page brings in as one more of several ("a third officer, PC Lee", "the third, Lee, was a constable")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Person
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any

# "A fifth officer, PC Lee,": one more of the same case
_NEXT_OFFICER: Final = re.compile(
    r"\b(?:another|(?:an?|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|other)) (?:[\w-]+ ){0,2}?(?:officers?|constable|sergeant|inspector|detective|pcso|special|defendant)(?:,? (?:who )?(?:(?:is )?known (?:only )?(?:as|to the panel as)|referred to (?:[\w ]+ )?as|called|named))?,? (?:then |now |former |acting |temporary |a |an )*\Z"
)
# "The third, Lee, 29, |was a probationary constable|": of several told of together
_THE_NEXT: Final = re.compile(r"\bthe (?:other|second|third|fourth|fifth|sixth), \Z")
_IS_POLICE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:who )?(?:was|is|had been|has been)(?: then| also| at the time| now| once| previously)?,? an? (?:[\w-]+ ){0,3}?(?:constable|officer|sergeant|inspector|detective|pcso|pc|special|superintendent|member of (?:police )?staff|call[ -]handler|dispatcher)\b"
)
# "A third man from the squad, |DC Lee|"
_NEXT_MAN: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|other|further) (?:man|woman|member)(?: (?:from|of|on|in|at) [^.,;:\n]{2,30})?, \Z"
)
# ... and the words of which it needs one
_NEXT_WORDS: Final = ("other ", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ")
NEXT_FATE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:was|has been|had been) (?:also |later |then )?(?:found|cleared|acquitted|convicted|charged|jailed|sentenced|dismissed|given|sacked|suspended|fined)\b"
)


# "what was done in 2016 with another constable, |Ann Lee|": no case of this page's
_LONG_AGO: Final = re.compile(
    r"\bin (?:19|20)\d\d\b|\b(?:last|the previous|an earlier) year\b|\byears? (?:ago|earlier|before)\b|\b(?:it|this|which|case|conviction|sentence|verdict|jailing|news) (?:comes|came|follows|followed)\b|\bcompar|\bprecedent"
)


def is_next_officer(person: Person, page: Page) -> bool:
    """Whether the page brings somebody in as one more of several: "a third officer, PC Lee"."""
    m = person.mentions[0]
    next_man = m.rank is not None and _NEXT_MAN.search(page.low, max(0, m.start - 60), m.start) is not None
    return (next_man or follows_next_officer(page, m.start, 110)) and _LONG_AGO.search(
        page.low, page.sentence_at(m.start).start, m.start
    ) is None


def follows_next_officer(page: Page, at: int, reach: int) -> bool:
    """Whether "a third officer" stands just before ``at``, beginning at most ``reach`` before it."""
    start = max(0, at - reach)
    return (
        holds_any(page.low[start:at], _NEXT_WORDS) and _NEXT_OFFICER.search(page.low, start, at) is not None
    )


def is_next_of_them(person: Person, page: Page) -> bool:
    """Whether somebody without a rank is brought in as the next of several and called police: "The third, Lee, was a constable"."""
    m = person.mentions[0]
    return (
        m.rank is None
        and m.start - page.sentence_at(m.start).start < OPENS_WITHIN
        and _THE_NEXT.search(page.low, max(0, m.start - OPENS_WITHIN), m.start) is not None
        and _IS_POLICE.match(page.low, m.end) is not None
    )


OPENS_WITHIN: Final = 14  # characters: "The second, "


def is_next_with_a_verdict(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a page brings in one more officer and tells, in the same sentence, what was found or done."""
    m = person.mentions[0]
    if m.rank is not None and m.rank.value in SENIOR:
        return False
    s = page.sentence_at(m.start)
    end = min(s.end, m.end + 160)
    return is_next_officer(person, page) and (
        bool(scan.among(("finding", "outcome"), m.end, end))
        or _DEALT_WITH.search(page.low, max(s.start, m.start - 110), m.start) is not None
    )


# "|The third officer|, Sergeant Lee, left by another door": one of those whom the page has counted
_THE_COUNTED: Final = re.compile(
    r"\bthe (?:second|third|fourth|fifth|sixth|other|last|remaining) (?:officer|policeman|policewoman|detective|defendant|constable|sergeant)(?:,? (?:in the (?:dock|case)|on trial|accused|charged))?,? \Z"
)
# "|The jury could not decide about him|. A verdict of not guilty was entered."
_DECIDED_HIM: Final = re.compile(
    r"\b(?:jury|jurors|panel|hearing|magistrates|judge|court|force|chief constable|crown|prosecution)\b[^.;\"]{0,60}\b(?:clear|acquit|convict|dismiss|decide|agree|find|found|reach|offer|drop|discontinu)\w*\b[^.;\"]{0,40}\b(?:about|on|against|of|in respect of)? ?(?:him|her)\b"
)


def is_one_of_the_counted(person: Person, page: Page, starts: list[int]) -> bool:
    """Whether "the third officer, PC Lee" comes in and a jury's or panel's decision about "him" follows, before anybody of ``starts`` is named."""
    m = person.mentions[0]
    if m.rank is None or m.rank.value in SENIOR or page.quoted(m.start):
        return False
    if _THE_COUNTED.search(page.low, max(0, m.start - 60), m.start) is None:
        return False
    index = page.sentence_index(m.start)
    for s in page.sentences[index : index + 3]:
        if s.paragraph != page.sentences[index].paragraph or any(m.start < at < s.start for at in starts):
            return False
        found = _DECIDED_HIM.search(page.low, max(s.start, m.end), s.end)
        if found is not None and not any(m.start < at < found.start() for at in starts):
            return True
    return False


# "insufficient evidence to charge |a second officer, |PC Lee", "no case to answer for another constable, |Ann Lee|"
_DEALT_WITH: Final = re.compile(
    r"\b(?:(?:to|not|will|would|also|had|has|have|been|to be) (?:charged?|prosecuted?|disciplined?|dismiss(?:ed)?|sacked|warned|reprimanded|suspended|cleared?)"
    r"|(?:case|case to answer|action|proceedings|charges?|allegations?|evidence) (?:for|against|in respect of)) "
    r"(?:another|(?:an?|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|other)) [^.;]{0,70}\Z"
)
