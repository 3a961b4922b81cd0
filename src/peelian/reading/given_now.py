"""Given now: warnings that a panel extended or kept to, told apart from older ones and from those only urged upon it."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

# "imposed |no more than| a written warning": the warning is what was given
_NO_MORE_THAN: Final = re.compile(
    r"\b(?:no|nothing|not|none) (?:more|worse|harsher|heavier|sterner|stiffer|greater|tougher|graver|higher|(?:more )?(?:serious|severe)r?)(?: (?:penalty|punishment|sanction|outcome|action))? than (?=(?:an? |the )?(?:[\w-]+ )?\Z)"
)
_NOT_GIVEN: Final = re.compile(
    r"\b(?:should|ought|deserv\w*|merit\w*|warrant\w*|ask\w*|argu\w+|hop\w+|want\w*|expect\w*|could|would|might|urg\w+|invit\w+|call\w* for|recommend\w*|submi\w+|suggest\w*|need\w*|requir\w+|if|whether)\b[^.;]{0,60}\Z"
)
# "his existing final written warning |was extended by a year|": what the panel decided
_EXTENDED: Final = re.compile(
    r"[^.;]{0,70}?\b(?:was|were|has been|have been|had been|is|are)(?: \w+ly| then| also| therefore| instead)? (?:extended|prolonged|lengthened|renewed)\b"
)
# "The panel |extended his| final written warning", "ordered an |extension of her| final written warning"
_EXTENDS: Final = re.compile(
    r"(?:\b(?:extend(?:ed|s|ing)|prolong(?:ed|s|ing)|lengthen(?:ed|s|ing)|renew(?:ed|s|ing)) (?:his|her|their|[\w' -]{2,30}?'s)|\b(?:extension|renewal|prolongation) (?:of|to) (?:his|her|their|the|an?)) (?:(?:existing|current|live|earlier|previous|first|[\w-]+-(?:year|month)) )*\Z"
)
# "heard that he |was given a written warning| in 2015"; "who was given a warning in 2015, was cleared"
_HEARD_OF: Final = re.compile(
    r"\b(?:heard|told|hears|noted|reminded|learned)(?: (?:that|how))?\b(?:(?!\b(?:and|but|then|panel|hearing)\b)[^.;,]){3,90}\b(?:was|had|been|received|got)(?: (?:been|given|received|a|an|previously|already|also))* \Z"
)
_IN_ASIDE: Final = re.compile(
    r", who (?:was|had|received|got|has)(?: (?:been|given|received|already|previously|once|earlier|handed|issued|with|an?))* \Z"
)
_A_YEAR_AGO: Final = re.compile(
    r"[^.;,]{0,20}? (?:in (?:[a-z]+ )?(?:19|20)\d\d\b|(?:[\w]+ )?years? (?:ago|earlier|before)\b)"
)


def plainly(before: str) -> str:
    """The words before a sanction without "no more than", where that says how little was given."""
    found = _NO_MORE_THAN.search(before)
    if found is None or _NOT_GIVEN.search(before, 0, found.start()):
        return before
    return before[: found.start()] + before[found.end() :]


def is_past(prepared: Prepared, hit: Hit, sentence: Sentence, before: str, after: str) -> bool:
    """Whether a lesser sanction is told as an older one of whoever was heard of now: in an aside, or as what a panel heard."""
    if _A_YEAR_AGO.match(after) is None:
        return False
    if _HEARD_OF.search(before):
        return True
    if _IN_ASIDE.search(before) is None:
        return False
    comma = prepared.page.low.find(", ", hit.end, sentence.end)
    return comma != -1 and bool(prepared.scan.among(("outcome", "finding"), comma, sentence.end))


def is_only_urged(before: str) -> bool:
    """Whether the words before a sanction tell what somebody asked for, hoped or thought, and not what was given."""
    return _NOT_GIVEN.search(before) is not None


def is_extended(before: str, after: str) -> bool:
    """Whether a final written warning in force is told as prolonged: what is extended stands."""
    told = _EXTENDS.search(before) or _EXTENDED.match(after)
    return told is not None and not is_only_urged(before)
