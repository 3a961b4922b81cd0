"""Whether the daily review runs is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.publication.test_services import ADA, BEN, DAY, actor, keep

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_review_that_does_not_run_is_told(client: Client) -> None:
    from peelian.publication import services
    from peelian.publication.reviewing import LONGEST, last_review, overdue

    now = timezone.now()
    assert last_review() is None and overdue() is None  # nothing is public: nothing to review
    case = keep()
    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    assert overdue() is None and overdue(now + timedelta(days=3)) is not None
    services.apply_date_changes(DAY)
    assert last_review() is None  # of another day: what is shown today was not looked at
    services.apply_date_changes()
    assert last_review() is not None and overdue(now + LONGEST - timedelta(minutes=1)) is None
    services.publish_all(actor(ADA), actor(BEN), as_of=DAY)
    late = overdue(now + timedelta(days=3))
    assert late is not None and late.days in (2, 3)
    assert client.get("/health").content == b"ok"


def test_the_health_page_and_the_desk_say_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_user_model: type
) -> None:
    from peelian.desk import waiting
    from peelian.web.pages import machines

    for module in (machines, waiting):
        monkeypatch.setattr(module, "overdue", lambda: timedelta(days=2, hours=1))
    answer = client.get("/health")
    assert answer.status_code == 200 and answer.content == b"ok\nreview overdue: not run for 2 days\n"
    chief = django_user_model.objects.create_superuser("chief")  # type: ignore[attr-defined]
    (told,) = [one for one in waiting.for_user(chief) if "daily review" in one.what]
    assert "2 days" in told.pressing
