"""The desk's addresses of the intake; the project puts them under ``desk/intake/``."""

from __future__ import annotations

from django.urls import path

from peelian.intake import custody_views, desk_views

app_name = "intake_desk"
urlpatterns = [
    path("", desk_views.inbox, name="inbox"),
    path("unlock/", desk_views.unlock, name="unlock"),
    path("lock/", desk_views.lock, name="lock"),
    path("bundle/", desk_views.bundle, name="bundle"),
    path("report/<str:handle>/", desk_views.report, name="report"),
    path("report/<str:handle>/reply/", desk_views.reply, name="reply"),
    path("report/<str:handle>/move/", desk_views.move, name="move"),
    path("report/<str:handle>/delete/", desk_views.delete, name="delete"),
    path("report/<str:handle>/ask/", custody_views.ask, name="ask"),
    path("report/<str:handle>/<int:message>/<int:number>/", desk_views.file, name="file"),
    path("identities/", custody_views.requests, name="requests"),
    path("identities/unlock/", custody_views.unlock, name="custody_unlock"),
    path("identities/lock/", custody_views.lock, name="custody_lock"),
    path("identities/<uuid:pk>/decide/", custody_views.decide, name="decide"),
    path("identities/<uuid:pk>/released/", custody_views.released, name="released"),
]
