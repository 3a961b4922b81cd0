"""Clusters: the persons that pairs and decisions make, in which no constraint is broken.

Clusters grow by the weightiest pair first, and a join that would put two mentions into one cluster that must
stay apart is not made. Nor is one that makes a person of many spellings: beside its commonest spelling a
cluster may hold one other, and more only where the commonest is told more often than there are others.
A slip of the pen is joined only if it is clear of which name it is one: with three spellings told once each,
any may be the right one, and people decide. A person's "same" overrules all but another person's "different".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from peelian.linking import names
from peelian.linking.constraints import (
    Decision,
    Judgement,
    barred,
    misspelt,
    opposed,
    unsupported,
    vague,
)
from peelian.linking.mentions import Mention
from peelian.linking.scoring import Pair
from peelian.linking.weights import Bands

Band = Literal["joined", "review", "apart"]
JOINED_THROUGH = "joined through other mentions"
_SLIP = "a slip of the pen, and it may be one of another name"


@dataclass(frozen=True, slots=True)
class Clusters:
    """Persons as sorted lists of mentions, the band and reason of each pair, and decisions that contradict.

    ``reasons`` has, for a pair that was not free, why ("names conflict"). ``contradictions`` are "same"
    decisions that could not be followed because others say, in one step or several, that they differ.
    """

    members: list[list[str]]
    bands: dict[tuple[str, str], Band]
    reasons: dict[tuple[str, str], str]
    contradictions: list[Decision] = field(default_factory=list)


def cluster(
    mentions: Mapping[str, Mention], pairs: Sequence[Pair], decisions: Iterable[Decision], bands: Bands
) -> Clusters:
    """Return persons, and the band of each pair.

    The result depends on what is given, not on its order. Decisions on mentions that are not there are
    passed over (a document may come back).
    """
    last = {d.pair: d for d in decisions if d.a in mentions and d.b in mentions}
    said = {pair: d.judgement for pair, d in last.items()}
    groups = _Groups(mentions, said)
    contradictions = []
    for pair in sorted(p for p, judgement in said.items() if judgement == "same"):
        if not groups.join(*pair, by_person=True):
            contradictions.append(last[pair])
    reasons: dict[tuple[str, str], str] = {}
    able: list[Pair] = []
    unclear: list[Pair] = []
    near: list[Pair] = []
    for p in pairs:
        one, other = mentions[p.left], mentions[p.right]
        if why := groups.against(one, other):
            reasons[p.left, p.right] = why
            continue
        if vague(one) or vague(other):
            near.append(p)
        if why := unsupported(one, other):
            reasons[p.left, p.right] = why
        elif p.weight >= bands.join:
            (unclear if vague(one) or vague(other) else able).append(p)
    rivals = _by_mention([*able, *unclear])
    for p in sorted(able, key=_weightiest):
        if _of_another(groups, p, rivals, bands.margin):
            reasons[p.left, p.right] = _SLIP
        elif not groups.join(p.left, p.right) and not groups.together(p.left, p.right):
            reasons[p.left, p.right] = "it would join others that must stay apart"
    _join_vague(groups, sorted(unclear, key=_weightiest), near, rivals, bands.margin, reasons)
    told: dict[tuple[str, str], Band] = {}
    for p in pairs:
        if groups.together(p.left, p.right):
            told[p.left, p.right] = "joined"
            if (p.left, p.right) in reasons:
                reasons[p.left, p.right] = JOINED_THROUGH
        elif (
            p.weight < bands.review
            or said.get((p.left, p.right)) == "different"
            or barred(mentions[p.left], mentions[p.right])
        ):
            told[p.left, p.right] = "apart"
        else:
            told[p.left, p.right] = "review"
    for pair, judgement in said.items():
        reasons[pair] = f"a person said: {judgement}"
        if pair not in told:
            told[pair] = (
                "joined" if groups.together(*pair) else "review" if judgement == "unsure" else "apart"
            )
    return Clusters(groups.all(), told, reasons, contradictions)


def _weightiest(pair: Pair) -> tuple[float, str, str]:
    return -pair.weight, pair.left, pair.right


def _by_mention(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for p in pairs:
        found.setdefault(p.left, []).append(p)
        found.setdefault(p.right, []).append(p)
    return found


def _of_another(groups: _Groups, p: Pair, pairs: Mapping[str, Sequence[Pair]], margin: float) -> bool:
    """Whether two are joined by a slip of the pen only, and one may as well be a slip of a third name.

    `pairs` are those heavy enough to be joined, by mention. Of a name told more often than the third, it is
    more likely a slip.
    """
    one, other = groups.mentions[p.left], groups.mentions[p.right]
    if names.spelt_alike(one.parts, other.parts):
        return False
    told = max(len(groups.of[p.left]), len(groups.of[p.right]))
    for mention in (p.left, p.right):
        for rival in pairs.get(mention, ()):
            key = rival.right if rival.left == mention else rival.left
            if rival.weight < p.weight - margin or len(groups.of[key]) < told:
                continue
            third = groups.mentions[key]
            if names.spelt_alike(third.parts, one.parts) or names.spelt_alike(third.parts, other.parts):
                continue
            if not (groups.together(key, p.left) or groups.together(key, p.right)) and groups.free(
                mention, key
            ):
                return True
    return False


def _join_vague(
    groups: _Groups,
    pairs: Sequence[Pair],
    near: Sequence[Pair],
    spelt: Mapping[str, Sequence[Pair]],
    margin: float,
    reasons: dict[tuple[str, str], str],
) -> None:
    """Join mentions that are vague, each only if no other that it could as well be comes close.

    `near` are all pairs that nothing speaks against: a co-accused has the same day and the same charge.
    """
    rivals = _by_mention(near)
    for p in pairs:
        if _of_another(groups, p, spelt, margin):
            reasons[p.left, p.right] = _SLIP
            continue
        unclear = False
        for mention, partner in ((p.left, p.right), (p.right, p.left)):
            if not vague(groups.mentions[mention]):
                continue
            for rival in rivals[mention]:
                other = rival.right if rival.left == mention else rival.left
                if rival is p or rival.weight < p.weight - margin or groups.together(other, partner):
                    continue
                if groups.free(mention, other) and groups.distinct(other, partner):
                    unclear = True
        if unclear:
            reasons[p.left, p.right] = "it tells too little, and another fits as well"
        elif not groups.join(p.left, p.right) and not groups.together(p.left, p.right):
            reasons[p.left, p.right] = "it would join others that must stay apart"


class _Groups:
    """Sets of mentions that grow together, and know what must not meet."""

    def __init__(self, mentions: Mapping[str, Mention], said: Mapping[tuple[str, str], Judgement]) -> None:
        self.mentions, self.said = mentions, said
        self.of: dict[str, list[str]] = {key: [key] for key in mentions}

    def together(self, a: str, b: str) -> bool:
        return self.of[a] is self.of[b]

    def against(self, one: Mention, other: Mention) -> str | None:
        """Why two mentions must not be joined by weight alone."""
        judgement = self.said.get((one.key, other.key) if one.key < other.key else (other.key, one.key))
        if judgement == "same":
            return None
        if judgement is not None:
            return f"a person said: {judgement}"
        return barred(one, other) or opposed(one, other) or misspelt(one, other)

    def free(self, a: str, b: str) -> bool:
        """Whether the sets of two mentions can be joined without breaking anything."""
        if self.of[a] is self.of[b]:
            return True
        if any(self.against(self.mentions[x], self.mentions[y]) for x in self.of[a] for y in self.of[b]):
            return False
        return not self._scattered(self.of[a], self.of[b])

    def _scattered(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Whether two sets together would have too many spellings of one name."""
        here, there, both = (self._spellings(group) for group in (first, second, (*first, *second)))
        return len(both) > max(2, len(here), len(there)) and max(both) < len(both)

    def _spellings(self, group: Sequence[str]) -> list[int]:
        """How often each spelling of a name is told; short forms and initials go with what they can stand for."""
        told = Counter(parts for key in group if (parts := self.mentions[key].parts) is not None)
        if len(told) < 2:
            return list(told.values())
        found: list[tuple[names.NameParts, int]] = []
        for parts in sorted(told, key=lambda p: (-len(p.given or ""), p.surname, p.given or "", p.middle)):
            for i, (known, many) in enumerate(found):
                if names.spelt_alike(parts, known):
                    found[i] = known, many + told[parts]
                    break
            else:
                found.append((parts, told[parts]))
        return [many for _, many in found]

    def distinct(self, a: str, b: str) -> bool:
        """Whether two mentions are of two people, as far as is known: something keeps them or their sets apart."""
        if not self.free(a, b):
            return True
        one, other = self.mentions[a], self.mentions[b]
        return not one.anonymous and not other.anonymous and unsupported(one, other) is not None

    def join(self, a: str, b: str, *, by_person: bool = False) -> bool:
        """Join the sets of two mentions unless something speaks against it. Say whether it was done."""
        first, second = self.of[a], self.of[b]
        if first is second:
            return True
        if by_person:
            if any(self.said.get((x, y) if x < y else (y, x)) == "different" for x in first for y in second):
                return False
        elif not self.free(a, b):
            return False
        if len(first) < len(second):
            first, second = second, first
        first.extend(second)
        for key in second:
            self.of[key] = first
        return True

    def all(self) -> list[list[str]]:
        """Every set, its members in order, in the order of their first members."""
        unique = {id(group): group for group in self.of.values()}
        return sorted(sorted(group) for group in unique.values())
