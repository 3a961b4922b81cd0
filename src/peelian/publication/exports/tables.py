"""The tables of the exports: rows from published cases, columns from ``data/columns.yaml``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final, Literal

import msgspec

from peelian.publication import rulebook
from peelian.publication.shapes import (
    Other,
    PublishedCase,
    PublishedParty,
    PublishedRecord,
    Quote,
    Shown,
)

Row = dict[str, Any]
Type = Literal["string", "integer", "number", "boolean", "date"]


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column: name, type, description, and the table whose key it holds."""

    name: str
    type: Type
    description: str
    foreign: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table: name, description, key column ("" if none) and columns in order."""

    name: str
    description: str
    key: str
    columns: tuple[Column, ...]


@cache
def tables() -> dict[str, Table]:
    """Every table by name."""
    return {
        name: Table(
            name=name,
            description=entry["description"],
            key=entry.get("key", ""),
            columns=tuple(
                msgspec.convert({"name": column, **about}, Column)
                for column, about in entry["columns"].items()
            ),
        )
        for name, entry in rulebook.read_data("columns").items()
    }


def rows(table: str, case: PublishedCase) -> list[Row]:
    """The rows of one case in a table. Raises ``KeyError`` for a table that there is not."""
    return list(_ROWS[table](case))


def _joined(values: Iterable[Any]) -> str:
    return "; ".join(str(value) for value in values if value not in (None, ""))


def _unique(values: Iterable[Any]) -> str:
    return _joined(dict.fromkeys(value for value in values if value not in (None, "")))


def _case_rows(case: PublishedCase) -> Iterator[Row]:
    people = case.parties
    offences = [o for party in people for o in party.offences if o.state != "withheld"]
    proceedings = [p for party in people for p in party.proceedings if p.state != "withheld"]
    every = [shown for party in people for _, shown in fields(party)]
    yield {
        "case_id": case.id,
        "title": case.title,
        "summary": case.summary,
        "policy": case.policy,
        "as_of": case.as_of,
        "people": len(people),
        "names": _joined(party.label("name") for party in people),
        "forces": _unique(party.get("force") for party in people),
        "ranks": _unique(party.get("rank") for party in people),
        "offences": "; ".join(str(o.get("offence") or "not told") for o in offences),
        "stages": "; ".join(str(o.get("stage") or "not told") for o in offences),
        "sentences": _joined(s.title for party in people for s in party.sentences if s.state != "withheld"),
        "orders": _joined(o.title for party in people for o in party.orders if o.state != "withheld"),
        "courts": _unique(one.label for party in people for one in party.lists.get("courts", ())),
        "sentenced_on": _unique(party.get("sentenced_on") for party in people),
        "proceedings": "; ".join(str(p.get("kind") or "not told") for p in proceedings),
        "proceeding_dates": _joined(p.get("date") for p in proceedings),
        "findings": _joined(p.get("finding") for p in proceedings),
        "outcomes": _joined(p.get("outcome") for p in proceedings),
        "left_before": _unique(party.get("resigned") for party in people),
        "barred": True if any(party.get("barred") for party in people) else None,
        "oversight": _unique(party.get("investigation.oversight") for party in people),
        "sources": len(case.sources),
        "conflicts": sum(shown.conflict for shown in every),
        "active": case.active,
        "withheld": sum(not shown.visible for shown in every)
        + sum(record.state == "withheld" for party in people for record in party.records),
        "next_review": case.next_review,
        "noindex": case.noindex,
        "search_text": case.search_text,
    }


def fields(party: PublishedParty) -> Iterator[tuple[PublishedRecord | None, Shown]]:
    """Every field of a party with the record that it is of."""
    for shown in party.facts.values():
        yield None, shown
    for many in party.lists.values():
        for shown in many:
            yield None, shown
    for record in party.records:
        for shown in record.facts.values():
            yield record, shown


def _statement_rows(case: PublishedCase) -> Iterator[Row]:
    for party in case.parties:
        for record, shown in fields(party):
            for quote in shown.quotes or (None,):
                yield _statement(case, party, record, shown, shown, quote)
            for other in shown.others:
                for quote in other.quotes or (None,):
                    yield _statement(case, party, record, shown, other, quote)
        for record in party.records:
            if record.state == "withheld":
                yield {
                    "case_id": case.id,
                    "person": party.person,
                    "record": record.id,
                    "record_kind": record.kind,
                    "field": "",
                    "heading": record.title,
                    "value": "",
                    "label": "",
                    "preferred": True,
                    "conflict": False,
                    "state": record.state,
                    "reason": record.reason,
                    "rule": record.rule,
                    "rule_source": record.source,
                    "changes_on": record.changes_on,
                    "why": "",
                    "source_id": "",
                    "quote": "",
                    "marks": "",
                    "statement": "",
                }


def _statement(
    case: PublishedCase,
    party: PublishedParty,
    record: PublishedRecord | None,
    shown: Shown,
    said: Shown | Other,
    quote: Quote | None,
) -> Row:
    preferred = said is shown
    return {
        "case_id": case.id,
        "person": party.person,
        "record": record.id if record else "",
        "record_kind": record.kind if record else "",
        "field": shown.field,
        "heading": shown.heading,
        "value": "" if said.value is None else json.dumps(said.value, ensure_ascii=False),
        "label": said.label,
        "preferred": preferred,
        "conflict": shown.conflict,
        "state": shown.state,
        "reason": shown.reason,
        "rule": shown.rule,
        "rule_source": shown.source,
        "changes_on": shown.changes_on,
        "why": shown.why if preferred else "",
        "source_id": quote.source if quote else "",
        "quote": quote.text if quote else "",
        "marks": json.dumps(quote.marks) if quote else "",
        "statement": quote.statement if quote else "",
    }


def _event_rows(case: PublishedCase) -> Iterator[Row]:
    for event in case.events:
        yield {
            "case_id": case.id,
            "event_id": event.id,
            "person": event.person or "",
            "track": event.track,
            "kind": event.kind,
            "title": event.title,
            "date": event.date or "",
            "earliest": event.earliest,
            "latest": event.latest,
            "order_certain": event.order_certain,
            "inferred": event.inferred,
        }


def _source_rows(case: PublishedCase) -> Iterator[Row]:
    for source in case.sources:
        yield {
            "case_id": case.id,
            "source_id": source.id,
            "title": source.title or "",
            "publisher": source.publisher or "",
            "published": source.published or "",
            "url": source.url or "",
            "kind": source.kind,
            "official": source.official,
            "copies": source.copies,
            "removed": source.removed,
        }


def _check_rows(case: PublishedCase) -> Iterator[Row]:
    for check in case.checks:
        yield {
            "case_id": case.id,
            "rule": check.rule,
            "severity": check.severity,
            "message": check.message,
            "source": check.source,
            "certain": check.certain,
        }


_ROWS: Final[dict[str, Callable[[PublishedCase], Iterator[Row]]]] = {
    "cases": _case_rows,
    "statements": _statement_rows,
    "events": _event_rows,
    "sources": _source_rows,
    "checks": _check_rows,
}
