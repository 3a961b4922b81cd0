"""Saved searches: asked for, confirmed, mailed, ended."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.http import QueryDict
from django.utils.timezone import localdate, now

from peelian.web.models import Entry, SavedSearch
from peelian.web.search import Question, answer

#: An address that is not confirmed is forgotten after so many days.
FORGET_AFTER = timedelta(days=7)
MOST_IN_A_MAIL = 30
#: So many mails at most to an address that confirms none: the form cannot be used to flood somebody.
MOST_UNCONFIRMED = 3


def ask(email: str, query: str, site: str) -> SavedSearch:
    """Keep a search and send the link that confirms the address. Asking twice for the same keeps one."""
    question = Question.read(QueryDict(query))
    waiting = SavedSearch.internal.filter(email=email.lower(), confirmed=False).count()
    row, new = SavedSearch.internal.get_or_create(
        email=email.lower(),
        query=question.query,
        defaults={"token": secrets.token_urlsafe(32), "asked_on": localdate()},
    )
    if new and waiting < MOST_UNCONFIRMED:
        send_mail(
            "Confirm your Peelian alert",
            f"Somebody, we hope you, asked to be mailed about new published cases for: {question.said}\n\n"
            f"To confirm: {site}alerts/{row.token}/confirm\n\n"
            "If it was not you, do nothing: the address is forgotten in a week.\n",
            settings.DEFAULT_FROM_EMAIL,
            [email],
        )
    return row


def confirm(row: SavedSearch) -> None:
    """The address is confirmed; what is published from now on is mailed."""
    if not row.confirmed:
        row.confirmed, row.last_latest = True, now()
        row.save(update_fields=["confirmed", "last_latest"])


def send_all(site: str) -> tuple[int, int]:
    """Mail every confirmed search what was published or changed since its last mail.

    ``site`` is the public address with a slash at its end. Returns how many mails were sent, and how many
    addresses that nobody confirmed were forgotten.
    """
    forgotten, _ = SavedSearch.internal.filter(
        confirmed=False, asked_on__lt=localdate() - FORGET_AFTER
    ).delete()
    sent = 0
    for row in SavedSearch.internal.filter(confirmed=True).iterator(chunk_size=200):
        moment = now()
        question = Question.read(QueryDict(row.query))
        fits = {entry.pk for entry in answer(question, size=5_000).entries}
        fresh = (
            Entry.public.filter(updated__gt=row.last_latest, pk__in=fits).defer("body").order_by("-updated")
        )
        entries = list(fresh[:MOST_IN_A_MAIL])
        if entries:
            lines = [f"{entry.title}\n{entry.summary}\n{site}cases/{entry.case_id}/\n" for entry in entries]
            send_mail(
                f"Peelian: {len(entries)} new or changed for {question.said}"[:150].replace("\n", " "),
                "\n".join(lines) + f"\nTo stop these mails: {site}alerts/{row.token}/stop\n",
                settings.DEFAULT_FROM_EMAIL,
                [row.email],
            )
            sent += 1
        row.last_latest = moment
        row.save(update_fields=["last_latest"])
    return sent, forgotten
