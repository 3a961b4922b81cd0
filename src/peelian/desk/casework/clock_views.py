"""Clocks of all cases, and the calendar feed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from peelian.desk.access import allowed
from peelian.desk.casework import calendar
from peelian.desk.casework.clocks import all_clocks
from peelian.desk.casework.models import CalendarToken
from peelian.desk.casework.shared import page_context


@allowed("desk.work_cases", reads="clocks")
@require_GET
def clocks(request: HttpRequest) -> HttpResponse:
    """Every open clock of every case, the most pressing first; what is not pressing under a heading of its own."""
    found = all_clocks(timezone.localdate())
    context = page_context(
        pressing=[one for one in found if one.pressing],
        later=[one for one in found if not one.pressing and one.due is not None],
        unknown=[one for one in found if one.due is None],
        has_feed=CalendarToken.internal.filter(account=request.user.pk).exists(),
    )
    return render(request, "casework/clocks.html", context)


@allowed("desk.work_cases")
@require_POST
def make_feed(request: HttpRequest) -> HttpResponse:
    """A new secret address for the calendar feed, shown once; or none any more."""
    if request.POST.get("act") == "withdraw":
        calendar.withdraw_token(request.user)
        messages.success(request, "The address opens nothing any more.")
        return redirect("casework:clocks")
    secret = calendar.make_token(request.user)
    address = request.build_absolute_uri(reverse("casework:feed", args=[secret]))
    return render(request, "casework/feed.html", page_context(address=address))


@never_cache
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The feed: the secret in the address is the key, as calendar programs know no other; its account must still
    hold the permission. Whoever comes without a good secret is refused, or told that there is nothing."""
    user = calendar.whose(secret)
    if user is None:
        missing = request.user.is_authenticated and request.user.has_perm("desk.work_cases")
        told = "There is no calendar here."
        return HttpResponse(told, status=404 if missing else 403, content_type="text/plain")
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    address = request.build_absolute_uri(reverse("casework:case", args=["CASE"])).replace("CASE", "{case}")
    body = calendar.feed(user, timezone.localdate(), timezone.now(), address)
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


feed.desk_permission = "desk.work_cases"  # type: ignore[attr-defined]  # asked of the feed's account: see whose()
