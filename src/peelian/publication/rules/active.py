"""Active criminal proceedings: only what open court and official releases tell; no background, no comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from peelian import law
from peelian.casefile.events import events as events_of
from peelian.casefile.facts import Party, Record, Source
from peelian.publication import rulebook
from peelian.publication.context import Context, citations_of, day_of, records_of, standing
from peelian.publication.rules.retrial import retrial_told, retried
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
_ENDED: Final = frozenset({"convicted", "cautioned", "acquitted", "discontinued"})
#: What is said in open court: shown while proceedings are active, whoever reports it.
COURT_FIELDS: Final = frozenset(
    {"name", "label", "rank", "force", "former", "sentenced_on", "other_names", "dates.charged", "dates.plea"}
)


def state_of(context: Context, party: Party) -> law.Active:
    """Whether criminal proceedings against a party are active on the day (Contempt of Court Act 1981 Sch. 1).

    What is dated is one matter, in order of time. A count that stands at charged beside others that ended is
    a matter of its own, which their end does not end: whether their sentence was for it too is unknown, and
    unknown counts as hold; but see ``ended_charges``. So is an arrest without a day where an allegation stands. An end told as past
    has happened when it was told. A conviction whose sentence no source tells counts as ended a year later
    (policy).
    """
    happenings: list[law.Happening] = [*_open_matters(context, party)]
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
    again, since = retrial_told(context, party)
    if again:
        happenings.append(law.Happening("retrial_ordered", since, "retrial"))
    if not party.sentences and not party.get("sentenced_on") and convicted:
        until = law.add_length(max(convicted), rulebook.period("sentence_after_conviction").length)
        happenings.append(law.Happening("proceedings_ended", until.isoformat()))
    return law.proceedings_active(happenings, context.as_of)


def _open_matters(context: Context, party: Party) -> Iterator[law.Happening]:
    """The counts without an end of their own, each a matter kept apart from the rest of what is told."""
    charged = _text(party.get("dates.charged"))
    ended = any(record.get("stage") in _ENDED for record in party.offences)
    over = ended_charges(context, party)
    for record in party.offences:
        if record.get("stage") == "charged" and record not in over:
            # A sentence told later is its own only where this is all that was ever charged, and the source
            # that tells the sentence tells this charge too.
            alone = not ended and len(party.offences) == 1 and _sentenced_for(context, party, record)
            if not alone or charged is None or charged.startswith("XXXX"):
                yield law.Happening("charged", None, record.id)
        elif record.get("stage") == "alleged" and "dates.arrested" in party.facts:
            arrested = _text(party.get("dates.arrested"))
            if arrested is None or arrested.startswith("XXXX"):
                yield law.Happening("arrested", None, record.id)


def ended_charges(context: Context, party: Party) -> tuple[Record, ...]:
    """The counts still told as charged whose court case ended with the party's sentence; how they ended is not told.

    So it is where nothing tells of the charge after the sentence, and a source of the charge tells of a count too
    that was later convicted: a charge in a headline's word ("charged with harassment") for what the court called
    stalking, or one that was left out of the pleas. A charge that the sentence's own source tells is not among them.
    Source: Contempt of Court Act 1981 Sch. 1 para. 5 (proceedings are concluded by sentence).
    """
    day = _text(party.get("sentenced_on"))
    told = _cited(standing(party, party.sentences))
    end = day_of(day, last=True)
    if end is None:
        days = [day_of(context.published(source), last=True) for source in told]
        end = min((one for one in days if one is not None), default=None)
    if not told or end is None or end > context.as_of or retrial_told(context, party)[0]:
        return ()
    convicted = {
        context.original(source)
        for source in _cited(record for record in party.offences if record.get("stage") == "convicted")
    }
    made = []
    for record in party.offences:
        sources = {context.original(source) for source in _cited([record])}
        days = [day_of(context.published(source), last=True) for source in _cited([record])]
        known = [one for one in days if one is not None]
        before = len(known) == len(days) and all(one <= end for one in known)
        apart = not sources & {context.original(source) for source in told}
        if record.get("stage") == "charged" and before and apart and sources & convicted:
            made.append(record)
    return tuple(made)


def charges_of_ended_matters(context: Context) -> Iterator[Ruling]:
    """Do not tell a charge whose court case ended in the sentence for others: how it ended is not known.

    Where the conviction is spent it goes with it, as every record of the criminal side does (see ``spent``).
    """
    for party in context.case.parties:
        for record in ended_charges(context, party):
            yield Ruling(rule="charge_not_followed", target=record.id, effect="withhold")


def _sentenced_for(context: Context, party: Party, record: Record) -> bool:
    """Whether no sentence is told, or every one by a source (or copy of it) that tells of the record."""
    facts = [
        *party.sentences,
        *((Record(id="", kind="", facts={"on": day}),) if (day := party.facts.get("sentenced_on")) else ()),
    ]
    told = {context.original(source) for source in _cited([record])}
    return all({context.original(source) for source in _cited([one])} & told for one in facts)


def _earlier(context: Context, party: Party) -> Iterator[Ruling]:
    """While a count is open, nothing of other convictions is told, nor that there are any.

    Source: Contempt of Court Act 1981 ss.1-2 (a jury must not learn of them); publication rule 3.1.
    """
    rule = "active_proceedings"
    running = [r for r in party.offences if r.get("stage") in ("charged", "alleged")]
    before = [r for r in party.offences if r.get("stage") in ("convicted", "cautioned")]
    again = retried(party) if retrial_told(context, party)[0] else ()
    for (
        record
    ) in again:  # what stands is the charge; that a jury convicted once is what the next must not learn
        yield Ruling(rule=rule, target=f"{record.id}/stage", effect="generalise", value="charged")
    if (
        not again
        and not any(r.get("stage") == "charged" for r in running)
        and not any(_open_matters(context, party))
    ):
        return
    if not before and not party.sentences and not again:
        return
    appeals = [a for a in party.appeals if a.get("kind") != "tribunal"]
    hidden = [*before, *party.sentences, *party.orders, *appeals]
    for record in hidden:
        yield Ruling(rule=rule, target=record.id, effect="remove")
    for name in ("sentenced_on", "courts", "dates.convicted", "dates.acquitted", "dates.plea"):
        if name in party.facts or name in party.lists:
            yield Ruling(rule=rule, target=f"{party.person}/{name}", effect="remove")
    told, open_ = _cited([*hidden, *again]), _cited([*running, *again])
    for source in context.case.sources:
        if source.id not in told and (source.copy_of or "") not in told:
            continue
        if source.id in open_ or (source.copy_of or "") in open_ or _of_hearing(source, party):
            yield Ruling(rule=rule, target=source.id, effect="mask")
            yield Ruling(rule="address_tells", target=f"{source.id}/title", effect="withhold")
            yield Ruling(rule="address_tells", target=f"{source.id}/url", effect="withhold")
        else:
            yield Ruling(rule=rule, target=source.id, effect="remove")


def _of_hearing(source: Source, party: Party) -> bool:
    """Whether a source is the official outcome or notice of the party's misconduct proceeding, which stays told:
    then its publisher and day stay, and its title and words go."""
    return (
        source.official
        and source.kind in ("hearing_notice", "hearing_outcome")
        and source.id in _cited(p for p in party.proceedings)
    )


def _cited(records: Iterable[Record]) -> set[str]:
    return {c.source for record in records for fact in record.facts.values() for c in citations_of(fact)}


def active_proceedings(context: Context) -> Iterator[Ruling]:
    """While a party's proceedings are active: the charge and official words only, no checks, no background.

    Source: Contempt of Court Act 1981 ss.1-2, Sch. 1; publication rule 3.1.
    """
    rule = "active_proceedings"
    running = [(p, s) for p in context.case.parties if (s := state_of(context, p)).active]
    for party, state in running:
        yield from _earlier(context, party)
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


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _last_word(context: Context, party: Party) -> str | None:
    days = [context.published(source) for source in context.cites(party)]
    return max((day for day in days if day is not None), default=None)
