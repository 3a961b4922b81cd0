"""What the desk's first page shows of casework: how many clocks press, how many tasks wait."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from peelian.desk.casework.clocks import all_clocks
from peelian.desk.casework.models import Task


def waiting(user: Any) -> list[tuple[int, str, str, str]]:
    """Counts for somebody who works on cases: how many, what, where, what presses."""
    today = timezone.localdate()
    clocks = [one for one in all_clocks(today) if one.pressing]
    late = sum(one.state == "overdue" for one in clocks)
    mine = Task.internal.filter(done_at=None, assigned_to=user)
    overdue = mine.filter(due__lt=today).count()
    return [
        (
            len(clocks),
            "statutory clocks due or overdue",
            reverse("casework:clocks"),
            f"{late} overdue" if late else "",
        ),
        (mine.count(), "tasks of yours", reverse("casework:tasks"), f"{overdue} overdue" if overdue else ""),
    ]
