"""What a clause tells of whoever it means: its verdicts weighed against each other, and how much they tell."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.clauses import Clause
from peelian.reading.unnamed import JUDGED, UNDER_NOTICE

_TENTATIVE: Final = re.compile(
    r"\b(?:may have|might have|potential(?:ly)?|possibl[ey]|alleg\w+|had breached|suspected|an indication (?:that|of)|indications (?:that|of))\b"
)
_OPINION: Final = re.compile(
    r"\b(?:we (?:found|were|considered|concluded|determined|believed)|investigators?|investigation|opinion|view|concluded|iopc|ipcc)\b"
)
# "Neither the operator nor the dispatcher had a case to answer."
_NEITHER: Final = re.compile(r"\bneither (?:the|a|of)\b[^.;]{1,80} nor (?:the |a )?\Z")
_BUT: Final = re.compile(r"\b(?:but|however|although|while|whereas|though|and that)\b")


def what_is_told(low: str, clause: Clause, listed: bool) -> tuple[int, frozenset[str]]:
    """How far a clause takes the people it means (``JUDGED``, ``UNDER_NOTICE``, 0 for not at all), and its verdicts.

    ``listed`` says that a line above opened a list of those with a case to answer.
    """
    verdicts = clause.verdicts
    if listed and clause.targets[0].start <= clause.start + 6:
        verdicts = verdicts | {"case"}
    if "case" in verdicts and (
        any(d.negative for d in clause.targets)
        or _NEITHER.search(low, clause.start, clause.targets[-1].start)
    ):
        verdicts = (verdicts - {"case"}) | {"no_case"}  # "none of the staff had a case to answer"
    verdicts = settled(low, clause, verdicts)
    level = JUDGED if verdicts else clause.notice
    if not level:
        return 0, verdicts
    if clause.notice == UNDER_NOTICE and _TENTATIVE.search(low, clause.start, clause.end):
        verdicts -= {"finding", "performance", "management"}  # "notices that they may have breached ..."
        level = JUDGED if verdicts - {"no_case"} else UNDER_NOTICE
    if verdicts <= {"no_indication", "appropriate"} and level == JUDGED:
        level = UNDER_NOTICE
    if "appropriate" in verdicts and not _OPINION.search(low, clause.start, clause.end):
        verdicts -= {"appropriate"}  # an officer's own account, not the investigators' opinion
        level = level if verdicts else 0
    return level, verdicts


def settled(low: str, clause: Clause, verdicts: frozenset[str]) -> frozenset[str]:
    """ "Insufficient evidence upon which a tribunal could find misconduct" is no case to answer, and no more."""
    if {"case", "no_case"} <= verdicts and not _BUT.search(low, clause.start, clause.end):
        return verdicts - {"case"}
    return verdicts
