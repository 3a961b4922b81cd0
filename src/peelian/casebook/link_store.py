"""Storing what linking found: canonical ids that stay, redirects, trails, names, pairs."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peelian.casebook.link_table import Table
from peelian.casebook.models import Case, Mention, Pair, Person
from peelian.linking.canonical import Assignment, assign


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking step came to: persons and cases among the mentions it looked at, what it changed.

    ``contradictions`` are pairs that a person called the same and others' decisions forbid to join;
    ``touched`` the numbers of the cases that are to be derived anew.
    """

    mentions: int = 0
    persons: int = 0
    cases: int = 0
    review: int = 0
    changed: int = 0
    contradictions: tuple[tuple[str, str], ...] = ()
    touched: tuple[int, ...] = ()


@dataclass(slots=True)
class Outcome:
    """What linking found, in linking's keys, before it is stored; ``also`` is done in the same transaction."""

    table: Table
    persons: Sequence[Sequence[str]]
    cases: Sequence[Sequence[str]]
    pairs: Sequence[Pair]
    contradictions: tuple[tuple[str, str], ...] = ()
    also: list[Callable[[], None]] = field(default_factory=list)


def store(outcome: Outcome, around: set[str] | None, at: datetime.datetime) -> Linked:
    """Store an outcome over the mentions ``around`` (None: all). Runs within the caller's transaction."""
    rows = outcome.table.rows
    persons = _assign(outcome.persons, rows, Person, "p-", around)
    matters = _assign(outcome.cases, rows, Case, "c-", around)
    person_pk = _kept(Person, persons, rows, at)
    case_pk = _kept(Case, matters, rows, at)
    touched: set[int] = set()
    changed: list[Mention] = []
    for key, mention in rows.items():
        person, case = person_pk[persons.ids[key]], case_pk[matters.ids[key]]
        if (mention.person_id, mention.case_id) != (person, case):
            touched.update(pk for pk in (mention.case_id, case) if pk is not None)
            mention.person_id, mention.case_id = person, case
            changed.append(mention)
    for mention in changed:
        Mention.internal.filter(pk=mention.pk).update(person=mention.person_id, case=mention.case_id)
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
        touched=tuple(sorted(touched)),
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
    held = {
        key: getattr(mention, name)
        for key, mention in rows.items()
        if getattr(mention, f"{name}_id") is not None
    }
    ids = {key: row.public_id for key, row in held.items()}
    ages = {row.public_id: row.pk for row in held.values()}
    before = model.internal.exclude(redirect=None)
    if around is not None:
        before = before.filter(redirect__public_id__in=set(ids.values()))
    redirects: dict[str, str | None] = {}
    merged: list[tuple[str, str, tuple[str, ...]]] = []
    key_of = {mention.key: key for key, mention in rows.items()}
    for id, target, trail in before.values_list("public_id", "redirect__public_id", "trail"):
        redirects[id] = target
        had: dict[str, Any] = next((step for step in reversed(trail) if step["change"] == "merged"), {})
        members = tuple(sorted(key_of[key] for key in had.get("mentions", ()) if key in key_of))
        merged.append((had.get("at", ""), id, members))
    members_of = {id: members for _, id, members in sorted(merged) if members}
    return assign(groups, Assignment(ids, redirects, members=members_of, ages=ages), prefix=prefix)


def _kept(
    model: Any, assignment: Assignment, rows: Mapping[str, Mention], at: datetime.datetime
) -> dict[str, int]:
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
    _leave_trail(model, assignment, rows, at)
    return there


def _redirect(model: Any, assignment: Assignment, there: Mapping[str, int]) -> None:
    for some in _some(sorted(assignment.redirects)):
        for row in model.internal.filter(public_id__in=some):
            target = assignment.redirects[row.public_id]
            number = None if target is None else there.get(target)
            if number is not None and row.redirect_id != number:
                model.internal.filter(pk=row.pk).update(redirect=number)


def _leave_trail(
    model: Any, assignment: Assignment, rows: Mapping[str, Mention], at: datetime.datetime
) -> None:
    """Note on each row that was merged, split, restored or emptied what became of it.

    Of what was merged its mentions are noted too, so that the id can go back to them.
    """
    for step in assignment.trail:
        row = model.internal.filter(public_id=step.id).first()
        if row is not None:
            note = {
                "change": step.change,
                "into": list(step.into),
                "at": at.isoformat(timespec="microseconds"),
            }
            if step.change == "merged" and step.id in assignment.members:
                note["mentions"] = sorted(rows[key].key for key in assignment.members[step.id])
            row.trail = [*row.trail, note]
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
            row.save(update_fields=["name", "other_names", "force"])


def _store_pairs(pairs: Sequence[Pair], around: set[str] | None) -> None:
    """Have the table hold these pairs among the mentions looked at, and no others among them."""
    if around is None:
        old = {(p.left, p.right): p for p in Pair.internal.all()}
    else:
        old = {(p.left, p.right): p for p in pairs_among(sorted(around))}
    new: list[Pair] = []
    gone: list[int] = []
    for pair in pairs:
        known = old.pop((pair.left, pair.right), None)
        if known is None or _content(known) != _content(pair):
            new.append(pair)
            if known is not None:
                gone.append(known.pk)
    for some in _some([*gone, *(pair.pk for pair in old.values())]):
        Pair.internal.filter(pk__in=some).delete()
    Pair.internal.bulk_create(new, batch_size=500)


def _content(pair: Pair) -> tuple[Any, ...]:
    return pair.weight, pair.band, pair.reason, pair.waterfall


def _some(items: Sequence[Any], size: int = 5000) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def pairs_among(keys: Sequence[str]) -> list[Pair]:
    """The pairs that are kept among mentions."""
    wanted = set(keys)
    return [
        row for some in _some(keys, 400) for row in Pair.internal.filter(left__in=some) if row.right in wanted
    ]
