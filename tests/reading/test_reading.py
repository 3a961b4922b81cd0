"""What holds for every reading: evidence for each value, the same bytes each time, no text that breaks it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Cited, UncitedValueError
from peelian.score.compare import evidence_check
from peelian.score.readings import score_readings

REPO = Path(__file__).parents[2]
CORPUS = REPO / "corpus"
REAL = REPO.parent / "shared/real/iopc"
WORDS = (
    "PC Ann Moss|Sgt Lee Gale, 41,|Officer A|the officer|She|was dismissed without notice|pleaded guilty to theft|was jailed for two years|"
    "at Leeds Crown Court|on 3 May 2019|at a misconduct hearing|chaired by Chief Constable Ruth Oldham|of Kent Police|\n\n|Outcome: |. |, and |"
    'gross misconduct|was found not guilty|three counts of fraud|£700 costs|the IOPC investigated|said: "It is over."|one of them|resigned'
).split("|")


def test_a_value_without_words_cannot_be_made() -> None:
    """Evidence is not optional."""
    with pytest.raises(UncitedValueError):
        Cited("essex")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_every_value_shows_its_words(text: str) -> None:
    """Whatever is read, each value has spans that lie in the text and hold words."""
    reading = read(Document("x", text)).to_dict()
    good, total = evidence_check(reading, text)
    assert good == total
    for spans in reading["evidence"].values():
        assert all(0 <= a < b <= len(text) for a, b in spans)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any Unicode is read into something, twice the same."""
    assert read(Document("x", text)).to_json() == read(Document("x", text)).to_json()


def test_long_hostile_text_is_read_in_reasonable_time() -> None:
    """No pattern backtracks without end: each of these would hang a careless one."""
    for unit in (
        "Aa ",
        '"',
        "PC ",
        "12 of ",
        "two and a half ",
        "((((",
        ". ",
        "a" * 50 + " ",
        "Outcome:\n",
        "£1,",
    ):
        read(Document("x", unit * (30_000 // len(unit))))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the tests")
@pytest.mark.parametrize("part", ["development", "held out"])
def test_the_corpus_is_read_as_well_as_ever(part: str, tmp_path: Path) -> None:
    """Golden floors, for the development part and for the part that no rule was written from."""
    held = set(json.loads((REPO / "benchmarks/heldout.json").read_text("utf-8"))["corpus"])
    floors = json.loads((REPO / "tests/reading/floors.json").read_text("utf-8"))[part]
    readings = tmp_path / "readings.jsonl"
    with readings.open("wb") as out:
        for label in sorted(CORPUS.glob("[a-z][0-9]*.json")):
            if (label.stem in held) is (part == "held out"):
                text = label.with_suffix(".txt")
                shutil.copy(label, tmp_path)
                shutil.copy(text, tmp_path)
                out.write(read(Document(label.stem, text.read_text("utf-8"))).to_json() + b"\n")
    score = score_readings(tmp_path, readings)
    assert score.cited == score.citable > 0
    assert score.core["f1"] >= floors["core"]
    assert score.all["f1"] >= floors["all"]


@pytest.mark.skipif(not REAL.exists(), reason="the real reports are not on this machine")
def test_all_real_reports_are_read() -> None:
    """Every public oversight report gives a reading, with evidence for each value."""
    paths = sorted(REAL.glob("*.txt"))
    assert len(paths) >= 200
    for path in paths:
        text = path.read_text("utf-8")
        good, total = evidence_check(read(Document(path.stem, text)).to_dict(), text)
        assert good == total, path.stem
