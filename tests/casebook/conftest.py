"""Fixtures of the casebook's tests: a folder of its own for each test, and a few documents to add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import Settings

from peelian.casebook.adding import Added, Place, add

SAMPLES = Path(__file__).parent.parent.parent / "samples"

JAILED = """Essex detective jailed for misuse of police computer

Published 4 March 2019

A detective constable has been jailed for eight months at Chelmsford Crown Court.

DC Orlando Feathers, 41, of Essex Police, pleaded guilty to three counts of computer misuse.
He was sentenced on 1 March 2019.

Deputy Chief Constable Wilma Ackroyd said: "Officers who misuse our systems will be found."
"""
DISMISSED = """Misconduct hearing outcome: DC Orlando Feathers

Published 20 May 2019

Essex Police

DC Orlando Feathers was dismissed without notice after an accelerated misconduct hearing on 16 May 2019.
The chair, Chief Constable Edmund Larkspur, found that his conduct amounted to gross misconduct in
respect of honesty and integrity. The former detective was 42.
"""
OTHER = """Kent constable given final written warning

Published 7 June 2021

PC Beatrix Holloway-Snell of Kent Police was given a final written warning after a misconduct hearing on
2 June 2021 found that she had breached the standards of use of force.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """The casebook's folder of this test."""
    settings.CASEBOOK = tmp_path / "casebook"
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    settings.CASEBOOK.mkdir()
    return settings.CASEBOOK


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """Three documents of two officers, as files."""
    where = tmp_path / "clippings"
    where.mkdir()
    for name, text in {"jailed": JAILED, "dismissed": DISMISSED, "other": OTHER}.items():
        (where / f"{name}.txt").write_text(text)
    return where


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
