"""New documents into a casebook give what linking all of it would; weights can be fitted to a large one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.linking.made import reading, subject
from tests.linking.memory_store import MemoryStore

from peelian.linking import WeightsError, link_mentions, link_new, load, retrain, save
from peelian.linking.generate import generate
from peelian.linking.mentions import all_mentions
from peelian.linking.training import frequencies, shares

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def test_adding_documents_gives_what_linking_all_would() -> None:
    found = all_mentions(json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json")))
    documents = sorted({m.document for m in found})
    late = set(documents[::9])
    old, new = [m for m in found if m.document not in late], [m for m in found if m.document in late]
    before = link_mentions(old)
    after = link_new(new, MemoryStore(old, before.previous), weights=before.weights)
    whole = link_mentions(found, weights=before.weights)
    for level in ("persons", "cases"):
        ids = {**getattr(before.previous, level).ids, **getattr(after.previous, level).ids}
        assert partition(ids) == partition(getattr(whole.previous, level).ids)
    kept = {m: i for m, i in before.previous.persons.ids.items() if after.redirects.get(i, i) == i}
    joined = {**before.previous.persons.ids, **after.previous.persons.ids}
    assert all(joined[m] == i for m, i in kept.items())


def partition(ids: dict[str, str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for mention, id in ids.items():
        groups.setdefault(id, set()).add(mention)
    return {frozenset(group) for group in groups.values()}


def test_decisions_of_the_store_hold_for_what_is_new() -> None:
    theft = {"offences": ["theft"], "sentenced_on": "2019-04-30", "age": 33}
    old = all_mentions([reading("a", subject("Ann Quillerby", **theft))])
    new = all_mentions([reading("b", subject("Ann Quillerby", **theft))])
    before = link_mentions(old)
    for judgement, persons in (("different", 2), ("same", 1)):
        store = MemoryStore(old, before.previous, [{"a": "a#0", "b": "b#0", "judgement": judgement}])
        assert len({e["person"] for e in link_new(new, store).entries}) == persons
    with pytest.raises(ValueError, match="a#0 is in the casebook already"):
        link_new(old, MemoryStore(old, before.previous))


def test_weights_are_kept_as_they_are(tmp_path: Path) -> None:
    save(load(), tmp_path / "weights.json")
    assert load(tmp_path / "weights.json") == load()
    (tmp_path / "broken.json").write_text('{"prior": 1}')
    with pytest.raises(WeightsError, match=r"broken\.json"):
        load(tmp_path / "broken.json")


def test_a_small_casebook_cannot_train() -> None:
    with pytest.raises(ValueError, match="too few to train on"):
        retrain(all_mentions([reading("a", subject("Ann Holt"))]), load())


@pytest.mark.slow
def test_a_large_casebook_trains_itself() -> None:
    columns = "name label rank age force posts residence courts collar_number sentenced_on".split()
    made = generate(2600, seed=3)
    readings: dict[str, dict[str, Any]] = {}
    for r in made.mentions.to_pylist():
        told = {
            "kind": r["proceeding_kind"] or "not_stated",
            "date": r["proceeding_date"],
            "outcome": r["outcome"],
        }
        one = subject(**{c: r[c] for c in columns}, offences=r["offences"], **told)
        document = r["document"]
        readings.setdefault(document, reading(document, published=r["published"], kind=r["kind"]))[
            "subjects"
        ].append(one)
    found = all_mentions(readings.values())
    weights = retrain(found)
    assert weights.levels != load().levels and weights.about["retrained_on"] == len(found)
    person = {t["id"]: t["person"] for t in made.truth.to_pylist()}
    entries = link_mentions(found, weights=weights).entries
    groups = [[person[f"{d}#{i}"] for d, i in e["mentions"]] for e in entries]
    pairs = [(a, b) for g in groups for i, a in enumerate(g) for b in g[:i]]
    assert len(pairs) > 1000
    assert sum(a == b for a, b in pairs) / len(pairs) > 0.99


def test_shares_and_frequencies() -> None:
    assert shares({"x": 3}, ["x", "y"], None, 1.0) == pytest.approx({"x": 3.5 / 4, "y": 0.5 / 4})
    listed, rare = frequencies(["a"] * 6 + ["b"] * 3 + ["c"], least=0.2)
    assert listed == {"a": 0.6, "b": 0.3} and rare == pytest.approx(0.1)
