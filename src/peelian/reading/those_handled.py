"""Those handled: why somebody whom an officer met at work was in custody ("pushed a teenager arrested on suspicion of theft").

The theft is the teenager's, and no charge of the officer's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

_ONE: Final = r"(?:men|man|women|woman|boys?|girls?|teenagers?|youths?|youngsters?|motorists?|drivers?|passengers?|cyclists?|pedestrians?|suspects?|detainees?|prisoners?|arrestees?|people|person|individuals?|students?|schoolboys?|schoolgirls?|pensioners?|protest[eo]rs?|fans?|burglars?|dealers?|intruders?|shoplifters?|patients?|residents?|inmates?|offenders?|customers?|child|children|father|mother|couple|brothers)"
# "a 48-year-old man |arrested for a breach of the peace|", "a prisoner |who had been detained on suspicion of affray|"
_HELD: Final = re.compile(
    r"\b(?:an?|the|another|one|two|three|four|several|some|this|that) (?:(?!(?:and|or|police|officers?|constable|sergeant|former|serving|who|was|were)\b)[\w'-]+ ){0,3}?"
    + _ONE
    + r"\b(?!'| officer)(?: of \d\d| aged \d\d|,? \(?\d\d\)?,?)?(?:,? (?:who|whom) (?:(?:he|she|they|officers|colleagues|police) )?(?:had been|had|was|were|is|has been)(?: later| just| already| wrongly| earlier| also| once| previously)?)?"
    r" (?:arrested|detained|held|stopped|charged|wanted|accused|suspected|convicted|remanded|brought in|taken in|on trial|on bail|bailed|prosecuted|in custody|in the cells|under arrest|reported|searched|questioned|interviewed)(?: (?:by|at|in|near|outside) [^.;,]{3,30}?)?"
    r" (?P<from>(?:on suspicion of|for|with|over|of|in connection with|under)\b[^.;,]{2,70})"
)
_WORDS: Final = ("arrested", "detained", "held", "stopped", "charged", "wanted", "accused", "suspected", "convicted", "remanded", "brought in", "taken in", "bail", "custody", "cells", "under arrest", "questioned", "interviewed", "searched", "on trial", "prosecuted", "reported")  # fmt: skip
# Whoever met them: an officer is told of before in the sentence ...
_DOER: Final = re.compile(
    r"\b(?:pcs?|ps|dc|ds|di|dci|sgt|insp|sergeant|constable|inspector|detective|superintendent|pcso|officers?|policeman|policewoman|he|she|they|his|her|panel|hearing)\b"
)
# ... and these words do not make the two one, or put them side by side.
_SAME: Final = re.compile(
    r"(?:\b(?:said|says|say|confirmed|is|was|are|were|be|been|become|became|as|named|identified|and|or|alongside|(?:along|together|appeared|charged|trial|dock|jailed|accused|sentenced|convicted) with|like|both|which|reported|announced)|[,:;(\u2013\u2014-]) (?:only |also |now |both )?\Z"
)
_AFTER: Final = re.compile(
    r"[^.;]{0,60}?\b(?:(?:is|was|are|were|as|be|works?|worked|serves|served) (?:an?|the|now|then|also|in fact|actually|as|for|with)(?: [\w'-]+){0,4}? (?:officer|constable|sergeant|police|pc|detective|inspector|force|special|constabulary)|(?:suspended|dismissed|sacked) (?:from|by) (?:the )?(?:force|police|duty|duties))\b"
)
_ENDS: Final = re.compile(
    r" (?:told|asked|was|were|had|has|said|who|which|when|while|without|against|into|before|after|but|(?:and|but|then) (?=(?:(?!(?:aggravated|attempted|armed|related|unrelated)\b)[a-z]+ed|was|were|had|has|he|she|they|did|then|later|never|also|left|put|made|sent|gave|took|told|hit|ran|lost|lied|got|stole|is|will|faces)\b))"
)


def those_handled(page: Page) -> list[Span]:
    """Where a page tells why somebody whom an officer dealt with had been arrested, charged or convicted."""
    out: list[Span] = []
    if not holds_any(page.low, _WORDS):
        return out
    for s in page.sentences:
        if not holds_any(page.low[s.start : s.end], _WORDS):
            continue
        for found in _HELD.finditer(page.low, s.start, s.end):
            if _SAME.search(page.low, max(s.start, found.start() - 16), found.start()) is not None:
                continue
            if _DOER.search(page.low, s.start, found.start()) is None:
                continue
            if _AFTER.match(page.low, found.end(), s.end) is not None:
                continue
            ends = _ENDS.search(page.low, found.start("from"), found.end())
            stop = ends.start() if ends is not None else found.end()
            if _AFTER.match(page.low, stop, s.end) is None:
                out.append((found.start("from"), stop))
    return out
