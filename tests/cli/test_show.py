"""``peelian show`` on the terminal."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from conftest import THORNE
from peelian.cli.marked import marked
from peelian.documents import Document
from peelian.reading import Reading

Run = Callable[..., Result]


def printed(document: Document, reading: Reading, width: int = 100, colour: bool = False) -> str:
    out = io.StringIO()
    screen = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    screen.print(marked(document, reading, brackets=not colour))
    return out.getvalue()


def test_words_are_bracketed_and_labelled_without_colour(run: Run, clippings: Path) -> None:
    out = run("show", clippings / "thorne.txt", "--no-colour").stdout
    assert "\x1b" not in out
    assert "[Ada Thorne]‹1 Name›" in out
    assert "[DC]‹1 Rank›" in out
    assert "[29]‹2 Age›" in out  # each label with the subject's number, since there are two


def test_facts_are_listed_with_their_words(run: Run, clippings: Path) -> None:
    out = run("show", clippings / "thorne.txt").stdout
    assert re.search(r"Sentenced on\s+9 April 2014\s+“9 April 2014”", out)
    assert re.search(r"Outcome\s+dismissed without notice\s+“dismissed” … “without notice”", out)
    assert out.index("1. Ada Thorne") < out.index("2. Owen Lark")


def test_colour_is_never_alone(telling: tuple[Document, Reading]) -> None:
    """What colour says, labels say too: without the colours the labels are all there."""
    plain, coloured = printed(*telling), printed(*telling, colour=True)
    assert "\x1b[" in coloured
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)

    def labels(out: str) -> list[str]:
        return re.findall(r"‹(.*?)›", " ".join(out.split()))

    assert labels(stripped) == labels(plain) != []


def test_the_text_is_all_there(telling: tuple[Document, Reading]) -> None:
    document, reading = telling
    text = printed(document, reading, width=2_000).split("Facts: ")[0]
    text = re.sub(r"‹.*?›|[\[\]]", "", text)
    assert text.split() == re.sub(r"[\[\]]", "", document.text).split()


def test_checks_and_sensitive_spans_are_listed(telling: tuple[Document, Reading]) -> None:
    out = printed(*telling)
    assert "1. Two dates do not agree." in out
    assert "An invented rule" in out
    assert "street address: “Bridge Lane, Ashford, pleaded guilty”" in out
    assert "Check 1" in out.split("Facts: ")[0]


def test_what_a_terminal_would_obey_is_made_harmless(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("PC Ada \x1b]0;owned\x07Thorne of Kent Police was dismissed.\u202e\n", "utf-8")
    out = run("show", report).stdout
    assert not set("\x1b\x07\u202e") & set(out)


def test_a_document_about_nobody(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "fete.txt"
    report.write_text("The village fete raised money for the church roof.\n", "utf-8")
    result = run("show", report)
    assert result.exit_code == 0
    assert "No subject" in result.stdout


def test_an_archive_asks_which(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        box.writestr("a.txt", THORNE)
        box.writestr("b.txt", THORNE.replace("Ada", "Eve"))
    result = run("show", tmp_path / "box.zip")
    assert result.exit_code == 2
    assert "--number" in result.stderr
    assert "Eve Thorne" in run("show", tmp_path / "box.zip", "--number", "2").stdout
    result = run("show", tmp_path / "box.zip", "--number", "3")
    assert result.exit_code == 3
    assert "no document number 3" in result.stderr


@pytest.mark.parametrize("name", ["empty.txt", "not-there.txt"])
def test_what_cannot_be_read(name: str, run: Run, clippings: Path) -> None:
    result = run("show", clippings / name)
    assert result.exit_code == 3
    assert name in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_that_cannot_be_written(run: Run, clippings: Path) -> None:
    result = run("show", clippings / "thorne.txt", "--html", "/dev/full")
    assert result.exit_code == 4
    assert "could not be written" in result.stderr
