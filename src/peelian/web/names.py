"""People named in published cases, found by the words of their names: by index, never by reading through all.

persons_starting    whose name has these words, the last of them perhaps unfinished
persons_like        whose name shares words with this one, those that share most first
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import Count, Q, QuerySet

from peelian.web.models import NameWord, PersonEntry

MOST_LIKE = 200
#: So many letters of a surname must be right for a name that shares no word whole.
LETTERS = 4


def words_of(persons: Iterable[PersonEntry]) -> list[NameWord]:
    """The rows that find some persons (which have ids already)."""
    return [
        NameWord(person=person, word=word[:80])
        for person in persons
        for word in sorted(set(person.folded.split()))
    ]


def persons_starting(folded: str) -> QuerySet[PersonEntry]:
    """Persons whose name has all words of a folded text, the last one as the beginning of a word."""
    *whole, last = folded.split() or [""]
    found = PersonEntry.public.filter(_starts(last[:80]))
    for word in whole:
        found = found.filter(words__word=word[:80])
    return found


def persons_like(folded: str) -> list[PersonEntry]:
    """Persons whose name may be meant by a folded text, with their entries, at most a few hundred."""
    words = folded.split()
    if not words:
        return []
    shared = PersonEntry.public.filter(words__word__in=words).annotate(
        shared=Count("words__word", distinct=True)
    )
    found = list(shared.select_related("entry").order_by("-shared", "pk")[:MOST_LIKE])
    near = PersonEntry.public.filter(_starts(words[-1][:LETTERS])).exclude(pk__in=[one.pk for one in found])
    return found + list(near.select_related("entry").distinct().order_by("pk")[: MOST_LIKE - len(found)])


def _starts(beginning: str) -> Q:
    if connection.vendor == "sqlite":  # where LIKE uses no index
        return Q(words__word__gte=beginning, words__word__lt=beginning + "\uffff")
    return Q(words__word__startswith=beginning)
