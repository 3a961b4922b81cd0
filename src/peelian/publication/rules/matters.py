"""Matters that led to no conviction: allegations, acquittals, discontinued charges."""

from __future__ import annotations

from collections.abc import Iterator

from peelian.publication.context import ENDED_WELL, Context
from peelian.publication.rules.naming import grounds
from peelian.publication.rulings import Ruling


def allegations(context: Context) -> Iterator[Ruling]:
    """Do not tell of a named person an allegation that led to no charge (repetition rule; ZXC v Bloomberg)."""
    for party in context.case.parties:
        if not grounds(context, party):
            continue  # not named; the allegation is nobody's
        for record in party.offences:
            if record.get("stage") == "alleged":
                yield Ruling(rule="alleged_matter", target=record.id, effect="withhold")


def acquittals(context: Context) -> Iterator[Ruling]:
    """Say that somebody was acquitted, or that a charge was dropped, without repeating the charge."""
    for party in context.case.parties:
        for record in party.offences:
            if record.get("stage") in ENDED_WELL:
                for name in ("title", "offence", "count", "plea"):
                    if name in record.facts:
                        yield Ruling(rule="acquitted_charge", target=f"{record.id}/{name}", effect="withhold")
