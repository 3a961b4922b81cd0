"""FollowTheMoney: proven, approved outcomes of people who may be named; evidence beside it as Parquet.

``entities.ftm.json`` holds one entity a line: persons, forces, employments, hearings, court cases and
parties to them, sanctions, documents and what they document. An allegation, a charge, an acquittal or a
matter not proven makes no entity: screening systems act on what they are given. ``Employment`` is an edge,
never ``Occupancy`` (a constable is no politically exposed person). Country codes know no England: ``gb``.

A FollowTheMoney statement cannot carry a place in a text, so ``evidence.parquet`` does: the statement's id
(SHA-1 over dataset, entity, property, value, as the library makes it), the document, the quotation.
Written without the library, which needs ICU; the tests validate with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.publication.shapes import PublishedCase, PublishedParty, PublishedRecord, Quote, Shown

DATASET: Final = "peelian"
_AGAINST: Final = frozenset(
    {
        "dismissed_without_notice",
        "dismissed_with_immediate_effect",
        "dismissed",
        "dismissed_with_notice",
        "would_have_been_dismissed",
        "required_to_resign",
        "reduction_in_rank",
        "final_written_warning",
        "written_warning",
    }
)
_PROVEN: Final = frozenset({"misconduct", "gross_misconduct"})
_ARTICLES: Final = frozenset({"news", "force_release", "oversight_release", "prosecution_release"})
_COUNTRIES: Final = {"police_scotland": "gb-sct", "psni": "gb-nir"}
_WELSH: Final = frozenset({"dyfed_powys", "gwent", "north_wales", "south_wales"})
#: What a Documentation can be about: things, never intervals.
_THINGS: Final = frozenset({"Person", "Event", "CourtCase"})
_NAME, _STRING = 384, 1024

Entity = dict[str, Any]
EVIDENCE: Final = pa.schema(
    [
        ("statement_id", pa.string()),
        ("entity_id", pa.string()),
        ("prop", pa.string()),
        ("value", pa.string()),
        ("document_id", pa.string()),
        ("quote", pa.string()),
        ("marks", pa.list_(pa.list_(pa.int32()))),
        ("masked", pa.bool_()),
        ("peelian_statement", pa.string()),
    ]
)


class FtmWriter:
    """Writes ``entities.ftm.json`` and ``evidence.parquet``."""

    def __init__(self, folder: Path) -> None:
        self.path, self.evidence_path = folder / "entities.ftm.json", folder / "evidence.parquet"
        self._stream = self.path.open("w", encoding="utf-8", newline="\n")
        self._evidence = pq.ParquetWriter(self.evidence_path, EVIDENCE, compression="zstd")
        self._written: set[str] = set()
        self._persons: dict[str, Entity] = {}

    def add(self, case: PublishedCase) -> None:
        """Write the entities of a case, each id once: of two lines with one id a loader keeps the last.

        A person of several cases is one entity with what all of them tell, written at the end.
        """
        found, evidence = entities(case)
        for entity in found:
            if entity["schema"] == "Person":
                told = self._persons.setdefault(entity["id"], entity)["properties"]
                for name, values in entity["properties"].items():
                    told[name] = list(dict.fromkeys([*told.get(name, ()), *values]))
            elif entity["id"] not in self._written:
                self._written.add(entity["id"])
                self._write(entity)
        if evidence:
            self._evidence.write_table(pa.Table.from_pylist(evidence, schema=EVIDENCE))

    def _write(self, entity: Entity) -> None:
        self._stream.write(json.dumps(entity, ensure_ascii=False) + "\n")

    def close(self) -> list[Path]:
        """Finish the files and return them."""
        for person in self._persons.values():
            self._write(person)
        self._stream.close()
        self._evidence.close()
        return [self.path, self.evidence_path]


def entities(case: PublishedCase) -> tuple[list[Entity], list[dict[str, Any]]]:
    """The entities of a case and the rows of evidence for them. Empty where nothing is proven of anybody named."""
    mapper = _Mapper(case)
    for party in case.parties:
        if party.named and not party.background:
            mapper.person(party)
    return mapper.finished(), mapper.evidence


class _Mapper:
    def __init__(self, case: PublishedCase) -> None:
        self.case = case
        self.made: dict[str, Entity] = {}
        self.evidence: list[dict[str, Any]] = []
        self.documented: dict[tuple[str, str], None] = {}

    def finished(self) -> list[Entity]:
        """All entities, with the documents that they rest on and what those document."""
        for source, entity in self.documented:
            document = self._document(source)
            if document is not None:
                self._make(
                    "Documentation",
                    _id("documentation", source, entity),
                    document=[document],
                    entity=[entity],
                )
        return list(self.made.values())

    def person(self, party: PublishedParty) -> None:
        """A person with everything proven; nothing if nothing is."""
        convictions = [
            o for o in party.offences if o.get("stage") == "convicted" and not o.facts["stage"].conflict
        ]
        proven = [p for p in party.proceedings if _proven(p)]
        if not convictions and not proven:
            return
        force = self._force(party)
        topics = ["reg.action"] if proven else []
        topics += ["crime"] if convictions else []
        person = self._make(
            "Person",
            _id("person", party.person),
            name=[party.label("name")[:_NAME]],
            alias=[name[:_NAME] for name in party.other_names],
            position=[party.label("rank")] if party.get("rank") else [],
            country=[_country(party)],
            topics=topics,
            sourceUrl=self._urls(party.facts.get("name")),
            proof=self._proof(party.facts.get("name")),
        )
        self._tell(person, "name", party.facts.get("name"))
        if force is not None:
            self._employment(party, person, force)
        if convictions:
            self._court(party, person, convictions)
        for record in proven:
            self._hearing(party, person, force, record)

    def _force(self, party: PublishedParty) -> str | None:
        shown = party.facts.get("force")
        if shown is None or not shown.visible or shown.value in (None, "other"):
            return None
        return self._make(
            "PublicBody",
            _id("force", str(shown.value)),
            name=[shown.label],
            country=[_country(party)],
            topics=["gov.security"],
        )

    def _employment(self, party: PublishedParty, person: str, force: str) -> None:
        shown = party.facts.get("rank") or party.facts.get("force")
        gone = (
            party.get("former") is True
            or party.get("resigned")
            or any(str(p.get("outcome") or "").startswith("dismissed") for p in party.proceedings)
        )
        entity = self._make(
            "Employment",
            _id("employment", self.case.id, party.person),
            employee=[person],
            employer=[force],
            role=[party.label("rank")] if party.get("rank") else [],
            status=["former"] if gone else [],
            startDate=_dates(party.get("joined")),
            recordId=[self.case.id],
            sourceUrl=self._urls(shown),
            proof=self._proof(shown),
        )
        self._tell(entity, "role", party.facts.get("rank"))

    def _court(self, party: PublishedParty, person: str, convictions: list[PublishedRecord]) -> None:
        courts = [shown for shown in party.lists.get("courts", ()) if shown.visible]
        stage = convictions[0].facts.get("stage")
        name = f"Criminal case of {party.label('name')}"
        court_case = self._make(
            "CourtCase",
            _id("court-case", self.case.id, party.person),
            name=[name[:_NAME]],
            court=[shown.label[:_STRING] for shown in courts],
            country=[_country(party)],
            category=["criminal"],
            sourceUrl=self._urls(stage, *courts),
            proof=self._proof(stage, *courts),
        )
        for shown in courts:
            self._tell(court_case, "court", shown)
        words = "; ".join(
            [*(r.title for r in convictions), *(s.title for s in party.sentences if s.state != "withheld")]
        )
        entity = self._make(
            "CourtCaseParty",
            _id("court-party", self.case.id, party.person),
            case=[court_case],
            party=[person],
            role=["Defendant"],
            status=["Convicted"],
            date=_dates(party.get("sentenced_on")),
            summary=[words[:_STRING]],
            recordId=[self.case.id],
            sourceUrl=self._urls(stage),
            proof=self._proof(stage),
        )
        for record in convictions:
            self._tell(entity, "status", record.facts.get("stage"), value="Convicted")
        self._tell(entity, "date", party.facts.get("sentenced_on"))

    def _hearing(
        self, party: PublishedParty, person: str, force: str | None, record: PublishedRecord
    ) -> None:
        shown = record.facts.get("outcome") or record.facts.get("finding")
        day = _dates(record.get("date"))
        event = self._make(
            "Event",
            _id("hearing", record.id),
            name=[f"{record.title}: {party.label('name')}"[:_NAME]],
            summary=[_words(record)[:_STRING]],
            date=day,
            involved=[person],
            organizer=[force] if force else [],
            keywords=[record.label("kind").casefold()] if record.get("kind") else [],
            location=[record.label("venue")[:_STRING]] if record.get("venue") else [],
            country=[_country(party)],
            recordId=[record.id],
            sourceUrl=self._urls(shown),
            proof=self._proof(shown),
        )
        self._tell(event, "date", record.facts.get("date"))
        if record.get("outcome") not in _AGAINST:
            return
        regime = self.case.regime
        sanction = self._make(
            "Sanction",
            _id("sanction", record.id),
            entity=[person],
            authority=[party.label("force")] if party.get("force") else [],
            program=[
                regime.label
                if regime and regime.label and len(regime.ids) == 1
                else "Police (Conduct) Regulations"
            ],
            provisions=[record.label("outcome")],
            reason=[record.label("finding")] if record.get("finding") in _PROVEN else [],
            startDate=day,
            country=[_country(party)],
            recordId=[record.id],
            sourceUrl=self._urls(shown),
            proof=self._proof(shown),
        )
        self._tell(sanction, "provisions", record.facts.get("outcome"))
        self._tell(sanction, "reason", record.facts.get("finding"))

    def _make(self, schema: str, id: str, **properties: list[Any]) -> str:
        kept = {name: [str(v) for v in values if v] for name, values in properties.items()}
        self.made[id] = {
            "id": id,
            "schema": schema,
            "properties": {name: values for name, values in sorted(kept.items()) if values},
            "datasets": [DATASET],
        }
        return id

    def _document(self, source_id: str) -> str | None:
        source = self.case.source(source_id)
        if source is None:
            return None
        title = source.title or f"A document of {source.publisher or 'an unnamed publisher'}"
        return self._make(
            "Article" if source.kind in _ARTICLES else "HyperText",
            _id("document", source_id),
            title=[title[:_STRING]],
            fileName=[source_id],
            sourceUrl=[source.url],
            publisher=[source.publisher],
            publishedAt=_dates(source.published),
            language=["eng"],
        )

    def _sources(self, *fields: Shown | None) -> Iterator[str]:
        seen = {
            q.source: None for shown in fields if shown is not None and shown.visible for q in shown.quotes
        }
        yield from seen

    def _urls(self, *fields: Shown | None) -> list[Any]:
        found = [self.case.source(one) for one in self._sources(*fields)]
        return [source.url for source in found if source is not None and source.url]

    def _proof(self, *fields: Shown | None) -> list[Any]:
        return [made for one in self._sources(*fields) if (made := self._document(one)) is not None]

    def _tell(self, entity: str, prop: str, shown: Shown | None, value: str | None = None) -> None:
        """Keep the quotations that support a property, and that their documents document the entity."""
        if shown is None or not shown.visible:
            return
        held = self.made[entity]["properties"].get(prop, [])
        for said in held if value is None else [value]:
            if value is None and said not in (shown.label[:_STRING], str(shown.value)):
                continue
            for quote in shown.quotes:
                self.evidence.append(_evidence(entity, prop, said, quote))
        if self.made[entity]["schema"] not in _THINGS:
            return
        for quote in shown.quotes:
            self.documented[quote.source, entity] = None


def _evidence(entity: str, prop: str, value: str, quote: Quote) -> dict[str, Any]:
    return {
        "statement_id": statement_id(entity, prop, value),
        "entity_id": entity,
        "prop": prop,
        "value": value,
        "document_id": _id("document", quote.source),
        "quote": quote.text,
        "marks": [list(mark) for mark in quote.marks],
        "masked": quote.masked,
        "peelian_statement": quote.statement,
    }


def statement_id(entity: str, prop: str, value: str, dataset: str = DATASET) -> str:
    """The id that FollowTheMoney gives a statement: SHA-1 of dataset, entity, property and value."""
    return hashlib.sha1(f"{dataset}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()


def _proven(record: PublishedRecord) -> bool:
    if record.state == "withheld":
        return False
    fields = [record.facts[name] for name in ("finding", "outcome") if name in record.facts]
    if any(shown.conflict for shown in fields):
        return False  # what the sources disagree on is not proven
    return record.get("finding") in _PROVEN or (
        record.get("outcome") in _AGAINST
        and record.get("finding") not in ("not_proven", "no_case", "pending")
    )


def _words(record: PublishedRecord) -> str:
    return "; ".join(
        f"{record.facts[name].heading}: {record.label(name)}"
        for name in ("finding", "outcome")
        if record.get(name)
    )


def _id(*parts: str) -> str:
    """An opaque id: SHA-1 over its parts with the dataset before it; never a name."""
    return f"{DATASET}-{hashlib.sha1('.'.join(parts).encode(), usedforsecurity=False).hexdigest()}"


def _dates(value: Any) -> list[str]:
    """An EDTF date as FollowTheMoney takes it: an ISO prefix, nothing with an unknown year."""
    return [value] if isinstance(value, str) and not value.startswith("XXXX") else []


def _country(party: PublishedParty) -> str:
    force = str(party.get("force") or "")
    return "gb-wls" if force in _WELSH else _COUNTRIES.get(force, "gb")
