"""From what may be shown to the published shapes: fields with their words, reasons and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from peelian.casefile.facts import Event, Fact, Party, Record, Value
from peelian.casefile.summary import title as title_of
from peelian.publication import rulebook, wording
from peelian.publication.context import Context
from peelian.publication.filtering import KINDS, WRITTEN, Decided, removed
from peelian.publication.masking import CRIMINAL, SPENT, Quoting
from peelian.publication.rulings import Ruling
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import (
    MASK,
    Note,
    Other,
    PublishedEvent,
    PublishedParty,
    PublishedRecord,
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
                    title=UNTOLD[kind],
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


UNTOLD: Final = {
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
