"""The linking step: which mentions are one person and one case, with people's decisions, stored.

``link_all`` looks at every mention. ``link_around`` looks only at what a decision can touch: the mentions
that hang together through scored pairs, decisions or shared documents; the result is the same, since
nothing outside them is concerned. Canonical ids come from the last run and stay.

What is stored is stored in one transaction, and only if nothing was decided or read meanwhile; else the
step is taken again.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from peelian.casebook.link_decisions import CaseRules, case_rules, judgements
from peelian.casebook.models import Case, Decision, Mention, Pair, Person, Reading
from peelian.linking.canonical import Assignment, Trail, assign

#: More mentions than this hang together: then all are linked, which costs little more.
FAR: Final = 20_000
_TRIES: Final = 5


class LinkingDisturbed(Exception):
    """While linking ran, others went on reading or deciding, several times over. Try again."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking step came to: persons and cases among the mentions it looked at, what it changed."""

    mentions: int = 0
    persons: int = 0
    cases: int = 0
    review: int = 0
    changed: int = 0
    contradictions: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Table:
    """Mentions in linking's own keys (``s-…#0``: the source and the subject's place), and ours."""

    rows: dict[str, Mention] = field(default_factory=dict)
    key_of: dict[str, str] = field(default_factory=dict)  # ours to linking's
    readings: list[dict[str, Any]] = field(default_factory=list)


def unlinked() -> bool:
    """Whether there are mentions that no linking step has seen yet."""
    return Mention.internal.filter(current=True, person=None).exists() or (
        Mention.internal.filter(current=False).exclude(person=None).exists()
    )


def link_all(at: datetime.datetime | None = None) -> Linked:
    """Link every mention of the casebook. Raises `LinkingDisturbed` if others keep changing it meanwhile."""
    return _until_undisturbed(lambda: _found(_table(Mention.internal.filter(current=True))), None, at)


def link_new(at: datetime.datetime | None = None) -> Linked:
    """Link the mentions that are not linked yet."""
    return link_all(at)


def link_around(keys: Iterable[str], at: datetime.datetime | None = None) -> Linked:
    """Link anew what hangs together with these mentions (our keys), by the pairs that were scored before."""
    around = surroundings(keys)
    if around is None:
        return link_all(at)
    return _until_undisturbed(
        lambda: _clustered(_table(Mention.internal.filter(key__in=around, current=True))), around, at
    )


# ---- what is looked at


def surroundings(keys: Iterable[str]) -> set[str] | None:
    """The keys of all mentions that hang together with these; None if they are too many to look at apart."""
    said, rules = judgements(), case_rules()
    found: set[str] = set()
    new = set(Mention.internal.filter(key__in=list(keys), current=True).values_list("key", flat=True))
    while new:
        found |= new
        if len(found) > FAR:
            return None
        here = list(new)
        near = _neighbours(here) | said.partners(here) | rules.partners(here)
        near &= set(Mention.internal.filter(key__in=near, current=True).values_list("key", flat=True))
        new = near - found
    return found


def _neighbours(here: list[str]) -> set[str]:
    near: set[str] = set()
    for start in range(0, len(here), 400):
        some = here[start : start + 400]
        for left, right in Pair.internal.filter(Q(left__in=some) | Q(right__in=some)).values_list(
            "left", "right"
        ):
            near.update((left, right))
        mine = Mention.internal.filter(key__in=some)
        near.update(
            Mention.internal.filter(
                Q(source__in=mine.values("source"))
                | Q(person__in=mine.exclude(person=None).values("person"))
                | Q(case__in=mine.exclude(case=None).values("case"))
            ).values_list("key", flat=True)
        )
    return near


def _table(mentions: Any) -> _Table:
    """Mentions as linking takes them: a reading a source, its subjects as the newest reading has them."""
    table = _Table()
    by_source: dict[int, list[Mention]] = defaultdict(list)
    rows = mentions.select_related("source", "person", "case").order_by("source", "index", "key")
    for mention in rows:
        by_source[mention.source_id].append(mention)
    for some in by_source.values():
        source = some[0].source
        for place, mention in enumerate(some):
            key = f"{source.public_id}#{place}"
            table.rows[key], table.key_of[mention.key] = mention, key
        table.readings.append(
            {
                "id": source.public_id,
                "published": source.published,
                "publisher": source.publisher,
                "kind": source.kind,
                "subjects": [mention.subject for mention in some],
            }
        )
    return table


# ---- linking itself


@dataclass(slots=True)
class _Outcome:
    table: _Table
    persons: list[list[str]]
    cases: list[list[str]]
    pairs: list[Pair]
    contradictions: tuple[tuple[str, str], ...]


def _decisions(table: _Table) -> list[dict[str, str]]:
    return [
        {"a": table.key_of[a], "b": table.key_of[b], "judgement": said}
        for a, b, said in judgements().all()
        if a in table.key_of and b in table.key_of
    ]


def _found(table: _Table) -> _Outcome:
    """Score and cluster every mention of a table."""
    from peelian.linking import link

    if not table.readings:
        return _Outcome(table, [], [], [], ())
    links = link(table.readings, decisions=_decisions(table))
    persons = _groups(links.previous.persons.ids)
    matters = _groups(links.previous.cases.ids)
    pairs = [
        _pair(table, p["a"], p["b"], p["weight"], p["band"], p["reason"], p["waterfall"]) for p in links.pairs
    ]
    said = tuple((table.rows[d.a].key, table.rows[d.b].key) for d in links.contradictions)
    return _Outcome(table, persons, _ruled(table, matters), pairs, said)


def _clustered(table: _Table) -> _Outcome:
    """Cluster the mentions of a table by the pairs that are scored already."""
    from peelian.linking import constraints, scoring, weights
    from peelian.linking.cases import cases
    from peelian.linking.mentions import all_mentions

    if not table.readings:
        return _Outcome(table, [], [], [], ())
    mentions = {m.key: m for m in all_mentions(table.readings)}
    rows = {
        (row.left, row.right): row
        for row in _pairs_among(list(table.key_of))
        if row.waterfall  # a pair without one was never scored: it is there because a person judged it
    }
    scored, old = [], {}
    for (left, right), row in rows.items():
        a, b = sorted((table.key_of[left], table.key_of[right]))
        scored.append(scoring.Pair(a, b, row.weight))
        old[a, b] = row
    clusters = constraints.cluster(
        mentions, scored, constraints.decisions_of(_decisions(table)), weights.load().bands
    )
    pairs = []
    for (a, b), band in sorted(clusters.bands.items()):
        known = old.get((a, b))
        reason = clusters.reasons.get((a, b))
        pairs.append(
            _pair(table, a, b, known.weight if known else 0.0, band, reason, known.waterfall if known else [])
        )
    said = tuple((table.rows[d.a].key, table.rows[d.b].key) for d in clusters.contradictions)
    return _Outcome(table, clusters.members, _ruled(table, cases(clusters.members, mentions)), pairs, said)


def _pairs_among(keys: Sequence[str]) -> list[Pair]:
    wanted = set(keys)
    found = []
    for start in range(0, len(keys), 400):
        for row in Pair.internal.filter(left__in=keys[start : start + 400]):
            if row.right in wanted:
                found.append(row)
    return found


def _pair(
    table: _Table, a: str, b: str, weight: float, band: str, reason: str | None, waterfall: Any
) -> Pair:
    left, right = sorted((table.rows[a].key, table.rows[b].key))
    return Pair(left=left, right=right, weight=weight, band=band, reason=reason or "", waterfall=waterfall)


def _groups(ids: Mapping[str, str]) -> list[list[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for mention, id in ids.items():
        grouped[id].append(mention)
    return [sorted(group) for group in grouped.values()]


def _ruled(table: _Table, matters: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cases as linking has them, with what people decided of cases applied."""
    rules: CaseRules = case_rules()
    ours = rules.apply([[table.rows[key].key for key in group] for group in matters])
    return [sorted(table.key_of[key] for key in group) for group in ours]


# ---- storing it


def _state() -> tuple[Any, ...]:
    """What must not have changed between looking and storing."""
    return (
        Decision.internal.aggregate(Max("pk"))["pk__max"],
        Reading.internal.aggregate(Max("pk"))["pk__max"],
    )


def _until_undisturbed(
    find: Callable[[], _Outcome], around: set[str] | None, at: datetime.datetime | None
) -> Linked:
    for _ in range(_TRIES):
        before = _state()
        outcome = find()
        with transaction.atomic():
            if _state() == before:
                return _store(outcome, around, at or timezone.now())
    raise LinkingDisturbed("others keep adding or deciding; run `peelian rebuild` when they have done")


def _store(outcome: _Outcome, around: set[str] | None, at: datetime.datetime) -> Linked:
    rows = outcome.table.rows
    persons = _assign(outcome.persons, rows, Person, "p-", around)
    matters = _assign(outcome.cases, rows, Case, "c-", around)
    person_pk = _kept(Person, persons, at)
    case_pk = _kept(Case, matters, at)
    touched: set[int] = set()
    changed: list[Mention] = []
    for key, mention in rows.items():
        person, case = person_pk[persons.ids[key]], case_pk[matters.ids[key]]
        if (mention.person_id, mention.case_id) != (person, case):
            touched.update(pk for pk in (mention.case_id, case) if pk is not None)
            mention.person_id, mention.case_id = person, case
            changed.append(mention)
    Mention.internal.bulk_update(changed, ["person", "case"], batch_size=500)
    gone = Mention.internal.filter(current=False).exclude(person=None, case=None)
    touched.update(pk for pk in gone.values_list("case", flat=True) if pk is not None)
    gone.update(person=None, case=None)
    _name(person_pk, rows, persons)
    _store_pairs(outcome.pairs, around)
    for some in _some(sorted(touched)):
        Case.internal.filter(pk__in=some).update(stale=True)
    return Linked(
        mentions=len(rows),
        persons=len(set(persons.ids.values())),
        cases=len(set(matters.ids.values())),
        review=sum(pair.band == "review" for pair in outcome.pairs),
        changed=len(touched),
        contradictions=outcome.contradictions,
    )


def _assign(
    groups: Sequence[Sequence[str]],
    rows: Mapping[str, Mention],
    model: Any,
    prefix: str,
    around: set[str] | None,
) -> Assignment:
    """Canonical ids of groups, those of the last run kept."""
    name = "person" if model is Person else "case"
    ids = {
        key: getattr(mention, name).public_id
        for key, mention in rows.items()
        if getattr(mention, f"{name}_id") is not None
    }
    before = model.internal.exclude(redirect=None)
    if around is not None:
        before = before.filter(redirect__public_id__in=set(ids.values()))
    redirects = dict(before.values_list("public_id", "redirect__public_id"))
    return assign(groups, Assignment(ids, redirects), prefix=prefix)


def _kept(model: Any, assignment: Assignment, at: datetime.datetime) -> dict[str, int]:
    """Make the rows of new ids, point those that are no more to the ones that remain; the numbers of all ids."""
    wanted = sorted(set(assignment.ids.values()))
    there: dict[str, int] = {}
    for some in _some(wanted):
        there.update(model.internal.filter(public_id__in=some).values_list("public_id", "pk"))
    new = [model(public_id=id) for id in wanted if id not in there]
    model.internal.bulk_create(new, batch_size=500)
    for some in _some([row.public_id for row in new]):
        there.update(model.internal.filter(public_id__in=some).values_list("public_id", "pk"))
    for some in _some(wanted):
        model.internal.filter(public_id__in=some).exclude(redirect=None).update(redirect=None)
    _redirect(model, assignment, there)
    _leave_trail(model, assignment.trail, at)
    return there


def _redirect(model: Any, assignment: Assignment, there: Mapping[str, int]) -> None:
    for some in _some(sorted(assignment.redirects)):
        for row in model.internal.filter(public_id__in=some):
            target = assignment.redirects[row.public_id]
            number = None if target is None else there.get(target)
            if number is not None and row.redirect_id != number:
                model.internal.filter(pk=row.pk).update(redirect=number)


def _leave_trail(model: Any, trail: Sequence[Trail], at: datetime.datetime) -> None:
    """Note on each row that was merged, split or emptied what became of it; a case so noted is derived anew."""
    for step in trail:
        row = model.internal.filter(public_id=step.id).first()
        if row is not None:
            row.trail = [
                *row.trail,
                {"change": step.change, "into": list(step.into), "at": at.isoformat(timespec="seconds")},
            ]
            row.save(update_fields=["trail"])


def _name(person_pk: Mapping[str, int], rows: Mapping[str, Mention], persons: Assignment) -> None:
    """Give each person the fullest name and the force that sources give; their other names beside it."""
    members: dict[str, list[Mention]] = defaultdict(list)
    for key, id in persons.ids.items():
        members[id].append(rows[key])
    people = {
        row.public_id: row
        for some in _some(sorted(members))
        for row in Person.internal.filter(public_id__in=some)
    }
    changed = []
    for id, mentions in members.items():
        names = sorted({m.name for m in mentions if m.name}, key=lambda n: (-len(n.split()), -len(n), n))
        forces = sorted(force for m in mentions if (force := m.subject.get("force")))
        now = (
            names[0] if names else "",
            names[1:],
            max(forces, key=lambda force: (forces.count(force), force), default=""),
        )
        row = people[id]
        if (row.name, row.other_names, row.force) != now:
            row.name, row.other_names, row.force = now
            changed.append(row)
    Person.internal.bulk_update(changed, ["name", "other_names", "force"], batch_size=500)


def _store_pairs(pairs: Sequence[Pair], around: set[str] | None) -> None:
    """Have the table hold these pairs among the mentions looked at, and no others among them."""
    if around is None:
        old = {(p.left, p.right): p for p in Pair.internal.all()}
    else:
        old = {(p.left, p.right): p for p in _pairs_among(sorted(around))}
    new: list[Pair] = []
    changed: list[Pair] = []
    for pair in pairs:
        known = old.pop((pair.left, pair.right), None)
        if known is None:
            new.append(pair)
        elif _content(known) != _content(pair):
            pair.pk = known.pk
            changed.append(pair)
    Pair.internal.bulk_create(new, batch_size=500)
    Pair.internal.bulk_update(changed, ["weight", "band", "reason", "waterfall"], batch_size=200)
    for some in _some([pair.pk for pair in old.values()]):
        Pair.internal.filter(pk__in=some).delete()


def _content(pair: Pair) -> tuple[Any, ...]:
    return pair.weight, pair.band, pair.reason, pair.waterfall


def _some(items: Sequence[Any], size: int = 5000) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
