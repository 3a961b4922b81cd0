"""Whether criminal proceedings are active on a day: Contempt of Court Act 1981 s.2 and Schedule 1.

While they are, only facts told in open court or officially are published. A date known in part is read
to the safe side: it begins on its first day and ends on its last. An end whose day is not known ends
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from peelian.law.dates import earliest, latest
from peelian.law.lengths import add_length
from peelian.law.vocabulary import Term, ids, term

_ACT = "Contempt of Court Act 1981 s.2, Sch. 1"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a criminal case: an id of criminal_events or active_events, and its EDTF date if told.

    `matter` keeps proceedings apart that run side by side (one person's two trials).
    """

    event: str
    on: str | None = None
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Active:
    """Whether proceedings are active on a day, since when, until when they were, why, and when to look again.

    `state`: "active", "hold" (released without charge a year or more ago: an editor decides) or
    "not_active". `since` and `until` are None where not known; `until` is None while active.
    """

    state: Literal["active", "hold", "not_active"]
    since: date | None
    until: date | None
    look_again: date | None
    why: str
    source: str
    verified: bool

    @property
    def active(self) -> bool:
        """Whether to treat the proceedings as active: a hold counts."""
        return self.state != "not_active"


def proceedings_active(events: Iterable[Happening], on: date) -> Active:
    """Return whether any proceedings among these events are active on a day.

    Active from the first arrest, warrant, summons or charge, to acquittal, sentence, discontinuance
    or another end; convicted and not sentenced is active. An appeal is active from its notice to its
    end, a retrial from its order. Released under investigation: 12 months, then held for an editor.
    Events after `on` are not counted. Source: Contempt of Court Act 1981 Sch. 1 paras 3-7 (seen),
    15-16 (from knowledge); publication rules, 3.1. Raises `UnknownTerm`, `DateError`.
    """
    matters: dict[str, list[Happening]] = {}
    for event in events:
        if event.event not in ids("active_events"):
            term("criminal_events", event.event)
        matters.setdefault(event.matter, []).append(event)
    found = [_one(matter, on) for matter in matters.values()]
    order = ("active", "hold", "not_active")
    if not found:
        return Active("not_active", None, None, None, "no event of criminal proceedings is told", _ACT, True)
    worst = min(found, key=lambda one: order.index(one.state))
    if worst.state == "not_active":
        return max(found, key=lambda one: one.until or date.min)
    return worst


def _effects(events: Iterable[Happening], on: date) -> list[tuple[date | None, int, Happening, Term]]:
    """Return the events that count by `on`, in order of their safe days; undated ones have None."""
    made = []
    for happening in events:
        if happening.event not in ids("active_events"):
            continue
        entry = term("active_events", happening.event)
        ends = entry.extra["effect"] in ("ends", "ends_appeal", "released")
        day = None
        if happening.on is not None:
            day = latest(happening.on) if ends else earliest(happening.on)
        if day is not None and day > on:
            continue
        made.append((day, int(ends), happening, entry))
    # Undated beginnings come first (safe), undated ends never count; on one day what begins comes before what ends.
    return sorted(made, key=lambda one: (one[0] or date.min, one[1]))


def _charged_after(held: Iterable[tuple[date | None, int, Happening, Term]], ended: date) -> bool:
    """Say whether a charge can have come after somebody was released: then the release ended nothing."""
    for _, _, happening, _ in held:
        if happening.event in ("charged", "summonsed"):
            last = latest(happening.on) if happening.on is not None else None
            if last is None or last > ended:
                return True
    return False


def _one(events: Iterable[Happening], on: date) -> Active:
    since: date | None = None
    begun: Term | None = None
    ended: tuple[date, Term] | None = None
    released: tuple[date, Term] | None = None
    undated_end = False
    held = _effects(events, on)
    for day, _, _, entry in held:
        effect = entry.extra["effect"]
        if effect in ("begins", "shows", "begins_appeal", "reopens"):
            if begun is None or ended is not None:
                since, begun = day, entry
            if effect == "begins":
                released = None
            ended = None
        elif day is None:
            undated_end = undated_end or effect != "released"
        elif effect == "released":
            released = (day, entry)
        else:
            ended = (day, entry)
    if ended is not None and ended[1].id == "no_further_action" and _charged_after(held, ended[0]):
        ended = None
    if released is not None and _charged_after(held, released[0]):
        released = None
    if ended is not None:
        day, entry = ended
        why = f"ended on {day}: {entry.name.lower()}"
        return Active("not_active", since, day, None, why, entry.source, entry.verified)
    if released is not None:
        day, entry = released
        hold = add_length(day, entry.extra["kept"])
        state: Literal["active", "hold"] = "active" if on < hold else "hold"
        why = f"released under investigation on {day}; an editor decides from {hold}"
        return Active(state, since, None, hold if on < hold else None, why, entry.source, entry.verified)
    if begun is None:
        why = "an end is told without its beginning and day" if undated_end else "nothing has begun them"
        return Active("active" if undated_end else "not_active", None, None, None, why, _ACT, True)
    told = f"{since}" if since else "a day that is not told"
    at_least = " at the latest" if begun.extra["effect"] == "shows" and since else ""
    why = f"active since {told}{at_least}: {begun.name.lower()}"
    if undated_end:
        why += "; an end is told without its day, and counts for nothing"
    return Active("active", since, None, None, why, begun.source, begun.verified)
