"""Two officers without names beside a named one, of whom the page tells what became of each: "one ... the other ...".

"Two constables who were with him were also investigated. One was given a final written warning. The other faced no
further action": two subjects more, and neither end is the named officer's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.further import overlaid
from peelian.reading.model import Span
from peelian.reading.own_verdicts import OWN
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topics
from peelian.reading.scan import Hit, Scan
from peelian.reading.unnamed import RANK_OF_STAFF

_NOUNS: Final = {
    "constables": "police_constable",
    "pcs": "police_constable",
    "sergeants": "sergeant",
    "inspectors": "inspector",
    "special constables": "special_constable",
    "specials": "special_constable",
    "pcsos": "pcso",
    "detention officers": RANK_OF_STAFF,
    "call handlers": RANK_OF_STAFF,
}
_PLURAL: Final = (
    r"(?P<noun>special constables|detention officers|call handlers|police officers|officers|constables|pcs|sergeants|detectives|colleagues"
    r"|policemen|policewomen|pcsos|specials|inspectors|supervisors|crewmates)"
)
# Two who are plainly not the one named: other, with or beside that one, or first brought in as so many.
_TWO: Final = re.compile(
    r"\b(?:two (?:other|further|more|fellow) (?:[\w-]+ ){0,2}?|two of (?:his|her|their) (?:[\w-]+ ){0,2}?|(?<!the )(?<!these )(?<!those )(?<!of )two (?:[\w-]+ ){0,2}?|(?:the )?(?:other|first) two (?:[\w-]+ ){0,2}?"
    rf"|the two (?=[\w-]+ (?:who (?:were|was|had been) )?(?:with|beside|alongside|accompanying) )){_PLURAL}\b"
)
_AMONG: Final = ("one of ", "both of ", "either of ", "and ", "each of ")
_HEAD: Final = r"(?:[.;:,\n] ?|\b(?:and|but|while|of whom) )"
_ONE: Final = re.compile(
    rf"{_HEAD}(?P<at>one(?: of (?:them|these|those|the two|the pair)(?: (?:officers|constables|sergeants|colleagues|men|women))?)?(?: officer| constable| sergeant)?"
    r"(?:, (?:an?|the|who|now|then|aged) [^,.;]{2,50},)?)(?= (?:was|were|is|has|had|got|gets|received|receives|faced|faces|will|would|resigned|retired|quit|left|lost|accepted|also|later|since|then|admitted|denied|kept|escaped|must)\b)"
)
_OTHER: Final = re.compile(
    rf"{_HEAD}(?P<at>the other(?: (?:one|officer|constable|sergeant|colleague|man|woman))?(?:, (?:an?|the|who|now|then|aged) [^,.;]{{2,50}},)?)"
    r"(?= (?:was|were|is|has|had|got|gets|received|receives|faced|faces|will|would|resigned|retired|quit|left|lost|accepted|also|later|since|then|admitted|denied|kept|escaped|must|an?|no|management|advice|words|final)\b)"
    rf"|{_HEAD}(?P<no>no (?:\w+ ){{0,2}}action (?:was|is|will be|is to be|has been|would be) taken against the other\b)"
)
# "one of them, a |sergeant|", "the other |constable|"
_APPOSED: Final = re.compile(
    r"(?:one|the other)(?: of (?:them|these|those|the two|the pair)(?: (?:officers|constables|colleagues|men|women))?)?(?: |, (?:an?|the|then an?|now an?) (?:[\w-]+ ){0,2})"
)
_REACH: Final = 3  # sentences from the two to what became of them
_SUBJECTS: Final = OWN - {"left"}  # (to have left alone is no case)


def pairs_beside(
    page: Page, scan: Scan, persons: list[Person], found: tuple[list[Person], Topics]
) -> tuple[list[Person], Topics]:
    """The unnamed subjects ``found`` beside the named ``persons`` and their stretches, with both officers of each such passage.

    They take the place of whoever was found in the same passage. A clause that tells only that one of them left is nobody's.
    """
    people: list[Person] = []
    topics: Topics = []
    passages: list[Span] = []
    named = sorted(m.start for p in persons for m in p.mentions)
    for two in _TWO.finditer(page.low) if "two" in page.low and "the other" in page.low else ():
        if page.quoted(two.start()) or page.low.endswith(_AMONG, 0, two.start()):
            continue
        apart = _told_apart(page, two.end(), named)
        if apart is None or (topics and apart[0] < topics[-1][1]):
            continue
        first, other, end = apart
        clauses = ((first, other), (other, end))
        told = [{h.value for h in scan.between("unnamed_verdict", a, b)} for a, b in clauses]
        if not any(t & _SUBJECTS for t in told):
            continue
        for (a, b), verdicts in zip(clauses, told, strict=True):
            who: tuple[Person, ...] = ()
            if verdicts & _SUBJECTS:
                person = _person(page, scan, two.start("noun"), two["noun"], a, b)
                person.criminal = [(a, b)] if "crime" in verdicts else []
                people.append(person)
                who = (person,)
            topics.append((a, b, who))
        passages.append((two.start(), end))
    if not passages:
        return found
    kept = [p for p in found[0] if not any(a <= p.anchor < b for a, b in passages)]
    told_before = [
        (a, b, tuple(p for p in who if p in kept)) for a, b, who in found[1] if any(p in kept for p in who)
    ]
    return sorted([*kept, *people], key=lambda p: p.anchor), overlaid(told_before, topics)


def _told_apart(page: Page, at: int, named: list[int]) -> tuple[int, int, int] | None:
    """Where "one" and "the other" begin and where the second clause ends, in the sentences after two officers; None if nobody tells them apart, or names are given."""
    index = page.sentence_index(at)
    last = page.sentences[min(index + _REACH, len(page.sentences) - 1)]
    own = page.sentences[index]
    if any(at < start < own.end for start in named) and not _only_with(page, at, own, named):
        return None
    one = _first(_ONE, page, at, index)
    if one is None:
        return None
    other = _OTHER.search(page.low, one.end(), min(last.end, one.end() + 260))
    if other is None or page.sentence_index(other.end()) - page.sentence_index(one.end()) > 1:
        return None
    start, end = one.start("at"), other.start("at") if other["at"] else other.start("no")
    stop = page.sentence_at(end).end
    if any(start < name < stop for name in named):
        return None
    return start, end, stop


def _only_with(page: Page, at: int, own: Sentence, named: list[int]) -> bool:
    """Whether the only name after the two in their sentence is of whom they were with: "two officers with Lamb"."""
    after = [start for start in named if at < start < own.end]
    return len(after) == 1 and page.low.endswith(
        ("with ", "beside ", "alongside ", "accompanying "), at, after[0]
    )


def _first(pattern: re.Pattern[str], page: Page, at: int, index: int) -> re.Match[str] | None:
    """Where one of the two is first told of: in the rest of their sentence, or at the head of a clause of the next."""
    for k in range(index, min(index + _REACH, len(page.sentences))):
        s = page.sentences[k]
        found = pattern.search(page.low, max(s.start - 2, at), s.end)
        if found is not None:
            return found
    return None


def _person(page: Page, scan: Scan, at: int, noun: str, start: int, end: int) -> Person:
    """One of the two, with the rank told of that one, or of both."""
    person = Person(anchor=start, role="subject")
    own = scan.between("rank", start, min(end, start + 60))
    if own and _APPOSED.fullmatch(page.low, start, own[0].start):
        person.rank = own[0]
    elif noun in _NOUNS:
        person.rank = Hit(at, at + len(noun), "rank", _NOUNS[noun])
    return person
