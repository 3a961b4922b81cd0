"""A published case put into the index, or taken out. The index is derived: ``rebuild`` makes it again."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from itertools import islice

from django.db import transaction

from peelian import law
from peelian.publication.shapes import PublishedCase, PublishedParty
from peelian.web import facets, fulltext
from peelian.web.models import Entry, FacetCount, IndexVersion, Length, NameWord, PersonEntry
from peelian.web.names import words_of

BATCH = 1_000
#: One more each time that the same case gives other rows: then ``catch_up`` makes the index again.
FORMAT = 1


def put(case: PublishedCase) -> Entry | None:
    """Put a case into the index in the place of what was there; a held case is taken out (None)."""
    if case.held:
        drop(case.id)
        return None
    with transaction.atomic():
        before = _values(case.id)
        entry, _ = Entry.public.update_or_create(case_id=case.id, defaults=_columns(case))
        PersonEntry.public.filter(entry=entry).delete()
        Length.public.filter(entry=entry).delete()
        NameWord.public.bulk_create(words_of(PersonEntry.public.bulk_create(_persons(entry, case))))
        Length.public.bulk_create(_lengths(entry, case))
        facets.change(entry.pk, before, facets.values(case))
        fulltext.put([_words(entry, case)])
        _changed()
    return entry


def drop(case_id: str) -> None:
    """Take a case out of the index; one that is not in it is no error."""
    with transaction.atomic():
        before = _values(case_id)
        for pk in list(Entry.public.filter(case_id=case_id).values_list("pk", flat=True)):
            facets.change(pk, before, {})
            fulltext.drop([pk])
            Entry.public.filter(pk=pk).delete()
        _changed()


def _values(case_id: str) -> dict[str, set[str]]:
    """The facets' values of a case as it is in the index; none if it is not."""
    entry = Entry.public.filter(case_id=case_id).first()
    return {} if entry is None else facets.values(entry.case)


def rebuild(cases: Iterable[PublishedCase], progress: Callable[[int], None] | None = None) -> int:
    """Make the index again from all published cases; returns how many it holds.

    ``progress`` is called with the number of cases put in so far.
    """
    bitmaps: list[tuple[int, dict[str, set[str]]]] = []
    with transaction.atomic():
        fulltext.drop(list(Entry.public.values_list("pk", flat=True)))
        Length.public.all().delete()
        NameWord.public.all().delete()
        PersonEntry.public.all().delete()
        Entry.public.all().delete()
        FacetCount.public.all().delete()
        left = (case for case in cases if not case.held)
        while batch := list(islice(left, BATCH)):
            entries = Entry.public.bulk_create(Entry(case_id=case.id, **_columns(case)) for case in batch)
            pairs = list(zip(entries, batch, strict=True))
            persons = PersonEntry.public.bulk_create(
                row for entry, case in pairs for row in _persons(entry, case)
            )
            NameWord.public.bulk_create(words_of(persons))
            Length.public.bulk_create(row for entry, case in pairs for row in _lengths(entry, case))
            bitmaps.extend((entry.pk, facets.values(case)) for entry, case in pairs)
            fulltext.put(_words(entry, case) for entry, case in pairs)
            if progress is not None:
                progress(len(bitmaps))
        facets.replace_all(bitmaps)
        _changed()
        IndexVersion.public.update(format=FORMAT)
    return len(bitmaps)


def _columns(case: PublishedCase) -> dict[str, object]:
    forces = [
        str(party.get("force")) for party in case.parties if party.get("force") and not party.background
    ]
    return {
        "title": case.title,
        "summary": case.summary,
        "names": " ".join(party.label("name") for party in named(case)),
        "force": forces[0] if forces else "",
        "year": facets.year_of(case),
        "latest": facets.latest_day(case),
        "told": facets.latest_told(case),
        "noindex": case.noindex,
        "body": case.to_json().decode(),
    }


def named(case: PublishedCase) -> list[PublishedParty]:
    """The parties whose name is shown, those in the background aside."""
    return [party for party in case.parties if party.named and party.get("name") and not party.background]


def _persons(entry: Entry, case: PublishedCase) -> list[PersonEntry]:
    return [
        PersonEntry(
            entry=entry,
            person_id=party.person,
            name=party.label("name"),
            folded=law.fold_name(party.label("name")),
            other_names=list(party.other_names),
        )
        for party in named(case)
    ]


def _lengths(entry: Entry, case: PublishedCase) -> list[Length]:
    return [
        Length(
            entry=entry,
            kind=duration.kind,
            heading=(duration.heading or duration.kind)[:120],
            shortest=duration.shortest,
            longest=duration.longest,
        )
        for duration in case.durations
    ]


def _words(entry: Entry, case: PublishedCase) -> tuple[int, str, str, str]:
    names = " ".join([entry.names, *(name for party in named(case) for name in party.other_names)])
    return entry.pk, f"{case.title} {case.summary}", names, case.search_text


def _changed() -> None:
    # Drawn at random, not counted: a restored backup must not meet bitmaps kept under the same number.
    number = secrets.randbits(62)
    if not IndexVersion.public.update(number=number):
        IndexVersion.public.create(number=number, format=FORMAT)


def catch_up(progress: Callable[[int, int], None] | None = None) -> int:
    """Bring the index to what publication says is public, if it is not; returns how many cases it holds.

    ``progress`` is called, while the index is made again, with the cases put in so far and how many there are.
    What a signal could not tell (a process that was killed between the two, a restored backup, an index that an
    older Peelian made) is mended here.
    """
    from peelian.publication.models import PublishedRow
    from peelian.publication.services import published_cases

    old = IndexVersion.public.exclude(format=FORMAT).exists()
    public = dict(PublishedRow.public.values_list("case_id", "updated"))
    indexed = dict(Entry.public.values_list("case_id", "updated"))
    if (
        old
        or public.keys() != indexed.keys()
        or any(indexed[case_id] < when for case_id, when in public.items())
    ):
        told = None if progress is None else lambda done: progress(done, len(public))
        return rebuild(published_cases(), told)
    return len(indexed)
