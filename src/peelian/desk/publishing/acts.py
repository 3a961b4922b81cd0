"""Publishing in one step when a review is done. Two people always act: who prepared never approves."""

from __future__ import annotations

from peelian.casebook.audit import Actor
from peelian.casebook.models import Case
from peelian.publication import services
from peelian.publication.assembling import NotPublishable
from peelian.publication.models import Publication


def after_review(source_id: str, actor: Actor, may_approve: bool) -> str:
    """Publish or put up the cases of a document; return a sentence on what became of each."""
    cases = Case.internal.filter(mentions__source__public_id=source_id, redirect=None).distinct()
    said = [publish_or_propose(case.public_id, actor, may_approve) for case in cases.order_by("pk")]
    return " ".join(["Reviewed.", *said])


def publish_or_propose(case_id: str, actor: Actor, may_approve: bool) -> str:
    """Approve what another person prepared, if the account may and nothing has changed; else prepare the case."""
    row = Publication.internal.filter(case_id=case_id).first()
    try:
        if may_approve and row is not None and row.proposal and row.prepared_by != actor.name:
            try:
                services.approve(case_id, actor)
                return f"Case {case_id} is public."
            except services.Refused:
                pass  # it has changed since: it is prepared again, and somebody else approves that
        if (
            row is not None
            and row.published is not None
            and not services.preview(case_id, row.policy).changes
        ):
            return f"Case {case_id} is public; nothing on its page changes."
        services.prepare(case_id, actor, row.policy if row is not None else "cautious")
    except (services.Refused, NotPublishable) as refusal:
        return f"Case {case_id} was not put up: {refusal}."
    return f"Case {case_id} waits for another person's approval."
