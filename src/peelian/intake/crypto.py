"""Sealing and opening, all of it by age (https://age-encryption.org/v1, through pyrage).

The server holds public keys only. A private key is made offline, stands in a file that a passphrase
protects (itself an age file, so that the plain ``age`` tool opens it too), and never comes to the server's disk.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyrage

#: Fewer characters than this are no passphrase for a key that others' safety hangs on.
SHORTEST_PASSPHRASE = 14
_KEY_BEGINS = "AGE-SECRET-KEY-1"
#: A key file is a few hundred bytes. More is something else.
LARGEST_KEY_FILE = 16_384
#: The largest work factor of a key file that is opened: 2^22 costs 4 GiB. age itself stops there.
_HIGHEST_WORK = 22


class CannotSeal(Exception):
    """There is nobody to seal to, or a public key is no key. The message says what to do."""


class CannotOpen(Exception):
    """The key does not open this, or the passphrase is wrong, or the bytes are damaged."""


class Identity:
    """A private key in memory. Its text never shows in a repr, a log or a traceback."""

    __slots__ = ("_inner",)

    def __init__(self, secret: str) -> None:
        """``secret``: AGE-SECRET-KEY-1...; raises CannotOpen if it is none."""
        try:
            self._inner = pyrage.x25519.Identity.from_str(secret.strip())
        except pyrage.IdentityError:
            raise CannotOpen("This is no age private key: it should begin with AGE-SECRET-KEY-1.") from None

    def __repr__(self) -> str:
        return "Identity(...)"

    @property
    def public(self) -> str:
        """The public key, age1..."""
        return str(self._inner.to_public())

    def open(self, sealed: bytes) -> bytes:
        """What is in ``sealed``; raises CannotOpen if this key is none of those it was sealed to."""
        try:
            return bytes(pyrage.decrypt(bytes(sealed), [self._inner]))
        except pyrage.DecryptError:
            raise CannotOpen(
                "This key does not open it: it was sealed to other keys, or is damaged."
            ) from None


def check_public(key: str) -> str:
    """``key`` without spaces around it; raises CannotSeal if it is no age X25519 public key."""
    key = key.strip()
    if "AGE-SECRET-KEY" in key.upper():
        raise CannotSeal("This is a PRIVATE key. Only the public key (age1...) belongs on the server.")
    try:
        pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise CannotSeal("This is no age public key: it should begin with age1.") from None
    return key


def seal(content: bytes, keys: Iterable[str]) -> bytes:
    """``content``, sealed to all the public ``keys``; any one of their holders opens it.

    Raises CannotSeal if ``keys`` is empty: nothing is ever kept unsealed for want of a recipient.
    """
    recipients = [pyrage.x25519.Recipient.from_str(check_public(key)) for key in dict.fromkeys(keys)]
    if not recipients:
        raise CannotSeal("Nobody can receive this: no recipient's public key is in force.")
    return bytes(pyrage.encrypt(content, recipients))


def sealed_for(keys: Iterable[str]) -> str:
    """A short name of a set of public keys, the same in any order. Kept beside a ciphertext, since age's
    own header does not say whom it is for; it tells which ciphertexts a rotation has still to do."""
    return hashlib.sha256("\n".join(sorted(set(keys))).encode()).hexdigest()[:16]


def fingerprint(key: str) -> str:
    """Four groups of four characters for two people to compare by voice."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:16]
    return "-".join(digest[at : at + 4] for at in range(0, 16, 4))


def make_key_file(path: Path, passphrase: str) -> str:
    """Make a private key, write it to ``path`` under ``passphrase``, return the public key.

    Raises ValueError if the passphrase is short, FileExistsError if ``path`` is there: a key is never
    overwritten, since all that is sealed to it would be lost.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError(
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters. Use several words."
        )
    made = pyrage.x25519.Identity.generate()
    public = str(made.to_public())
    text = f"# Peelian recipient's key. Keep it off the server.\n# public key: {public}\n{made}\n"
    body = bytes(pyrage.passphrase.encrypt(text.encode(), passphrase))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    return public


def open_key_file(content: bytes, passphrase: str) -> Identity:
    """The private key in a key file's ``content``. Raises CannotOpen, saying why.

    A bare key (``AGE-SECRET-KEY-1...``, as ``age-keygen`` writes it) is taken too.
    """
    if len(content) > LARGEST_KEY_FILE:
        raise CannotOpen("This file is too large to be a key.")
    if not content.startswith(b"age-encryption.org/"):
        return Identity(_secret_line(content))
    if _work_factor(content) > _HIGHEST_WORK:
        raise CannotOpen("This key file asks for more memory than any real one.")
    try:
        return Identity(_secret_line(bytes(pyrage.passphrase.decrypt(content, passphrase))))
    except pyrage.DecryptError:
        raise CannotOpen("The passphrase is wrong, or the key file is damaged.") from None


def unseal(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """What is in ``sealed``, opened by the first of ``identities`` that can. Raises CannotOpen."""
    for identity in identities:
        try:
            return identity.open(sealed)
        except CannotOpen:
            continue
    raise CannotOpen("None of the keys opens it.")


def _secret_line(content: bytes) -> str:
    """The one line of a key file that is the key."""
    for line in content.decode("utf-8", "replace").splitlines():
        if line.strip().upper().startswith(_KEY_BEGINS):
            return line.strip()
    raise CannotOpen("There is no age private key in this file.")


def _work_factor(content: bytes) -> int:
    """The scrypt work factor in an age header (0 if it has none that can be read)."""
    for line in content[:1000].splitlines()[1:3]:
        parts = line.split(b" ")
        if parts[:2] == [b"->", b"scrypt"] and len(parts) == 4 and parts[3].isdigit():
            return int(parts[3])
    return 0
