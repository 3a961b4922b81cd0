"""The guard rules of the process: what a step or a record must obey, one small function for each.

Every rule has an entry in guards.yaml with its source and what is said where it forbids. A function
gets what is known of a case and answers yes, no, or None where what is known does not decide: what
documents do not say is never taken to be against the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from peelian.law.dates import earliest, latest
from peelian.law.regimes import FORMER_OFFICERS_FROM, in_public, modes_on, overlaps, possible_outcome
from peelian.law.vocabulary import term, vocabulary

Status = Literal["officer", "special", "staff"]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a case where a rule is asked; None is not known.

    `on` is an EDTF date: the day of the step. `stage` is the stage to be entered, `kind` the kind of
    proceeding, `chair` and `adviser` roles in lower case, `published` whether something is public,
    `consent` whether the authority agreed to a resignation.
    """

    stage: str | None = None
    regime: str | None = None
    on: str | None = None
    status: Status | None = None
    former: bool | None = None
    kind: str | None = None
    outcome: str | None = None
    chair: str | None = None
    adviser: str | None = None
    mode: str | None = None
    published: bool | None = None
    consent: bool | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule's answer: allowed (None: not decided), why not, what it would need to know, its source."""

    rule: str
    allowed: bool | None
    why_not: str | None
    asks: tuple[str, ...]
    source: str
    verified: bool


def _stage_of_regime(case: Circumstances) -> bool | None:
    if case.stage is None:
        return None
    held = term("stages", case.stage).extra.get("regimes")
    if held is None:
        return True
    return None if case.regime is None else case.regime in held


def _regulations_bind(case: Circumstances) -> bool | None:
    return None if case.status is None else case.status != "staff"


def _staff_only(case: Circumstances) -> bool | None:
    return None if case.status is None else case.status == "staff"


def _since_december_2017(case: Circumstances) -> bool | None:
    return None if case.on is None else _can_be_from(case.on, FORMER_OFFICERS_FROM)


def _former_proceedings(case: Circumstances) -> bool | None:
    # The change of 2017 reaches allegations that came in after 21 November 2012.
    return False if case.regime in ("r2004", "r2008") else _since_december_2017(case)


def _former_hearing(case: Circumstances) -> bool | None:
    if not case.former:
        return True if case.former is False else None
    return False if case.stage == "meeting" else _former_proceedings(case)


def _resignation(case: Circumstances) -> bool | None:
    if case.consent:
        return True
    if case.on is None:
        return None
    needed = overlaps(case.on, "2015-01-12", "2017-12-14")
    if not needed:
        return None if needed is None else True
    return False if case.consent is False and _within(case.on, "2015-01-12", "2017-12-14") else None


def _within(on: str, first_day: str, last_day: str) -> bool:
    """Say whether every day that a date can mean lies between two days."""
    low, high = earliest(on), latest(on)
    return (
        low is not None and high is not None and first_day <= low.isoformat() <= high.isoformat() <= last_day
    )


def _can_be_from(on: str, first_day: str) -> bool | None:
    """Say whether a date is on or after a day; None where a date known in part does not decide."""
    low, high = earliest(on), latest(on)
    if low is None or high is None:
        return None
    first = date.fromisoformat(first_day)
    return True if low >= first else False if high < first else None


def _barred_outcome(case: Circumstances) -> bool | None:
    if case.outcome is None:
        return None
    return bool(term("outcomes", case.outcome).extra.get("barred"))


def _outcome_notice(case: Circumstances) -> bool | None:
    if case.status == "staff" or case.kind == "staff_discipline":
        return False
    if case.kind is None:
        return None
    if case.kind == "misconduct_meeting":
        return False
    return in_public(case.kind, case.on) if case.on else None


def _tribunal_for_officers(case: Circumstances) -> bool | None:
    return _regulations_bind(case)


def _tribunal_after_hearing(case: Circumstances) -> bool | None:
    return None if case.kind is None else case.kind != "misconduct_meeting"


def _appeal_meeting_after_meeting(case: Circumstances) -> bool | None:
    return None if case.kind is None else case.kind == "misconduct_meeting"


def _would_have_been_dismissed(case: Circumstances) -> bool | None:
    if case.outcome is None:
        return None
    if case.outcome != "would_have_been_dismissed":
        return True
    if case.former is False:
        return False
    late = _since_december_2017(case)
    if late is False:
        return False
    return None if case.former is None or late is None else True


def _outcome_of_regime(case: Circumstances) -> bool | None:
    if case.outcome is None or case.regime is None:
        return None
    return possible_outcome(case.outcome, case.regime)


_LAWYERS = frozenset({"legally qualified chair", "legally qualified person", "lqc"})


def _legally_qualified_chair(case: Circumstances) -> bool | None:
    if case.chair is None:
        return None
    if case.chair.casefold() not in _LAWYERS or case.kind == "appeal_tribunal":
        return True
    if case.kind in ("special_case_hearing", "accelerated_hearing", "misconduct_meeting"):
        return False
    if case.on is None:
        return None
    begun = _can_be_from(case.on, "2016-01-01")
    # Cases begun before 7 May 2024 may keep their chair, so a later day forbids nothing by itself.
    return None if begun and overlaps(case.on, "2024-05-07", None) else begun


def _legally_qualified_adviser(case: Circumstances) -> bool | None:
    if case.adviser is None:
        return None
    if not case.adviser.casefold().startswith("legally qualified"):
        return True
    return None if case.on is None else _can_be_from(case.on, "2024-05-07")


def _staff_not_published(case: Circumstances) -> bool | None:
    if not case.published:
        return True if case.published is False else None
    return _regulations_bind(case)


def _advisory_not_published(case: Circumstances) -> bool | None:
    if case.stage not in (None, "advisory_listed"):
        return True
    return None if case.published is None else not case.published


def _public_hearing(case: Circumstances) -> bool | None:
    if case.published is False:
        return True
    if case.published is None or case.kind is None:
        return None
    if case.kind == "misconduct_meeting":
        return False
    # Before May 2015 a hearing was public if the IPCC directed it: the day alone does not forbid it.
    return True if case.on and in_public(case.kind, case.on) else None


def _mode_of_its_time(case: Circumstances) -> bool | None:
    if case.mode is None or case.on is None:
        return None
    return case.mode in modes_on(case.on)


RULES: Mapping[str, Callable[[Circumstances], bool | None]] = MappingProxyType(
    {
        "stage_of_regime": _stage_of_regime,
        "regulations_bind": _regulations_bind,
        "staff_only": _staff_only,
        "former_proceedings": _former_proceedings,
        "resignation": _resignation,
        "former_hearing": _former_hearing,
        "lists_began": _since_december_2017,
        "barred_outcome": _barred_outcome,
        "outcome_notice": _outcome_notice,
        "tribunal_for_officers": _tribunal_for_officers,
        "tribunal_after_hearing": _tribunal_after_hearing,
        "appeal_meeting_after_meeting": _appeal_meeting_after_meeting,
        "would_have_been_dismissed": _would_have_been_dismissed,
        "outcome_of_regime": _outcome_of_regime,
        "legally_qualified_chair": _legally_qualified_chair,
        "legally_qualified_adviser": _legally_qualified_adviser,
        "staff_not_published": _staff_not_published,
        "advisory_not_published": _advisory_not_published,
        "public_hearing": _public_hearing,
        "mode_of_its_time": _mode_of_its_time,
    }
)
"""The function of each entry of guards.yaml."""


def judge(rule: str, case: Circumstances) -> Judgement:
    """Return what a guard rule says of a case: allowed yes, no or not decided, and why.

    Source: the rule's entry in guards.yaml. Raises `UnknownTerm` for a rule, stage, outcome or
    regime that there is not, and `DateError` for a faulty date.
    """
    entry = term("guards", rule)
    allowed = RULES[rule](case)
    why_not = None
    if allowed is False:
        why_not = entry.extra["refusal"].format(
            stage=term("stages", case.stage).name if case.stage else "this stage",
            regime=term("regimes", case.regime).name if case.regime else "these Regulations",
            outcome=term("outcomes", case.outcome).name if case.outcome else "this outcome",
            mode=case.mode or "such",
        )
    return Judgement(rule, allowed, why_not, tuple(entry.extra["asks"]), entry.source, entry.verified)


def record_faults(case: Circumstances) -> tuple[Judgement, ...]:
    """Return the rules on records (outcome, chair, adviser, publicity, mode) that a case breaks.

    Empty: none is known to be broken. Source: each rule's entry. Raises as `judge`.
    """
    rules = [entry.id for entry in vocabulary("guards") if entry.extra["on"] == "record"]
    if case.stage != "advisory_listed":
        rules.remove("advisory_not_published")
    if case.stage != "barred_listed":
        rules.remove("staff_not_published")
    return tuple(found for rule in rules if (found := judge(rule, case)).allowed is False)
