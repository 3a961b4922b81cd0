"""Which room answers which address."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
if find_spec("peelian.desk") and find_spec("peelian.desk.urls"):
    urlpatterns.append(path("desk/", include("peelian.desk.urls")))
    urlpatterns.append(path("accounts/", include("allauth.urls")))
if find_spec("peelian.intake") and find_spec("peelian.intake.urls"):
    urlpatterns.append(path("come-forward/", include("peelian.intake.urls")))
if find_spec("peelian.web") and find_spec("peelian.web.urls"):
    urlpatterns.append(path("", include("peelian.web.urls")))
