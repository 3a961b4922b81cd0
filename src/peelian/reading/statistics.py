"""Sentences of statistics: "161 officers were dismissed and 140 resigned last year" tells of nobody on the page.

A number of officers beyond those whom the page tells of, in a sentence that neither names one nor says "he", is
a count of others.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page, Sentence
from peelian.reading.quantities import number
from peelian.reading.spans import holds_any

_WORDS: Final = r"(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_NUMBER: Final = (
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|(?!(?:19|20)\d\d\b)\d{{1,4}}|{_WORDS}|dozens|hundreds|thousands|scores)"
)
_COUNTED: Final = re.compile(
    rf"\b(?=[\dsentfdh])(?<![\d\u00a3.,:/-]){_NUMBER}(?: of (?:them|these|those|its|the))?(?: (?!(?:years?|months?|weeks?|days?|hours?|per|of|and|to|counts?|charges?|times)\b)[\w-]+){{0,3}}?"
    r" (?:(?:police )?(?:officers|employees|constables|people|staff|individuals|specials|detectives|sergeants|members)\b"
    r"|(?:were|had been|have been|have|had|also|then)* ?(?:dismissed|sacked|resigned|retired|quit|received|given|barred|disciplined|left the)\b)"
)
# ... needs a figure or one of these
_FIGURE: Final = re.compile(r"\d")
_NUMBER_WORDS: Final = (*_WORDS[3:-1].split("|"), "dozens", "hundreds", "thousands", "scores")
_HIM: Final = re.compile(
    r"\b(?:he|she|his|her|him|himself|herself|both|the (?:officer|constable|sergeant|inspector|pair|two|three|trio))\b"
)
_LONGEST: Final = 500


def counts_others(page: Page, sentence: Sentence, known: int) -> bool:
    """Whether a sentence that names no subject counts more officers than the ``known`` ones of the page, and tells of none of these."""
    end = min(sentence.end, sentence.start + _LONGEST)
    words = page.low[sentence.start : end]
    if not (_FIGURE.search(words) or holds_any(words, _NUMBER_WORDS)) or _HIM.search(words):
        return False
    for found in _COUNTED.finditer(page.low, sentence.start, end):
        word = found.group("n").replace(",", "")
        n = int(word) if word.isdigit() else number(word)
        if n is None or n >= _MANY:
            return True
        if n > max(known, _FEW) and _OF_A_TIME.search(page.low, sentence.start, end):
            return True
    return False


_FEW, _MANY = 5, 30
# "in the past five years", "of those, 16", "across England and Wales"
_OF_A_TIME: Final = re.compile(
    r"\b(?:figures|statistics|last year|so far this year|since|in the (?:past|last|year|same)|over the (?:past|last)|year (?:to|ending)|(?:each|every|a) year|between (?:19|20)\d\d|of (?:those|these)|nationally|england and wales|all forces|every force)\b"
)
