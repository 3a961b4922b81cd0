"""Verdicts and pleas told before their charge: "He was found guilty after a trial. He had denied two counts of fraud."

A report that opens with the end tells the charge a sentence or two later. A verdict or a plea without an
object, of somebody of whom no charge is told yet, waits for the charges of the next sentences.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.charge_context import in_court
from peelian.reading.charges import Charge, Token
from peelian.reading.page import Sentence
from peelian.reading.persons import Person

#: Frames that can wait for their charge.
WAITING: Final = frozenset({"convicted", "acquitted", "guilty_plea", "denial", "discontinued"})
# A charge of its own, still to be tried: the verdict told before is not of it.
_ANOTHER: Final = re.compile(
    r"\b(?:also|further|separate|separately|another|other|second|third|still|yet|next|will|due|awaits?|later this)\b"
)
_SAID_IN_COURT: Final = re.compile(r"\b(?:plea|pleas|plead\w*|pled|convict\w*|acquit\w*|guilty)\b")
# "No charges will be brought against", told before what the inquiry was about
_NO_CHARGE: Final = re.compile(
    r"no (?:criminal )?(?:charges?|prosecution) (?:should|would|will|was|were)\b|not to (?:charge|prosecute)"
)
# "offered no evidence": of a charge that had been brought
_NO_EVIDENCE: Final = re.compile(
    r"\bno (?:further )?evidence\b|\b(?:dropped|withdr\w+|discontinued|abandoned)\b.*\b(?:case|charges?|prosecution)\b|\b(?:case|trial|prosecution|charges?)\b.*\b(?:collaps\w+|halted|stopped|dropped|withdrawn|discontinued|abandoned)\b"
)
_REACH: Final = 2  # sentences
_NEAR: Final = 300  # characters of a sentence that can have to do with a verdict


def is_verdict(low: str, frame: Token, sentence: Sentence) -> bool:
    """Whether words such as "cleared" or "admitted" are a verdict or a plea: they say so, or a court is near."""
    said = low[frame.start : frame.end]
    if said.endswith(("clear", "clearing")):
        return False  # "he means to clear his name"
    if frame.value == "discontinued":
        return _NO_CHARGE.match(said) is not None or _NO_EVIDENCE.search(said) is not None
    start, end = max(sentence.start, frame.start - _NEAR), min(sentence.end, frame.end + _NEAR)
    return in_court(low, start, end) or _SAID_IN_COURT.search(said) is not None


class _Early(NamedTuple):
    """A verdict of somebody, where it stands and in which sentence."""

    frame: Token
    who: tuple[Person, ...]
    sentence: int


class EarlyVerdicts:
    """The verdicts of a page that wait for their charges."""

    def __init__(self) -> None:
        self._waiting: list[_Early] = []

    def add(self, frame: Token, who: tuple[Person, ...], sentence: int) -> None:
        """Note a verdict without an object in the sentence of the given number."""
        if who:
            self._waiting.append(_Early(frame, who, sentence))

    def settle(self, charges: list[Charge], words: dict[int, str]) -> None:
        """Give each verdict to the charges told next of the same people; ``words`` are the sentences by number."""
        by_sentence: dict[int, list[Charge]] = {}
        for charge in charges if self._waiting else ():
            by_sentence.setdefault(charge.sentence, []).append(charge)
        for early in self._waiting:
            dropped = (
                early.frame.value == "discontinued"
            )  # "dropped its case against Lee, who was accused of"
            after = [
                c
                for k in range(early.sentence + (not dropped), early.sentence + _REACH + 1)
                for c in by_sentence.get(k, ())
                if c.start > early.frame.start and set(c.who) & set(early.who) and c.strong and not c.headline
            ]
            if not after:
                continue
            first = min(c.sentence for c in after)
            for charge in after:
                if (
                    charge.sentence == first
                    and (
                        charge.stage == "charged"
                        or (charge.stage is None and early.frame.value == "acquitted")
                        or (charge.stage == "alleged" and early.frame.value == "discontinued")
                    )
                    and not charge.hung
                    and not _ANOTHER.search(words.get(first, ""))
                ):
                    charge.put(early.frame.value, early.frame.span)
