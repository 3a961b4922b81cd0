"""The acts of publication: prepare, approve, withdraw, review by date; decisions that show less or more.

Every act is in the audit trail, and none puts a name or a quotation there. A case goes public by two
people's act. A day can tighten what was approved by itself; it never loosens it: that becomes a proposal.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec
from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import PEELIAN, Actor, decision_hash, record
from peelian.casebook.models import Decision
from peelian.publication import rulebook
from peelian.publication.assembling import NotPublishable, assemble, case_ids
from peelian.publication.changes import changes_between
from peelian.publication.gate import Weighed, persons_of
from peelian.publication.models import Publication, PublishedRow
from peelian.publication.narrowing import narrowed
from peelian.publication.reviewing import REVIEWED
from peelian.publication.rulings import Override, OverrideRefused, Restriction, check_override
from peelian.publication.shapes import Change, PublishedCase
from peelian.publication.signals import case_published, case_withdrawn

LOOSENING = ("appears", "loosens", "changes")


class Refused(ValueError):
    """The act cannot be done; the message says why and what to do."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What would be published, why, and what that changes for readers."""

    weighed: Weighed
    changes: tuple[Change, ...]
    public: bool

    @property
    def case(self) -> PublishedCase:
        """The case as it would be shown."""
        return self.weighed.case


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """What a review by date did: cases tightened, withdrawn, and those for which a proposal now waits."""

    tightened: tuple[str, ...]
    withdrawn: tuple[str, ...]
    proposed: tuple[str, ...]
    unchanged: int


def preview(case_id: str, policy: str = "cautious", as_of: date | None = None) -> Preview:
    """What publishing a case would show, and how that differs from what is public now. Changes nothing.

    Raises ``NotPublishable``, ``RulebookError``.
    """
    day = as_of or today()
    weighed = assemble(case_id).weigh(policy, day)
    row = Publication.internal.filter(case_id=case_id).first()
    now = None if row is None else row.published
    return Preview(weighed=weighed, changes=changes_between(now, weighed.case), public=now is not None)


def prepare(
    case_id: str, actor: Actor, policy: str = "cautious", as_of: date | None = None, reason: str = ""
) -> Publication:
    """Put a case up for approval by another person. What is public stays as it is until then.

    Raises ``Refused`` for a policy that is not for the public, and ``NotPublishable``.
    """
    _named(actor)
    if not rulebook.policy(policy).public:
        raise Refused(f"policy {policy!r} is not for the public: choose cautious or journalism")
    case = assemble(case_id).weigh(policy, as_of or today()).case
    if case.held:
        raise Refused(f"case {case_id} is on hold: {' '.join(case.holds)}")
    with transaction.atomic():
        row, _ = Publication.internal.select_for_update().get_or_create(case_id=case_id)
        _propose(row, case, actor, reason)
        record("publication.prepared", case_id, actor, {"policy": policy, "sha256": _hash(case)})
    return row


def approve(case_id: str, actor: Actor, as_of: date | None = None) -> Publication:
    """Make the prepared form public, as a second person.

    The gate is asked again: if the case has changed since it was prepared so that more or other things would
    be shown, this is refused. Raises ``Refused``, ``NotPublishable``.
    """
    _named(actor)
    day = as_of or today()
    with transaction.atomic():
        row = Publication.internal.select_for_update().filter(case_id=case_id).first()
        proposed = None if row is None else row.proposed
        if row is None or proposed is None:
            raise Refused(f"nothing is prepared for case {case_id}: prepare it first")
        if _same(row.prepared_by, PEELIAN.name):
            raise Refused(f"case {case_id} was proposed by a rule, not by a person: prepare it first")
        if _same(actor.name, row.prepared_by):
            raise Refused(f"{actor.name} prepared case {case_id}; another person must approve it")
        now = assemble(case_id).weigh(proposed.policy, day).case
        if now.held:
            raise Refused(f"case {case_id} is on hold: {' '.join(now.holds)}")
        if any(change.kind in LOOSENING for change in _changes(proposed, now)):
            raise Refused(
                f"case {case_id} has changed since it was prepared: look at it and prepare it again"
            )
        _make_public(row, now, actor)
        _decide(
            "publish",
            case_id,
            actor,
            "",
            {"policy": now.policy, "prepared_by": row.prepared_by, "sha256": _hash(now)},
            row.next_review,
        )
        record("publication.approved", case_id, actor, {"policy": now.policy, "sha256": _hash(now)})
    return row


def withdraw(case_id: str, actor: Actor, reason: str) -> Publication:
    """Take a case from the public. One person can do it, at once, with a reason. Raises ``Refused``."""
    _named(actor)
    if not reason.strip():
        raise Refused("say why the case is withdrawn")
    with transaction.atomic():
        row = Publication.internal.select_for_update().filter(case_id=case_id).first()
        if row is None or row.state == Publication.DRAFT:
            raise Refused(f"case {case_id} was never published or prepared")
        _take_away(row, actor, reason)
        _decide("withdraw", case_id, actor, reason, {}, None)
        record("publication.withdrawn", case_id, actor)
    return row


def apply_date_changes(as_of: date | None = None, *, every: bool = True) -> Reviewed:
    """Ask the gate again for the public cases: tighten by itself what must be, propose what would loosen.

    ``every`` false looks only at cases whose review date has come. Also for facts that have changed since
    approval: nothing is shown that was not approved and nothing stays that may not.
    """
    day = as_of or today()
    rows = Publication.internal.filter(state=Publication.APPROVED)
    if not every:
        rows = rows.filter(next_review__lte=day)
    tightened: list[str] = []
    withdrawn: list[str] = []
    proposed: list[str] = []
    unchanged = 0
    for pk in list(rows.values_list("pk", flat=True)):
        with transaction.atomic():
            row = Publication.internal.select_for_update().get(pk=pk)
            body = row.published
            if body is None:
                continue
            result = _review(row, body, day)
        {"tightened": tightened, "withdrawn": withdrawn}.get(result[0], []).append(row.case_id)
        if result[1]:
            proposed.append(row.case_id)
        unchanged += result == ("", False)
    if day == today():  # what another day would show is no review of what is shown
        record(REVIEWED, "", PEELIAN, {"cases": unchanged + len({*tightened, *withdrawn, *proposed})})
    return Reviewed(
        tightened=tuple(tightened), withdrawn=tuple(withdrawn), proposed=tuple(proposed), unchanged=unchanged
    )


def _review(row: Publication, body: PublishedCase, day: date) -> tuple[str, bool]:
    """Review one public case. What was done ("", tightened, withdrawn), and whether a proposal now waits."""
    try:
        assembled = assemble(row.case_id)
    except NotPublishable as error:
        _take_away(row, PEELIAN, str(error))
        record("publication.withdrawn", row.case_id, PEELIAN, {"by_date": day.isoformat()})
        return "withdrawn", False
    now = assembled.weigh(row.policy, day).case
    if now.held:
        _take_away(row, PEELIAN, " ".join(now.holds))
        record("publication.withdrawn", row.case_id, PEELIAN, {"by_date": day.isoformat()})
        return "withdrawn", False
    changes = _changes(body, now)
    more = any(change.kind in LOOSENING for change in changes)
    shown = narrowed(body, now, persons_of(assembled.case)) if more else now
    done = ""
    if _changes(body, shown):
        _set_body(row, shown)
        record(
            "publication.tightened",
            row.case_id,
            PEELIAN,
            {"by_date": day.isoformat(), "sha256": _hash(shown)},
        )
        done = "tightened"
    else:
        row.next_review = _day(now.next_review)
        row.save(update_fields=["next_review"])
    waits = more and _settled(row.proposal) != _settled(now.to_json().decode())
    if waits:
        _propose(row, now, PEELIAN, "The case or the day allows more than was approved.")
        record("publication.proposed", row.case_id, PEELIAN, {"by_date": day.isoformat()})
    return done, waits


def publish_all(
    prepared_by: Actor,
    approved_by: Actor,
    policy: str = "cautious",
    as_of: date | None = None,
    progress: Callable[[str, str], None] = lambda case, why: None,
) -> tuple[int, int]:
    """Prepare and approve every case that may be shown, by two people. Return how many, and how many are held.

    For demonstrations and first imports; ``progress`` is told each case and "" or why it is held.
    """
    done = held = 0
    for case_id in case_ids():
        try:
            prepare(case_id, prepared_by, policy, as_of)
            approve(case_id, approved_by, as_of)
        except (Refused, NotPublishable) as error:
            held += 1
            progress(case_id, str(error))
        else:
            done += 1
            progress(case_id, "")
    return done, held


def override(case_id: str, given: Override, actor: Actor) -> Decision:
    """Keep a person's decision to show less, or to show in spite of a rule of policy.

    It counts from the next time the gate is asked. Raises ``OverrideRefused``.
    """
    given = check_override(msgspec.structs.replace(given, by=actor.name))
    return _decide(
        "override",
        case_id,
        actor,
        given.reason,
        {"place": given.target, "effect": given.effect, "rule": given.rule},
        given.review_on,
    )


def restrict(case_id: str, given: Restriction, actor: Actor) -> Decision:
    """Keep what a person found out about a restriction or an order. Raises ``OverrideRefused`` without a reason."""
    if not given.reason.strip():
        raise OverrideRefused("say what was found out about the restriction, and from whom")
    payload: dict[str, object] = {
        "state": given.state,
        "places": list(given.targets),
        "person": given.person,
        "source": given.source,
        "until": None if given.until is None else given.until.isoformat(),
    }
    return _decide("restriction", case_id, actor, given.reason, payload, given.until)


def _named(actor: Actor) -> None:
    """Refuse an act of nobody: two people answer for what is public."""
    if not actor.name.strip():
        raise Refused("say who acts: a name is needed")


def _decide(
    kind: str, case_id: str, actor: Actor, reason: str, payload: dict[str, object], review_on: date | None
) -> Decision:
    with transaction.atomic():
        row = Decision.internal.create(
            kind=kind,
            target=case_id,
            payload=payload,
            reason=reason,
            actor_id=actor.user_id,
            actor_name=actor.name[:150],
            at=timezone.now(),
            review_on=review_on,
        )
        row.refresh_from_db()  # as the database has it: its hash is asked for again when the trail is verified
        record(f"decision.{kind}", case_id, actor, {"decision": row.pk, "sha256": decision_hash(row)})
    return row


def published_cases() -> Iterator[PublishedCase]:
    """Every case that the public sees, in the order of ids."""
    for row in PublishedRow.public.iterator(chunk_size=200):
        yield row.case


def gated_cases(policy: str, as_of: date | None = None) -> Iterator[PublishedCase]:
    """Every case of the casebook as a policy would show it, approved or not: for internal use and exports of one's own.

    Held cases are left out under public policies.
    """
    day = as_of or today()
    for case_id in case_ids():
        case = assemble(case_id).weigh(policy, day).case
        if not case.held:
            yield case


def rebuild_rows() -> int:
    """Make the public rows again from the approved bodies. Return how many there are."""
    with transaction.atomic():
        rows = list(Publication.internal.filter(state=Publication.APPROVED))
        PublishedRow.public.exclude(case_id__in=[row.case_id for row in rows]).delete()
        for row in rows:
            _set_row(row, PublishedCase.from_json(row.body))
    return len(rows)


def _propose(row: Publication, case: PublishedCase, actor: Actor, reason: str) -> None:
    row.proposal, row.proposal_reason = case.to_json().decode(), reason
    row.prepared_by, row.prepared_at = actor.name[:150], timezone.now()
    if row.state != Publication.APPROVED:
        row.state, row.policy = Publication.PREPARED, case.policy
    row.save()


def _make_public(row: Publication, case: PublishedCase, actor: Actor) -> None:
    row.state, row.policy = Publication.APPROVED, case.policy
    row.proposal = row.proposal_reason = ""
    row.approved_by, row.approved_at = actor.name[:150], timezone.now()
    row.withdrawn_by = row.withdrawn_reason = ""
    row.withdrawn_at = None
    _set_body(row, case)


def _set_body(row: Publication, case: PublishedCase) -> None:
    row.body = case.to_json().decode()
    row.next_review = _day(case.next_review)
    row.save()
    _set_row(row, case)


def _set_row(row: Publication, case: PublishedCase) -> None:
    now = timezone.now()
    found = PublishedRow.public.filter(case_id=row.case_id).first()
    PublishedRow.public.update_or_create(
        case_id=row.case_id,
        defaults={
            "policy": case.policy,
            "title": case.title,
            "noindex": case.noindex,
            "first_published": found.first_published if found else (row.approved_at or now),
            "updated": now,
            "body": row.body,
        },
    )
    transaction.on_commit(lambda: case_published.send(sender=PublishedRow, case=case))


def _take_away(row: Publication, actor: Actor, reason: str) -> None:
    row.state = Publication.WITHDRAWN
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason = actor.name[:150], timezone.now(), reason
    row.proposal = row.proposal_reason = ""
    row.next_review = None
    row.save()
    case_id = row.case_id
    PublishedRow.public.filter(case_id=case_id).delete()
    transaction.on_commit(lambda: case_withdrawn.send(sender=PublishedRow, case_id=case_id))


def _changes(before: PublishedCase, after: PublishedCase) -> Sequence[Change]:
    return changes_between(before, after)


def _settled(text: str) -> str:
    """A form without the day it was made on, to tell whether two are the same."""
    if not text:
        return ""
    case = PublishedCase.from_json(text)
    return msgspec.structs.replace(case, as_of="", next_review=None).to_json().decode()


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _hash(case: PublishedCase) -> str:
    return hashlib.sha256(case.to_json()).hexdigest()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)


def today() -> date:
    """The day, in the time zone of the settings."""
    return timezone.localdate() if timezone.is_aware(timezone.now()) else datetime.date.today()
