"""Statutory clocks: what is due when, after which event, under which regime; and how long notices stay up.

The clocks are data (clocks.yaml). No function reads the time: pass the days in. Many limits are from
knowledge (`verified` false): what is said of them says "may".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from peelian.law.lengths import add_length, months_and_days
from peelian.law.regimes import overlaps
from peelian.law.vocabulary import Term, term, vocabulary
from peelian.law.working_days import add_working_days


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock. `starts` and `due` are events (stage ids, or others named in clocks.yaml).

    `length` is ISO 8601, in working days if `working`. `limit`: "most" is a last day, "least" a first
    day (or how long something lasts at least). `before`: it counts back from the start. `repeats`:
    the length after which it is due again. `condition`: the guard rule that
    must hold for it to run (see `judge`). `say`: what to do, in plain words. Days are those of the
    start between which the clock stood (EDTF, both included).
    """

    id: str
    title: str
    group: str
    starts: str
    due: str
    length: str
    working: bool
    limit: Literal["most", "least"]
    before: bool
    repeats: str | None
    extendable: bool
    condition: str | None
    regimes: tuple[str, ...] | None
    first_day: str | None
    last_day: str | None
    say: str
    source: str
    verified: bool


def _clock(entry: Term) -> Clock:
    extra = entry.extra
    regimes = extra.get("regimes")
    return Clock(
        id=entry.id,
        title=entry.name,
        group=extra["group"],
        starts=extra["starts"],
        due=extra["due"],
        length=extra["length"],
        working=extra["unit"] == "working_days",
        limit=extra["limit"],
        before=extra.get("direction") == "before",
        repeats=extra.get("repeats"),
        extendable=extra["extendable"],
        condition=extra.get("condition"),
        regimes=tuple(regimes) if regimes else None,
        first_day=extra.get("active_from"),
        last_day=extra.get("active_to"),
        say=extra["say"],
        source=entry.source,
        verified=entry.verified,
    )


@cache
def clocks() -> tuple[Clock, ...]:
    """Return every clock, in the order of clocks.yaml."""
    return tuple(_clock(entry) for entry in vocabulary("clocks"))


def clock(id: str) -> Clock:
    """Return the clock of that id. Raises `UnknownTerm` if there is none."""
    return _clock(term("clocks", id))


def clocks_for(
    regime: str | None = None,
    on: str | None = None,
    *,
    starts: str | None = None,
    group: str | None = None,
) -> tuple[Clock, ...]:
    """Return the clocks that can run under a regime from an EDTF date, an event, or in a group.

    A regime that is not known (None) excludes no clock, and neither does a date that does not decide.
    Raises `UnknownTerm` for a regime that there is not, `DateError`.
    """
    if regime is not None:
        term("regimes", regime)
    return tuple(
        one
        for one in clocks()
        if (regime is None or one.regimes is None or regime in one.regimes)
        and (on is None or overlaps(on, one.first_day, one.last_day) is not False)
        and (starts is None or one.starts == starts)
        and (group is None or one.group == group)
    )


def due(which: Clock | str, start: date, *, round_: int = 0) -> date:
    """Return the day on which a clock that started on `start` is due.

    The last day for a limit of "most", the first for "least"; for a clock that counts back, the last
    day before the event. `round_` counts repetitions (0: the first). A period of working days begins
    with the first working day after the start; 28 days after 1 March is 29 March.
    Raises `UnknownTerm`, `ValueError` for a round that there is not, `CalendarError`.
    """
    held = clock(which) if isinstance(which, str) else which
    if round_ < 0 or (round_ and held.repeats is None):
        raise ValueError(f"clock {held.id!r} does not run a round {round_}: use 0")
    if held.working:
        _, days = months_and_days(held.length)
        return add_working_days(start, -days if held.before else days)
    months, days = months_and_days(held.length)
    if round_ and held.repeats is not None:
        more_months, more_days = months_and_days(held.repeats)
        months, days = months + round_ * more_months, days + round_ * more_days
    return add_length(start, f"P{months}M{days}D", times=-1 if held.before else 1)


State = Literal["not_yet", "running", "soon", "due_today", "overdue", "met", "missed"]


def state(
    which: Clock | str,
    start: date,
    on: date,
    *,
    done: date | None = None,
    soon_days: int = 7,
    day: date | None = None,
) -> State:
    """Return how a clock stands on a day: running, soon, due_today, overdue; met or missed if done.

    For a limit of "least" it is not_yet until the first day and running from then; done sooner is
    missed. `day` is when it is due, where it runs a later round or was extended. Raises as `due`.
    """
    held = clock(which) if isinstance(which, str) else which
    day = due(held, start) if day is None else day
    if held.limit == "least":
        if done is not None:
            return "met" if done >= day else "missed"
        return "not_yet" if on < day else "running"
    if done is not None:
        return "met" if done <= day else "missed"
    if on > day:
        return "overdue"
    if on == day:
        return "due_today"
    return "soon" if (day - on).days <= soon_days else "running"
