"""From facts and records to events: what happened, on which track, on which partly known day.

The day on which a source was published is the day of no event but its own publication. It is a bound:
what a source tells as past had happened by then. An event that a rule gives is marked as inferred, with
the rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from peelian.casefile.court_events import tell_offences, tell_sentences
from peelian.casefile.facts import Citation, Event, Party, Source
from peelian.casefile.kinds import KINDS
from peelian.casefile.misconduct_events import tell_appeals, tell_proceedings
from peelian.casefile.parties import days_of, sources_of
from peelian.casefile.telling import Teller
from peelian.casefile.timeline import Moment, ordered, tighten
from peelian.casefile.wording import term_name


def events(case: str, parties: Sequence[Party], sources: Sequence[Source]) -> tuple[Event, ...]:
    """Every event of a case, in order. Ids are ``<case>/<person>/events/<kind>/<number>``."""
    made = [*_publications(case, sources)]
    for party in parties:
        if not party.background:
            teller = Teller(case, party, sources)
            _told_of(teller)
            made += teller.moments()
    tighten(made)
    return ordered(made)


def _publications(case: str, sources: Sequence[Source]) -> Iterable[Moment]:
    """Notices and outcomes put up by those who hold the proceedings: their day of publication is an event."""
    kinds = {"hearing_notice": "hearing_notice", "hearing_outcome": "outcome_published"}
    number: Counter[str] = Counter()
    for source in sorted(sources, key=lambda one: (one.published or "9999", one.id)):
        kind = kinds.get(source.kind)
        if kind is None or source.published is None or not source.official or source.copy_of:
            continue
        number[kind] += 1
        first, last = days_of(source.published)
        title = KINDS[kind].title + (f" by {source.publisher}" if source.publisher else "")
        yield Moment(
            Event(
                id=f"{case}/events/{kind}/{number[kind]}",
                person=None,
                track=KINDS[kind].track,
                kind=kind,
                title=title,
                date=source.published,
                citations=(Citation(source=source.id, statement=""),),
            ),
            first,
            last,
        )


def _told_of(teller: Teller) -> None:
    party = teller.party
    if "joined" in party.facts:
        joined = party.facts["joined"]
        teller.tell("joined", KINDS["joined"].title, joined, (f"{teller.at}/joined",), day=joined)
    _investigation(teller)
    tell_offences(teller)
    tell_sentences(teller)
    tell_proceedings(teller)
    tell_appeals(teller)
    for field in ("suspended", "restricted"):
        if party.get(field):
            teller.tell_field(field, field)
    if party.get("resigned") in ("resigned", "retired"):
        teller.tell_field(str(party.get("resigned")), "resigned")
    if party.get("barred"):
        teller.tell_field("barred_listed", "barred", "list", bound="open")


def _investigation(teller: Teller) -> None:
    oversight = teller.party.facts.get("investigation.oversight")
    mode = teller.party.facts.get("investigation.mode")
    bodies = teller.party.lists.get("investigation.bodies", ())
    fact = mode or oversight or (bodies[0] if bodies else None)
    if fact is None:
        return
    words = []
    if mode is not None:
        words.append(f"{term_name('modes', mode.value)}")
    else:
        words.append("Investigation")
    if oversight is not None and oversight.value != "other":
        words.append(f"({oversight.value.upper()})")
    facts = tuple(
        f"{teller.at}/{field}"
        for field in ("investigation.mode", "investigation.oversight")
        if field in teller.party.facts
    )
    teller.tell("mode_set", " ".join(words), fact, facts, chains=("investigation",))


def bounds(event: Event) -> tuple[date | None, date | None]:
    """The days between which an event lies, as days."""
    first = date.fromisoformat(event.earliest) if event.earliest else None
    last = date.fromisoformat(event.latest) if event.latest else None
    return first, last


def about(party: Party, events: Iterable[Event]) -> list[Event]:
    """The events of one person, and the publications that tell of that person, in the order given."""
    told_in = sources_of(party)
    return [
        event
        for event in events
        if event.person == party.person
        or (event.person is None and any(one.source in told_in for one in event.citations))
    ]
