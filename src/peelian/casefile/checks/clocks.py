"""Statutory time limits: what was done later, or sooner, than the law allows as far as the days are known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, rule
from peelian.casefile.events import bounds
from peelian.casefile.facts import Event
from peelian.casefile.regime import PARALLEL, bound_by_regulations
from peelian.law import CalendarError, Circumstances, Clock, clocks, due, ids, judge, term

_STARTS: Final[dict[str, tuple[str, ...]]] = {
    "allegation": ("allegation",),
    "proceedings_set": ("hearing_referral",),
    "papers_served": ("papers_served",),
    "hearing": ("hearing", "special_case", "accelerated"),
    "hearing_ended": ("hearing", "special_case", "accelerated"),
    "outcome": ("outcome",),
    "decision_received": ("outcome",),
    "left": ("resigned", "retired"),
}
_DUE: Final[dict[str, tuple[str, ...]]] = {
    "assessed": ("assessed",),
    "meeting": ("meeting",),
    "hearing": ("hearing",),
    "accelerated": ("accelerated",),
    "public_notice": ("hearing_notice",),
    "outcome_published": ("outcome_published",),
    "barred_listed": ("barred_listed",),
    "pat_appeal": ("appeal_lodged",),
    "allegation": ("allegation",),
}
"""Which events of a case file start and end the clocks that can be told from published documents."""

_OF_KIND: Final = {
    "special_case_notice_opens": "special_case",
    "special_case_notice_closes": "special_case",
}


@rule(
    "clock_exceeded",
    "note",
    "A statutory time limit that may have been passed",
    "The clock's own source",
)
def clock_exceeded(subject: Subject) -> Iterator[Finding]:
    """Each clock whose start and end are both known well enough to say that the limit was passed.

    Where a case has several hearings, a clock that starts or ends with a hearing is not asked: nothing
    says which belongs to which. A limit that can be extended, was not looked up, or belongs to a regime
    that is only one of the possible ones speaks as "may".
    """
    if bound_by_regulations(subject.party) is False:
        return
    for clock in clocks():
        starts, ends = _STARTS.get(clock.starts), _DUE.get(clock.due)
        if starts is None or ends is None:
            continue
        regimes = subject.regime.ids
        if clock.regimes is not None and not set(regimes) & set(clock.regimes):
            continue
        only = _OF_KIND.get(clock.id)
        start = _one(subject, (only,) if only else starts)
        end = _one(subject, ends)
        if start is None or end is None:
            continue
        late = _passed(clock, start, end)
        if late is None or not _runs(clock, subject):
            continue
        governs = clock.regimes is None or set(regimes) <= set(clock.regimes)
        certain = (
            clock.verified
            and governs
            and not clock.extendable
            and not term("clocks", clock.id).extra.get("may_be_shortened")
            and clock.starts != "decision_received"
            and subject.party.get("force") not in PARALLEL
        )
        yield Finding(
            _message(clock, start, end, late, certain),
            certain=certain,
            source=clock.source,
            events=(start, end),
        )


def _runs(clock: Clock, subject: Subject) -> bool:
    """Whether the clock's condition is not known to fail (only a dismissal is reported to the barred list)."""
    if clock.condition is None:
        return True
    outcomes = [record.get("outcome") for record in subject.party.proceedings]
    outcome = outcomes[0] if len(outcomes) == 1 and outcomes[0] in ids("outcomes") else None
    return judge(clock.condition, Circumstances(outcome=outcome)).allowed is not False


def _one(subject: Subject, kinds: tuple[str, ...]) -> Event | None:
    """The one event of some kinds with a known day; None if there is none, or more than one."""
    found = [event for event in subject.of_kind(*kinds) if event.date is not None]
    return found[0] if len(found) == 1 else None


def _passed(clock: Clock, start: Event, end: Event) -> date | None:
    """The limit, if the end certainly lies beyond it whatever the unknown parts of the days are."""
    first, last = bounds(start)
    begins, ends = bounds(end)
    if first is None or last is None or begins is None or ends is None:
        return None
    if clock.first_day is not None and last < date.fromisoformat(clock.first_day):
        return None
    if clock.last_day is not None and first > date.fromisoformat(clock.last_day):
        return None
    try:
        if clock.limit == "most":
            limit = due(clock, last)
            # A clock that counts back ends before its start: later than the limit is too late there too.
            return limit if begins > limit and (clock.before or begins >= first) else None
        limit = due(clock, first)
        return limit if ends < limit and ends >= last else None
    except (CalendarError, OverflowError):
        return None


def _message(clock: Clock, start: Event, end: Event, limit: date, certain: bool) -> str:
    when = "was" if certain else "may have been"
    how = "sooner than" if clock.limit == "least" else "later than"
    said = (
        f"{clock.say}. Here that was {limit.isoformat()} (counted from {start.title[:1].lower() + start.title[1:]}, "
        f"{start.date}); the day told is {end.date}, which {when} {how} the limit."
    )
    if clock.starts == "decision_received":
        said += " The time runs from the written decision, whose day is not told."
    elif clock.extendable:
        said += " The time can lawfully be extended."
    return said
