"""The public addresses. None of them ever holds a code or a word of a report."""

from __future__ import annotations

from django.urls import path

from peelian.intake import return_views, views

app_name = "intake"
urlpatterns = [
    path("", views.form, name="form"),
    path("return/", return_views.come_back, name="return"),
]
