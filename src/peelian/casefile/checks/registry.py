"""How a rule is written and run: a small function with an id, a severity and its source in law.

A rule is handed a ``Subject`` (one person's facts and events, with the regime and the sources) and
yields what it finds. ``says`` words a finding: where the rule was not seen in a source, or rests on an
inference, it must say "may" and is not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from peelian.casefile.events import bounds
from peelian.casefile.facts import Check, Citation, Event, Fact, Party, Record, Regime, Severity, Source
from peelian.casefile.parties import days_of


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the message, whether it is certain, and the facts concerned."""

    message: str
    facts: tuple[tuple[str, Fact], ...] = ()
    certain: bool = True
    severity: Severity | None = None
    source: str | None = None
    events: tuple[Event, ...] = ()


@dataclass(slots=True)
class Subject:
    """All that a rule may look at: one party with its events in order, its regime, and the case's sources.

    ``events`` are those of the person and the publications that tell of the person (``events.about``).
    """

    case: str
    party: Party
    events: Sequence[Event]
    regime: Regime
    sources: Sequence[Source]
    _by_kind: dict[str, list[Event]] = field(default_factory=dict)
    _published: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for event in self.events:
            self._by_kind.setdefault(event.kind, []).append(event)
        self._published = {source.id: days_of(source.published) for source in self.sources}

    @property
    def sure(self) -> bool:
        """Whether the regime is told rather than inferred."""
        return self.regime.basis == "stated"

    def of_kind(self, *kinds: str) -> list[Event]:
        """The events of some kinds, in order."""
        return [event for kind in kinds for event in self._by_kind.get(kind, ())]

    def published(self, source: str) -> tuple[date | None, date | None]:
        """The days between which a source was published."""
        return self._published.get(source, (None, None))

    def told(self, field: str) -> tuple[tuple[str, Fact], ...]:
        """A single fact of the party with its id, to name in a finding; empty if there is none."""
        fact = self.party.facts.get(field)
        return () if fact is None else ((f"{self.case}/{self.party.person}/{field}", fact),)


def parts(record: Record, *names: str) -> tuple[tuple[str, Fact], ...]:
    """The facts of a record with their ids, to name in a finding."""
    return tuple((f"{record.id}/{name}", record.facts[name]) for name in names if name in record.facts)


def certainly_before(one: Event, other: Event) -> bool:
    """Whether an event was certainly over before the day of another."""
    last, first = bounds(one)[1], bounds(other)[0]
    return last is not None and first is not None and last < first


Body = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule: its stable id, severity, title and source, and the function that applies it."""

    id: str
    severity: Severity
    title: str
    source: str
    apply: Body


RULES: Final[dict[str, Rule]] = {}
"""Every rule by id, in the order in which the files of rules are imported."""


def rule(id: str, severity: Severity, title: str, source: str) -> Callable[[Body], Body]:
    """Register a function as a rule. Raises ``ValueError`` for an id that is taken."""

    def register(body: Body) -> Body:
        if id in RULES:
            raise ValueError(f"there are two rules with the id {id!r}: rename one")
        RULES[id] = Rule(id, severity, title, source, body)
        return body

    return register


def run(subject: Subject, only: Iterable[str] | None = None) -> tuple[Check, ...]:
    """Every finding of every rule (or of some) about one person, in the order of the rules."""
    found: dict[tuple[str, str], Check] = {}
    for one in RULES.values():
        if only is not None and one.id not in only:
            continue
        for finding in one.apply(subject):
            # Said once, though two records give the same cause to say it.
            found.setdefault((one.id, finding.message), _check(one, finding, subject))
    return tuple(found.values())


def _check(one: Rule, finding: Finding, subject: Subject) -> Check:
    citations: list[Citation] = []
    for _, fact in finding.facts:
        citations += [c for c in fact.citations if c not in citations]
    for event in finding.events:
        citations += [c for c in event.citations if c not in citations]
    severity = finding.severity or one.severity
    if severity == "error" and not finding.certain:
        severity = "warning"
    return Check(
        rule=one.id,
        severity=severity,
        message=finding.message,
        source=finding.source or one.source,
        certain=finding.certain,
        person=subject.party.person,
        facts=tuple(dict.fromkeys([id for id, _ in finding.facts] + [e.id for e in finding.events])),
        citations=tuple(citations),
    )


def may(certain: bool, yes: str, perhaps: str) -> str:
    """The plain verb where a rule is certain, the one with "may" where it is not."""
    return yes if certain else perhaps
