"""The desk's first page: what waits."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from peelian.desk import waiting
from peelian.desk.access import allowed
from peelian.desk.accounts.roles import ROLES, roles_of


@allowed("desk.enter")
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What waits, as far as this account may see it."""
    return render(
        request,
        "desk/home.html",
        {
            "waiting": waiting.for_user(request.user),
            "roles": [ROLES[name] for name in roles_of(request.user)],
            "section": "home",
        },
    )
