"""Looked up: what an officer's search of police records showed of somebody else.

"He found a spent caution for shoplifting and told his daughter", "the check threw up a conviction for fraud": the
conviction is that of whoever was looked up. An officer's own past comes out by vetting, or was not declared.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import KIN
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

_NEEDED: Final = ("convict", "caution", "reprimand", "arrest", "criminal record")
_PAST: Final = r"(?:convictions?|cautions?|reprimands?|arrests?|criminal record)"
_KINDS_OF_IT: Final = r"(?:(?!(?:his|her|their|its)\b)[\w'\u2019-]+ ){0,4}?"
_SHOWN: Final = re.compile(
    r"\b(?:found|finding|discover(?:ed|ing)|learn(?:ed|t|ing) (?:of|about)|came (?:across|up with|upon)|turn(?:ed|ing) up|uncover(?:ed|ing)|unearth(?:ed|ing)|spott(?:ed|ing)|saw|seeing|read (?:of|about)|dug up"
    r"|notic(?:ed|ing)|threw up|throwing up|show(?:ed|ing|n|s)|reveal(?:ed|ing)|brought up|returned|produced|listed|flagged(?: up)?)"
    rf" (?:an?|the|one|two|three|four|several|some|old|spent|previous|past|that|details of|news of) {_KINDS_OF_IT}{_PAST}\b"
)
_CAME_UP: Final = re.compile(
    rf"\b(?:an?|one|two|three|several|some) {_KINDS_OF_IT}{_PAST}\b[^.;:]{{0,60}}? (?:came up|turned up|popped up|showed up|cropped up|flashed up|came back|appeared on)\b"
)
_HAD: Final = re.compile(
    r"\b(?:found|discovered|learn(?:ed|t)|saw|told (?:\w+ ){1,3}?) ?(?:out )?(?:that )?(?:he|she|they|(?:the|her|his|their|an?) (?:[\w'\u2019-]+ ){1,4}?)(?: ?had| ?has| ?have)(?: been)?"
    rf" (?:an?|two|three|several|some|old|spent|previous|past|no|convicted|cautioned|arrested|charged|jailed|fined) ?{_KINDS_OF_IT}(?:{_PAST}\b|for\b|with\b|of\b)"
)
_OF_THEIRS: Final = re.compile(
    rf"\b(?:an?|his|her|their|the|whose) (?:[\w'-]+ ){{0,3}}?(?:{KIN}|neighbours?|landlord|landlady|tenant|friend|date|suitor|lodger|employer|witness|man|woman|ex)(?:'s|\u2019s)? (?:had|has) (?:an?|two|three|several|old|spent|previous|past) {_KINDS_OF_IT}(?:convictions?|cautions?|reprimands?|criminal record)\b"
)
_SEARCHED: Final = re.compile(
    r"\b(?:look(?:ed|ing|s)? (?:[\w'\u2019-]+ ){0,5}?(?:up|into|at)\b|search(?:ed|es|ing)?\b|check(?:ed|s|ing)?\b|database|police national computer|pnc\b|niche\b|(?:force|police|intelligence|custody|crime|computer) (?:computers?|systems?|records?|files?|logs?|reports?)|records?\b"
    r"|ran (?:an?|the|his|her|their) [^.;]{0,40}?(?:name|number|plate|details|check)|access(?:ed|ing)?\b|computer)"
)
_THEIR_OWN: Final = re.compile(
    r"\b(?:vett(?:ing|ed)|declar\w+|disclos(?:ed?|ing|ure) (?:it|them|the|his|her|to the force)|applied|application|applying|recruit\w*|(?:his|her|their|its) own (?:past|record|conviction|caution|history)|(?:not|never|failed to|failing to) (?:told|tell|mention|report)|against (?:him|her|the (?:officer|constable|sergeant))|jury|trial|court|panel (?:found|saw)|tribunal|audit|investigators)\b"
)
_ENDS: Final = re.compile(r"[;]| and (?:was|were|is|has|had been|got|received|resigned|then)\b|, for which\b")
_BEFORE: Final = 2  # sentences back to the search


def looked_up(page: Page) -> list[Span]:
    """Where a page tells what the police's records held of somebody whom an officer looked up, in order."""
    if not holds_any(page.low, _NEEDED):
        return []
    out: list[Span] = []
    for i, s in enumerate(page.sentences):
        if not holds_any(page.low[s.start : s.end], _NEEDED):
            continue
        if _THEIR_OWN.search(page.low, s.start, s.end) is not None:
            continue
        theirs = _OF_THEIRS.search(page.low, s.start, s.end)
        if theirs is None:
            since = page.sentences[max(0, i - _BEFORE)].start
            if _SEARCHED.search(page.low, since, s.end) is None:
                continue
            theirs = (
                _CAME_UP.search(page.low, s.start, s.end)
                or _SHOWN.search(page.low, s.start, s.end)
                or _HAD.search(page.low, s.start, s.end)
            )
        if theirs is not None:
            ends = _ENDS.search(page.low, theirs.end(), s.end)
            out.append((theirs.start(), ends.start() if ends is not None else s.end))
    return out
