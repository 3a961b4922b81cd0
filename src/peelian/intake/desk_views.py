"""The desk's side of coming forward: the list, one report, replies, triage. Guarded by ``intake.read_intake``.

Without an unlocked key a recipient sees that reports exist, triages and replies, and takes a bundle to their own
machine. With one, for a quarter of an hour, the words are shown here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import select_template
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook.audit import Actor, record
from peelian.intake import crypto, recipients, retention, submission, triage, unlocking
from peelian.intake.bundle import write_bundle
from peelian.intake.desk_forms import ReasonForm, ReplyForm, UnlockForm
from peelian.intake.envelope import Damaged
from peelian.intake.models import IdentityRequest, Recipient, Report, SourceIdentity
from peelian.intake.uploads import keep_in_memory

View = Callable[..., HttpResponseBase]
#: A page opens files up to this many bytes; larger ones are opened one at a time, when asked for.
OPENED_AT_ONCE = 8 * 1024 * 1024
#: The first of these that the project has is what the desk's side is shown in.
FRAMES = ["desk/base.html", "peelian/base.html"]


def guarded(permission: str) -> Callable[[View], View]:
    """Signed in, with ``permission`` and a second factor; never kept by a browser; nothing posted in an error report."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(permission):
                where = request.resolver_match.view_name if request.resolver_match else ""
                record("access.refused", where, Actor.of(request.user), {"permission": permission})
                raise PermissionDenied
            if not is_mfa_enabled(request.user):
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
            return view(request, *args, **kwargs)

        safe: View = never_cache(sensitive_post_parameters()(inside))
        safe.desk_permission = permission  # type: ignore[attr-defined]  # for the permission matrix
        return safe

    return decorate


def framed(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the desk's side: in the desk's frame, if the project has one."""
    frame = select_template(FRAMES)
    inside = {"frame": getattr(frame, "template", frame), "section": "intake", **context}
    return render(request, f"intake/desk/{template}.html", inside, status=status)


reading = guarded("intake.read_intake")


@reading
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """The reports, newest day first; by state."""
    today = timezone.localdate()
    state = request.GET.get("state", "")
    found = Report.internal.filter(expires_on__gte=today).select_related("appeal")
    if state in Report.State.values:
        found = found.filter(state=state)
    return framed(
        request,
        "inbox",
        {
            "reports": found[:500],
            "states": Report.State.choices,
            "state": state,
            "recipients": [
                (held, crypto.fingerprint(held.public_key))
                for role in recipients.Role
                for held in recipients.in_force(role, today)
            ],
            "unlocked": unlocking.unlocked(request) is not None,
        },
    )


@reading
@require_GET
def report(request: HttpRequest, handle: str) -> HttpResponse:
    """One report: its words if a key is unlocked, else the place to unlock one."""
    return _page(request, report_of(handle))


def unlocking_with(permission: str, answer: Callable[[HttpRequest, str], HttpResponse]) -> View:
    """A view that takes a key into memory for this session. The file and the passphrase are written nowhere.

    ``answer`` is told what was wrong, or "" if the key is unlocked.
    """

    @csrf_protect
    @guarded(permission)
    @require_POST
    def inside(request: HttpRequest) -> HttpResponse:
        form, trouble = UnlockForm(request.POST, request.FILES), "Choose your key file."
        if form.is_valid():
            try:
                unlocking.unlock(request, form.cleaned_data["key_file"], form.cleaned_data["passphrase"])
            except (crypto.CannotOpen, unlocking.Busy) as refusal:
                trouble = str(refusal)
            else:
                record("intake.key.unlocked", "", Actor.of(request.user))
                trouble = ""
        elif form.errors.get("key_file"):
            trouble = str(form.errors["key_file"][0])
        return answer(request, trouble)

    @csrf_exempt  # until the files are sure to stay in memory; then it is protected, above
    def outside(request: HttpRequest) -> HttpResponseBase:
        keep_in_memory(request)
        answered: HttpResponseBase = inside(request)
        return answered

    outside.desk_permission = permission  # type: ignore[attr-defined]  # checked inside
    return outside


def _unlocked(request: HttpRequest, trouble: str) -> HttpResponse:
    where = request.POST.get("handle", "")
    if not trouble:
        return _back(where)
    if where:
        return _page(request, report_of(where), trouble, 422)
    return framed(request, "unlock", {"form": UnlockForm(), "trouble": trouble}, status=422)


unlock = unlocking_with("intake.read_intake", _unlocked)


@reading
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Forget the key."""
    unlocking.lock(request)
    return _back(request.POST.get("handle", ""))


@reading
@require_POST
def reply(request: HttpRequest, handle: str) -> HttpResponse:
    """Answer the source; sealed to the key made from their code."""
    held, form = report_of(handle), ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, held, "The reply is empty or too long.", 422)
    return _do(
        request,
        held,
        lambda: triage.reply(held, form.cleaned_data["text"], Actor.of(request.user), timezone.localdate()),
    )


@reading
@require_POST
def move(request: HttpRequest, handle: str) -> HttpResponse:
    """Another state; or a link to a case, if one is named."""
    held, today, by = report_of(handle), timezone.localdate(), Actor.of(request.user)
    case = request.POST.get("case", "").strip()
    if request.POST.get("to") == Report.State.LINKED:
        return _do(request, held, lambda: triage.link(held, case, by, today))
    return _do(request, held, lambda: triage.move(held, request.POST.get("to", ""), by, today))


@reading
@require_POST
def delete(request: HttpRequest, handle: str) -> HttpResponse:
    """Delete a report for good: its handle is typed once more."""
    held = report_of(handle)
    if request.POST.get("again", "").strip().upper() != held.handle:
        return _page(request, held, "Type the report's handle to delete it.", 422)
    retention.delete(held, Actor.of(request.user))
    return HttpResponseRedirect(reverse("intake_desk:inbox"))


@reading
@require_GET
def file(request: HttpRequest, handle: str, message: int, number: int) -> HttpResponse:
    """A file, as a download of unknown kind: never shown in the browser, never under the source's name."""
    held, identity = report_of(handle), unlocking.unlocked(request)
    if identity is None:
        return _page(request, held, "Unlock your key first.", 403)
    try:
        opened = triage.read_file(held, message, number, [identity], Actor.of(request.user))
    except (crypto.CannotOpen, Damaged) as refusal:
        return _page(request, held, str(refusal), 422)
    if opened is not None:
        return _download(opened.content, f"{held.handle}-{message}-{number}{opened.extension}")
    raise Http404


@reading
@require_GET
def bundle(request: HttpRequest) -> HttpResponseBase:
    """The sealed reports, to read on the recipient's own machine: ``peelian intake read --bundle``."""
    wanted = Report.internal.filter(expires_on__gte=timezone.localdate())
    if handle := request.GET.get("report"):
        wanted = wanted.filter(pk=report_of(handle).pk)
    out = tempfile.TemporaryFile()  # noqa: SIM115 - seals only; the answer closes it
    count = write_bundle(wanted, out)
    out.seek(0)
    record("intake.exported", handle or "", Actor.of(request.user), {"reports": count})
    return _as_download(FileResponse(out), "peelian-intake-bundle.zip")


def own_recipient(request: HttpRequest, role: Recipient.Role) -> Recipient | None:
    """The recipient (or custodian) in force that this account is."""
    return recipients.in_force(role, timezone.localdate()).filter(user=request.user.pk or 0).first()


def _page(request: HttpRequest, held: Report, trouble: str = "", status: int = 200) -> HttpResponse:
    identity = unlocking.unlocked(request)
    messages = triage.read(held, [identity], Actor.of(request.user), most=OPENED_AT_ONCE) if identity else []
    source = SourceIdentity.internal.filter(report=held).first()
    requests = IdentityRequest.internal.filter(identity=source).select_related("requester") if source else []
    context: dict[str, Any] = {
        "report": held,
        "messages_opened": messages,
        "unlocked": identity is not None,
        "unlock_form": UnlockForm(label_suffix=""),
        "reply_form": ReplyForm(),
        "reason_form": ReasonForm(),
        "ways": [Report.State(way) for way in triage.TRANSITIONS[held.state]],
        "has_identity": source is not None,
        "requests": requests,
        "me": own_recipient(request, recipients.Role.RECIPIENT),
        "trouble": trouble,
    }
    return framed(request, "report", context, status=status)


def _do(request: HttpRequest, held: Report, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except (ValueError, crypto.CannotSeal, submission.Full) as refusal:
        return _page(request, report_of(held.handle), str(refusal), 422)
    return _back(held.handle)


def report_of(handle: str) -> Report:
    """The report of this handle, if it is not over. Raises Http404."""
    if "\0" in handle:  # PostgreSQL would call it an error
        raise Http404
    found: Report = get_object_or_404(Report.internal, handle=handle, expires_on__gte=timezone.localdate())
    return found


def _back(handle: str) -> HttpResponse:
    if handle and "\0" not in handle and Report.internal.filter(handle=handle).exists():
        return HttpResponseRedirect(reverse("intake_desk:report", args=[handle]))
    return HttpResponseRedirect(reverse("intake_desk:inbox"))


def _download(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content)
    _as_download(answer, name)
    return answer


def _as_download(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    """Of no kind that a browser would show, in a sandbox if it does."""
    answer["Content-Type"] = "application/octet-stream"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
