"""Mail to a person whose account was changed, so that a change that was not theirs does not stay unseen.

It says what and when, nothing of where from. Without a mail address nothing is sent; the audit trail has it all the same.
"""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

#: What is told of which entry of the audit trail.
WORDS: Final = {
    "account.password.changed": "Your password was changed.",
    "account.password.reset": "A new password was set by a link that was sent to you.",
    "account.factor.added": "A second factor was set up.",
    "account.factor.removed": "A second factor was taken off.",
    "account.factor.reset": "New recovery codes were made.",
    "account.factor.taken": "An administrator took your second factors off.",
    "account.roles": "An administrator changed your roles.",
    "account.closed": "An administrator closed your account.",
    "account.opened": "An administrator opened your account again.",
    "account.email": "An administrator changed the mail address of your account. This goes to the one before.",
}


def tell(account: Any, action: str, address: str = "") -> None:
    """Once the change is stored, mail the person what was changed, to their address or another one."""
    to = address or account.email
    if not to:
        return
    when = timezone.localtime().strftime("%-d %B %Y, %H:%M")
    text = (
        f"{WORDS[action]}\n\nAccount: {account.get_username()}\nWhen: {when}\n\n"
        "Was it not you, or do you not know why? Tell an administrator of the casebook at once, by voice.\n"
    )
    transaction.on_commit(
        lambda: send_mail(
            "Your account at a casebook was changed",
            text,
            settings.DEFAULT_FROM_EMAIL,
            [to],
            fail_silently=True,
        )
    )
