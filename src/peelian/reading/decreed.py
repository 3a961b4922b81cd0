"""Decreed: what a panel, its chair or a chief constable orders ("ruled that he should be dismissed") is told as done, and is no wish."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.given_now import is_only_urged
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

# "the only appropriate outcome was for PC Moss to be dismissed": told as what was done, not as a wish
_ONLY_OUTCOME: Final = re.compile(
    r"\b(?:only|appropriate|proportionate|right|proper) (?:\w+ )?(?:outcome|sanction|decision|option|course|penalty)\b[^.;]{0,70}\b(?:to be|dismissal|being) ?\Z"
)
# What a panel or its chair orders: "told him he would be dismissed", "ruled that he should be dismissed".
_DECREED: Final = re.compile(
    r"\b(?:told|ruled|decided|ordered|announced|determined|directed|said|concluded|agreed)(?: (?:him|her|them|the hearing|on \w+|yesterday|today))?(?: that)? (?:[\w'-]+ ){1,3}(?:would|will|should|must|was to|is to|were to) be (?:\w+ly )?\Z"
)
# "Mr Lee, in the chair, told PC Moss of Kent Police that she |would be| dismissed"
_TOLD_THEM: Final = re.compile(
    r"\b(?:chair\w*|panel|presid\w+|sat|lqc|legally qualified|chief constable|commissioner)\b[^.;\"]{0,90}?\btold [^.;,\"]{3,60}? that (?:he|she|they) (?:would|will|was to|were to) (?:now |therefore )?be \Z"
)
# "was |told by the panel| that he was guilty and |would be| sacked"
_TOLD_BY_PANEL: Final = re.compile(
    r"\btold (?:on \w+ |yesterday |today )?by (?:the|an?|its|his|her) (?:[\w'-]+ ){0,3}(?:panel|tribunal|chair\w*|board|chief constable|commissioner)\b(?:(?!\b(?:if|could|might|may|unless|whether)\b)[^.;]){0,90}\b(?:would|will|was to|is to|must) be \Z"
)
# "she |was to be| dismissed forthwith", read out with what was found
_WAS_TO_BE: Final = re.compile(
    r"(?:\A|[.;:,]|\band|\bthat)\"? ?(?!if|whether|unless)(?:(?:the|pc|ps|dc|ds|sgt|mr|ms|mrs|officer) )*[\w'-]+ (?:is|was|were|are) (?:therefore |accordingly |now )?to be \Z"
)
_NEAR_IF: Final = 30  # characters: "would be dismissed if it happened again"


def is_decreed(
    prepared: Prepared,
    sentence: Sentence,
    hit: Hit,
    before: str,
    own: str,
    after: str,
    heard: bool,
    at_once: bool,
) -> bool:
    """Whether an end is told as ordered; ``before`` and ``own`` are the words before it, few and many, ``after`` those behind.

    ``heard``: the sentence tells of a hearing; ``at_once``: it says how the dismissal takes effect.
    """
    return (
        (_DECREED.search(before) is not None and (heard or "told" in before))
        or (_TOLD_THEM.search(own) is not None and " if " not in after[:_NEAR_IF])
        or _ONLY_OUTCOME.search(before) is not None
        or _TOLD_BY_PANEL.search(own) is not None
        or (at_once and _read_out(prepared, sentence, hit, before))
    )


def _read_out(prepared: Prepared, sentence: Sentence, hit: Hit, before: str) -> bool:
    """Whether "was to be dismissed forthwith" stands among findings of the same sentence."""
    found = prepared.scan.between("finding", sentence.start, hit.start)
    return _WAS_TO_BE.search(before) is not None and bool(found) and not is_only_urged(before)
