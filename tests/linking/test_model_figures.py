"""The page on linking shows the figures that were measured, and these keep the promises."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_shows_what_was_measured() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        spec = importlib.util.spec_from_file_location("link_quality", ROOT / "benchmarks/link_quality.py")
        assert spec is not None and spec.loader is not None
        quality = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(quality)
    finally:
        sys.path.pop(0)
    figures = json.loads((ROOT / "benchmarks/link_figures.json").read_text("utf-8"))
    assert quality.table(figures) in (ROOT / "docs/explanation/how-linking-works.md").read_text("utf-8")
    gold = figures["corpus_gold_readings"]
    assert gold["person"]["all"]["f1"] >= 0.97 and gold["person"]["all"]["false_merges"] == 0
    assert gold["case"]["all"]["f1"] >= 0.95
    assert figures["febrl4_without_number"]["recall_at_precision_0.999"] >= 0.97
