"""What all of the server's processes remember together for a while: Django's cache, in the casebook's database.

django-allauth keeps here which one-time codes were used and how often somebody failed; a memory for each process,
Django's default, would let a code be used once in each. Django's own cache in a database is not taken: it reads
its rows with pickle, so whoever can write to the database could run code in the server, and a flood of rows pushes
out others that still count. Keys can hold addresses and codes: what is stored is a hash under the casebook's key.
Values are what JSON holds.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from peelian.desk.models import Remembered

#: So many rows whose time is over go with each new one.
_AT_ONCE: Final = 500


class SharedMemory(BaseCache):
    """Django's cache over `Remembered`. ``add`` succeeds for one process alone: the table's key is the judge."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value of a key, or the default if there is none or its time is over."""
        held = Remembered.internal.filter(key=self._stored(key, version), until__gt=timezone.now())
        text = held.values_list("value", flat=True).first()
        return default if text is None else json.loads(text)

    def add(
        self, key: Any, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless the key has one; whether it was kept. Of many who try at once one is told so."""
        name, text, now = self._stored(key, version), json.dumps(value), timezone.now()
        try:
            with transaction.atomic():
                # In one order, so that two who clear up at once do not wait for each other.
                over = Remembered.internal.select_for_update().filter(until__lte=now).order_by("key")
                Remembered.internal.filter(key__in=[one.key for one in over[:_AT_ONCE]]).delete()
                Remembered.internal.filter(key=name, until__lte=now).delete()
                Remembered.internal.create(key=name, value=text, until=self._until(timeout, now))
        except IntegrityError:
            return False
        return True

    def set(
        self, key: Any, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value in place of what was there."""
        kept = {"value": json.dumps(value), "until": self._until(timeout, timezone.now())}
        Remembered.internal.update_or_create(key=self._stored(key, version), defaults=kept)

    def touch(self, key: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Give a key a new time; whether it is there."""
        now = timezone.now()
        held = Remembered.internal.filter(key=self._stored(key, version), until__gt=now)
        return bool(held.update(until=self._until(timeout, now)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a key; whether it was there."""
        return bool(Remembered.internal.filter(key=self._stored(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Remembered.internal.all().delete()

    def _stored(self, key: Any, version: int | None) -> str:
        return salted_hmac("peelian.desk.memory", self.make_key(key, version), algorithm="sha256").hexdigest()

    def _until(self, timeout: float | None, now: datetime) -> datetime:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        # Nothing is kept for ever: what has no end of its own goes after a year.
        return now + timedelta(seconds=seconds if seconds is not None else 365 * 86_400)
