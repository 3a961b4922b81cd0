"""A stolen database, backup, log or folder shows nothing: the raw files are searched for marked words.

The report comes in through the public pages on a true SQLite file, in a process that ends without tidying up, so
that the write-ahead log, the temporary folder and the logs are searched as they lie.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.intake.raw_run import MARKS, WORDS

ROOT = Path(__file__).parents[2]


def spellings(text: str) -> Iterator[tuple[str, bytes]]:
    """``text`` as it could lie in a file."""
    for shown in {text, text.lower(), text.upper()}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            raw = shown.encode(encoding)
            yield encoding, raw
            yield f"{encoding} hex", raw.hex().encode()
            yield f"{encoding} hex capitals", raw.hex().upper().encode()
            for shift in range(3):  # base64 has three faces, by where the words begin
                encoded = base64.b64encode(b"\0" * shift + raw)
                yield f"{encoding} base64", encoded[4 if shift else 0 : -4]
    yield "url", text.replace(" ", "+").encode()
    yield "url", text.replace(" ", "%20").encode()
    yield "backwards", text[::-1].encode()


def found(text: str, files: list[tuple[Path, bytes]]) -> list[str]:
    return [
        f"{path} ({how})"
        for how, raw in spellings(text)
        for path, content in files
        if len(raw) > 5 and raw in content
    ]


@dataclass
class Left:
    """What the process left behind."""

    code: str
    statuses: list[int]
    files: list[tuple[Path, bytes]]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return ran(tmp_path_factory.mktemp("raw"))


def ran(folder: Path) -> Left:
    (folder / "tmp").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.raw_run", str(folder)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "TMPDIR": str(folder / "tmp"),
            "HOME": str(folder),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (folder / "stderr.txt").write_text(done.stderr)
    told = json.loads(done.stdout)
    files = [(path.relative_to(folder), path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    return Left(told["code"], told["statuses"], files)


def test_the_search_finds_what_lies_open(left: Left) -> None:
    """The same search on words that are in clear on purpose: an appeal. It can fail."""
    hits = found("CONTROL in the open", left.files)
    for name in ("casebook/casebook.sqlite3", "backup.sqlite3", "dump.sql", "log.txt"):
        assert any(hit.startswith(name) for hit in hits), name


def test_the_right_files_are_searched(left: Left) -> None:
    names = {str(path) for path, _ in left.files}
    assert {
        "casebook/casebook.sqlite3",
        "casebook/casebook.sqlite3-wal",
        "backup.sqlite3",
        "log.txt",
    } <= names
    sizes = {str(path): len(content) for path, content in left.files}
    assert sizes["casebook/casebook.sqlite3"] + sizes["casebook/casebook.sqlite3-wal"] > 3_000_000, (
        "files are in it"
    )


def test_all_of_it_came_in(left: Left) -> None:
    assert set(left.statuses) == {200, 422} and left.statuses.count(422) == 1  # the wrong code


@pytest.mark.parametrize("mark", MARKS)
def test_no_marked_word_is_in_any_file(left: Left, mark: str) -> None:
    assert not found(MARKS[mark], left.files)


def test_not_even_the_first_word_of_them(left: Left) -> None:
    """Cut short, in a column of a few letters, as a label or a file's name."""
    assert not found(WORDS.split()[0], left.files)


def test_neither_the_code_nor_two_words_of_it(left: Left, tmp_path: Path) -> None:
    pairs = [
        f"{first}{joint}{second}".encode()
        for first, second in itertools.pairwise(left.code.split())
        for joint in (" ", "-", "+", "")
    ]

    def lying(pairs: list[bytes], files: list[tuple[Path, bytes]]) -> list[bytes]:
        return [p for p in pairs if any(p in content or p.hex().encode() in content for _, content in files)]

    there = lying(pairs, left.files)
    if there:  # the program's own words, as "add name", which lie in the files of another code too?
        own = lying(there, ran(tmp_path).files)
        there = [pair for pair in there if pair not in own]
    assert not there
    assert not found(left.code, left.files)


def test_no_private_key(left: Left) -> None:
    assert not found("AGE-SECRET-KEY-1", left.files)


def test_nothing_was_left_in_the_temporary_folder(left: Left) -> None:
    assert not [path for path, _ in left.files if path.parts[0] == "tmp" and path.name != "README"]
