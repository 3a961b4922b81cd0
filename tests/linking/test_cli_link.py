"""``peelian link`` on files: what is written where, and what is said of wrong ones."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.linking.made import reading, subject

from peelian.cli import link as command
from peelian.cli.link import link
from peelian.linking import links


def run(*arguments: object) -> Result:
    return CliRunner().invoke(link, [str(a) for a in arguments])


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    theft: dict[str, Any] = {"offences": ["theft"], "sentenced_on": "2019-04-30", "age": 33}
    made = [
        reading("a", subject("Ann Quillerby", **theft)),
        reading("b", subject("A. Quillerby", **theft)),
        reading("c", subject("Bea Marrable", **theft)),
        reading(
            "d",
            subject("Ann Quillerby", offences=["rape"], sentenced_on="2009-01-30"),
            published="2009-02-01",
        ),
    ]
    path = tmp_path / "facts.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in made), "utf-8")
    return path


def test_links_and_pairs_are_written(readings: Path, tmp_path: Path) -> None:
    done = run(readings, "--output", tmp_path / "links.json", "--pairs", tmp_path / "pairs.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "4 mentions: 3 persons, 3 cases, 2 pairs for review." in done.stderr
    entries = json.loads((tmp_path / "links.json").read_text("utf-8"))
    assert [e["mentions"] for e in entries] == [[["a", 0], ["b", 0]], [["c", 0]], [["d", 0]]]
    pairs = [json.loads(line) for line in (tmp_path / "pairs.jsonl").read_text("utf-8").splitlines()]
    assert (pairs[0]["a"], pairs[0]["b"], pairs[0]["band"]) == ("a#0", "b#0", "joined")
    assert pairs[0]["waterfall"][1]["comparison"] == "surname"


def test_a_table_on_the_screen_and_json_if_asked(readings: Path) -> None:
    shown = run(readings)
    assert shown.exit_code == 0
    assert "Told of more than once" in shown.stdout and "For review" in shown.stdout
    assert "A. Quillerby; Ann Quillerby" in shown.stdout
    assert len(json.loads(run(readings, "--format", "json").stdout)) == 3


def test_decisions_and_the_ids_of_an_earlier_run(readings: Path, tmp_path: Path) -> None:
    first, second, said = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "said.jsonl"
    assert run(readings, "--output", first).exit_code == 0
    said.write_text(json.dumps({"a": "a#0", "b": "d#0", "judgement": "same"}) + "\n", "utf-8")
    done = run(readings, "--output", second, "--decisions", said, "--previous", first)
    assert done.exit_code == 0
    old = {tuple(e["mentions"][0]): e["person"] for e in json.loads(first.read_text("utf-8"))}
    new = {tuple(m): e["person"] for e in json.loads(second.read_text("utf-8")) for m in e["mentions"]}
    assert new["d", 0] == new["a", 0] == old["a", 0]
    assert f"{old['d', 0]} is now {old['a', 0]}." in done.stderr


def test_many_readings_are_linked_as_tables_to_the_same_files(
    readings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    shown = {}
    for folder, most in ((few, 50_000), (many, 1)):
        folder.mkdir()
        monkeypatch.setattr(links, "LARGE", most)
        done = run(readings, "--output", folder / "links.json", "--pairs", folder / "pairs.jsonl")
        shown[folder] = (done.stderr, run(readings).stdout)
    assert shown[few] == shown[many]
    for name in ("links.json", "pairs.jsonl"):
        assert (few / name).read_bytes() == (many / name).read_bytes()


def test_of_many_persons_the_screen_shows_the_first(
    readings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_SHOWN", 1)
    shown = run(readings).stdout
    assert "… and 1 more: --output and --pairs have them all." in shown
    assert shown.count("Quillerby (") == 2  # one pair of the two


def test_a_line_may_hold_any_character_and_the_file_be_a_pipe(tmp_path: Path) -> None:
    odd = reading("a\u2028b", subject("Ann Quillerby"))
    path = tmp_path / "facts.jsonl"
    path.write_text("\n" + json.dumps(odd, ensure_ascii=False) + "\n", "utf-8")
    told = json.loads(run(path, "--format", "json").stdout)
    assert told[0]["mentions"] == [["a\u2028b", 0]]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        pool.submit(pipe.write_text, json.dumps([odd]), "utf-8")
        assert json.loads(run(pipe, "--format", "json").stdout) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"id": "a", "subjects": []}\n{"id"\n', "line 2, is no JSON"),
        ('{"id": "a", "subjects": []}\n7\n', "line 2, is no record"),
        ('{"subjects": []}\n', "a reading has no id"),
        ('{"id": "a", "subjects": []}\n{"id": "a", "subjects": []}\n', "two readings have the id 'a'"),
        ('{"id": "a", "subjects": [{"posts": 7}]}\n', "subject 0 has not the shape"),
        ("[" * 100_000, "holds no readings"),
        ("[7]", "reading"),
    ],
)
def test_files_that_are_no_readings(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(text, "utf-8")
    done = run(path)
    assert done.exit_code == 2
    assert said in done.stderr and "Traceback" not in done.stderr


def test_wrong_use(readings: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('[{"a": "a#0"}]', "utf-8")
    for arguments, code, said in (
        ((readings, "--decisions", wrong), 2, "decision 1"),
        ((readings, "--previous", wrong), 2, "holds no links"),
        ((readings, "--retrain"), 2, "too few to train on"),
        ((readings, "--output", tmp_path / "no" / "links.json"), 4, "could not be written"),
        ((readings, "--format", "table", "--output", tmp_path / "x.json"), 2, "A table is for the screen"),
        ((tmp_path / "nothing.jsonl",), 2, "does not exist"),
    ):
        done = run(*arguments)
        assert (done.exit_code, said in done.stderr) == (code, True), done.stderr
