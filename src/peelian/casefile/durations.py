"""How long things took: from conduct to report, report to hearing, conviction to dismissal; by force and year.

A duration is given only where both ends lie between known days; partly known days give a shortest and a
longest. Nothing is guessed from the day on which a source was published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Final

import msgspec

from peelian.casefile.events import bounds
from peelian.casefile.facts import CaseFile, Duration, Event

_HEARINGS: Final = ("meeting", "hearing", "special_case", "accelerated", "proceedings")
KINDS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "conduct_to_report": (("conduct_to", "conduct_from"), ("allegation", "attention")),
    "report_to_charge": (("allegation", "attention"), ("charged",)),
    "report_to_hearing": (("allegation", "attention"), _HEARINGS),
    "arrest_to_charge": (("arrested",), ("charged",)),
    "charge_to_verdict": (("charged",), ("convicted", "acquitted")),
    "charge_to_sentence": (("charged",), ("sentenced",)),
    "conviction_to_sentence": (("convicted",), ("sentenced",)),
    "conviction_to_dismissal": (("convicted",), ("dismissed",)),
    "sentence_to_dismissal": (("sentenced",), ("dismissed",)),
    "dismissal_to_sentence": (("dismissed",), ("sentenced",)),
    "acquittal_to_hearing": (("acquitted",), _HEARINGS),
    "suspension_to_hearing": (("suspended",), _HEARINGS),
    "notice_to_hearing": (("hearing_referral",), _HEARINGS),
    "hearing_to_publication": (_HEARINGS, ("outcome_published",)),
    "hearing_to_tribunal": (_HEARINGS, ("pat_appeal",)),
    "joining_to_dismissal": (("joined",), ("dismissed",)),
}
"""Each kind of duration: the events that can begin it, best first, and those that can end it."""


def durations(person: str, events: Sequence[Event]) -> Iterator[Duration]:
    """Every duration that the events of one person tell. ``start`` and ``end`` are ids of events.

    From the first event that begins it to the first that ends it. None is given where the end
    certainly came before the beginning.
    """
    dated: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.date and None not in bounds(event):
            dated[event.kind].append(event)
    for kind, (begins, ends) in KINDS.items():
        start = next((dated[one][0] for one in begins if dated[one]), None)
        stop = next((dated[one][0] for one in ends if dated[one]), None)
        if start is None or stop is None:
            continue
        first, last = bounds(start)
        since, until = bounds(stop)
        if first is None or last is None or since is None or until is None or until < first:
            continue
        yield Duration(
            kind=kind,
            person=person,
            start=start.id,
            end=stop.id,
            shortest=max((since - last).days, 0),
            longest=(until - first).days,
        )


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How long one kind of thing took for one force in one year: how many, and days.

    ``year`` is that of the end; ``median`` is of the middles of shortest and longest, ``exact`` how many of
    them are known to the day. ``force`` and ``year`` are None over all.
    """

    kind: str
    force: str | None
    year: int | None
    count: int
    exact: int
    median: float
    shortest: int
    longest: int


def by_force_and_year(casefiles: Iterable[CaseFile]) -> tuple[Spread, ...]:
    """Medians with counts of every kind of duration, for each force and year, each force, and over all.

    A person counts once for each kind. Persons whose force is not told count over all alone. Figures from
    published cases are no figures of all cases: see the reference.
    """
    gathered: dict[tuple[str, str | None, int | None], list[Duration]] = defaultdict(list)
    for case in casefiles:
        force = {party.person: party.get("force") for party in case.parties}
        days = {event.id: event.latest for event in case.events}
        for duration in case.durations:
            held = force.get(duration.person)
            ended = days.get(duration.end)
            year = int(ended[:4]) if ended else None
            gathered[duration.kind, None, None].append(duration)
            if held is not None:
                gathered[duration.kind, held, None].append(duration)
                if year is not None:
                    gathered[duration.kind, held, year].append(duration)
            if year is not None:
                gathered[duration.kind, None, year].append(duration)
    return tuple(
        Spread(
            kind=kind,
            force=held,
            year=year,
            count=len(some),
            exact=sum(one.shortest == one.longest for one in some),
            median=float(median((one.shortest + one.longest) / 2 for one in some)),
            shortest=min(one.shortest for one in some),
            longest=max(one.longest for one in some),
        )
        for (kind, held, year), some in sorted(
            gathered.items(), key=lambda item: (item[0][0], item[0][1] or "", item[0][2] or 0)
        )
    )
