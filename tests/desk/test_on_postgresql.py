"""The journeys of the desk, of casework and of coming forward on PostgreSQL: their tests run against a throw-away cluster.

Runs where Debian's PostgreSQL is installed, or must be (PEELIAN_TEST_POSTGRES=1: then it fails without).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook.postgresql_cluster import binaries, cluster, run_tests

TESTS = Path(__file__).parent.parent
MUST = os.environ.get("PEELIAN_TEST_POSTGRES") == "1"
JOURNEYS = {
    "desk": (
        "desk/test_review.py", "desk/test_matching.py", "desk/test_loosening.py", "desk/test_accounts.py",
        "desk/test_memory.py",
    ),
    "casework": (
        "desk/test_casework_stages.py", "desk/test_casework_clocks.py", "desk/test_casework_joining.py",
        "desk/test_casework_import.py", "desk/test_casework_outward.py",
    ),
    "intake": ("intake/test_services.py", "intake/test_conversation.py", "intake/test_desk.py"),
}  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(binaries() is None and not MUST, reason="PostgreSQL is not installed"),
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="this run is on a database of its own"),
]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of an empty database."""
    with cluster() as address:
        yield address


@pytest.mark.parametrize("room", JOURNEYS)
def test_the_journeys_on_postgresql(room: str, url: str) -> None:
    run_tests(url, *(str(TESTS / name) for name in JOURNEYS[room]))
