"""The digest by mail: what is overdue, due today or soon, and whose tasks wait. Case ids alone, no names.

``send`` is for a command that runs each morning (cron, a systemd timer).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import Q

from peelian.casebook.audit import PEELIAN, Actor, record
from peelian.desk.casework.clocks import SOON, Running, all_clocks
from peelian.desk.casework.models import Task, WorkedCase
from peelian.desk.casework.recording import say_date

_HEADS = {"overdue": "Overdue", "due_today": "Due today", "soon": "Due soon"}


@dataclass(frozen=True, slots=True)
class Sent:
    """To whom the digest went, and who has no address or nothing that presses."""

    to: tuple[str, ...]
    without_address: tuple[str, ...]
    nothing: tuple[str, ...]


def send(today: date, *, site: str = "", soon_days: int = SOON, actor: Actor = PEELIAN) -> Sent:
    """Send everybody who works on cases what presses in their own cases and in those of nobody.

    ``site`` is the address of the desk, for links. Raises what the mail system raises; who was written to
    before that is in the trail.
    """
    clocks = [one for one in all_clocks(today, soon_days) if one.pressing]
    owners = dict(WorkedCase.internal.values_list("case__public_id", "assigned_to"))
    to, without, nothing = [], [], []
    for user in get_user_model().objects.filter(is_active=True).order_by("username"):
        if not user.has_perm("desk.work_cases"):
            continue
        mine = [one for one in clocks if owners.get(one.case) in (None, user.pk)]
        tasks = _tasks(user, today)
        if not mine and not tasks:
            nothing.append(user.get_username())
        elif not user.email:
            without.append(user.get_username())
        else:
            send_mail(_subject(mine, tasks), text(mine, tasks, site), None, [user.email])
            record(
                "casework.digest.sent", user.get_username(), actor, {"clocks": len(mine), "tasks": len(tasks)}
            )
            to.append(user.get_username())
    return Sent(tuple(to), tuple(without), tuple(nothing))


def text(clocks: list[Running], tasks: list[Task], site: str = "") -> str:
    """The digest as plain text."""
    lines: list[str] = []
    for state, head in _HEADS.items():
        some = [one for one in clocks if one.state == state]
        if some:
            lines += [head, *(_line(one, site) for one in some), ""]
    if tasks:
        lines += ["Your tasks", *(_task(one, site) for one in tasks), ""]
    lines.append(
        "Days are working days of England and Wales where the rule says so. No name is written here."
    )
    return "\n".join(lines)


def _line(one: Running, site: str) -> str:
    day = say_date(one.due.isoformat()) if one.due else "no day known"
    where = f" {site.rstrip('/')}/desk/casework/{one.case}/" if site else ""
    return f"- {day}: {one.clock.title}, case {one.case}.{where}"


def _task(one: Task, site: str) -> str:
    day = say_date(one.due.isoformat()) if one.due else "no day"
    where = f" {site.rstrip('/')}/desk/casework/{one.work.case.public_id}/" if site else ""
    return f"- {day}: a task on case {one.work.case.public_id}.{where}"


def _tasks(user: Any, today: date) -> list[Task]:
    found = Task.internal.filter(done_at=None, assigned_to=user)
    return list(found.filter(Q(due=None) | Q(due__lte=today)).select_related("work__case"))


def _subject(clocks: list[Running], tasks: list[Task]) -> str:
    late = sum(one.state == "overdue" for one in clocks)
    rest = len(clocks) - late
    told = [
        f"{late} overdue" if late else "",
        f"{rest} due" if rest else "",
        f"{len(tasks)} task{'s' if len(tasks) > 1 else ''}" if tasks else "",
    ]
    return "Cases: " + ", ".join(one for one in told if one)
