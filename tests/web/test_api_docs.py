"""The examples of ``docs/how-to/use-the-api.md`` run as they stand there, against a server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import served

PAGE = Path(__file__).parents[2] / "docs/how-to/use-the-api.md"
EXAMPLES = re.findall(r"^```(bash|python)\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on this machine")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("site")) as address:
        yield address


def test_the_examples_run_in_their_order(site: str, tmp_path: Path) -> None:
    assert len(EXAMPLES) > 10
    for language, text in EXAMPLES:
        text = text.replace("http://127.0.0.1:8000", site)
        command = (
            ["bash", "-euo", "pipefail", "-c", text] if language == "bash" else [sys.executable, "-c", text]
        )
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
        assert done.stdout or "assert" in text or "-O" in text or "test " in text, text
