"""Addresses of alerts."""

from __future__ import annotations

from django.urls import re_path

from peelian.web.alerts import views

urlpatterns = [
    re_path(r"^alerts/new$", views.new, name="alert-new"),
    re_path(r"^alerts/(?P<token>[A-Za-z0-9_-]{20,64})/(?P<what>confirm|stop)$", views.act, name="alert-act"),
]
