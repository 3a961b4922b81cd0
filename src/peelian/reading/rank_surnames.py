"""Surnames that are a rank's word: "Mr Constable, who has been suspended", "Sergeant, of Mill Row, was fined".

A page that names somebody so (a title or a given name before the word) means that person by the capital word alone,
too, wherever an officer's name does not follow it; "the constable" with a small letter stays an officer. What the
scan took there for a rank, or for an officer without a name, is taken out before anybody is looked for.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_words import fold, given_names
from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan

_KINDS: Final = ("rank", "rank_weak", "unnamed_role")
_WORDS: Final = ("Constable", "Sergeant", "Inspector", "Commander", "Marshal")
_TITLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \Z")
_GIVEN: Final = re.compile(r"(?:(?<=\A)|(?<=[\s(\"'\u201c\u2018]))([A-Z][a-z\u2019'-]+) \Z")
# What stands behind somebody's surname and not behind a rank before a name.
_ENDS: Final = re.compile(r"['\u2019]s?\b|[,.;:)!?]| \((?:aged )?\d\d\)| (?:[a-z]|\d\d?\b)|[\"\u201d]|\n|\Z")
# ... and before it: nothing that makes it the rank ("the Constable", "a Police Constable", "Chief Constable").
_OTHERWISE: Final = re.compile(
    r"\b(?:the|an?|one|two|three|every|each|any|no|this|that|his|her|their|our|its|said|former|ex|police|chief|special|detective|student|probationary|trainee|temporary|acting|as|of|rank|/|officer|support)[ -]\Z",
    re.IGNORECASE,
)


def rank_surnames(page: Page, scan: Scan) -> list[Hit]:
    """What the scan took for ranks or officers where a person is called by a surname that is a rank's word."""
    if not any(" " + word in page.text for word in _WORDS):
        return []
    out: list[Hit] = []
    for word in _WORDS:
        hits = [
            h
            for kind in _KINDS
            for h in scan.of(kind)
            if page.text.startswith(word, h.start) and h.end - h.start <= len(word)
        ]
        if not hits:
            continue
        titled = [h for h in hits if _ends(page, h) and _before(_TITLE, page, h)]
        given = [h for h in hits if _ends(page, h) and _after_given_name(page, h)]
        if not given:  # "Mr Sergeant" alone is nobody of whom the page gives a name
            out += titled
            continue
        alone = [h for h in hits if _ends(page, h) and not _before(_OTHERWISE, page, h)]
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
