"""Order among events whose days are known in part, and what of that order is certain.

A date is stronger than anything: an event that certainly came before another stands before it. Where
dates do not decide, the process's own order does (charge before plea before verdict before sentence),
and where that proves nothing the event is marked: the order shown is partial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from peelian.casefile.facts import Event
from peelian.casefile.kinds import KINDS


@dataclass(slots=True)
class Moment:
    """An event with its days as days, and the chains (one offence, one hearing) in which it is a link."""

    event: Event
    first: date | None
    last: date | None
    chains: frozenset[str] = frozenset()
    place: int | None = None
    """Its place in the process, where that is not its kind's (a conviction quashed comes after the sentence)."""

    @property
    def rank(self) -> int:
        return KINDS[self.event.kind].rank if self.place is None else self.place

    def before(self, other: Moment) -> bool:
        """Whether this event was certainly over before the day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def must_precede(self, other: Moment) -> bool:
        """Whether the process puts this event before the other: links of one chain, in its order."""
        return self.rank < other.rank and not self.chains.isdisjoint(other.chains)


def tighten(moments: Sequence[Moment]) -> None:
    """Carry bounds along chains: what must come before an event is not later than its last day.

    Only where dates agree with the process; where they contradict it nothing is carried (the check
    of order says so).
    """
    by_rank = sorted(moments, key=lambda moment: moment.rank)
    links = [
        (one, other) for n, one in enumerate(by_rank) for other in by_rank[n:] if one.must_precede(other)
    ]
    for one, later in reversed(links):
        if later.last is not None and (one.first is None or one.first <= later.last):
            one.last = later.last if one.last is None else min(one.last, later.last)
    for earlier, one in links:
        if earlier.first is not None and (one.last is None or one.last >= earlier.first):
            one.first = earlier.first if one.first is None else max(one.first, earlier.first)


def ordered(moments: Sequence[Moment]) -> tuple[Event, ...]:
    """The events in order, each with its bounds and whether its place beside its neighbours is certain.

    The order is the same for any order of input, and never puts an event before one that certainly
    came earlier.
    """
    left = sorted(moments, key=_key)
    placed: list[Moment] = []
    while left:
        # Left is sorted by the process's order: the first that nothing left certainly precedes is next.
        ends = min((moment.last for moment in left if moment.last is not None), default=None)
        at = next(
            (
                n
                for n, moment in enumerate(left)
                if ends is None or moment.first is None or not ends < moment.first
            ),
            0,
        )
        placed.append(left.pop(at))
    unsure = _unsure(placed)
    return tuple(
        msgspec.structs.replace(
            moment.event,
            earliest=moment.first.isoformat() if moment.first else None,
            latest=moment.last.isoformat() if moment.last else None,
            order_certain=id(moment) not in unsure,
        )
        for moment in placed
    )


def _key(moment: Moment) -> tuple[Any, ...]:
    event = moment.event
    return (
        moment.rank,
        moment.last or date.max,
        moment.first or date.min,
        event.kind,
        event.person or "",
        event.id,
    )


def _unsure(placed: Sequence[Moment]) -> set[int]:
    """The events whose order beside a neighbour of their track (and person) neither date nor process settles."""
    tracks: dict[tuple[str, str | None], Moment] = {}
    unsure: set[int] = set()
    for moment in placed:
        at = (moment.event.track, moment.event.person)
        previous = tracks.get(at)
        if previous is not None and not (previous.before(moment) or previous.must_precede(moment)):
            unsure |= {id(previous), id(moment)}
        tracks[at] = moment
    return unsure
