"""Who sits on a misconduct proceeding, by the day on which it is held. For who may chair: `chairs_on`."""

from __future__ import annotations

from dataclasses import dataclass

from peelian.law.regimes import overlaps
from peelian.law.vocabulary import term, vocabulary


@dataclass(frozen=True, slots=True)
class Panel:
    """The places of a panel in words, the chair first, and who advises without deciding."""

    id: str
    title: str
    members: tuple[str, ...]
    adviser: str | None
    note: str | None
    source: str
    verified: bool


def panels_on(kind: str, held: str, *, senior: bool = False) -> tuple[Panel, ...]:
    """Return the panels that such a proceeding could have on an EDTF date; several if it does not decide.

    `senior`: the officer is above chief superintendent. Empty where no rule is held. Three people with
    a legally qualified chair from 1 January 2016, with a chief officer in the chair and two lay members
    from 7 May 2024 (SI 2015/626, SI 2024/521). Raises `UnknownTerm`, `DateError`.
    """
    term("proceedings", kind)
    return tuple(
        Panel(
            entry.id,
            entry.name,
            tuple(entry.extra["members"]),
            entry.extra.get("adviser"),
            entry.extra.get("note"),
            entry.source,
            entry.verified,
        )
        for entry in vocabulary("panels")
        if entry.extra["kind"] == kind
        and entry.extra["senior"] is senior
        and overlaps(held, entry.extra.get("active_from"), entry.extra.get("active_to")) is not False
    )
