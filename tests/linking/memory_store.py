"""A casebook in memory, as `link_new` asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peelian.linking import constraints, model
from peelian.linking.canonical import Assignment
from peelian.linking.links import Previous
from peelian.linking.mentions import Mention


class MemoryStore:
    """A `Store` over what `link_mentions` was given and gave."""

    def __init__(
        self, mentions: Iterable[Mention], previous: Previous, decisions: Iterable[Any] = ()
    ) -> None:
        self.mentions = {m.key: m for m in mentions}
        self.previous = previous
        self._decisions = constraints.decisions_of(decisions)
        self._under: dict[str, list[str]] = {}
        self._members: dict[str, list[str]] = {}
        self._cases: dict[str, list[str]] = {}
        for m in self.mentions.values():
            for key in model.keys(m):
                self._under.setdefault(key, []).append(m.key)
        for of, ids in ((self._members, previous.persons.ids), (self._cases, previous.cases.ids)):
            for mention, id in ids.items():
                of.setdefault(id, []).append(mention)

    def count(self) -> int:
        """Return how many mentions there are."""
        return len(self.mentions)

    def under(self, keys: Iterable[str]) -> list[Mention]:
        """Return the mentions that have one of the keys."""
        return [self.mentions[m] for m in sorted({m for key in keys for m in self._under.get(key, ())})]

    def persons_of(self, mentions: Iterable[str]) -> list[Mention]:
        """Return all mentions of the persons of these mentions."""
        ids = {self.previous.persons.ids[m] for m in mentions}
        return [self.mentions[m] for id in sorted(ids) for m in self._members[id]]

    def cases_of(self, mentions: Iterable[str]) -> list[Mention]:
        """Return all mentions of all persons in the cases of these mentions."""
        ids = {self.previous.cases.ids[m] for m in mentions}
        return self.persons_of({m for id in ids for m in self._cases[id]})

    def ids(self, mentions: Iterable[str]) -> Previous:
        """Return the ids of these mentions."""
        wanted = list(mentions)
        return Previous(
            Assignment({m: self.previous.persons.ids[m] for m in wanted}),
            Assignment({m: self.previous.cases.ids[m] for m in wanted}),
        )

    def decisions(self, mentions: Iterable[str]) -> list[constraints.Decision]:
        """Return the decisions in which one of these mentions takes part."""
        wanted = set(mentions)
        return [d for d in self._decisions if d.a in wanted or d.b in wanted]
