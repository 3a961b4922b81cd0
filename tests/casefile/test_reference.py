"""The reference page names every kind of event, every field, every rule and every duration, and its Python runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from peelian.casefile.checks import RULES
from peelian.casefile.durations import KINDS as DURATIONS
from peelian.casefile.kinds import DATED, KINDS, PROCEEDING_KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "events-and-checks.md").read_text("utf-8")


@pytest.mark.parametrize("id", sorted({*KINDS, *DATED, *RULES, *DURATIONS}))
def test_it_is_in_the_reference(id: str) -> None:
    assert f"`{id}`" in PAGE


@pytest.mark.parametrize("id", sorted(RULES))
def test_rules_are_told_with_their_severity_and_source(id: str) -> None:
    rule = RULES[id]
    assert f"| `{id}` | {rule.severity} | {rule.title} | {rule.source} |" in PAGE


def test_every_dated_field_dates_a_kind_and_every_proceeding_is_one() -> None:
    assert set(DATED.values()) <= set(KINDS)
    assert set(PROCEEDING_KINDS.values()) <= set(KINDS)
    for starts, ends in DURATIONS.values():
        assert {*starts, *ends} <= set(KINDS)


def test_python_of_the_page_runs() -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.S | re.M)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for wanted in re.findall(r"print\(.*\)  # (.+)", code):
        assert wanted in done.stdout
