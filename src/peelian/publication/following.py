"""Decisions of people follow a case that was merged into another, and the persons of whom they tell.

Places are written with the ids of their day. What shows less follows for certain: where the record that is meant
can no longer be told, it holds for every record of its kind. What shows more follows only where its place is
the same place still. Policy: unknown counts as hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from peelian.casefile.facts import CaseFile
from peelian.publication.filtering import KINDS
from peelian.publication.rulings import Override, Restriction
from peelian.publication.shapes import Note


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """What became of ids: former ones, of cases and of persons, and those that stand for them now."""

    cases: Mapping[str, str]
    persons: Mapping[str, str]

    def person(self, id: str | None) -> str | None:
        """The id of a person now."""
        return None if id is None else self.persons.get(id, id)

    def place(self, place: str) -> tuple[str, bool]:
        """A place as it is written now; and whether a record's number in it may mean another record by now."""
        parts = place.split("/")
        made = [self.cases.get(part, self.persons.get(part, part)) for part in parts[:2]] + parts[2:]
        record = len(parts) >= 4 and parts[2] in KINDS
        return "/".join(made), record and made != parts


def overrides(given: Iterable[Override], moves: Moves, case: CaseFile) -> Iterator[Override]:
    """Decisions about places, of the case and of those merged into it, for the places of today."""
    for one in given:
        place, doubtful = moves.place(one.target)
        if not doubtful:
            yield msgspec.structs.replace(one, target=place)
        elif one.effect == "withhold":
            for target in _all_of_its_kind(place, case):
                yield msgspec.structs.replace(one, target=target)


def restrictions(given: Iterable[Restriction], moves: Moves, case: CaseFile) -> Iterator[Restriction]:
    """What people found out about orders and restrictions, for the places and persons of today."""
    for one in given:
        targets: list[str] = []
        for target in one.targets:
            place, doubtful = moves.place(target)
            targets += _all_of_its_kind(place, case) if doubtful else [place]
        if one.targets and not targets:
            targets = ["case"]  # an order about a record that is no more: nobody knows what it covers now
        yield msgspec.structs.replace(
            one, targets=tuple(dict.fromkeys(targets)), person=moves.person(one.person)
        )


def notes(given: Iterable[Note], moves: Moves) -> Iterator[Note]:
    """Corrections and replies; one beside a record that may be another by now stands beside the whole case."""
    for one in given:
        about, doubtful = moves.place(one.about) if one.about else ("", False)
        yield msgspec.structs.replace(one, about="" if doubtful else about)


def _all_of_its_kind(place: str, case: CaseFile) -> list[str]:
    """The same place in every record of its kind of the case."""
    _, _, kind, _, *field = place.split("/")
    records = [record for party in case.parties for record in getattr(party, kind)]
    return ["/".join([record.id, *field]) for record in records]
