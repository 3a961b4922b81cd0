"""Joining a case that was opened by hand with the case that documents tell of; and parting them again.

The documents' case stays, since its id may be public; the other id leads to it. The join is an entry of the history
that keeps what the work by hand held, so that parting gives all of it back. Nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from peelian.casebook.audit import Actor, record
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.models import Case, Decision
from peelian.desk.casework import moving
from peelian.desk.casework.models import Attachment, MediaStatement, Note, Task, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import plain_text
from peelian.desk.casework.standing import Standing, ids_of, standing
from peelian.desk.casework.work import follow_merges

#: The work around a case, which goes with it: how a page calls it, and its table.
AROUND: Final[dict[str, Any]] = {
    "tasks": Task,
    "notes": Note,
    "files": Attachment,
    "statements": MediaStatement,
}
MOST_NEAR: Final = 20


@dataclass(frozen=True, slots=True)
class Joined:
    """How it would be: where each case stands now and both together, how much work each has, what is to be known."""

    hand: Standing
    documents: Standing
    after: Standing
    work: dict[str, int]
    remarks: tuple[str, ...]


def near(hand: Case) -> list[Case]:
    """Cases that documents tell of and that this one may be: the same surname, else nobody guesses."""
    words = hand.title.split()
    if not words:
        return []
    found = Case.internal.filter(redirect=None, title__icontains=words[-1]).exclude(facts=None)
    return list(found.exclude(pk=hand.pk).defer("facts").order_by("-latest", "pk")[:MOST_NEAR])


def preview(hand: Case, documents: Case, by: Actor) -> Joined:
    """What joining them would do; nothing stays. Raises `NotPossible`."""
    before, there = standing(hand), standing(documents)
    counts = {name: len(some) for name, some in _around(_work(hand)).items()}
    with transaction.atomic():
        join(hand, documents, "a preview", by)
        after = standing(documents)
        transaction.set_rollback(True)
    hand.refresh_from_db()
    documents.refresh_from_db()
    return Joined(before, there, after, counts, tuple(_remarks(before, there)))


def join(hand: Case, documents: Case, reason: str, by: Actor, *, seen: int | None = None) -> Decision:
    """Join them. Raises `NotPossible`: not by hand, no documents there, no reason; `Overtaken`."""
    reason = plain_text(reason)
    if not reason:
        raise NotPossible("Say how you know that it is the same case: later nobody can ask you.")
    with transaction.atomic():
        moving.current(hand, seen)
        work = _work(hand)
        if not hand.by_hand or hand.facts is not None or hand.redirect_id is not None:
            raise NotPossible(
                "Only a case that was opened by hand, and of which no document tells, is joined."
            )
        if documents.facts is None or documents.redirect_id is not None or documents.pk == hand.pk:
            raise NotPossible(f"No document tells of case {documents.public_id}: choose another.")
        kept = {
            "origin": work.origin, "reference": work.reference, "receipt": work.receipt, "opened_by": work.opened_by,
            "opened_at": work.opened_at.isoformat(), "assigned_to": work.assigned_to_id,
        }  # fmt: skip
        shown = {
            "joined_case": hand.public_id,
            "joined_reference": work.reference,
            "joined_receipt": work.receipt,
        }
        there = (
            WorkedCase.internal.filter(case=documents).values("reference", "receipt", "assigned_to").first()
        )
        moved = _around(work)
        Case.internal.filter(pk=hand.pk).update(redirect=documents)
        made = moving.keep(
            documents,
            {
                "what": "joined", "recorded": {name: value for name, value in shown.items() if value}, "work": kept,
                "moved": moved, "there": there,
            },
            reason,
            by,
        )  # fmt: skip
        follow_merges()
        record("casework.joined", documents.public_id, by, {"from": hand.public_id, "decision": made.pk})
    hand.refresh_from_db()
    return made


def part(case: Case, number: int, reason: str, by: Actor, *, seen: int | None = None) -> Case:
    """Take a join back, and return the case by hand with all that it held. Raises `NotPossible`, `Overtaken`.

    What was recorded or added since the join stays with the documents' case.
    """
    with transaction.atomic():
        moving.current(case, seen)
        made = Decision.internal.filter(pk=number, kind="stage", target__in=ids_of(case)).first()
        if made is None or made.payload.get("what") != "joined":
            raise NotPossible("That is no join of this case.")
        hand = Case.internal.select_for_update().get(public_id=made.payload["recorded"]["joined_case"])
        if hand.redirect_id != case.pk:
            raise NotPossible("These cases are not joined any more.")
        try:
            decide("close", str(number), reason=plain_text(reason), actor=by)
        except DecisionRefused as refused:
            raise NotPossible(str(refused)) from refused
        hand.redirect = None
        hand.save(update_fields=["redirect"])
        _give_back(hand, case, made.payload)
        for one in (hand, case):
            moving.keep_stage(one)
        record("casework.parted", case.public_id, by, {"again": hand.public_id, "decision": number})
    return hand


def _give_back(hand: Case, case: Case, payload: dict[str, Any]) -> None:
    """The work as it was: a row of its own for the case by hand, and what came with it."""
    there, kept = WorkedCase.internal.get(case=case), dict(payload["work"])
    own = payload["there"]
    if own is None:  # the row of the case by hand went over as it was
        there.origin, own = WorkedCase.Origin.DOCUMENTS, {"reference": "", "receipt": "", "assigned_to": None}
    for name in ("reference", "receipt"):
        if getattr(there, name) == kept[name]:
            setattr(there, name, own[name])
    if there.assigned_to_id == kept["assigned_to"]:
        there.assigned_to = get_user_model().objects.filter(pk=own["assigned_to"]).first()
    there.save(update_fields=["origin", "reference", "receipt", "assigned_to"])
    owner = get_user_model().objects.filter(pk=kept.pop("assigned_to")).first()
    opened = parse_datetime(kept.pop("opened_at")) or timezone.now()
    again = WorkedCase.internal.create(case=hand, assigned_to=owner, opened_at=opened, **kept)
    for name, model in AROUND.items():
        model.internal.filter(work=there, pk__in=payload["moved"][name]).update(work=again)
    used = any(one.what != "joined" for one in standing(case).history) or any(_around(there).values())
    if payload["there"] is None and not used:
        there.delete()


def _around(work: WorkedCase) -> dict[str, list[int]]:
    return {
        name: list(model.internal.filter(work=work).order_by("pk").values_list("pk", flat=True))
        for name, model in AROUND.items()
    }


def _work(case: Case) -> WorkedCase:
    found = WorkedCase.internal.filter(case=case).first()
    if found is None:
        raise NotPossible(f"No work was begun on case {case.public_id}.")
    return found


def _remarks(hand: Standing, documents: Standing) -> Iterable[str]:
    for track in hand.tracks:
        if track in documents.tracks:
            one, other = hand.tracks[track], documents.tracks[track]
            last = max(one, other, key=lambda entry: entry.number)
            yield (
                f"Both stand on one track: “{one.title}” and “{other.title}”. What was recorded last counts: “{last.title}”."
            )
    if hand.particulars and documents.particulars:
        yield "Both have particulars. Those that were recorded last count; the others stay in the history."
