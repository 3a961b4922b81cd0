"""Matters that led to no conviction: allegations, acquittals, what was not taken further."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.casefile.records import overtaken
from peelian.publication.context import ENDED_WELL, Context, standing
from peelian.publication.rules.naming import grounds
from peelian.publication.rules.retrial import retrial_told, retried
from peelian.publication.rulings import Ruling

QUASHED: Final = "It went with a conviction that was quashed, and is not repeated."


def allegations(context: Context) -> Iterator[Ruling]:
    """Do not tell of a named person an allegation that led to no charge (repetition rule; ZXC v Bloomberg)."""
    for party in context.case.parties:
        if not grounds(context, party):
            continue  # not named; the allegation is nobody's
        for record in party.offences:
            if record.get("stage") == "alleged":
                yield Ruling(rule="alleged_matter", target=record.id, effect="withhold")


def acquittals(context: Context) -> Iterator[Ruling]:
    """Say that somebody was acquitted, or that a matter was not taken further, without repeating what it was."""
    for party in context.case.parties:
        again = retried(party) if retrial_told(context, party)[0] else ()
        for record in party.offences:
            if record.get("stage") in ENDED_WELL and record not in again:
                for name in ("title", "offence", "count", "plea"):
                    if name in record.facts:
                        yield Ruling(rule="acquitted_charge", target=f"{record.id}/{name}", effect="withhold")
        gone = [one for one in (*party.sentences, *party.orders) if overtaken(party, one)]
        for record in gone:
            yield Ruling(rule="acquitted_charge", target=record.id, effect="withhold", reason=QUASHED)
        if gone and "sentenced_on" in party.facts and not standing(party, party.sentences):
            yield Ruling(
                rule="acquitted_charge",
                target=f"{party.person}/sentenced_on",
                effect="withhold",
                reason=QUASHED,
            )
