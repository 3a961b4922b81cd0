"""The calendar feed (iCalendar): open clocks and tasks with a day, for one person, by a secret address.

What leaves the desk this way lands in calendars that we do not keep: it holds case ids and rules, no names.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from icalendar import Calendar, Event

from peelian.casebook.audit import Actor, record
from peelian.desk.accounts import second_factor
from peelian.desk.casework.clocks import all_clocks
from peelian.desk.casework.models import CalendarToken, Task


def make_token(user: Any) -> str:
    """A new secret for somebody's feed; the one before opens nothing any more. It is shown once."""
    secret = secrets.token_urlsafe(24)
    with transaction.atomic():
        CalendarToken.internal.update_or_create(
            account=user, defaults={"digest": _digest(secret), "made_at": timezone.now()}
        )
        record("casework.calendar.made", "", Actor.of(user))
    return secret


def withdraw_token(user: Any) -> None:
    """Have somebody's feed open nothing any more."""
    with transaction.atomic():
        if CalendarToken.internal.filter(account=user).delete()[0]:
            record("casework.calendar.withdrawn", "", Actor.of(user))


def whose(secret: str) -> Any | None:
    """The account of a feed, if it may still work on cases (and has the second factor that it must have)."""
    found = CalendarToken.internal.filter(digest=_digest(secret)).select_related("account").first()
    if found is None or not found.account.is_active or not found.account.has_perm("desk.work_cases"):
        return None
    return None if second_factor.missing(found.account) else found.account


def feed(user: Any, today: date, now: datetime, address: str) -> bytes:
    """The feed as iCalendar bytes. ``address`` leads to a case with ``{case}`` in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Peelian//casework//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Peelian: cases")
    for one in all_clocks(today):
        if one.due is not None:
            words = f"{one.clock.title} ({one.case})"
            key = f"{one.case}-{one.clock.id}-{one.round}"
            calendar.add_component(
                _event(key, words, one.due, f"{one.words}. {one.clock.source}", address, one.case, now)
            )
    mine = Task.internal.filter(done_at=None, assigned_to=user).exclude(due=None)
    for task in mine.select_related("work__case"):
        case = task.work.case.public_id
        assert task.due is not None
        calendar.add_component(
            _event(f"task-{task.pk}", f"A task ({case})", task.due, "", address, case, now)
        )
    return bytes(calendar.to_ical())


def _event(key: str, title: str, day: date, words: str, address: str, case: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@peelian")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    if words:
        event.add("description", words)
    event.add("url", address.format(case=case))
    event.add("transp", "TRANSPARENT")
    return event


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
