"""The public addresses. An id in an address is opaque: no address holds a person's name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from peelian.web.pages import about, cases, home, machines, persons, searching, topics

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("peelian.web.statistics.urls")),
    path("", include("peelian.web.requests.urls")),
    path("", include("peelian.web.alerts.urls")),
    path("", include("peelian.web.api.urls")),
    path("", home.home, name="home"),
    path("suggest", home.suggest, name="suggest"),
    path("cases/", searching.search, name="search"),
    path("cases/feed.atom", searching.feed, name="feed"),
    path("cases/export.csv", searching.export, {"form": "csv"}, name="export-csv"),
    path("cases/export.jsonl", searching.export, {"form": "jsonl"}, name="export-jsonl"),
    path("cases/<str:case_id>.json", cases.case_json, name="case-json"),
    path("cases/<str:case_id>/", cases.case, name="case"),
    path("cases/<str:case_id>/card.png", machines.card, name="card"),
    path("cases/<str:case_id>/card.svg", machines.card),
    path("cases/<str:case_id>/sources/<str:source_id>/", cases.source, name="source"),
    path("persons/<str:person_id>/", persons.person, name="person"),
    re_path(r"^(?P<kind>forces|offences|courts|standards)/$", topics.topics, name="topics"),
    re_path(r"^(?P<kind>forces|offences|courts|standards)/(?P<value>[^/]+)/$", topics.topic, name="topic"),
    path("about/", about.about, name="about"),
    path("about/data-protection/", about.about, {"page": "data-protection"}, name="data-protection"),
    path("data/", about.data, name="data"),
    path("data/<str:name>", about.download, name="download"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("health", machines.health, name="health"),
]
