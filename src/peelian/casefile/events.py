"""From facts and records to events: what happened, on which track, on which partly known day.

The day on which a source was published is the day of no event but its own publication. It is a bound:
what a source tells as past had happened by then. An event that no source tells, and a rule gives, is
marked as inferred, with the rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from peelian.casefile.facts import Citation, Event, Fact, Party, Record, Source
from peelian.casefile.kinds import DATED, KINDS, PROCEEDING_KINDS
from peelian.casefile.parties import days_of
from peelian.casefile.records import DISMISSALS
from peelian.casefile.timeline import Moment, ordered, tighten
from peelian.casefile.wording import (
    offence_words,
    outcome_words,
    proceeding_words,
    sentence_words,
    term_name,
)

_VERDICTS: Final = {
    "convicted": "convicted",
    "acquitted": "acquitted",
    "discontinued": "withdrawn_charge",
    "cautioned": "cautioned",
}
_AFTER_CHARGE: Final = frozenset({"convicted", "acquitted", "discontinued"})


def events(case: str, parties: Sequence[Party], sources: Sequence[Source]) -> tuple[Event, ...]:
    """Every event of a case, in order. Ids are ``<case>/<person>/events/<kind>/<number>``."""
    made = [*_publications(case, sources)]
    for party in parties:
        teller = _Teller(case, party, sources)
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


class _Teller:
    """Makes the events of one party."""

    def __init__(self, case: str, party: Party, sources: Sequence[Source]) -> None:
        self.case, self.party = case, party
        self.at = f"{case}/{party.person}"
        self.published = {source.id: days_of(source.published)[1] for source in sources}
        self.number: Counter[str] = Counter()
        self.made: list[Moment] = []
        self.dated = {DATED[field]: (field, fact) for field, fact in party.facts.items() if field in DATED}
        self.used: set[str] = set()

    def moments(self) -> list[Moment]:
        if self.party.background:
            return []
        self._single("joined", "joined")
        self._investigation()
        for n, offence in enumerate(self.party.offences):
            self._offence(offence, f"offence {n}")
        self._sentence()
        for proceeding in self.party.proceedings:
            self._proceeding(proceeding)
        self._appeals()
        for field in ("suspended", "restricted"):
            if self.party.get(field):
                self._told(field, self.party.facts[field], f"{self.at}/{field}")
        if self.party.get("resigned"):
            fact = self.party.facts["resigned"]
            self._told(fact.value, fact, f"{self.at}/resigned")
        if self.party.get("barred"):
            self._told("barred_listed", self.party.facts["barred"], f"{self.at}/barred", {"list"})
        for kind, (field, fact) in sorted(self.dated.items()):
            if kind not in self.used:
                self._add(kind, KINDS[kind].title, fact, (f"{self.at}/{field}",), date_of=fact)
        return self.made

    def _single(self, field: str, kind: str) -> None:
        fact = self.party.facts.get(field)
        if fact is not None:
            self._add(kind, KINDS[kind].title, fact, (f"{self.at}/{field}",), date_of=fact)

    def _told(self, kind: str, fact: Fact, about: str, chains: Iterable[str] = ()) -> None:
        """An event that is told without a day, unless a person wrote the day down."""
        self._add(kind, KINDS[kind].title, fact, (about,), chains=chains)

    def _add(
        self,
        kind: str,
        title: str,
        fact: Fact | None,
        facts: tuple[str, ...],
        *,
        date_of: Fact | None = None,
        chains: Iterable[str] = (),
        inferred: str | None = None,
        bound: bool = True,
    ) -> None:
        dated = self.dated.get(kind)
        if date_of is None and dated is not None:
            self.used.add(kind)
            date_of, facts = dated[1], (*facts, f"{self.at}/{dated[0]}")
        elif dated is not None and date_of is dated[1]:
            self.used.add(kind)
        citations = fact.citations if fact is not None else ()
        if date_of is not None and date_of is not fact:
            citations = (*citations, *(one for one in date_of.citations if one not in citations))
        day = date_of.value if date_of is not None and isinstance(date_of.value, str) else None
        first, last = days_of(day)
        if day is not None and last is None:
            day = None if first is None and not str(day).startswith("XXXX") else day
        if last is None and bound and fact is not None:
            # Told as past: it had happened when it was told.
            last = min(
                (told for one in fact.citations if (told := self.published.get(one.source))), default=None
            )
        self.number[kind] += 1
        self.made.append(
            Moment(
                Event(
                    id=f"{self.at}/events/{kind}/{self.number[kind]}",
                    person=self.party.person,
                    track=KINDS[kind].track,
                    kind=kind,
                    title=title,
                    date=day,
                    inferred=inferred is not None,
                    reason=inferred,
                    conflict=bool(date_of is not None and date_of.conflict)
                    or bool(fact is not None and fact.conflict),
                    facts=facts,
                    citations=citations,
                ),
                first,
                last,
                frozenset(f"{self.party.person} {chain}" for chain in chains),
            )
        )

    def _investigation(self) -> None:
        oversight = self.party.facts.get("investigation.oversight")
        mode = self.party.facts.get("investigation.mode")
        bodies = self.party.lists.get("investigation.bodies", ())
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
            f"{self.at}/{field}"
            for field in ("investigation.mode", "investigation.oversight")
            if field in self.party.facts
        )
        self._add("mode_set", " ".join(words), fact, facts, chains=("investigation",))

    def _offence(self, record: Record, chain: str) -> None:
        stage = record.facts.get("stage")
        named = record.facts.get("offence") or record.facts.get("title")
        if stage is None or named is None:
            return
        words = offence_words(record)
        chains = (chain,)
        reached = {stage.value} | {value.value for value in stage.others}
        if stage.value == "alleged":
            self._add("criminal_open", f"Alleged: {words}", stage, (f"{record.id}/stage",), chains=chains)
        if stage.value == "charged":
            self._add("charged", f"Charged with {words}", stage, (f"{record.id}/stage",), chains=chains)
        elif stage.value in _AFTER_CHARGE:
            told = "charged" in reached
            self._add(
                "charged",
                f"Charged with {words}",
                stage,
                (f"{record.id}/stage",),
                chains=chains,
                inferred=None
                if told
                else "A verdict follows a charge; no source tells of the charge itself.",
            )
        plea = record.facts.get("plea")
        if plea is not None:
            pleaded = "guilty" if plea.value == "guilty" else "not guilty"
            self._add("plea", f"Pleaded {pleaded} to {words}", plea, (f"{record.id}/plea",), chains=chains)
        verdict = _VERDICTS.get(stage.value)
        if verdict is not None:
            said = {
                "convicted": f"Convicted of {words}",
                "acquitted": f"Acquitted of {words}",
                "withdrawn_charge": f"Charge discontinued: {words}",
                "cautioned": f"Cautioned for {words}",
            }[verdict]
            self._add(verdict, said, stage, (f"{record.id}/stage",), chains=chains)

    def _sentence(self) -> None:
        day = self.party.facts.get("sentenced_on")
        passed = [record for record in self.party.sentences if record.get("kind") != "caution"]
        chains = tuple(
            f"offence {n}"
            for n, offence in enumerate(self.party.offences)
            if offence.get("stage") == "convicted"
        )
        if day is not None or passed:
            kind = passed[0].facts.get("kind") if passed else None
            words = ", ".join(sentence_words(record) for record in passed)
            facts = tuple(f"{record.id}/kind" for record in passed)
            if day is not None:
                facts = (*facts, f"{self.at}/sentenced_on")
            self._add(
                "sentenced",
                f"Sentenced: {words}" if words else "Sentenced",
                kind or day,
                facts,
                date_of=day,
                chains=(*chains, "court"),
            )
        for record in self.party.orders:
            made = record.facts.get("kind")
            if made is not None:
                name = term_name("orders", made.value)
                self._add("ordered", f"Order: {name}", made, (f"{record.id}/kind",), chains=("court",))

    def _proceeding(self, record: Record) -> None:
        kind_fact = record.facts.get("kind")
        outcome, finding = record.facts.get("outcome"), record.facts.get("finding")
        day = record.facts.get("date")
        fact = kind_fact or outcome or finding or day
        if fact is None:
            return
        chains = self._hearings() if record.get("kind") == "appeal_tribunal" else (record.id,)
        told = proceeding_words(record)
        pending = {record.get("outcome"), record.get("finding")} & {"pending"} and not (
            {record.get("outcome"), record.get("finding")} - {"pending", None}
        )
        about = tuple(f"{record.id}/{name}" for name in ("kind", "date") if name in record.facts)
        if pending:
            self._add(
                "proceedings_set", f"To come: {told}", fact, about, date_of=day, chains=chains, bound=False
            )
            return
        kind = PROCEEDING_KINDS.get(record.get("kind") or "not_stated", "proceedings")
        self._add(kind, told[:1].upper() + told[1:], fact, about, date_of=day, chains=chains)
        if kind == "pat_appeal":
            if outcome is not None:
                words = f"Tribunal: {outcome_words(outcome.value)}"
                about = (f"{record.id}/outcome",)
                self._add("pat_outcome", words, outcome, about, date_of=day, chains=chains)
                self._leaving(record, outcome, day, chains)
            return
        if finding is not None and finding.value != "pending":
            self._add(
                "finding",
                f"Finding: {term_name('findings', finding.value).casefold()}",
                finding,
                (f"{record.id}/finding",),
                date_of=day,
                chains=chains,
            )
        if outcome is not None and outcome.value != "pending":
            self._add(
                "outcome",
                f"Outcome: {outcome_words(outcome.value)}",
                outcome,
                (f"{record.id}/outcome",),
                date_of=day,
                chains=chains,
            )
            self._leaving(record, outcome, day, chains)

    def _hearings(self) -> tuple[str, ...]:
        """The hearing that an appeal is from, where there is but one: it came before the appeal."""
        held = [record.id for record in self.party.proceedings if record.get("kind") != "appeal_tribunal"]
        return ("tribunal", *held) if len(held) == 1 else ("tribunal",)

    def _leaving(self, record: Record, outcome: Fact, day: Fact | None, chains: tuple[str, ...]) -> None:
        if outcome.value in DISMISSALS - {"would_have_been_dismissed", "required_to_resign"}:
            if record.get("kind") != "appeal_tribunal":
                reason = "The outcome of the proceeding; its day is the day of the decision."
                if outcome.value == "dismissed_with_notice":
                    reason = "The outcome of the proceeding: notice runs from the decision, so this is the first day of it."
                self._add(
                    "dismissed",
                    "Dismissed from the police",
                    outcome,
                    (f"{record.id}/outcome",),
                    date_of=day,
                    chains=(*chains, "list"),
                    inferred=reason,
                )
        elif outcome.value == "reinstated":
            self._add(
                "reinstated",
                "Reinstated",
                outcome,
                (f"{record.id}/outcome",),
                date_of=day,
                chains=chains,
                inferred="The outcome of the appeal; its day is the day of the decision.",
            )

    def _appeals(self) -> None:
        tribunal = any(record.get("kind") == "appeal_tribunal" for record in self.party.proceedings)
        for record in self.party.appeals:
            result, kind = record.facts.get("result"), record.get("kind")
            fact = result or record.facts.get("kind")
            if fact is None:
                continue
            about = (f"{record.id}/result",)
            done = result is not None and result.value != "pending"
            word = f": {result.value}" if result is not None and done else " pending"
            if kind == "criminal":
                self._add(
                    "criminal_appeal", f"Criminal appeal{word}", fact, about, chains=("court",), bound=done
                )
            elif kind == "tribunal":
                title = KINDS["appeal_lodged"].title
                inferred = "An appeal that was decided was lodged before." if done else None
                self._add("appeal_lodged", title, fact, about, chains=self._hearings(), inferred=inferred)
                if done and not tribunal:
                    self._add(
                        "pat_appeal", f"Police Appeals Tribunal{word}", fact, about, chains=self._hearings()
                    )


def bounds(event: Event) -> tuple[date | None, date | None]:
    """The days between which an event lies, as days."""
    first = date.fromisoformat(event.earliest) if event.earliest else None
    last = date.fromisoformat(event.latest) if event.latest else None
    return first, last


def of_kind(events: Iterable[Event], *kinds: str, person: str | None = None) -> list[Event]:
    """The events of some kinds (of one person), in the order given."""
    return [
        event
        for event in events
        if event.kind in kinds and (person is None or event.person in (person, None))
    ]


__all__: list[Any] = ["bounds", "events", "of_kind"]
