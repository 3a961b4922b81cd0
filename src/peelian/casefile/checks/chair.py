"""Chairs who could not chair: legally qualified chairs out of their time, ranks that may not sit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, parts, rule
from peelian.casefile.facts import Record
from peelian.casefile.parties import days_of
from peelian.casefile.regime import PARALLEL, bound_by_regulations
from peelian.casefile.wording import article, proceeding_words
from peelian.law import chairs_on, leading_rank, seniority, term

_LAWYER: Final = re.compile(
    r"legally qualified|\blq[cp]\b|\bbarrister|\bsolicitor|\blawyer|\bcounsel\b|\b[qk]\.?c\b", re.I
)
_ADVISER: Final = re.compile(r"\bassessor|\badvis[eo]r", re.I)
_ACTING: Final = re.compile(r"^(?:(?:temporary|acting|temp|t|a)[./ ]+|(?:the )?then |former )+", re.I)
_SHORT: Final = {"cc": "chief constable", "dcc": "deputy chief constable", "acc": "assistant chief constable"}
_SENIOR: Final = 60
_TAIL: Final = 3
_CHIEFS: Final = frozenset(
    {
        "chief_constable",
        "deputy_chief_constable",
        "assistant_chief_constable",
        "commissioner",
        "deputy_commissioner",
        "assistant_commissioner",
        "deputy_assistant_commissioner",
        "commander",
    }
)


@rule(
    "chair_could_not_chair",
    "warning",
    "A chair who could not chair",
    "2012 regs 25, 47; SI 2015/626 reg. 5; 2020 reg. 55; SI 2024/521",
)
def chair_could_not_chair(subject: Subject) -> Iterator[Finding]:
    """A role that is not among those who could chair such a hearing on its day.

    A lawyer counts as legally qualified. Roles that say nothing ("chair", "head of department") are
    passed over, as are the cases of senior officers, who have panels of their own.
    """
    party = subject.party
    if bound_by_regulations(party) is False or _is_senior(party.get("rank")):
        return
    for record in party.proceedings:
        role, kind, day = record.get("chair_role"), record.get("kind"), record.get("date")
        if not isinstance(role, str) or kind not in _JUDGED or days_of(day)[1] is None:
            continue
        told = _role(role)
        rules = chairs_on(str(kind), str(day), force=party.get("force"))
        if told is None or not rules:
            continue
        if any(_allowed(told, one.allowed) for one in rules) or _tail(told, record):
            continue
        certain = all(one.verified for one in rules) and party.get("force") not in PARALLEL
        verb = "could not" if certain else "may not have been able to"
        who = "a lawyer" if told == "lawyer" else article(role)
        yield Finding(
            f"{who[:1].upper() + who[1:]} {verb} chair {article(proceeding_words(record))} on {day}. "
            f"{_who_could(rules[-1].allowed)}",
            parts(record, "chair_role", "kind", "date"),
            certain,
            severity=None if certain else "note",
            source="; ".join(dict.fromkeys(one.source for one in rules)),
        )


_JUDGED: Final = frozenset({"misconduct_hearing", "special_case_hearing", "accelerated_hearing"})


def _is_senior(rank: str | None) -> bool:
    return rank is not None and rank not in ("pcso", "police_staff") and (seniority(rank) or 0) >= _SENIOR


def _role(text: str) -> str | None:
    """What a role amounts to: "lawyer", a chief officer's rank in lower case, or None where it says nothing."""
    if _ADVISER.search(text):
        return None
    if _LAWYER.search(text):
        return "lawyer"
    plain = _ACTING.sub("", text.strip())
    plain = _SHORT.get(plain.casefold().rstrip("."), plain)
    found, _ = leading_rank(" ".join(word[:1].upper() + word[1:] for word in plain.split()))
    return term("ranks", found).name.casefold() if found in _CHIEFS else None


def _allowed(told: str, roles: frozenset[str]) -> bool:
    if told == "lawyer":
        return any(_LAWYER.search(one) for one in roles)
    return told in {one.casefold() for one in roles}


def _tail(told: str, record: Record) -> bool:
    """Whether a lawyer chairs a hearing that may have begun before 7 May 2024: then the chair could stay."""
    first = days_of(record.get("date"))[0]
    return (
        told == "lawyer"
        and record.get("kind") == "misconduct_hearing"
        and first is not None
        and date(2024, 5, 7) <= first < date(2024 + _TAIL, 5, 7)
    )


def _who_could(roles: frozenset[str]) -> str:
    if any(_LAWYER.search(one) for one in roles):
        return "At that time a legally qualified person chaired."
    ranked = sorted(roles & {term("ranks", one).name.casefold() for one in _CHIEFS})
    return f"At that time it was for: {', '.join(ranked)}." if ranked else "Others chaired at that time."
