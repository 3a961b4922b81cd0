"""The commands on a casebook: what they say of bad input, and that they never show a traceback."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.clippings import DISMISSED, JAILED

pytestmark = pytest.mark.slow


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("PEELIAN", "DJANGO", "DATABASE"))}
    done = subprocess.run(
        [sys.executable, "-m", "peelian", *arguments], capture_output=True, text=True, env={**keep, **environment}
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = tmp_path_factory.mktemp("commands")
    (where / "c").mkdir()
    (where / "c" / "jailed.txt").write_text(JAILED)
    (where / "c" / "dismissed.txt").write_text(DISMISSED)
    (where / "c" / "empty.txt").write_text("")
    added = run("add", str(where / "c"), "--casebook", str(where / "book"))
    assert added.returncode == 1 and "Not read: 1" in added.stderr and "empty.txt" in added.stderr
    return str(where / "book")


def the_case(casebook: str) -> str:
    told = run("cases", "--format", "jsonl", "--casebook", casebook).stdout.splitlines()
    assert len(told) == 1
    return str(json.loads(told[0])["id"])


def test_a_case_is_shown_with_timeline_words_and_sources(casebook: str) -> None:
    shown = run("case", the_case(casebook), "--casebook", casebook, COLUMNS="150").stdout
    for words in (
        "Orlando Feathers",
        "Timeline",
        "16 May 2019",
        "Gross misconduct",
        "“DC”",
        "Sources",
        "4 March 2019",
    ):
        assert words.lower() in shown.lower(), words
    assert json.loads(run("case", the_case(casebook), "--casebook", casebook, "--json").stdout)["parties"]


def test_filters(casebook: str) -> None:
    for option, value, count in (
        ("--force", "Essex Police", 1), ("--force", "kent", 0), ("--year", "2019", 1), ("--year", "2001", 0),
        ("--outcome", "dismissed_without_notice", 1), ("--person", "feathers", 1), ("--person", "nobody", 0),
    ):  # fmt: skip
        told = run("cases", option, value, "--format", "jsonl", "--casebook", casebook)
        assert len(told.stdout.splitlines()) == count, (option, value)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["cases", "--casebook", "/nonexistent/book"], 2, "no casebook"),
        (["add", "/nonexistent/file.txt", "--casebook", "/tmp/never-made"], 3, "no such file"),
        (["add", __file__, "--casebook", "/proc/book"], 4, "cannot be used"),
        (["restore", "/nonexistent.zip", "--casebook", "/tmp/never-made"], 4, "no file"),
        (["restore", __file__, "--casebook", "/tmp/never-made"], 4, "no backup"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], code: int, says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert not Path("/tmp/never-made").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["case", "c-none"], "no case"),
        (["check", "c-none"], "no case"),
        (["cases", "--force", "Toytown"], "none of the forces"),
        (["decide", "accept", "t-none", "--actor", "ada"], "no statement"),
        (["decide", "accept", "t-none"], "--actor"),
        (["decide", "list", "c-none"], "no case"),
        (["decide", "list", "p-none"], "no person"),
        (["decide", "list", "m-none"], "no mention"),
        (["decide", "list", "t-none"], "nothing in the casebook"),
        (["decide", "list", "nonsense"], "nothing in the casebook"),
        (["decide", "close", "7", "--actor", "ada", "--reason", "x"], "no decision"),
    ],
)
def test_what_is_not_there_is_said(casebook: str, arguments: list[str], says: str) -> None:
    done = run(*arguments, "--casebook", casebook)
    assert done.returncode == 2 and says in done.stderr, done.stderr


def test_a_decision_by_command_and_its_trail(casebook: str) -> None:
    mention = run("decide", "list", the_case(casebook), "--casebook", casebook).stdout.split()[0]
    done = run("decide", "add", mention, "residence", "Harlow", "--actor", "ada", "--casebook", casebook)
    assert done.returncode == 0 and "Decision 1" in done.stderr
    assert "Harlow" in run("case", the_case(casebook), "--casebook", casebook).stdout
    assert "decision.add" in run("audit", "list", "--casebook", casebook).stdout
    assert run("audit", "verify", "--originals", "--casebook", casebook).returncode == 0
    run("decide", "close", "1", "--actor", "ada", "--reason", "a slip", "--casebook", casebook)
    assert "Harlow" not in run("case", the_case(casebook), "--casebook", casebook).stdout


def test_decisions_on_statements_are_listed_by_case_person_and_mention_and_can_be_closed(
    casebook: str,
) -> None:
    case, there = the_case(casebook), ("--casebook", casebook)
    file = json.loads(run("case", case, "--json", *there).stdout)
    party = file["parties"][0]
    statement = party["facts"]["age"]["preferred"]["citations"][0]["statement"]
    run("decide", "correct", statement, "40", "--reason", "the court list", "--actor", "ada", *there)
    mention = run("decide", "list", case, *there).stdout.split()[0]
    number = ""
    for target in (case, party["person"], statement):
        lines = run("decide", "list", target, *there).stdout.splitlines()
        number = next(line.split()[0] for line in lines if f"correct  {statement}" in line)
    assert mention.startswith("m-")
    run("decide", "close", number, "--reason", "misread", "--actor", "ada", *there)
    assert "correct" not in run("decide", "list", case, *there).stdout


def test_a_merged_id_is_followed_and_that_is_said(casebook: str) -> None:
    there = ("--casebook", casebook)
    case = the_case(casebook)
    mention = run("decide", "list", case, *there).stdout.split()[0]
    run("decide", "split-case", case, mention, "--reason", "x", "--actor", "ada", *there)
    told = run("cases", "--format", "jsonl", *there).stdout.splitlines()
    one, other = (json.loads(line)["id"] for line in told)
    run("decide", "join-case", one, other, "--reason", "one", "--actor", "ada", *there)
    left = the_case(casebook)
    gone = other if left == one else one
    listed = run("decide", "list", gone, *there)
    assert f"{gone} was merged into {left}" in listed.stderr
    assert "join_case" in listed.stdout and listed.stdout == run("decide", "list", left, *there).stdout


def test_a_list_says_which_of_two_judgements_counts(casebook: str) -> None:
    there = ("--casebook", casebook)
    one, other = (
        line.split()[0]
        for line in run("decide", "list", the_case(casebook), *there).stdout.splitlines()
        if line.startswith("m-")
    )
    run("decide", "unsure", one, other, "--actor", "ada", *there)
    run("decide", "same", one, other, "--reason", "one name", "--actor", "ben", *there)
    lines = run("decide", "list", one, *there).stdout.splitlines()
    (last,) = (line for line in lines if "  same  " in line)
    (earlier,) = (line for line in lines if "  unsure" in line)
    assert f"  unsure (superseded by {last.split()[0]})  m-" in earlier
    run("decide", "close", last.split()[0], "--reason", "not sure", "--actor", "ada", *there)
    assert "superseded" not in run("decide", "list", *there).stdout
    run("decide", "close", earlier.split()[0], "--reason", "as it was", "--actor", "ada", *there)


def test_durations_by_force_and_year(casebook: str) -> None:
    there = ("--casebook", casebook)
    told = run("cases", "--durations", "--format", "csv", *there).stdout.splitlines()
    assert told[0] == "kind,force,year,count,exact,median,shortest,longest"
    assert "sentence_to_dismissal,essex,2019,1,1,76.0,76,76" in told  # 1 March to 16 May
    as_json = json.loads(run("cases", "--durations", "--format", "json", *there).stdout)
    assert {"kind": "sentence_to_dismissal", "force": None, "year": None, "count": 1, "exact": 1, "median": 76.0,
            "shortest": 76, "longest": 76} in as_json  # fmt: skip
    assert "Essex" in run("cases", "--durations", *there, COLUMNS="150").stdout
    assert not run("cases", "--durations", "--force", "kent", "--format", "jsonl", *there).stdout
    assert "--durations" in run("cases", "--format", "csv", *there).stderr


def test_a_lost_original_is_found(casebook: str) -> None:
    lost = next(path for path in (Path(casebook) / "originals").rglob("*") if path.is_file())
    data = lost.read_bytes()
    lost.unlink()
    done = run("audit", "verify", "--originals", "--casebook", casebook)
    assert done.returncode == 1 and "cannot be read" in done.stdout
    lost.write_bytes(data)


def test_two_writers_exclude_each_other(casebook: str) -> None:
    import fcntl

    with (Path(casebook) / "writing.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run("rebuild", "--casebook", casebook)
    assert done.returncode == 4 and "Another process" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["cases"], ["backup", "b.zip"], ["add", __file__], ["audit", "verify"]]
)
def test_a_database_that_is_damaged_is_said_with_what_helps(
    casebook: str, tmp_path: Path, arguments: list[str]
) -> None:
    broken = tmp_path / "book"
    shutil.copytree(casebook, broken)
    for name in ("casebook.sqlite3-wal", "casebook.sqlite3-shm"):
        (broken / name).unlink(missing_ok=True)
    (broken / "casebook.sqlite3").write_bytes(b"no database " * 1000)
    done = run(*arguments, "--casebook", str(broken))
    assert done.returncode == 4, done.stderr
    assert "not a database" in done.stderr and "peelian restore" in done.stderr


@pytest.mark.parametrize("arguments", [["backup", "b.zip"], ["rebuild"], ["add", "new.txt"]])
def test_a_database_that_cannot_be_written_is_said_with_what_helps(
    casebook: str, tmp_path: Path, arguments: list[str]
) -> None:
    """A trigger refuses whatever is written, as a full disk or a folder of others would."""
    shut = tmp_path / "book"
    shutil.copytree(casebook, shut)
    with closing(sqlite3.connect(shut / "casebook.sqlite3")) as tables:
        for table in ("casebook_auditentry", "casebook_source", "casebook_case", "casebook_signature"):
            for act in ("INSERT", "UPDATE"):
                tables.execute(
                    f"CREATE TRIGGER shut_{table}_{act} BEFORE {act} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
                )
        tables.commit()
    (tmp_path / "new.txt").write_text(DISMISSED + "\nIt was a long hearing.\n")
    arguments = [str(tmp_path / word) if "." in word else word for word in arguments]
    done = run(*arguments, "--casebook", str(shut))
    assert done.returncode == 4, done.stderr
    assert "disk is full" in done.stderr and "Free some space" in done.stderr


def test_a_casebook_of_a_newer_version_is_left_alone(casebook: str, tmp_path: Path) -> None:
    newer = tmp_path / "book"
    shutil.copytree(casebook, newer)
    with closing(sqlite3.connect(newer / "casebook.sqlite3")) as tables:
        tables.execute(
            "INSERT INTO django_migrations(app, name, applied) VALUES ('casebook', '0099_later', '2030-01-01')"
        )
        tables.commit()
    done = run("cases", "--casebook", str(newer))
    assert done.returncode == 4 and "newer version" in done.stderr and "0099_later" in done.stderr
