"""By what a search can be narrowed: each facet with its heading, its values of a case, its words.

The counts beside the values come from Roaring bitmaps of entry ids, one a value, kept in the index and
held in memory for one version of it: a count is the size of an intersection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _
from pyroaring import BitMap

from peelian import law
from peelian.publication.shapes import PublishedCase, PublishedParty
from peelian.publication.wording import STAGES
from peelian.web.models import FacetCount, IndexVersion


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: the name in addresses, the heading, the vocabulary that names its values (None: themselves)."""

    name: str
    heading: str
    vocabulary: str | None = None

    def label(self, value: str) -> str:
        """A value in words."""
        if self.vocabulary is None:
            return OWN_WORDS.get(self.name, {}).get(value, value)
        try:
            return law.term(self.vocabulary, value).name
        except LookupError:
            return value.replace("_", " ").capitalize()


#: The groups of the law's offences (``category`` in ``law/data/offences.yaml``), each in words.
CONDUCT = {
    "sexual_child": "Sexual offences against children",
    "sexual_adult": "Sexual offences",
    "violence": "Violence and coercion",
    "corruption": "Corruption and office",
    "data": "Misuse of data",
    "public_justice": "Perverting justice",
    "dishonesty": "Dishonesty",
    "drugs": "Drugs",
    "driving": "Driving",
    "other": "Public order and other",
}
OWN_WORDS: dict[str, dict[str, str]] = {
    "conduct": CONDUCT,
    "court_outcome": STAGES,
    "resigned": {"resigned": "Resigned first", "retired": "Retired first"},
}
FACETS: tuple[Facet, ...] = (
    Facet("force", _("Force"), "forces"),
    Facet("year", _("Year")),
    Facet("outcome", _("Outcome"), "outcomes"),
    Facet("hearing", _("Hearing"), "proceedings"),
    Facet("finding", _("Finding"), "findings"),
    Facet("court_outcome", _("Court outcome")),
    Facet("conduct", _("Conduct")),
    Facet("offence", _("Offence"), "offences"),
    Facet("rank", _("Rank"), "ranks"),
    Facet("standard", _("Standard of behaviour"), "standards"),
    Facet("court", _("Court")),
    Facet("resigned", _("Left before the end")),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def values(case: PublishedCase) -> dict[str, set[str]]:
    """Every facet's values of a case, from what is shown of its parties (those in the background aside)."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in case.parties:
        if not party.background:
            for facet, value in _of_party(party):
                found[facet].add(value)
    if year := year_of(case):
        found["year"].add(str(year))
    return found


def _of_party(party: PublishedParty) -> Iterator[tuple[str, str]]:
    for field in ("force", "rank", "resigned"):
        if value := party.get(field):
            yield field, str(value)
    for court in party.lists.get("courts", ()):
        if court.visible and court.value:
            yield "court", str(court.value)
    for offence in party.offences:
        if kind := offence.get("offence"):
            yield "offence", str(kind)
            yield "conduct", conduct_of(str(kind))
        if stage := offence.get("stage"):
            yield "court_outcome", str(stage)
    for proceeding in party.proceedings:
        for field, facet in (("kind", "hearing"), ("finding", "finding"), ("outcome", "outcome")):
            if value := proceeding.get(field):
                yield facet, str(value)
        standards = proceeding.get("standards")
        for standard in standards if isinstance(standards, list | tuple) else ():
            yield "standard", str(standard)
    for standard in party.lists.get("proceeding.standards", ()):
        if standard.visible and standard.value:
            yield "standard", str(standard.value)


def conduct_of(offence: str) -> str:
    """The group of an offence id: a key of ``CONDUCT``."""
    try:
        return str(law.term("offences", offence).extra["category"])
    except LookupError:
        return "other"


def latest_day(case: PublishedCase) -> str:
    """The ISO day by which a case is sorted: of its latest dated event, else of its latest source, else ''."""
    days = [event.latest or event.earliest or "" for event in case.events]
    if not any(days):
        days = [source.published or "" for source in case.sources]
    day = max((day for day in days if day[:4].isdigit()), default="")
    return day[:10]


def latest_told(case: PublishedCase) -> str:
    """The same day as exactly as it is known (EDTF): "2023-05" where only the month of the latest event is told."""
    day = latest_day(case)
    told = [event.date for event in case.events if event.date and (event.latest or event.earliest) == day]
    return max((one for one in told if one[:4].isdigit()), key=len, default=day) if day else ""


def year_of(case: PublishedCase) -> int | None:
    """The year of a case: of the last decision or sentence whose year is told, else of its latest day."""
    days = [str(party.get("sentenced_on") or "") for party in case.parties if not party.background]
    days += [
        str(record.get("date") or "")
        for party in case.parties
        if not party.background
        for record in party.proceedings
    ]
    years = [int(day[:4]) for day in days if day[:4].isdigit()]
    if years:
        return max(years)
    day = latest_day(case)
    return int(day[:4]) if day else None


class Counts:
    """The bitmaps of one version of the index, in memory."""

    def __init__(self) -> None:
        self.version = -1
        self.maps: dict[str, dict[str, BitMap]] = {}

    def fresh(self) -> Counts:
        """This object, brought up to the index's present version."""
        version = IndexVersion.public.values_list("number", flat=True).first() or 0
        if version != self.version:
            maps: dict[str, dict[str, BitMap]] = defaultdict(dict)
            for row in FacetCount.public.all():
                maps[row.facet][row.value] = BitMap.deserialize(bytes(row.entries))
            self.maps, self.version = dict(maps), version
        return self

    def chosen(self, choices: dict[str, list[str]], but: str | None = None) -> BitMap | None:
        """Entries that fit every facet's choices (one of several values each); None if nothing is chosen."""
        result: BitMap | None = None
        for facet, wanted in choices.items():
            if facet == but or not wanted:
                continue
            either = BitMap()
            for value in wanted:
                either |= self.maps.get(facet, {}).get(value, BitMap())
            result = either if result is None else result & either
        return result

    def counted(self, facet: str, among: BitMap | None) -> list[tuple[str, int]]:
        """Values of a facet with their number of entries ``among`` some (None: all), most frequent first."""
        pairs = (
            (value, len(entries) if among is None else entries.intersection_cardinality(among))
            for value, entries in self.maps.get(facet, {}).items()
        )
        if facet == "year":
            return sorted((pair for pair in pairs if pair[1]), reverse=True)
        return sorted((pair for pair in pairs if pair[1]), key=lambda pair: (-pair[1], pair[0]))


COUNTS = Counts()


def change(entry: int, before: dict[str, set[str]], now: dict[str, set[str]]) -> None:
    """Move an entry from the bitmaps of the values that it had to those of the values that it has."""
    old, new = ({(facet, value) for facet in found for value in found[facet]} for found in (before, now))
    for facet, value in old - new:
        row = FacetCount.public.filter(facet=facet, value=value).first()
        if row is None:  # an index of an older Peelian, that has not been made again yet
            continue
        entries = BitMap.deserialize(bytes(row.entries))
        entries.discard(entry)
        if entries:
            row.entries = entries.serialize()
            row.save(update_fields=["entries"])
        else:
            row.delete()
    for facet, value in new - old:
        row, _ = FacetCount.public.get_or_create(
            facet=facet, value=value, defaults={"entries": BitMap().serialize()}
        )
        row.entries = (BitMap.deserialize(bytes(row.entries)) | BitMap([entry])).serialize()
        row.save(update_fields=["entries"])


def replace_all(pairs: Iterable[tuple[int, dict[str, set[str]]]]) -> None:
    """Make every bitmap again from (entry, values) pairs."""
    maps: dict[tuple[str, str], BitMap] = defaultdict(BitMap)
    for entry, found in pairs:
        for facet, chosen in found.items():
            for value in chosen:
                maps[facet, value].add(entry)
    FacetCount.public.all().delete()
    FacetCount.public.bulk_create(
        FacetCount(facet=facet, value=value, entries=entries.serialize())
        for (facet, value), entries in maps.items()
    )
