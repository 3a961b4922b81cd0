"""Interruption loses nothing done, and --resume goes on: by signal, by kill, in every format."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from conftest import THORNE, command
from peelian.cli.journal import path_of

Run = Callable[..., Result]


def stop_when_begun(arguments: list[str], output: Path, with_signal: int) -> subprocess.Popen[bytes]:
    """Start a run, wait until some readings are in its output, and send it a signal.

    On a busy machine the signal may come when all is done: then once more, from the beginning.
    """
    for _ in range(10):
        child = begun(arguments, output, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.send_signal(with_signal)
        if child.wait(300) != 0:
            break
        output.unlink()
        path_of(output).unlink()
    return child


def begun(arguments: list[str], output: Path, **more: Any) -> subprocess.Popen[bytes]:
    """A run that has written some readings."""
    # Where these tests run in the background of a shell, SIGINT is ignored, and the child would ignore it too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        child: subprocess.Popen[bytes] = subprocess.Popen(arguments, **more)
    finally:
        signal.signal(signal.SIGINT, before)
    while child.poll() is None and not (output.exists() and output.stat().st_size > 15_000):
        time.sleep(0.002)
    return child


@pytest.mark.parametrize(
    ("with_signal", "name", "jobs"),
    [
        (signal.SIGINT, "facts.jsonl", 1),
        (signal.SIGINT, "facts.jsonl", 2),
        (signal.SIGINT, "facts.json", 1),
        (signal.SIGINT, "facts.csv", 2),
        (signal.SIGKILL, "facts.jsonl", 1),
        (signal.SIGKILL, "facts.jsonl", 2),
        (signal.SIGKILL, "facts.json", 2),
        (signal.SIGKILL, "facts.csv", 1),
        (signal.SIGTERM, "facts.jsonl", 2),
    ],
)
def test_stopped_and_resumed_is_the_same_as_never_stopped(
    with_signal: int, name: str, jobs: int, many: Path, tmp_path: Path, run: Run
) -> None:
    output, whole = tmp_path / name, tmp_path / f"whole-{name}"
    arguments = ["read", str(many), "--output", str(output), "--jobs", str(jobs)]
    child = stop_when_begun(command(*arguments), output, with_signal)
    assert child.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}.get(with_signal, -with_signal)
    assert child.stderr
    errors = child.stderr.read().decode()
    assert "Traceback" not in errors
    if with_signal != signal.SIGKILL:
        assert "Go on with --resume." in errors
    done = output.read_bytes()
    if name.endswith(".jsonl") and with_signal != signal.SIGKILL:
        assert [json.loads(line)["id"] for line in done.splitlines()]  # every line is whole
    if name.endswith(".json") and with_signal != signal.SIGKILL:
        assert json.loads(done)

    again = run(*arguments, "--resume")
    assert again.exit_code == 0
    left = int(again.stderr.split("Read ")[1].split()[0])
    assert 0 < left < 160  # it did go on, and did not begin anew
    assert run("read", many, "--output", whole, "--jobs", "1").exit_code == 0
    assert output.read_bytes() == whole.read_bytes()


def test_workers_end_when_the_first_process_is_killed(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.jsonl"
    child = begun(
        command("read", many, "--output", output, "--jobs", "2"), output,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    child.kill()
    child.wait(300)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            os.killpg(child.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    pytest.fail("workers were left behind")


def test_jobs_do_not_change_a_byte(run: Run, many: Path, tmp_path: Path) -> None:
    (many / "report-120.txt").write_bytes(b"")  # one that is not read
    (many / "report-050.txt").write_text(THORNE * 40, "utf-8")  # one that takes longer
    outputs = []
    for jobs in (1, 2, 3):
        result = run("read", many, "--jobs", jobs, "--format", "jsonl")
        assert result.exit_code == 1
        outputs.append((result.stdout_bytes, result.stderr))
    assert outputs[0] == outputs[1] == outputs[2]
    assert [json.loads(line)["id"] for line in outputs[0][0].splitlines()] == sorted(
        p.stem for p in many.iterdir() if p.stat().st_size
    )


def test_new_and_changed_files_are_read_on_resume(run: Run, clippings: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.jsonl"
    run("read", clippings, "--output", output)
    (clippings / "empty.txt").write_text(THORNE.replace("Ada", "Eve"), "utf-8")  # was not read before
    (clippings / "zoe.txt").write_text(THORNE.replace("Ada", "Zoe"), "utf-8")
    result = run("read", clippings, "--output", output, "--resume")
    assert result.exit_code == 0
    assert "Passed by 3 sources" in result.stderr
    assert [json.loads(line)["id"] for line in output.read_text("utf-8").splitlines()] == [
        "lark", "thorne", "2019/thorne", "empty", "zoe",
    ]  # fmt: skip


def test_resume_of_what_is_finished_does_nothing(run: Run, clippings: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    assert (
        run("read", clippings / "thorne.txt", "--output", output, "--resume").exit_code == 0
    )  # a first time
    before = output.read_bytes()
    result = run("read", clippings / "thorne.txt", "--output", output, "--resume")
    assert result.exit_code == 0
    assert "Read 0 documents" in result.stderr
    assert output.read_bytes() == before


def _interrupted(run: Run, clippings: Path, output: Path) -> None:
    """A run that was killed after two documents and in the middle of writing a third."""
    run("read", clippings, "--output", output)
    journal = path_of(output)
    kept = [line for line in journal.read_bytes().splitlines(keepends=True) if b'"count": 3' not in line]
    kept = [line for line in kept if b"2019" not in line and b"finished" not in line]
    journal.write_bytes(b"".join(kept) + b'{"source": "half a li')
    output.write_bytes(output.read_bytes()[:-40])


def test_half_a_line_is_cut_off_and_written_again(run: Run, clippings: Path, tmp_path: Path) -> None:
    output, whole = tmp_path / "facts.jsonl", tmp_path / "whole.jsonl"
    run("read", clippings, "--output", whole)
    _interrupted(run, clippings, output)
    assert output.read_bytes() != whole.read_bytes()
    result = run("read", clippings, "--output", output, "--resume")
    assert "Passed by 2 sources" in result.stderr
    assert output.read_bytes() == whole.read_bytes()


def test_an_archive_goes_on_in_its_middle(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        for n in range(6):
            box.writestr(f"report-{n}.txt", "" if n == 1 else THORNE)
    output, whole = tmp_path / "facts.jsonl", tmp_path / "whole.jsonl"
    for path in (output, whole):
        run("read", tmp_path / "box.zip", "--output", path)
    journal = path_of(output)
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:5]))  # the run, and four documents, one of them not read
    result = run("read", tmp_path / "box.zip", "--output", output, "--resume")
    assert "Read 2 documents" in result.stderr
    assert output.read_bytes() == whole.read_bytes()


def test_an_interrupted_output_is_not_overwritten(run: Run, clippings: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.jsonl"
    _interrupted(run, clippings, output)
    before = output.read_bytes()
    result = run("read", clippings, "--output", output)
    assert result.exit_code == 2
    assert "--resume" in result.stderr
    assert output.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (["--format", "csv"], "format jsonl, not csv"),
        (["--published", "2014"], "published None, not 2014"),
    ],
)
def test_two_ways_of_reading_are_not_mixed(
    change: list[str], says: str, run: Run, clippings: Path, tmp_path: Path
) -> None:
    output = tmp_path / "facts.jsonl"
    _interrupted(run, clippings, output)
    result = run("read", clippings, "--output", output, "--resume", *change)
    assert result.exit_code == 2
    assert says in result.stderr


def test_another_reader_does_not_go_on(
    run: Run, clippings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "facts.jsonl"
    _interrupted(run, clippings, output)
    monkeypatch.setattr("peelian.cli.journal.READER", "peelian 99")
    result = run("read", clippings, "--output", output, "--resume")
    assert result.exit_code == 2
    assert "not peelian 99" in result.stderr


def test_a_file_that_is_not_ours_is_not_gone_on_with(run: Run, clippings: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.jsonl"
    output.write_text("something\n")
    result = run("read", clippings, "--output", output, "--resume")
    assert result.exit_code == 2
    assert output.read_text() == "something\n"


def test_a_journal_that_is_ahead_of_its_output(run: Run, clippings: Path, tmp_path: Path) -> None:
    """After a power cut the journal may tell of bytes that never came to the disk."""
    output, whole = tmp_path / "facts.csv", tmp_path / "whole.csv"
    for path in (output, whole):
        run("read", clippings, "--output", path)
    output.write_bytes(output.read_bytes()[:-10])
    run("read", clippings, "--output", output, "--resume")
    assert output.read_bytes() == whole.read_bytes()
