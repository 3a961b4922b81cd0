"""Lists: the public barred list, whose entries end, and the advisory list, which is not public."""

from __future__ import annotations

from collections.abc import Iterator

from peelian import law
from peelian.publication import rulebook
from peelian.publication.context import Context, day_of
from peelian.publication.rules.naming import advisory_only, against, last_word
from peelian.publication.rules.orders import anonymous
from peelian.publication.rules.spent import conviction
from peelian.publication.rulings import Ruling


def barred_list_expired(context: Context) -> Iterator[Ruling]:
    """Five years after the dismissal, an entry of the public barred list carries neither name nor entry any more.

    A conviction that is not spent is another ground for the name.
    """
    for party in context.case.parties:
        if not party.get("barred"):
            continue
        if advisory_only(party):
            yield Ruling(rule="advisory_list", target=f"{party.person}/barred", effect="withhold")
            continue
        days = [day_of(p.get("date"), last=True) for p in party.proceedings if against(p)]
        known = [day for day in days if day is not None] or [
            day for day in (last_word(context, party),) if day is not None
        ]
        until = law.add_length(min(known), rulebook.period("public_barred_list").length) if known else None
        if until is not None and until > context.as_of:
            yield Ruling(
                rule="barred_list_expired", target=f"{party.person}/barred", effect="note", changes_on=until
            )
            continue
        yield Ruling(rule="barred_list_expired", target=f"{party.person}/barred", effect="withhold")
        spent = conviction(context, party)
        if spent is None or spent.treat_as_spent(context.as_of):
            yield from anonymous(party, "barred_list_expired")
