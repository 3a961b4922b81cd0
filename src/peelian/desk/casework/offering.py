"""Which steps a case can take: those that the law's process allows, and the others with the reason why not.

A case with nothing recorded begins where the process begins, or is taken up where its documents already have
it. A step that leads to another track is open as long as that track has not gone on since.
"""

from __future__ import annotations

from dataclasses import dataclass

from peelian import law
from peelian.desk.casework.standing import Standing
from peelian.law import RecordField, Stage, Transition


@dataclass(frozen=True, slots=True)
class Offer:
    """One step. ``how``: start, taken_up or step. ``why_not`` is "" for a lawful one."""

    to: Stage
    how: str
    start: str
    start_title: str
    why_not: str
    depends_on: tuple[str, ...]
    source: str
    verified: bool

    @property
    def record(self) -> tuple[RecordField, ...]:
        """What is recorded when the step is taken."""
        return self.to.record

    @property
    def lawful(self) -> bool:
        """Whether the process allows it."""
        return not self.why_not


def offers(standing: Standing, on: str | None) -> list[Offer]:
    """Every step from where the case stands, lawful or not, as of an EDTF date; then every other stage."""
    if not standing.stage_entries:
        return _beginnings()
    made: dict[str, Offer] = {}
    for one in standing.tracks.values():
        known = standing.circumstances(on=on)
        for step in law.next_stages(
            one.id,
            regime=known.regime,
            on=on,
            status=known.status,
            former=known.former,
            kind=known.kind,
            outcome=known.outcome,
            consent=known.consent,
        ):
            offer = _from(standing, step)
            if step.to not in made or (offer.lawful and not made[step.to].lawful):
                made[step.to] = offer
    here = "; ".join(one.title for one in standing.tracks.values())
    for stage in law.stages():
        if stage.id not in made:
            why = f"The process has no step to it from where the case stands ({here})."
            made[stage.id] = Offer(stage, "step", "", "", why, (), stage.source, stage.verified)
    entered = {one.id: one.number for one in standing.tracks.values()}
    return sorted(made.values(), key=lambda offer: (not offer.lawful, -entered.get(offer.start, 0)))


def offer(standing: Standing, to: str, on: str | None) -> Offer:
    """The step to one stage. Raises ``UnknownTerm`` if there is no such stage."""
    law.stage(to)
    return next(one for one in offers(standing, on) if one.to.id == to)


def _beginnings() -> list[Offer]:
    found = []
    for stage in law.stages():
        how = "start" if stage.starts else "taken_up"
        found.append(Offer(stage, how, "", "", "", (), stage.source, stage.verified))
    return sorted(found, key=lambda one: one.how != "start")


def _from(standing: Standing, step: Transition) -> Offer:
    why = step.why_not or _overtaken(standing, step)
    return Offer(
        to=law.stage(step.to),
        how="step",
        start=step.start,
        start_title=law.stage(step.start).title,
        why_not=why,
        depends_on=step.depends_on,
        source=step.source,
        verified=step.verified,
    )


def _overtaken(standing: Standing, step: Transition) -> str:
    """Why a step to another track is late: that track has gone on since the case came to the stage before it."""
    start = next(one for one in standing.tracks.values() if one.id == step.start)
    there = standing.tracks.get(step.track)
    if there is None or there.track == start.track or there.number < start.number:
        return ""
    return f"The case has come to “{there.title}” on that track since."
