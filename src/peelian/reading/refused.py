"""Refused: advice or another informal measure that one side proposed and the other did not take up.

"We suggested management action. The force determined that the officer had no case to answer": nobody says that the
officer was given any. "The force agreed that there was no case to answer" refuses nothing.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.outcomes import INFORMAL, Outcome
from peelian.reading.prepared import Prepared

# Before the measure, in its sentence: it is one that somebody thought fit.
_PROPOSED: Final = re.compile(
    r"\b(?:suggest\w*|recommend\w*|propos\w*|(?:took|was|were|of) (?:the|that|our|their) (?:\w+ )?(?:view|opinion)|in (?:our|its|their) (?:view|opinion)|considered|believed|thought|felt|(?:should|could|might|may|ought to|would (?:benefit|best|most|suffice|be))\b)"
)
# Who answers a proposal, and what they say when they do not take it up.
_ANSWERS: Final = r"\b(?:we|it|they|force|constabulary|police|service|authority|mps|met|iopc|ipcc)\b"
_NOT_TAKEN_UP: Final = re.compile(
    rf"{_ANSWERS}(?:,? (?:however|also|then|later|subsequently|instead),?)? (?:disagreed\b(?! (?:that|on|about|over|as to|with (?:the|our|some))\b)|disagreed with (?:us|this|that|the proposal|our (?:view|proposal|recommendation|suggestion))\b"
    r"|did(?: not|n't) (?:agree(?: with (?:us|this|that|our \w+))?(?! (?:that|on)\b)|accept (?:this|that|it|our (?:view|proposal|recommendation|suggestion)|the (?:proposal|recommendation|suggestion))\b|share (?:this|that|our) view)"
    r"|(?:rejected|declined|refused) (?:this|that|it|our (?:view|proposal|recommendation|suggestion)|the (?:proposal|recommendation|suggestion)|to do so)\b)"
)
_SAW_NO_CASE: Final = re.compile(
    rf"{_ANSWERS}(?:,? (?:however|also|then|later|subsequently|instead),?)? (?:determined|decided|concluded|considered|found|ruled|took the view|was of the (?:view|opinion))\b[^.;]{{0,90}}?\b(?:no case to answer|not have (?:a|any) case to answer)\b"
)
_FURTHEST: Final = 8  # sentences in which the answer stands


def without_refused(prepared: Prepared, outcomes: list[Outcome]) -> list[Outcome]:
    """A subject's ``outcomes`` without the informal measures that were proposed, and refused below."""
    if not any(o.value in INFORMAL for o in outcomes):
        return outcomes
    return [o for o in outcomes if not _is_refused(prepared, o, outcomes)]


def _is_refused(prepared: Prepared, o: Outcome, outcomes: list[Outcome]) -> bool:
    page = prepared.page
    if o.value not in INFORMAL or o.value == "no_action":
        return False
    if any(x.start > o.end and x.value == o.value for x in outcomes):
        return False  # told again: taken up after all
    s = page.sentences[o.sentence]
    if _PROPOSED.search(page.low, s.start, o.end) is None:
        return False
    for below in page.sentences[o.sentence + 1 : o.sentence + 1 + _FURTHEST]:
        answer = _NOT_TAKEN_UP.search(page.low, below.start, below.end) or _SAW_NO_CASE.search(
            page.low, below.start, below.end
        )
        if answer is None:
            continue
        who = prepared.cast.who(answer.start())
        return not who or not o.who or any(p in who for p in o.who)
    return False
