"""The operations of ``/api/v1``. Everything comes from the index of published cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, QueryDict
from ninja import NinjaAPI, Path, Query

from peelian.publication.shapes import PublishedCase, PublishedParty, Shown
from peelian.web import downloads
from peelian.web.api import schemas
from peelian.web.api.cursors import CursorError, decode, encode
from peelian.web.facets import BY_NAME, COUNTS
from peelian.web.models import Entry, PersonEntry
from peelian.web.search import Question, entries_of, hits, within

MOST = 100
_NONE: list[Any] = []
_LISTED = "A value of the facet of this name; several can be given"
Ids = Annotated[list[str], Query(max_length=20, description=_LISTED)]
_DAY_OR_NONE = r"^((?:19|20)\d\d-\d\d-\d\d)?$"
CaseId = Annotated[
    str, Path(max_length=40, pattern=r"^[A-Za-z0-9-]+$", description="The case's public id (c-…)")
]
PersonId = Annotated[
    str, Path(max_length=60, pattern=r"^[A-Za-z0-9-]+$", description="The person's public id (p-…)")
]

api = NinjaAPI(
    title="Peelian",
    version="1.0.0",
    description=(
        "Published cases of police misconduct in England and Wales, read-only. Every statement gives the "
        "source and the words it rests on. Published cases are not all cases."
    ),
    docs_url=None,
    openapi_extra={"openapi": "3.1.0"},
    urls_namespace="api",
)


class Gone(Exception):
    """Something that is not published was asked for."""


@api.exception_handler(Gone)
def _gone(request: HttpRequest, error: Gone) -> HttpResponse:
    return api.create_response(request, {"detail": str(error)}, status=404)


@api.exception_handler(CursorError)
def _cursor(request: HttpRequest, error: CursorError) -> HttpResponse:
    return api.create_response(request, {"detail": str(error)}, status=404)


def line(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    """An entry as a line of a list."""
    return {
        "id": entry.case_id,
        "title": entry.title,
        "summary": entry.summary,
        "force": entry.force or None,
        "year": entry.year,
        "latest": entry.told or None,
        "updated": entry.updated.isoformat(),
        "url": request.build_absolute_uri(f"/cases/{entry.case_id}/"),
    }


def _case(case_id: str) -> PublishedCase:
    entry = Entry.public.filter(case_id=case_id).first()
    if entry is None:
        raise Gone(f"No published case has the id {case_id}.")
    return entry.case


@api.get(
    "/cases",
    response={200: schemas.CaseList, 404: schemas.Problem, 422: schemas.Invalid},
    summary="Search cases",
)
def cases(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=500, description="Words; quotation marks keep words together")] = "",
    force: Ids = _NONE,
    year: Annotated[list[int], Query(max_length=20, description=_LISTED)] = _NONE,
    rank: Ids = _NONE,
    conduct: Ids = _NONE,
    offence: Ids = _NONE,
    court_outcome: Ids = _NONE,
    hearing: Ids = _NONE,
    finding: Ids = _NONE,
    outcome: Ids = _NONE,
    standard: Ids = _NONE,
    court: Ids = _NONE,
    resigned: Ids = _NONE,
    since: Annotated[
        str, Query(alias="from", pattern=_DAY_OR_NONE, description="Latest day on or after this one (ISO)")
    ] = "",
    until: Annotated[
        str, Query(alias="to", pattern=_DAY_OR_NONE, description="Latest day on or before this one (ISO)")
    ] = "",
    limit: Annotated[int, Query(ge=1, le=MOST, description=f"How many at once, {MOST} at most")] = 20,
    cursor: Annotated[
        str, Query(max_length=200, description="Where the list goes on: `next` of the page before")
    ] = "",
) -> dict[str, Any]:
    """Cases that fit, newest first. Several values of one filter: either. Several filters: all."""
    chosen = QueryDict(mutable=True)
    given: dict[str, list[Any]] = {
        "force": force, "year": year, "rank": rank, "conduct": conduct, "offence": offence,
        "court_outcome": court_outcome, "hearing": hearing, "finding": finding, "outcome": outcome,
        "standard": standard, "court": court, "resigned": resigned,
        "q": [q], "from": [since], "to": [until],
    }  # fmt: skip
    for name, values in given.items():
        chosen.setlist(name, [str(value) for value in values])
    fitting = hits(Question.read(chosen))
    query = Entry.public.order_by("-latest", "pk")
    if cursor:
        key, pk = decode(cursor)
        query = query.filter(latest__lt=key) | query.filter(latest=key, pk__gt=pk)
    page = list(islice(within(query, fitting), limit + 1))
    listed = entries_of(page[:limit])
    more = len(page) > limit and listed
    return {
        "total": Entry.public.count() if fitting is None else len(fitting),
        "cases": [line(request, entry) for entry in listed],
        "next": encode(listed[-1].latest, listed[-1].pk) if more else None,
    }


@api.get(
    "/cases/{case_id}",
    response={200: dict[str, Any], 404: schemas.Problem, 422: schemas.Invalid},
    summary="One case",
)
def case(request: HttpRequest, case_id: CaseId) -> dict[str, Any]:
    """The whole published case: parties, records, events, checks, sources, what is withheld and why."""
    plain: dict[str, Any] = json.loads(_case(case_id).to_json())
    plain.pop("search_text", None)
    return plain


@api.get(
    "/cases/{case_id}/statements",
    response={200: schemas.StatementList, 404: schemas.Problem, 422: schemas.Invalid},
    summary="The statements of a case with their provenance",
)
def statements(request: HttpRequest, case_id: CaseId) -> dict[str, Any]:
    """One row for each value and source: preferred values and all the others."""
    found = _case(case_id)
    return {
        "case": case_id,
        "statements": [row for party in found.parties for row in _statements(found, party)],
    }


def _statements(case: PublishedCase, party: PublishedParty) -> Iterator[dict[str, Any]]:
    facts: list[tuple[str | None, Shown]] = [(None, fact) for fact in party.facts.values()]
    facts += [(None, fact) for listed in party.lists.values() for fact in listed]
    facts += [(record.id, fact) for record in party.records for fact in record.facts.values()]
    for record, fact in facts:
        values = [(True, fact.value, fact.label, fact.quotes)]
        values += [(False, other.value, other.label, other.quotes) for other in fact.others]
        for preferred, value, label, quotes in values:
            for quote in quotes or (None,):
                source = None if quote is None else case.source(quote.source)
                yield {
                    "case": case.id,
                    "party": party.person,
                    "record": record,
                    "field": fact.field,
                    "state": fact.state,
                    "value": value,
                    "label": label,
                    "preferred": preferred,
                    "reason": fact.reason,
                    "source": None if quote is None else quote.source,
                    "publisher": None if source is None else source.publisher,
                    "source_url": None if source is None else source.url,
                    "quote": None if quote is None else quote.text,
                    "marks": [] if quote is None else list(quote.marks),
                }


@api.get(
    "/cases/{case_id}/ftm",
    response={200: list[dict[str, Any]], 404: schemas.Problem, 422: schemas.Invalid},
    summary="A case as FollowTheMoney entities",
)
def ftm(request: HttpRequest, case_id: CaseId) -> list[dict[str, Any]]:
    """Entities of FollowTheMoney: proven and approved outcomes only."""
    from peelian.publication.exports.ftm import entities

    return entities(_case(case_id))[0]


@api.get(
    "/persons/{person_id}",
    response={200: schemas.Person, 404: schemas.Problem, 422: schemas.Invalid},
    summary="One person",
)
def person(request: HttpRequest, person_id: PersonId) -> dict[str, Any]:
    """A person who is named in published cases, and the cases."""
    rows = list(
        PersonEntry.public.filter(person_id=person_id).select_related("entry").order_by("-entry__latest")
    )
    if not rows:
        raise Gone(f"No published case names a person with the id {person_id}.")
    name = max((row.name for row in rows), key=len)
    return {
        "id": person_id,
        "name": name,
        "other_names": sorted({other for row in rows for other in [row.name, *row.other_names]} - {name}),
        "cases": [line(request, row.entry) for row in rows],
    }


@api.get(
    "/facets/{facet}",
    response={200: schemas.Values, 404: schemas.Problem, 422: schemas.Invalid},
    summary="The values of a filter",
)
def facet_values(
    request: HttpRequest,
    facet: Annotated[str, Path(max_length=20, description="A filter of /api/v1/cases: force, outcome, …")],
) -> dict[str, Any]:
    """All values of one filter (force, offence, outcome, …) with the number of published cases of each."""
    if facet not in BY_NAME:
        raise Gone(f"There is no filter of that name. There are: {', '.join(BY_NAME)}.")
    return {
        "facet": facet,
        "values": [
            {"id": value, "label": BY_NAME[facet].label(value), "cases": count}
            for value, count in COUNTS.fresh().counted(facet, None)
        ],
    }


@api.get("/downloads", response=schemas.Downloads, summary="Files to take away")
def files(request: HttpRequest) -> dict[str, Any]:
    """The files of the last public export."""
    return {
        "files": [
            {
                "name": path.name,
                "bytes": path.stat().st_size,
                "url": request.build_absolute_uri(f"/data/{path.name}"),
            }
            for path in downloads.files()
        ]
    }
