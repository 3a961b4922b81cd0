"""Pages changed without telling anything else (``benchmarks/changed_pages.py``) are read as before; and the changes change what they say."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Mistakes that all the pages below may have more after a change than before. Floors are raised, never lowered.
MORE = {"names of many origins": 8, "names that are words": 16}
_FEW = 2  # ... after any other change: a fact or two of one page


@pytest.fixture(scope="module")
def robustness() -> Iterator[ModuleType]:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield importlib.import_module("robustness")
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


def test_a_changed_page_is_read_as_the_page_was(robustness: ModuleType) -> None:
    paths = list(robustness.documents(ROOT / "corpus"))[::6]
    worse: dict[str, int] = {}
    for name, change in robustness.changes():
        found = list(robustness.harms(change, paths))
        worse[name] = sum(len(h.after) - len(h.before) for h in found)
    assert {n: w for n, w in worse.items() if w > MORE.get(n, _FEW)} == {}


GOLD: dict[str, Any] = {
    "subjects": [
        {
            "name": "Sarah Pellow",
            "rank": "police_constable",
            "proceeding": {"chair": "Peter Nance"},
        }
    ]
}
TEXT = (
    "Constable dismissed\n3 May 2021\n"
    "PC Sarah Pellow, 34, was dismissed on 4 March 2021. PELLOW had two counts to answer, said Peter Nance. "
    "Pellow-Hart, no kin, was there on 2-3 March 2021."
)


def changed(robustness: ModuleType, name: str) -> tuple[str, dict[str, Any]]:
    made = dict(robustness.changes())[name](TEXT, GOLD, Random(1))
    assert made is not None
    text, gold = made
    return text, json.loads(json.dumps(gold))


def test_names_change_in_text_and_labels_alike(robustness: ModuleType) -> None:
    text, gold = changed(robustness, "names common")
    name, chair = gold["subjects"][0]["name"], gold["subjects"][0]["proceeding"]["chair"]
    assert "Sarah" not in text and f"PC {name}, 34" in text and f"said {chair}." in text
    assert name.split()[-1].upper() in text and "Pellow-Hart" in text
    assert GOLD["subjects"][0]["name"] == "Sarah Pellow"  # the labels given stay as they are


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("dates as March 4, 2021", "dismissed on March 4, 2021."),
        ("dates as 2021-03-04", "dismissed on 2021-03-04."),
        ("dates as Thursday, 4th March, 2021", "dismissed on Thursday, 4th March, 2021."),
        ("numbers in digits", "had 2 counts"),
        ("headline in capitals", "CONSTABLE DISMISSED\n"),
        ("two spaces after a full stop", "2021.  PELLOW"),
    ],
)
def test_the_text_says_the_same_otherwise(robustness: ModuleType, change: str, words: str) -> None:
    text, gold = changed(robustness, change)
    assert words in text
    assert "\n3 May 2021\n" in text and "2-3 March 2021" in text  # the dateline and ranges stay
    assert gold == GOLD


def test_one_sentence_more_names_somebody_new_in_news_alone(robustness: ModuleType) -> None:
    change = dict(robustness.changes())["one sentence more: an outsider jailed"]
    assert change(TEXT, {**GOLD, "kind": "judgment"}, Random(1)) is None
    text, gold = change(TEXT, {**GOLD, "kind": "news"}, Random(1))
    assert text.startswith(TEXT) and "a drug dealer of no fixed address" in text[len(TEXT) :]
    assert gold["subjects"] == GOLD["subjects"]


def test_a_rank_changes_with_its_label(robustness: ModuleType) -> None:
    text, gold = changed(robustness, "sergeant for constable")
    assert text.startswith("Sergeant dismissed") and "PS Sarah Pellow" in text
    assert gold["subjects"][0]["rank"] == "sergeant"
