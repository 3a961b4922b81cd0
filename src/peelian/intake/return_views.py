"""Coming back with the code: replies, an answer, files, forgetting. The code comes by POST, never in an address."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from peelian.intake import conversation, flood, helplines, receipt, submission, wording
from peelian.intake.conversation import Conversation
from peelian.intake.crypto import CannotSeal
from peelian.intake.forms import LONGEST, AnswerForm
from peelian.intake.incoming import gather
from peelian.intake.privacy import page, without_trace
from peelian.intake.uploads import keep_in_memory

Context = dict[str, Any]


@without_trace
def come_back(request: HttpRequest) -> HttpResponse:
    """GET: where the code is typed. POST: ``step`` open, answer or forget, the code each time."""
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    today = timezone.localdate()
    if request.method != "POST":
        return _door(_around(request.GET.get("level")))
    handler = keep_in_memory(request)
    context = _around(request.POST.get("level"))
    step, token = request.POST.get("step", "open"), request.POST.get("token", "")
    try:
        flood.check(token, "answer" if step in ("answer", "forget") else "return")
        flood.take("return")
        opened = conversation.come_back(request.POST.get("code", ""), today)
        if step == "answer":
            files = gather(request, handler)
            given = AnswerForm(request.POST)
            if not given.is_valid() or files.refused:
                return _talk(context, opened, form=given, trouble=files.refused, status=422)
            flood.take("send")
            with transaction.atomic():  # what fails leaves the token good for another try
                flood.spend(token, today)
                conversation.answer(opened, given.cleaned_data["what"], files.taken, today)
            return _talk(context, opened, notice=context["words"]["answer_sent"], notes=files.notes)
        if step == "forget":
            flood.spend(token, today)
            conversation.forget_replies(opened)
            return _talk(context, opened, notice=context["words"]["forgotten"])
        return _talk(context, opened)
    except (receipt.NotACode, conversation.NoReport) as refusal:
        return _door(context, trouble=str(refusal), status=422)
    except (flood.StaleForm, flood.TooMany, CannotSeal, submission.Full) as refusal:
        status = 429 if isinstance(refusal, flood.TooMany) else 422
        if step == "answer":
            return _again(context, request, str(refusal), status)
        return _door(context, trouble=str(refusal), status=status)


def _door(context: Context, *, trouble: str = "", status: int = 200) -> HttpResponse:
    return page("intake/return.html", context | {"token": flood.issue("return"), "trouble": trouble}, status)


def _again(context: Context, request: HttpRequest, trouble: str, status: int) -> HttpResponse:
    """An answer that could not be taken just now, kept on the page. The code is not looked at."""
    return page(
        "intake/again.html",
        context
        | {
            "token": flood.issue("answer"),
            "code": request.POST.get("code", "")[: receipt.LONGEST_TYPED],
            "form": AnswerForm(initial={"what": request.POST.get("what", "")[: LONGEST["what"]]}),
            "trouble": trouble,
        },
        status,
    )


def _talk(
    context: Context,
    opened: Conversation,
    *,
    form: AnswerForm | None = None,
    trouble: list[str] | None = None,
    notice: str = "",
    notes: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    words = context["words"]
    kept: datetime.date = opened.report.expires_on
    return page(
        "intake/conversation.html",
        context
        | {
            "token": flood.issue("answer"),
            "code": opened.code,
            "replies": conversation.replies(opened),
            "sent": conversation.sent(opened),
            "kept": words["kept"].format(day=f"{kept.day} {kept:%B %Y}"),
            "form": form or AnswerForm(),
            "trouble": trouble or [],
            "notice": notice,
            "notes": notes or [],
        },
        status,
    )


def _around(level: str | None) -> Context:
    chosen = wording.level_of(level)
    return {
        "level": chosen,
        "other_level": "plain" if chosen == "easy" else "easy",
        "words": wording.words(chosen),
        "helplines": helplines.by_need(),
    }
