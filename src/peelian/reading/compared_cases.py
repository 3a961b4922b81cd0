"""Compared cases: what a court did to somebody outside the police whom a lawyer or a judge holds against the officer's case.

"I am reminded that in this court a shopkeeper who lied was given a suspended term": no sentence of the officer's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

# Who brings the other case up, and the word by which it begins.
_BROUGHT_UP: Final = re.compile(
    r"\b(?:remind\w*|refer\w*|told|tells|point\w*|cit(?:ed|es|ing)|contrast\w*|compar\w*|attention|mention\w*|handed|shown|rel(?:ied|ies|ying) on|not(?:ed|es|ing)|observ\w*|submit\w*|said|says|say|heard|recall\w*|argued|invited|add(?:ed|s|ing))\b"
    r"[^.;]{0,60}?\b(?:that|to|how|of|with|on|in which|where|when)\b"
)
# "(in this court in the spring) a door supervisor who broke a jaw was given": whose calling is no police work
_SOMEBODY: Final = re.compile(
    r"\b(?P<who>(?:an?|another|one|two) (?!(?:year|month|week|day|result|court|judge|jury|case|sentence|count|charge|matter|report|term|man|woman|person|number|series|panel|hearing|victim|boy|girl)\b)(?P<what>[\w'-]+(?: (?!(?:who|was|were|had|has|got)\b)[\w'-]+){0,3}?))"
    r"(?P<then>,? (?:who|whose)\b[^.;]{2,90}?)?,? (?:had |has )?(?:(?:was|were|been|is) (?:\w+ )?(?:given|jailed|sentenced|fined|spared|handed|ordered|imprisoned|sent|dealt with|made subject)|got|received|walked|avoided|escaped|went to prison)\b"
)
_SOME_COURTS: Final = re.compile(
    r"\b(?:in this court|in this building|at this court|same (?:court|judge|bench|dock)|(?:another|a different) (?:court|judge|case)|a case|(?:last|the previous|earlier this) (?:week|month|year)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|autumn|winter)|(?:19|20)\d\d)|recent\w*|earlier|yesterday|the other day|before me)\b"
)
_POLICE: Final = re.compile(
    r"\b(?:police\w*|officers?|constables?|sergeants?|inspectors?|detectives?|superintendent|pcs?|pcsos?|dc|ds|di|special|cop|force|constabulary|colleagues?|civilian|handler|staff|serving|married|single|devoted|loving|caring|family)\b"
)
_AS_POLICE: Final = re.compile(
    r"\b(?:as|for|with|from) (?:an? |the )?(?:[\w-]+ )?(?:police\w*|constable|sergeant|inspector|detective|pc|pcso|force|constabulary)\b|\b(?:officer|colleague)s?\b"
)
_WORDS: Final = (" who ", "in this court", "a case", "same judge", "same court", "last ", "in this building")


def compared_cases(page: Page) -> list[Span]:
    """Where a page tells what a court did to somebody of another calling with whom the officer is compared."""
    out: list[Span] = []
    if not holds_any(page.low, _WORDS):
        return out
    for s in page.sentences:
        brought = _BROUGHT_UP.search(page.low, s.start, s.end)
        if brought is None:
            continue
        told = _SOMEBODY.search(page.low, brought.end(), s.end)
        if told is None or _POLICE.search(page.low, *told.span("what")) is not None:
            continue
        if _AS_POLICE.search(page.low, told.end("what"), told.end()) is not None:
            continue
        apart = _SOME_COURTS.search(page.low, s.start, s.end)
        if apart is not None:
            out.append((min(told.start(), max(apart.start(), brought.start())), s.end))
    return out
