"""Fixtures of the casebook's tests: a folder of its own for each test, and a few documents to add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.clippings import write

from peelian.casebook import originals
from peelian.casebook.adding import Added, Place, add

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def kept() -> list[str]:
    """The hashes of all originals that are kept, in order."""
    return sorted(path.name for path in originals.folder().glob("??/*") if len(path.name) == 64)


@pytest.fixture(autouse=True)
def own_folder(folder: Path) -> None:
    """Each test has a casebook's folder of its own."""


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """Three documents of two officers, as files."""
    return write(tmp_path / "clippings")


@pytest.fixture
def adding() -> Callable[..., Added]:
    """Add every file of a folder, or the files given."""

    def run(*paths: Path, **options: Any) -> Added:
        files = [
            file
            for path in paths
            for file in (sorted(p for p in path.iterdir()) if path.is_dir() else [path])
        ]
        return add([Place(str(file)) for file in files], **options)

    return run
