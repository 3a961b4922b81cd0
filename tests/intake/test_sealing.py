"""Seals, key files, envelopes: what goes in comes out, for the right key alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.people import new_key

from peelian.intake import crypto, envelope
from peelian.intake.crypto import CannotOpen, CannotSeal
from peelian.intake.envelope import Damaged, Envelope

labels = st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=5)
PASSPHRASE = "seven small grey herons"


@given(labels, st.binary(max_size=20_000))
def test_an_envelope_gives_back_what_was_put_in(told: dict[str, str], payload: bytes) -> None:
    packed = envelope.pack(Envelope(told, payload))
    assert envelope.unpack(packed) == Envelope(told, payload)
    assert len(packed) == envelope.padded_length(len(packed))


@given(st.integers(1, 30_000_000))
def test_padding_never_cuts_and_costs_little(length: int) -> None:
    padded = envelope.padded_length(length)
    assert padded >= length
    assert padded <= max(envelope.SMALLEST, 2 * length if length <= 1 << 16 else length * 1.13)


def test_texts_of_different_length_are_sealed_to_one_length() -> None:
    """Up to the few random bytes that age itself puts into each header."""
    short, longer = (envelope.pack(Envelope({"what": "x" * n})) for n in (1, 3_000))
    assert len(short) == len(longer)
    key = new_key().public
    assert abs(len(crypto.seal(short, [key])) - len(crypto.seal(longer, [key]))) < 400


@given(st.binary(max_size=200))
def test_bytes_that_are_no_envelope_are_refused(content: bytes) -> None:
    with pytest.raises(Damaged):
        envelope.unpack(content)


def test_an_envelope_whose_length_lies_is_refused() -> None:
    packed = bytearray(envelope.pack(Envelope({"a": "b"}, b"xyz")))
    packed[12:16] = b"\xff\xff\xff\xff"
    with pytest.raises(Damaged):
        envelope.unpack(bytes(packed))


@settings(max_examples=25)
@given(st.binary(max_size=2_000))
def test_each_holder_opens_and_nobody_else(content: bytes) -> None:
    ruth, sam, other = new_key(), new_key(), new_key()
    sealed = crypto.seal(content, [ruth.public, sam.public])
    assert ruth.open(sealed) == sam.open(sealed) == content
    assert crypto.unseal(sealed, [other, sam]) == content
    with pytest.raises(CannotOpen):
        other.open(sealed)


def test_one_changed_byte_is_noticed() -> None:
    key = new_key()
    sealed = bytearray(crypto.seal(b"what happened", [key.public]))
    sealed[-1] ^= 1
    with pytest.raises(CannotOpen):
        key.open(bytes(sealed))


def test_without_a_recipient_nothing_is_sealed_and_nothing_kept_open() -> None:
    with pytest.raises(CannotSeal):
        crypto.seal(b"what happened", [])


def test_a_private_key_is_refused_where_a_public_one_belongs() -> None:
    with pytest.raises(CannotSeal, match="PRIVATE"):
        crypto.check_public(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(CannotSeal):
        crypto.check_public("age1notakey")


def test_a_private_key_does_not_show_itself() -> None:
    secret = str(pyrage.x25519.Identity.generate())
    assert secret not in repr(crypto.Identity(secret))


def test_the_name_of_a_set_of_keys_does_not_depend_on_order() -> None:
    assert crypto.sealed_for(["b", "a", "a"]) == crypto.sealed_for(["a", "b"]) != crypto.sealed_for(["a"])


@pytest.mark.slow
def test_a_key_file_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "ruth.key"
    public = crypto.make_key_file(path, PASSPHRASE)
    content = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"AGE-SECRET" not in content and public.encode() not in content
    assert crypto.open_key_file(content, PASSPHRASE).public == public
    with pytest.raises(CannotOpen, match="passphrase"):
        crypto.open_key_file(content, "seven small grey heron")
    with pytest.raises(FileExistsError):
        crypto.make_key_file(path, PASSPHRASE)


def test_a_short_passphrase_makes_no_key(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="14"):
        crypto.make_key_file(tmp_path / "key", "short")
    assert not (tmp_path / "key").exists()


def test_a_bare_key_is_taken_and_anything_else_refused() -> None:
    made = pyrage.x25519.Identity.generate()
    assert crypto.open_key_file(f"# mine\n{made}\n".encode(), "").public == str(made.to_public())
    for wrong in (b"", b"hello", b"\xff" * 100, b"A" * 20_000, b"AGE-SECRET-KEY-1XX"):
        with pytest.raises(CannotOpen):
            crypto.open_key_file(wrong, "")


def test_a_key_file_that_asks_for_all_memory_is_refused() -> None:
    asks = b"age-encryption.org/v1\n-> scrypt SNPHNIizmiCFnTkVxC9sTA 30\nvCaJHcwOC+LzEQXPkf26Ys\n--- x\n"
    with pytest.raises(CannotOpen, match="memory"):
        crypto.open_key_file(asks, PASSPHRASE)
