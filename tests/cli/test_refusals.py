"""What is no document, and outputs that cannot be written: a message and an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from conftest import THORNE, command

DEV_FULL = Path("/dev/full")


def run(*args: object, shell_tail: str = "") -> subprocess.CompletedProcess[str]:
    line = " ".join(f"'{a}'" for a in [*command(), *args]) + shell_tail
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=300)
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.mark.parametrize("name", ["read", "show"])
@pytest.mark.parametrize("address", ["http://[bad", "https://["])
def test_malformed_addresses(name: str, address: str) -> None:
    done = run(name, address)
    assert done.returncode == 3
    assert "no valid web address" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["read", "show"])
def test_a_pipe_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = run(name, tmp_path / "pipe.txt")
    assert done.returncode == 3
    assert "no ordinary file" in done.stderr


def test_show_of_a_path_that_cannot_be() -> None:
    done = run("show", "a" * 5000)
    assert done.returncode == 3
    assert "cannot be opened" in done.stderr


@pytest.mark.skipif(not DEV_FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("args", [("read", "--format", "jsonl"), ("show",), ("show", "--html", "-")])
def test_a_full_disk_under_stdout(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "thorne.txt").write_text(THORNE, "utf-8")
    done = run(*args, tmp_path / "thorne.txt", shell_tail=f" > {DEV_FULL}")
    assert done.returncode == 4
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("args", [("read", "--format", "json"), ("show",)])
def test_a_closed_stdout(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "thorne.txt").write_text(THORNE, "utf-8")
    run(*args, tmp_path / "thorne.txt", shell_tail=" >&-")


@pytest.mark.skipif(not DEV_FULL.exists(), reason="this system has no /dev/full")
def test_a_device_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "thorne.txt").write_text(THORNE, "utf-8")
    done = run("read", tmp_path / "thorne.txt", "--output", "/dev/null", "--format", "jsonl")
    assert done.returncode == 4
    assert "ordinary file" in done.stderr


def test_json_nested_without_end(tmp_path: Path) -> None:
    (tmp_path / "readings.jsonl").write_text("[" * 100_000, "utf-8")
    done = run("score", "corpus", tmp_path / "readings.jsonl")
    assert done.returncode in (2, 3)
    assert "not JSON" in done.stderr


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    (tmp_path / "thorne.txt").write_text(THORNE, "utf-8")
    words = " ".join(
        f"'{a}'" for a in command("read", tmp_path / "thorne.txt", "--output", tmp_path / "out.jsonl")
    )
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 0; {words}"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 4, done.stderr
    assert "could not be" in done.stderr
    assert "Traceback" not in done.stderr
