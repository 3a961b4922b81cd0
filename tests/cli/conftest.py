"""What the tests of the command line share: ways to run it, clippings, and a document made to be hard to mark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from peelian.cli.app import cli
from peelian.documents import Document
from peelian.reading import Reading, read
from peelian.reading.model import Inconsistency, Sensitive

DATA = Path(__file__).parent / "data"
THORNE = (DATA / "clippings" / "thorne.txt").read_text("utf-8")
HOSTILE = '<script>alert("x")</script> & <b>'


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line in this process: ``run("read", path)``."""

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in arguments], prog_name="peelian")

    return invoke


def command(*arguments: object) -> list[str]:
    """The command line as a process of its own."""
    return [sys.executable, "-m", "peelian.cli", *(str(a) for a in arguments)]


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line as a process and wait for it."""

    def start(*arguments: object, **more: object) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "PYTHONWARNINGS": "default"}
        return subprocess.run(
            command(*arguments), capture_output=True, timeout=300, env=env, check=False, **more
        )  # type: ignore[call-overload, no-any-return]

    return start


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """A folder of three documents, an empty file, and a file that is no document."""
    return Path(shutil.copytree(DATA / "clippings", tmp_path / "clippings"))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of 160 documents, each with an officer of its own."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(160):
        (folder / f"report-{n:03}.txt").write_text(
            THORNE.replace("Ada Thorne", f"Ada Thorne{'abcdefghij'[n % 10]}"), "utf-8"
        )
    return folder


def span(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture(scope="session")
def telling() -> tuple[Document, Reading]:
    """A document with two subjects and its reading, with a check and two sensitive spans that cross other marks."""
    text = THORNE + f"\n{HOSTILE} was printed below.\n"
    document = Document(
        "thorne", text, origin="clippings/thorne.txt", sha256="0" * 64, notes=("a banner was left out",)
    )
    reading = read(document)
    assert len(reading.subjects) == 2, "the clipping tells of two subjects"
    check = Inconsistency(
        "made-up", "Two dates do not agree.", ["/subjects/0/proceeding/date"],
        [span(text, "special case hearing in March"), span(text, "9 April 2014")], "An invented rule", False,
    )  # fmt: skip
    weigh = [
        Sensitive(
            "street_address", *span(text, "Bridge Lane, Ashford, pleaded guilty"), "An invented reason."
        ),
        Sensitive("markup", *span(text, HOSTILE), f"Another: {HOSTILE}"),
    ]
    return document, msgspec.structs.replace(reading, inconsistencies=[check], sensitive=weigh)
