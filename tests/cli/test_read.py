"""``peelian read``: what goes in, what comes out, and where."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import THORNE, command
from peelian.cli.terminal import NARROW, console, table

Run = Callable[..., Result]


def readings(result: Result) -> dict[str, dict]:
    return {reading["id"]: reading for reading in map(json.loads, result.stdout.splitlines())}


def test_a_folder_as_json_lines(run: Run, clippings: Path) -> None:
    result = run("read", clippings, "--format", "jsonl")
    found = readings(result)
    # files of a folder first, then its folders; the stems that clash are told apart by their path
    assert list(found) == ["lark", "thorne", "2019/thorne"]
    assert [s["name"] for s in found["thorne"]["subjects"]] == ["Ada Thorne", "Owen Lark"]
    assert found["2019/thorne"]["subjects"][0]["force"] == "essex"


def test_the_summary_is_on_stderr_with_each_reason(run: Run, clippings: Path) -> None:
    result = run("read", clippings, "--format", "jsonl")
    assert result.exit_code == 1
    assert "Read 3 documents; found 4 subjects in 3 of them." in result.stderr
    assert "Not read: 1\n" in result.stderr
    assert "empty.txt: the file is empty" in result.stderr
    assert "Left out 1 file of folders that are no documents (.json 1)." in result.stderr
    assert "Read 3" not in result.stdout


def test_exit_codes(run: Run, clippings: Path) -> None:
    assert run("read", clippings / "thorne.txt").exit_code == 0
    assert run("read", clippings / "thorne.txt", clippings / "empty.txt").exit_code == 1
    assert run("read", clippings / "empty.txt").exit_code == 3
    assert run("read", clippings / "nothing-here.txt").exit_code == 3


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "table"])
def test_nothing_read_is_still_good_output(format: str, run: Run, clippings: Path) -> None:
    result = run("read", clippings / "empty.txt", "--format", format)
    assert result.exit_code == 3
    if format == "json":
        assert json.loads(result.stdout) == []
    elif format == "csv":
        assert len(list(csv.reader(io.StringIO(result.stdout)))) == 1
    else:
        assert result.stdout == ""


def test_json_is_one_list_of_the_same_readings(run: Run, clippings: Path) -> None:
    as_list = json.loads(run("read", clippings, "--format", "json").stdout)
    assert as_list == list(readings(run("read", clippings, "--format", "jsonl")).values())


def test_csv_has_one_line_a_subject(run: Run, clippings: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", clippings, "--format", "csv").stdout)))
    assert [(row["id"], row["subject"], row["name"]) for row in rows] == [
        ("lark", "1", "Owen Lark"),
        ("thorne", "1", "Ada Thorne"),
        ("thorne", "2", "Owen Lark"),
        ("2019/thorne", "1", "Bram Thorne"),
    ]
    ada = rows[1]
    assert ada["offences"] == "misconduct_in_public_office;computer_misuse"
    assert ada["offence_counts"] == "3;1"
    assert ada["source"].endswith("clippings/thorne.txt")


def test_what_a_spreadsheet_would_run_is_made_text() -> None:
    from peelian.cli.formats import _cell

    assert _cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert _cell("@sum") == "'@sum"
    assert _cell(["a;b", "c"]) == "a,b;c"
    assert _cell("one\r\ntwo\x1b[31m") == "one two\N{REPLACEMENT CHARACTER}[31m"
    assert _cell(None) == ""
    assert _cell(True) == "true"


def test_the_table_has_a_line_for_each_subject(run: Run, clippings: Path) -> None:
    out = run("read", clippings).stdout
    for words in ("Ada Thorne", "Bram Thorne", "Essex Police", "Sergeant", "2019/thorne", "imprisonment, 2"):
        assert words in out


@pytest.mark.parametrize("width", [24, 40, 80, NARROW - 1, NARROW, 200])
def test_the_table_fits_every_width(width: int) -> None:
    row = ["Ada Thorne", "Detective Constable", "Kent Police", "misconduct in public office ×3 (convicted)",
           "imprisonment, 2 years", "special case hearing, March 2014", "dismissed without notice", "thorne"]  # fmt: skip
    out = io.StringIO()
    screen = console(stream=out)
    screen.width = width
    screen.print(table([row, row], width))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert "".join(out.getvalue().split()).count("convicted") == 2  # nothing is cut off


def test_a_pattern_that_the_shell_left_alone(run: Run, clippings: Path) -> None:
    result = run("read", f"{clippings}/**/th*.txt", "--format", "jsonl")
    assert set(readings(result)) == {"thorne", "2019/thorne"}
    result = run("read", f"{clippings}/*.pdf")
    assert result.exit_code == 3
    assert "no file matches this pattern" in result.stderr


def test_an_archive_gives_each_of_its_documents_an_id(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        box.writestr("a/report.txt", THORNE)
        box.writestr("b/report.txt", THORNE.replace("Ada", "Eve"))
        box.writestr("b/blank.txt", "")
    result = run("read", tmp_path / "box.zip", "--format", "jsonl")
    found = readings(result)
    assert list(found) == ["box#report", "box#report~2"]
    assert found["box#report~2"]["subjects"][0]["name"] == "Eve Thorne"
    assert "box.zip!b/blank.txt" in result.stderr
    assert result.exit_code == 1


def test_published_is_for_documents_without_a_date(run: Run, tmp_path: Path, clippings: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("PC Ada Thorne of Kent Police was dismissed without notice.\n", "utf-8")
    result = run("read", undated, clippings / "lark.html", "--format", "jsonl", "--published", "2015-06")
    found = readings(result)
    assert found["undated"]["published"] == "2015-06"
    assert found["lark"]["published"] == "2014-04-03"  # its own


def test_an_address_is_fetched_only_if_it_is_one(run: Run) -> None:
    result = run("read", "http://127.0.0.1:9/nothing", "--format", "jsonl")
    assert result.exit_code == 3
    assert "http://127.0.0.1:9/nothing" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_name_that_would_colour_the_terminal_is_harmless(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31mb.txt").write_bytes(b"")
    result = run("read", tmp_path)
    assert "\x1b" not in result.stderr
    assert "a\N{REPLACEMENT CHARACTER}[31mb.txt" in result.stderr


def test_an_output_is_the_same_as_stdout(run: Run, clippings: Path, tmp_path: Path) -> None:
    for name, format in (("f.jsonl", "jsonl"), ("f.json", "json"), ("f.csv", "csv")):
        assert run("read", clippings, "--output", tmp_path / name).stdout == ""
        assert (tmp_path / name).read_text("utf-8") == run("read", clippings, "--format", format).stdout


def test_the_output_is_no_input(run: Run, clippings: Path) -> None:
    out = clippings / "facts.txt"
    for _ in range(2):
        result = run("read", clippings, "--output", out, "--format", "jsonl")
        assert "Read 3 documents" in result.stderr


def test_an_output_that_cannot_be_written(run: Run, clippings: Path) -> None:
    result = run("read", clippings, "--output", "/dev/full", "--format", "csv")
    assert result.exit_code == 4
    assert "could not be" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("format", ["jsonl", "table", "csv"])
def test_a_closed_pipe_ends_it_quietly(format: str, many: Path) -> None:
    child = subprocess.Popen(
        command("read", many, "--format", format), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout and child.stderr
    child.stdout.close()
    errors = child.stderr.read().decode()
    assert child.wait(60) == 141
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


def test_no_progress_bar_where_nobody_looks(
    process: Callable[..., subprocess.CompletedProcess[bytes]], clippings: Path
) -> None:
    assert b"Reading" not in process("read", clippings).stderr


def test_a_reader_that_fails_does_not_stop_the_batch(
    run: Run, clippings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import peelian.reading

    true = peelian.reading.read

    def sometimes(document):
        if document.id == "lark":
            raise RuntimeError("a fault")
        return true(document)

    monkeypatch.setattr(peelian.reading, "read", sometimes)
    result = run("read", clippings, "--format", "jsonl")
    assert set(readings(result)) == {"thorne", "2019/thorne"}
    assert "lark.html: the reader failed on it (RuntimeError: a fault)" in result.stderr
