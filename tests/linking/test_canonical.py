"""Ids stay, merge with a redirect, split with a trail; every id of any time leads somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.linking import Assignment, Trail, assign

MENTIONS = [f"d{i}#0" for i in range(9)]


def grouped(labels: list[int]) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for mention, label in zip(MENTIONS, labels, strict=True):
        groups.setdefault(label, []).append(mention)
    groups.pop(0, None)  # nought: the mention is not there in this run
    return list(groups.values())


partitions = st.lists(st.integers(0, 4), min_size=len(MENTIONS), max_size=len(MENTIONS)).map(grouped)


def test_a_merge_redirects_and_a_split_leaves_a_trail() -> None:
    first = assign([["a#0", "b#0"], ["c#0"]])
    ab, c = first.ids["a#0"], first.ids["c#0"]
    merged = assign([["a#0", "b#0", "c#0"]], first)
    assert set(merged.ids.values()) == {ab}
    assert merged.redirects == {c: ab} and merged.resolve(c) == ab
    assert merged.trail == (Trail(c, "merged", (ab,)),)
    split = assign([["a#0", "b#0"], ["c#0"]], merged)
    assert split.ids == first.ids and not split.redirects
    assert split.trail == (Trail(c, "restored", (c,)), Trail(ab, "split", tuple(sorted((ab, c)))))
    other = assign([["a#0"], ["b#0", "c#0"]], merged)  # parted elsewhere than it was joined
    assert other.ids["b#0"] == other.ids["c#0"] == other.resolve(c) == ab != other.ids["a#0"]


def test_mergers_are_undone_one_after_the_other() -> None:
    parts = [["a#0", "b#0"], ["c#0"], ["d#0", "e#0", "f#0"]]
    first = assign(parts)
    two = assign([[*parts[0], *parts[1]], parts[2]], first)
    all_ = assign([[*parts[0], *parts[1], *parts[2]]], two)
    assert len(set(all_.ids.values())) == 1
    assert assign(parts, all_).ids == first.ids  # both at once
    again = assign([[*parts[0], *parts[1]], parts[2]], all_)
    assert again.ids == two.ids and again.redirects == two.redirects
    assert assign(parts, again).ids == first.ids


@settings(max_examples=200, deadline=None)
@given(partitions, partitions)
def test_a_join_undone_gives_every_id_back(one: list[list[str]], other: list[list[str]]) -> None:
    here = {m for group in one for m in group}
    joined = [list(group) for group in one]
    for group in other:  # whole groups are joined, as decisions join them
        touched = [g for g in joined if set(g) & set(group)]
        if touched:
            joined = [g for g in joined if g not in touched] + [[m for g in touched for m in g]]
    before = assign(one)
    assert assign(one, assign(joined, before)).ids == before.ids
    assert set(before.ids) == here


def test_what_goes_and_comes_back() -> None:
    first = assign([["a#0"], ["b#0"]])
    gone = assign([["a#0"]], first)
    assert gone.resolve(first.ids["b#0"]) is None
    assert gone.trail == (Trail(first.ids["b#0"], "gone", ()),)
    assert assign([["a#0"], ["b#0"]], gone).ids == first.ids


def test_the_larger_part_keeps_the_id() -> None:
    first = assign([["a#0", "b#0", "c#0"]])
    after = assign([["a#0"], ["b#0", "c#0"]], first)
    assert after.ids["b#0"] == first.ids["b#0"] != after.ids["a#0"]


def test_wrong_use() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        assign([["a#0"], ["a#0"]])
    with pytest.raises(KeyError):
        assign([["a#0"]]).resolve("p0")


@settings(max_examples=300, deadline=None)
@given(st.lists(partitions, min_size=1, max_size=5), st.randoms())
def test_ids_through_any_history(runs: list[list[list[str]]], rng: Any) -> None:
    state: Assignment | None = None
    ever: set[str] = set()
    for clusters in runs:
        shuffled = [rng.sample(group, len(group)) for group in clusters]
        rng.shuffle(shuffled)
        after = assign(clusters, state)
        assert assign(shuffled, state) == after  # order does not matter
        again = assign(clusters, after)
        assert (again.ids, again.redirects, again.trail) == (
            after.ids,
            after.redirects,
            (),
        )  # nor does a rerun
        for group in clusters:
            assert len({after.ids[m] for m in group}) == 1
        assert len(set(after.ids.values())) == len(clusters)
        ever |= set(after.ids.values())
        alive = set(after.ids.values())
        for id in ever:
            assert after.resolve(id) is None or after.resolve(id) in alive
        assert not alive & after.redirects.keys()
        state = after
