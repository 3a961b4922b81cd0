"""Fixtures of the intake's tests: recipients with keys, a person at the public form."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.intake.people import BEFORE, Keys, Person

from peelian.intake import receipt, recipients
from peelian.intake.recipients import Role


@pytest.fixture(autouse=True)
def own_folder(folder: Path) -> None:
    """Each test has a casebook's folder of its own."""


@pytest.fixture(autouse=True)
def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow hash at its smallest; test_receipt looks at the true cost."""
    monkeypatch.setattr(receipt, "_MEMORY_KIB", 64)
    monkeypatch.setattr(receipt, "_PASSES", 1)


@pytest.fixture
def keys(db: None) -> Keys:
    """Two recipients and a custodian in force."""
    made = Keys()
    start = BEFORE  # in force on whatever day the tests run
    recipients.add("ruth", made.ruth.public, start)
    recipients.add("sam", made.sam.public, start)
    recipients.add("keeper", made.keeper.public, start, role=Role.CUSTODIAN)
    return made


@pytest.fixture
def person(keys: Keys) -> Person:
    return Person()
