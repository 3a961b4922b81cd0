"""Sexes: which of a page's people are called "he" and which "she", so that a pronoun means the right one of two.

Learnt from the page: a title, words such as "policewoman" before a name, and the pronouns that follow a name
before anybody else is named. Where it says nothing of the kind, a given name may tell. Nothing of this is ever told of anybody.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_words import names_by_sex
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person, Topic
from peelian.reading.spans import holds_any

# (not "her" and "his": "PC Lee told her" tells nothing of PC Lee)
_PRONOUN: Final = re.compile(r"\b(he|she|himself|herself|his own|her own)\b")
_SHE: Final = frozenset({"she", "herself", "her own"})
# Somebody else whom the pronoun may mean.
_WOMAN: Final = re.compile(
    r"\b(?:woman|women|girl|wife|mother|mum|girlfriend|daughter|sister|victim|complainant|widow|teenager|child|lady|grandmother|niece|aunt|colleague|driver|student|patient|pensioner|nurse|judge|chair\w*|teacher)\b"
)
_MAN: Final = re.compile(
    r"\b(?:man|men|boy|husband|father|dad|boyfriend|son|brother|victim|complainant|widower|teenager|child|grandfather|nephew|uncle|colleague|driver|student|patient|pensioner|suspect|prisoner|motorist|cyclist|judge|chair\w*|youth|detainee|burglar|dealer|teacher)\b"
)
_BEFORE: Final = re.compile(
    r"\b(?:(wife|policewoman|woman|female|girlfriend|sister|daughter|mother|wpc)|(husband|policeman|boyfriend|brother|son|father))(?: (?:officer|pc|constable|sergeant|sgt|detective))?,? \Z"
)
_AFTER: Final = re.compile(
    r",? (?:\(?\d\d\)?,? )?(?:(?:an? |the )?(?:(?:father|dad|grandfather)|(mother|mum|grandmother))[ -]of\b|and (?:his )?(?:wife|girlfriend)\b|and (?:her )?(husband|boyfriend)\b)"
)
_NEAR_THE_START: Final = 40  # characters of a sentence
_REACH: Final = 160  # characters after a name


def sexes(page: Page, persons: list[Person]) -> dict[Person, bool]:
    """Of whom it is known: True for "she", False for "he"."""
    mentions = sorted((m.start, m.end) for p in persons for m in p.mentions)
    starts = [start for start, _ in mentions]
    known: dict[Person, bool] = {}
    for person in persons:
        if person.female is not None:
            known[person] = person.female
            continue
        she = he = 0
        for m in person.mentions:
            told = _told(page, m, starts)
            she += told is True
            he += told is False
        if she > 2 * he or he > 2 * she:
            known[person] = she > he
        elif not (she or he) and person.name is not None:
            first = next((m.tokens[0] for m in person.mentions if len(m.tokens) > 1), None)
            if first in names_by_sex():
                known[person] = names_by_sex()[first]
    return known | _of_the_other(page, persons, known)


# "She was dismissed; |he| was given a warning", of two
_CLAUSE: Final = re.compile(
    r"(?:(?<=[.;,] )|(?<=\n)|\b(?:and|while|but|whereas|then) )(he|she)(?= (?!said\b|told\b)[a-z])"
)


def _of_the_other(page: Page, persons: list[Person], known: dict[Person, bool]) -> dict[Person, bool]:
    """Of a page's two subjects the one of whom nothing tells, where the other is known and both "he" and "she" open clauses after them."""
    two = [p for p in persons if p.is_subject and p.name is not None and p.mentions]
    unknown = [p for p in two if p not in known]
    if len(two) != 2 or len(unknown) != 1:
        return {}
    first = next(p for p in two if p in known)
    last = max(p.mentions[0].end for p in two)
    elsewhere = sorted(m.start for p in persons if not p.is_subject for m in p.mentions if m.start > last)
    end = elsewhere[0] if elsewhere else len(page.low)
    told: set[bool] = set()
    at = last
    for found in _CLAUSE.finditer(page.low, last, min(end, last + _NEXT)):
        she = found.group(1) == "she"
        if page.quoted(found.start(1)) or is_outsider_between(page, at, found.start(), she):
            return {}
        told.add(she)
        at = found.end()
    return {unknown[0]: not known[first]} if len(told) > 1 else {}


_NEXT: Final = 600  # characters after both have been named


def _told(page: Page, m: Mention, starts: list[int]) -> bool | None:
    """What the words about one mention tell: True for a woman, False for a man."""
    low = page.low
    before = _BEFORE.search(low, max(0, m.start - 40), m.start)
    if before is not None:
        return before.group(1) is not None
    after = _AFTER.match(low, m.end)
    if after is not None:
        return bool(after.group(1) or after.group(2))
    if page.quoted(m.start):
        return None
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    i = bisect_right(starts, m.start)
    stop = starts[i] if i < len(starts) else len(low)
    if i > 1 and starts[i - 2] >= sentence.start:
        return None  # somebody else was named before in the sentence: the pronoun may be theirs
    end = min(sentence.end, stop, m.end + _REACH)
    found = _PRONOUN.search(low, m.end, end)
    opens = m.start - sentence.start < _NEAR_THE_START  # whoever the next sentence goes on about
    if found is None and opens and end == sentence.end < stop and index + 1 < len(page.sentences):
        then = page.sentences[index + 1]
        found = _PRONOUN.match(low, then.start)
    if found is None or page.quoted(found.start()):
        return None
    she = found.group(1) in _SHE
    other = _WOMAN if she else _MAN
    return None if other.search(low, m.end, found.start()) else she


def is_outsider_between(page: Page, start: int, end: int, she: bool) -> bool:
    """Whether words between two offsets bring in somebody else whom the pronoun may mean."""
    return (_WOMAN if she else _MAN).search(page.low, start, end) is not None


_COUPLE: Final = re.compile(
    r"\b(?:husband[- ]and[- ]wife|married couple|and (?:his |her )?(?:police officer )?(?:wife|husband)|married (?:officers|constables|police)|brother and (?:his )?sister|sister and (?:her )?brother|siblings)\b"
)
_SPOUSE: Final = re.compile(r"\b(?:the|his|her) (wife|husband|sister|brother)\b(?!'s)")
_BREATH: Final = 60  # characters from the name of one to that of the other


def spouse_words(page: Page, two: Topic, known: dict[Person, bool]) -> list[tuple[int, int, str, Person]]:
    """Where "the husband" and "his wife" (or sister) mean ``two`` people whom the page tells of as such, and which of them."""
    pair = {known[p]: p for p in two if p in known}
    if len(two) != 2 or len(pair) != 2:
        return []
    out = _officer_words(page, two, pair) if holds_any(page.low, _OFFICERS) else []
    first = min((p.anchor for p in two), default=0)
    if not _COUPLE.search(page.low, 0, first + _BREATH):
        return out
    return out + [
        (m.start(), m.end(), "subject", pair[m.group(1) in ("wife", "sister")])
        for m in _SPOUSE.finditer(page.low, first + _BREATH)
    ]


# "The policewoman was dismissed, |the policeman| given a warning"
_MAN_OR_WOMAN: Final = re.compile(
    r"\bthe (?:former )?(?:(policewoman|policeman)\b|(female|male|woman) (?:officer|constable|pc|sergeant)\b)(?!'s)"
)
_OFFICERS: Final = ("the policem", "the policew", "the female ", "the male ", "the woman ", "the former ")


def _officer_words(page: Page, two: Topic, pair: dict[bool, Person]) -> list[tuple[int, int, str, Person]]:
    """Where "the policewoman" and "the male officer" mean ``two`` officers, and which of them."""
    if not all(p.mentions for p in two):
        return []
    named = max(p.mentions[0].end for p in two)
    return [
        (m.start(), m.end(), "subject", pair[(m.group(1) or m.group(2)) not in ("policeman", "male")])
        for m in _MAN_OR_WOMAN.finditer(page.low, named)
    ]
