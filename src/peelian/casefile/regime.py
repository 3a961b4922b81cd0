"""Which Conduct Regulations govern a person's matter: stated, inferred, or not known.

It turns on the day when the allegation first came to the appropriate authority's attention (2008, 2012
and 2020 Regulations, regs 1-2), which documents seldom tell. What they tell bounds it: the allegation
was known before anybody was suspended or charged over it, and a special case hearing was held under
the Regulations of 2008 or 2012. What is inferred says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from peelian.casefile.events import bounds
from peelian.casefile.facts import Event, Party, Regime
from peelian.law import UnknownTerm, hearing_kinds, is_constable, possible_outcome, regimes_on, term
from peelian.law.regimes import regimes

SOURCE: Final = "Police (Conduct) Regulations 2004 reg. 2; 2008, 2012 and 2020 regs 1-2"
ELSEWHERE: Final = frozenset({"police_scotland", "psni"})
"""Forces that other law binds: SSI 2014/68 in Scotland, SR 2016/41 in Northern Ireland."""
PARALLEL: Final = frozenset({"british_transport", "civil_nuclear", "ministry_of_defence"})
"""Forces with Regulations of their own that run beside these: what is said of them is not certain."""

_KNOWN_BY: Final = frozenset(
    "referred mode_set notice restricted suspended arrested charged plea convicted acquitted withdrawn_charge "
    "cautioned sentenced reported case_to_answer hearing_referral proceedings meeting hearing special_case "
    "accelerated finding outcome dismissed hearing_notice".split()
)


def bound_by_regulations(party: Party) -> bool | None:
    """Whether the Conduct Regulations bind the person: officers and special constables, of England and Wales.

    None where neither rank nor force is told. Source: Regulations, application; process reference, section 1.
    """
    force, rank = party.get("force"), party.get("rank")
    if force in ELSEWHERE:
        return False
    if rank is None:
        return None
    try:
        return is_constable(str(rank))
    except UnknownTerm:
        return None


def regime(party: Party, events: Sequence[Event]) -> Regime:
    """The Regulations that can govern this person's matter, and how that is known."""
    if bound_by_regulations(party) is False:
        other = party.get("force") in ELSEWHERE
        reason = (
            "Another law binds this force: the Conduct Regulations are those of England and Wales."
            if other
            else "The Conduct Regulations bind officers and special constables, not police staff."
        )
        return Regime(ids=(), basis="inferred", reason=reason, source=SOURCE)
    stated = party.get("regime")
    every = {one.id: one for one in regimes()}
    if stated in every:
        return Regime(
            ids=(str(stated),),
            basis="stated",
            reason=f"{every[str(stated)].title}: written down as governing.",
            source=SOURCE,
        )
    mine = [event for event in events if event.person == party.person]
    attention = next((event.date for event in mine if event.kind == "attention" and event.date), None)
    if attention is not None:
        ids = tuple(one.id for one in regimes_on(attention))
        if ids:
            reason = f"The allegation came to the appropriate authority's attention on {attention}."
            return Regime(ids=ids, basis="stated", reason=reason, source=SOURCE)
    return _inferred(party, mine)


def possible_by_date(events: Sequence[Event]) -> tuple[tuple[str, ...], list[str]]:
    """The regimes that the dates of a person's events leave possible, and what is said for it."""
    known_by = min(
        (last for event in events if event.kind in _KNOWN_BY and (last := bounds(event)[1]) is not None),
        default=None,
    )
    conduct = max(
        (
            first
            for event in events
            if event.kind in ("conduct_from", "joined", "allegation")
            and (first := bounds(event)[0]) is not None
        ),
        default=None,
    )
    reasons = []
    if known_by is not None:
        reasons.append(f"the allegation was known by {known_by.isoformat()}")
    if conduct is not None:
        reasons.append(f"it cannot have come before {conduct.isoformat()}")
    ids = tuple(
        one.id
        for one in regimes()
        if (known_by is None or date.fromisoformat(one.first_day) <= known_by)
        and (conduct is None or one.last_day is None or date.fromisoformat(one.last_day) >= conduct)
    )
    return ids, reasons


def _inferred(party: Party, events: Sequence[Event]) -> Regime:
    ids, reasons = possible_by_date(events)
    every = tuple(one.id for one in regimes())
    if not ids:
        # The dates leave none: the check of order says what is wrong with them.
        ids, reasons = every, []
    for record in party.proceedings:
        kind, outcome = record.get("kind"), record.get("outcome")
        for told, fits in (
            (kind, [one for one in ids if kind in (None, "not_stated") or kind in hearing_kinds(one)]),
            (outcome, [one for one in ids if outcome is None or _knows(outcome, one)]),
        ):
            if fits and len(fits) < len(ids):
                ids = tuple(one for one in ids if one in fits)
                reasons.append(f"{str(told).replace('_', ' ')} is not found under the other Regulations")
    if len(ids) == len(every):
        reason = (
            "It is not recorded when the allegation came to attention, and nothing recorded narrows it down."
        )
        return Regime(ids=ids, basis="unknown", reason=reason, source=SOURCE)
    names = " or ".join(term("regimes", one).name for one in ids)
    return Regime(
        ids=ids, basis="inferred", reason=f"Inferred ({'; '.join(reasons)}): {names}.", source=SOURCE
    )


def _knows(outcome: str, regime_id: str) -> bool:
    try:
        return possible_outcome(outcome, regime_id)
    except UnknownTerm:
        return True
