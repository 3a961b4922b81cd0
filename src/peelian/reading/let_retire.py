"""Officers who were let retire: "a decision to let a traffic sergeant retire"; not those who only asked to be."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.scan import Hit

# "a decision to |let a traffic sergeant retire|", "|permitted Insp Lee to retire|"
_LET_RETIRE: Final = re.compile(
    r"\b(?:let|letting|allow(?:ed|ing)?|permit(?:ted|ting)?) (?!(?:him|her|them)\b)(?:(?!(?:to|officers|others?|another|those|staff|people|anyone|colleagues?|him|her|them|not)\b)[\w'.-]+ ){1,5}(?:to )?retire\b"
)


def let_retire(page: Page) -> list[Hit]:
    """Where a page says that somebody named or described in those words was let retire."""
    if " retire" not in page.low:
        return []
    return [Hit(m.start(), m.end(), "departure", "retired") for m in _LET_RETIRE.finditer(page.low)]


# "was |not| allowed to retire", "asked to be allowed to retire", "may be allowed to retire"
_NOT_LET: Final = re.compile(
    r"\b(?:not|never|n't|nor|refus\w+|ask\w*|appl\w+|want\w*|hop(?:ed|es|ing)|begged|sought|request\w*|fail\w+|whether|if|should|could|might|may|would|nobody|no one|be|anyone|officers|those|declin\w+|unable)\b(?: (?:to|be|been|being|have|has|had|he|she|they|was|were))* \Z"
    r"|\b(?:want\w*|ask\w*|begg\w+|urg\w+|hop(?:ed|es|ing)|request\w*|refus\w+|call(?:s|ed)? (?:for|on)|plea\w*) (?:[\w'-]+ ){1,5}\Z"
)


def is_let(before: str) -> bool:
    """Whether words that end with ``before`` say that an officer was let go, and not that it was refused, asked for or only possible."""
    return _NOT_LET.search(before) is None
