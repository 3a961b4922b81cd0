"""Queues: what waits for a person, and what people have decided."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from peelian.casebook.deciding import PAIR_KINDS, STATEMENT_KINDS
from peelian.casebook.inputs import open_decisions_on
from peelian.casebook.models import Case, Decision, Mention, Pair, Person, Reading, Statement


def open_decisions(
    *, kind: str | None = None, target: str | None = None, actor: str | None = None, soft: bool | None = None
) -> QuerySet[Decision]:
    """Decisions that hold: neither taken back nor a taking back. By kind, target (or other), who, soft or not."""
    found = Decision.internal.filter(closed_by=None).exclude(kind="close")
    if kind is not None:
        found = found.filter(kind=kind)
    if target is not None:
        found = found.filter(Q(target=target) | Q(other=target))
    if actor is not None:
        found = found.filter(actor_name=actor)
    if soft is not None:
        found = found.filter(soft=soft)
    return found.order_by("pk")


def decisions_about(
    mentions: QuerySet[Mention], case: Case | None = None, person: Person | None = None
) -> QuerySet[Decision]:
    """Decisions that hold on mentions, on their statements, and on the case or person that they make up.

    Also those on cases and persons that were merged into it or parted from it, and on subjects taken out of it.
    """
    keys = set(mentions.values_list("key", flat=True))
    about = Q(target__in=keys) | Q(other__in=keys)
    about |= Q(target__in=Statement.internal.filter(mention__in=mentions).values("key"))
    whole = case or person
    if whole is not None:
        merged = type(whole).internal.filter(redirect=whole.pk).values_list("public_id", flat=True)
        ids = {whole.public_id, *merged}
        about |= Q(target__in=ids) | Q(other__in=ids)
        held = "case" if case is not None else "person"
        about |= Q(**{"kind": "not_subject", f"payload__{held}__in": ids})
    parted = open_decisions().filter(kind__in=("split_person", "split_case", "join_case"))
    about |= Q(
        pk__in=[
            made.pk
            for made in parted.only("pk", "payload").iterator(500)
            if not keys.isdisjoint((*made.payload["mentions"], *made.payload["others"]))
        ]
    )
    return open_decisions().filter(about)


def pairs_to_judge(on: datetime.date | None = None) -> QuerySet[Pair]:
    """Pairs of mentions that a person should judge, the likeliest first.

    Left out are pairs that a person has judged ("unsure" is an answer too, see ``unsure_pairs``) and those
    that a rule has put off by a soft "different" until a day later than ``on`` (default: today).
    """
    on = on or timezone.localdate()
    about = Decision.internal.filter(target=OuterRef("left"), other=OuterRef("right"), closed_by=None)
    judged = about.filter(kind__in=PAIR_KINDS, soft=False)
    put_off = about.filter(Q(review_on=None) | Q(review_on__gt=on), kind="different", soft=True)
    return Pair.internal.filter(~Exists(judged), ~Exists(put_off), band="review").order_by(
        F("weight").desc(), "left", "right"
    )


def unsure_pairs() -> QuerySet[Decision]:
    """Pairs of which the last word of a person is that it cannot be told."""
    later = Decision.internal.filter(
        target=OuterRef("target"), other=OuterRef("other"), pk__gt=OuterRef("pk"), closed_by=None, soft=False,
        kind__in=PAIR_KINDS,
    )  # fmt: skip
    return open_decisions(kind="unsure").filter(~Exists(later))


def superseded(decisions: Sequence[Decision]) -> dict[int, Decision]:
    """The decisions that a later one of a person has taken the place of: by number, the one that counts.

    Of several on one statement, or on one pair of mentions, only the last counts; a split person tells the
    pairs across the parts apart. What was taken back takes nothing's place.
    """
    found = open_decisions_on({made.target for made in decisions if made.kind in STATEMENT_KINDS})
    pairs = {(made.target, made.other) for made in decisions if made.kind in PAIR_KINDS}
    last: dict[tuple[str, str], Decision] = {}
    if pairs:
        told = Q(kind__in=PAIR_KINDS, target__in={left for left, _ in pairs}) | Q(kind="split_person")
        for made in Decision.internal.filter(told, soft=False, closed_by=None).order_by("pk"):
            if made.kind == "split_person":
                one, other = set(made.payload["mentions"]), set(made.payload["others"])
                of = {p for p in pairs if (p[0] in one and p[1] in other) or (p[0] in other and p[1] in one)}
            else:
                of = {(made.target, made.other)} & pairs
            last |= dict.fromkeys(of, made)
    counting = {
        made.pk: found.get(made.target)
        if made.kind in STATEMENT_KINDS
        else last.get((made.target, made.other))
        for made in decisions
        if made.kind in STATEMENT_KINDS or made.kind in PAIR_KINDS
    }
    return {number: other for number, other in counting.items() if other is not None and other.pk > number}


def judgements_on(left: str, right: str) -> QuerySet[Decision]:
    """All that was ever decided on two mentions, taken back or not, in order."""
    one, other = sorted((left, right))
    return Decision.internal.filter(target=one, other=other).order_by("pk")


def readings_to_review() -> QuerySet[Reading]:
    """Readings that no person has reviewed, the newest last."""
    return Reading.internal.filter(current=True, reviewed_at=None).order_by("pk")
