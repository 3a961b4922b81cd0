"""The public form: write, look at it once more, send, take the code. No cookie; what is known travels in the form."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from peelian.intake import appeals, flood, helplines, recipients, submission, wording
from peelian.intake.forms import ReportForm
from peelian.intake.incoming import gather
from peelian.intake.models import AppealLink
from peelian.intake.privacy import page, without_trace
from peelian.intake.recipients import Role
from peelian.intake.uploads import InMemory, keep_in_memory

Context = dict[str, Any]


@without_trace
def form(request: HttpRequest) -> HttpResponse:
    """GET: the empty form. POST: ``step`` preview, change or send."""
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    today = timezone.localdate()
    if request.method != "POST":
        return _blank(request, today)
    handler = keep_in_memory(request)
    context = _around(request.POST.get("level"), request.POST.get("appeal"), today)
    if not context["open"]:
        return page("intake/closed.html", context)
    step = request.POST.get("step", "preview")
    given = ReportForm(request.POST, words=context["words"], contacts=context["contacts"])
    context |= {"form": given, "draft": request.POST.get("draft", "")[:100]}
    if step == "send":
        return _send(request, context, given, today)
    if step == "change":
        return _ask(context, today, solved=_is_ours(request.POST.get("token", ""), "send"))
    return _preview(request, handler, context, given, today)


def _blank(request: HttpRequest, today: datetime.date) -> HttpResponse:
    context = _around(request.GET.get("level"), request.GET.get("appeal"), today)
    if not context["open"]:
        return page("intake/closed.html", context)
    empty = ReportForm(words=context["words"], contacts=context["contacts"])
    return _ask(context | {"form": empty, "draft": ""}, today)


def _preview(
    request: HttpRequest, handler: InMemory, context: Context, given: ReportForm, today: datetime.date
) -> HttpResponse:
    """Check, hold the files sealed, show all of it once more."""
    token = request.POST.get("token", "")
    try:
        solved = flood.check(token, "form")
        if not solved and not flood.answered(token, request.POST.get("question", "")):
            trouble = "The word was not the right one. Please copy the word that is asked for. If you had chosen files, choose them again."
            return _ask(context, today, trouble=[trouble], status=422)
        flood.take("preview")
    except (flood.StaleForm, flood.TooMany) as refusal:
        return _ask(context, today, trouble=[str(refusal)], status=_status(refusal))
    files = gather(request, handler)
    if request.POST.get("drop") == "on":
        submission.drop(context["draft"], today)
        context["draft"] = ""
    try:
        context["draft"] = submission.hold(files.taken, today, context["draft"])
    except submission.Full as refusal:
        files.refused.append(str(refusal))
    if not given.is_valid() or files.refused:
        return _ask(context, today, trouble=files.refused, solved=True, status=422)
    return page(
        "intake/preview.html",
        context
        | {
            "token": flood.issue("send"),
            "notes": files.notes,
            "held": submission.held(context["draft"], today),
        },
    )


def _send(request: HttpRequest, context: Context, given: ReportForm, today: datetime.date) -> HttpResponse:
    """Send what was looked at: seal, keep, show the code."""
    token = request.POST.get("token", "")
    try:
        flood.check(token, "send")
        if not given.is_valid():
            return _ask(context, today, solved=True, status=422)
        flood.take("send")
        with transaction.atomic():  # what fails leaves the token good for another try
            flood.spend(token, today)
            code = _submit(context, given, today)
    except (flood.StaleForm, flood.TooMany) as refusal:
        return _ask(context, today, trouble=[str(refusal)], status=_status(refusal))
    return page("intake/receipt.html", context | {"code": code.split(), "form": None})


def _submit(context: Context, given: ReportForm, today: datetime.date) -> str:
    """Seal and keep what was written; the code."""
    data = given.cleaned_data
    account = submission.Account(data["what"], data["where"], data["when"], data["officer"], data["reach"])
    contact = submission.Contact(data.get("contact_name", ""), data.get("contact_how", ""))
    return submission.submit(
        account, today, contact=contact, draft=context["draft"], appeal=context["appeal"]
    )


def _ask(
    context: Context,
    today: datetime.date,
    *,
    trouble: list[str] | None = None,
    solved: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The form, with what was written, a fresh token and, unless it is solved, a question."""
    token = flood.issue("form", solved=solved)
    place, words = flood.question(token)
    return page(
        "intake/form.html",
        context
        | {
            "token": token,
            "trouble": trouble or [],
            "question": None if solved else context["words"]["question_ask"].format(place=place),
            "question_words": words,
            "held": submission.held(context["draft"], today),
        },
        status,
    )


def _around(level: str | None, appeal: str | None, today: datetime.date) -> Context:
    """What every page of the form needs."""
    chosen = wording.level_of(level)
    standing: AppealLink | None = appeals.by_token((appeal or "")[:40], today)
    return {
        "level": chosen,
        "other_level": "plain" if chosen == "easy" else "easy",
        "words": wording.words(chosen),
        "appeal": standing,
        "helplines": helplines.by_need(standing.needs if standing else ()),
        "open": bool(recipients.keys(Role.RECIPIENT, today)),
        "contacts": bool(recipients.keys(Role.CUSTODIAN, today)),
    }


def _is_ours(token: str, purpose: flood.Purpose) -> bool:
    try:
        flood.check(token, purpose)
    except flood.StaleForm:
        return False
    return True


def _status(refusal: Exception) -> int:
    return 429 if isinstance(refusal, flood.TooMany) else 422
