"""The pages of cases: the list, opening one, where it stands, taking a step, recording, taking back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from peelian import law
from peelian.desk.access import actor_of, allowed, may
from peelian.desk.casework import joining, moving, recording, referrals
from peelian.desk.casework.clocks import clocks_of
from peelian.desk.casework.hearings import sitting
from peelian.desk.casework.models import WorkedCase
from peelian.desk.casework.moving import NotPossible, Overtaken, Unlawful
from peelian.desk.casework.offering import offer, offers
from peelian.desk.casework.recording import RecordForm, say_date
from peelian.desk.casework.rules import acts, held, particulars
from peelian.desk.casework.shared import act as do_act
from peelian.desk.casework.shared import documents_of, find_case, page_context, seen_of, work_of
from peelian.desk.casework.standing import Entry, Standing, standing
from peelian.desk.casework.work import follow_merges
from peelian.intake import triage
from peelian.intake.models import Report
from peelian.law import TRACKS

PAGE = 50
_TRACK_NAMES = {
    "coming_forward": "Coming forward", "oversight": "Oversight", "criminal": "Criminal", "misconduct": "Misconduct",
    "list": "Barred and advisory lists", "publication": "Publication",
}  # fmt: skip
_HOW = {"start": "the process begins here", "taken_up": "taken up here", "step": ""}


@allowed("desk.read_desk", reads="caselist")
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Cases that are worked on: mine, nobody's, all; by stage or a few words."""
    whose, words, stage = (
        request.GET.get("whose", "all"),
        recording.plain_text(request.GET.get("q", ""))[:100],
        request.GET.get("stage", ""),
    )
    follow_merges()
    found = WorkedCase.internal.filter(case__redirect=None).select_related("case", "assigned_to")
    if whose == "mine":
        found = found.filter(assigned_to=request.user.pk)
    elif whose == "nobody":
        found = found.filter(assigned_to=None)
    if stage in law.ids("stages"):
        found = found.filter(case__stage=stage)
    if words:
        found = found.filter(
            Q(reference__icontains=words) | Q(case__title__icontains=words) | Q(case__public_id=words)
        )
    page = Paginator(found.order_by("-opened_at", "-pk"), PAGE).get_page(request.GET.get("page"))
    rows = [(one, law.stage(one.case.stage).title if one.case.stage else "") for one in page]
    context = page_context(
        page=page, rows=rows, whose=whose, words=words, stage=stage, stages=law.stages(),
        choices=(("all", "All"), ("mine", "Mine"), ("nobody", "Nobody’s")), kept=f"&whose={whose}&stage={stage}",
        may_work=may(request, "desk.work_cases"),
    )  # fmt: skip
    return render(request, "casework/list.html", context)


@allowed("desk.work_cases")
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Open a case by hand, or begin the work on one that documents tell of."""
    form = RecordForm(particulars(), request.POST or None)
    trouble = ""
    receipt = recording.plain_text(request.POST.get("receipt", request.GET.get("receipt", "")))[:80]
    if request.method == "POST" and form.is_valid():
        try:
            work = _opened(request, form.recorded, receipt)
        except NotPossible as refused:
            trouble = str(refused)
        else:
            messages.success(request, "The case is open.")
            return redirect("casework:case", case=work.case.public_id)
    context = page_context(
        form=form, trouble=trouble, receipt=receipt, reference=request.POST.get("reference", "")
    )
    return render(request, "casework/begin.html", context, status=422 if request.method == "POST" else 200)


def _opened(request: HttpRequest, recorded: dict[str, Any], handle: str) -> WorkedCase:
    """Open the case; from a report received, have the report know it. Raises `NotPossible`, with nothing stored."""
    by, reference = actor_of(request), request.POST.get("reference", "")
    if not handle:
        return moving.new_case(by, recorded, origin=WorkedCase.Origin.HAND, reference=reference)
    report = Report.internal.filter(handle=handle).first()
    if report is None or not may(request, "intake.read_intake"):
        raise NotPossible(
            "Only who reads reports received can open a case from one, and there has to be one."
        )
    with transaction.atomic():
        work = moving.new_case(
            by, recorded, origin=WorkedCase.Origin.REPORT, reference=reference, receipt=handle
        )
        try:
            triage.link(report, work.case.public_id, by, timezone.localdate())
        except triage.NotPossible as refused:
            raise NotPossible(str(refused)) from refused
    return work


@allowed("desk.work_cases")
@require_POST
def take_on(request: HttpRequest, case: str) -> HttpResponse:
    """Begin the work on a case that documents tell of."""
    found = find_case(case)
    return do_act(
        request, found.public_id, "The case is open.",
        lambda: moving.open_work(found, WorkedCase.Origin.DOCUMENTS, actor_of(request), reference=request.POST.get("reference", "")),
    )  # fmt: skip


@allowed("desk.read_desk", reads="casework", target="case")
@require_GET
def page(request: HttpRequest, case: str) -> HttpResponse:
    """One case: where it stands, its clocks, the steps it can take, its work, its history."""
    found = find_case(case)
    if found.public_id != case:
        return redirect("casework:case", case=found.public_id)
    follow_merges()
    work = WorkedCase.internal.filter(case=found).select_related("case", "assigned_to").first()
    if work is None:
        return render(
            request,
            "casework/unopened.html",
            page_context(case=found, may_work=may(request, "desk.work_cases")),
        )
    now, today = standing(found), timezone.localdate()
    offered = offers(now, today.isoformat())
    context = page_context(
        case=found, work=work, now=now, may_work=may(request, "desk.work_cases"),
        tracks=tracks_of(now), near=joining.near(found) if found.by_hand and found.facts is None else None,
        lawful=[one for one in offered if one.lawful and one.how != "taken_up"],
        taken_up=[one for one in offered if one.how == "taken_up"],
        barred=[one for one in offered if not one.lawful],
        clocks=clocks_of(found.public_id, now, today), acts=_act_groups(),
        particulars=recording.told(particulars_of(now)), regime=_regime_words(now),
        history=[(one, recording.told(one.recorded), _HOW.get(one.how, "")) for one in reversed(now.history)],
        sitting=_sitting(now), tasks=work.tasks(manager="internal").select_related("assigned_to"),
        notes=work.notes(manager="internal").all(), attachments=work.attachments(manager="internal").filter(removed_at=None),
        people=_people(), statements=work.statements(manager="internal").all(),
        flagged=sum(bool(one.exception) for one in now.entries),
    )  # fmt: skip
    return render(request, "casework/case.html", context)


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, case: str, to: str) -> HttpResponse:
    """Take a step: the form holds what the law wants recorded at the stage."""
    found = find_case(case)
    work = work_of(case)
    if to not in law.ids("stages"):
        raise Http404("There is no such stage.")
    now = standing(found)
    stage, today = law.stage(to), timezone.localdate()
    exception = request.POST.get("exception", "")
    form = RecordForm(
        stage.record, request.POST or None, regime=now.regime, initial=_told(now), documents=documents_of(found, work),
        lenient=bool(exception.strip()),
    )  # fmt: skip
    trouble, against, status = "", [], 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                moving.move(
                    found, to, form.recorded, actor_of(request), seen=seen_of(request), exception=exception
                )
            except Unlawful as refused:
                against = refused.why
            except Overtaken as refused:
                trouble, status = str(refused), 409
            except NotPossible as refused:
                trouble = str(refused)
            else:
                messages.success(request, f"“{stage.title}” is recorded.")
                return redirect("casework:case", case=found.public_id)
    on = str(form.recorded.get("date") or today.isoformat())
    offered = offer(now, to, on)
    kind = stage.proceeding or (now.kind if to in ("proceedings_set", "finding", "outcome") else None)
    context = page_context(
        case=found, now=now, form=form, stage=stage, offer=offered, trouble=trouble, against=against,
        exception=exception, ask_exception=bool(against) or not offered.lawful or bool(form.errors and request.method == "POST"),
        sitting=sitting(now, kind, on), seen=request.POST.get("seen") if status != 409 and request.method == "POST" else now.last,
    )  # fmt: skip
    return render(request, "casework/step.html", context, status=status)


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, case: str, act: str) -> HttpResponse:
    """Record something beside the stages."""
    found, work = find_case(case), work_of(case)
    kind = acts().get(act)
    if kind is None:
        raise Http404("There is no such act.")
    now = standing(found)
    form = RecordForm(
        kind.record, request.POST or None, regime=now.regime, documents=documents_of(found, work)
    )
    trouble, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                moving.record_act(found, act, form.recorded, actor_of(request), seen=seen_of(request))
            except NotPossible as refused:
                trouble, status = str(refused), 409 if isinstance(refused, Overtaken) else 422
            else:
                messages.success(request, f"“{kind.title}” is recorded.")
                return redirect("casework:case", case=found.public_id)
    context = page_context(case=found, now=now, form=form, act=kind, trouble=trouble, seen=now.last)
    return render(request, "casework/act.html", context, status=status)


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, case: str) -> HttpResponse:
    """The particulars: what guard rules ask of a case."""
    found = find_case(case)
    work_of(case)
    now = standing(found)
    form = RecordForm(particulars(), request.POST or None, initial=_for_form(particulars_of(now)))
    trouble, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                moving.set_particulars(found, form.recorded, actor_of(request), seen=seen_of(request))
            except NotPossible as refused:
                trouble, status = str(refused), 409
            else:
                messages.success(request, "The particulars are recorded.")
                return redirect("casework:case", case=found.public_id)
    context = page_context(
        case=found, now=now, form=form, trouble=trouble, seen=now.last, regime=_regime_words(now)
    )
    return render(request, "casework/particulars.html", context, status=status)


@allowed("desk.work_cases", reads="casework", target="case")
@require_http_methods(["GET", "POST"])
def referral(request: HttpRequest, case: str) -> HttpResponse:
    """The checklist of referral as it stood on a day; its outcome and rule, seen before it is recorded."""
    found = find_case(case)
    work_of(case)
    now = standing(found)
    given = request.POST or request.GET
    door = given.get("door") or now.recorded("door") or "complaint"
    on, trouble, status, result = given.get("on", ""), "", 200, None
    try:
        day = referrals.read_day(on) if on.strip() else timezone.localdate().isoformat()
    except recording.NotRecorded:
        day = None
    if door not in ("complaint", "conduct_matter", "dsi_matter") or day is None:
        door, day, trouble, status = (
            "complaint",
            timezone.localdate().isoformat(),
            "Give a door and a whole day.",
            422,
        )
    ticked = [one for one in given.getlist("criterion") if one in law.ids("referral_criteria")]
    if ticked or "look" in given:
        result = law.referral(ticked, day, door=door)
    if request.method == "POST" and not trouble:
        try:
            referrals.assess(
                found,
                door,
                day,
                ticked,
                actor_of(request),
                reason=given.get("reason", ""),
                seen=seen_of(request),
            )
        except (NotPossible, recording.NotRecorded) as refused:
            trouble, status = str(refused), 409 if isinstance(refused, Overtaken) else 422
        else:
            messages.success(request, "The referral checklist is recorded.")
            return redirect("casework:case", case=found.public_id)
    doors = [(one, held()["choice_names"][one]) for one in ("complaint", "conduct_matter", "dsi_matter")]
    context = page_context(
        case=found, now=now, door=door, doors=doors, on=day, on_words=say_date(day), ticked=ticked, result=result,
        criteria=law.referral_criteria(day, door=door), trouble=trouble, seen=now.last,
    )  # fmt: skip
    return render(request, "casework/referral.html", context, status=status)


@allowed("desk.work_cases")
@require_POST
def take_back(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Take back something recorded, with a reason."""
    found = find_case(case)
    reason = request.POST.get("reason", "")
    return do_act(
        request, found.public_id, "It is taken back; the history keeps it.",
        lambda: moving.take_back(found, number, reason, actor_of(request), seen=seen_of(request)), "history",
    )  # fmt: skip


# ---- what the pages hold


def tracks_of(now: Standing) -> list[tuple[str, Entry | None]]:
    """Each track by its name, with where the case stands on it."""
    return [(_TRACK_NAMES[track], now.tracks.get(track)) for track in TRACKS]


def particulars_of(now: Standing) -> dict[str, Any]:
    """The particulars recorded, in the order of the form."""
    return {one.id: now.particulars[one.id] for one in particulars() if one.id in now.particulars}


def _for_form(recorded: dict[str, Any]) -> dict[str, Any]:
    return {
        name: ("yes" if value else "no") if isinstance(value, bool) else value
        for name, value in recorded.items()
    }


def _told(now: Standing) -> dict[str, Any]:
    return {"force": now.particulars["force"]} if "force" in now.particulars else {}


def _regime_words(now: Standing) -> str:
    names = [law.term("regimes", one).name for one in now.regimes]
    if not names:
        return "not known: record when the allegation came to the authority’s attention"
    return names[0] if len(names) == 1 else "one of: " + "; ".join(names)


def _act_groups() -> list[tuple[str, list[Any]]]:
    names = held()["groups"]
    return [(words, [one for one in acts().values() if one.group == group]) for group, words in names.items()]


def _sitting(now: Standing) -> Any:
    last: Entry | None = now.tracks.get("misconduct")
    if last is None or last.id not in (
        "proceedings_set",
        "adjourned",
        "hearing",
        "meeting",
        "special_case",
        "accelerated",
    ):
        return None
    return sitting(now, now.kind, last.on) if last.on else None


def _people() -> list[Any]:
    found = get_user_model().objects.filter(is_active=True).order_by("username")
    return [one for one in found if one.has_perm("desk.work_cases")]
