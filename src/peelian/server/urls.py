"""Which room answers which address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

#: Pages that django-allauth brings and nobody needs here: an administrator sets the mail address, codes go to no mail.
NOT_USED = ("email/", "confirm-email/", "confirm-email/<str:key>/", "password/set/", "login/code/confirm/")


def not_used(request: HttpRequest, key: str = "") -> HttpResponse:
    """No such page."""
    raise Http404


urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("peelian.desk.urls")),
    *(path(f"accounts/{address}", not_used) for address in NOT_USED),
    path("accounts/", include("allauth.urls")),
    path("come-forward/", include("peelian.intake.urls")),
    path("", include("peelian.web.urls")),
]
