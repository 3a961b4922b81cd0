"""Fixtures of the casebook's tests: a folder of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """The casebook's folder of this test."""
    settings.CASEBOOK = tmp_path / "casebook"
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    settings.CASEBOOK.mkdir()
    return settings.CASEBOOK
