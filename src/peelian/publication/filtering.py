"""From rulings to a case file that holds only what may be shown. Titles, summaries and events are made from it.

filtered   the parties with withheld facts gone and generalised ones replaced
of_places  the rulings, each once, without those on places that the case does not have
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from peelian.casefile.facts import CaseFile, Fact, Party, Record
from peelian.publication import rulebook
from peelian.publication.context import records_of
from peelian.publication.rulings import ORDER, Ruling

WRITTEN = frozenset(
    {
        "label",
        "collar_number",
        "residence",
        "posts",
        "courts",
        "title",
        "chair",
        "chair_role",
        "venue",
        "investigation.bodies",
    }
)
"""Fields that hold words as a source writes them; all others hold ids, dates, lengths and numbers."""
KINDS = ("offences", "sentences", "orders", "proceedings", "appeals")
Decided = Mapping[str, Ruling]


def strength(decided: Decided, *targets: str) -> int:
    """The strictest effect on any of some places (0: none)."""
    return max((ORDER[decided[t].effect] for t in targets if t in decided), default=0)


def gone(decided: Decided, *targets: str) -> bool:
    """Whether the value at a place is not shown at all (withheld or removed)."""
    return strength(decided, *targets) >= ORDER["withhold"]


def removed(ruling: Ruling) -> bool:
    """Whether the public is not even told that something is withheld."""
    return ruling.effect == "remove" or (ruling.effect == "withhold" and rulebook.rule(ruling.rule).silent)


def generalised(fact: Fact, ruling: Ruling) -> Fact:
    """A fact with the less exact value that a ruling gives; its other values, more exact ones, go."""
    value = msgspec.structs.replace(fact.preferred, value=ruling.value)
    return msgspec.structs.replace(fact, value=ruling.value, preferred=value, others=(), conflict=False)


Clean = Callable[[str], str]


def filtered(parties: tuple[Party, ...], decided: Decided, clean: Clean) -> tuple[Party, ...]:
    """The parties as they may be shown. Words as written are cleaned of withheld words by ``clean``."""
    return tuple(_party(party, decided, clean) for party in parties if not gone(decided, party.person))


def _party(party: Party, decided: Decided, clean: Clean) -> Party:
    facts = dict(_facts(party.facts, party.person, decided, clean))
    lists: dict[str, tuple[Fact, ...]] = {}
    for name, many in party.lists.items():
        if gone(decided, f"{party.person}/{name}"):
            continue
        lists[name] = tuple(_cleaned(fact, clean) if name in WRITTEN else fact for fact in many)
    changed: dict[str, Any] = {
        kind: tuple(
            _record(record, decided, clean) for record in getattr(party, kind) if not gone(decided, record.id)
        )
        for kind in KINDS
    }
    if gone(decided, f"{party.person}/name"):
        changed["other_names"] = ()
    return msgspec.structs.replace(party, facts=facts, lists=lists, **changed)


def _record(record: Record, decided: Decided, clean: Clean) -> Record:
    return msgspec.structs.replace(record, facts=dict(_facts(record.facts, record.id, decided, clean)))


def _facts(facts: Mapping[str, Fact], at: str, decided: Decided, clean: Clean) -> Iterator[tuple[str, Fact]]:
    for name, fact in facts.items():
        ruling = decided.get(f"{at}/{name}")
        if ruling is not None and ORDER[ruling.effect] >= ORDER["withhold"]:
            continue
        if ruling is not None and ruling.effect == "generalise":
            fact = generalised(fact, ruling)
        yield name, _cleaned(fact, clean) if name in WRITTEN else fact


def _cleaned(fact: Fact, clean: Clean) -> Fact:
    def value(held: Any) -> Any:
        if isinstance(held, str):
            return clean(held)
        if isinstance(held, list):
            return [value(one) for one in held]
        return held

    preferred = msgspec.structs.replace(fact.preferred, value=value(fact.preferred.value))
    others = tuple(msgspec.structs.replace(other, value=value(other.value)) for other in fact.others)
    return msgspec.structs.replace(fact, value=value(fact.value), preferred=preferred, others=others)


def of_places(case: CaseFile, rulings: Iterable[Ruling]) -> list[Ruling]:
    """The rulings for people to read: each once, none on a field that a person, record or source does not have.

    A rule that takes a name away takes age and town away too, whether or not any is told.
    """
    fields: dict[str, set[str]] = {}
    for party in case.parties:
        fields[party.person] = {*party.facts, *party.lists, *(["other_names"] if party.other_names else ())}
        fields |= {record.id: set(record.facts) for record in records_of(party)}
    for source in case.sources:
        told = {"title": source.title, "url": source.url}
        fields[source.id] = {name for name, value in told.items() if value}
    made: dict[tuple[str, str, str, str], Ruling] = {}
    for ruling in rulings:
        place, _, name = ruling.target.rpartition("/")
        if place not in fields or name in fields[place] or ruling.target in fields:
            made.setdefault((ruling.rule, ruling.target, ruling.effect, ruling.words), ruling)
    return list(made.values())


def withheld_facts(parties: tuple[Party, ...], decided: Decided) -> Iterator[tuple[Party, str, str, Fact]]:
    """Every fact that is not shown as it is: (party, record id or "", name, fact), generalised ones too."""
    for party in parties:
        whole = gone(decided, party.person)
        for name, fact in party.facts.items():
            if whole or strength(decided, f"{party.person}/{name}") >= ORDER["generalise"]:
                yield party, "", name, fact
        for name, facts in party.lists.items():
            if whole or gone(decided, f"{party.person}/{name}"):
                for fact in facts:
                    yield party, "", name, fact
        for record in records_of(party):
            for name, fact in record.facts.items():
                if whole or gone(decided, record.id) or strength(decided, f"{record.id}/{name}") >= 1:
                    yield party, record.id, name, fact
