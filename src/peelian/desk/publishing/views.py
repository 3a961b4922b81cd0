"""The pages of publication: cases on their way to the public, requests from it, the trail."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook.listing import NoSuchCase, case_of
from peelian.casebook.models import Case
from peelian.desk.access import actor_of, allowed, may
from peelian.desk.publishing import loosening
from peelian.publication import requests, services
from peelian.publication.assembling import NotPublishable
from peelian.publication.models import Publication, PublicRequest
from peelian.publication.rulings import Override, OverrideRefused, Restriction
from peelian.publication.services import Refused

PAGE = 50
_POLICIES = ("cautious", "journalism")


@allowed("desk.read_desk", reads="caselist")
@require_GET
def publication(request: HttpRequest) -> HttpResponse:
    """Cases by where they stand: to approve, public, withdrawn, not yet put up."""
    state = request.GET.get("state", "waiting")
    rows: dict[str, Publication] = {}
    if state == "none":
        known = Publication.internal.exclude(state=Publication.DRAFT).values("case_id")
        found = Case.internal.filter(redirect=None).exclude(facts=None).exclude(public_id__in=known)
    else:
        wanted = Publication.internal.all()
        if state == "waiting":
            wanted = wanted.exclude(proposal="")
        else:
            wanted = wanted.filter(state=Publication.APPROVED if state == "public" else Publication.WITHDRAWN)
        rows = {row.case_id: row for row in wanted.defer("body", "proposal")}
        found = Case.internal.filter(public_id__in=rows)
    page = Paginator(found.defer("facts").order_by("-latest", "pk"), PAGE).get_page(request.GET.get("page"))
    states = (
        ("waiting", "To approve"), ("public", "Public"), ("withdrawn", "Withdrawn"), ("none", "Not put up"),
    )  # fmt: skip
    cases = [(case, rows.get(case.public_id)) for case in page]
    context = {"page": page, "cases": cases, "state": state, "states": states, "section": "publication"}
    return render(request, "desk/publication.html", context | {"kept": f"&state={state}"})


@allowed("desk.read_desk", reads="case", target="case")
@require_GET
def case(request: HttpRequest, case: str) -> HttpResponse:
    """One case: what would be shown, what that changes, why what is kept back is kept back."""
    return case_page(request, case)


@allowed("desk.prepare")
@require_POST
def prepare(request: HttpRequest, case: str) -> HttpResponse:
    """Put a case up for another person's approval."""
    policy = request.POST.get("policy", "cautious")
    if policy not in _POLICIES:
        return case_page(request, case, f"Choose a policy: {' or '.join(_POLICIES)}.", 422)
    return do(
        request, case, "It waits for another person's approval.",
        lambda: services.prepare(case, actor_of(request), policy, reason=request.POST.get("reason", "")),
    )  # fmt: skip


@allowed("desk.approve")
@require_POST
def approve(request: HttpRequest, case: str) -> HttpResponse:
    """Make public what another person prepared."""
    return do(request, case, "The case is public.", lambda: services.approve(case, actor_of(request)))


@allowed("desk.withdraw")
@require_POST
def withdraw(request: HttpRequest, case: str) -> HttpResponse:
    """Take a case from the public, at once."""
    reason = request.POST.get("reason", "")
    return do(
        request,
        case,
        "The case is no longer public.",
        lambda: services.withdraw(case, actor_of(request), reason),
    )


@allowed("desk.withdraw")
@require_POST
def settle(request: HttpRequest, case: str) -> HttpResponse:
    """What was found out about a restriction or an order; or a place that is kept back by a person's decision."""
    form, actor = request.POST, actor_of(request)
    reason = form.get("reason", "")
    try:
        until = date.fromisoformat(form["until"]) if form.get("until") else None
    except ValueError:
        return case_page(request, case, "The last day is a date such as 2027-04-30.", 422)

    def act() -> None:
        if form.get("act") == "withhold":
            if form.get("place", "") not in dict(loosening.place_names(_case(case).casefile)):
                raise OverrideRefused("choose a place of this case")
            services.override(
                case,
                Override(
                    id="", target=form.get("place", ""), effect="withhold", reason=reason, by=actor.name,
                    on=services.today(), review_on=until,
                ),
                actor,
            )  # fmt: skip
            loosening.review_now(case)
            return
        if form.get("state") not in dict(_STATES):
            raise OverrideRefused("Say where the restriction stands.")
        services.restrict(
            case,
            Restriction(
                id="", state=form["state"], reason=reason, by=actor.name, on=services.today(),  # type: ignore[arg-type]
                targets=("case",) if form["state"] == "in_force" else (), until=until,
            ),
            actor,
        )  # fmt: skip
        loosening.review_now(case)

    return do(request, case, "Kept. It counts from now on.", act)


_STATES = (
    ("in_force", "in force: keep the case from the public"),
    ("lifted", "lifted or ended"),
    ("not_about_subject", "protects somebody else, not the officer"),
)


@allowed("desk.answer_requests", reads="requests")
@require_GET
def asked(request: HttpRequest) -> HttpResponse:
    """Requests from the public: open ones by the day they are due, then closed ones."""
    closed = request.GET.get("closed") == "1"
    found = PublicRequest.internal.filter(closed_on__isnull=not closed).defer("text", "contact")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/requests.html", {"page": page, "closed": closed, "section": "requests"})


@allowed("desk.answer_requests", reads="request", target="reference")
@require_GET
def one_request(request: HttpRequest, reference: str) -> HttpResponse:
    """One request with its trail."""
    return _request_page(request, reference)


@allowed("desk.answer_requests")
@require_POST
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """A step in answering: a state with words; or a public note, or a reply beside the case."""
    row, form, actor = _request(reference), request.POST, actor_of(request)
    text = form.get("text", "")
    try:
        if form.get("act") == "correct":
            requests.correct(row.case_id, actor, text, row.about, row)
            done = "The note stands ready: it shows with the next approved form of the case."
        elif form.get("act") == "reply":
            requests.reply(row.case_id, actor, form.get("by", ""), text, row.about, row)
            done = "The reply stands ready: it shows with the next approved form of the case."
        else:
            requests.answer(reference, actor, form.get("state", ""), text, sent=form.get("sent") == "1")
            done = "Kept."
    except requests.RequestRefused as refusal:
        return _request_page(request, reference, str(refusal), 422)
    messages.success(request, done)
    return redirect("desk:request", reference=reference)


# ---- what the pages hold


def do(request: HttpRequest, case: str, done: str, act: Any) -> HttpResponse:
    """Do something and go back to the case's page; or show there why it was not done."""
    try:
        act()
    except (Refused, NotPublishable, OverrideRefused) as refusal:
        return case_page(request, case, f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.", 422)
    messages.success(request, done)
    return redirect("desk:publication_case", case=case)


def case_page(request: HttpRequest, public_id: str, trouble: str = "", status: int = 200) -> HttpResponse:
    """The page of one case, with what was wrong with an act on it."""
    found = _case(public_id)
    if found.public_id != public_id:
        return redirect("desk:publication_case", case=found.public_id)
    row = Publication.internal.filter(case_id=public_id).first()
    policy = request.GET.get("policy") or (row.policy if row else "cautious")
    preview = None
    if policy not in _POLICIES:
        policy = "cautious"
    try:
        preview = services.preview(public_id, policy)
    except NotPublishable as error:
        trouble = trouble or str(error)
    own = row is not None and row.prepared_by == request.user.get_username()
    kept = [r for r in preview.weighed.rulings if r.effect not in ("show", "allow")] if preview else []
    context = {
        "case": found, "row": row, "preview": preview, "policy": policy, "policies": _POLICIES,
        "restriction_states": _STATES,
        "proposed": row.proposed if row else None, "own": own, "kept_back": _by_rule(kept), "trouble": trouble,
        "may_prepare": may(request, "desk.prepare"), "may_approve": may(request, "desk.approve"),
        "may_withdraw": may(request, "desk.withdraw"), "section": "publication",
        "sources": found.casefile.sources if found.casefile else (), "loosenings": loosening.of_case(public_id, found.casefile),
        "loosenable": loosening.places(found.casefile, preview.weighed.rulings) if preview else (),
        "places": list(loosening.place_names(found.casefile)), "me": request.user.get_username(),
    }  # fmt: skip
    return render(request, "desk/publication_case.html", context, status=status)


def _case(public_id: str) -> Case:
    try:
        return case_of(public_id)
    except NoSuchCase as missing:
        raise Http404(str(missing)) from missing


def _by_rule(rulings: list[Any]) -> list[tuple[Any, int]]:
    """One ruling for each rule and effect, with how many places it touches."""
    found: dict[tuple[str, str], list[Any]] = {}
    for ruling in rulings:
        found.setdefault((ruling.rule, ruling.effect), []).append(ruling)
    return [(some[0], len(some)) for some in found.values()]


def _request(reference: str) -> PublicRequest:
    return get_object_or_404(PublicRequest.internal, reference=reference)


def _request_page(request: HttpRequest, reference: str, trouble: str = "", status: int = 200) -> HttpResponse:
    row = _request(reference)
    context = {
        "asked": row, "steps": row.steps(manager="internal").all(), "states": PublicRequest.STATES,
        "trouble": trouble, "section": "requests", "may_withdraw": may(request, "desk.withdraw"),
    }  # fmt: skip
    return render(request, "desk/request.html", context, status=status)
