"""The model on Spark: the same pairs, weights and persons as on DuckDB, in one session."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peelian.linking import model, scoring, spark, weights
from peelian.linking.links import link
from peelian.linking.mentions import all_mentions

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def running() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    with spark.session() as session:
        yield session


@pytest.fixture(scope="module")
def readings() -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]


@pytest.mark.slow
def test_same_result_on_the_corpus(running: Any, readings: list[dict[str, Any]]) -> None:
    here, there = link(readings), link(readings, engine="spark")
    assert here.entries == there.entries
    assert len(here.entries) > 200
    of_here = {(p["a"], p["b"]): p for p in here.pairs}
    of_there = {(p["a"], p["b"]): p for p in there.pairs}
    assert of_here.keys() == of_there.keys()
    for pair, found in of_here.items():
        assert found["band"] == of_there[pair]["band"]
        assert found["weight"] == pytest.approx(of_there[pair]["weight"], abs=0.002)
        levels = [(s["comparison"], s["level"]) for s in found["waterfall"]]
        assert levels == [(s["comparison"], s["level"]) for s in of_there[pair]["waterfall"]]


@pytest.mark.slow
def test_pairs_and_prior_can_be_told(running: Any, readings: list[dict[str, Any]]) -> None:
    used = weights.load()
    mentions = all_mentions(readings[:60])
    data = model.table(mentions)
    pairs = scoring.score(mentions, used)[:20]
    wanted = [(p.left, p.right) for p in pairs]
    told = spark.score(data, used, only=wanted, prior=1e-6)
    same = scoring.score(mentions, used, only=wanted, prior=1e-6)
    assert [(p.left, p.right) for p in told] == wanted
    assert [p.weight for p in told] == pytest.approx([p.weight for p in same], abs=0.002)


def test_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(spark.SparkMissing, match="Java runtime"), spark.session():
        pass


def test_nothing_to_compare_needs_no_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert spark.score(model.table([]), weights.load()) == []
