"""The pages of showing in spite of a rule: the list with what is due, asking, deciding, taking back."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from peelian.desk.access import actor_of, allowed, may
from peelian.desk.models import Loosening
from peelian.desk.publishing import loosening
from peelian.desk.publishing.views import PAGE, case_page, do
from peelian.publication import services
from peelian.publication.rulings import OverrideRefused


@allowed("desk.read_desk", reads="loosenings")
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """What is due for another look, what waits for a second person, all others."""
    due = loosening.in_words(loosening.due(services.today()))
    waiting = Loosening.internal.filter(state=Loosening.WAITING).order_by("asked_at")
    others = Loosening.internal.exclude(state=Loosening.WAITING).exclude(pk__in=[one.pk for one in due])
    page = Paginator(others, PAGE).get_page(request.GET.get("page"))
    page.object_list = loosening.in_words(list(page.object_list))
    context = {
        "due": due, "waiting": loosening.in_words(list(waiting)), "page": page, "section": "publication",
        "may_approve": may(request, "desk.approve"), "may_withdraw": may(request, "desk.withdraw"),
        "me": request.user.get_username(),
    }  # fmt: skip
    return render(request, "desk/loosenings.html", context)


@allowed("desk.prepare")
@require_POST
def ask(request: HttpRequest, case: str) -> HttpResponse:
    """Ask another person to have something shown."""
    form = request.POST
    try:
        day = date.fromisoformat(form["review_on"]) if form.get("review_on") else None
    except ValueError:
        return case_page(request, case, "The review date is a date such as 2027-04-30.", 422)
    policy = form.get("policy", "cautious")
    return do(
        request, case, "It waits for another person's decision.",
        lambda: loosening.ask(case, form.get("place", ""), form.get("reason", ""), day, policy, actor_of(request)),
    )  # fmt: skip


@allowed("desk.approve")
@require_POST
def settle(request: HttpRequest, case: str, pk: int) -> HttpResponse:
    """Grant what another person asked for, or refuse it."""
    form, by = request.POST, actor_of(request)

    def act() -> None:
        if form.get("act") == "grant":
            loosening.grant(case, pk, by)
        elif form.get("act") == "refuse":
            loosening.refuse(case, pk, by, form.get("reason", ""))
        else:
            raise OverrideRefused("grant it or refuse it")

    granted = form.get("act") == "grant"
    return do(request, case, "It counts. Put the case up to show it." if granted else "Refused.", act)


@allowed("desk.withdraw")
@require_POST
def take_back(request: HttpRequest, case: str, pk: int) -> HttpResponse:
    """Have it count no more."""
    reason = request.POST.get("reason", "")
    return do(
        request,
        case,
        "The rule counts again.",
        lambda: loosening.take_back(case, pk, actor_of(request), reason),
    )
