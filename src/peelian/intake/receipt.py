"""The receipt code: eight words that are the only key to come back.

The code is never stored. From it, by Argon2id (RFC 9106) with a salt that this installation made, come two
things: a lookup that finds the report, and an age private key that opens the replies to it. Whoever steals the
database has the lookup and the public key, and would have to guess eight words of 1,781: 86 bits.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from argon2.low_level import Type, hash_secret_raw

from peelian.intake.crypto import Identity

WORDS_IN_A_CODE = 8
#: RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes.
_PASSES, _MEMORY_KIB, _LANES = 3, 65_536, 4
#: More characters than any code with spaces between: not looked at.
LONGEST_TYPED = 400
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class NotACode(ValueError):
    """What was typed cannot be a code. The message says which word is wrong, and is safe to show."""


@dataclass(frozen=True, slots=True)
class ReceiptKeys:
    """What a code opens: ``lookup`` (32 bytes, stored) and ``identity`` (never stored)."""

    lookup: bytes = field(repr=False)
    identity: Identity


@cache
def words() -> tuple[str, ...]:
    """The words, in the file's order; no two begin with the same four letters."""
    text = files("peelian.intake").joinpath("data/receipt_words.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def entropy_bits() -> float:
    """How many bits a code holds: words in it times log2 of the words there are."""
    return WORDS_IN_A_CODE * math.log2(len(words()))


def new_code() -> str:
    """Eight words from the operating system's random numbers."""
    return " ".join(secrets.choice(words()) for _ in range(WORDS_IN_A_CODE))


def normalise(typed: str) -> str:
    """``typed`` as the code it means: capitals, hyphens, commas, numbering and endings of words do not matter.

    A word counts by its first four letters. Raises NotACode.
    """
    if len(typed) > LONGEST_TYPED:
        raise NotACode("This is longer than any code. A code is eight words.")
    text = unicodedata.normalize("NFKC", typed).casefold()
    parts = "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in text).split()
    found = []
    for place, part in enumerate(parts, 1):
        word = _by_start().get(part[:4])
        if word is None:
            raise NotACode(f"Word {place} is not one of our words. Look at it again on your note.")
        found.append(word)
    if len(found) != WORDS_IN_A_CODE:
        raise NotACode(f"A code has {WORDS_IN_A_CODE} words. This has {len(found)}.")
    return " ".join(found)


def derive(code: str, salt: bytes) -> ReceiptKeys:
    """The lookup and the private key of ``code`` (as ``new_code`` or ``normalise`` gives it).

    One slow hash of 64 bytes, then two keys from it that tell nothing of each other (keyed BLAKE2b with a
    name for each, RFC 7693; the construction of libsodium's crypto_kdf).
    """
    master = hash_secret_raw(
        secret=code.encode(),
        salt=salt,
        time_cost=_PASSES,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=64,
        type=Type.ID,
    )
    lookup = hashlib.blake2b(b"", digest_size=32, key=master, person=b"peelian-lookup").digest()
    secret = hashlib.blake2b(b"", digest_size=32, key=master, person=b"peelian-source").digest()
    return ReceiptKeys(lookup, Identity(_age_secret(secret)))


@cache
def _by_start() -> dict[str, str]:
    return {word[:4]: word for word in words()}


def _age_secret(key: bytes) -> str:
    """``key`` (32 bytes) as age writes it: Bech32 (BIP-173) under ``age-secret-key-``."""
    human = "age-secret-key-"
    bits = int.from_bytes(key, "big") << 4  # 256 bits in groups of five: 52 groups, four bits of zeros
    data = [(bits >> (5 * place)) & 31 for place in range(51, -1, -1)]
    check = _polymod([ord(c) >> 5 for c in human] + [0] + [ord(c) & 31 for c in human] + data + [0] * 6) ^ 1
    data += [(check >> (5 * (5 - place))) & 31 for place in range(6)]
    return (human + "1" + "".join(_BECH32[value] for value in data)).upper()


def _polymod(values: list[int]) -> int:
    """The checksum of BIP-173."""
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            if top >> place & 1:
                check ^= generator
    return check
