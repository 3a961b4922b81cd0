"""The audit trail: looked through and verified. Looking at it is told in it too."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook import audit
from peelian.casebook.models import AuditEntry
from peelian.desk.access import actor_of, allowed

PAGE = 100


@allowed("desk.see_audit", reads="audit")
@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    """The entries, the last first; by who, what and on what."""
    return _page(request)


@allowed("desk.see_audit")
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the chain and say what is broken."""
    breaks = audit.verify()
    audit.record("audit.verified", "", actor_of(request), {"breaks": len(breaks)})
    return _page(request, breaks)


def _page(request: HttpRequest, breaks: list[audit.Break] | None = None) -> HttpResponse:
    asked = {name: request.GET.get(name, "").strip() for name in ("actor", "action", "target")}
    found = AuditEntry.internal.order_by("-sequence")
    if asked["actor"]:
        found = found.filter(actor_name=asked["actor"])
    if asked["action"]:
        found = found.filter(action__startswith=asked["action"])
    if asked["target"]:
        found = found.filter(target=asked["target"])
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    kept = "".join(f"&{name}={value}" for name, value in asked.items() if value)
    return render(
        request,
        "desk/audit.html",
        {"page": page, "asked": asked, "breaks": breaks, "kept": kept, "section": "audit"},
    )
