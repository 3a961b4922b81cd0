"""The receipt code: its words, its strength, what it opens, what of it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.intake import crypto, receipt
from peelian.intake.receipt import NotACode

SALT = b"0123456789abcdef"


def test_the_words_are_enough_and_told_apart_by_four_letters() -> None:
    words = receipt.words()
    assert len(words) == len(set(words)) >= 1_296
    assert len({word[:4] for word in words}) == len(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)
    assert receipt.entropy_bits() >= 77


def test_the_documents_tell_the_true_strength() -> None:
    assert (len(receipt.words()), int(receipt.entropy_bits())) == (1_781, 86)


def test_codes_differ_and_use_all_words() -> None:
    codes = {receipt.new_code() for _ in range(6_000)}
    assert len(codes) == 6_000
    assert {word for code in codes for word in code.split()} == set(receipt.words())


@given(st.lists(st.sampled_from(receipt.words()), min_size=8, max_size=8), st.data())
def test_a_code_is_understood_however_it_is_written(words: list[str], data: st.DataObject) -> None:
    code = " ".join(words)
    joint = data.draw(st.sampled_from([" ", "-", ", ", "\n", "  1. ", "\t"]))
    typed = joint.join(
        data.draw(st.sampled_from([w, w.upper(), w.title(), w[:4], w + "s" if len(w) > 3 else w]))
        for w in words
    )
    assert receipt.normalise(typed) == code


@given(st.text(max_size=500))
def test_anything_typed_is_a_code_or_refused(typed: str) -> None:
    try:
        assert len(receipt.normalise(typed).split()) == 8
    except NotACode as refusal:
        assert str(refusal)


def test_a_refusal_says_which_word() -> None:
    words = receipt.new_code().split()
    with pytest.raises(NotACode, match="Word 3 "):
        receipt.normalise(" ".join([*words[:2], "zzzz", *words[3:]]))
    with pytest.raises(NotACode, match="has 7"):
        receipt.normalise(" ".join(words[:7]))


@settings(max_examples=60)
@given(st.binary(min_size=32, max_size=32))
def test_every_32_bytes_are_an_age_key(secret: bytes) -> None:
    written = receipt._age_secret(secret)
    identity = crypto.Identity(written)
    assert identity.open(crypto.seal(b"reply", [identity.public])) == b"reply"


def test_one_code_gives_one_key_and_another_salt_another() -> None:
    code, other = receipt.new_code(), receipt.new_code()
    first, again = receipt.derive(code, SALT), receipt.derive(code, SALT)
    assert (first.lookup, first.identity.public) == (again.lookup, again.identity.public)
    assert receipt.derive(other, SALT).lookup != first.lookup
    assert receipt.derive(code, SALT[::-1]).lookup != first.lookup
    assert first.lookup.hex() not in repr(first)


def test_the_hash_is_slow_in_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the quick one of the fixture
    assert (receipt._MEMORY_KIB, receipt._PASSES) == (65_536, 3)
