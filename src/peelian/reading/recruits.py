"""Somebody of a report's story who joined the police: "a man applied to join ... He became a police constable in May".

To the words that tell officers apart he is only "the man". What became of him (charged, dismissed, resigned) is then
told of the one officer whom the report names by an office, such as whoever had vetted him.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.further import overlaid
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topic, Topics
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any
from peelian.reading.unnamed import NO_RANK, RANK_OF_STAFF

_OFFICE: Final = r"an? (?:serving |student |new |probationary |full-time |part-time |volunteer )?(?:police officer|police constable|special constable|constable|special|pcso|police community support officer|call handler|detention officer|student officer)\b"
#: "The man |joined Durham Constabulary as a police constable|", "She |became a special constable|"
_JOINED: Final = re.compile(
    r"\b(?P<who>the (?:same |young )?(?:man|woman|applicant|candidate|recruit)|he|she) (?:had |then |later |subsequently |also |duly |successfully ){0,2}"
    rf"(?:joined [^.;,]{{2,60}}? as|became|(?:started|began)(?: work| service| duty| training)? as|was (?:appointed|recruited|employed|engaged|sworn in|taken on)(?: by [^.;,]{{2,50}}?)?(?: as)?) (?:{_OFFICE})"
)
# What makes the man of a story somebody of whom a case is told.
_ENDED: Final = re.compile(
    r"\b(?:was|were|had been|been|and) (?:later |then |subsequently |also )?(?:arrested|charged|convicted|dismissed|sentenced|jailed|sacked|bailed|suspended)\b|\b(?:resigned|found guilty|pleaded guilty)\b"
)
# "|A man| had |applied to join| ...", "|a woman submitted an application to| become ..."
_APPLIED: Final = re.compile(
    r"\b(?:an?|the) (?:\w+ )?(?P<noun>man|woman|applicant|candidate|recruit)\b[^.;\n]{0,60}?\b(?:applied (?:to (?:join|become|be)|for)|application (?:to (?:join|become|be)|for)|was (?:recruited|vetted))\b"
)
_SUSPECT_WAS: Final = re.compile(
    r"\bthe (?:subject|suspect|offender|person)\b[^.;]{0,40}\b(?:transpired|turned out|proved|emerged|was (?:later |subsequently )?(?:found|identified|established))\b"
)
# A sentence that judges an officer of the report tells of that officer, though it speaks of the man too.
_JUDGES: Final = re.compile(
    r"\b(?:officer|staff|sergeant|inspector|supervisor|manager|vetter|clerk|team)\b[^.;]{0,160}?\b(?:case to answer|misconduct|notice|breach\w*|management (?:action|advice)|words of advice|warning|fell below|performance)\b"
    r"|\b(?:case to answer|misconduct|performance)\b[^.;]{0,80}?\b(?:officer|staff|sergeant|inspector|supervisor|manager|vetter|clerk|team)\b"
)

_NOUNS: Final = ("man", "woman", "applicant", "candidate", "recruit")
_OTHERS: Final = {
    "man": re.compile(r"\b(?:another|second|other|different) (?:\w+ )?man\b|\bmen\b"),
    "woman": re.compile(r"\b(?:another|second|other|different) (?:\w+ )?woman\b|\bwomen\b"),
}
_ONE: Final = {"man": re.compile(r"\ba man\b"), "woman": re.compile(r"\ba woman\b")}
_CALLED: Final = {
    noun: re.compile(rf"\b(?:an?|the|this|that|same) (?:same |young )?(?:{noun}|applicant|recruit)\b")
    for noun in _NOUNS
}
_HE: Final = re.compile(r"(?:(?:in|on|at) [\w ]{2,30},? )?(?:he|his) ")
_SHE: Final = re.compile(r"(?:(?:in|on|at) [\w ]{2,30},? )?(?:she|her) ")


@dataclass(slots=True)
class Recruit:
    """One who joined the police: where they are brought in, the words of their office, the sentences that tell of them."""

    anchor: int
    headline: int  # where it ends
    noun: str
    office: Hit | None
    told: list[Sentence]

    def is_told_in(self, sentence: Sentence) -> bool:
        return any(s.start == sentence.start for s in self.told)


def find_recruit(page: Page, scan: Scan) -> Recruit | None:
    """The one man or woman of a report's story who joined the police and of whom a case is told, if there is one."""
    low = page.low
    if not holds_any(low, (" applied ", "application")):
        return None
    applied = _APPLIED.search(low)
    if applied is None:
        return None
    noun = applied["noun"]
    joined = next((m for m in _JOINED.finditer(low, applied.start()) if _is_same(m["who"], noun)), None)
    if joined is None or _are_several(low, noun):
        return None
    told = _told(page, noun, applied.start())
    if not any(_ENDED.search(low, s.start, s.end) for s in told):
        return None
    return Recruit(applied.start(), low.find("\n"), noun, _office(scan, joined.start(), joined.end()), told)


def with_recruit(found: tuple[list[Person], Topics], recruit: Recruit | None) -> tuple[list[Person], Topics]:
    """The officers of a report, and with them the one whom it calls by no office."""
    if recruit is None:
        return found
    own = [(s.start, s.end) for s in recruit.told]
    person = Person(
        anchor=recruit.anchor, role="subject", rank=recruit.office, criminal=own, called=recruit.noun
    )
    for other in found[0]:
        if (
            other.anchor < recruit.headline
        ):  # "Vetting of an officer": the officer of a headline is the recruit
            person.anchor, other.anchor = min(person.anchor, other.anchor), recruit.anchor + 1
    people = sorted([*found[0], person], key=lambda p: p.anchor)
    return people, overlaid(found[1], [(start, end, (person,)) for start, end in own])


def after_his_noun(low: str, floor: int, at: int, told_of: Topic) -> int:
    """Where words of a recruit begin to tell of him after "the man", or ``floor``: "the man |was charged with|" is his."""
    for person in told_of:
        if person.called is not None and (noun := low.rfind(person.called, floor, at)) >= 0:
            return noun + len(person.called)
    return floor


def _is_same(who: str, noun: str) -> bool:
    """Whether "he" or "the man" may be the man who applied."""
    if who in ("he", "she"):
        return noun not in ("man", "woman") or (who == "he") == (noun == "man")
    return who.rsplit(" ", 1)[-1] in (noun, "applicant", "candidate", "recruit")


def _are_several(low: str, noun: str) -> bool:
    """Whether a page may speak of more than one man (or woman): "another man", "a second man", "two men"."""
    others, one = _OTHERS.get(noun), _ONE.get(noun)
    if others is None or one is None:
        return False
    return others.search(low) is not None or len(one.findall(low)) > 1


def _told(page: Page, noun: str, since: int) -> list[Sentence]:
    """The sentences that tell of the recruit: by the noun, or by a pronoun just after such a sentence."""
    low, called = page.low, _CALLED[noun]
    follows = _SHE if noun == "woman" else _HE
    out: list[Sentence] = []
    before: Sentence | None = None
    for sentence in page.sentences:
        start, end = sentence.start, sentence.end
        if end <= since:
            before = sentence
            continue
        after_own = bool(out) and out[-1] is before
        own = called.search(low, start, end) is not None or (
            after_own and follows.match(low, start, end) is not None
        )
        if own and _JUDGES.search(low, start, end) is None:
            if before is not None and not after_own and _SUSPECT_WAS.search(low, start, end):
                out.append(
                    before
                )  # "an allegation of rape. The suspect transpired to be the man who had applied"
            out.append(sentence)
        before = sentence
    return out


def _office(scan: Scan, start: int, end: int) -> Hit | None:
    """The rank in which the recruit joined."""
    for hit in reversed(scan.between("unnamed_role", start, end)):
        family, _, role = hit.value.partition(".")
        if family == "staff":
            return Hit(hit.start, hit.end, "rank", RANK_OF_STAFF)
        return None if role in NO_RANK else Hit(hit.start, hit.end, "rank", role)
    return None
