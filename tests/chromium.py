"""Chromium for tests in a browser, driven by Playwright; a test is skipped where there is none.

Debian's (``apt-get install chromium``) goes first. Where it is not installed, as on macOS or for who is not root, the one
that Playwright fetches for itself is taken (``.venv/bin/playwright install chromium``).

A click waits until the next page has begun to come, not until it is whole. So what a test says of a page after a click is
said with ``expect``, which looks until it is so, or after ``wait_for_load_state``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

DEBIAN = shutil.which("chromium") or shutil.which("chromium-browser")
#: How long anything in a browser may take: two cores that four browsers share are slow, and that is no error.
PATIENCE_MS = 60_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; closed afterwards."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        if DEBIAN is None and not Path(started.chromium.executable_path).exists():
            pytest.skip("no Chromium on this machine, neither Debian's nor Playwright's own")
        try:
            opened = started.chromium.launch(
                executable_path=DEBIAN,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
        except Error as error:
            if DEBIAN is None:  # it lacks libraries of the system, which only root can install
                pytest.skip(f"Playwright's own Chromium does not start here: {error.message.splitlines()[0]}")
            raise
        yield opened
        opened.close()
