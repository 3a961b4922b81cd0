"""``peelian score`` and ``benchmarks/score.py``: the figures, and the mistakes beside their words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import DATA
from peelian.score import CORE, FIELDS
from peelian.score.items import alike, fold, months
from peelian.score.report import occurrences

Run = Callable[..., Result]
GOLD, READINGS = DATA / "score" / "gold", DATA / "score" / "readings.jsonl"
SCRIPT = Path(__file__).parents[2] / "benchmarks" / "score.py"


@pytest.fixture(scope="module")
def expected() -> dict:
    """What the scorer that came with the corpus gave for these labels and readings, kept as it wrote it."""
    return json.loads((DATA / "score" / "figures.json").read_text("utf-8"))


def test_the_figures_are_those_of_the_original(run: Run, expected: dict) -> None:
    result = run("score", GOLD, READINGS, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == expected
    assert 0 < expected["core"]["f1"] < 1  # the example has something right and something wrong
    assert len(expected["fields"]) > 25


def test_the_table_is_that_of_the_original(run: Run) -> None:
    assert run("score", GOLD, READINGS).stdout == (DATA / "score" / "figures.txt").read_text("utf-8")


def test_the_script_runs_on_the_standard_library_alone(expected: dict, tmp_path: Path) -> None:
    """-I and -S: no installed package is seen."""
    (tmp_path / "benchmarks").mkdir()
    shutil.copy(SCRIPT, tmp_path / "benchmarks")
    room = SCRIPT.parents[1] / "src" / "peelian"
    shutil.copytree(room / "score", tmp_path / "src" / "peelian" / "score")
    shutil.copy(room / "__init__.py", tmp_path / "src" / "peelian")
    out = subprocess.run(
        [sys.executable, "-I", "-S", str(tmp_path / "benchmarks" / "score.py"), "read", str(GOLD), str(READINGS), "--json"],
        capture_output=True, check=True, timeout=300,
    ).stdout  # fmt: skip
    assert json.loads(out) == expected


def test_links_are_scored_as_by_the_original() -> None:
    out = subprocess.run(
        [sys.executable, str(SCRIPT), "link", str(GOLD), str(DATA / "score" / "links-read.json"), "--json"],
        capture_output=True, check=True, timeout=300,
    ).stdout  # fmt: skip
    assert json.loads(out) == json.loads((DATA / "score" / "link-figures.json").read_text("utf-8"))


def test_a_wrong_value_stands_beside_the_words_it_cites(run: Run) -> None:
    out = run("score", GOLD, READINGS, "--errors", "--fields", "age").stdout
    assert "age: 2 missed, 1 wrong\n" in out
    assert (
        "  alpha/0  missed  41\n      text: Kent officer jailed 11 April 2014 PC Ada Thorne, »41«, of" in out
    )
    assert "  alpha/0  wrong   14\n      cited: " in out
    assert "41, of »Bridge« Lane" in out


def test_a_missed_value_stands_beside_the_places_where_the_text_says_it(run: Run) -> None:
    out = run("score", GOLD, READINGS, "--errors", "--fields", "sentence,proceeding.date").stdout
    assert "»two years«" in out  # P2Y
    assert "»March«" in out  # 2014-03


def test_every_mistake_is_listed(run: Run, expected: dict) -> None:
    out = run("score", GOLD, READINGS, "--errors").stdout
    listed = [
        line
        for line in out.splitlines()
        if line.startswith("  ") and ("  missed  " in line or "  wrong   " in line)
    ]
    right = sum(round(f["recall"] * f["items"]) for f in expected["fields"].values())
    missed = expected["all"]["items"] - right
    assert sum("  missed  " in line for line in listed) == missed > 0


def test_fields_choose_what_is_shown(run: Run) -> None:
    out = run("score", GOLD, READINGS, "--fields", "age, rank").stdout
    assert [line.split()[0] for line in out.splitlines()[1:-1]] == ["age", "rank", "CORE", "ALL"]
    result = run("score", GOLD, READINGS, "--fields", "shoe_size")
    assert result.exit_code == 2
    assert "No such field: shoe_size" in result.stderr


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("[]", "a JSON object is needed"),
        ("{}", 'no "id"'),
        ('{"id": "alpha", "subjects": [{"offences": [{}]}]}', "not in the guide's shape"),
        ('{"id": "alpha", "subjects": 7}', "not in the guide's shape"),
    ],
)
def test_what_is_no_reading_is_told(line: str, says: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(line + "\n")
    result = run("score", GOLD, tmp_path / "r.jsonl")
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_labels_is_told(run: Run, tmp_path: Path) -> None:
    result = run("score", tmp_path, READINGS)
    assert result.exit_code == 2
    assert "no labels" in result.stderr


def test_core_is_part_of_all_fields() -> None:
    assert set(FIELDS) > CORE
    assert list(FIELDS) == sorted(FIELDS)


@pytest.mark.parametrize(("a", "b"), [("P24M", "P2Y"), ("P1Y6M", "P18M"), ("P2W", "P14D")])
def test_equal_lengths(a: str, b: str) -> None:
    assert months(a) == months(b)
    assert months(a) != months("P3Y")


def test_words_are_compared_without_case_accents_and_articles() -> None:
    assert fold("D'Arcy-Née, PC!") == "darcy nee pc"
    assert alike("The Family Crime Unit", "family crime unit")
    assert not alike("Family Crime Unit", "Roads Policing Unit")


@pytest.mark.parametrize(
    ("value", "text", "words"),
    [
        ("2014-04-11", "It was 11 April, a Friday.", "11 April"),
        ("2014-04-11", "On the 11th April 2014", "11th April"),
        ("2014-03", "in March this year", "March"),
        ("P2Y", "jailed for two years", "two years"),
        ("P18M", "an 18-month term", "18-month"),
        ("1200.0", "a fine of £1,200", "1,200"),
        ("dismissed_without_notice", "was dismissed without\nnotice", "dismissed without\nnotice"),
        ("3", "three counts", "three"),
        ("kent", "kentish", None),
    ],
)
def test_where_a_text_says_a_value(value: str, text: str, words: str | None) -> None:
    found = [text[a:b] for a, b in occurrences(value, text)]
    assert found == ([] if words is None else [words])
