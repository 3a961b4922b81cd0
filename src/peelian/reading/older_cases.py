"""Older cases: officers whom a page names by the way, for a case before its own, and the one on whom it opens.

"Lee is the third Kent officer to be sacked this year. Sgt Moss was kicked out in May": the page is on Lee."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Hit
from peelian.reading.surroundings import Surroundings

# ... and from which the one officer named before an older case may be whom the page is about.
_HARDLY: Final = -1.0  # log-odds below which the page is on nobody
# "In 2010 Sergeant Lee was jailed", "Three years ago another officer, PC Lee, was sacked"
_OPENS_OLDER: Final = re.compile(
    r"(?:(?:back|earlier|and|but|also),? )?(?:in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d\b|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+) years (?:ago|earlier|before)\b"
    r"|(?:it|this|the (?:[\w-]+ )?(?:case|sacking|dismissal|conviction|sentence|verdict|ruling|decision|hearing|jailing|finding|outcome)) (?:comes|follows|came|followed) (?:just |only |barely |less than |more than |almost |nearly )?(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|eighteen|\d+) (?:years?|months?) (?:after|since)\b"
    r"|(?:it|this|the (?:[\w-]+ )?(?:case|sacking|dismissal|conviction|sentence|verdict|ruling|decision|story|affair|outcome)) (?:has (?:clear |strong |uncomfortable )?echoes of|echoes|recalls|mirrors|(?:is|was) (?:similar to|reminiscent of)|bears (?:a |some )?(?:resemblance|similarit\w+) to|will remind)\b"
    r"|(?:it|this|the (?:[\w-]+ )?(?:case|sacking|dismissal|conviction|sentence|verdict|jailing|hearing)) (?:comes|follows|came|followed|is the latest)\b[^.;]{0,40}? (?:another|a fellow|a second|a former|a different) (?:[\w'&-]+ ){0,4}?(?:officer|constable|sergeant|inspector|detective|pc|pcso|policeman|policewoman|special)\b"
    r"|(?:readers|some|many|older (?:readers|hands)) (?:will|may|might) (?:remember|recall)\b|last year\b|it (?:is|was) not the first\b|it(?:'s| isn't) not the first\b|not the first)"
)


def closes_on_older(person: Person, among: Surroundings) -> bool:
    """Whether all that a page tells of somebody is one sentence near its end that opens on an older year or case."""
    page = among.page
    if person.anchor * 2 < len(page.text) or person is among.persons[0]:
        return False
    at = page.sentence_index(person.anchor)
    s = page.sentences[at]
    if any(not s.start <= m.start < s.end for m in person.mentions) or not among.has_role(person):
        return False
    before = page.sentences[max(0, at - 1)]
    return _OPENS_OLDER.match(page.low, s.start) is not None or (
        before.paragraph == s.paragraph
        and _ONE_OF_MANY.search(page.low, before.start, before.end) is not None
    )


# "Lee is the third Kent officer to be sacked this year.| Sgt Moss was kicked out in May"
_ONE_OF_MANY: Final = re.compile(
    r"\b(?:is|becomes|became|was) (?:at least |just |only )?the (?:latest|second|third|fourth|fifth|sixth|seventh)(?: [\w-]+){0,4}? (?:cops?|coppers?|officers?|constables?|sergeants?|detectives?|pcs?|pcsos?|police|policem[ae]n|bobb(?:y|ies)) (?:to|in|who)\b"
)


def told_first(persons: list[Person], older: list[Person], among: Surroundings) -> Person | None:
    """The officer whom the page names before an older case, and most often: whose page it is, though little is told."""
    start = min(p.anchor for p in older)
    before = [
        p for p in persons if p.anchor < start and not p.aside and p.score > _HARDLY and among.has_role(p)
    ]
    return before[0] if len(before) == 1 and len(before[0].mentions) > 1 else None


_OFTEN: Final = 3  # mentions


def is_not_led(other: Person, first: Person, rank: Hit | None, older: bool) -> bool:
    """Whether somebody named after ``first`` cannot be the officer of the lead: of an older case, of another rank, or
    named once, when the page has long told of ``first``."""
    held = [m.rank.value for m in other.mentions if m.rank is not None]
    own = [m.rank.value for m in first.mentions if m.rank is not None]
    differs = rank is not None and bool(held) and rank.value not in held and (not own or rank.value in own)
    often = len(first.mentions) >= _OFTEN and len(other.mentions) == 1
    late = often and other.anchor > first.mentions[_OFTEN - 1].start
    return other.anchor > first.anchor and (older or differs or late)


# "|Her crewmate, |PC Lee": whom the case is told of already
_CREWMATE: Final = re.compile(
    r"(?:\A|[^\w])(?:his|her) (?:(?:then|fellow|police|more senior|junior|female|male) )*(?:crewmate|crew-mate|colleague|patrol partner|partner on the shift|fellow officer|passenger|co-defendant|co-accused|supervisor|sergeant|line manager),? \Z"
)


def is_crewmate(other: Person, first: Person, page: Page) -> bool:
    """Whether somebody comes in as the colleague of an officer told of before: not the one on whom the page opens."""
    m = other.mentions[0]
    start = max(page.sentence_at(m.start).start, m.start - 50)
    return m.start > first.anchor and _CREWMATE.search(page.low, start, m.start) is not None
