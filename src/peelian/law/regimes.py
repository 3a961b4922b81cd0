"""Which Conduct Regulations, bodies, modes, hearings, outcomes and chairs there were, by date.

Dates are EDTF and may be known in part: a function then gives everything that is possible. Which
regime governs turns on the day when the allegation first came to the appropriate authority's
attention, not on the day of the conduct, the hearing or the report, so a hearing held in 2021 can
lawfully be a special case hearing. Every answer carries its source and whether somebody saw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from peelian.law.dates import earliest, latest
from peelian.law.vocabulary import Term, term, vocabulary

FORMER_OFFICERS_FROM = "2017-12-15"
"""From this day a former officer can be found to be one who would have been dismissed (SI 2017/1134)."""
PUBLIC_HEARINGS_FROM = "2015-05-01"
"""From this day misconduct and special case hearings are in public (SI 2015/626)."""


@dataclass(frozen=True, slots=True)
class Regime:
    """One set of Conduct Regulations and the attention days that it governs, both included (EDTF)."""

    id: str
    title: str
    citation: str
    first_day: str
    last_day: str | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What the law allows, in ids or roles, with where that is written and whether it was seen there."""

    allowed: frozenset[str]
    source: str
    verified: bool
    note: str | None = None


@cache
def regimes() -> tuple[Regime, ...]:
    """Return every regime, oldest first. Source: 2004, 2008, 2012, 2020 Regulations (legislation.gov.uk)."""
    return tuple(
        Regime(
            id=entry.id,
            title=entry.name,
            citation=entry.extra["citation"],
            first_day=entry.extra["active_from"],
            last_day=entry.extra["active_to"],
            source=entry.source,
            verified=entry.verified,
        )
        for entry in vocabulary("regimes")
    )


def overlaps(value: str, first_day: str | None, last_day: str | None) -> bool | None:
    """Say whether a date can fall between two days, both included; an open end is None.

    None where the date's year is not known. Raises `DateError`.
    """
    low, high = earliest(value), latest(value)
    if low is None or high is None:
        return None
    starts = date.fromisoformat(first_day) if first_day else date.min
    ends = date.fromisoformat(last_day) if last_day else date.max
    return low <= ends and high >= starts


def regimes_on(attention: str) -> tuple[Regime, ...]:
    """Return every regime that can govern an allegation that came to attention on that EDTF date.

    A whole day gives one, or none before 1 April 2004; a month or year gives one or more; a date
    without a year gives all. Source: 2004 reg. 2, 2008, 2012 and 2020 regs 1-2 [legislation.gov.uk].
    """
    return tuple(one for one in regimes() if overlaps(attention, one.first_day, one.last_day) is not False)


def regime_on(attention: str) -> Regime | None:
    """Return the regime for an attention date if the date decides it, else None: see `regimes_on`."""
    possible = regimes_on(attention)
    return possible[0] if len(possible) == 1 else None


def _standing(name: str, value: str, among: frozenset[str]) -> tuple[Term, ...]:
    return tuple(
        entry
        for entry in vocabulary(name)
        if entry.id in among
        and overlaps(value, entry.extra.get("active_from"), entry.extra.get("active_to")) is not False
    )


_OVERSIGHT = frozenset({"pcb", "pca", "ipcc", "iopc"})
_MODES = frozenset({"local", "supervised", "managed", "directed", "independent", "pca_supervised"})


def bodies_on(value: str) -> tuple[str, ...]:
    """Return the ids of the oversight bodies of England and Wales that stood on an EDTF date.

    pca to 31 March 2004, ipcc from 1 April 2004 to 7 January 2018, iopc from 8 January 2018.
    Source: yourrights.org.uk; Police Reform Act 2002 s.9 as amended (legislation.gov.uk). The
    beginning of the PCA and all of the PCB are from knowledge.
    """
    return tuple(entry.id for entry in _standing("bodies", value, _OVERSIGHT))


def modes_on(value: str) -> tuple[str, ...]:
    """Return the modes in which an investigation could begin on an EDTF date (guide's ids).

    managed and supervised end on 31 January 2020 and directed begins on 1 February 2020 (SI 2020/5
    reg. 2); before 1 April 2004 there is only the PCA's supervision, and local. An older case could
    still be running in an older mode: that a mode is not here proves nothing about a later report.
    """
    found = dict.fromkeys(entry.extra["guide"] for entry in _standing("modes", value, _MODES))
    if overlaps(value, None, "2004-03-31") is not False:
        found = dict.fromkeys(["local", *found])
    return tuple(found)


def hearing_kinds(regime_id: str) -> tuple[str, ...]:
    """Return the kinds of proceeding that exist under a regime (guide's ids).

    Special case hearings under r2008 and r2012, accelerated hearings under r2020. Meetings since
    r2008. Source: 2008/2012 Regulations Pts 4-5; 2020 Regulations Pts 4-5. Raises `UnknownTerm`.
    """
    term("regimes", regime_id)
    return tuple(
        entry.id
        for entry in vocabulary("proceedings")
        if regime_id in entry.extra.get("regimes", ()) and entry.id != "not_stated"
    )


def outcomes_of(
    regime_id: str, kind: str, finding: str | None = None, *, former: bool = False, decided: str | None = None
) -> Rule | None:
    """Return the outcomes that a forum can give under a regime, or None where no rule is held.

    `finding` narrows it (gross_misconduct, misconduct, not_proven). With `former`, the person had
    left before the decision: on gross misconduct the only sanction is would_have_been_dismissed, or
    nothing, and only if `decided` (EDTF) can be on or after 15 December 2017 (SI 2017/1134; PAT
    Rules 2020 r. 3). Source: the forum's entry in forums.yaml. Raises `UnknownTerm`.
    """
    term("regimes", regime_id)
    rows = [
        entry
        for entry in vocabulary("forums")
        if entry.extra["regime"] == regime_id
        and entry.extra["kind"] == kind
        and (finding is None or entry.extra["finding"] in (None, finding))
    ]
    if not rows:
        return None
    allowed = frozenset(outcome for entry in rows for outcome in entry.extra["outcomes"])
    source = "; ".join(dict.fromkeys(entry.source for entry in rows))
    verified = all(entry.verified for entry in rows)
    if former:
        late = decided is None or overlaps(decided, FORMER_OFFICERS_FROM, None) is not False
        can = late and regime_id in ("r2012", "r2020") and finding in (None, "gross_misconduct")
        allowed = frozenset({"would_have_been_dismissed", "no_action"} if can else {"no_action"})
        source = "SI 2017/1134 reg. 5; PAT Rules 2020 r. 3 [seen: legislation.gov.uk]"
        verified = True
    notes = [entry.extra["note"] for entry in rows if entry.extra.get("note")]
    return Rule(allowed, source, verified, " ".join(notes) or None)


def possible_outcome(outcome: str, regime_id: str) -> bool:
    """Say whether a regime knows an outcome at all: no dismissal with notice or management advice under
    r2020, no reduction in rank under r2008 and r2012, no requirement to resign after r2004.

    Source: each outcome's entry; process reference, guard rules. Raises `UnknownTerm`.
    """
    term("regimes", regime_id)
    held = term("outcomes", outcome).extra.get("regimes")
    return outcome in ("other", "pending") or (held is not None and regime_id in held)


def chairs_on(kind: str, held: str, *, force: str | None = None) -> tuple[Rule, ...]:
    """Return who could chair such a proceeding on an EDTF date, as roles in lower case.

    Legally qualified chairs sat on hearing panels from 1 January 2016 to 6 May 2024 (SI 2015/626,
    SI 2024/521), with a tail for cases begun before. In the Met an assistant commissioner takes the
    chief constable's place. Empty where no rule is held. Several rules: the date does not decide.
    """
    found = []
    for entry in vocabulary("chairs"):
        extra = entry.extra
        if extra["kind"] != kind:
            continue
        if overlaps(held, extra.get("active_from"), extra.get("active_to")) is False:
            continue
        roles = frozenset(extra["roles"])
        if force is not None and kind in ("special_case_hearing", "accelerated_hearing"):
            roles -= _not_in(force)
        found.append(Rule(roles, entry.source, entry.verified, extra.get("note")))
    return tuple(found)


def _not_in(force: str) -> frozenset[str]:
    """Return the chief officers' ranks that a force has not: there is no chief constable in London."""
    missing = {
        entry.name.casefold()
        for entry in vocabulary("ranks")
        if force in entry.extra.get("not_forces", ()) or force not in entry.extra.get("forces", (force,))
    }
    return frozenset(missing)


def in_public(kind: str, held: str) -> bool | None:
    """Say whether such a proceeding was in public as a rule on an EDTF date; None if it depends.

    A meeting never is. Hearings and special case hearings are since 1 May 2015 (SI 2015/626, seen on
    legislation.gov.uk), before that only if the IPCC directed it. A chair may always exclude people.
    """
    if kind == "misconduct_meeting":
        return False
    if kind not in ("misconduct_hearing", "special_case_hearing", "accelerated_hearing"):
        return None
    low, high = earliest(held), latest(held)
    if low is None or high is None:
        return None
    turn = date.fromisoformat(PUBLIC_HEARINGS_FROM)
    return True if low >= turn else False if high < turn else None
