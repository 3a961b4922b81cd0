"""Large casebooks as tables: the same columns, constraints and persons as mention by mention."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.linking import columns, constraints, large, model, scoring
from peelian.linking.conditions import CLEAR, OPPOSED, SUPPORTED, VAGUE, of_two
from peelian.linking.generate import Generated, generate
from peelian.linking.large import components, link_table
from peelian.linking.links import link_mentions
from peelian.linking.mentions import all_mentions

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def made() -> Generated:
    return generate(4000, seed=3)


@pytest.fixture(scope="module")
def corpus() -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]


def _groups(persons: pa.Table) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in persons.to_pylist():
        found.setdefault(row["person"], set()).add(row["id"])
    return {frozenset(members) for members in found.values()}


def _of_links(entries: list[dict[str, Any]]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries:
        found.setdefault(entry["person"], set()).update(f"{d}#{i}" for d, i in entry["mentions"])
    return {frozenset(members) for members in found.values()}


def _same_table(one: pa.Table, other: pa.Table) -> None:
    assert one.column_names == other.column_names
    for column in one.column_names:
        assert one[column].to_pylist() == other[column].to_pylist(), column


def test_columns_are_those_of_the_mentions(made: Generated) -> None:
    _same_table(columns.table(made.mentions), model.table(all_mentions(columns.readings(made.mentions))))


def test_columns_of_the_corpus(corpus: list[dict[str, Any]]) -> None:
    _same_table(columns.table(columns.flat(corpus)), model.table(all_mentions(corpus)))


def test_same_persons_as_mention_by_mention(made: Generated) -> None:
    links = link_mentions(all_mentions(columns.readings(made.mentions)))
    found = link_table(made.mentions)
    assert _groups(found.persons) == _of_links(links.entries)
    assert found.by_hand < made.mentions.num_rows / 4
    assert found.persons["id"].to_pylist() == made.mentions["id"].to_pylist()


def test_same_persons_on_the_corpus(corpus: list[dict[str, Any]]) -> None:
    assert _groups(link_table(columns.flat(corpus)).persons) == _of_links(
        link_mentions(all_mentions(corpus)).entries
    )


def test_order_of_the_rows_does_not_matter(made: Generated) -> None:
    order = np.random.default_rng(1).permutation(made.mentions.num_rows)
    shuffled = link_table(made.mentions.take(pa.array(order)))
    assert _groups(shuffled.persons) == _groups(link_table(made.mentions).persons)


def test_decisions_bind(made: Generated) -> None:
    free = link_table(made.mentions)
    joined = next(p for p in free.pairs.to_pylist() if p["joined"])
    persons = dict(zip(free.persons["id"].to_pylist(), free.persons["person"].to_pylist(), strict=True))
    names = dict(zip(made.mentions["id"].to_pylist(), made.mentions["name"].to_pylist(), strict=True))
    named = [m for m, name in names.items() if name]
    one, other = named[0], next(m for m in named if persons[m] != persons[named[0]] and m[:8] != named[0][:8])
    said = [
        {"a": joined["a"], "b": joined["b"], "judgement": "different"},
        {"a": one, "b": other, "judgement": "same"},
    ]
    told = link_table(made.mentions, decisions=said)
    after = dict(zip(told.persons["id"].to_pylist(), told.persons["person"].to_pylist(), strict=True))
    assert after[joined["a"]] != after[joined["b"]]
    assert after[one] == after[other]
    links = link_mentions(all_mentions(columns.readings(made.mentions)), decisions=said)
    assert _groups(told.persons) == _of_links(links.entries)


def test_narrower_keys_find_pairs_where_wide_ones_are_passed_over(
    made: Generated, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_pairs = link_table(made.mentions)
    monkeypatch.setattr(large, "_MOST", 5)
    fewer = link_table(made.mentions)
    assert fewer.candidates < all_pairs.candidates
    joined = {(p["a"], p["b"]) for p in all_pairs.pairs.to_pylist() if p["joined"]}
    still = {(p["a"], p["b"]) for p in fewer.pairs.to_pylist() if p["joined"]}
    assert len(still & joined) > 0.9 * len(joined)


def test_no_person_has_two_subjects_of_one_document(made: Generated) -> None:
    for members in _groups(link_table(made.mentions).persons):
        assert len({m.partition("#")[0] for m in members}) == len(members)


def test_conditions_in_sql_are_those_of_constraints(made: Generated) -> None:
    """`OPPOSED`, `SUPPORTED` and `VAGUE` are exact; what `CLEAR` lets pass, nothing speaks against."""
    flat = made.mentions.slice(0, 700)
    mentions = {m.key: m for m in all_mentions(columns.readings(flat))}
    ids = flat["id"].to_pylist()
    coded, _ = large._coded(columns.table(flat))
    rng = np.random.default_rng(2)
    some = [(int(a), int(b)) for a, b in rng.integers(0, len(ids), (20_000, 2)) if a != b]
    place = {key: i for i, key in enumerate(ids)}
    truth = dict(zip(made.truth["id"].to_pylist(), made.truth["person"].to_pylist(), strict=True))
    by_person: dict[str, list[int]] = {}
    for key in ids:
        by_person.setdefault(truth[key], []).append(place[key])
    some += [(a, b) for members in by_person.values() for a in members for b in members if a < b]
    with duckdb.connect() as connection:
        connection.register("mentions", coded)
        connection.register("asked", pa.table({"l": [a for a, _ in some], "r": [b for _, b in some]}))
        conditions = (OPPOSED, SUPPORTED, VAGUE, CLEAR)
        rows = connection.execute(
            f"select l, r, {', '.join(conditions)} from {of_two('asked', *conditions)}"
        ).fetchall()
    seen = [0, 0, 0, 0]
    for a, b, opposed, supported, vague, clear in rows:
        one, other = mentions[ids[a]], mentions[ids[b]]
        assert opposed == (constraints.opposed(one, other) is not None), (one, other)
        assert supported == (constraints.unsupported(one, other) is None), (one, other)
        assert vague == (constraints.vague(one) or constraints.vague(other)), (one, other)
        if clear:
            assert constraints.barred(one, other) is None, (one, other)
            assert constraints.opposed(one, other) is None, (one, other)
        seen = [n + told for n, told in zip(seen, (opposed, supported, vague, clear), strict=True)]
    assert min(seen) > 100


def test_nothing_and_one_mention(made: Generated) -> None:
    assert link_table(made.mentions.slice(0, 0)).persons.num_rows == 0
    only = link_table(made.mentions.slice(0, 1))
    assert only.persons["person"].to_pylist() == only.persons["id"].to_pylist()


def test_a_missing_column_is_named(made: Generated) -> None:
    with pytest.raises(ValueError, match="subject_index, published"):
        link_table(made.mentions.drop_columns(["subject_index", "published"]))


def test_columns_that_need_not_be_there_may_lack(made: Generated) -> None:
    least = made.mentions.select(["id", "document", "subject_index", "published", "name", "force"])
    assert link_table(least).persons.num_rows == made.mentions.num_rows


def test_frequencies_are_those_of_the_casebook(made: Generated) -> None:
    mentions = all_mentions(columns.readings(made.mentions))
    shipped = large.weights_of.load()
    assert large.blended(columns.table(made.mentions), shipped) == scoring.blended(mentions, shipped)


@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40))
def test_components_are_what_pairs_connect(many: int, pairs: list[tuple[int, int]]) -> None:
    pairs = [(a % many, b % many) for a, b in pairs]
    found = components(many, np.array([a for a, _ in pairs], int), np.array([b for _, b in pairs], int))
    of = list(range(many))
    for _ in range(many):
        for a, b in pairs:
            of[a] = of[b] = min(of[a], of[b])
    assert found.tolist() == of


def test_the_page_shows_the_figures_that_were_measured() -> None:
    root = Path(__file__).parents[2]
    spec = importlib.util.spec_from_file_location("linking_scale", root / "benchmarks/linking_scale.py")
    assert spec is not None and spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    found = json.loads((root / "benchmarks/linking_scale.json").read_text("utf-8"))
    assert benchmark.page(found) in (root / "docs/explanation/linking-at-scale.md").read_text("utf-8")
