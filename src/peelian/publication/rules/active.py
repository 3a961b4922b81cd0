"""Active criminal proceedings: only what open court and official releases tell; no background, no comment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from peelian import law
from peelian.casefile.events import events as events_of
from peelian.casefile.facts import Party
from peelian.publication import rulebook
from peelian.publication.context import Context, day_of, records_of
from peelian.publication.rulings import Ruling

_EVENTS: Final = {
    "arrested": "arrested",
    "charged": "charged",
    "acquitted": "acquitted",
    "withdrawn_charge": "charge_dropped",
    "sentenced": "sentenced",
    "cautioned": "proceedings_ended",
}
_BEGIN: Final = frozenset({"arrested", "charged"})
#: What is said in open court: shown while proceedings are active, whoever reports it.
COURT_FIELDS: Final = frozenset(
    {"name", "label", "rank", "force", "former", "sentenced_on", "other_names", "dates.charged", "dates.plea"}
)


def state_of(context: Context, party: Party) -> law.Active:
    """Whether criminal proceedings against a party are active on the day (Contempt of Court Act 1981 Sch. 1).

    A person's counts are taken as one matter: the sentence on some ends it for all. An end told as past has
    happened when it was told. A conviction whose sentence no source tells counts as ended a year later
    (policy).
    """
    happenings: list[law.Happening] = []
    told = context.case.events or events_of(context.case.id, context.case.parties, context.case.sources)
    convicted: list[date] = []
    for event in told:
        if event.person != party.person:
            continue
        if event.kind in _EVENTS:
            on = event.date or (event.earliest if event.kind in _BEGIN else event.latest)
            if on is not None and on.startswith("XXXX"):
                on = event.earliest if event.kind in _BEGIN else event.latest
            happenings.append(law.Happening(_EVENTS[event.kind], on))
        if event.kind == "convicted":
            day = event.latest or event.date
            if (known := day_of(day, last=True)) is not None:
                convicted.append(known)
    for appeal in party.appeals:
        if appeal.get("kind") == "criminal":
            happenings.append(law.Happening("appeal_conviction", None))
            if appeal.get("result") != "pending":
                happenings.append(law.Happening("appeal_ended", _last_word(context, party)))
    if not party.sentences and not party.get("sentenced_on") and convicted:
        until = law.add_length(max(convicted), rulebook.period("sentence_after_conviction").length)
        happenings.append(law.Happening("proceedings_ended", until.isoformat()))
    return law.proceedings_active(happenings, context.as_of)


def active_proceedings(context: Context) -> Iterator[Ruling]:
    """While a party's proceedings are active: the charge and official words only, no checks, no background.

    Source: Contempt of Court Act 1981 ss.1-2, Sch. 1; publication rule 3.1.
    """
    rule = "active_proceedings"
    running = [(p, s) for p in context.case.parties if (s := state_of(context, p)).active]
    for party, state in running:
        for name, fact in party.facts.items():
            if name not in COURT_FIELDS and not context.official(fact.citations):
                yield Ruling(
                    rule=rule, target=f"{party.person}/{name}", effect="withhold", changes_on=state.look_again
                )
        for name, facts in party.lists.items():
            if name != "courts" and not all(context.official(fact.citations) for fact in facts):
                yield Ruling(
                    rule=rule, target=f"{party.person}/{name}", effect="withhold", changes_on=state.look_again
                )
        for record in records_of(party):
            court = record in party.offences or record in party.sentences or record in party.orders
            if not court and not any(context.official(fact.citations) for fact in record.facts.values()):
                yield Ruling(rule=rule, target=record.id, effect="withhold", changes_on=state.look_again)
    if not running:
        return
    yield Ruling(rule=rule, target="checks", effect="withhold")
    for party in context.case.parties:
        if party.background:
            yield Ruling(rule=rule, target=party.person, effect="remove")
    for source in context.case.sources:
        if not source.official:
            yield Ruling(rule=rule, target=f"{source.id}", effect="mask")


def _last_word(context: Context, party: Party) -> str | None:
    days = [context.published(source) for source in context.cites(party)]
    return max((day for day in days if day is not None), default=None)
