"""Why a pair was joined, kept for review or left apart: its waterfall as data and as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peelian.linking.clusters import Band
from peelian.linking.scoring import Pair


def waterfall(pair: Pair, start: float) -> list[dict[str, Any]]:
    """Return the steps from the weight that any pair begins with to the match weight.

    Each has ``comparison``, ``level``, ``bits`` (log2 Bayes factor), ``frequency_bits`` (what the
    frequency of the shared value added) and ``total`` after it.
    """
    total = start
    steps: list[dict[str, Any]] = [
        {"comparison": "start", "level": "two mentions drawn at random", "bits": round(start, 3),
         "frequency_bits": 0.0, "total": round(start, 3)}
    ]  # fmt: skip
    for step in pair.steps:
        total += step.bits + step.frequency_bits
        steps.append(
            {
                "comparison": step.comparison,
                "level": step.level,
                "bits": step.bits,
                "frequency_bits": step.frequency_bits,
                "total": round(total, 3),
            }
        )
    return steps


def record(pair: Pair, band: Band, reason: str | None, start: float) -> dict[str, Any]:
    """Return a pair as JSON holds it: ``a``, ``b``, ``band``, ``weight``, ``reason``, ``waterfall``."""
    return {
        "a": pair.left,
        "b": pair.right,
        "band": band,
        "weight": pair.weight,
        "reason": reason,
        "waterfall": waterfall(pair, start) if pair.steps else [],
    }


def lines(steps: Sequence[dict[str, Any]]) -> list[str]:
    """Return a waterfall as aligned lines for a terminal."""
    wide = max((len(s["comparison"]) for s in steps), default=0)
    level = max((len(s["level"]) for s in steps), default=0)
    return [
        f"{s['comparison']:<{wide}}  {s['level']:<{level}}  {s['bits'] + s['frequency_bits']:+7.2f}  {s['total']:8.2f}"
        for s in steps
    ]
