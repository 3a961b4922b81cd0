"""Help, version, and what a user meets first."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from peelian import __version__
from peelian.cli.app import COMMANDS as NAMES
from peelian.cli.app import cli

COMMANDS = {name: command for name in NAMES if (command := cli.get_command(click.Context(cli), name))}

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
HEAVY = (
    "trafilatura",
    "docx",
    "pypdfium2",
    "pdfplumber",
    "ahocorasick",
    "warcio",
    "rich",
    "lxml",
    "msgspec",
    "yaml",
)


def test_version(run: Callable[..., Result]) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"peelian, version {__version__}\n"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_examples(name: str, run: Callable[..., Result]) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Examples:\n" in result.stdout
    assert f"peelian {name}" in result.stdout.split("Examples:")[1]


def test_help_imports_nothing_heavy() -> None:
    """The start is quick because the readers of formats, the law and Rich are not imported for it."""
    script = (
        "import sys, json, io, contextlib\n"
        "from peelian.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): main(['--help'])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=300).stdout
    modules = {name.split(".")[0] for name in json.loads(out)}
    assert "click" in modules
    assert modules.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["reed"], "No such command 'reed'"),
        (["read"], "Missing argument 'PATH...'"),
        (["read", "x.txt", "--format", "xml"], "'xml' is not one of"),
        (["read", "x.txt", "--published", "yesterday"], "no date"),
        (["read", "x.txt", "--published", "2014-02-30"], "no date"),
        (["read", "x.txt", "--jobs", "0"], "0 is not in the range"),
        (["read", "x.txt", "--jobs", "two"], "'two' is not a valid whole number"),
        (["sources", "check", "--pause", "long"], "'long' is not a valid number"),
        (["read", "x.txt", "--resume"], "--resume needs --output"),
        (["read", "x.txt", "--output", "facts"], "tells no format"),
        (["read", "x.txt", "--output", "facts.txt", "--format", "table"], "for the screen"),
        (["read", "x.txt", "--output", "no/such/folder/facts.csv"], "There is no folder"),
        (["show", "."], "is a folder"),
        (["score", "nowhere", "nothing.jsonl"], "does not exist"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    arguments: list[str], says: str, run: Callable[..., Result]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    if shell == "bash" and not Path("/bin/bash").exists():
        pytest.skip("no bash on this machine")
    script = "from peelian.cli import main; import sys; sys.exit(main())"
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={"_PEELIAN_COMPLETE": f"{shell}_source", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0
    assert b"_PEELIAN_COMPLETE" in result.stdout


def test_completion_of_a_command() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from peelian.cli import main; import sys; sys.exit(main())"],
        env={
            "_PEELIAN_COMPLETE": "bash_complete",
            "COMP_WORDS": "peelian s",
            "COMP_CWORD": "1",
            "PATH": "/usr/bin:/bin",
        },
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert {line.split(",")[1] for line in result.stdout.decode().split()} == {
        "schema",
        "score",
        "serve",
        "show",
        "sources",
    }
