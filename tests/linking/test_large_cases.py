"""Cases of large casebooks: those that `cases` gives mention by mention."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from peelian.linking import cases, columns, large_cases
from peelian.linking.generate import generate
from peelian.linking.large import link_table
from peelian.linking.large_cases import cases_table
from peelian.linking.mentions import all_mentions

CORPUS = Path(__file__).parents[2] / "corpus"


def _groups(table: pa.Table, column: str) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for row in table.to_pylist():
        found.setdefault(row[column], []).append(row["id"])
    return sorted(sorted(members) for members in found.values())


def _both(data: pa.Table, readings: list[Any]) -> tuple[list[list[str]], list[list[str]]]:
    persons = link_table(data).persons
    mentions = {m.key: m for m in all_mentions(readings)}
    return _groups(cases_table(data, persons), "case"), cases.cases(_groups(persons, "person"), mentions)


@pytest.mark.parametrize("at_once", [200, 20_000])
def test_same_cases_as_mention_by_mention(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(large_cases, "_AT_ONCE", at_once)
    made = generate(4000, seed=9).mentions
    here, there = _both(made, list(columns.readings(made)))
    assert here == there
    assert any(len({m.partition("#")[0] for m in case}) < len(case) for case in here), "none is shared"


def test_same_cases_on_the_corpus() -> None:
    readings = [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]
    here, there = _both(columns.flat(readings), readings)
    assert here == there


def test_persons_of_another_table_are_refused() -> None:
    made = generate(50).mentions
    with pytest.raises(ValueError, match="not those of this table"):
        cases_table(made.slice(1), link_table(made).persons)


def test_nothing_gives_nothing() -> None:
    none = generate(50).mentions.slice(0, 0)
    assert cases_table(none, link_table(none).persons).num_rows == 0
