"""Charges with a clause of their own: "admitted theft and |a charge of fraud was dropped|", pleas that the Crown accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge, Token
from peelian.reading.page import Sentence

# What a charge's own verb may tell; and the words that stand between the charge and that verb.
_ENDS: Final = frozenset({"discontinued", "acquitted", "convicted", "hung", "quashed"})
_AUXILIARY: Final = re.compile(
    r",?(?: against (?:him|her|them))?(?: (?:was|were|is|are|has|have|had|been|will|would|to|be|later|then|also|both|all|formally|ordered|left|allowed|directed|told|subsequently|eventually))*"
    r"(?: by (?:the )?(?:crown|prosecution|prosecutors|cps|jury|judge|court))? ?"
)
_BEGINS: Final = re.compile(r"\W*\b(?:and|but|while|whilst|whereas|though|although|with)\b|\W*[;:]")
_PASSIVE: Final = re.compile(
    r"(?:was|were|is|are|been|be|being)\b|.*\b(?:was|were|is|are|been|be|will|would|to)\b"
)


def has_own_verb(low: str, reach: int, charge: Charge, following: Sequence[Token]) -> bool:
    """Whether a charge behind "and" or "but" is told of by the verb behind it, and not by the one before ``reach``."""
    after = following[0] if following else None
    if after is None or after.kind != "frame" or after.value not in _ENDS:
        return False
    first = charge.count.start if charge.count is not None else charge.start
    between = low[charge.end : after.start]
    return (
        _BEGINS.match(low, reach, max(reach, first) + 1) is not None
        and _AUXILIARY.fullmatch(between) is not None
        and _PASSIVE.match(between.strip(" ,") + " " + low[after.start : after.end]) is not None
    )


# "There is insufficient evidence to charge an inspector, |who had been investigated for| misconduct in public office"
_WHO_WAS: Final = re.compile(r",? who (?:had been|was|were|has been|have been) ")


def settle_suspected(low: str, tokens: Sequence[Token], here: Sequence[Charge]) -> None:
    """Nothing comes of what somebody was only suspected of, where the words before "who" say that there is no charge."""
    dropped = next((t for t in tokens if t.kind == "frame" and t.value == "discontinued"), None)
    suspected = [c for c in here if c.stage == "alleged" and not c.by_noun]
    if dropped is None or not suspected or suspected[0].start < dropped.end:
        return
    if _WHO_WAS.search(low, dropped.end, suspected[0].start):
        for charge in suspected:
            charge.put("discontinued", dropped.span)


# "Prosecutors accepted his plea of not guilty to fraud", "a not guilty plea which was acceptable to the Crown"
_ACCEPTED: Final = re.compile(
    r"\b(?:crown|prosecut(?:ion|ors?)|cps)(?: (?:has|have|had|then|later|also|subsequently))* accept(?:s|ed)?\b"
    r"|\baccept(?:ed|able) (?:by|to) (?:the )?(?:crown|prosecut(?:ion|ors?)|cps)\b"
)


def settle_accepted(low: str, sentence: Sentence, here: Sequence[Charge]) -> None:
    """Nothing comes of the charges of a sentence that were denied, where it says that prosecutors accepted the pleas."""
    denied = [c for c in here if c.plea == "not_guilty" and c.stage == "charged"]
    found = None
    if denied and "accept" in low[sentence.start : sentence.end]:
        found = _ACCEPTED.search(low, sentence.start, sentence.end)
    for charge in denied if found is not None else ():
        charge.put("discontinued", found.span() if found is not None else charge.plea_spans[0])


# "pleaded guilty to perverting the course of justice, |and in doing so accepted committing| the theft": no plea to the theft
_ACCEPTED_WITH_IT: Final = re.compile(
    r"\b(?:in|by) (?:doing so|so doing),? (?:also |effectively )?(?:accept|acknowledg|conced|recognis)(?:ed|ing) (?:(?:that (?:he|she) had )?(?:committ?(?:ed|ing)|having committed|responsibility for) )?(?:the |an? )?\Z"
)


def accepted_with_another(low: str, sentence: Sentence, here: Sequence[Charge]) -> list[Charge]:
    """The charges of a sentence that are only said to have been accepted by a plea to another."""
    return [
        c
        for c in here
        if _ACCEPTED_WITH_IT.search(low, max(sentence.start, c.start - _WITH_IT), c.start) is not None
    ]


_WITH_IT: Final = 110  # characters of "in doing so accepted that he had committed the"
