"""Requests from the public (correction, removal, right of reply), their trail, and retention."""

from __future__ import annotations

import secrets
from datetime import date
from functools import cache
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from peelian import law
from peelian.casebook.audit import PEELIAN, Actor, record
from peelian.publication import rulebook
from peelian.publication.models import (
    Correction,
    Publication,
    PublicRequest,
    PublishedRow,
    Reply,
    RequestStep,
    RetentionRule,
)

LONGEST_TEXT: Final = 5_000
LONGEST_CONTACT: Final = 500
#: UK GDPR Article 12(3): without undue delay and within one month.
ANSWER_WITHIN: Final = "P1M"
_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class RequestRefused(ValueError):
    """A request cannot be taken or a step cannot be made; the message says why."""


def receive(
    case_id: str, kind: str, text: str, contact: str = "", about: str = "", on: date | None = None
) -> PublicRequest:
    """Take a request about a public case. Return it with the reference that the person is given.

    Raises ``RequestRefused`` for a case that is not public, an unknown kind, and texts that are empty or too long.
    """
    if kind not in dict(PublicRequest.KINDS):
        raise RequestRefused("choose correction, removal or reply")
    if not text.strip():
        raise RequestRefused("say what you ask for")
    if len(text) > LONGEST_TEXT:
        raise RequestRefused(f"the text has {len(text):,} characters; at most {LONGEST_TEXT:,} can be taken")
    if len(contact) > LONGEST_CONTACT or len(about) > 200:
        raise RequestRefused("the contact or the place is too long")
    if not PublishedRow.public.filter(case_id=case_id).exists():
        raise RequestRefused("there is no such case")
    day = on or timezone.localdate()
    with transaction.atomic():
        row = PublicRequest.internal.create(
            reference="-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3)),
            case_id=case_id,
            kind=kind,
            about=about,
            text=text.replace("\x00", ""),
            contact=contact.replace("\x00", ""),
            received_on=day,
            due=law.add_length(day, ANSWER_WITHIN),
        )
        RequestStep.internal.create(request=row, at=timezone.now(), by="", state=row.state)
        record("request.received", case_id, PEELIAN, {"reference": row.reference, "kind": kind})
    return row


def answer(
    reference: str, actor: Actor, state: str, text: str, *, sent: bool = False, on: date | None = None
) -> PublicRequest:
    """Add a step to a request's trail and set where it stands. Refusing needs its reasons in ``text``.

    Raises ``RequestRefused``.
    """
    if state not in dict(PublicRequest.STATES):
        raise RequestRefused(f"there is no state {state!r}")
    closing = state in (PublicRequest.ANSWERED, PublicRequest.REFUSED)
    if closing and not text.strip():
        raise RequestRefused("an answer needs its words, and a refusal its reasons")
    with transaction.atomic():
        row = PublicRequest.internal.select_for_update().filter(reference=reference).first()
        if row is None:
            raise RequestRefused(f"there is no request {reference}")
        row.state = state
        row.closed_on = (on or timezone.localdate()) if closing else None
        row.save(update_fields=["state", "closed_on"])
        RequestStep.internal.create(
            request=row, at=timezone.now(), by=actor.name[:150], state=state, text=text, sent=sent
        )
        record("request.step", row.case_id, actor, {"reference": reference, "state": state})
    return row


def correct(
    case_id: str,
    actor: Actor,
    text: str,
    about: str = "",
    request: PublicRequest | None = None,
    on: date | None = None,
) -> Correction:
    """Write a public correction note; it shows with the next approved form of the case."""
    if not text.strip():
        raise RequestRefused("say what was wrong and what is right")
    with transaction.atomic():
        row = Correction.internal.create(
            case_id=case_id,
            about=about,
            text=text,
            on=on or timezone.localdate(),
            made_by=actor.name[:150],
            request=request,
        )
        record("publication.correction", case_id, actor, {"correction": row.pk})
    return row


def reply(
    case_id: str,
    actor: Actor,
    by: str,
    text: str,
    about: str = "",
    request: PublicRequest | None = None,
    on: date | None = None,
) -> Reply:
    """Put a reply beside the case; it shows with the next approved form."""
    if not text.strip() or not by.strip():
        raise RequestRefused("a reply needs its words and whose it is")
    with transaction.atomic():
        row = Reply.internal.create(
            case_id=case_id,
            about=about,
            by=by,
            text=text,
            on=on or timezone.localdate(),
            made_by=actor.name[:150],
            request=request,
        )
        record("publication.reply", case_id, actor, {"reply": row.pk})
    return row


@cache
def _defaults() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = rulebook.read_data("retention")
    return found


def keep_for(what: str) -> str:
    """How long a kind of data is kept (ISO 8601): the casebook's own rule, else ``data/retention.yaml``."""
    own = RetentionRule.internal.filter(what=what).first()
    return own.keep if own is not None else str(_defaults()[what]["keep"])


def apply_retention(as_of: date | None = None) -> dict[str, int]:
    """Delete what has been kept long enough; returns how many of each kind."""
    day = as_of or timezone.localdate()
    done = dict.fromkeys(_defaults(), 0)

    def over(since: date | None, what: str) -> bool:
        return since is not None and law.add_length(since, keep_for(what)) <= day

    with transaction.atomic():
        for row in PublicRequest.internal.exclude(closed_on=None):
            if over(row.closed_on, "request"):
                row.delete()
                done["request"] += 1
            elif row.contact and over(row.closed_on, "request_contact"):
                row.contact = ""
                row.save(update_fields=["contact"])
                done["request_contact"] += 1
        for held in Publication.internal.filter(state=Publication.WITHDRAWN).exclude(body=""):
            if held.withdrawn_at is not None and over(
                timezone.localdate(held.withdrawn_at), "withdrawn_body"
            ):
                held.body = ""
                held.save(update_fields=["body"])
                done["withdrawn_body"] += 1
        for held in Publication.internal.exclude(proposal=""):
            if held.prepared_at is not None and over(timezone.localdate(held.prepared_at), "stale_proposal"):
                held.proposal = held.proposal_reason = ""
                if held.state == Publication.PREPARED:
                    held.state = Publication.DRAFT
                held.save(update_fields=["proposal", "proposal_reason", "state"])
                done["stale_proposal"] += 1
        if any(done.values()):
            record("publication.retention", "", PEELIAN, {**done, "on": day.isoformat()})
    return done
