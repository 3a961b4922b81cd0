"""The pages of what goes out: appeals for information, statements to the media."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from peelian.casebook.audit import record
from peelian.desk.access import actor_of, allowed, may
from peelian.desk.casework import outward, papers
from peelian.desk.casework.models import MediaStatement, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.outward import Quotation
from peelian.desk.casework.shared import page_context, work_of
from peelian.desk.casework.work_views import download, read_day


@allowed("desk.read_desk", reads="casework", target="case")
@require_GET
def page(request: HttpRequest, case: str) -> HttpResponse:
    """Appeals and statements of a case."""
    return _page(request, work_of(case))


@allowed("desk.approve")
@require_POST
def open_appeal(request: HttpRequest, case: str) -> HttpResponse:
    """Open an appeal."""
    work, form = work_of(case), request.POST

    def do() -> Any:
        return outward.open_appeal(
            work, form.get("asks", ""), actor_of(request), timezone.localdate(), until=read_day(form.get("until", "")),
            needs=[one for one in form.getlist("need") if one in outward.needs()],
        )  # fmt: skip

    return _do(request, work, "The appeal is open.", do)


@allowed("desk.approve")
@require_POST
def close_appeal(request: HttpRequest, case: str, key: uuid.UUID) -> HttpResponse:
    """Close an appeal."""
    work = work_of(case)
    return _do(
        request,
        work,
        "The appeal is closed.",
        lambda: outward.close_appeal(work, key, actor_of(request), timezone.localdate()),
    )


@allowed("desk.prepare", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, case: str) -> HttpResponse:
    """Draft a statement: facts to tick, quotations with who and in what role."""
    work, trouble, known = work_of(case), "", []
    try:
        known = outward.sentences(work)
    except NotPossible as refused:
        trouble = str(refused)
    given = request.POST
    numbers = range(1, outward.MOST_QUOTATIONS + 1)
    rows: list[tuple[int, str, str, str, str]] = []
    for n in numbers:
        said_n = (given.get(f"{part}-{n}", "") for part in ("words", "name", "role", "where"))
        words, name, role, where = said_n
        rows.append((n, words, name, role, where))
    if request.method == "POST" and known:
        said = [
            Quotation(w, name, role, where)
            for _, w, name, role, where in rows
            if f"{w}{name}{role}{where}".strip()
        ]
        try:
            made = outward.draft(
                work, given.get("headline", ""), given.getlist("fact"), said, actor_of(request)
            )
        except NotPossible as refused:
            trouble = str(refused)
        else:
            messages.success(request, "The draft waits for two people.")
            return redirect("casework:statement", case=work.case.public_id, number=made.pk)
    context = page_context(
        case=work.case,
        known=known,
        chosen=given.getlist("fact"),
        rows=rows,
        headline=given.get("headline", ""),
        trouble=trouble,
    )
    return render(
        request, "casework/statement_draft.html", context, status=422 if request.method == "POST" else 200
    )


@allowed("desk.read_desk", reads="casework", target="case")
@require_GET
def statement(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """A statement: what it says, who approved."""
    work = work_of(case)
    found = _statement(work, number)
    context = page_context(
        case=work.case, statement=found, paper=outward.paper(found), current=outward.current(found),
        may_approve=may(request, "desk.approve"), needed=outward.APPROVALS - len(found.approvals),
    )  # fmt: skip
    return render(request, "casework/statement.html", context)


@allowed("desk.approve")
@require_POST
def approve(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Approve a statement, or withdraw it."""
    work = work_of(case)
    found = _statement(work, number)
    try:
        if request.POST.get("act") == "withdraw":
            outward.withdraw(found, actor_of(request))
            messages.success(request, "The statement is withdrawn.")
        else:
            outward.approve(found, actor_of(request))
            messages.success(request, "Approved.")
    except NotPossible as refused:
        messages.error(request, str(refused))
    return redirect("casework:statement", case=work.case.public_id, number=number)


@allowed("desk.read_desk", reads="casework", target="case")
@require_GET
def statement_file(request: HttpRequest, case: str, number: int, form: str) -> HttpResponse:
    """An approved statement as Word or PDF; nothing else goes out."""
    work = work_of(case)
    found = _statement(work, number)
    if form not in ("docx", "pdf") or not outward.current(found):
        raise Http404("This statement is not to go out.")
    record("casework.exported", work.case.public_id, actor_of(request), {"paper": "statement", "as": form})
    made, now = outward.paper(found), timezone.localtime()
    data = papers.as_docx(made, now) if form == "docx" else papers.as_pdf(made, now)
    return download(
        data,
        f"statement-{work.case.public_id}-{number}.{form}",
        papers.WORD if form == "docx" else papers.PDF,
    )


def _statement(work: WorkedCase, number: int) -> MediaStatement:
    return get_object_or_404(MediaStatement.internal.select_related("work__case"), work=work, pk=number)


def _do(request: HttpRequest, work: WorkedCase, done: str, do: Any) -> HttpResponse:
    try:
        do()
    except NotPossible as refused:
        return _page(request, work, str(refused), 422)
    messages.success(request, done)
    return redirect("casework:outward", case=work.case.public_id)


def _page(request: HttpRequest, work: WorkedCase, trouble: str = "", status: int = 200) -> HttpResponse:
    context = page_context(
        case=work.case, trouble=trouble, appeals=outward.appeals_of(work, timezone.localdate()), needs=outward.needs().items(),
        statements=work.statements(manager="internal").all(), may_approve=may(request, "desk.approve"),
        may_prepare=may(request, "desk.prepare"), asks=request.POST.get("asks", ""),
    )  # fmt: skip
    return render(request, "casework/outward.html", context, status=status)
