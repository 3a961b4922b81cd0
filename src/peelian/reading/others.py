"""Others: officers whom a page of named ones tells of without a name ("no charges against a third officer").

A prosecutor's or a force's decision not to act is theirs, and takes nothing back of what the named ones face.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared

_OTHERS: Final = re.compile(
    r"\b(?:(?:an?|the|any|all|two|three|four|five|six|\d+) (?:further |remaining )?(?:second|third|fourth|fifth|sixth|other|further|remaining)|another|other|others)"
    r"(?: [\w-]+){0,3}? (?:officers?|constables?|sergeants?|inspectors?|detectives?|pcsos?|men|man|women|woman|people|person|suspects?|individuals?|staff|defendants?|employees?)\b"
)
_THAT_OTHER: Final = re.compile(
    r"\b(?:against|in respect of|in relation to|concerning|for) (?:him|her|them|any of them|either of them|the (?:[\w-]+ )?(?:officers?|constable|sergeant|inspector|detective|pcso|pair|two|man|woman))\b"
)


_LONGEST: Final = 600  # characters of a sentence that are looked at


def tells_of_others(prepared: Prepared, sentence: Sentence) -> bool:
    """Whether a sentence that names no subject tells of officers whom the page does not name.

    They stand in the sentence itself, or in the one before it, which considers their case and names no subject either,
    and to which "him" or "the sergeant" goes back; or the one before opens on somebody with no police role.
    """
    page = prepared.page
    if _names_a_subject(prepared, sentence):
        return False
    end = min(sentence.end, sentence.start + _LONGEST)
    if _OTHERS.search(page.low, sentence.start, end):
        return True
    i = page.sentence_index(sentence.start)
    if not i or _THAT_OTHER.search(page.low, sentence.start, end) is None:
        return False
    before = page.sentences[i - 1]
    if _opens_on_civilian(prepared, before):
        return True
    told = _OTHERS.search(page.low, before.start, min(before.end, before.start + _LONGEST))
    return told is not None and not _names_a_subject(prepared, before)


_OPENING: Final = 30  # characters


def _opens_on_civilian(prepared: Prepared, sentence: Sentence) -> bool:
    """Whether a sentence opens on somebody with no police role: "The driver was reported after PC Lee arrived"."""
    named = prepared.cast.subjects_in(sentence.start, sentence.start + _OPENING)
    first = named[0][0].start if named else sentence.end
    end = min(first, sentence.start + _OPENING)
    return bool(prepared.scan.among(("other_person", "civilian"), sentence.start, end))


def _names_a_subject(prepared: Prepared, sentence: Sentence) -> bool:
    """Whether a sentence names somebody of whom the page tells."""
    return bool(prepared.cast.subjects_in(sentence.start, sentence.end))
