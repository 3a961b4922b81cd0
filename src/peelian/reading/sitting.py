"""Those who sit: chairs, counsel, and whoever the minutes call present; they are in the case but not its subject."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.page import Page
from peelian.reading.persons import Mention

_CHAIR_LABEL: Final = re.compile(
    r"\b(?:chair(?:man|woman|person)?|chaired by|lqc)\s*[:|]\s*(?:lqc )?(?:the |an? )?(?:mr|mrs|ms|miss|dr|sir|dame|lady)?\.? ?\Z"
)
# "Ann Lee, the legally qualified chair who dismissed him"
_CHAIRS: Final = re.compile(
    r",? (?:who (?:is|was) )?(?:an?|the|its) (?:(?:independent|legally[ -]qualified|panel|lay|experienced|new) )*(?:(?:person|member)?chair(?:man|woman|person)?|lqc|panel member|adviser)\b(?! of the (?:police federation|federation|branch))"
)
# Who dismissed somebody: "the chief constable, Bill Orme, dismissed her".
_SAYS_BEFORE: Final = r"(?:,[^,.;\n]{0,50},|,)? (?:(?:has|had|then|also|later|today|yesterday|personally|himself|herself|who) )*"
_DISMISSES: Final = re.compile(
    _SAYS_BEFORE + r"(?:dismissed|sacked|fired|demoted|reinstated|suspended)"
    r" (?:him|her|them|the (?:officer|constable|sergeant|detective|inspector|former|pair|two)|pc |sgt |ps |dc |ds |insp|mr |ms |mrs |miss )"
)
# Who decided: "Chief Constable Gwen Hale found that he had breached the standards".
_DECIDES: Final = re.compile(
    _SAYS_BEFORE + r"(?:found|ruled|decided|determined|concluded|held|directed|was satisfied)"
    r" (?:that |against )?(?:he|she|they|his|her|their|him|them|the (?:officer|constable|sergeant|detective|inspector|former|conduct|breach|allegations?|case)|this|it|pc|sgt|ps|dc|ds|mr|ms|mrs|miss)\b"
)
_PRESENT: Final = re.compile(
    r"(?:(?:members |also |those )?(?:present|attending|attendees|in attendance)|apologies(?: for absence)?|minutes(?: taken)?(?: by)?|minute taker|note taker)\b ?[:\u2013-]"
)


def sits_or_pleads(m: Mention, page: Page, decides: bool) -> bool:
    """Whether a mention is of somebody who chairs, pleads, only attends, or (``decides``: a rank that may) decides."""
    if _DISMISSES.match(page.low, m.end) or (decides and _DECIDES.match(page.low, m.end)):
        return True
    if page.low.startswith((" qc", " kc", ", qc", ", kc"), m.end):
        return True
    if _CHAIRS.match(page.low, m.end):
        return True
    if _CHAIR_LABEL.search(page.low, max(0, m.start - 40), m.start) is not None:
        return True
    line = page.low.rfind("\n", 0, m.start) + 1  # who sat at the meeting of which these are the minutes
    return _PRESENT.match(page.low, line) is not None and not page.low.startswith(
        (" (the officer", " (officer", " (subject"), m.end
    )
