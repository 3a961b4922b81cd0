"""The pages of review: the queue, one document, what is done with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook.models import Reading
from peelian.desk.access import actor_of, allowed, may
from peelian.desk.corpus.doubt import ENOUGH, error_rates
from peelian.desk.publishing import acts as publishing
from peelian.desk.review import acts, fields
from peelian.desk.review.document import Document, NotReadable, document
from peelian.desk.review.queue import next_after, queue

PAGE = 50


@allowed("desk.read_desk", reads="readings")
@require_GET
def to_review(request: HttpRequest) -> HttpResponse:
    """The queue."""
    page = Paginator(queue(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/review_queue.html",
        {"page": page, "section": "review", "rates": error_rates(), "enough": ENOUGH},
    )


@allowed("desk.read_desk", reads="readings")
@require_GET
def reviewed(request: HttpRequest) -> HttpResponse:
    """What was reviewed, the latest first."""
    found = (
        Reading.internal.filter(current=True)
        .exclude(reviewed_at=None)
        .select_related("source")
        .defer("body")
        .order_by("-reviewed_at")
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/reviewed.html", {"page": page, "section": "review"})


@allowed("desk.read_desk", reads="document", target="source")
@require_GET
def page(request: HttpRequest, source: str) -> HttpResponse:
    """One document beside its facts."""
    return render(request, "desk/review.html", _context(request, _document(source)))


@allowed("desk.review")
@require_POST
def decide(request: HttpRequest, source: str) -> HttpResponse:
    """One act on a document. The page's script gets the page's inside back, a browser without it the page."""
    form = request.POST
    try:
        done = acts.act(source, form.get("version", ""), form.dict(), actor_of(request))
    except NotReadable as error:
        raise Http404(str(error)) from error
    except acts.Conflict as conflict:
        return _answer(request, source, {"conflict": conflict}, 409)
    except (acts.DecisionRefused, acts.WordsNotFound) as refusal:
        return _answer(request, source, {"trouble": str(refusal), "typed": form.dict()}, 422)
    if form.get("act") == "done":
        if form.get("then") == "publish":
            done = publishing.after_review(source, actor_of(request), may(request, "desk.approve"))
        return _onwards(request, source, done)
    if request.headers.get("X-Desk") == "part":
        return _answer(request, source, {"done": done}, 200)
    messages.success(request, done)
    return HttpResponseRedirect(reverse("desk:document", args=[source]) + _anchor(form.get("key", "")))


def _anchor(key: str) -> str:
    return f"#f-{key}" if key else ""


def _onwards(request: HttpRequest, source: str, done: str) -> HttpResponse:
    """To the next document of the queue; with a script, by telling it where."""
    following = next_after(source)
    where = (
        reverse("desk:document", args=[following.source.public_id]) if following else reverse("desk:review")
    )
    messages.success(request, done)
    if request.headers.get("X-Desk") == "part":
        answer = HttpResponse(status=204)
        answer["X-Desk-Next"] = where
        return answer
    return redirect(where)


def _answer(request: HttpRequest, source: str, more: dict[str, Any], status: int) -> HttpResponse:
    context = {**_context(request, _document(source)), **more}
    part = request.headers.get("X-Desk") == "part"
    return render(request, "desk/_review.html" if part else "desk/review.html", context, status=status)


def _document(source: str) -> Document:
    try:
        return document(source)
    except NotReadable as error:
        raise Http404(str(error)) from error


def _context(request: HttpRequest, shown: Document) -> dict[str, Any]:
    return {
        "document": shown,
        "section": "review",
        "addable": fields.addable(),
        "record_parts": [
            (name, words, fields.parts(name))
            for name, words in (("offences", "Offence"), ("sentences", "Sentence"), ("orders", "Order"))
        ],
        "sensitive_kinds": acts.SENSITIVE_KINDS.items(),
        "cases": sorted(
            {s.mention.case for s in shown.subjects if s.mention.case is not None}, key=lambda c: c.public_id
        ),
        "may_review": may(request, "desk.review"),
        "may_publish": may(request, "desk.prepare"),
    }
