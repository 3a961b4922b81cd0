"""Coming back with the code: replies are read, answered, deleted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from peelian.intake import receipt, submission
from peelian.intake.crypto import CannotOpen
from peelian.intake.envelope import Damaged, unpack
from peelian.intake.models import Message, Report


class NoReport(LookupError):
    """No report has this code, or not any more. The message is for the person, and does not say which."""

    def __init__(self) -> None:
        super().__init__(
            "We hold no report with this code. Please look at each word again. "
            "Reports are also deleted when their time is over."
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply, opened with the code's own key."""

    day: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A report that a code has opened."""

    report: Report
    keys: receipt.ReceiptKeys = field(repr=False)
    code: str = field(repr=False)


def come_back(typed: str, today: datetime.date) -> Conversation:
    """The report that ``typed`` is the code of. Raises receipt.NotACode, NoReport.

    The slow hash is computed for every well-formed code, right or wrong.
    """
    code = receipt.normalise(typed)
    keys = receipt.derive(code, submission.salt())
    report = Report.internal.filter(lookup=keys.lookup, expires_on__gte=today).first()
    if report is None:
        raise NoReport
    return Conversation(report, keys, code)


def replies(conversation: Conversation) -> list[Reply]:
    """The replies, oldest first. One that cannot be opened says so in its place."""
    found = []
    for message in _replies(conversation):
        try:
            text = unpack(conversation.keys.identity.open(bytes(message.sealed))).labels.get("what", "")
        except (CannotOpen, Damaged):
            text = "(This reply is damaged and cannot be read.)"
        found.append(Reply(message.sent_on, text))
    return found


def answer(
    conversation: Conversation, text: str, uploads: Sequence[submission.Upload], today: datetime.date
) -> None:
    """Send a further message. Raises CannotSeal, Full."""
    submission.add_answer(conversation.report, text, uploads, today)


def forget_replies(conversation: Conversation) -> int:
    """Delete the replies, so that nobody who finds the code can read them. Returns how many."""
    return _replies(conversation).delete()[0]


def sent(conversation: Conversation) -> list[datetime.date]:
    """The days on which the source sent something. The words are sealed to others and cannot be shown."""
    own = Message.internal.filter(report=conversation.report, direction=Message.Direction.SOURCE)
    return list(own.order_by("number").values_list("sent_on", flat=True))


def _replies(conversation: Conversation) -> QuerySet[Message]:
    return Message.internal.filter(report=conversation.report, direction=Message.Direction.REPLY).order_by(
        "number"
    )
