"""The acts on a case. Each is one decision of kind ``stage``, its audit entry and the case's column, in one transaction.

What the law forbids is refused with the reason, unless it is asked for as an exception: with a reason in words,
flagged for ever. Two people who act on a case at once: the second is told, and nothing is overwritten.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from peelian import law
from peelian.casebook.audit import Actor, record
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.models import Case, Decision
from peelian.desk.casework import recording
from peelian.desk.casework.models import WorkedCase
from peelian.desk.casework.offering import Offer, offer
from peelian.desk.casework.rules import acts, particulars
from peelian.desk.casework.standing import Standing, standing, whole
from peelian.law import Judgement

_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"


class NotPossible(ValueError):
    """The act cannot be done. The message says why and what would be right."""


class Overtaken(NotPossible):
    """Somebody else has recorded something on the case since the page was opened."""


class Unlawful(NotPossible):
    """The process does not allow the step. ``why`` lists the reasons: an exception is possible, with a reason."""

    def __init__(self, why: list[str]) -> None:
        super().__init__(" ".join(why))
        self.why = why


def open_work(case: Case, origin: str, by: Actor, *, reference: str = "", receipt: str = "") -> WorkedCase:
    """Begin the work on a case; what is open already is returned as it is.

    ``receipt``: the handle of a report received, of which no word goes into the case.
    """
    with transaction.atomic():
        work, made = WorkedCase.internal.get_or_create(
            case=case,
            defaults={
                "origin": origin, "reference": recording.plain_text(reference)[:80], "receipt": receipt, "opened_by": by.name,
                "opened_at": timezone.now(), "assigned_to": by.user,
            },
        )  # fmt: skip
        if made:
            record("casework.opened", case.public_id, by, {"origin": origin})
    return work


def new_case(
    by: Actor,
    given: Mapping[str, Any],
    *,
    origin: str,
    reference: str = "",
    receipt: str = "",
    said: Mapping[str, Any] | None = None,
) -> WorkedCase:
    """Open a case by hand, with its particulars. Raises `NotRecorded`, `NotPossible`.

    ``given`` has fields of ``rules.particulars``; ``subject`` or ``reference`` names the case.
    ``said`` is kept beside the particulars: where the person took them from.
    """
    recorded = recording.check(particulars(), given)
    title = recorded.get("subject") or recording.plain_text(reference)
    if not title:
        raise NotPossible("Give the person's name as known, or your own reference: a case needs one of them.")
    with transaction.atomic():
        case = Case.internal.create(
            public_id="c-" + "".join(secrets.choice(_ALPHABET) for _ in range(10)),
            by_hand=True,
            title=str(title)[:300],
            force=str(recorded.get("force", ""))[:60],
        )
        record("case.opened_by_hand", case.public_id, by)
        work = open_work(case, origin, by, reference=reference, receipt=receipt)
        if recorded:
            keep(
                case,
                {"what": "particulars", "recorded": recorded, "origin": "person", "said": dict(said or {})},
                "",
                by,
            )
    return work


def move(
    case: Case,
    to: str,
    given: Mapping[str, Any],
    by: Actor,
    *,
    seen: int | None = None,
    exception: str = "",
    today: date | None = None,
) -> Decision:
    """Have a case enter the stage ``to``, with what the stage records.

    ``seen`` is the number of the last decision that the person saw. ``exception`` is the reason for doing what
    the process does not allow, or for recording less than it wants. Raises `NotRecorded`, `Unlawful`,
    `Overtaken`, ``UnknownTerm``.
    """
    exception = recording.plain_text(exception)
    with transaction.atomic():
        now = current(case, seen)
        stage = law.stage(to)
        recorded = recording.check(stage.record, given, regime=now.regime, lenient=bool(exception.strip()))
        on = str(recorded["date"])
        step = offer(now, to, on)
        against = why_not(now, step, recorded, today)
        lacking = recording.missing(stage.record, recorded)
        payload: dict[str, Any] = {
            "what": "stage", "how": step.how, "stage": to, "track": stage.track, "from": step.start,
            "recorded": recorded,
        }  # fmt: skip
        if against and not exception.strip():
            raise Unlawful(against)
        if against or lacking:
            payload["exception"] = {"why_not": against, "missing": lacking, "reason": exception.strip()}
        elif exception.strip():
            raise NotPossible("This step is lawful as it is: record it without an exception.")
        return keep(case, payload, str(recorded.get("reason", "")), by)


def why_not(now: Standing, step: Offer, recorded: Mapping[str, Any], today: date | None = None) -> list[str]:
    """Every reason against a step with these records: of the process, of the rules on records, of the calendar."""
    found = [step.why_not] if step.why_not else []
    found += [str(one.why_not) for one in record_faults(now, step.to.id, recorded)]
    day, first = whole(str(recorded.get("date", ""))), _entered(now, step)
    if day is not None and day > (today or timezone.localdate()):
        found.append("The date lies in the future: what has not happened is a task, not a stage.")
    if day is not None and first is not None and day < first:
        found.append(
            f"The date is before “{step.start_title}” was entered ({recording.say_date(str(first))})."
        )
    return found


def _entered(now: Standing, step: Offer) -> date | None:
    start = next((one for one in now.tracks.values() if one.id == step.start), None)
    return None if start is None else start.day


def record_faults(now: Standing, stage: str | None, recorded: Mapping[str, Any]) -> tuple[Judgement, ...]:
    """The rules on records (outcome, chair, mode) that what is recorded breaks."""
    known = now.circumstances(stage, recorded.get("date"))
    held = law.stage(stage).proceeding if stage else None
    mode = recorded.get("mode")
    return law.record_faults(
        replace(
            known,
            kind=held or known.kind,
            outcome=recorded.get("outcome") or None,
            chair=recorded.get("chair_role"),
            mode=None if mode is None else law.term("modes", str(mode)).extra["guide"],
        )
    )


def record_act(
    case: Case,
    act: str,
    given: Mapping[str, Any],
    by: Actor,
    *,
    seen: int | None = None,
    more: Mapping[str, Any] | None = None,
) -> Decision:
    """Record something beside the stages (see data/acts.yaml). ``more`` is kept beside what was put in.

    Raises `NotRecorded`, `Unlawful`, `Overtaken`, `NotPossible` for an act that there is not.
    """
    kind = acts().get(act)
    if kind is None:
        raise NotPossible(f"There is no act {act!r}.")
    with transaction.atomic():
        now = current(case, seen)
        recorded = recording.check(kind.record, given, regime=now.regime)
        if faults := record_faults(now, None, recorded):
            raise Unlawful([str(one.why_not) for one in faults])
        if act == "clock_extended" and not law.clock(recorded["clock"]).extendable:
            raise Unlawful([f"“{law.clock(recorded['clock']).title}” cannot be extended."])
        payload = {"what": "act", "act": act, "recorded": {**recorded, **(more or {})}}
        return keep(case, payload, str(recorded.get("reason", "")), by)


def set_particulars(case: Case, given: Mapping[str, Any], by: Actor, *, seen: int | None = None) -> Decision:
    """Record the particulars anew, all of them. A by-hand case takes its title and force from them."""
    with transaction.atomic():
        current(case, seen)
        recorded = recording.check(particulars(), given)
        if case.by_hand and case.facts is None:
            case.title = str(recorded.get("subject") or case.title)[:300]
            case.force = str(recorded.get("force", ""))[:60]
            case.save(update_fields=["title", "force"])
        return keep(case, {"what": "particulars", "recorded": recorded}, "", by)


def take_back(case: Case, number: int, reason: str, by: Actor, *, seen: int | None = None) -> Decision:
    """Take back a decision on this case: it stays in the history and counts for nothing. Raises `NotPossible`.

    A stage on which a later one of its track rests is taken back after that one.
    """
    with transaction.atomic():
        now = current(case, seen)
        entry = next((one for one in now.entries if one.number == number), None)
        if entry is None:
            raise NotPossible(f"Case {case.public_id} has no decision {number} that counts.")
        if entry.what == "joined":
            raise NotPossible("Cases that were joined are parted: see the history.")
        later = [one for one in now.stage_entries if one.number > number and one.start == entry.id]
        if entry.what == "stage" and later:
            raise NotPossible(f"Take back “{later[-1].title}” first: it follows from this one.")
        try:
            made = decide("close", str(number), reason=recording.plain_text(reason), actor=by)
        except DecisionRefused as refused:
            raise NotPossible(str(refused)) from refused
        keep_stage(case)
        return made


def current(case: Case, seen: int | None) -> Standing:
    """Where the case stands, locked for this transaction. Raises `Overtaken` if ``seen`` is not its last decision."""
    Case.internal.select_for_update().get(pk=case.pk)
    now = standing(case)
    if seen is not None and seen != now.last:
        newest = max(now.history, key=lambda one: one.number)
        raise Overtaken(
            f"{newest.by} recorded “{newest.title}” on this case while you had the page open. "
            "Nothing of yours was stored: look at it as it stands now, and act again."
        )
    return now


def keep(case: Case, payload: dict[str, Any], reason: str, by: Actor) -> Decision:
    """Store one decision of kind ``stage`` and bring the case's column up to date. Raises `NotPossible`."""
    try:
        made = decide("stage", case.public_id, payload=payload, reason=reason, actor=by)
    except DecisionRefused as refused:
        raise NotPossible(str(refused)) from refused
    keep_stage(case)
    return made


def keep_stage(case: Case) -> None:
    """The column for lists, from the decisions."""
    main = standing(case).main
    case.stage = main.id if main else ""
    case.save(update_fields=["stage"])
