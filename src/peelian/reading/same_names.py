"""Same names: a father and a son who bear one name ("his father, who is also named Tom Lee"), told apart as two people.

What is told of the other one is kept from the officer of the page, whoever of the two is named how often.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.nicknames import plain_name
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan

_ELDER: Final = r"(?:father|dad|mother|mum|uncle|aunt|grandfather|grandmother|stepfather|father-in-law)"
_YOUNGER: Final = r"(?:son|daughter|nephew|niece|grandson|granddaughter|stepson)"
# "his father, who is also named |", "her uncle and namesake, |", "his son |"
_KIN: Final = re.compile(
    rf"\b(?:his|her|their|'s) (?:(?:late|own|elderly|retired|eldest|younger|elder|only|teenage) )*(?:(?P<elder>{_ELDER})|{_YOUNGER})(?: and namesake)?,?(?: (?:who (?:is|was)|is|was))?(?: (?:also|likewise|confusingly))?(?: (?:named|called))?,? (?:also )?\Z"
)
_NAMED_ALIKE: Final = (("senior", "snr", "sr", "the elder"), ("junior", "jnr", "jr", "the younger"))
_ENDS: Final = ("outcome", "penalty")
_OF_HIM: Final = re.compile(r"\W*(?:in |during |at )?(?:his|her|he|she)\b")
_REACH: Final = 2  # sentences after a name in which "he" is still the one of that name


class SameName(NamedTuple):
    """The places that name the other of two who bear one name, and whether that one is the elder."""

    mentions: list[Mention]
    elder: bool


def same_names(page: Page, names: list[Mention]) -> SameName | None:
    """The places where a page names the kin of somebody by the same name; None where it does not."""
    for m in names:
        if len(m.tokens) < 2:
            continue
        found = _KIN.search(page.low, max(page.sentence_at(m.start).start, m.start - 90), m.start)
        if found is None:
            continue
        others = [x for x in names if x is not m and x.tokens[-1] == m.tokens[-1]]
        if not any(len(x.tokens) > 1 and x.tokens[0] == m.tokens[0] and x.start < m.start for x in others):
            continue
        elder = found["elder"] is not None
        marks = _NAMED_ALIKE[0 if elder else 1]
        marked = [x for x in others if _is_marked(page.low, x, marks)]
        return SameName(sorted([m, *marked], key=lambda x: x.start), elder)
    return None


def _is_marked(low: str, m: Mention, marks: tuple[str, ...]) -> bool:
    """Whether a name has a word beside it that tells the elder from the younger: "Lee senior", "the elder Lee"."""
    after = tuple(f"{gap}{word}" for word in marks for gap in (" ", ", "))
    return low.startswith(after, m.end) or low.endswith(tuple(f"{w} " for w in marks if " " in w), 0, m.start)


def kin_of_one_name(found: SameName, page: Page, scan: Scan) -> Person:
    """The other one: told of as an older case where an end of that one's own is told, else no subject."""
    first = found.mentions[0]
    best = max(found.mentions, key=lambda m: len(m.tokens))
    person = Person(mentions=found.mentions, anchor=first.start)
    person.name_span = (best.name_start, best.name_end)
    person.name = plain_name(page.text[best.name_start : best.name_end])
    person.rank = next((m.rank for m in found.mentions if m.rank is not None), None)
    person.elder = found.elder
    for m in found.mentions:
        m.person = person
    told = _has_an_end(found.mentions, page, scan)
    person.role, person.background, person.score = (
        ("background", True, _TOLD) if told else ("rival", False, -_TOLD)
    )
    return person


_TOLD: Final = 3.0  # log-odds


def _has_an_end(mentions: list[Mention], page: Page, scan: Scan) -> bool:
    """Whether a sentence that names one of the two, or goes on about him, tells what a panel decided."""
    for m in mentions:
        at = page.sentence_index(m.start)
        for i in range(at, min(at + _REACH + 1, len(page.sentences))):
            s = page.sentences[i]
            if i > at and not _OF_HIM.match(page.low, s.start):
                break
            if any(not page.quoted(h.start) for h in scan.among(_ENDS, max(s.start, m.start), s.end)):
                return True
    return False
