"""Which room answers which address."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("peelian.desk.urls")),
    path("accounts/", include("allauth.urls")),
    path("come-forward/", include("peelian.intake.urls")),
    path("", include("peelian.web.urls")),
]
