"""Hearings outside their regime, and outcomes that their forum cannot give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from peelian.casefile.checks.registry import Finding, Subject, may, parts, rule
from peelian.casefile.facts import Record
from peelian.casefile.parties import days_of
from peelian.casefile.regime import PARALLEL, bound_by_regulations
from peelian.casefile.wording import opening, outcome_words, proceeding_words
from peelian.law import Circumstances, UnknownTerm, hearing_kinds, judge, outcomes_of, possible_outcome, term
from peelian.law.regimes import FORMER_OFFICERS_FROM, Rule, regimes

_REGULATIONS: Final = "Police (Conduct) Regulations 2008, 2012 and 2020, Parts 4 and 5"
_LONG_AFTER: Final = 5
_OPEN: Final = frozenset({None, "pending", "other", "reinstated"})


def _bound(subject: Subject) -> bool:
    """Whether the Regulations are known to bind, or nothing says that they do not."""
    return bound_by_regulations(subject.party) is not False


def _parallel(subject: Subject) -> bool:
    return subject.party.get("force") in PARALLEL


def possible_regimes(subject: Subject, record: Record) -> tuple[str, ...]:
    """The regimes under which a proceeding can have been held: the one that governs, if told; else all that
    had begun by its day. An old regime can run on for years after its end."""
    if subject.sure:
        return subject.regime.ids
    last = days_of(record.get("date"))[1]
    if last is None:
        told = [subject.published(c.source)[1] for fact in record.facts.values() for c in fact.citations]
        pending = record.get("outcome") in (None, "pending")
        last = None if pending else min((day for day in told if day is not None), default=None)
    return tuple(one.id for one in regimes() if last is None or date.fromisoformat(one.first_day) <= last)


@rule("hearing_outside_regime", "error", "A kind of hearing that its regime does not know", _REGULATIONS)
def hearing_outside_regime(subject: Subject) -> Iterator[Finding]:
    """A hearing of a kind that no regime has that can govern it (an accelerated hearing of 2018)."""
    if not _bound(subject):
        return
    for record in subject.party.proceedings:
        kind = record.get("kind")
        if kind in (None, "not_stated", "appeal_tribunal"):
            continue
        ids = possible_regimes(subject, record)
        if not ids or any(kind in hearing_kinds(one) for one in ids):
            continue
        certain = not _parallel(subject)
        names = ", ".join(term("regimes", one).name for one in ids)
        verb = may(certain, "is not", "may not be")
        yield Finding(
            f"{opening(proceeding_words(record))} {verb} a proceeding under the Regulations that can govern it ({names}).",
            parts(record, "kind", "date"),
            certain,
        )


@rule(
    "hearing_long_after_regime",
    "note",
    "A kind of hearing long after the Regulations that know it",
    "Police (Conduct) Regulations 2012 and 2020, transitional provisions: the day of attention governs",
)
def hearing_long_after_regime(subject: Subject) -> Iterator[Finding]:
    """A hearing or outcome known only to Regulations that had ended more than five years before."""
    if not _bound(subject) or subject.sure:
        return
    ends = {one.id: one.last_day for one in regimes()}
    for record in subject.party.proceedings:
        first = days_of(record.get("date"))[0]
        kind, outcome = record.get("kind"), record.get("outcome")
        if first is None or kind == "appeal_tribunal":
            continue
        begun = possible_regimes(subject, record)
        for name, value, known in (
            ("kind", kind, [r for r in begun if kind in hearing_kinds(r)]),
            ("outcome", outcome, [r for r in begun if outcome not in _OPEN and _knows(outcome, r)]),
        ):
            if value is None or not known or value == "not_stated" or any(ends[r] is None for r in known):
                continue
            ended = max(str(ends[r]) for r in known)
            if first.year - int(ended[:4]) > _LONG_AFTER:
                words = proceeding_words(record) if name == "kind" else outcome_words(value)
                yield Finding(
                    f"{words[:1].upper() + words[1:]} belongs to Regulations for allegations up to {ended}; "
                    f"on {record.get('date')} that may be too long ago.",
                    parts(record, name, "date"),
                    certain=False,
                )


@rule("outcome_outside_forum", "error", "An outcome that its forum cannot give", _REGULATIONS)
def outcome_outside_forum(subject: Subject) -> Iterator[Finding]:
    """An outcome outside the list of its forum under every regime that can govern it (a meeting that dismisses)."""
    if not _bound(subject):
        return
    for record in subject.party.proceedings:
        outcome, kind, finding = record.get("outcome"), record.get("kind"), record.get("finding")
        if outcome in _OPEN or kind in (None, "not_stated", "appeal_tribunal"):
            continue
        if outcome == "would_have_been_dismissed" and kind != "misconduct_meeting":
            continue
        rules = _forum_rules(
            subject, record, kind, finding if finding not in ("pending", "no_case") else None
        )
        if not rules or any(outcome in one.allowed for one in rules):
            continue
        certain = all(one.verified for one in rules) and not _parallel(subject)
        found = (
            f" on a finding of {finding.replace('_', ' ')}"
            if finding in ("misconduct", "gross_misconduct", "not_proven")
            else ""
        )
        yield Finding(
            f"{opening(proceeding_words(record))} {may(certain, 'cannot', 'may not be able to')} end in "
            f"{outcome_words(outcome)}{found}.",
            parts(record, "kind", "finding", "outcome"),
            certain,
            source="; ".join(dict.fromkeys(one.source for one in rules)),
        )


def _forum_rules(subject: Subject, record: Record, kind: str, finding: str | None) -> list[Rule]:
    found = []
    for one in possible_regimes(subject, record):
        if kind not in hearing_kinds(one):
            continue
        held = outcomes_of(one, kind, finding)
        if held is None:
            # No entry for this finding: nothing can be said against the outcome.
            return []
        found.append(held)
    return found


@rule("outcome_outside_regime", "error", "An outcome that no regime of the time knows", _REGULATIONS)
def outcome_outside_regime(subject: Subject) -> Iterator[Finding]:
    """An outcome unknown to every regime that can govern (a reduction in rank in 2014)."""
    if not _bound(subject):
        return
    for record in subject.party.proceedings:
        outcome = record.get("outcome")
        if outcome in _OPEN:
            continue
        ids = possible_regimes(subject, record)
        if not ids or any(_knows(outcome, one) for one in ids):
            continue
        certain = not _parallel(subject)
        names = ", ".join(term("regimes", one).name for one in ids)
        verb = may(certain, "is not", "may not be")
        yield Finding(
            f"{outcome_words(outcome)[:1].upper() + outcome_words(outcome)[1:]} {verb} an outcome under the "
            f"Regulations that can govern it ({names}).",
            parts(record, "outcome", "date"),
            certain,
        )


def _knows(outcome: str, regime_id: str) -> bool:
    try:
        return possible_outcome(outcome, regime_id)
    except UnknownTerm:
        return True


@rule(
    "would_have_been_before_its_time",
    "error",
    "Would have been dismissed, before that could be found",
    "SI 2017/1134 reg. 5; PAT Rules 2020 r. 3",
)
def would_have_been_before_its_time(subject: Subject) -> Iterator[Finding]:
    """A finding that a former officer would have been dismissed, of a day before 15 December 2017."""
    for record in subject.party.proceedings:
        last = days_of(record.get("date"))[1]
        if record.get("outcome") != "would_have_been_dismissed" or last is None:
            continue
        if last < date.fromisoformat(FORMER_OFFICERS_FROM) and _bound(subject):
            yield Finding(
                "A former officer could not be found to be one who would have been dismissed on "
                f"{record.get('date')}: that began on {FORMER_OFFICERS_FROM}.",
                parts(record, "outcome", "date"),
            )


@rule(
    "dismissal_for_misconduct",
    "note",
    "A dismissal for misconduct that is not gross",
    "2012 reg. 35(5); 2020 reg. 42",
)
def dismissal_for_misconduct(subject: Subject) -> Iterator[Finding]:
    """A dismissal on a finding of misconduct: only with a final written warning in force, or several matters."""
    for record in subject.party.proceedings:
        if record.get("finding") != "misconduct" or not _bound(subject):
            continue
        if not str(record.get("outcome") or "").startswith("dismissed"):
            continue
        if record.get("kind") in ("misconduct_hearing", "not_stated"):
            yield Finding(
                "Dismissal for misconduct that is not gross needs a final written warning in force (or, since "
                "2020, several matters): the source may mean gross misconduct.",
                parts(record, "finding", "outcome"),
                certain=False,
            )


@rule(
    "tribunal_of_another",
    "warning",
    "A Police Appeals Tribunal that could not hear the appeal",
    "Police Act 1996 s.85; process reference, guard rules",
)
def tribunal_of_another(subject: Subject) -> Iterator[Finding]:
    """A tribunal's appeal of police staff, or one from a misconduct meeting."""
    held = [record for record in subject.party.proceedings if record.get("kind") == "appeal_tribunal"]
    lodged = [record for record in subject.party.appeals if record.get("kind") == "tribunal"]
    about = [*held, *lodged]
    if not about or subject.party.get("force") in ("police_scotland", "psni"):
        return
    first = [record.get("kind") for record in subject.party.proceedings if record not in held]
    status: Literal["staff"] | None = "staff" if bound_by_regulations(subject.party) is False else None
    kind = "misconduct_meeting" if first == ["misconduct_meeting"] else None
    case = Circumstances(stage="pat_appeal", status=status, kind=kind)
    for name in ("tribunal_for_officers", "tribunal_after_hearing"):
        judgement = judge(name, case)
        if judgement.allowed is False:
            said = str(judgement.why_not)
            if not judgement.verified:
                said = f"This may not be an appeal for the tribunal. {said}"
            yield Finding(
                f"{said.rstrip('.')}.", parts(about[0], "kind"), judgement.verified, source=judgement.source
            )
