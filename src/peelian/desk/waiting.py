"""What waits for people: counts with a link each, by permission. Counts alone; no name stands on the first page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from peelian.casebook.queues import pairs_to_judge, readings_to_review, unsure_pairs
from peelian.desk.casework.home import waiting as casework
from peelian.desk.models import Loosening
from peelian.desk.publishing import loosening
from peelian.intake.models import IdentityRequest, Report
from peelian.publication.models import Publication, PublicRequest
from peelian.publication.reviewing import overdue
from peelian.publication.wording import days_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits: how many, what, where, and what presses (overdue, due soon)."""

    count: int
    what: str
    where: str
    pressing: str = ""


def for_user(user: Any) -> list[Waiting]:
    """What waits for somebody with this account's permissions."""
    return list(_all(user))


def _all(user: Any) -> Iterator[Waiting]:
    today = timezone.localdate()
    if user.has_perm("desk.review"):
        yield Waiting(readings_to_review().count(), "readings to review", reverse("desk:review"))
    if user.has_perm("desk.judge"):
        yield Waiting(pairs_to_judge().count(), "pairs to judge: one person or two?", reverse("desk:pairs"))
        yield Waiting(unsure_pairs().count(), "pairs of which somebody was not sure", reverse("desk:unsure"))
    if user.has_perm("desk.approve"):
        proposals = Publication.internal.exclude(proposal="")
        own = proposals.filter(prepared_by=user.get_username()).count()
        count = proposals.count() - own
        told = f"{own} more are your own: another person approves them" if own else ""
        yield Waiting(count, "cases to approve for the public", reverse("desk:publication"), told)
        asked = (
            Loosening.internal.filter(state=Loosening.WAITING).exclude(asked_by=user.get_username()).count()
        )
        due = loosening.due(today)
        if asked or due:
            told = f"{len(due)} due for another look" if due else ""
            yield Waiting(asked, "requests to show more than a rule does", reverse("desk:loosenings"), told)
        if unreviewed := overdue():
            yield Waiting(
                1,
                "daily review of what is public, which has not run",
                reverse("desk:publication"),
                f"for {days_words(unreviewed.days, unreviewed.days)}: see “Each day” in the how-to “Put it on a server”",
            )
    if user.has_perm("desk.answer_requests"):
        open_ = PublicRequest.internal.filter(closed_on=None)
        late = open_.filter(due__lt=today).count()
        yield Waiting(
            open_.count(),
            "requests from the public",
            reverse("desk:requests"),
            f"{late} overdue" if late else "",
        )
    if user.has_perm("desk.work_cases"):
        for count, what, where, pressing in casework(user):
            yield Waiting(count, what, where, pressing)
    if user.has_perm("intake.read_intake"):
        new = Report.internal.filter(expires_on__gte=today, state=Report.State.NEW).count()
        yield Waiting(new, "reports received in confidence, new", reverse("intake_desk:inbox"))
    if user.has_perm("intake.custody_intake"):
        asked = IdentityRequest.internal.filter(state=IdentityRequest.State.ASKED).count()
        yield Waiting(asked, "requests to open an identity", reverse("intake_desk:requests"))
