"""What the rules look at: the case, its sensitive words and texts, the policy, the day, what people found out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from peelian import law
from peelian.casefile.facts import CaseFile, Citation, Fact, Party, Record, Sensitive, Source, Value
from peelian.casefile.records import overtaken
from peelian.law.dates import earliest, latest
from peelian.publication import rulebook
from peelian.publication.rulings import Restriction

CRIMINAL_FIELDS: Final = ("sentenced_on",)
CRIMINAL_LISTS: Final = ("courts",)
FAVOURABLE: Final = frozenset({"not_proven", "no_case"})
ENDED_WELL: Final = frozenset({"acquitted", "discontinued"})
_SEXUAL: Final = ("sexual", "rape", "raping", "voyeur", "upskirt", "exposure", "traffick", "mutilation")
PUBLIC_KINDS: Final = frozenset({"hearing_notice", "hearing_outcome", "judgment"})


@dataclass(frozen=True)
class Context:
    """All that a rule may know. Rules are functions of this and nothing else."""

    case: CaseFile
    policy: rulebook.PolicyRules
    as_of: date
    sensitive: Sequence[Sensitive] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    restrictions: Sequence[Restriction] = ()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The case's sources by id."""
        return {source.id: source for source in self.case.sources}

    @cached_property
    def protected(self) -> bool:
        """Whether an alleged offence of the case has a victim with lifetime anonymity by law, or may have.

        Looks at every alleged count, dropped, amended and acquitted ones included, and at titles as written.
        """
        records = [record for party in self.case.parties for record in party.offences]
        titles = " ".join(str(record.get("title") or "") for record in records).casefold()
        told = any(word in titles for word in _SEXUAL) or any(
            item.reason.startswith("Sexual Offences") for item in self.sensitive
        )
        offences = [str(record.get("offence")) for record in records if record.get("offence")]
        try:
            return law.victim_protection(offences, sexual_allegation=told).level == "lifetime_by_law"
        except law.UnknownTerm:
            return True  # unknown counts as protected

    def cites(self, party: Party) -> set[str]:
        """The sources that tell of a party."""
        return {citation.source for fact in all_facts(party) for citation in citations_of(fact)}

    def original(self, source_id: str) -> str:
        """The id of the source that a source of the case is a copy of, or its own."""
        found = self.sources.get(source_id)
        return source_id if found is None or found.copy_of not in self.sources else found.copy_of

    def published(self, source_id: str) -> str | None:
        """The EDTF day on which a source was published, or None."""
        source = self.sources.get(source_id)
        return None if source is None else source.published

    def official(self, citations: Iterable[Citation]) -> bool:
        """Whether an official source is among those cited."""
        return any(c.source in self.sources and self.sources[c.source].official for c in citations)

    def settled(self, party: Party | None, source: str | None) -> Restriction | None:
        """What a person found out about a doubt over this party and source: the newest answer, if any."""
        answers = [
            answer
            for answer in self.restrictions
            if answer.on <= self.as_of
            and (answer.person is None or party is None or answer.person == party.person)
            and (answer.source is None or source is None or answer.source == source)
        ]
        return max(answers, key=lambda answer: answer.on, default=None)


def all_facts(party: Party) -> Iterator[Fact]:
    """Every fact of a party: single fields, lists, and the facts of its records."""
    yield from party.facts.values()
    for facts in party.lists.values():
        yield from facts
    for record in records_of(party):
        yield from record.facts.values()


def records_of(party: Party) -> tuple[Record, ...]:
    """Every record of a party."""
    return party.offences + party.sentences + party.orders + party.proceedings + party.appeals


def standing(party: Party, records: Iterable[Record]) -> tuple[Record, ...]:
    """The sentences or orders among some that did not go with a conviction that was quashed."""
    return tuple(record for record in records if not overtaken(party, record))


def values_of(fact: Fact) -> tuple[Value, ...]:
    """The preferred value and all others."""
    return (fact.preferred, *fact.others)


def told_in(facts: Mapping[str, Fact], name: str) -> list[str]:
    """All that sources say of a field in words or days, the preferred value first: a rule must look at each."""
    fact = facts.get(name)
    return [] if fact is None else [value.value for value in values_of(fact) if isinstance(value.value, str)]


def citations_of(fact: Fact) -> Iterator[Citation]:
    """Every citation of a fact, of its other values too."""
    for value in values_of(fact):
        yield from value.citations


def day_of(value: str | None, *, last: bool) -> date | None:
    """The last (or first) day that an EDTF date may be; None if it has no year or is no date."""
    if value is None:
        return None
    try:
        return latest(value) if last else earliest(value)
    except law.DateError:
        return None
