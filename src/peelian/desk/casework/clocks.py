"""Statutory clocks of cases: which run, when each is due, how it stands on a day. No function reads the time.

Computed from what was recorded (stages, acts, extensions), never stored. A clock whose start is known in part
is shown without a day: no day is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from peelian import law
from peelian.casebook.models import Case
from peelian.desk.casework import work
from peelian.desk.casework.recording import say_date
from peelian.desk.casework.rules import acts, held
from peelian.desk.casework.standing import Entry, Standing, standings, whole

State = Literal["not_yet", "running", "soon", "due_today", "overdue", "met", "missed", "unknown", "passed"]
PRESSING: Final = ("overdue", "due_today", "soon")
#: Days before the last one from which a clock is said to be due soon.
SOON: Final = 7


@dataclass(frozen=True, slots=True)
class Running:
    """One clock of one case. ``due`` is None where the start's day is not known. ``extended``: by whose entry."""

    case: str
    clock: law.Clock
    start: str
    due: date | None
    state: State
    round: int
    done: date | None
    extended: int | None
    may: bool

    @property
    def pressing(self) -> bool:
        """Whether it is overdue, due today or soon."""
        return self.state in PRESSING

    @property
    def open(self) -> bool:
        """Whether it still asks something of somebody."""
        return self.state in (*PRESSING, "running", "not_yet", "unknown")

    @property
    def started(self) -> str:
        """The day of the start, in words."""
        return say_date(self.start)

    @property
    def words(self) -> str:
        """What to do, with "may" where the rule was not seen in its source."""
        say = self.clock.say
        return f"{say} (this rule was not checked against its text: it may differ)" if self.may else say


def events(now: Standing) -> list[tuple[str, str, Entry]]:
    """What happened in a case, as clocks know it: event, EDTF date, entry; in the order of recording."""
    rules = held()
    found: list[tuple[str, str, Entry]] = []
    for one in now.entries:
        if one.what == "stage":
            nearer = one.recorded.get(rules["day_of"].get(one.id, ""))
            found.append((one.id, str(nearer or one.on), one))
            for name, event in rules["means"].get(one.id, {}).items():
                if name in one.recorded:
                    found.append((event, str(one.recorded[name]), one))
        elif one.what == "act":
            for name, event in rules["means"].get(one.id, {}).items():
                if name in one.recorded:
                    found.append((event, str(one.recorded[name]), one))
            act = acts().get(one.id)
            if act is not None and act.event:
                found.append((act.event, one.on, one))
            for name, meant in rules["chosen"].get(one.id, {}).items():
                if (event := meant.get(one.recorded.get(name))) is not None:
                    found.append((event, one.on, one))
            if one.id == "referral_assessed" and one.recorded.get("result") == "mandatory":
                found.append(("referral_needed", one.on, one))
    return found


def clocks_of(case: str, now: Standing, today: date, soon_days: int = SOON) -> list[Running]:
    """The clocks of a case on a day, the most pressing first."""
    happened = events(now)
    found = []
    for which in law.clocks():
        started = [one for one in happened if one[0] == which.starts]
        if not started and which.before and which.starts == "hearing":
            started = [one for one in happened if one[0] == "hearing_fixed"]
        if started:
            found += _of(case, which, started[-1], happened, now, today, soon_days)
    return sorted(found, key=_order)


def all_clocks(today: date, soon_days: int = SOON) -> list[Running]:
    """The open clocks of all cases that are worked on, the most pressing first."""
    found: list[Running] = []
    work.follow_merges()
    cases = list(Case.internal.filter(work__isnull=False, redirect=None).defer("summary").order_by("pk"))
    there = standings(cases)
    for case in cases:
        found += [one for one in clocks_of(case.public_id, there[case.pk], today, soon_days) if one.open]
    return sorted(found, key=_order)


def _order(one: Running) -> tuple[int, date]:
    return (0 if one.pressing else 1 if one.open else 2, one.due or date.max)


def _of(
    case: str,
    which: law.Clock,
    started: tuple[str, str, Entry],
    happened: Sequence[tuple[str, str, Entry]],
    now: Standing,
    today: date,
    soon_days: int,
) -> list[Running]:
    rules = held()
    on = started[1]
    if which.id in rules["silent"] or not _runs(which, on, now):
        return []
    judged = law.judge(which.condition, now.circumstances(on=on)).allowed if which.condition else True
    if judged is False:
        return []
    may = not which.verified or judged is None or now.regime is None
    start = whole(on)
    if start is None:
        return [Running(case, which, on, None, "unknown", 0, None, None, True)]
    done = _done(which, start, happened)
    round_ = len(done) if which.repeats is not None else 0
    due = law.due(which, start, round_=round_)
    extended = _extension(which, now, start)
    if extended is not None and extended[1] > due:
        due = extended[1]
    last = None if which.repeats is not None or not done else done[0]
    state: State = law.clock_state(which, start, today, done=last, soon_days=soon_days, day=due)
    if state in ("overdue", "due_today", "soon", "running", "not_yet", "unknown") and _ended(
        which, start, happened, now
    ):
        return []
    if which.id in rules["rights"] and state == "overdue":
        state = "passed"
    if which.before and state == "overdue" and today >= start:
        state = "missed"  # what had to come before the event can no longer be done in time
    number = None if extended is None else extended[0]
    return [Running(case, which, on, due, state, round_, last, number, may)]


@lru_cache(maxsize=10_000)
def _possible(regime: str | None, on: str, starts: str) -> frozenset[str]:
    return frozenset(one.id for one in law.clocks_for(regime, on, starts=starts))


def _runs(which: law.Clock, on: str, now: Standing) -> bool:
    """Whether the clock belongs to the Regulations, the day and the kind of proceedings of the case."""
    if which.id not in _possible(now.regime, on, which.starts):
        return False
    if which.regimes and now.regimes and not set(which.regimes) & set(now.regimes):
        return False
    only = held()["only_after"].get(which.id)
    if only is not None and now.kind not in (None, only):
        return False
    if which.due in law.ids("stages"):
        held_as = law.stage(which.due).proceeding
        if held_as is not None and now.kind is not None and held_as != now.kind:
            return False
    return True


def _done(which: law.Clock, start: date, happened: Sequence[tuple[str, str, Entry]]) -> list[date]:
    """The days on which what was due was done. What was done on a day not wholly known counts on the last it can be."""
    from peelian.law.dates import latest

    days = [latest(on) for event, on, _ in happened if event == which.due]
    known = sorted(day for day in days if day is not None)
    return known if which.before else [day for day in known if day >= start]


def _extension(which: law.Clock, now: Standing, start: date) -> tuple[int, date] | None:
    found = [
        (one.number, day)
        for one in now.entries
        if one.what == "act"
        and one.id == "clock_extended"
        and one.recorded.get("clock") == which.id
        and (day := whole(str(one.recorded.get("new_date")))) is not None
        and day >= start
    ]
    return found[-1] if found else None


def _ended(which: law.Clock, start: date, happened: Sequence[tuple[str, str, Entry]], now: Standing) -> bool:
    """Whether something since the start ended the clock without its being met, or the case was closed."""
    if now.closed and which.group not in held()["after_closing"]:
        return True
    ending = held()["ends"].get(which.id, ())
    return any(event in ending and ((day := whole(on)) is None or day >= start) for event, on, _ in happened)
