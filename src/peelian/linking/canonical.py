"""Ids that stay: through reruns the same, through merges with a redirect, through splits with a trail."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Trail:
    """What became of an id: "merged" into others, "split" into others (itself among them if it lives on),
    "restored" when what it was merged with is parted again, or "gone" with its last mention. ``into`` is sorted.
    """

    id: str
    change: Literal["merged", "split", "restored", "gone"]
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which id each mention has, where ids that are no more lead, and what happened in this run.

    ``redirects`` holds those of earlier runs too, each leading straight to an id that lives, or to
    None where every mention of it is gone. ``members`` holds the mentions that an id had when it was
    merged, in the order of the mergers: to them it goes back if they are parted again. ``ages`` ranks ids,
    the oldest lowest, where that is known.
    """

    ids: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str | None] = field(default_factory=dict)
    trail: tuple[Trail, ...] = ()
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)

    def resolve(self, id: str) -> str | None:
        """Return the living id that an id of any time leads to; None if all its mentions are gone.

        Raises `KeyError` for an id that never was.
        """
        if id in self.redirects:
            return self.redirects[id]
        if id in self.ids.values():
            return id
        raise KeyError(id)


def assign(
    clusters: Iterable[Sequence[str]], previous: Assignment | None = None, *, prefix: str = "p"
) -> Assignment:
    """Return the ids of clusters (each mention in one), keeping those of the previous run.

    A cluster keeps the id that most of its mentions had; an id stays with the cluster that has most of
    its mentions. What was merged and is parted again gets back the ids from before the merger. Ties go to
    the older id, the smaller id and the earlier mention. A new cluster's id is made from its first mention,
    so that the same mentions get the same ids anywhere. The order of what is given does not matter. Raises
    `ValueError` if a mention is in two clusters.
    """
    before = previous or Assignment()
    groups = sorted(sorted(cluster) for cluster in clusters if cluster)
    if len({m for g in groups for m in g}) != sum(len(g) for g in groups):
        raise ValueError("a mention is in two clusters")
    shares = [Counter(before.ids[m] for m in group if m in before.ids) for group in groups]
    home = _homes(before)
    at_home = [Counter(home[m] for m in group if m in home) for group in groups]
    parts = Counter(id for share in shares for id in share)
    wishes = sorted(
        # Of an id that is parted, what was merged into it counts only among equals.
        (-(at_home[i][id] if parts[id] > 1 else n), -n, before.ages.get(id, 0), id, group[0], i)
        for i, (group, share) in enumerate(zip(groups, shares, strict=True))
        for id, n in share.items()
    )
    id_of: dict[int, str] = {}
    used: set[str] = set()

    def give(id: str, i: int) -> None:
        if i not in id_of and id not in used:
            id_of[i] = id
            used.add(id)

    for weight, _, _, id, _, i in wishes:
        if weight:
            give(id, i)
    for id in reversed(before.members):  # the last merger first: it may hold those before it
        waiting = [(-at_home[i][id], i) for i in range(len(groups)) if i not in id_of and at_home[i][id]]
        if waiting:
            give(id, min(waiting)[1])
    for _, _, _, id, _, i in wishes:
        give(id, i)
    # An id whose mentions were all gone may come back with them; any other of any time is taken.
    ever = (
        used
        | set(before.ids.values())
        | {old for old, target in before.redirects.items() if target is not None}
    )
    for i, group in enumerate(groups):
        if i not in id_of:
            id_of[i] = _new(group[0], prefix, ever)
            ever.add(id_of[i])
    ids = {m: id_of[i] for i, group in enumerate(groups) for m in group}
    return Assignment(ids, *_follow(before, ids))


def _homes(before: Assignment) -> dict[str, str]:
    """The id that each mention had first: before every merger whose outcome it is still a part of."""
    home = dict(before.ids)
    for id, mentions in reversed(before.members.items()):
        for mention in mentions:
            if mention in home and before.ids[mention] == before.redirects.get(id):
                home[mention] = id
    return home


def _new(mention: str, prefix: str, taken: set[str]) -> str:
    """An id made from a mention; another if some id of any time is the same."""
    for n in range(len(taken) + 1):
        digest = hashlib.sha256(f"{mention}\n{n}".encode()).hexdigest()[:12]
        if f"{prefix}{digest}" not in taken:
            return f"{prefix}{digest}"
    raise AssertionError("more ids than numbers")  # pragma: no cover


def _follow(
    before: Assignment, ids: Mapping[str, str]
) -> tuple[dict[str, str | None], tuple[Trail, ...], dict[str, tuple[str, ...]]]:
    """Where the ids of earlier runs lead now, what happened to those of the last, and what the merged ones had."""
    alive = set(ids.values())
    went: dict[str, Counter[str]] = {}
    had: dict[str, list[str]] = {}
    for mention, id in sorted(before.ids.items()):
        here = went.setdefault(id, Counter())
        had.setdefault(id, []).append(mention)
        if mention in ids:
            here[ids[mention]] += 1
    redirects: dict[str, str | None] = {}
    members = {id: mentions for id, mentions in before.members.items() if id not in alive}
    trail = [Trail(id, "restored", (id,)) for id in sorted(before.members) if id in alive]
    for id, now in sorted(went.items()):
        main = min(now, key=lambda x: (-now[x], x)) if now else None
        if id not in alive:
            redirects[id] = main
            if main is not None:
                members.pop(id, None)
                members[id] = tuple(had[id])
        if not now:
            if id not in alive:
                trail.append(Trail(id, "gone", ()))
        elif len(now) > 1:
            trail.append(Trail(id, "split", tuple(sorted(now))))
        elif main != id:
            trail.append(Trail(id, "merged", tuple(now)))
    for old, target in before.redirects.items():
        if old not in alive:
            now = Counter(ids[m] for m in members.get(old, ()) if m in ids and before.ids.get(m) == target)
            if now:  # where its own mentions went
                redirects[old] = min(now, key=lambda x: (-now[x], x))
            else:
                redirects[old] = target if target is None or target in alive else redirects.get(target)
    return redirects, tuple(trail), members
