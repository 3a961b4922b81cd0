"""Originals: kept once, wholly, under their hash; a change is found."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.casebook.conftest import kept

from peelian.casebook import originals


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.binary(max_size=5000))
def test_any_bytes_come_back_as_they_were(data: bytes) -> None:
    kept = originals.keep(io.BytesIO(data))
    assert kept.sha256 == hashlib.sha256(data).hexdigest() and kept.size == len(data)
    assert originals.read(kept.sha256) == data
    originals.verify(kept.sha256)


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"words")
    first = originals.keep_file(file)
    inode = first.path.stat().st_ino
    assert originals.keep_file(file) == first == originals.keep(io.BytesIO(b"words"))
    assert first.path.stat().st_ino == inode
    assert kept() == [first.sha256]


def test_a_change_and_a_loss_are_found() -> None:
    kept = originals.keep(io.BytesIO(b"words"))
    kept.path.write_bytes(b"other")
    for look in (originals.verify, originals.read):
        with pytest.raises(originals.OriginalDamaged, match="changed"):
            look(kept.sha256)
    kept.path.unlink()
    with pytest.raises(originals.OriginalDamaged, match="cannot be read"):
        originals.verify(kept.sha256)


def test_too_much_leaves_nothing(folder: Path) -> None:
    with pytest.raises(ValueError, match="more than 10 bytes"):
        originals.keep(io.BytesIO(b"x" * 11), limit=10)
    assert not kept() and not list(originals.folder().glob(".draft*"))


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "g" * 64, "a" * 63])
def test_what_is_no_hash_leads_nowhere(name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        originals.path_of(name)


def test_only_old_drafts_are_swept_away(folder: Path) -> None:
    originals.folder().mkdir()
    for name, age in (("old", 100_000), ("new", 10)):
        draft = originals.folder() / f".draft-{name}"
        draft.write_bytes(b"x")
        then = draft.stat().st_mtime - age
        os.utime(draft, (then, then))
    assert originals.sweep() == 1
    assert [path.name for path in originals.folder().iterdir()] == [".draft-new"]
