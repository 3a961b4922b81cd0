"""The addresses of casework, under ``/desk/casework/``. Each view carries its permission but the calendar feed."""

from __future__ import annotations

from django.urls import path

from peelian.desk.casework import (
    case_views,
    clock_views,
    import_views,
    joining_views,
    outward_views,
    paper_views,
    work_views,
)

app_name = "casework"
urlpatterns = [
    path("", case_views.listed, name="list"),
    path("new/", case_views.begin, name="begin"),
    path("clocks/", clock_views.clocks, name="clocks"),
    path("clocks/feed/", clock_views.make_feed, name="make_feed"),
    path("calendar/<str:secret>.ics", clock_views.feed, name="feed"),
    path("import/", import_views.upload, name="import"),
    path("import/<int:number>/", import_views.columns, name="import_columns"),
    path("tasks/", work_views.tasks, name="tasks"),
    path("<str:case>/", case_views.page, name="case"),
    path("<str:case>/open/", case_views.take_on, name="take_on"),
    path("<str:case>/stage/<str:to>/", case_views.step, name="step"),
    path("<str:case>/record/<str:act>/", case_views.act, name="act"),
    path("<str:case>/particulars/", case_views.details, name="particulars"),
    path("<str:case>/referral/", case_views.referral, name="referral"),
    path("<str:case>/take-back/<int:number>/", case_views.take_back, name="take_back"),
    path("<str:case>/join/", joining_views.join, name="join"),
    path("<str:case>/part/<int:number>/", joining_views.part, name="part"),
    path("<str:case>/tasks/", work_views.add_task, name="add_task"),
    path("<str:case>/tasks/<int:number>/done/", work_views.finish_task, name="finish_task"),
    path("<str:case>/notes/", work_views.add_note, name="add_note"),
    path("<str:case>/assign/", work_views.assign, name="assign"),
    path("<str:case>/files/", work_views.attach, name="attach"),
    path("<str:case>/files/<int:number>/", work_views.file, name="file"),
    path("<str:case>/files/<int:number>/remove/", work_views.remove_file, name="remove_file"),
    path("<str:case>/papers/<str:which>.<str:form>", paper_views.paper, name="paper"),
    path("<str:case>/outward/", outward_views.page, name="outward"),
    path("<str:case>/appeals/", outward_views.open_appeal, name="open_appeal"),
    path("<str:case>/appeals/<uuid:key>/close/", outward_views.close_appeal, name="close_appeal"),
    path("<str:case>/statements/new/", outward_views.draft, name="draft_statement"),
    path("<str:case>/statements/<int:number>/", outward_views.statement, name="statement"),
    path("<str:case>/statements/<int:number>/approve/", outward_views.approve, name="approve_statement"),
    path(
        "<str:case>/statements/<int:number>/statement.<str:form>",
        outward_views.statement_file,
        name="statement_file",
    ),
]
