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

from peelian.casefile.facts import Citation, Event, Fact, Party, Record, Source, Value
from peelian.casefile.kinds import DATED, KINDS, PROCEEDING_KINDS
from peelian.casefile.parties import days_of
from peelian.casefile.records import DISMISSALS
from peelian.casefile.timeline import Moment, ordered, tighten
from peelian.casefile.values import contradict
from peelian.casefile.wording import (
    joined,
    offence_words,
    outcome_words,
    proceeding_words,
    sentence_words,
    term_name,
)

_STEPS: Final = {
    "alleged": ("criminal_open", "Criminal allegation: {}"),
    "charged": ("charged", "Charged with {}"),
    "convicted": ("convicted", "Convicted of {}"),
    "acquitted": ("acquitted", "Acquitted of {}"),
    "discontinued": ("withdrawn_charge", "Charge discontinued: {}"),
    "cautioned": ("cautioned", "Cautioned for {}"),
}
_PLEAS: Final = {
    "guilty": ("plea", "Pleaded guilty to {}"),
    "not_guilty": ("plea", "Pleaded not guilty to {}"),
}
_AFTER_CHARGE: Final = frozenset({"convicted", "acquitted", "discontinued"})
_CHARGE_INFERRED: Final = "A verdict follows a charge; no source tells of the charge itself."
_IN_SERVICE: Final = ("restricted", "suspended", "resigned", "retired", "dismissed")
# Who joined comes before who is suspended, and who is suspended before who leaves.
_SERVICE_CHAINS: Final = {
    "suspended": ("service suspended", "leave suspended"),
    "restricted": ("service restricted", "leave restricted"),
    "resigned": ("service resigned", "leave suspended", "leave restricted"),
    "retired": ("service retired", "leave suspended", "leave restricted"),
    "dismissed": ("service dismissed", "leave suspended", "leave restricted"),
}


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
        if "joined" in self.party.facts:
            joined = self.party.facts["joined"]
            about = (f"{self.at}/joined",)
            chains = [f"service {kind}" for kind in _IN_SERVICE]
            self._add("joined", KINDS["joined"].title, joined, about, day=joined, chains=chains)
        self._investigation()
        self._offences()
        self._sentences()
        for proceeding in self.party.proceedings:
            self._proceeding(proceeding)
        self._appeals()
        for field in ("suspended", "restricted"):
            if self.party.get(field):
                self._told(field, field)
        if self.party.get("resigned") in ("resigned", "retired"):
            self._told(str(self.party.get("resigned")), "resigned")
        if self.party.get("barred"):
            self._told("barred_listed", "barred", "list")
        for kind, (field, fact) in sorted(self.dated.items()):
            if kind not in self.used:
                self._add(kind, KINDS[kind].title, fact, (f"{self.at}/{field}",), day=fact)
        return self.made

    def _told(self, kind: str, field: str, *chains: str) -> None:
        """An event that a single field tells, without a day unless a person wrote the day down."""
        about = (f"{self.at}/{field}",)
        self._add(kind, KINDS[kind].title, self.party.facts[field], about, chains=chains)

    def _add(
        self,
        kind: str,
        title: str,
        fact: Fact,
        facts: tuple[str, ...],
        *,
        day: Fact | Value | None = None,
        chains: Iterable[str] = (),
        inferred: str | None = None,
        bound: bool = True,
        more: Iterable[Fact] = (),
    ) -> None:
        """Write an event down. ``day`` dates it; else a day that a person wrote for this kind of event does."""
        if day is None and kind in self.dated:
            field, day = self.dated[kind]
            facts = (*facts, f"{self.at}/{field}")
        if kind in self.dated:
            self.used.add(kind)
        told = list(fact.citations)
        for other in (*more, *((day,) if day is not None else ())):
            told += [one for one in other.citations if one not in told]
        written = day.value if day is not None and isinstance(day.value, str) else None
        first, last = days_of(written)
        if last is None and bound:
            # Told as past: it had happened by the time that the first source told it.
            last = min(
                (known for one in fact.citations if (known := self.published.get(one.source))), default=None
            )
        self.number[kind] += 1
        conflict = fact.conflict or any(other.conflict for other in more)
        if isinstance(day, Fact):
            conflict = conflict or day.conflict
        chains = [*chains, *_SERVICE_CHAINS.get(kind, ())]
        self.made.append(
            Moment(
                Event(
                    id=f"{self.at}/events/{kind}/{self.number[kind]}",
                    person=self.party.person,
                    track=KINDS[kind].track,
                    kind=kind,
                    title=title,
                    date=written,
                    inferred=inferred is not None,
                    reason=inferred,
                    conflict=conflict,
                    facts=facts,
                    citations=tuple(told),
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

    def _offences(self) -> None:
        """Charge, plea and verdict; offences that the same sources tell in one breath are one event."""
        steps: dict[tuple[Any, ...], list[tuple[int, Record, Fact]]] = {}
        for n, record in enumerate(self.party.offences):
            stage, plea = record.facts.get("stage"), record.facts.get("plea")
            if stage is None:
                continue
            reached = {stage.value} | {value.value for value in stage.others}
            told: list[tuple[tuple[str, str], Fact, str | None]] = []
            if stage.value in _STEPS:
                told.append((_STEPS[stage.value], stage, None))
            if stage.value in _AFTER_CHARGE:
                why = None if "charged" in reached else _CHARGE_INFERRED
                told.append((_STEPS["charged"], stage, why))
            if plea is not None:
                told.append((_PLEAS.get(plea.value, _PLEAS["not_guilty"]), plea, None))
            for step, fact, why in told:
                by = frozenset(one.source for one in fact.citations)
                steps.setdefault((step, by, why, fact.conflict), []).append((n, record, fact))
        for ((kind, form), _, why, _), some in steps.items():
            name = "plea" if kind == "plea" else "stage"
            self._add(
                kind,
                form.format(joined([offence_words(record) for _, record, _ in some])),
                some[0][2],
                tuple(f"{record.id}/{name}" for _, record, _ in some),
                chains=[f"offence {n}" for n, _, _ in some],
                inferred=why,
                more=[fact for _, _, fact in some[1:]],
            )

    def _sentences(self) -> None:
        """One event for each day of sentence, with the orders made beside it."""
        passed = [record for record in self.party.sentences if record.get("kind") not in (None, "caution")]
        orders = [record for record in self.party.orders if "kind" in record.facts]
        proved = [
            f"offence {n}"
            for n, offence in enumerate(self.party.offences)
            if offence.get("stage") == "convicted"
        ]
        occasions: dict[str | None, tuple[list[Record], list[Record]]] = {}
        fact = self.party.facts.get("sentenced_on")
        days: dict[str | None, Value] = {}
        by_source: dict[str, str] = {}
        if fact is not None:
            apart = () if fact.conflict else [one for one in fact.others if not self._same_day(one, fact)]
            for value in (fact.preferred, *apart):
                days[str(value.value)] = value
            for value in (fact.preferred, *fact.others):
                known = str(value.value) if str(value.value) in days else str(fact.value)
                by_source |= {one.source: known for one in value.citations}
            occasions[str(fact.value)] = ([], [])
        for which, records in enumerate((passed, orders)):
            for record in records:
                sources = [one.source for one in record.facts["kind"].citations]
                at = next((by_source[one] for one in sources if one in by_source), None)
                if at is None and len(days) == 1 and which == 0:
                    at = next(iter(days))
                occasions.setdefault(at, ([], []))[which].append(record)
        alone = len(occasions) == 1
        for n, (at, (some, beside)) in enumerate(occasions.items()):
            day = days.get(at)
            chains = [f"sentence {n}", *(proved if alone else self._proved_by(some))]
            if some or day is not None:
                told = some[0].facts["kind"] if some else fact
                assert told is not None
                words = ", ".join(sentence_words(record) for record in some)
                if self._changed(some):
                    words += " (as it stands after the appeal)"
                about = tuple(f"{record.id}/kind" for record in some)
                if day is not None:
                    about = (*about, f"{self.at}/sentenced_on")
                self._add(
                    "sentenced",
                    f"Sentenced: {words}" if words else "Sentenced",
                    told,
                    about,
                    day=day if fact is None or not fact.conflict else fact,
                    chains=[*chains, "court"],
                    more=[record.facts["kind"] for record in some[1:]],
                )
            if beside:
                names = joined([term_name("orders", one.get("kind")).casefold() for one in beside])
                self._add(
                    "ordered",
                    f"Orders: {names}" if len(beside) > 1 else f"Order: {names}",
                    beside[0].facts["kind"],
                    tuple(f"{one.id}/kind" for one in beside),
                    day=day,
                    chains=[f"sentence {n}", "court"],
                    inferred=None
                    if day is None
                    else "Orders are dated by the sentence that the same source tells.",
                    more=[one.facts["kind"] for one in beside[1:]],
                )

    def _changed(self, sentences: Sequence[Record]) -> bool:
        """Whether an appeal changed a sentence of which an earlier form is told too."""
        varied = any(
            one.get("kind") == "criminal" and one.get("result") == "varied" for one in self.party.appeals
        )
        return varied and any(
            fact.others for record in sentences for name, fact in record.facts.items() if name != "title"
        )

    @staticmethod
    def _same_day(value: Value, fact: Fact) -> bool:
        return isinstance(value.value, str) and not contradict("sentenced_on", value.value, fact.value)

    def _proved_by(self, sentences: Sequence[Record]) -> list[str]:
        """The chains of the convictions that the sources of some sentences tell."""
        sources = {one.source for record in sentences for one in record.facts["kind"].citations}
        return [
            f"offence {n}"
            for n, offence in enumerate(self.party.offences)
            if offence.get("stage") == "convicted"
            and sources & {one.source for one in offence.facts["stage"].citations}
        ]

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
            self._add("proceedings_set", f"To come: {told}", fact, about, day=day, chains=chains, bound=False)
            return
        kind = PROCEEDING_KINDS.get(record.get("kind") or "not_stated", "proceedings")
        self._add(kind, told[:1].upper() + told[1:], fact, about, day=day, chains=chains)
        if kind == "pat_appeal":
            if outcome is not None:
                words = f"Tribunal: {outcome_words(outcome.value)}"
                about = (f"{record.id}/outcome",)
                self._add("pat_outcome", words, outcome, about, day=day, chains=chains)
                self._leaving(record, outcome, day, chains)
            return
        if finding is not None and finding.value != "pending":
            self._add(
                "finding",
                f"Finding: {term_name('findings', finding.value).casefold()}",
                finding,
                (f"{record.id}/finding",),
                day=day,
                chains=chains,
            )
        if outcome is not None and outcome.value != "pending":
            self._add(
                "outcome",
                f"Outcome: {outcome_words(outcome.value)}",
                outcome,
                (f"{record.id}/outcome",),
                day=day,
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
                    day=day,
                    chains=(*chains, "list"),
                    inferred=reason,
                )
        elif outcome.value == "reinstated":
            self._add(
                "reinstated",
                "Reinstated",
                outcome,
                (f"{record.id}/outcome",),
                day=day,
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
            word = f": {result.value}" if result is not None and done else " lodged"
            if kind == "criminal":
                self._add("criminal_appeal", f"Criminal appeal{word}", fact, about, chains=("court",))
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
