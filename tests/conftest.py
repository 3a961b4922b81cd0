"""For all tests: the same examples in every run; tables are cleared between tests that commit, append-only ones too; a
casebook's folder of one's own; a browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import Settings
from hypothesis import HealthCheck
from hypothesis import settings as drawing

# A test passes or fails by what the code is: not by the examples drawn that day, nor by how busy the machine is. To look
# for new examples, draw others: pytest --hypothesis-profile=search (and more of them: --hypothesis-seed, again and again).
drawing.register_profile(
    "same", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, print_blob=True
)
drawing.register_profile("search", drawing.get_profile("same"), derandomize=False)
drawing.load_profile("same")


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, one for the tests of a file."""
    from tests.chromium import chromium  # a quarter of a second, which most runs need not spend

    with chromium() as opened:
        yield opened


@pytest.fixture(autouse=True)
def requests_counted_anew() -> None:
    """What one test asked of the API in this minute is not counted against the next."""
    access = sys.modules.get("peelian.web.api.access")
    if access is not None:
        access.LIMIT.asked.clear()
