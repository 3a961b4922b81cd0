"""From what may be shown to the published shapes: fields with their words, reasons and quotations."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final

import msgspec

from peelian.casefile.facts import Check as CaseCheck
from peelian.casefile.facts import Duration as CaseDuration
from peelian.casefile.facts import Event, Fact, Party, Record, Source, Value
from peelian.casefile.summary import title as title_of
from peelian.casefile.wording import term_name
from peelian.publication import rulebook, wording
from peelian.publication.context import Context, all_facts, citations_of, records_of
from peelian.publication.filtering import KINDS, WRITTEN, Decided, gone, removed
from peelian.publication.masking import CRIMINAL, SPENT, Quoting
from peelian.publication.rulings import Ruling
from peelian.publication.scanning import pointer_of
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import (
    MASK,
    Note,
    Other,
    PublishedCheck,
    PublishedDuration,
    PublishedEvent,
    PublishedParty,
    PublishedRecord,
    PublishedRegime,
    PublishedSource,
    Shown,
    State,
)

_STATES: Final[Mapping[str, State]] = {
    "generalise": "generalised",
    "mask": "masked",
    "withhold": "withheld",
    "remove": "withheld",
}


class Builder:
    """Builds the shapes of one case from its filtered parties, the rulings that won, and the quotations."""

    def __init__(
        self, context: Context, decided: Decided, secrets: Secrets, parties: tuple[Party, ...]
    ) -> None:
        self.context, self.decided, self.secrets, self.kept = context, decided, secrets, parties
        self.quoting = Quoting(context, decided, secrets)
        self._pointer = pointer_of(context, decided)
        self.raw = {party.person: party for party in context.case.parties}

    def parties(self) -> tuple[PublishedParty, ...]:
        """Every party that may be shown."""
        return tuple(self._party(party) for party in self.kept)

    def _party(self, kept: Party) -> PublishedParty:
        raw = self.raw[kept.person]
        lists: dict[str, tuple[Shown, ...]] = {}
        for name, facts in raw.lists.items():
            ruling = self.decided.get(f"{raw.person}/{name}")
            if name in kept.lists:
                lists[name] = tuple(self._shown(name, fact, ruling) for fact in kept.lists[name])
            elif facts and ruling is not None and not removed(ruling):
                lists[name] = (self._withheld(name, ruling),)
        records = {kind: tuple(self._records(kind, getattr(raw, kind), kept)) for kind in KINDS}
        named = "name" in kept.facts
        return PublishedParty(
            person=kept.person,
            named=named,
            display=title_of([kept]),
            background=kept.background,
            facts=self._facts(raw.person, raw.facts, kept.facts, ""),
            lists=lists,
            other_names=kept.other_names if named else (),
            **records,
        )

    def _facts(
        self, at: str, raw: Mapping[str, Fact], kept: Mapping[str, Fact], kind: str
    ) -> dict[str, Shown]:
        made: dict[str, Shown] = {}
        for name in raw:
            ruling = self.decided.get(f"{at}/{name}")
            if name in kept:
                made[name] = self._shown(name, kept[name], ruling, kind)
            elif ruling is not None and not removed(ruling):
                made[name] = self._withheld(name, ruling)
        return made

    def _records(self, kind: str, raw: Iterable[Record], kept: Party) -> Iterable[PublishedRecord]:
        by_id: dict[str, Record] = {record.id: record for record in getattr(kept, kind)}
        for record in raw:
            ruling = self.decided.get(record.id)
            if record.id in by_id:
                held = by_id[record.id]
                facts = {
                    name: msgspec.structs.replace(shown, heading=wording.record_heading(name, held, kept))
                    for name, shown in self._facts(record.id, record.facts, held.facts, kind).items()
                }
                yield PublishedRecord(
                    id=record.id,
                    kind=kind,
                    title=self.secrets.clean(wording.record_title(kind, held, kept)),
                    facts=facts,
                    reason=_reason(ruling),
                    rule=ruling.rule if ruling else "",
                    source=ruling.source if ruling else "",
                    changes_on=_day(ruling),
                )
            elif ruling is not None and not removed(ruling):
                yield PublishedRecord(
                    id=record.id,
                    kind=kind,
                    title=_UNTOLD[kind],
                    state="withheld",
                    reason=ruling.words,
                    rule=ruling.rule,
                    source=ruling.source,
                    changes_on=_day(ruling),
                )

    def _shown(self, name: str, fact: Fact, ruling: Ruling | None, kind: str = "") -> Shown:
        words = wording.label(name, fact.value, kind)
        state: State = _STATES.get(ruling.effect, "shown") if ruling else "shown"
        if state == "shown" and MASK in words and name in WRITTEN:
            state = "masked"
        masked = state == "masked" and (ruling is None or ruling.effect == "note")
        return Shown(
            field=name,
            heading=wording.heading(name),
            state=state,
            value=fact.value,
            label=words,
            reason=rulebook.rule("masked_words").reason if masked else _reason(ruling),
            rule="masked_words" if masked else ruling.rule if ruling else "",
            source=rulebook.rule("masked_words").source if masked else ruling.source if ruling else "",
            changes_on=_day(ruling),
            why=wording.WHY[fact.why],
            conflict=fact.conflict,
            quotes=self.quoting.wordless(fact.citations)
            if state == "generalised"
            else self.quoting.quotes(fact.citations),
            others=() if state != "shown" else tuple(self._other(name, o, kind) for o in fact.others),
            sources=fact.preferred.sources,
            official=fact.preferred.official,
        )

    def _other(self, name: str, value: Value, kind: str) -> Other:
        return Other(
            value=value.value,
            label=wording.label(name, value.value, kind),
            quotes=self.quoting.quotes(value.citations),
            sources=value.sources,
            official=value.official,
        )

    def _withheld(self, name: str, ruling: Ruling) -> Shown:
        return Shown(
            field=name,
            heading=wording.heading(name),
            state="withheld",
            reason=ruling.words,
            rule=ruling.rule,
            source=ruling.source,
            changes_on=_day(ruling),
        )

    def sources(self) -> tuple[PublishedSource, ...]:
        """Every source that still tells something here; where something is gone without a trace, no other."""
        told = {c.source for party in self.kept for fact in all_facts(party) for c in citations_of(fact)}
        silent = any(removed(ruling) for ruling in self.decided.values())
        copies: dict[str, int] = {}
        for source in self.context.case.sources:
            if source.copy_of:
                copies[source.copy_of] = copies.get(source.copy_of, 0) + 1
                told |= {source.copy_of} if source.id in told else set()
        names_withheld = self._naming_sources()
        made = []
        for source in self.context.case.sources:
            if source.copy_of and source.copy_of in self.context.sources:
                continue
            if gone(self.decided, source.id) or (silent and source.id not in told):
                continue
            made.append(self._source(source, copies.get(source.id, 0), source.id in names_withheld))
        return tuple(made)

    def _naming_sources(self) -> set[str]:
        """The sources that name somebody whose name is withheld: a link to them would name him."""
        found: set[str] = set()
        for party in self.context.case.parties:
            fact = party.facts.get("name")
            if fact is not None and gone(self.decided, party.person, f"{party.person}/name"):
                found |= {citation.source for citation in citations_of(fact)}
        for source in self.context.case.sources:
            if source.id in found and source.copy_of:
                found.add(source.copy_of)
        return found

    def dated(self, known: Container[str]) -> list[Source]:
        """The sources of some ids as events may tell of them: a report that names somebody who is not named, by month.

        A day, a force and a rank find the report (see ``rules.orders.days_of_unnamed``).
        """
        naming = self._naming_sources()
        return [
            msgspec.structs.replace(source, published=_month(source.published))
            if source.id in naming
            else source
            for source in self.context.case.sources
            if source.id in known
        ]

    def _source(self, source: Source, copies: int, names_somebody: bool) -> PublishedSource:
        on_title = self.decided.get(f"{source.id}/title")
        on_url = self.decided.get(f"{source.id}/url")
        tells = self.secrets.tells_offence(source.title)
        unsaid = on_title is not None or tells
        title = None if unsaid or source.title is None else self.secrets.clean_title(source.title)
        url = source.url if _web(source.url) else None
        hidden = names_somebody or on_url is not None or self.secrets.in_address(url)
        hidden = hidden or self.secrets.tells_offence(url)
        hidden = hidden or (self._pointer is not None and self._pointer.in_address(url))
        rule = on_url or on_title
        state: State = "shown"
        if unsaid or (hidden and url is not None):
            state = "withheld"
        elif title != source.title:
            state = "masked"
        told = state != "shown"
        return PublishedSource(
            id=source.id,
            title=title,
            publisher=self.secrets.clean(source.publisher) if source.publisher else None,
            published=_month(source.published) if names_somebody else source.published,
            url=None if hidden else url,
            kind=source.kind,
            official=source.official,
            copies=copies,
            removed=source.removed,
            state=state,
            reason=(rule.words if rule else rulebook.rule("address_tells").reason) if told else "",
            rule=(rule.rule if rule else "address_tells") if told else "",
        )

    def events(self, told: Iterable[Event]) -> tuple[PublishedEvent, ...]:
        """The events made from what may be shown, in words cleaned of what may not."""
        held = {party.person for party in self.kept}
        return tuple(
            PublishedEvent(
                id=event.id,
                person=event.person,
                track=event.track,
                kind=event.kind,
                title=self.secrets.clean(event.title),
                date=event.date,
                date_label=wording.label("date", event.date),
                earliest=event.earliest,
                latest=event.latest,
                order_certain=event.order_certain,
                inferred=event.inferred,
                reason=self.secrets.clean(event.reason) if event.reason else None,
                conflict=event.conflict,
                facts=event.facts,
                quotes=self.quoting.quotes(c for c in event.citations if c.statement),
            )
            for event in told
            if event.person is None or event.person in held
        )

    def notes(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Corrections and replies, cleaned. None that tells of what is gone without a trace: it would be the trace."""
        made = []
        silent = {target for target, ruling in self.decided.items() if removed(ruling)}
        spent = any(self.decided[target].rule in SPENT for target in silent)
        for note in notes:
            told = f"{note.text} {note.by}"
            if any(note.about == one or note.about.startswith(f"{one}/") for one in silent):
                continue
            if spent and (CRIMINAL.search(told) or self.secrets.tells_offence(told)):
                continue
            made.append(
                msgspec.structs.replace(
                    note, text=self.secrets.clean(note.text), by=self.secrets.clean(note.by)
                )
            )
        return tuple(made)

    def checks(self, checks: Iterable[CaseCheck]) -> tuple[PublishedCheck, ...]:
        """The checks that rest on nothing withheld. None while proceedings are active."""
        if gone(self.decided, "checks"):
            return ()
        whole = self._untouched()
        return tuple(
            PublishedCheck(
                rule=check.rule,
                severity=check.severity,
                message=self.secrets.clean(check.message),
                source=check.source,
                certain=check.certain,
                person=check.person,
                facts=check.facts,
                quotes=self.quoting.quotes(check.citations),
            )
            for check in checks
            if self._may(check, whole)
        )

    def _may(self, check: CaseCheck, whole: set[str]) -> bool:
        if check.person is not None and check.person not in {party.person for party in self.kept}:
            return False
        hidden = self._hidden_ids()
        if any(self._touches(fact, hidden) for fact in check.facts):
            return False
        statements = {c.statement for c in check.citations if c.statement}
        if statements & self._hidden_statements():
            return False
        # Where a check does not say what it rests on, it is shown only where nothing of the person is withheld.
        if not check.facts and not statements:
            return (
                whole >= {party.person for party in self.kept}
                if check.person is None
                else check.person in whole
            )
        silent = any(removed(ruling) for ruling in self.decided.values())
        return not silent or check.message == self.secrets.clean(check.message)

    def _touches(self, fact: str, hidden: set[str]) -> bool:
        return any(fact == one or fact.startswith(one + "/") or one.startswith(fact + "/") for one in hidden)

    def _hidden_ids(self) -> set[str]:
        """Ids of facts and records that are not shown as they are, in both ways of writing them."""
        made: set[str] = set()
        for target, ruling in self.decided.items():
            if ruling.effect == "note" or "@" in target:
                continue
            made |= {target, f"{self.context.case.id}/{target}"}
        return made

    def _hidden_statements(self) -> set[str]:
        shown = {c.statement for party in self.kept for fact in all_facts(party) for c in citations_of(fact)}
        every = {
            c.statement
            for party in self.raw.values()
            for fact in all_facts(party)
            for c in citations_of(fact)
        }
        return every - shown

    def _untouched(self) -> set[str]:
        """The persons of whom nothing is withheld."""
        hidden = self._hidden_ids()
        return {
            party.person
            for party in self.kept
            if party.person not in hidden
            and not any(one.startswith(f"{party.person}/") for one in hidden)
            and not any(self._touches(record.id, hidden) for record in records_of(self.raw[party.person]))
        }

    def durations(
        self, durations: Iterable[CaseDuration], events: tuple[PublishedEvent, ...]
    ) -> tuple[PublishedDuration, ...]:
        """The durations between events that are shown with their exact days."""
        ids = {event.id for event in events}
        kinds = {(event.person, event.kind) for event in events}
        whole = self._untouched()
        return tuple(
            PublishedDuration(
                kind=one.kind,
                person=one.person,
                start=one.start,
                end=one.end,
                shortest=one.shortest,
                longest=one.longest,
                heading=one.kind.replace("_", " ").capitalize(),
                label=wording.days_words(one.shortest, one.longest),
            )
            for one in durations
            if all(
                end in ids or (one.person, end) in kinds or (_is_day(end) and one.person in whole)
                for end in (one.start, one.end)
            )
            and not any(
                ruling.effect == "generalise" and ruling.rule == "anonymous_details"
                for target, ruling in self.decided.items()
                if one.person in target
            )
        )

    def regime(self) -> PublishedRegime | None:
        """Which Conduct Regulations govern.

        None where any of the proceedings is withheld, in whole or in part, or where its reason holds a withheld
        word: the answer may rest on that, and its reason would tell it.
        """
        regime = self.context.case.regime
        if regime is None or self._proceedings_withheld():
            return None
        if self.secrets.clean(regime.reason) != regime.reason:  # worked out from what is withheld
            return None
        return PublishedRegime(
            ids=regime.ids,
            basis=regime.basis,
            reason=regime.reason,
            source=regime.source,
            label=" or ".join(term_name("regimes", one) for one in regime.ids),
        )

    def _proceedings_withheld(self) -> bool:
        return any(
            gone(self.decided, party.person, record.id, *(f"{record.id}/{name}" for name in record.facts))
            for party in self.context.case.parties
            for record in party.proceedings
        )


_UNTOLD: Final = {
    "offences": "An allegation that is not told",
    "sentences": "A sentence that is not told",
    "orders": "An order that is not told",
    "proceedings": "Proceedings that are not told",
    "appeals": "An appeal that is not told",
}


def _reason(ruling: Ruling | None) -> str:
    return ruling.words if ruling is not None and (ruling.effect != "note" or ruling.reason) else ""


def _day(ruling: Ruling | None) -> str | None:
    return ruling.changes_on.isoformat() if ruling is not None and ruling.changes_on is not None else None


def _month(day: str | None) -> str | None:
    return None if day is None else day[:7]


def _web(url: str | None) -> bool:
    return url is not None and url.startswith(("https://", "http://"))


def _is_day(value: str) -> bool:
    return len(value) == 10 and value[:4].isdigit()
