"""What the law asked of the proceedings that a case shows: where, before whom, by when, with what outcome open.

From ``law`` alone, for what is shown alone: the kind of proceeding, its day, the force, the Regulations that
govern. Nothing is said of whether it was done so; that is what the checks say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from peelian import law
from peelian.publication.shapes import PublishedCase, PublishedParty, PublishedRecord

#: The event of the law's clocks that each kind of proceeding is.
_EVENTS: Final = {
    "misconduct_meeting": "meeting",
    "misconduct_hearing": "hearing",
    "special_case_hearing": "special_case",
    "accelerated_hearing": "accelerated",
    "appeal_tribunal": "pat_appeal",
}
_HEARINGS: Final = frozenset({"misconduct_hearing", "special_case_hearing", "accelerated_hearing"})
#: Police staff are under no Conduct Regulations.
_STAFF: Final = frozenset({"police_staff", "pcso"})
#: Events of clocks that begin when a hearing is over.
_AFTER: Final = frozenset({"hearing_ended"})


@dataclass(frozen=True)
class Asked:
    """One thing that the law asked: in words, where that is written, and whether somebody saw it there."""

    words: str
    source: str
    verified: bool


@dataclass(frozen=True)
class Expected:
    """What the law asked of one kind of proceeding on one day; ``day`` is empty if it is not shown."""

    heading: str
    day: str
    asked: tuple[Asked, ...]


def expected(case: PublishedCase) -> list[Expected]:
    """What the law asked of each kind of proceeding shown, each kind and day once, in the order of the page."""
    regime = case.regime.ids[0] if case.regime is not None and len(case.regime.ids) == 1 else None
    found: dict[tuple[str, str], Expected] = {}
    for party in case.parties:
        if party.background or party.get("rank") in _STAFF:
            continue
        for record in party.proceedings:
            kind, day = record.get("kind"), str(record.get("date") or "")
            if kind in _EVENTS and (kind, day) not in found:
                asked = tuple(_asked(party, record, str(kind), day, regime))
                if asked:
                    found[kind, day] = Expected(record.label("kind"), record.label("date"), asked)
    return list(found.values())


def _asked(
    party: PublishedParty, record: PublishedRecord, kind: str, day: str, regime: str | None
) -> Iterator[Asked]:
    if day and not day.startswith("XXXX"):
        yield from _forum(party, kind, day)
    if regime is not None and regime in {one.id for one in law.vocabulary("regimes")}:
        for clock in law.clocks_for(regime, day if day[:4].isdigit() else None):
            if _EVENTS[kind] in (clock.starts, clock.due) or (kind in _HEARINGS and clock.starts in _AFTER):
                yield Asked(f"{clock.say}.", clock.source, clock.verified)
        yield from _outcomes(party, record, kind, day, regime)


def _forum(party: PublishedParty, kind: str, day: str) -> Iterator[Asked]:
    public = law.in_public(kind, day)
    if public is not None:
        words = "In public, unless the chair restricts it." if public else "In private."
        yield Asked(words, "SI 2015/626; Police (Conduct) Regulations 2020 reg. 39", kind in _HEARINGS)
    force = str(party.get("force")) if party.get("force") else None
    chairs = law.chairs_on(kind, day, force=force)
    if len(chairs) == 1:
        (rule,) = chairs
        roles = sorted(role for role in rule.allowed if not role.isupper())
        source = f"{rule.source}. {rule.note}" if rule.note else rule.source
        yield Asked(f"In the chair: {_joined(roles, 'or')}.", source, rule.verified)
    panels = law.panels_on(kind, day)
    if len(panels) == 1 and len(panels[0].members) > 1:
        yield Asked(
            f"On the panel: {_joined(list(panels[0].members), 'and')}.", panels[0].source, panels[0].verified
        )


def _outcomes(
    party: PublishedParty, record: PublishedRecord, kind: str, day: str, regime: str
) -> Iterator[Asked]:
    finding = record.get("finding")
    rule = law.outcomes_of(
        regime,
        kind,
        str(finding) if finding in ("gross_misconduct", "misconduct", "not_proven") else None,
        # "Former" alone may be said of somebody whom these proceedings dismissed.
        former=bool(party.get("resigned")) or record.get("outcome") == "would_have_been_dismissed",
        decided=day or None,
    )
    if rule is not None and rule.allowed:
        names = sorted(law.term("outcomes", one).name.casefold() for one in rule.allowed)
        after = f" after a finding of {record.label('finding').casefold()}" if finding else ""
        yield Asked(f"Outcomes open to it{after}: {'; '.join(names)}.", rule.source, rule.verified)


def _joined(words: list[str], last: str) -> str:
    """ "a", "a or b", "a, b or c"."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
