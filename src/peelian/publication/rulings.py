"""Rulings: what a rule says of one place of a case; and decisions of people that tighten or loosen.

A place (``target``) is written ``case``, ``<person>`` (the whole party), ``<person>/<field>``,
``<record id>``, ``<record id>/<field>``, ``<source>/title``, ``<source>/url``, or
``<source>@<start>:<end>`` (words of a source).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, Literal

import msgspec

from peelian.publication import rulebook

SHOWN_BY_DECISION: Final = "Shown by an editor's decision, which is reviewed on this day."
Effect = Literal["note", "generalise", "mask", "withhold", "remove", "hold"]
ORDER: dict[str, int] = {"note": 0, "generalise": 1, "mask": 2, "withhold": 3, "remove": 4, "hold": 5}
"""How strict each effect is. ``note`` shows and says when that changes; ``remove`` shows no trace."""


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule says of one place: the effect, why in plain words, and the day on which that changes.

    ``value`` is what stands instead if the effect is ``generalise``.
    """

    rule: str
    target: str
    effect: Effect
    reason: str = ""
    value: Any = None
    changes_on: date | None = None

    @property
    def source(self) -> str:
        """The Act, section or policy that the rule rests on."""
        return rulebook.rule(self.rule).source

    @property
    def words(self) -> str:
        """The reason: the ruling's own, or the rule's."""
        return self.reason or rulebook.rule(self.rule).reason


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision about one place: show less (``withhold``), or show in spite of one rule (``show``).

    Showing needs ``rule`` (of policy, not absolute), a reason, who decided, and the day of the next review;
    on that day it lapses.
    """

    id: str
    target: str
    effect: Literal["show", "withhold"]
    reason: str
    by: str
    on: date
    rule: str = "decision"
    review_on: date | None = None


class Restriction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person found out about a reporting restriction or an anonymity order.

    ``state``: ``in_force`` (then ``targets`` are withheld, or the whole case if it names ``case``),
    ``lifted``, or ``not_about_subject`` (the words protect somebody else, whom the gate protects anyhow).
    ``person`` and ``source`` say which doubt this settles; None: any of the case. ``until`` is the last
    day of an order that ends.
    """

    id: str
    state: Literal["in_force", "lifted", "not_about_subject"]
    reason: str
    by: str
    on: date
    targets: tuple[str, ...] = ()
    person: str | None = None
    source: str | None = None
    until: date | None = None


class OverrideRefused(ValueError):
    """A decision would loosen what no decision can, or lacks a reason, a person or a review date."""


def check_override(override: Override) -> Override:
    """The override if it may stand. Raises ``OverrideRefused`` saying what is wrong with it."""
    what = f"decision {override.id} about {override.target}"
    if not override.reason.strip():
        raise OverrideRefused(f"{what} has no reason: say why, in words that can be read in a year")
    if not override.by.strip():
        raise OverrideRefused(f"{what} names nobody: who decided?")
    if override.effect == "withhold":
        return override
    try:
        found = rulebook.rule(override.rule)
    except rulebook.RulebookError as error:
        raise OverrideRefused(f"{what}: {error}") from None
    if found.absolute:
        raise OverrideRefused(
            f"{what} would show what rule {found.id!r} forbids ({found.source}); no decision can loosen that rule"
        )
    if override.review_on is None:
        raise OverrideRefused(f"{what} has no review date: say when it is to be looked at again")
    if override.review_on <= override.on:
        raise OverrideRefused(
            f"{what} is to be reviewed on {override.review_on}, not after the day it was made"
        )
    return override


def apply_overrides(rulings: Iterable[Ruling], overrides: Sequence[Override], as_of: date) -> list[Ruling]:
    """The rulings with people's decisions applied: loosened ones are gone until their review date.

    A decision that shows in spite of a rule takes away that rule's ruling on that place alone; every
    other rule still counts. A decision made after ``as_of``, or lapsed by it, has no effect.
    Raises ``OverrideRefused``.
    """
    shown: dict[tuple[str, str], date] = {}
    added: list[Ruling] = []
    for override in overrides:
        check_override(override)
        if override.on > as_of:
            continue
        if override.effect == "withhold":
            added.append(
                Ruling(
                    rule="decision",
                    target=override.target,
                    effect="withhold",
                    changes_on=override.review_on
                    if override.review_on and override.review_on > as_of
                    else None,
                )
            )
        elif override.review_on is not None and override.review_on > as_of:
            shown[(override.rule, override.target)] = override.review_on
    kept: list[Ruling] = []
    for ruling in rulings:
        review = shown.get((ruling.rule, ruling.target))
        if review is None or ruling.effect == "note":
            kept.append(ruling)
        else:
            kept.append(
                Ruling(
                    rule=ruling.rule,
                    target=ruling.target,
                    effect="note",
                    changes_on=review,
                    reason=SHOWN_BY_DECISION,
                )
            )
    return kept + added


def strictest(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    """For each place the ruling that wins: the strictest; among equals an absolute rule's, then the first.

    ``changes_on`` of the winner is the first day on which any ruling on that place changes, so that nobody
    looks too late.
    """
    won: dict[str, Ruling] = {}
    days: dict[str, date] = {}
    for ruling in rulings:
        if ruling.changes_on is not None:
            days[ruling.target] = min(days.get(ruling.target, ruling.changes_on), ruling.changes_on)
        before = won.get(ruling.target)
        if before is None or _rank(ruling) > _rank(before):
            won[ruling.target] = ruling
    return {
        target: msgspec.structs.replace(ruling, changes_on=days.get(target)) for target, ruling in won.items()
    }


def _rank(ruling: Ruling) -> tuple[int, bool]:
    return ORDER[ruling.effect], rulebook.rule(ruling.rule).absolute
