"""The pages of joining a case by hand with the documents' case: what it does, seen before; and of parting them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from peelian.casebook.listing import NoSuchCase, case_of
from peelian.desk.access import actor_of, allowed
from peelian.desk.casework import joining
from peelian.desk.casework.case_views import tracks_of
from peelian.desk.casework.moving import NotPossible, Overtaken
from peelian.desk.casework.recording import plain_text
from peelian.desk.casework.shared import find_case, page_context, seen_of, work_of
from peelian.desk.casework.standing import standing


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, case: str) -> HttpResponse:
    """What joining would do, and the act."""
    found = find_case(case)
    work_of(case)
    given = request.POST if request.method == "POST" else request.GET
    trouble, status, shown, documents = "", 200, None, None
    wanted = plain_text(given.get("to", ""))[:40]
    try:
        documents = case_of(wanted)
        shown = joining.preview(found, documents, actor_of(request))
        if request.method == "POST":
            joining.join(found, documents, given.get("reason", ""), actor_of(request), seen=seen_of(request))
            messages.success(request, "The cases are joined. The history has it, and can part them again.")
            return redirect("casework:case", case=documents.public_id)
    except NoSuchCase:
        trouble, status = f"There is no case with the id “{wanted}”. Ids begin with c-.", 422
    except NotPossible as refused:
        trouble, status = str(refused), 409 if isinstance(refused, Overtaken) else 422
    now = standing(found)
    context = page_context(
        case=found, documents=documents, shown=shown, trouble=trouble, seen=now.last, reason=given.get("reason", ""),
        rows=None if shown is None else list(
            zip(tracks_of(shown.hand), tracks_of(shown.documents), tracks_of(shown.after), strict=True)
        ),
    )  # fmt: skip
    return render(request, "casework/join.html", context, status=status)


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Part two cases that were joined: what goes where, and the act."""
    found = find_case(case)
    work_of(case)
    now = standing(found)
    entry = next((one for one in now.entries if one.number == number and one.what == "joined"), None)
    if entry is None:
        raise Http404("There is no such join.")
    trouble, status = "", 200
    if request.method == "POST":
        try:
            again = joining.part(
                found, number, request.POST.get("reason", ""), actor_of(request), seen=seen_of(request)
            )
        except NotPossible as refused:
            trouble, status = str(refused), 409 if isinstance(refused, Overtaken) else 422
        else:
            messages.success(request, "The cases are parted: this is the one that was opened by hand.")
            return redirect("casework:case", case=again.public_id)
    since = [one for one in now.entries if one.number > number]
    context = page_context(case=found, entry=entry, since=since, trouble=trouble, seen=now.last)
    return render(request, "casework/part.html", context, status=status)
