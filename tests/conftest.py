"""For all tests: tables are cleared between tests that commit, append-only ones too; a casebook's folder of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import Settings


@pytest.fixture(scope="session", autouse=True)
def clearable_tables() -> Iterator[None]:
    """Have Django's flush, which only tests use, lift the append-only triggers while it clears."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from peelian.casebook.protection import unprotected

    plain = BaseDatabaseOperations.execute_sql_flush

    def flush(self: Any, sql_list: Any) -> None:
        with unprotected(self.connection):
            plain(self, sql_list)

    BaseDatabaseOperations.execute_sql_flush = flush  # type: ignore[method-assign]
    yield
    BaseDatabaseOperations.execute_sql_flush = plain  # type: ignore[method-assign]


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """The casebook's folder of this test."""
    settings.CASEBOOK = tmp_path / "casebook"
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    settings.CASEBOOK.mkdir()
    return settings.CASEBOOK
