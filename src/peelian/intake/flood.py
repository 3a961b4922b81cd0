"""Holding off floods without knowing anybody: buckets for all the world together, form tokens, a small question.

No address is looked at, so a flood by one is a queue for all: docs/explanation/threat-model.md says so.
The clock of the buckets is the machine's monotonic one in whole minutes: it counts from the machine's start, so that a
stolen database does not say at what o'clock somebody was here.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
import time
from dataclasses import dataclass
from typing import Final, Literal

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from peelian.intake import receipt
from peelian.intake.models import Bucket, SpentToken

Purpose = Literal["form", "send", "return", "answer"]

#: How long a form may lie open before it is sent: people write slowly, and stop, and begin again.
FORM_HOURS: Final = 12
_SALT: Final = "peelian.intake.form"
_PLACES: Final = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Rate:
    """``most`` tokens at once, ``a_minute`` more each minute."""

    most: int
    a_minute: float


#: For everybody together. Generous for an appeal that was on the evening news; a bound for the disk and the CPU.
RATES: Final[dict[str, Rate]] = {
    "preview": Rate(120, 6),
    "send": Rate(60, 3),
    "return": Rate(120, 30),
}


class TooMany(Exception):
    """More comes in just now than we take. The message is for the person who waits."""

    def __init__(self) -> None:
        super().__init__(
            "Many people are using this form just now. Nothing is wrong with what you wrote. "
            "Please wait a few minutes and press the button again."
        )


class StaleForm(Exception):
    """The form's token is not ours, is too old, or was used. The message is for the person."""

    def __init__(self) -> None:
        super().__init__(
            "This page was open too long, or was sent before. Nothing was sent now. "
            "Please check the answers below and press the button again."
        )


def take(name: str, *, minute: int | None = None) -> None:
    """Take one token of the bucket ``name``. Raises TooMany if it is empty.

    ``minute`` is the machine's monotonic clock in minutes; a smaller one than kept means a restart.
    """
    rate = RATES[name]
    now = int(time.monotonic() // 60) if minute is None else minute
    with transaction.atomic():
        bucket, _ = Bucket.internal.select_for_update().get_or_create(
            name=name, defaults={"level": float(rate.most), "minute": now}
        )
        passed = max(0, now - bucket.minute) if now >= bucket.minute else 1
        level = min(float(rate.most), bucket.level + passed * rate.a_minute)
        full = level < 1
        bucket.level, bucket.minute = (level if full else level - 1), now
        bucket.save()
    if full:
        raise TooMany


def issue(purpose: Purpose, *, solved: bool = False) -> str:
    """A token for a form of ``purpose``: signed, held nowhere, in place of a cookie.

    ``solved``: the question was answered on an earlier page of the same journey.
    """
    return signing.dumps({"p": purpose, "n": secrets.token_urlsafe(18), "s": int(solved)}, salt=_SALT)


def check(token: str, purpose: Purpose) -> bool:
    """Raises StaleForm unless ``token`` is ours, of this purpose, young and unused. True: its question is solved."""
    if len(token) > 300:
        raise StaleForm
    try:
        held = signing.loads(token, salt=_SALT, max_age=datetime.timedelta(hours=FORM_HOURS))
    except signing.BadSignature:
        raise StaleForm from None
    if held["p"] != purpose or SpentToken.internal.filter(digest=_digest(token)).exists():
        raise StaleForm
    return bool(held["s"])


def spend(token: str, today: datetime.date) -> None:
    """Mark ``token`` as used. Raises StaleForm if it was used already, also by a second press at the same moment."""
    try:
        with transaction.atomic():
            SpentToken.internal.create(digest=_digest(token), day=today)
    except IntegrityError:
        raise StaleForm from None


def question(token: str) -> tuple[str, tuple[str, ...]]:
    """The question of ``token``: a place ("third") and four words; who copies that word has answered."""
    return _PLACES[_asked(token)], _words(token)


def answered(token: str, answer: str) -> bool:
    """Whether ``answer`` is the word that was asked for, capitals and spaces apart."""
    return constant_time_compare(answer.strip().casefold(), _words(token)[_asked(token)])


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _draw(token: str) -> bytes:
    """Bytes that only this server can tell from ``token``."""
    return salted_hmac("peelian.intake.question", token, algorithm="sha256").digest()


def _asked(token: str) -> int:
    return _draw(token)[0] % len(_PLACES)


def _words(token: str) -> tuple[str, ...]:
    drawn, known = _draw(token), receipt.words()
    found: list[str] = []
    for at in range(1, 31, 2):
        word = known[int.from_bytes(drawn[at : at + 2], "big") % len(known)]
        if word not in found:
            found.append(word)
        if len(found) == len(_PLACES):
            break
    return tuple(found)
