"""Papers of a case to take away: chronology and notices, as Word or PDF."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from peelian.casebook.audit import record
from peelian.casebook.models import Case
from peelian.desk.access import actor_of, allowed
from peelian.desk.casework import chronology, notices, papers
from peelian.desk.casework.papers import Paper
from peelian.desk.casework.shared import page_context, work_of
from peelian.desk.casework.standing import standing
from peelian.desk.casework.work_views import download
from peelian.publication.assembling import NotPublishable

WHICH = ("chronology", "public-chronology", "hearing", "outcome")


@allowed("desk.work_cases", reads="casework", target="case")
@require_GET
def paper(request: HttpRequest, case: str, which: str, form: str) -> HttpResponse:
    """A paper as a page, a Word file or a PDF. What is taken away is told in the audit trail as an export."""
    if which not in WHICH or form not in ("page", "docx", "pdf"):
        raise Http404("There is no such paper.")
    work = work_of(case)
    try:
        made = make(work.case, which)
    except (notices.NoNotice, NotPublishable) as refused:
        messages.error(request, str(refused))
        return redirect("casework:case", case=work.case.public_id)
    if form == "page":
        context = page_context(case=work.case, paper=made, which=which)
        return render(request, "casework/paper.html", context)
    record("casework.exported", work.case.public_id, actor_of(request), {"paper": which, "as": form})
    now = timezone.localtime()
    data = papers.as_docx(made, now) if form == "docx" else papers.as_pdf(made, now)
    return download(
        data, f"{which}-{work.case.public_id}.{form}", papers.WORD if form == "docx" else papers.PDF
    )


def make(case: Case, which: str) -> Paper:
    """One of the papers of a case."""
    if which == "public-chronology":
        return chronology.public(case.public_id)
    now = standing(case)
    if which == "chronology":
        return chronology.internal(case, now)
    return notices.draft(case, now, "hearing" if which == "hearing" else "outcome")
