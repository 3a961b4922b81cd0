"""Writing events of one person down: ids, bounds, citations, and the days that people wrote.

An event is drafted by what tells of it and finished when all are known: a day that a person wrote for
a kind of event dates it only if there is but one of that kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from peelian.casefile.facts import Event, Fact, Party, Source, Value
from peelian.casefile.kinds import DATED, KINDS
from peelian.casefile.parties import days_of
from peelian.casefile.timeline import Moment
from peelian.casefile.values import is_edtf

Bound = Literal["before", "after", "open"]
"""How an event lies to the sources that tell it: over when it was told, still to come, or either."""
IN_SERVICE: Final = ("restricted", "suspended", "resigned", "retired", "dismissed")
# Who joined comes before who is suspended, and who is suspended before who leaves.
_SERVICE_CHAINS: Final = {
    "joined": tuple(f"service {kind}" for kind in IN_SERVICE),
    "suspended": ("service suspended", "leave suspended"),
    "restricted": ("service restricted", "leave restricted"),
    "resigned": ("service resigned", "leave suspended", "leave restricted"),
    "retired": ("service retired", "leave suspended", "leave restricted"),
    "dismissed": ("service dismissed", "leave suspended", "leave restricted"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its day is settled. ``chains`` are the offences and hearings in which it is a link."""

    kind: str
    title: str
    fact: Fact | Value
    facts: tuple[str, ...]
    day: Fact | Value | None
    chains: tuple[str, ...]
    inferred: str | None
    bound: Bound
    more: tuple[Fact | Value, ...]
    reason: str | None = None
    place: int | None = None


class Teller:
    """Gathers the events of one party. ``at`` begins the ids of its facts and events."""

    def __init__(self, case: str, party: Party, sources: Sequence[Source]) -> None:
        self.party = party
        self.at = f"{case}/{party.person}"
        self._published = {source.id: days_of(source.published) for source in sources}
        self._drafts: list[Draft] = []

    def tell(
        self,
        kind: str,
        title: str,
        fact: Fact | Value,
        facts: tuple[str, ...],
        *,
        day: Fact | Value | None = None,
        chains: Iterable[str] = (),
        inferred: str | None = None,
        bound: Bound = "before",
        more: Iterable[Fact | Value] = (),
        note: str | None = None,
        place: int | None = None,
    ) -> None:
        """Draft an event. ``fact`` tells of it, ``more`` beside it; ``day`` dates it; ``bound`` says
        whether it is told as past or as still to come; ``inferred`` is the rule that gives it; ``note``
        is what else must be known of it; ``place`` its place in the process, if not its kind's."""
        reason = " ".join(one for one in (inferred, note) if one) or None
        self._drafts.append(
            Draft(kind, title, fact, facts, day, tuple(chains), inferred, bound, tuple(more), reason, place)
        )

    def tell_field(self, kind: str, field: str, *chains: str, bound: Bound = "before") -> None:
        """Draft an event that a single field tells, without a day of its own."""
        about = (f"{self.at}/{field}",)
        self.tell(kind, KINDS[kind].title, self.party.facts[field], about, chains=chains, bound=bound)

    def moments(self) -> list[Moment]:
        """All events told, each with its day or its bounds; days written for no event make their own."""
        many = Counter(draft.kind for draft in self._drafts)
        number: Counter[str] = Counter()
        made = []
        used = set()
        dated = {DATED[field]: (field, fact) for field, fact in self.party.facts.items() if field in DATED}
        for draft in self._drafts:
            field, day = dated.get(draft.kind, ("", None))
            if many[draft.kind] == 1 and draft.day is None and day is not None:
                used.add(draft.kind)
                draft = replace(draft, day=day, facts=(*draft.facts, f"{self.at}/{field}"))
            elif draft.day is not None and day is not None and many[draft.kind] == 1:
                used.add(draft.kind)
            number[draft.kind] += 1
            made.append(self._moment(draft, number[draft.kind]))
        for kind, (field, day) in sorted(dated.items()):
            if kind not in used:
                number[kind] += 1
                draft = Draft(
                    kind, KINDS[kind].title, day, (f"{self.at}/{field}",), day, (), None, "before", ()
                )
                made.append(self._moment(draft, number[kind]))
        return made

    def _moment(self, draft: Draft, number: int) -> Moment:
        cited = list(draft.fact.citations)
        for other in (*draft.more, *((draft.day,) if draft.day is not None else ())):
            cited += [one for one in other.citations if one not in cited]
        written = draft.day.value if draft.day is not None and is_edtf(draft.day.value) else None
        first, last = days_of(written)
        if last is None and first is None:
            first, last = self._around(draft.fact, draft.bound)
        # A sum of several facts is in doubt if one of them is.
        doubted = (draft.fact, draft.day, *draft.more)
        return Moment(
            Event(
                id=f"{self.at}/events/{draft.kind}/{number}",
                person=self.party.person,
                track=KINDS[draft.kind].track,
                kind=draft.kind,
                title=draft.title,
                date=written,
                inferred=draft.inferred is not None,
                reason=draft.reason,
                conflict=any(isinstance(one, Fact) and one.conflict for one in doubted),
                facts=draft.facts,
                citations=tuple(cited),
            ),
            first,
            last,
            frozenset(
                f"{self.party.person} {chain}"
                for chain in (*draft.chains, *_SERVICE_CHAINS.get(draft.kind, ()))
            ),
            draft.place,
        )

    def _around(self, fact: Fact | Value, bound: Bound) -> tuple[date | None, date | None]:
        """What publication says of an event without a day: told as past, it was over when the first source
        told it; told as to come, it had not begun when the last did; told as either, nothing is known."""
        if bound == "open":
            return None, None
        days = [self._published.get(one.source, (None, None)) for one in fact.citations]
        if bound == "before":
            return None, min((last for _, last in days if last is not None), default=None)
        return max((first for first, _ in days if first is not None), default=None), None
