"""api: what is published as JSON under ``/api/v1``, read-only, and OpenRefine's reconciliation service.

schemas      the shapes of answers (pydantic)
cursors      opaque cursors for lists
service      the operations (django-ninja); OpenAPI 3.1 at ``/api/v1/openapi.json``
reconcile    names matched from a spreadsheet (Reconciliation Service API 0.2)
access       CORS for reads, ETag, rate limit
"""
