"""Found out: who a page says it was, after telling of a deed without a name; and whom it only suspected or heard before.

"It might have been PC Lee. It was Ned Obi, and he had posted six. He was dismissed": the one is a subject, though no
rank stands at the name, and the other is none. "The man in the dock, Superintendent Moss": he, and not the witnesses.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan

_POLICE: Final = r"(?:police ?officer|policeman|policewoman|constable|officer|pc|sergeant|bobby|detective|inspector|superintendent|special|pcso|cop|copper)"
_WHO: Final = r"(?:culprit|thief|burglar|attacker|robber|stalker|rapist|man|woman|driver|sender|author|caller|intruder|vandal|blackmailer|flasher|abuser|fraudster|officer|liar|leaker|mole|source|guilty party|one)"
# "It was |", "The culprit turned out to be |", "He was |"
_IT_WAS: Final = re.compile(
    rf"[\"'\u201c]?(?:(?:but|and|in fact|no|yes),? )?(?:it|he|she|that|(?:the|her|his|their) (?:(?:true|real) )?(?:[\w-]+ )?{_WHO}(?: (?:responsible|behind it|in question|concerned|(?:she|he|they) saw|in the (?:video|picture|film)))?)(?:, the (?:panel|court|jury|judge|hearing) [a-z ]{{3,20}},)?"
    r"(?: was|'s| is| turned out to be| proved to be| had been| was in fact| was in truth)(?: none other than)? (?:the |former )*"
)
# ", 27, and he was the local policeman", ", the village constable", ". He's a PC at Wem"
_AND_POLICE: Final = re.compile(
    rf"(?:,? \(?(?:aged )?\d\d\)?)?(?:,? of [^.,;]{{3,30}})?(?:,? and (?:he|she) (?:was|is)|,? who (?:was|is)|\. (?:he|she)(?:'s| is| was)|,) (?:an?|the|their|her|his|our) (?:[\w'-]+ ){{0,3}}?{_POLICE}\b(?!')"
)
_AND_HE: Final = re.compile(
    r"(?:,? \(?(?:aged )?\d\d\)?)?,?(?: the (?:panel|court|jury|judge|hearing) [a-z ]{3,20},)?(?: and (?:he|she)\b| who\b|\.)"
)
# "who raised the alarm", "and she caught him": a deed of somebody else's
_GOOD: Final = re.compile(
    r"[^.;]{0,30}\b(?:raised|reported|caught|found|spotted|saved|helped|stopped|arrested|rescued|noticed|complained|alerted|blew|told|called|investigated|led|warned|came|tried|suffered|died)\b"
)
_HE: Final = re.compile(
    r"(?:he|she|the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective|pc)) (?:was|has|had|got|received|pleaded|admitted|denied|denies|lost|must|will|resigned|now|faces)\b"
)
_WHO_WAS: Final = re.compile(
    r" (?:was|has been|had been|is) (?:[\w-]+ )?(?:dismissed|sacked|jailed|demoted|convicted|found guilty|given|fined|reduced|sentenced)\b"
)
# What a force does with an officer of whom others say who it is.
_UNDER_INQUIRY: Final = re.compile(r"\b(?:suspended|restricted duties|referred)\b")
# "the man in the dock of this hearing, |Superintendent Lee|", "the officer before them, |PC Lee|"
_ACCUSED: Final = re.compile(
    r"\b(?:man|woman|officer|person|one|figure|policeman|policewoman)(?: who (?:was|stood|sat))? (?:in the dock|before (?:it|them|the (?:panel|court|bench))|in front of (?:it|them|the panel)|on trial|in the hot seat|accused|facing (?:the (?:sack|charge|allegations?)|dismissal)|whose (?:job|career|future|conduct) was (?:at stake|in question|in the balance))[^.,;]{0,40}, \Z"
)
# Suspected for a while, or heard: where somebody else was found out.
_SUSPECTED: Final = re.compile(
    r"\b(?:it (?:might|could|may) (?:just as (?:well|easily) )?have been|it (?:was not|wasn't)|(?:suspicion|blame)(?: had)? (?:first |at first )?(?:fell|fallen) (?:up)?on|(?:first|wrongly|at first) (?:suspected|blamed|accused))\b[^.;]{0,60}\Z"
)
_HEARD: Final = re.compile(
    r"\b(?:evidence (?:was |had been )?(?:given by|came from|heard from)|(?:heard|took) (?:evidence )?from|witnesses (?:were|included)|those who (?:gave evidence|testified) (?:were|included)|testimony came from|(?:preferred|believed) the (?:word|account|evidence) of)\b[^.;]{0,140}\Z"
)
_CASE: Final = ("offence", "outcome", "finding", "penalty")
_PLAIN: Final = 4.0  # log-odds from which somebody is a subject whatever else


def tell_found_out(persons: list[Person], page: Page, scan: Scan) -> None:
    """Make those found out subjects, and those only suspected or heard beside them none."""
    if not any(scan.of(kind) for kind in _CASE) and not _UNDER_INQUIRY.search(page.low):
        return
    found = {p for p in persons if p.name and any(_is_found_out(m, page, scan) for m in p.mentions)}
    if not found:
        return
    for person in persons:
        if person in found:
            if not person.is_subject:
                person.role, person.background, person.aside = "subject", False, False
            person.score = max(person.score, _PLAIN)
        elif person.is_subject and person.score < _PLAIN and _is_only_beside(person, page, scan):
            person.role = "official"
        elif (
            person.is_subject
            and person.score < _PLAIN
            and all(m.rank is None for m in person.mentions)
            and any(page.quoted(m.start) for p in found for m in p.mentions)
        ):
            person.role = "official"  # who said so
    if not any(p.role == "subject" for p in persons):
        for person in found:  # an older case beside no other is the page's own
            person.role, person.background = "subject", False


def _is_only_beside(person: Person, page: Page, scan: Scan) -> bool:
    """Whether somebody is everywhere named as suspected for a while or as heard, and no end is told in those words."""
    return all(_is_beside(m, page, scan) for m in person.mentions)


def _is_beside(m: Mention, page: Page, scan: Scan) -> bool:
    s = page.sentence_at(m.start)
    told = _SUSPECTED.search(page.low, s.start, m.start) or _HEARD.search(page.low, s.start, m.start)
    return told is not None and not scan.among(_CASE, s.start, m.start)


def _is_found_out(m: Mention, page: Page, scan: Scan) -> bool:
    """Whether the words before a name say that its bearer did what the page tells of, and words after it that he or she is police or was dealt with."""
    low = page.low
    index = page.sentence_index(m.start)
    s = page.sentences[index]
    if page.quoted(m.start):
        return m.rank is None and _is_named_by_another(m, page)
    if _ACCUSED.search(low, s.start, m.start):
        return True
    if _IT_WAS.fullmatch(low, s.start, m.start) is None:
        return False
    if m.rank is None and _AND_POLICE.match(low, m.end):
        return not _GOOD.match(low, m.end, s.end)
    goes_on = _AND_HE.match(low, m.end)
    if goes_on is None or _GOOD.match(low, goes_on.end(), s.end):
        return False
    if _WHO_WAS.match(low, goes_on.end(), s.end) and goes_on.group().endswith("who"):
        return True
    if index + 1 == len(page.sentences):
        return False
    then = page.sentences[index + 1]
    if _HE.match(low, then.start) is None:
        return False
    if scan.among(("outcome", "finding"), then.start, then.end):
        return True
    police = m.rank is not None or bool(scan.among(("rank", "force"), then.start, then.end))
    return police and bool(scan.between("penalty", then.start, then.end))


def _is_named_by_another(m: Mention, page: Page) -> bool:
    """Whether a quotation names the officer whom the force keeps from work: '"It was Ned Obi. He's a PC here," said ...'."""
    s = page.sentence_at(m.start)
    return (
        _IT_WAS.fullmatch(page.low, max(s.start, _opening(page, m.start)), m.start) is not None
        and page.low.startswith(". ", m.end)
        and _AND_POLICE.match(page.low, m.end) is not None
        and _UNDER_INQUIRY.search(page.low) is not None
    )


def _opening(page: Page, at: int) -> int:
    """Where the words of a quotation begin."""
    return max(page.text.rfind(mark, 0, at) for mark in ('"', "\u201c")) + 1
