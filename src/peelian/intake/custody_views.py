"""Identities on request: a recipient asks, a custodian decides, the one who asked reads for a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook.audit import Actor
from peelian.intake import crypto, identity, unlocking
from peelian.intake.desk_forms import ReasonForm, UnlockForm
from peelian.intake.desk_views import framed, guarded, own_recipient, report_of, unlocking_with
from peelian.intake.envelope import Damaged
from peelian.intake.models import IdentityRequest
from peelian.intake.recipients import Role


@guarded("intake.read_intake")
@require_POST
def ask(request: HttpRequest, handle: str) -> HttpResponse:
    """Ask the custodian to open who the source is."""
    report = report_of(handle)
    me, form = own_recipient(request, Role.RECIPIENT), ReasonForm(request.POST)
    if me is None:
        return _told(request, "Your account is not tied to a recipient's key. Ask the administrator.", 403)
    if not form.is_valid():
        return _told(request, "Give a reason.", 422)
    try:
        identity.ask(report, me, form.cleaned_data["reason"], Actor.of(request.user), timezone.localdate())
    except (identity.NotPossible, crypto.CannotSeal) as refusal:
        return _told(request, str(refusal), 422)
    return HttpResponseRedirect(reverse("intake_desk:report", args=[handle]))


@guarded("intake.read_intake")
@require_POST
def released(request: HttpRequest, pk: str) -> HttpResponse:
    """Read what was released, with the requester's unlocked key. By POST: reading is an act, and in the trail."""
    asked = _asked(pk)
    key, me = unlocking.unlocked(request), own_recipient(request, Role.RECIPIENT)
    if me is None or me.pk != asked.requester_id:
        return _told(request, "This was released to somebody else.", 403)
    if key is None:
        return _told(request, "Unlock your key first.", 403)
    try:
        held = identity.released(asked, [key], Actor.of(request.user), timezone.localdate())
    except (identity.NotPossible, crypto.CannotOpen, Damaged) as refusal:
        return _told(request, str(refusal), 422)
    return framed(request, "released", {"released": held, "asked": asked})


@guarded("intake.custody_intake")
@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """The custodian's list, with the reasons if a key is unlocked."""
    return _list(request)


def _unlocked(request: HttpRequest, trouble: str) -> HttpResponse:
    return _list(request, trouble, 422) if trouble else HttpResponseRedirect(reverse("intake_desk:requests"))


unlock = unlocking_with("intake.custody_intake", _unlocked)


@guarded("intake.custody_intake")
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Forget the key."""
    unlocking.lock(request)
    return HttpResponseRedirect(reverse("intake_desk:requests"))


@guarded("intake.custody_intake")
@require_POST
def decide(request: HttpRequest, pk: str) -> HttpResponse:
    """Grant or refuse, with the reason."""
    asked, form = _asked(pk), ReasonForm(request.POST)
    key, me = unlocking.unlocked(request), own_recipient(request, Role.CUSTODIAN)
    if me is None:
        return _list(request, "Your account is not tied to a custodian's key. Ask the administrator.", 403)
    granted = request.POST.get("decision") == "grant"
    if granted and key is None:
        return _list(request, "Unlock your key first.", 403)
    if not form.is_valid() or request.POST.get("decision") not in ("grant", "refuse"):
        return _list(request, "Grant or refuse, and give the reason.", 422)
    try:
        identity.decide(
            asked,
            me,
            [key] if key else [],
            granted=granted,
            because=form.cleaned_data["reason"],
            by=Actor.of(request.user),
            today=timezone.localdate(),
        )
    except (identity.NotPossible, crypto.CannotOpen, crypto.CannotSeal) as refusal:
        return _list(request, str(refusal), 422)
    return HttpResponseRedirect(reverse("intake_desk:requests"))


def _asked(pk: str) -> IdentityRequest:
    found: IdentityRequest = get_object_or_404(
        IdentityRequest.internal.select_related("identity__report", "requester"), pk=pk
    )
    return found


def _list(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    key = unlocking.unlocked(request)
    rows = []
    for asked in IdentityRequest.internal.select_related("identity__report", "requester").order_by(
        "-asked_on"
    ):
        why = ""
        if key is not None:
            try:
                why = identity.reason(asked, [key])
            except (crypto.CannotOpen, Damaged) as refusal:
                why = str(refusal)
        rows.append((asked, why))
    context = {
        "section": "custody",
        "rows": rows,
        "unlocked": key is not None,
        "unlock_form": UnlockForm(label_suffix=""),
        "reason_form": ReasonForm(),
        "trouble": trouble,
    }
    return framed(request, "requests", context, status=status)


def _told(request: HttpRequest, trouble: str, status: int) -> HttpResponse:
    return framed(request, "told", {"trouble": trouble}, status=status)
