"""``link`` of many readings: what it gives for few, in bounded memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.linking.made import reading, subject

from peelian.linking import Links, columns, constraints, large_links, link, links, mentions_of
from peelian.linking.generate import generate

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def corpus() -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]


def both(readings: list[Any], patch: pytest.MonkeyPatch, **keywords: Any) -> tuple[Links, Links]:
    """The links mention by mention, and as tables."""
    small = link(readings, **keywords)
    with patch.context() as here:
        here.setattr(links, "LARGE", 1)
        here.setattr(large_links, "_READINGS", 37)
        here.setattr(large_links, "_PAIRS", 50)
        return small, link(iter(readings), **keywords)


def agree(readings: list[Any], small: Links, large: Links) -> int:
    """Hold the two to the same result; how many pairs the tables leave out."""
    assert isinstance(large.pairs, large_links.ExplainedPairs)
    assert large.entries == small.entries
    assert large.previous.persons.ids == small.previous.persons.ids
    assert large.previous.cases.ids == small.previous.cases.ids
    assert (large.redirects, large.trail) == (small.redirects, small.trail)
    assert large.contradictions == small.contradictions
    kept = {(p["a"], p["b"]): p for p in large.pairs}
    for pair in small.pairs:
        told = kept.get((pair["a"], pair["b"]), pair)
        if (pair["reason"] or "").startswith("a person said") and not told["waterfall"]:
            told = {**pair, "band": told["band"], "reason": told["reason"]}  # as tables it was not weighed
        assert told == pair
    assert kept.keys() <= {(p["a"], p["b"]) for p in small.pairs}
    assert list(kept) == sorted(kept)
    assert large.review == len(large.of("review")) and small.review == len(small.of("review"))
    mentions = {m.key: m for r in readings for m in mentions_of(r)}
    out = [p for p in small.pairs if (p["a"], p["b"]) not in kept]
    for pair in out:
        assert pair["band"] != "joined"
        assert constraints.opposed(mentions[pair["a"]], mentions[pair["b"]]) is not None
    return len(out)


def test_the_corpus(corpus: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert agree(corpus, *both(corpus, monkeypatch)) < 10


def test_generated_mentions_with_decisions_and_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(columns.readings(generate(3000, seed=11).mentions))
    first, tables = both(made, monkeypatch)
    assert agree(made, first, tables) > 0
    joined, apart = first.of("joined"), first.of("review")
    far = [f"{made[0]['id']}#0", f"{made[-1]['id']}#0"]
    said = [
        {"a": joined[0]["a"], "b": joined[0]["b"], "judgement": "different"},
        {"a": apart[0]["a"], "b": apart[0]["b"], "judgement": "same"},
        {"a": apart[1]["a"], "b": apart[1]["b"], "judgement": "unsure"},
        {"a": far[0], "b": far[1], "judgement": "unsure"},
        {"a": "nobody#0", "b": far[1], "judgement": "same"},
    ]
    small, large = both(made, monkeypatch, decisions=said, previous=first.previous)
    agree(made, small, large)
    judged = [p for p in large.pairs if (p["reason"] or "").startswith("a person said")]
    assert len(judged) == 4
    assert next(p for p in judged if not p["waterfall"])["band"] == "review"


def test_a_contradiction_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [reading(d, subject("Ann Holt", age=30)) for d in "abc"]
    said = [
        {"a": "a#0", "b": "b#0", "judgement": "same"},
        {"a": "b#0", "b": "c#0", "judgement": "same"},
        {"a": "a#0", "b": "c#0", "judgement": "different"},
    ]
    small, large = both(made, monkeypatch, decisions=said)
    agree(made, small, large)
    assert len(large.contradictions) == 1


def test_retrained(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(columns.readings(generate(2300, seed=4).mentions))
    small, large = both(made, monkeypatch, retrain=True)
    assert large.weights.about["retrained_on"] == small.weights.about["retrained_on"] >= 2000
    assert large.entries == small.entries
    with pytest.raises(ValueError, match="too few to train on"):
        both(made[:50], monkeypatch, retrain=True)


def test_pairs_by_place(corpus: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    _, large = both(corpus, monkeypatch)
    every = list(large.pairs)
    assert len(large.pairs) == len(every) > 50
    assert (large.pairs[0], large.pairs[-1]) == (every[0], every[-1])
    assert large.pairs[3:60] == every[3:60]
    with pytest.raises(IndexError):
        large.pairs[len(every)]


def test_readings_are_taken_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is held once it stands in the table."""
    import weakref

    class Held(dict[str, Any]):
        pass

    alive: weakref.WeakSet[Any] = weakref.WeakSet()
    most = 0

    class Id:
        pass

    def many() -> Iterator[Any]:
        nonlocal most
        for n in range(400):
            told = Held(reading(f"d{n}", subject(f"Ann Holt{n}", age=30)))
            told["mark"] = mark = Id()
            alive.add(mark)
            most = max(most, len(alive))
            yield told

    monkeypatch.setattr(links, "LARGE", 20)
    monkeypatch.setattr(large_links, "_READINGS", 10)
    assert len(link(many()).entries) == 400
    assert most < 60


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"subjects": []}, "a reading has no id"),
        ({"id": "x", "subjects": [{"posts": 7}]}, "reading 'x'"),
        ({"id": "x", "subjects": [{"age": "old"}]}, "reading 'x'"),
        ({"id": "x", "subjects": 7}, "reading 'x'"),
        ({"id": "a", "subjects": [subject("Ann Holt")]}, "two readings have the id 'a'"),
        (7, "reading"),
    ],
)
def test_what_is_no_reading_is_named(wrong: Any, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "LARGE", 1)
    good = [reading(d, subject("Ann Holt", age=30)) for d in "abc"]
    with pytest.raises(ValueError, match=said):
        link([*good, wrong])
