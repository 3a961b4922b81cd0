"""Where a case stands: read from its decisions of kind ``stage``, and from nothing else.

The payload of such a decision has ``what``: ``stage`` (with ``stage``, ``track``, ``how``, ``from``, ``recorded``,
perhaps ``exception``), ``act`` (with ``act``, ``recorded``), ``particulars`` (with ``recorded``) or ``joined`` (see
``joining``). A decision that was taken back counts for nothing and stays in the history.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from peelian import law
from peelian.casebook.models import Case, Decision
from peelian.casefile import CaseFile
from peelian.desk.casework.recording import say_date
from peelian.desk.casework.rules import acts
from peelian.law import TRACKS, Circumstances
from peelian.law.guards import Status

#: Stages on which somebody has left the service.
LEFT: Final = ("resigned", "retired", "left")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision of the history of a case. ``on`` is the EDTF date recorded; ``taken_back`` by whom, or ""."""

    number: int
    what: str
    id: str
    title: str
    track: str
    how: str
    on: str
    recorded: dict[str, Any]
    reason: str
    by: str
    at: datetime.datetime
    start: str = ""
    exception: dict[str, Any] = field(default_factory=dict)
    taken_back: str = ""

    @property
    def on_words(self) -> str:
        """The date recorded, in words."""
        return say_date(self.on) if self.on else ""

    @property
    def day(self) -> date | None:
        """The day, where it is wholly known."""
        return whole(self.on)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands, and what is known of it that guard rules ask."""

    history: tuple[Entry, ...]
    tracks: dict[str, Entry]
    particulars: dict[str, Any]
    told: CaseFile | None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What counts: the history without what was taken back."""
        return tuple(one for one in self.history if not one.taken_back)

    @property
    def last(self) -> int:
        """The number of the last decision, taken back or not: two people who write at once see it differ."""
        numbers = [one.number for one in self.history]
        return max(numbers, default=0)

    @property
    def stage_entries(self) -> tuple[Entry, ...]:
        """The stages that were entered, in the order in which they were recorded."""
        return tuple(one for one in self.entries if one.what == "stage")

    @property
    def regimes(self) -> tuple[str, ...]:
        """The Regulations that can govern: as a person recorded, by the attention date, by the documents."""
        if given := self.particulars.get("regime"):
            return (str(given),)
        if attention := self._attention:
            return _regimes_on(attention)
        if self.told is not None and self.told.regime is not None:
            return tuple(self.told.regime.ids)
        return ()

    @property
    def _attention(self) -> str | None:
        found: Any = self.particulars.get("attention_date") or self.recorded("attention_date")
        return None if found is None else str(found)

    @property
    def regime(self) -> str | None:
        """The one regime that governs, or None if that is not decided."""
        return self.regimes[0] if len(self.regimes) == 1 else None

    def recorded(self, name: str) -> Any:
        """The newest value recorded under a name, at a stage or an act; None if there is none."""
        return next((one.recorded[name] for one in reversed(self.entries) if name in one.recorded), None)

    @property
    def kind(self) -> str | None:
        """The kind of proceedings that were held last, or that are set."""
        for one in reversed(self.stage_entries):
            kind = law.stage(one.id).proceeding
            if kind is not None:
                return kind
            if one.recorded.get("form_of_proceedings"):
                return str(one.recorded["form_of_proceedings"])
        return None

    @property
    def former(self) -> bool | None:
        """Whether the person has left, as far as recorded."""
        if any(one.id in LEFT for one in self.stage_entries):
            return True
        return cast("bool | None", self.particulars.get("former"))

    def circumstances(self, stage: str | None = None, on: str | None = None) -> Circumstances:
        """What the guard rules get to know."""
        return Circumstances(
            stage=stage,
            regime=self.regime,
            on=on,
            status=cast("Status | None", self.particulars.get("status")),
            former=self.former,
            kind=self.kind,
            outcome=cast("str | None", self.recorded("outcome")),
            consent=cast("bool | None", self.particulars.get("consent")),
        )

    @property
    def closed(self) -> bool:
        """Whether the last stage of the misconduct track, or of the way in, ends the case."""
        last = self.tracks.get("misconduct") or self.tracks.get("coming_forward")
        return last is not None and law.stage(last.id).ends

    @property
    def main(self) -> Entry | None:
        """The stage to show in lists: of the misconduct track, else the last recorded."""
        return self.tracks.get("misconduct") or (self.stage_entries[-1] if self.stage_entries else None)


@lru_cache(maxsize=10_000)
def _regimes_on(attention: str) -> tuple[str, ...]:
    return tuple(one.id for one in law.regimes_on(attention))


def whole(value: str | None) -> date | None:
    """A day from an EDTF date, or None where it is known in part."""
    from peelian.law.dates import earliest, latest

    if not value:
        return None
    first, last = earliest(value), latest(value)
    return first if first == last else None


def ids_of(case: Case) -> list[str]:
    """The case's public id and those that lead to it since a merge."""
    return [case.public_id, *Case.internal.filter(redirect=case).values_list("public_id", flat=True)]


def standing(case: Case) -> Standing:
    """Where a case stands now."""
    found = Decision.internal.filter(kind="stage", target__in=ids_of(case)).order_by("pk")
    return _standing(list(found), _closers(found), case.casefile if case.facts else None)


def standings(cases: Sequence[Case]) -> dict[int, Standing]:
    """Where many cases stand, with few queries; what documents tell is left out but for the regime's sake."""
    owner = {case.public_id: case.pk for case in cases}
    numbers = [case.pk for case in cases]
    owner.update(Case.internal.filter(redirect__in=numbers).values_list("public_id", "redirect_id"))
    found: dict[int, list[Decision]] = {case.pk: [] for case in cases}
    names = list(owner)
    closers: dict[int, str] = {}
    for start in range(0, len(names), 5000):
        some = Decision.internal.filter(kind="stage", target__in=names[start : start + 5000]).order_by("pk")
        closers |= _closers(some)
        for decision in some:
            found[owner[decision.target]].append(decision)
    told = {case.pk: case.casefile if found[case.pk] and case.facts else None for case in cases}
    return {pk: _standing(some, closers, told[pk]) for pk, some in found.items()}


def _closers(decisions: Any) -> dict[int, str]:
    numbers = decisions.values("pk")
    rows = Decision.internal.filter(kind="close", closes__in=numbers).values_list(
        "closes_id", "actor_name", "reason"
    )
    return {pk: f"{name}: {reason}" for pk, name, reason in rows}


def _standing(decisions: Iterable[Decision], closers: dict[int, str], told: CaseFile | None) -> Standing:
    history = tuple(_entry(one, closers.get(one.pk, "")) for one in decisions if one.payload.get("what"))
    tracks: dict[str, Entry] = {}
    particulars: dict[str, Any] = {}
    for one in history:
        if one.taken_back:
            continue
        if one.what == "stage":
            tracks[one.track] = one
        elif one.what == "particulars":
            particulars = one.recorded
    ordered: dict[str, Entry] = {track: tracks[track] for track in TRACKS if track in tracks}
    return Standing(history, ordered, particulars, told)


def _entry(decision: Decision, taken_back: str) -> Entry:
    payload = decision.payload
    what = str(payload["what"])
    id_ = str(payload.get("stage") or payload.get("act") or "particulars")
    if what == "stage":
        title = law.stage(id_).title
    elif what == "act":
        title = acts()[id_].title if id_ in acts() else str(payload.get("title", id_))
    elif what == "joined":
        id_, title = "joined", "Joined with a case that was opened by hand"
    else:
        title = "Particulars recorded"
    recorded = dict(payload.get("recorded") or {})
    return Entry(
        number=decision.pk,
        what=what,
        id=id_,
        title=title,
        track=str(payload.get("track", "")),
        how=str(payload.get("how", "")),
        on=str(recorded.get("date", "")),
        recorded=recorded,
        reason=decision.reason,
        by=decision.actor_name,
        at=decision.at,
        start=str(payload.get("from", "")),
        exception=dict(payload.get("exception") or {}),
        taken_back=taken_back,
    )
