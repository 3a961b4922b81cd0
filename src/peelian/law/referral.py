"""Must a matter be referred to the oversight body? A checklist by door and date, with the rule.

Source: Police Reform Act 2002 Sch. 3 paras 4, 13, 14C; Complaints and Misconduct Regulations 2020
regs 4, 7 (seen on legislation.gov.uk), 2012 and 2004 (from knowledge).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from peelian.law.dates import latest
from peelian.law.regimes import overlaps
from peelian.law.vocabulary import Term, UnknownTerm, term, vocabulary

DOORS = ("complaint", "conduct_matter", "dsi_matter")
"""The three ways in: a complaint, a conduct matter, a death or serious injury."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the checklist, as it stood on a day. `id` stays the same through the years."""

    id: str
    title: str
    effect: Literal["mandatory", "voluntary"]
    doors: tuple[str, ...]
    note: str | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Referral:
    """The outcome of the checklist: mandatory, voluntary or none, by which criteria and rule.

    `look_up` are ids that no list of the day holds: they decided nothing. `clock` is the clock of a
    mandatory referral.
    """

    result: Literal["mandatory", "voluntary", "none"]
    criteria: tuple[Criterion, ...]
    look_up: tuple[str, ...]
    rule: str
    clock: str | None
    source: str
    verified: bool


def _criterion(entry: Term) -> Criterion:
    return Criterion(
        id=entry.extra.get("stands_for", entry.id),
        title=entry.name,
        effect=entry.extra["effect"],
        doors=tuple(entry.extra["doors"]),
        note=entry.extra.get("note"),
        source=entry.source,
        verified=entry.verified,
    )


def referral_criteria(on: str | None = None, *, door: str | None = None) -> tuple[Criterion, ...]:
    """Return the checklist as it stood on an EDTF date, for one door or all.

    A date known in part, or none, gives what could stand. Raises `UnknownTerm` for a door, `DateError`.
    """
    _check_door(door)
    return tuple(
        _criterion(entry)
        for entry in vocabulary("referral_criteria")
        if (
            on is None
            or overlaps(on, entry.extra.get("active_from"), entry.extra.get("active_to")) is not False
        )
        and (door is None or door in entry.extra["doors"])
    )


def _check_door(door: str | None) -> None:
    if door is not None and door not in DOORS:
        raise UnknownTerm(f"no door {door!r}: there are {', '.join(DOORS)}")


def referral(criteria: Iterable[str], on: str, *, door: str | None = None) -> Referral:
    """Return whether a matter that meets these criteria must be referred on an EDTF date, may be, or neither.

    `criteria` are ids of `referral_criteria` (a relevant offence: `relevant_offence`). `door` leaves out
    what is not asked of such a matter. Source: each criterion's own; that anything else may be
    referred is in none of the lists but gravity or exceptional circumstances.
    Raises `UnknownTerm` for a criterion or door that there is not, `DateError`.
    """
    asked = list(dict.fromkeys(criteria))
    for one in asked:
        term("referral_criteria", one)
    alias = {entry.id: entry.extra.get("stands_for", entry.id) for entry in vocabulary("referral_criteria")}
    wanted = {alias[one] for one in asked}
    standing = [one for one in referral_criteria(on, door=door) if one.id in wanted]
    missing = tuple(sorted(wanted - {one.id for one in standing}))
    by_law = [one for one in standing if one.effect == "mandatory"]
    met = tuple(by_law or standing)
    source = "; ".join(dict.fromkeys(one.source for one in met))
    verified = all(one.verified for one in met)
    if by_law:
        rule = "Must be referred: " + "; ".join(one.title for one in met)
        return Referral("mandatory", met, missing, rule, "referral_to_oversight", source, verified)
    if met:
        rule = "May be referred: " + "; ".join(one.title for one in met)
        return Referral("voluntary", met, missing, rule, None, source, verified)
    day = latest(on)
    if day is not None and day.isoformat() < "2004-04-01":
        rule = "Before 1 April 2004 another law governed: no list is held"
        return Referral("none", (), missing, rule, None, "process reference, section 3", False)
    rule = "No criterion of the list of that day is met"
    return Referral("none", (), missing, rule, None, "PRA 2002 Sch. 3; CMR 2020 regs 4, 7", True)
