"""Addresses for these tests: the public form and the desk's pages, whatever the project has mounted."""

from django.urls import include, path

urlpatterns = [
    path("come-forward/", include("peelian.intake.urls")),
    path("desk/intake/", include("peelian.intake.desk_urls")),
    path("accounts/", include("allauth.urls")),
]
