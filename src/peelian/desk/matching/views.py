"""The pages of who is who: the queue, one pair, many at once, a person, split and merge."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from peelian.casebook import queues
from peelian.casebook.audit import Actor, record
from peelian.casebook.deciding import PAIR_KINDS, DecisionRefused, decide
from peelian.casebook.listing import NoSuchCase, person_of
from peelian.casebook.models import Decision, Mention, Pair, Person
from peelian.casefile.wording import term_name
from peelian.desk.access import actor_of, allowed, may
from peelian.desk.matching.cluster import JUDGED, cluster
from peelian.desk.matching.compare import beginning, rows
from peelian.desk.publishing.effect import Effect, Step, effect, take
from peelian.publication.models import Publication

PAGE = 25
_SKIPPED = "desk.pairs.skipped"


@allowed("desk.read_desk", reads="pairs")
@require_GET
def pairs(request: HttpRequest) -> HttpResponse:
    """The pairs that wait, the likeliest first, with a form for several at once."""
    page = Paginator(queues.pairs_to_judge(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/pairs.html",
        {"page": page, "pairs": _with_mentions(list(page.object_list)), "section": "pairs"},
    )


@allowed("desk.read_desk", reads="pairs")
@require_GET
def unsure(request: HttpRequest) -> HttpResponse:
    """Pairs of which somebody was not sure, and pairs that others judged and this account has not."""
    return render(
        request,
        "desk/unsure.html",
        {
            "unsure": _decided(list(queues.unsure_pairs()[:200])),
            "others": _decided(_not_mine(request.user.get_username())),
            "section": "pairs",
        },
    )


@allowed("desk.judge")
@require_GET
def resume(request: HttpRequest) -> HttpResponse:
    """The next pair to judge that was not passed over in this session."""
    skipped = [tuple(pair) for pair in request.session.get(_SKIPPED, [])]
    for pair in queues.pairs_to_judge()[: len(skipped) + 1]:
        if (pair.left, pair.right) not in skipped:
            return redirect("desk:pair", left=pair.left, right=pair.right)
    messages.info(request, "You have been through all the pairs that wait.")
    request.session.pop(_SKIPPED, None)
    return redirect("desk:pairs")


@allowed("desk.read_desk", reads="pair", target="left")
@require_GET
def pair(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Two mentions side by side. Score, waterfall and others' judgements are not in the page until they may be seen."""
    return render(request, "desk/pair.html", _pair_context(request, left, right))


@allowed("desk.judge")
@require_POST
def judge(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Same, different, not sure; or pass over for now."""
    one, other = _mention(left), _mention(right)
    said = request.POST.get("said", "")
    if said == "later":
        request.session[_SKIPPED] = [*request.session.get(_SKIPPED, []), [one.key, other.key]]
        return redirect("desk:next_pair")
    try:
        if said not in PAIR_KINDS:
            raise DecisionRefused("Say same, different or not sure.")
        reason = request.POST.get("reason", "")
        if said != "unsure" and reason.strip() and request.POST.get("seen") != "1":
            shown = _public_effect(said, one, other, actor_of(request))
            if shown is not None:
                context = _pair_context(request, left, right)
                return render(
                    request, "desk/pair.html", context | {"effect": shown, "said": said, "reason": reason}
                )
        decide(said, one.key, other.key, reason=reason, actor=actor_of(request))
    except DecisionRefused as refusal:
        context = _pair_context(request, left, right) | {"trouble": str(refusal), "said": said}
        return render(request, "desk/pair.html", context, status=422)
    messages.success(request, f"Stored: {JUDGED[said]}.")
    return HttpResponseRedirect(reverse("desk:pair", args=[one.key, other.key]) + "?judged=1")


def _public_effect(said: str, one: Mention, other: Mention, actor: Actor) -> Effect | None:
    """What the judgement changes on public pages; None if nothing. Looked at only where a case of theirs is public."""
    around = Mention.internal.filter(current=True).filter(
        Q(pk__in=(one.pk, other.pk)) | Q(person__in=[m.person_id for m in (one, other) if m.person_id])
    )
    public = Publication.internal.filter(state=Publication.APPROVED)
    if not public.filter(case_id__in=around.values("case__public_id")).exists():
        return None
    shown = effect([Step(said, one.key, other.key)], around.values_list("key", flat=True), actor)
    return shown if shown.pages else None


@allowed("desk.judge")
@require_POST
def judge_many(request: HttpRequest) -> HttpResponse:
    """One judgement with one reason on several pairs. Each is a decision of its own."""
    said, reason = request.POST.get("said", ""), request.POST.get("reason", "")
    done, refused = 0, []
    for chosen in request.POST.getlist("pair")[:PAGE]:
        left, _, right = chosen.partition("/")
        try:
            if said not in PAIR_KINDS:
                raise DecisionRefused("Say same, different or not sure.")
            decide(said, left, right, reason=reason, actor=actor_of(request))
            done += 1
        except DecisionRefused as refusal:
            refused.append(str(refusal))
    if done:
        messages.success(request, f"{done} {'pair' if done == 1 else 'pairs'}: {JUDGED[said]}.")
    for why in dict.fromkeys(refused):
        messages.error(request, f"Not stored: {why}")
    if not done and not refused:
        messages.error(request, "Tick the pairs first.")
    return redirect("desk:pairs")


@allowed("desk.read_desk", reads="person", target="person")
@require_GET
def person(request: HttpRequest, person: str) -> HttpResponse:
    """A person: their mentions, what ties them, their cases; where to split and merge."""
    return _person_page(request, _person(person))


@allowed("desk.judge")
@require_POST
def split(request: HttpRequest, person: str) -> HttpResponse:
    """Some mentions are another person's: shown first, then stored."""
    found = _person(person)
    chosen = sorted(request.POST.getlist("mention"))
    everyone = list(Mention.internal.filter(person=found, current=True).values_list("key", flat=True))
    steps = [Step("split_person", found.public_id, payload={"mentions": chosen})]
    return _shown_then_done(request, found, steps, everyone, {"chosen": chosen, "act": "split"})


@allowed("desk.judge")
@require_POST
def merge(request: HttpRequest, person: str) -> HttpResponse:
    """Two persons are one: shown first, then stored as a judgement on a mention of each."""
    found = _person(person)
    try:
        other = person_of(request.POST.get("other", "").strip())
    except NoSuchCase as missing:
        return _person_page(request, found, str(missing), 422)
    mine = list(Mention.internal.filter(person=found, current=True).order_by("pk"))
    theirs = list(Mention.internal.filter(person=other, current=True).order_by("pk"))
    if other.pk == found.pk or not mine or not theirs:
        return _person_page(request, found, "Choose another person, of whom documents tell.", 422)
    keys = [m.key for m in (*mine, *theirs)]
    steps = _one_person([*mine, *theirs])
    return _shown_then_done(request, found, steps, keys, {"other": other, "act": "merge"})


def _one_person(mentions: list[Mention]) -> list[Step]:
    """That all of these are one person: the first with each other, since one tie alone could leave some behind."""
    first, *rest = mentions
    batch = secrets.token_hex(8)
    return [Step("same", first.key, m.key, {"batch": batch}) for m in rest if m.source_id != first.source_id]


def _shown_then_done(
    request: HttpRequest, found: Person, steps: list[Step], mentions: list[str], more: dict[str, Any]
) -> HttpResponse:
    reason = request.POST.get("reason", "")
    try:
        if request.POST.get("step") == "confirm" and reason.strip():
            take(steps, reason, actor_of(request))
            messages.success(request, "Done. It can be taken back on this page.")
            return redirect("desk:person", person=found.public_id)
        shown = effect(steps, mentions, actor_of(request))
    except DecisionRefused as refusal:
        return _person_page(request, found, str(refusal), 422)
    missing = request.POST.get("step") == "confirm"
    context = {"person": found, "effect": shown, "section": "pairs", "missing": missing, **more}
    return render(request, "desk/person_preview.html", context, status=422 if missing else 200)


@allowed("desk.judge")
@require_POST
def take_back(request: HttpRequest, person: str, decision: int) -> HttpResponse:
    """Close a decision on who is who, with those that were taken in one act with it."""
    found = _person(person)
    try:
        held = Decision.internal.filter(pk=decision, kind__in=(*PAIR_KINDS, "split_person")).first()
        if held is None:
            raise DecisionRefused("That is no decision on who is who.")
        batch = held.payload.get("batch")
        open_ = Decision.internal.filter(kind=held.kind, closed_by=None, actor_name=held.actor_name)
        every = [d for d in open_ if d.payload.get("batch") == batch] if batch else [held]
        steps = [Step("close", str(d.pk)) for d in every or [held]]
        take(steps, request.POST.get("reason", ""), actor_of(request))
    except DecisionRefused as refusal:
        return _person_page(request, found, str(refusal), 422)
    messages.success(request, "Taken back.")
    return redirect("desk:person", person=found.public_id)


# ---- what the pages hold


def _person_page(request: HttpRequest, found: Person, trouble: str = "", status: int = 200) -> HttpResponse:
    drawn = cluster(found)
    keys = [node.mention.key for node in drawn.nodes]
    decisions = list(
        queues.open_decisions(soft=False)
        .filter(kind__in=(*PAIR_KINDS, "split_person"))
        .filter(Q(target__in=[*keys, found.public_id]) | Q(other__in=keys))
    )
    later = queues.superseded(decisions)
    cases = {node.mention.case.pk: node.mention.case for node in drawn.nodes if node.mention.case}
    context = {
        "person": found,
        "cluster": drawn,
        "decisions": [(made, JUDGED[made.kind], later.get(made.pk)) for made in decisions],
        "cases": list(cases.values()),
        "near": [(other, term_name("forces", other.force)) for other in _near(found, keys)],
        "trouble": trouble,
        "may_judge": may(request, "desk.judge"),
        "section": "pairs",
    }
    return render(request, "desk/person.html", context, status=status)


def _near(found: Person, keys: list[str]) -> list[Person]:
    """Persons that linking thought near, and namesakes: whom one might merge with."""
    pairs = Pair.internal.filter(left__in=keys) | Pair.internal.filter(right__in=keys)
    others = {key for row in pairs for key in (row.left, row.right)} - set(keys)
    ids = set(Mention.internal.filter(key__in=others, current=True).values_list("person", flat=True))
    surname = found.name.split()[-1] if found.name else ""
    if surname:
        ids |= set(
            Person.internal.filter(redirect=None, name__iendswith=surname).values_list("pk", flat=True)[:20]
        )
    return list(Person.internal.filter(pk__in=ids - {found.pk}, mentions__current=True).distinct()[:20])


def _pair_context(request: HttpRequest, left: str, right: str) -> dict[str, Any]:
    one, other = _mention(left), _mention(right)
    scored = Pair.internal.filter(left=min(left, right), right=max(left, right)).first()
    judged = list(queues.judgements_on(left, right))
    later = queues.superseded(judged)
    closed = {made.closes_id: made for made in Decision.internal.filter(closes__in=judged)}
    me = request.user.get_username()
    mine = any(d.actor_name == me and not d.soft for d in judged)
    asked = request.GET.get("show") == "score"
    if asked and not mine:
        record("pair.score_shown", min(left, right), actor_of(request))  # a judgement after this is not blind
    return {
        "left": one,
        "right": other,
        "rows": rows(one, other),
        "beginnings": (beginning(one), beginning(other)),
        "scored": scored if asked or mine else None,
        "steps": _steps(scored) if scored and (asked or mine) else [],
        "asked": asked,
        "decided": any(d.pk not in closed and not d.soft for d in judged),  # the pair's band is theirs then
        "judged": [(made, later.get(made.pk), closed.get(made.pk)) for made in judged] if mine else [],
        "mine": mine,
        "may_judge": may(request, "desk.judge"),
        "waiting": queues.pairs_to_judge().count(),
        "section": "pairs",
    }


def _steps(scored: Pair) -> list[dict[str, Any]]:
    """The waterfall with each step's bar: from where to where, on a scale of a hundred."""
    totals = [0.0, *(float(step["total"]) for step in scored.waterfall)]
    low, high = min(totals), max(totals)
    scale = 100 / ((high - low) or 1)
    made, last = [], 0.0
    for step in scored.waterfall:
        total = float(step["total"])
        made.append(
            {
                **step,
                "change": round(total - last, 2),
                "x": round((min(total, last) - low) * scale, 2),
                "width": round(max(abs(total - last) * scale, 0.4), 2),
                "zero": round(-low * scale, 2),
                "up": total >= last,
            }
        )
        last = total
    return made


def _with_mentions(found: list[Pair]) -> list[tuple[Pair, Mention, Mention]]:
    keys = {key for row in found for key in (row.left, row.right)}
    mentions = {m.key: m for m in Mention.internal.filter(key__in=keys).select_related("source")}
    return [
        (row, mentions[row.left], mentions[row.right])
        for row in found
        if {row.left, row.right} <= set(mentions)
    ]


def _decided(found: list[Decision]) -> list[tuple[Decision, Mention, Mention]]:
    keys = {key for row in found for key in (row.target, row.other)}
    mentions = {m.key: m for m in Mention.internal.filter(key__in=keys).select_related("source")}
    return [(d, mentions[d.target], mentions[d.other]) for d in found if {d.target, d.other} <= set(mentions)]


def _not_mine(me: str) -> list[Decision]:
    """Judgements of others on pairs that this person has not judged: a second look, blind again."""
    judged = Decision.internal.filter(kind__in=PAIR_KINDS, soft=False, closed_by=None)
    own = set(judged.filter(actor_name=me).values_list("target", "other"))
    found: dict[tuple[str, str], Decision] = {}
    for decision in judged.exclude(actor_name=me).order_by("-pk")[:500]:
        if (decision.target, decision.other) not in own:
            found.setdefault((decision.target, decision.other), decision)
    return list(found.values())[:100]


def _mention(key: str) -> Mention:
    found = Mention.internal.filter(key=key).select_related("source", "person", "case").first()
    if found is None:
        raise Http404(f"There is no mention {key}.")
    return found


def _person(public_id: str) -> Person:
    try:
        return person_of(public_id)
    except NoSuchCase as missing:
        raise Http404(str(missing)) from missing
