"""OpenRefine's reconciliation service (Reconciliation Service API 0.2): match, suggest, extend, preview.

Journalists match a column of names against the casebook from a spreadsheet. Only people whose name is
published can be found; the score is a string similarity, and a match is never said to be certain.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_exempt
from rapidfuzz import fuzz

from peelian import law
from peelian.web.facets import BY_NAME
from peelian.web.models import PersonEntry
from peelian.web.names import persons_like
from peelian.web.pages.home import suggestions

TYPE = {"id": "person", "name": "Person named in a published case"}
PROPERTIES = {
    "force": "Force",
    "rank": "Rank",
    "outcome": "Outcome",
    "case": "Case id",
    "summary": "What happened, in a sentence",
    "latest": "Latest day",
}
MOST_QUERIES = 100
MOST_CANDIDATES = 10


def manifest(request: HttpRequest) -> dict[str, Any]:
    """What the service can do."""
    here = request.build_absolute_uri("/reconcile")
    site = request.build_absolute_uri("/").rstrip("/")
    return {
        "versions": ["0.2"],
        "name": "Peelian casebook",
        "identifierSpace": f"{site}/persons/",
        "schemaSpace": f"{site}/api/v1/",
        "defaultTypes": [TYPE],
        "view": {"url": f"{site}/persons/{{{{id}}}}/"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": {
            "entity": {"service_url": site, "service_path": "/reconcile/suggest/entity"},
            "property": {"service_url": site, "service_path": "/reconcile/suggest/property"},
            "type": {"service_url": site, "service_path": "/reconcile/suggest/type"},
        },
        "extend": {
            "propose_properties": {"service_url": site, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


class Asked(ValueError):
    """A question that the service cannot take: the message says why."""


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Asked("The parameter is not JSON.") from error


def candidates(query: dict[str, Any]) -> list[dict[str, Any]]:
    """Persons who may be meant by one query (``query``, ``limit``, ``properties``), best first."""
    words = query.get("query")
    if not isinstance(words, str):
        raise Asked("Each query needs a text “query”.")
    folded = law.fold_name(words)[:120]
    limit = query.get("limit", 5)
    limit = min(limit, MOST_CANDIDATES) if isinstance(limit, int) and limit > 0 else 5
    force = ""
    for prop in query.get("properties") or []:
        if isinstance(prop, dict) and prop.get("pid") == "force" and isinstance(prop.get("v"), str):
            force = prop["v"]
    best: dict[str, dict[str, Any]] = {}
    for row in persons_like(folded):
        score = fuzz.token_sort_ratio(folded, row.folded)
        label = BY_NAME["force"].label(row.entry.force) if row.entry.force else ""
        if force:
            same = (
                force.casefold() in (label.casefold(), row.entry.force)
                or force.casefold() in label.casefold()
            )
            score = score if same else score * 0.6
        if score >= 50 and score > best.get(row.person_id, {"score": 0})["score"]:
            best[row.person_id] = {
                "id": row.person_id,
                "name": row.name,
                "description": f"{label}: {row.entry.summary}" if label else row.entry.summary,
                "type": [TYPE],
                "score": round(score, 1),
                "match": False,
            }
    return sorted(best.values(), key=lambda found: (-found["score"], found["id"]))[:limit]


def extend(request: Any) -> dict[str, Any]:
    """Properties of persons: ``{"ids": […], "properties": [{"id": …}]}``."""
    if not isinstance(request, dict) or not isinstance(request.get("ids"), list):
        raise Asked("“extend” needs “ids” and “properties”.")
    wanted = [
        prop["id"]
        for prop in request.get("properties") or []
        if isinstance(prop, dict) and isinstance(prop.get("id"), str) and prop["id"] in PROPERTIES
    ]
    ids = [id_ for id_ in request["ids"][:1_000] if isinstance(id_, str)]
    rows: dict[str, dict[str, list[dict[str, str]]]] = {id_: {prop: [] for prop in wanted} for id_ in ids}
    for row in PersonEntry.public.filter(person_id__in=ids).select_related("entry"):
        party = next((p for p in row.entry.case.parties if p.person == row.person_id), None)
        values = {
            "force": "" if party is None else party.label("force"),
            "rank": "" if party is None else party.label("rank"),
            "outcome": "" if party is None else "; ".join(p.label("outcome") for p in party.proceedings),
            "case": row.entry.case_id,
            "summary": row.entry.summary,
            "latest": row.entry.told,
        }
        for prop in wanted:
            if values[prop]:
                rows[row.person_id][prop].append({"str": values[prop]})
    return {"meta": [{"id": prop, "name": PROPERTIES[prop]} for prop in wanted], "rows": rows}


@csrf_exempt
def service(request: HttpRequest) -> HttpResponse:
    """``/reconcile``: the manifest, ``queries``, ``extend``; by GET or POST."""
    if request.method not in ("GET", "POST", "HEAD"):
        return JsonResponse({"detail": "Use GET or POST."}, status=405)
    given = request.POST if request.method == "POST" else request.GET
    try:
        if "queries" in given:
            queries = _json(given["queries"])
            if not isinstance(queries, dict) or len(queries) > MOST_QUERIES:
                raise Asked(f"“queries” must be an object of at most {MOST_QUERIES} queries.")
            if not all(isinstance(query, dict) for query in queries.values()):
                raise Asked("Each query must be an object.")
            return JsonResponse({key: {"result": candidates(query)} for key, query in queries.items()})
        if "extend" in given:
            return JsonResponse(extend(_json(given["extend"])))
    except Asked as error:
        return JsonResponse({"detail": str(error)}, status=400)
    return JsonResponse(manifest(request))


def suggest(request: HttpRequest, what: str) -> HttpResponse:
    """``/reconcile/suggest/<entity|property|type>?prefix=``."""
    prefix = request.GET.get("prefix", "")
    if what == "entity":
        found = [
            {"id": one["url"].split("/")[2], "name": one["label"], "notable": [TYPE]}
            for one in suggestions(prefix)
            if one["kind"] == "person"
        ]
    elif what == "property":
        found = [
            {"id": id_, "name": name}
            for id_, name in PROPERTIES.items()
            if prefix.casefold() in name.casefold()
        ]
    else:
        found = [TYPE]  # type: ignore[list-item]
    return JsonResponse({"result": found})


def properties(request: HttpRequest) -> HttpResponse:
    """``/reconcile/properties``: what can be fetched for a matched person."""
    listed = [{"id": id_, "name": name} for id_, name in PROPERTIES.items()]
    return JsonResponse({"type": "person", "properties": listed})


def preview(request: HttpRequest) -> HttpResponse:
    """``/reconcile/preview?id=``: a small page about a person."""
    row = PersonEntry.public.filter(person_id=request.GET.get("id", "")[:60]).select_related("entry").first()
    if row is None:
        return HttpResponse("<p>No published case names this person.</p>", status=404)
    return HttpResponse(
        format_html(
            '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{}</title><h1>{}</h1><p>{}</p>',
            row.name, row.name, row.entry.summary,
        )
    )  # fmt: skip
