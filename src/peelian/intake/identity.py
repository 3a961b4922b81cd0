"""Who a source is: kept apart, opened by a custodian on a reasoned request, released to one person for a time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from peelian.casebook.audit import Actor, record
from peelian.intake import crypto, recipients
from peelian.intake.crypto import Identity
from peelian.intake.envelope import Envelope, pack, unpack
from peelian.intake.models import IdentityRequest, Recipient, Report, SourceIdentity
from peelian.intake.recipients import Role

RELEASED_DAYS = 14


class NotPossible(ValueError):
    """The request cannot be made or decided so. The message says why."""


@dataclass(frozen=True, slots=True)
class Released:
    """Who the source is, as they gave it."""

    name: str = field(repr=False)
    how: str = field(repr=False)


def ask(
    report: Report, requester: Recipient, reason: str, by: Actor, today: datetime.date
) -> IdentityRequest:
    """Ask a custodian to open the identity of ``report``'s source; the reason is sealed too. Raises NotPossible."""
    identity = SourceIdentity.internal.filter(report=report).first()
    if identity is None:
        raise NotPossible("This source gave no name and no contact. Reply through the receipt code.")
    if not recipients.in_force(Role.RECIPIENT, today).filter(pk=requester.pk).exists():
        raise NotPossible("Only a recipient whose key is in force can ask.")
    if len(reason.strip()) < 20:
        raise NotPossible(
            "Give the reason in a sentence: why the identity is needed, and why a reply will not do."
        )
    if IdentityRequest.internal.filter(
        identity=identity, requester=requester, state=IdentityRequest.State.ASKED
    ).exists():
        raise NotPossible("You have asked already. The custodian has not decided yet.")
    keys = [*recipients.keys(Role.RECIPIENT, today), *recipients.keys(Role.CUSTODIAN, today)]
    with transaction.atomic():
        made = IdentityRequest.internal.create(
            identity=identity,
            requester=requester,
            asked_on=today,
            reason_sealed=crypto.seal(pack(Envelope({"reason": reason})), keys),
            sealed_for=crypto.sealed_for(keys),
        )
        record("intake.identity.asked", report.handle, by)
    return made


def reason(request: IdentityRequest, identities: Sequence[Identity]) -> str:
    """Why the identity is asked for. Raises CannotOpen, Damaged."""
    return unpack(crypto.unseal(bytes(request.reason_sealed), identities)).labels.get("reason", "")


def decide(
    request: IdentityRequest,
    custodian: Recipient,
    identities: Sequence[Identity],
    *,
    granted: bool,
    because: str,
    by: Actor,
    today: datetime.date,
) -> None:
    """Grant or refuse. Granted, the identity is opened with the custodian's key and sealed to the requester's.

    Nobody decides on their own request. Raises NotPossible, CannotOpen.
    """
    if request.state != IdentityRequest.State.ASKED:
        raise NotPossible("This request was decided already.")
    if custodian.role != Role.CUSTODIAN:
        raise NotPossible(f"{custodian} is no custodian.")
    if not recipients.in_force(Role.CUSTODIAN, today).filter(pk=custodian.pk).exists():
        raise NotPossible(f"{custodian} is no custodian any more.")
    if custodian.user_id is not None and custodian.user_id == request.requester.user_id:
        raise NotPossible("Nobody decides on their own request.")
    if not because.strip():
        raise NotPossible("Give the reason of the decision.")
    if not recipients.in_force(Role.RECIPIENT, today).filter(pk=request.requester_id).exists():
        raise NotPossible("Who asked is no recipient any more.")
    keys = [*recipients.keys(Role.RECIPIENT, today), *recipients.keys(Role.CUSTODIAN, today)]
    if granted:
        opened = crypto.unseal(bytes(request.identity.sealed), identities)
        request.released_sealed = crypto.seal(opened, [request.requester.public_key])
        request.released_until = today + datetime.timedelta(days=RELEASED_DAYS)
    request.state = IdentityRequest.State.GRANTED if granted else IdentityRequest.State.REFUSED
    request.custodian = custodian
    request.decided_on = today
    request.decision_sealed = crypto.seal(pack(Envelope({"reason": because})), keys)
    with transaction.atomic():
        request.save()
        handle = Report.internal.values_list("handle", flat=True).get(pk=request.identity.report_id)
        record("intake.identity.granted" if granted else "intake.identity.refused", handle, by)


def released(
    request: IdentityRequest, identities: Sequence[Identity], by: Actor, today: datetime.date
) -> Released:
    """What was released, opened with the requester's key. Raises NotPossible, CannotOpen."""
    if request.released_sealed is None or request.released_until is None or request.released_until < today:
        raise NotPossible("Nothing is released to read, or its time is over.")
    labels = unpack(crypto.unseal(bytes(request.released_sealed), identities)).labels
    handle = Report.internal.values_list("handle", flat=True).get(pk=request.identity.report_id)
    record("intake.identity.read", handle, by)
    return Released(labels.get("name", ""), labels.get("how", ""))
