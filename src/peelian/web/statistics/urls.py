"""Addresses of the statistics."""

from __future__ import annotations

from django.urls import path

from peelian.web.statistics import views

urlpatterns = [path("statistics/", views.statistics, name="statistics")]
