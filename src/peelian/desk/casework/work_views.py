"""The pages of the work around a case: tasks, notes, assignment, attachments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from peelian.desk.access import actor_of, allowed
from peelian.desk.casework import attachments, work
from peelian.desk.casework.models import Attachment, Task
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import plain_text
from peelian.desk.casework.shared import act, page_context, work_of


@allowed("desk.work_cases", reads="tasks")
@require_GET
def tasks(request: HttpRequest) -> HttpResponse:
    """Open tasks: mine first, then nobody's."""
    found = Task.internal.filter(done_at=None).select_related("work__case", "assigned_to")
    context = page_context(
        mine=found.filter(assigned_to=request.user.pk),
        free=found.filter(assigned_to=None),
        today=timezone.localdate(),
    )
    return render(request, "casework/tasks.html", context)


@allowed("desk.work_cases")
@require_POST
def add_task(request: HttpRequest, case: str) -> HttpResponse:
    """Set a task."""
    there, form = work_of(case), request.POST
    return act(
        request, case, "The task is set.",
        lambda: work.add_task(there, form.get("title", ""), actor_of(request), due=read_day(form.get("due", "")), to=_person(form.get("to", ""))),
        "tasks",
    )  # fmt: skip


@allowed("desk.work_cases")
@require_POST
def finish_task(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Say that a task is done."""
    there = work_of(case)
    return act(request, case, "Done.", lambda: work.finish_task(there, number, actor_of(request)), "tasks")


@allowed("desk.work_cases")
@require_POST
def add_note(request: HttpRequest, case: str) -> HttpResponse:
    """Note something."""
    there = work_of(case)
    return act(
        request,
        case,
        "Noted.",
        lambda: work.add_note(there, request.POST.get("text", ""), actor_of(request)),
        "notes",
    )


@allowed("desk.work_cases")
@require_POST
def assign(request: HttpRequest, case: str) -> HttpResponse:
    """Give the case to somebody, or to nobody."""
    there = work_of(case)
    return act(
        request, case, "The case is assigned.",
        lambda: work.assign(there, _person(request.POST.get("to", "")), actor_of(request)),
    )  # fmt: skip


@allowed("desk.work_cases")
@require_POST
def attach(request: HttpRequest, case: str) -> HttpResponse:
    """Attach a file."""
    there, given = work_of(case), request.FILES.get("file")

    def do() -> Any:
        if given is None:
            raise NotPossible("Choose a file.")
        return attachments.attach(
            there, given, given.name or "file", actor_of(request), request.POST.get("about", "")
        )

    return act(request, case, "The file is kept.", do, "files")


@allowed("desk.work_cases")
@require_POST
def remove_file(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Take a file off a case."""
    there = work_of(case)
    return act(
        request,
        case,
        "The file is gone.",
        lambda: attachments.remove(there, number, actor_of(request)),
        "files",
    )


@allowed("desk.read_desk", reads="attachment", target="number")
@require_GET
def file(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """A file, to keep: never shown in the browser, whatever it says it is."""
    found = get_object_or_404(Attachment.internal, work=work_of(case), pk=number, removed_at=None)
    try:
        data = attachments.read(found)
    except attachments.Damaged as damaged:
        raise Http404(str(damaged)) from damaged
    return download(data, found.name, "application/octet-stream")


def download(data: bytes, name: str, media_type: str) -> HttpResponse:
    """An answer that browsers keep and do not show."""
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def read_day(text: str) -> date | None:
    """A day from a form, or None if it is empty. Raises `NotPossible`."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise NotPossible("The day is not read: choose one, or write 2026-05-03.") from error


def _person(name: str) -> Any:
    if not name:
        return None
    found = get_user_model().objects.filter(username=plain_text(name), is_active=True).first()
    if found is None:
        raise NotPossible(f"There is no account {name[:60]!r}.")
    return found
