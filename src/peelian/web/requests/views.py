"""Ask for a correction, a removal or a reply; come back with the reference."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from peelian.publication.models import PublicRequest, PublishedRow
from peelian.publication.requests import RequestRefused, receive
from peelian.web.models import PersonEntry
from peelian.web.requests.forms import RequestForm

#: Requests taken in a day from everybody together: beyond it the form asks to come back tomorrow.
MOST_A_DAY = 200


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """``/requests/new?case=``: the form; what was asked becomes a row of the desk's queue."""
    status = 200
    if request.method == "POST":
        form = RequestForm(request.POST)
        if PublicRequest.internal.filter(received_on=localdate()).count() >= MOST_A_DAY:
            form.add_error(None, "Too many requests came in today. Please come back tomorrow.")
        if form.is_valid():
            given = form.cleaned_data
            try:
                row = receive(
                    given["case"].strip(), given["kind"], given["text"], given["contact"], given["about"]
                )
            except RequestRefused as error:
                form.add_error(None, str(error)[:1].upper() + str(error)[1:] + ".")
            else:
                return render(request, "web/request-received.html", {"row": row})
        status = 422
    else:
        case = request.GET.get("case", "")[:40]
        if person := request.GET.get("person", "")[:60]:
            entry = PersonEntry.public.filter(person_id=person).select_related("entry").first()
            case = entry.entry.case_id if entry else ""
        form = RequestForm(initial={"case": case})
    return render(request, "web/request.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def standing(request: HttpRequest) -> HttpResponse:
    """``/requests/``: where a request stands, by its reference (posted, so that no address holds it)."""
    reference = request.POST.get("reference", "").strip()[:20]
    row = PublicRequest.internal.filter(reference=reference).first() if reference else None
    steps = list(row.steps(manager="internal").filter(sent=True)) if row else []
    return render(
        request,
        "web/request-standing.html",
        {"row": row, "steps": steps, "asked": bool(reference)},
        status=404 if reference and row is None else 200,
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """``/about/corrections/``: how to ask, and every correction and reply to a public case, newest first."""
    notes = []
    told = PublishedRow.public.filter(body__contains='"kind":"correction"') | PublishedRow.public.filter(
        body__contains='"kind":"reply"'
    )
    for row in told.iterator(chunk_size=100):
        case = row.case
        notes += [(note.on, note, case) for note in (*case.corrections, *case.replies)]
    notes.sort(key=lambda note: note[0], reverse=True)
    return render(request, "web/corrections.html", {"section": "about", "notes": notes[:200]})
