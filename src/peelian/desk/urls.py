"""The addresses of the desk, under ``/desk/``. Each view carries its permission (see ``access``)."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from peelian.desk import audit_views, finding, views
from peelian.desk.accounts import views as accounts
from peelian.desk.corpus import views as corpus
from peelian.desk.matching import views as matching
from peelian.desk.publishing import loosening_views
from peelian.desk.publishing import views as publishing
from peelian.desk.review import views as review

own: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("find/", finding.find, name="find"),
    path("review/", review.to_review, name="review"),
    path("review/done/", review.reviewed, name="reviewed"),
    path("documents/<str:source>/", review.page, name="document"),
    path("documents/<str:source>/decide/", review.decide, name="decide"),
    path("precision/", corpus.measured, name="precision"),
    path("pairs/", matching.pairs, name="pairs"),
    path("pairs/second/", matching.unsure, name="unsure"),
    path("pairs/next/", matching.resume, name="next_pair"),
    path("pairs/several/", matching.judge_many, name="judge_many"),
    path("pairs/<str:left>/<str:right>/", matching.pair, name="pair"),
    path("pairs/<str:left>/<str:right>/judge/", matching.judge, name="judge"),
    path("persons/<str:person>/", matching.person, name="person"),
    path("persons/<str:person>/split/", matching.split, name="split"),
    path("persons/<str:person>/merge/", matching.merge, name="merge"),
    path("persons/<str:person>/take-back/<int:decision>/", matching.take_back, name="take_back"),
    path("publication/", publishing.publication, name="publication"),
    path("publication/shown-in-spite/", loosening_views.listed, name="loosenings"),
    path("publication/<str:case>/", publishing.case, name="publication_case"),
    path("publication/<str:case>/prepare/", publishing.prepare, name="prepare"),
    path("publication/<str:case>/approve/", publishing.approve, name="approve"),
    path("publication/<str:case>/withdraw/", publishing.withdraw, name="withdraw"),
    path("publication/<str:case>/settle/", publishing.settle, name="settle"),
    path("publication/<str:case>/show/", loosening_views.ask, name="loosening_ask"),
    path("publication/<str:case>/show/<int:pk>/", loosening_views.settle, name="loosening_settle"),
    path(
        "publication/<str:case>/show/<int:pk>/take-back/",
        loosening_views.take_back,
        name="loosening_take_back",
    ),
    path("requests/", publishing.asked, name="requests"),
    path("requests/<str:reference>/", publishing.one_request, name="request"),
    path("requests/<str:reference>/answer/", publishing.answer, name="answer"),
    path("audit/", audit_views.trail, name="audit"),
    path("audit/verify/", audit_views.verify, name="audit_verify"),
    path("account/", accounts.own, name="account"),
    path("account/sessions/", accounts.end_sessions, name="end_sessions"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/invite/", accounts.invite, name="invite"),
    path("accounts/invitations/<int:pk>/withdraw/", accounts.withdraw, name="invitation_withdraw"),
    path("accounts/change/<str:username>/", accounts.change, name="account_change"),
    path("join/<str:secret>/", accounts.join, name="join"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((own, "desk"))),
    path("intake/", include("peelian.intake.desk_urls")),
    path("casework/", include("peelian.desk.casework.urls")),
]
