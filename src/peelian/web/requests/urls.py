"""Addresses of requests."""

from __future__ import annotations

from django.urls import path

from peelian.web.requests import views

urlpatterns = [
    path("requests/", views.standing, name="request-standing"),
    path("requests/new", views.new, name="request-new"),
    path("about/corrections/", views.corrections, name="corrections"),
]
