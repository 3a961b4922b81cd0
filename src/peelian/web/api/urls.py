"""Addresses of the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path

from peelian.web.api import reconcile
from peelian.web.api.access import open_to_reads
from peelian.web.api.service import api


def docs(request: HttpRequest) -> HttpResponse:
    """``/api/v1/docs``: the operations in words, made from the OpenAPI document."""
    schema = api.get_openapi_schema()
    operations = [
        (method.upper(), address, operation)
        for address, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "web/api.html", {"section": "data", "operations": operations})


def _wrapped(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = open_to_reads(pattern.callback)
    return patterns


urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs", docs, name="api-docs"),
    path("api/v1/", (_wrapped(list(api.urls[0])), *api.urls[1:])),
    path("reconcile", open_to_reads(reconcile.service)),
    path("reconcile/suggest/entity", open_to_reads(reconcile.suggest), {"what": "entity"}),
    path("reconcile/suggest/property", open_to_reads(reconcile.suggest), {"what": "property"}),
    path("reconcile/suggest/type", open_to_reads(reconcile.suggest), {"what": "type"}),
    path("reconcile/properties", open_to_reads(reconcile.properties)),
    path("reconcile/preview", reconcile.preview),
]
