"""Surnames that are words too: a rank's ("Mr Constable"), a title's ("PC Lee Judge"), an everyday word's ("PC Lee Power").

The same question is asked from two sides. Before anybody is looked for, ``rank_surnames`` takes out what the scan took
for a rank or an officer without a name where a page calls somebody so: "Mr Constable, who has been suspended",
"Sergeant, of Mill Row, was fined"; "the constable" with a small letter stays an officer. Once the names with a rank, a
title or a given name are known, ``titled_surnames`` and ``everyday_surnames`` find where such a surname stands alone.
The words that must not stand before it differ: before a rank's word they make it a rank ("Chief Constable", "a Police
Constable"), before a title's or an everyday word they make it the office or the word ("the trial Judge").
"""

from __future__ import annotations

import calendar
from typing import Final, TypeAlias

from peelian.reading import patterns as re
from peelian.reading.name_words import (
    ALSO_SURNAMES,
    NOT_A_NAME,
    common_words,
    fold,
    given_names,
    is_common,
    listed,
    word_surnames,
)
from peelian.reading.page import CAPITALS, Page
from peelian.reading.persons import Mention
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import find_all

Bare: TypeAlias = tuple[int, int, tuple[str, ...]]

_KINDS: Final = ("rank", "rank_weak", "unnamed_role")
_RANK_WORDS: Final = ("Constable", "Sergeant", "Inspector", "Commander", "Marshal")
_MR: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \Z")
_GIVEN: Final = re.compile(r"(?:(?<=\A)|(?<=[\s(\"'\u201c\u2018]))([A-Z][a-z\u2019'-]+) \Z")
# What stands behind somebody's surname and not behind a rank before a name.
_ENDS: Final = re.compile(r"['\u2019]s?\b|[,.;:)!?]| \((?:aged )?\d\d\)| (?:[a-z]|\d\d?\b)|[\"\u201d]|\n|\Z")
# ... and before it: nothing that makes it the rank ("the Constable", "a Police Constable", "Chief Constable").
_A_RANK: Final = re.compile(
    r"\b(?:the|an?|one|two|three|every|each|any|no|this|that|his|her|their|our|its|said|former|ex|police|chief|special|detective|student|probationary|trainee|temporary|acting|as|of|rank|/|officer|support)[ -]\Z",
    re.IGNORECASE,
)


def rank_surnames(page: Page, scan: Scan) -> list[Hit]:
    """What the scan took for ranks or officers where a person is called by a surname that is a rank's word."""
    if not any(" " + word in page.text for word in _RANK_WORDS):
        return []
    out: list[Hit] = []
    for word in _RANK_WORDS:
        hits = [
            h
            for kind in _KINDS
            for h in scan.of(kind)
            if page.text.startswith(word, h.start) and h.end - h.start <= len(word)
        ]
        if not hits:
            continue
        titled = [h for h in hits if _ends(page, h) and _before(_MR, page, h)]
        given = [h for h in hits if _ends(page, h) and _after_given_name(page, h)]
        if not given:  # "Mr Sergeant" alone is nobody of whom the page gives a name
            out += titled
            continue
        alone = [h for h in hits if _ends(page, h) and not _before(_A_RANK, page, h)]
        if titled or len({h.start for h in alone}) > len({h.start for h in given}):
            out += alone
    return out


def _ends(page: Page, hit: Hit) -> bool:
    return _ENDS.match(page.text, hit.end) is not None


def _before(pattern: re.Pattern[str], page: Page, hit: Hit) -> bool:
    return pattern.search(page.text, max(0, hit.start - 16), hit.start) is not None


def _after_given_name(page: Page, hit: Hit) -> bool:
    found = _GIVEN.search(page.text, max(0, hit.start - 16), hit.start)
    return found is not None and fold(found.group(1)) in given_names()


# After a word that opens a sentence: it is somebody's name.
_AS_NAME: Final = re.compile(
    r"'s |, (?:who|of|from|now|then|aged|\d\d|a |an |the |formerly)| (?:was|had|has|is|did|pleaded|admitted|denied|told|said|resigned|retired|will|must|could|would|joined|served|worked|and [A-Z])\b"
)


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is only a part of a longer or a hyphened word."""
    beside = text[start - 1 : start] + text[end : end + 1]
    return any(c.isalnum() or c in "-_" for c in beside)


# Before a title that is no surname there: "The Judge told him", "the trial Judge"
_A_TITLE: Final = re.compile(
    r"\b(?:the|an?|this|that|his|her|their|your|our|my|each|every|one|no|another|learned|trial|sentencing|presiding|district|circuit|deputy|said|by|police|special|senior|temporary|detective|student|former|ex|serving|male|female) \Z"
)
_CAPITAL_NEXT: Final = re.compile(rf" [{CAPITALS}]")


# What stands behind a surname alone, where its word may name a place, a month or a thing too: "|Green| was jailed".
_SURELY_NAME: Final = re.compile(
    _AS_NAME.pattern
    + r"| (?:left|got|took|went|came|kept|lost|made|gave|stood|faces|faced|appeared|used|sent|ran|drove|stole|spent|lied|says|claimed|accepted|insisted|showed|wept|replied|also|then|later|never|now|still)\b"
)


def titled_surnames(text: str, low: str, ranked: list[Mention]) -> list[Bare]:
    """Where the surname of somebody ``ranked`` that is a title too ("PC Lee Judge") stands alone as a name: "Judge, 31, was"."""
    out: list[Bare] = []
    for token in dict.fromkeys(m.surname for m in ranked if len(m.tokens) > 1 and m.surname in ALSO_SURNAMES):
        for start in find_all(text, (token.capitalize(),)):
            end = start + len(token)
            if _in_a_word(text, start, end) or _CAPITAL_NEXT.match(text, end):
                continue
            before = text[max(0, start - 40) : start]
            opens = before == "" or before[-1:] == "\n" or before[-2:] in (". ", '" ', "! ", "? ")
            told = not opens and before[-2:-1].isalpha() and not before.split()[-1][0].isupper()
            if (opens and _SURELY_NAME.match(text, end)) or (
                told and not _A_TITLE.search(low, max(0, start - 40), start)
            ):
                out.append((start, end, (token,)))
    return out


_DAYS: Final = tuple(f" {day} " for day in calendar.day_name)  # "on Tuesday |Green| admitted"
# ... and before it, where it is the place or the time: "in Kent", "last March", "the West"
_A_PLACE: Final = re.compile(
    r"\b(?:in|at|of|from|to|near|on|since|until|by|last|next|this|the|an?|through|across|around|outside|north|south|east|west|mid|early|late|\d\d?(?:st|nd|rd|th)?),? \Z"
)


def everyday_surnames(text: str, low: str, bare: list[Bare], ranked: list[Mention]) -> list[Bare]:
    """Where a surname that is an everyday word ("Power", "Savage") stands alone, as a name and not as the word.

    ``bare`` are the runs of capitals of the page: start, end, folded words; ``ranked`` those found behind a rank or title.
    A word that names places, months or things too ("Green", "West", "May") needs a verb or the like behind it.
    """
    small, places = common_words(), listed("places_in_names.txt") | word_surnames()
    whole: dict[str, tuple[str, bool]] = {}
    behind_rank = [(m.name_end, m.tokens) for m in ranked if m.surname not in ALSO_SURNAMES]
    for end, tokens in [*((e, t) for _, e, t in bare), *behind_rank]:
        last = tokens[-1]
        word = text[end - len(last) : end].title()
        if not 1 < len(tokens) < 4 or word.lower() != last:
            continue
        if tokens[0] not in given_names() and is_common(tokens[0]):
            continue
        if last in NOT_A_NAME:
            if last in places:
                whole[word] = (last, True)
        elif last in small:
            whole[word] = (last, False)
    taken = [(m.name_start, m.name_end) for m in ranked]
    out: list[Bare] = []
    for word, (token, sure) in whole.items():
        for start in find_all(text, (word,)):
            end = start + len(word)
            if _in_a_word(text, start, end) or any(a <= start < b for a, b in taken):
                continue
            words = text[max(0, start - 40) : start]
            if words[-1:] == " " and (words[-2:-1].isalpha() or words[-2:-1] == ","):
                alone = not words.split()[-1][0].isupper() or words.endswith(_DAYS)
                if sure and alone:
                    alone = (
                        _SURELY_NAME.match(text, end) is not None
                        and _A_PLACE.search(low, max(0, start - 16), start) is None
                    )
            else:
                alone = _SURELY_NAME.match(text, end) is not None
            if alone:
                out.append((start, end, (token,)))
    return out
