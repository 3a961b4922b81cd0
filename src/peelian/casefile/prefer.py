"""Which of several values is preferred, and why, in plain words. Nothing is thrown away.

In this order: a person's decision over all; a value with its more exact form counts as that form;
official sources over others; later over earlier; more sources over fewer, copies counted once. Where
a field moves on (charged, then convicted; pending, then decided) the further value is no contradiction
of the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from peelian.casefile.facts import Citation, Fact, Source, Statement, Value, Why
from peelian.casefile.values import contradict, exacter, fits, key
from peelian.law.dates import DateError, earliest, latest

PROGRESS: Final[dict[str, dict[str, int]]] = {
    "offences.stage": {
        "alleged": 0,
        "charged": 1,
        "convicted": 2,
        "acquitted": 2,
        "discontinued": 2,
        "cautioned": 2,
    },
    "proceeding.outcome": {"pending": 0},
    "proceeding.finding": {"pending": 0},
    "appeal.result": {"pending": 0},
}
"""How far along a value is; values that are not in a field's table are as far as it goes (2)."""

_DONE: Final = 2
_REVERSED: Final = frozenset({"offences.stage"})
"""Fields of which a last value can still be replaced: a conviction can be quashed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with its source. ``root`` is the source of which this one is a copy, or itself;
    ``first`` and ``last`` are the days between which the root was published, None if not known."""

    statement: Statement
    source: Source
    root: str
    first: date | None
    last: date | None

    @property
    def value(self) -> Any:
        return self.statement.value

    @property
    def decided(self) -> bool:
        return self.statement.origin == "person" or self.statement.status in ("accepted", "corrected")


@lru_cache(maxsize=8192)
def _days(published: str | None) -> tuple[date | None, date | None]:
    try:
        return (None, None) if published is None else (earliest(published), latest(published))
    except DateError:
        return None, None


def claim_maker(sources: Iterable[Source]) -> Callable[[Statement], Claim | None]:
    """A function that gives a statement its source. It gives None for a rejected statement, an unknown source,
    and a value of a type that the field does not hold.

    A copy counts as, and is as old as, the source that it copies, if that one is in the case.
    """
    by_id = {source.id: source for source in sources}
    roots: dict[str, Source] = {}
    for source in by_id.values():
        root, seen = source, {source.id}
        while root.copy_of in by_id and root.copy_of not in seen:
            root = by_id[root.copy_of]
            seen.add(root.id)
        roots[source.id] = root

    def make(statement: Statement) -> Claim | None:
        source = by_id.get(statement.source)
        if source is None or statement.status == "rejected" or not fits(statement.field, statement.value):
            return None
        root = roots[source.id]
        name = root.id if root.copy_of is None else root.copy_of
        return Claim(statement, source, name, *_days(root.published or source.published))

    return make


@dataclass(slots=True)
class _Group:
    """The claims of one value; ``support`` adds those that give a less exact form of it."""

    key: Hashable
    claims: list[Claim]
    support: list[Claim]

    @property
    def value(self) -> Any:
        one = self.claims[0].value
        if all(claim.value == one for claim in self.claims):
            return one
        return min(self.claims, key=_best).value

    @property
    def decided(self) -> bool:
        return any(claim.decided for claim in self.claims)

    def before(self, other: _Group) -> bool:
        """Whether all that support this value were certainly published before one that supports the other."""
        over = _over(self.support)
        newest = max((claim.first for claim in other.support if claim.first is not None), default=None)
        return over is not None and newest is not None and over < newest


def _best(claim: Claim) -> tuple[Any, ...]:
    """Orders the claims of one value: whose spelling of it is shown."""
    written = claim.value
    shouted = isinstance(written, str) and written.isupper()
    day = claim.last.toordinal() if claim.last else 0
    return (
        not claim.decided,
        claim.statement.status == "accepted",
        shouted,
        not claim.source.official,
        -day,
        str(written),
        claim.statement.key,
    )


def fact(
    field: str,
    claims: Sequence[Claim],
    *,
    aside: Sequence[Claim] = (),
    because: str | None = None,
    contradicts: Callable[[Claim, Claim], bool] | None = None,
) -> Fact | None:
    """The preferred value of a field among all claims, or None if there is none.

    ``aside`` are claims about another moment (the count when charged, the day for which a hearing was
    planned): shown, but neither preferred nor a contradiction while there are others; ``because`` says
    in plain words why. ``contradicts`` replaces the plain comparison of two claims.
    """
    if not claims:
        claims, aside = aside, ()
    if not claims:
        return None
    groups = _grouped(field, claims)
    behind: list[_Group] = []
    ahead = groups
    if field in PROGRESS and len(groups) > 1:
        ahead, behind = _furthest(field, groups)
    chosen, why = _choose(field, ahead)
    if why == "only" and behind:
        why = "later" if all(group.before(chosen) for group in behind) else "more_exact"
    rest = [group for group in groups if group is not chosen]
    stale = {group.key for group in behind}
    differ = contradicts or (lambda one, other: contradict(field, one.value, other.value))
    conflict = False
    for group in rest:
        if group.key in stale:
            continue
        conflict = conflict or any(differ(one, other) for one in chosen.claims for other in group.claims)
    if contradicts is not None:
        conflict = conflict or any(
            contradicts(one, other) for one in chosen.claims for other in chosen.claims if one is not other
        )
    every = _grouped(field, [*claims, *aside]) if aside else groups
    others = [value_of(group.value, group.claims) for group in every if group.key != chosen.key]
    reason = _reason(field, why, chosen, len(groups), stale)
    if why == "only" and others and because is not None:
        why, reason = "later", because
    return Fact(
        field=field,
        value=chosen.value,
        why=why,
        reason=reason,
        preferred=next(value_of(chosen.value, group.claims) for group in every if group.key == chosen.key),
        others=tuple(sorted(others, key=lambda one: (one.decision is None, -one.sources, str(one.value)))),
        conflict=conflict,
    )


def _grouped(field: str, claims: Sequence[Claim]) -> list[_Group]:
    groups: dict[Hashable, _Group] = {}
    for claim in claims:
        at = key(field, claim.value)
        group = groups.get(at)
        if group is None:
            groups[at] = _Group(at, [claim], [claim])
        else:
            group.claims.append(claim)
            group.support.append(claim)
    return sorted(groups.values(), key=lambda group: str(group.key))


def _furthest(field: str, groups: list[_Group]) -> tuple[list[_Group], list[_Group]]:
    """The values that are furthest along, and those behind them.

    A person's decision holds against all but what was certainly published after the source that it is
    about: the word of April, accepted, does not stop the conviction of June. Among values that are
    equally far, one that was certainly told later is ahead where it can be (a conviction quashed).
    """
    table = PROGRESS[field]
    how_far = {group.key: table.get(group.value, _DONE) for group in groups}
    ahead = groups
    decided = [group for group in groups if group.decided]
    if decided:
        most = max(how_far[group.key] for group in decided)
        ahead = [
            group
            for group in groups
            if group.decided or (how_far[group.key] > most and all(one.before(group) for one in decided))
        ]
    top = max(how_far[group.key] for group in ahead)
    ahead = [group for group in ahead if how_far[group.key] == top]
    moves_on = field in _REVERSED
    if moves_on and len(ahead) > 1 and not any(group.decided for group in ahead):
        ahead = [
            group
            for group in ahead
            if not any(_wholly_before(group, other) for other in ahead if other is not group)
        ]
    # Behind: less far along, or told certainly earlier by all who tell it. The rest contradict.
    behind = [
        group
        for group in groups
        if group not in ahead
        and (how_far[group.key] < top or (moves_on and any(_wholly_before(group, other) for other in ahead)))
    ]
    return ahead, behind


def _wholly_before(group: _Group, other: _Group) -> bool:
    over = _over(group.claims)
    began = [claim.first for claim in other.claims if claim.first is not None]
    return over is not None and len(began) == len(other.claims) and over < min(began)


def _over(claims: Sequence[Claim]) -> date | None:
    """The day by which all sources of some claims were published; None if one of them is not dated."""
    days = [claim.last for claim in claims if claim.last is not None]
    return max(days) if len(days) == len(claims) else None


def _choose(field: str, groups: list[_Group]) -> tuple[_Group, Why]:
    """The preferred group and the rule that settled it."""
    if len(groups) == 1:
        return groups[0], "decision" if groups[0].decided else "only"
    left = [group for group in groups if group.decided]
    if len(left) == 1:
        return left[0], "decision"
    why: Why = "decision" if left else "first"
    # What a person wrote or corrected says more than what a person let stand.
    written = [
        group for group in left if any(c.decided and c.statement.status != "accepted" for c in group.claims)
    ]
    left = written or left or groups
    if len(left) > 1:
        absorbed = {
            group.key
            for group in left
            if any(exacter(field, other.value, group.value) for other in left if other is not group)
        }
        for group in left:
            group.support = list(group.claims)
            for other in left:
                if other.key in absorbed and exacter(field, group.value, other.value):
                    group.support += other.claims
        if absorbed:
            left = [group for group in left if group.key not in absorbed]
            why = "decision" if why == "decision" else "more_exact"
    for rule, keep in _RULES:
        if len(left) == 1:
            break
        kept = keep(left)
        if len(kept) < len(left):
            left = kept
            why = "decision" if why == "decision" else rule
    if len(left) > 1:
        left = [min(left, key=_first)]
        why = "decision" if why == "decision" else "first"
    return left[0], why


def _official(groups: list[_Group]) -> list[_Group]:
    spoken = [group for group in groups if any(claim.source.official for claim in group.support)]
    return spoken or groups


def _later(groups: list[_Group]) -> list[_Group]:
    kept = [
        group for group in groups if not any(group.before(other) for other in groups if other is not group)
    ]
    return kept or groups


def _more_sources(groups: list[_Group]) -> list[_Group]:
    most = max(_sources(group.support) for group in groups)
    return [group for group in groups if _sources(group.support) == most]


_RULES: Final[tuple[tuple[Why, Callable[[list[_Group]], list[_Group]]], ...]] = (
    ("official", _official),
    ("later", _later),
    ("more_sources", _more_sources),
)


def _first(group: _Group) -> tuple[Any, ...]:
    """Settles what no rule settles: the source first published, then ids, so that no input order matters."""
    return min(
        (claim.first or date.max, claim.source.id, claim.statement.pointer, str(claim.value))
        for claim in group.claims
    )


def _sources(claims: Iterable[Claim]) -> int:
    return len({claim.root for claim in claims})


def citation(claim: Claim) -> Citation:
    """Where a claim is said."""
    statement = claim.statement
    return Citation(
        source=statement.source,
        statement=statement.key,
        spans=statement.spans,
        quote=statement.quote,
        status=statement.status,
    )


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as they are cited: official first, then by day of publication, source and place in the text."""
    return sorted(
        claims,
        key=lambda claim: (
            not claim.source.official,
            claim.first or date.max,
            claim.source.id,
            claim.statement.spans,
            claim.statement.key,
        ),
    )


def value_of(shown: Any, claims: Sequence[Claim]) -> Value:
    """A value with everything that is said for it."""
    decided = min((claim for claim in claims if claim.decided), key=_best, default=None)
    decision = None if decided is None else decided.statement.decision or decided.statement.status
    return Value(
        value=shown,
        citations=tuple(citation(claim) for claim in in_order(claims)),
        sources=_sources(claims),
        official=any(claim.source.official for claim in claims),
        decision=decision,
    )


def _reason(field: str, why: Why, chosen: _Group, values: int, stale: set[Hashable]) -> str:
    many = _sources(chosen.support)
    told = "one source says it" if many == 1 else f"{many} sources say it"
    if why == "decision":
        return "A person decided it."
    if why == "only":
        return f"It is the only value given: {told}."
    if why == "official":
        said = sorted(
            {c.source.publisher or "an official source" for c in chosen.support if c.source.official}
        )
        return f"An official source says it ({', '.join(said)}); official sources come before others."
    if why == "later":
        newest = max((c.last for c in chosen.support if c.last), default=None)
        day = f" ({newest.isoformat()})" if newest else ""
        if stale and field in PROGRESS:
            return f"The latest source{day} tells how far the matter has come; the earlier value was true before it."
        return f"The latest of the sources says it{day}; later sources come before earlier ones."
    if why == "more_sources":
        return f"More sources say it than say another value: {told}, copies counted once."
    if why == "more_exact":
        if stale and field in PROGRESS:
            return "It is how far the matter has come in any source; the other values come before it."
        return "It is the more exact form; the other sources say the same with less detail."
    return f"No rule prefers one of the {values} values: the one first published is shown."
