"""Listing: cases and persons found by what is asked for. For the desk and the command line, not the public."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from peelian.casebook.models import Case, Person
from peelian.law import ids, lookup


class NoSuchCase(LookupError):
    """There is no case (or person) with this id, and none it leads to."""


def cases_like(
    *,
    force: str | None = None,
    outcome: str | None = None,
    person: str | None = None,
    year: int | None = None,
    conflicts: bool = False,
    checks: bool = False,
) -> QuerySet[Case]:
    """Cases that fit all that is given, the latest first. Raises ``ValueError`` for an unknown force or outcome."""
    found = Case.internal.filter(redirect=None).exclude(facts=None, by_hand=False)
    if force is not None:
        found = found.filter(force=_id("forces", force))
    if outcome is not None:
        found = found.filter(outcome=_id("outcomes", outcome))
    if person is not None:
        numbers = Person.internal.filter(Q(name__icontains=person) | Q(other_names__icontains=person))
        found = found.filter(
            Q(title__icontains=person) | Q(mentions__person__in=numbers.values("pk"))
        ).distinct()
    if year is not None:
        found = found.filter(events__date__startswith=f"{year:04d}").distinct()
    if conflicts:
        found = found.filter(conflicts_count__gt=0)
    if checks:
        found = found.filter(checks_count__gt=0)
    return found.defer("facts").order_by("-latest", "public_id")


def _id(vocabulary: str, text: str) -> str:
    plain = "_".join(text.lower().replace("&", "and").split())
    for guess in (text, plain, plain.removesuffix("_police")):
        if guess in ids(vocabulary):
            return guess
    known = lookup(vocabulary, text)
    if len(known) != 1:
        listed = ", ".join(sorted(ids(vocabulary)))
        raise ValueError(f"{text!r} is none of the {vocabulary}. They are: {listed}.")
    return known[0]


def case_of(public_id: str) -> Case:
    """The case with an id, or, after a merge, the one it leads to. Raises `NoSuchCase`."""
    case = Case.internal.filter(public_id=public_id).select_related("redirect").first()
    if case is None:
        raise NoSuchCase(f"There is no case {public_id!r}. `peelian cases` lists them.")
    return case.redirect or case


def person_of(public_id: str) -> Person:
    """The person with an id, or, after a merge, the one it leads to. Raises `NoSuchCase`."""
    person = Person.internal.filter(public_id=public_id).select_related("redirect").first()
    if person is None:
        raise NoSuchCase(f"There is no person {public_id!r}.")
    return person.redirect or person
