"""A recipient's key, for a while in this process's memory: never on the disk, never in the session's store.

The way (b) of reading, for people who cannot use the command line. Its risk is written in the threat model: whoever
has broken into the running server can take a key from its memory while it is unlocked. With several worker
processes each holds its own, and one may be asked for the key again.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest

from peelian.intake import crypto
from peelian.intake.crypto import Identity

IDLE_SECONDS: Final = 15 * 60
MOST_HELD: Final = 50


@dataclass(slots=True)
class _Held:
    identity: Identity
    until: float
    user: Any


_held: dict[str, _Held] = {}
_guard = threading.Lock()
#: Opening a key file costs a gigabyte of memory for some seconds (scrypt): one after another.
_one_at_a_time = threading.Lock()


class Busy(Exception):
    """Too many keys are unlocked. The message is for the recipient."""


def unlock(request: HttpRequest, key_file: bytes, passphrase: str) -> Identity:
    """Open a key file and hold the key for this session. Raises CannotOpen, Busy."""
    with _one_at_a_time:
        identity = crypto.open_key_file(key_file, passphrase)
    with _guard:
        _forget_the_idle()
        if len(_held) >= MOST_HELD:
            raise Busy("Too many keys are unlocked on this server. Try again later.")
        _held[_name(request)] = _Held(identity, time.monotonic() + IDLE_SECONDS, request.user.pk)
    _wake_later()
    return identity


def unlocked(request: HttpRequest) -> Identity | None:
    """The key of this session, if it is unlocked here; its time begins anew."""
    with _guard:
        _forget_the_idle()
        held = _held.get(_name(request))
        if held is None or held.user != request.user.pk:
            return None
        held.until = time.monotonic() + IDLE_SECONDS
        return held.identity


def lock(request: HttpRequest) -> None:
    """Forget the key of this session."""
    with _guard:
        _held.pop(_name(request), None)


def _lock_at_logout(user: Any = None, **_: Any) -> None:
    with _guard:
        for name in [name for name, held in _held.items() if user is not None and held.user == user.pk]:
            del _held[name]


user_logged_out.connect(_lock_at_logout, dispatch_uid="peelian.intake.lock")


def _name(request: HttpRequest) -> str:
    return hashlib.sha256(str(request.session.session_key).encode()).hexdigest()


def _forget_the_idle() -> None:
    now = time.monotonic()
    for name in [name for name, held in _held.items() if held.until < now]:
        del _held[name]


def _wake_later() -> None:
    """Forget idle keys also when nobody comes any more."""
    timer = threading.Timer(IDLE_SECONDS + 1, _look)
    timer.daemon = True
    timer.start()


def _look() -> None:
    with _guard:
        _forget_the_idle()
        left = bool(_held)
    if left:
        _wake_later()
