"""The two seed reports, which stay outside the repository, are read fully right in core."""

from __future__ import annotations

from pathlib import Path

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.score.readings import score_readings

SEEDS = Path(__file__).parents[3] / "shared/seeds"


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not on this machine")
def test_the_seed_reports_are_read_right(tmp_path: Path) -> None:
    """Nothing missed and nothing wrong among the core facts; one contradicts itself and the statute, and it shows."""
    readings = tmp_path / "readings.jsonl"
    found = []
    with readings.open("wb") as out:
        for path in sorted(SEEDS.glob("*.txt")):
            reading = read(Document(path.stem, path.read_text("utf-8")))
            found += [x.rule for x in reading.inconsistencies]
            out.write(reading.to_json() + b"\n")
    score = score_readings(SEEDS, readings)
    assert score.core["f1"] == 1.0, [str(m) for m in score.mistakes]
    assert {"counts_differ", "notification_is_not_the_statutes"} <= set(found)
